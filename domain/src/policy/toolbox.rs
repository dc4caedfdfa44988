//! Who reads the toolbox, writes its sheets, tells how they served; who keeps the glossary.

use super::{Decision, only};
use crate::{actor::Actor, refusal::Forbidden};

/// Something done to the toolbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ToolboxAction {
    /// Read the sheets.
    Read,
    /// Tell how one served.
    Tell,
    /// Take away what somebody else told.
    Moderate,
    /// Write, change, put aside a sheet.
    Write,
}

impl ToolboxAction {
    /// Every action, in the order of the matrix.
    pub const ALL: [ToolboxAction; 4] =
        [ToolboxAction::Read, ToolboxAction::Tell, ToolboxAction::Moderate, ToolboxAction::Write];
}

pub(super) fn toolbox_decision(actor: &Actor, action: ToolboxAction) -> Decision {
    let keeps = keeps(actor);
    let reads = actor.is_council_member() || keeps || actor.facilitates_a_group();
    match action {
        ToolboxAction::Read | ToolboxAction::Tell => only(reads, Forbidden::CouncilMembersOnly),
        ToolboxAction::Moderate => only(keeps, Forbidden::KeepersOnly),
        ToolboxAction::Write => only(keeps || actor.facilitates_a_group(), Forbidden::MethodWritersOnly),
    }
}

pub(super) fn glossary_decision(actor: &Actor) -> Decision {
    only(keeps(actor), Forbidden::KeepersOnly)
}

pub(super) fn keeps(actor: &Actor) -> bool {
    actor.presides() || actor.is_staff() || actor.is_administrator()
}
