//! Answering a request, or an invitation. Who is accepted belongs to the group at once.

use domain::{
    groups::{AdmissionKind, AdmissionState, Answer, AnswerForm},
    ids::UserId,
    policy::{GroupAction, group_is_at_work},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::{between, end};
use crate::{
    Cx, Found, Result,
    entities::group,
    events::{Event, EventKind},
    groups::{find, membership, people},
};

/// Accepts or refuses somebody's request, with a sentence for them; gives whether they came in.
///
/// # Errors
/// `NotFound` for a hidden group, without a request, or when the person has left the council; `Forbidden` but for
/// facilitators and administrators; `Invalid`; `AdmissionOver`; `GroupClosed`; `AlreadyMember`.
pub async fn answer_request(cx: &Cx, slug: &str, user: UserId, form: &AnswerForm) -> Result<Answer> {
    let group = find(cx, slug, GroupAction::ManageMembers).await?;
    let (answer, sentence) = form.check()?;
    let tx = cx.begin().await?;
    group_is_at_work(&membership::hold(&tx, group.id).await?.facts())?;
    let row = between(&tx, group.id, user).await?;
    let row = row.filter(|row| row.kind == AdmissionKind::Request).found()?;
    let (state, role) = (row.state.answered(answer)?, row.role);
    people::who_may_be(cx, &tx, role, &[user]).await?.pop().found()?;
    end(cx, &tx, row, state, sentence).await?;
    let event = if state == AdmissionState::Accepted {
        membership::insert(cx, &tx, group.id, user, role).await?;
        Event::new(EventKind::MemberAdded).data(&json!({ "role": role, "asked": true }))?
    } else {
        Event::new(EventKind::JoinRefused)
    };
    event.group(group.id).user(user).record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(answer)
}

/// Accepts or declines the invitation to the group at this address, known or not until then.
///
/// # Errors
/// `SignInRequired`; `NotFound` without an invitation, or for who has left the council; `Invalid`; `AdmissionOver`;
/// `GroupClosed`; `AlreadyMember`.
pub async fn answer_invitation(cx: &Cx, slug: &str, answer: &str) -> Result<Answer> {
    let me = cx.person()?.id;
    let form = AnswerForm { answer: answer.to_owned(), ..Default::default() };
    let (answer, _) = form.check()?;
    let group = group::Entity::find().filter(group::Column::Slug.eq(slug)).one(cx.reader()).await?.found()?;
    let tx = cx.begin().await?;
    let held = membership::hold(&tx, group.id).await?;
    let row = between(&tx, group.id, me).await?;
    let row = row.filter(|row| row.kind == AdmissionKind::Invitation).found()?;
    let (state, role) = (row.state.answered(answer)?, row.role);
    people::who_may_be(cx, &tx, role, &[me]).await?.pop().found()?;
    group_is_at_work(&held.facts())?;
    end(cx, &tx, row, state, String::new()).await?;
    let event = if state == AdmissionState::Accepted {
        membership::insert(cx, &tx, group.id, me, role).await?;
        Event::new(EventKind::MemberJoined).data(&json!({ "role": role, "invited": true }))?
    } else {
        Event::new(EventKind::InvitationDeclined)
    };
    event.group(group.id).user(me).record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(answer)
}
