//! Who prepares the framing texts of the council, reads and amends what is prepared, signs what is in force.

use super::{Decision, only};
use crate::{actor::Actor, refusal::Forbidden};

/// Something done to the framing texts. What is in force is read by everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CharterAction {
    /// Read what is prepared, what was before, and who signed.
    Follow,
    /// Add a text, write its next version, open it to amendments, have it examined.
    Prepare,
    /// Propose amendments to a version that is open to them, and support those of others.
    Amend,
    /// Sign what is in force.
    Sign,
    /// Write down a signature given on paper, and see its scan.
    TakePaper,
}

impl CharterAction {
    /// Every action, in the order of the matrix.
    pub const ALL: [CharterAction; 5] = [
        CharterAction::Follow,
        CharterAction::Prepare,
        CharterAction::Amend,
        CharterAction::Sign,
        CharterAction::TakePaper,
    ];
}

pub(super) fn charter_decision(actor: &Actor, action: CharterAction) -> Decision {
    let prepares = actor.presides() || actor.is_staff();
    let council = actor.is_council_member();
    match action {
        CharterAction::Follow => {
            only(council || prepares || actor.is_administrator(), Forbidden::CouncilMembersOnly)
        }
        CharterAction::Prepare => only(prepares, Forbidden::ChairOrStaffOnly),
        CharterAction::Amend | CharterAction::Sign => only(council, Forbidden::CouncilMembersOnly),
        CharterAction::TakePaper => only(actor.is_staff(), Forbidden::StaffOnly),
    }
}
