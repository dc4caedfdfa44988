//! Who reads a library, deposits in it, looks after it.

use super::{Decision, GroupAction, group_decision, only};
use crate::{
    actor::Actor,
    groups::GroupRole,
    library::{Depositors, DocumentFacts, LibraryFacts},
    refusal::Forbidden,
};

/// Something done to a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LibraryAction {
    /// Read what it holds.
    Read,
    /// Add folders and documents.
    Deposit,
    /// Look after it: put in order and in the bin what others deposited.
    LookAfter,
}

impl LibraryAction {
    /// Every action, in the order of the matrix.
    pub const ALL: [LibraryAction; 3] =
        [LibraryAction::Read, LibraryAction::Deposit, LibraryAction::LookAfter];
}

/// Something done to a folder or a document of a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentAction {
    /// Change it, add a version of it, put it elsewhere in its library.
    Change,
    /// Take it away: to the bin, to another library; and bring it back.
    Remove,
    /// Share it with people outside by a link.
    Share,
}

impl DocumentAction {
    /// Every action, in the order of the matrix.
    pub const ALL: [DocumentAction; 3] =
        [DocumentAction::Change, DocumentAction::Remove, DocumentAction::Share];
}

pub(super) fn library_decision(actor: &Actor, action: LibraryAction, library: &LibraryFacts) -> Decision {
    match library {
        LibraryFacts::Group(group) => match action {
            LibraryAction::Read => group_decision(actor, GroupAction::ReadWork, group),
            LibraryAction::Deposit => group_decision(actor, GroupAction::Write, group),
            LibraryAction::LookAfter => match group_decision(actor, GroupAction::ReadWork, group) {
                Decision::Allow => {
                    only(actor.role_in(group.id) == Some(GroupRole::Facilitator), Forbidden::FacilitatorOnly)
                }
                refused => refused,
            },
        },
        LibraryFacts::Common(depositors) => {
            let council = actor.is_council_member();
            let looks_after = actor.presides() || actor.is_staff() || actor.is_administrator();
            match action {
                LibraryAction::Read => only(council || looks_after, Forbidden::CouncilMembersOnly),
                LibraryAction::Deposit => {
                    let named = looks_after || actor.facilitates_a_group();
                    let open = council && *depositors == Depositors::Members;
                    only(named || open, Forbidden::DepositorsOnly)
                }
                LibraryAction::LookAfter => only(looks_after, Forbidden::OthersDocument),
            }
        }
    }
}

pub(super) fn document_decision(actor: &Actor, action: DocumentAction, document: &DocumentFacts) -> Decision {
    let in_library = |action| library_decision(actor, action, &document.library);
    if !in_library(LibraryAction::Read).is_allowed() {
        return Decision::Hide;
    }
    // In a group all who write work on the same documents; in the common library each answers for what they put there.
    let shared = action == DocumentAction::Change && document.library.group().is_some();
    let theirs = document.own || shared || in_library(LibraryAction::LookAfter).is_allowed();
    match in_library(LibraryAction::Deposit) {
        Decision::Allow => only(theirs, Forbidden::OthersDocument),
        refused => refused,
    }
}
