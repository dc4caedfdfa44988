//! Who reports, who decides about what was reported, who hears the appeal.
//!
//! Nobody decides about what they wrote, nor about what they reported: another facilitator does, or those who preside.

use super::{Decision, GroupAction, group_decision, only};
use crate::{
    actor::Actor,
    groups::{GroupRole, Visibility},
    moderation::ReportFacts,
    refusal::Forbidden,
};

/// Something done about a content that may be reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportAction {
    /// Report it. Who may read it was looked at before.
    Send,
    /// Read what was reported, by whom, and why.
    See,
    /// Keep it, hide it, ask for it to be changed.
    Decide,
    /// Appeal against what was decided.
    Appeal,
    /// Hear the appeal.
    Rule,
}

impl ReportAction {
    /// Every action, in the order of the matrix.
    pub const ALL: [ReportAction; 5] = [
        ReportAction::Send,
        ReportAction::See,
        ReportAction::Decide,
        ReportAction::Appeal,
        ReportAction::Rule,
    ];
}

pub(super) fn report_decision(actor: &Actor, action: ReportAction, about: &ReportFacts) -> Decision {
    let looks_after = match &about.group {
        Some(group) => group_decision(actor, GroupAction::Moderate, group).is_allowed(),
        None => actor.presides() || actor.is_administrator(),
    };
    match action {
        ReportAction::Send if about.own => Decision::Refuse(Forbidden::OwnContent),
        ReportAction::Send => {
            only(actor.is_council_member() || actor.groups().next().is_some(), Forbidden::CouncilMembersOnly)
        }
        ReportAction::Appeal => {
            if about.own {
                Decision::Allow
            } else {
                Decision::Hide
            }
        }
        // Its author never reads who reported it, whatever else they look after.
        _ if about.own || !looks_after => Decision::Hide,
        ReportAction::See => Decision::Allow,
        ReportAction::Decide if about.reported => Decision::Refuse(Forbidden::OwnReport),
        ReportAction::Decide if about.by_facilitator && !actor.presides() => {
            Decision::Refuse(Forbidden::ChairOnly)
        }
        ReportAction::Decide => Decision::Allow,
        ReportAction::Rule if !actor.presides() && !rules_in_secret(actor, about) => {
            Decision::Refuse(Forbidden::ChairOnly)
        }
        ReportAction::Rule => only(!about.decided, Forbidden::OwnDecision),
    }
}

/// Nobody presides over a secret group from outside: whoever runs it hears the appeal.
fn rules_in_secret(actor: &Actor, about: &ReportFacts) -> bool {
    let secret = about.group.filter(|group| group.visibility == Visibility::Secret);
    secret.is_some_and(|group| actor.role_in(group.id) == Some(GroupRole::Facilitator))
}
