//! What groups ask: an invitation to answer, somebody at the door, a group to take over or to find a facilitator for.

use domain::{
    groups::{AdmissionKind, AdmissionState, GroupRole},
    home::AskedKind,
};

use super::{Asked, Subject, signs::Signs};
use crate::{
    Cx, Result,
    contributions::GroupRef,
    delegations::{self, DelegationView},
    groups::{self, GroupView, MyAdmission, UnledGroup, WaitingRequest},
    handovers::{self, Handover},
};

/// One query for each of these that there may be.
pub(super) async fn waiting(cx: &Cx, signs: &Signs) -> Result<Vec<Asked>> {
    let mut asked: Vec<Asked> = Vec::new();
    if signs.invited {
        asked.extend(groups::my_admissions(cx).await?.into_iter().filter_map(invitation));
    }
    if signs.at_the_door {
        asked.extend(groups::requests_waiting_for_me(cx, None).await?.into_iter().map(request));
    }
    if signs.taking_over {
        asked.extend(handovers::handovers_for_me(cx, None).await?.into_iter().map(succession));
    }
    if signs.standing_in {
        asked.extend(delegations::delegations_for_me(cx, None).await?.into_iter().map(standing_in));
    }
    if signs.unled {
        asked.extend(groups::unled(cx).await?.into_iter().map(unled));
    }
    Ok(asked)
}

/// The same in one group, of which much is known already.
pub(super) async fn waiting_in(cx: &Cx, signs: &Signs, group: &GroupView) -> Result<Vec<Asked>> {
    let mut asked: Vec<Asked> = Vec::new();
    asked.extend(group.admission.clone().and_then(invitation));
    if group.requests > 0 && group.role == Some(GroupRole::Facilitator) {
        asked.extend(groups::requests_waiting_for_me(cx, Some(group.id)).await?.into_iter().map(request));
    }
    if signs.taking_over {
        asked.extend(handovers::handovers_for_me(cx, Some(group.id)).await?.into_iter().map(succession));
    }
    if signs.standing_in {
        asked.extend(delegations::delegations_for_me(cx, Some(group.id)).await?.into_iter().map(standing_in));
    }
    if group.unled && groups::told_of_unled(cx) {
        let named = GroupRef { slug: group.slug.clone(), name: group.name.clone() };
        asked.push(unled(UnledGroup { id: group.id, group: named }));
    }
    Ok(asked)
}

fn invitation(row: MyAdmission) -> Option<Asked> {
    (row.kind == AdmissionKind::Invitation && row.state == AdmissionState::Waiting).then(|| Asked {
        title: row.by,
        group: Some(row.group),
        since: Some(row.at),
        ..Asked::one(AskedKind::Invitation, Subject::Admission(row.id))
    })
}

fn request(row: WaitingRequest) -> Asked {
    Asked {
        title: row.name,
        group: Some(row.group),
        since: Some(row.since),
        ..Asked::one(AskedKind::Request, Subject::Admission(row.id))
    }
}

fn succession(row: Handover) -> Asked {
    Asked {
        title: row.from.1,
        group: row.group,
        since: Some(row.at),
        ..Asked::one(AskedKind::TakeOver, Subject::Handover(row.id))
    }
}

fn standing_in(row: DelegationView) -> Asked {
    Asked {
        title: row.from.1,
        group: row.group,
        since: Some(row.at),
        // It is of no use once its first day is past.
        due: Some(row.period.from),
        ..Asked::one(AskedKind::StandIn, Subject::Delegation(row.id))
    }
}

fn unled(row: UnledGroup) -> Asked {
    Asked { group: Some(row.group), ..Asked::one(AskedKind::Lead, Subject::Group(row.id)) }
}
