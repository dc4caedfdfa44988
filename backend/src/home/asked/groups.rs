//! What groups ask: an invitation to answer, somebody at the door, a group to take over or to find a facilitator for.

use domain::{
    groups::{AdmissionKind, AdmissionState},
    home::AskedKind,
};

use super::{Asked, Subject};
use crate::{
    Cx, PageNumber, Result,
    contributions::GroupRef,
    groups::{self, GroupFilter},
    handovers,
};

/// Three queries, and two more for those who are told of groups that nobody runs.
pub(super) async fn waiting(cx: &Cx) -> Result<Vec<Asked>> {
    let mut asked = Vec::new();
    asked.extend(invitations(cx).await?);
    asked.extend(requests(cx).await?);
    asked.extend(successions(cx).await?);
    if groups::told_of_unled(cx) {
        asked.extend(unled(cx).await?);
    }
    Ok(asked)
}

async fn invitations(cx: &Cx) -> Result<impl Iterator<Item = Asked>> {
    let mine = groups::my_admissions(cx).await?.into_iter();
    let waits =
        mine.filter(|row| row.kind == AdmissionKind::Invitation && row.state == AdmissionState::Waiting);
    Ok(waits.map(|row| Asked {
        kind: AskedKind::Invitation,
        subject: Subject::Admission(row.id),
        title: row.by,
        group: Some(row.group),
        since: Some(row.at),
        due: None,
        count: 1,
    }))
}

async fn requests(cx: &Cx) -> Result<impl Iterator<Item = Asked>> {
    let waits = groups::requests_waiting_for_me(cx).await?.into_iter();
    Ok(waits.map(|row| Asked {
        kind: AskedKind::Request,
        subject: Subject::Admission(row.id),
        title: row.name,
        group: Some(row.group),
        since: Some(row.since),
        due: None,
        count: 1,
    }))
}

async fn successions(cx: &Cx) -> Result<impl Iterator<Item = Asked>> {
    let waits = handovers::handovers_for_me(cx).await?.into_iter();
    Ok(waits.map(|row| Asked {
        kind: AskedKind::TakeOver,
        subject: Subject::Handover(row.id),
        title: row.from.1,
        group: row.group,
        since: Some(row.at),
        due: None,
        count: 1,
    }))
}

async fn unled(cx: &Cx) -> Result<impl Iterator<Item = Asked>> {
    let filter = GroupFilter { unled: true, ..Default::default() };
    let page = groups::list(cx, &filter, PageNumber::FIRST).await?;
    Ok(page.rows.into_iter().map(|row| Asked {
        kind: AskedKind::Lead,
        subject: Subject::Group(row.id),
        title: String::new(),
        group: Some(GroupRef { slug: row.slug, name: row.name }),
        since: None,
        due: None,
        count: 1,
    }))
}
