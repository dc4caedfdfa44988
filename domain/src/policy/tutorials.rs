//! Who follows tutorials, writes them, reads what is said of them, helps those who are stuck.

use super::{Decision, only};
use crate::{actor::Actor, refusal::Forbidden};

/// Something done to the tutorials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TutorialAction {
    /// Read them, follow them, say what one thinks of them.
    Read,
    /// Write, change, put aside one.
    Write,
    /// Read what people say of them.
    Hear,
    /// See who said that they are stuck, as far as one looks after them.
    Help,
}

impl TutorialAction {
    /// Every action, in the order of the matrix.
    pub const ALL: [TutorialAction; 4] =
        [TutorialAction::Read, TutorialAction::Write, TutorialAction::Hear, TutorialAction::Help];
}

pub(super) fn tutorial_decision(actor: &Actor, action: TutorialAction) -> Decision {
    let keeps = super::toolbox::keeps(actor);
    let runs = actor.facilitates_a_group();
    match action {
        TutorialAction::Read => {
            only(actor.is_council_member() || keeps || runs, Forbidden::CouncilMembersOnly)
        }
        TutorialAction::Write => only(keeps || runs, Forbidden::TutorialWritersOnly),
        TutorialAction::Hear => only(keeps, Forbidden::KeepersOnly),
        TutorialAction::Help => only(keeps || runs, Forbidden::TutorialWritersOnly),
    }
}
