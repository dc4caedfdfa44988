//! The life of a group: its work begins, closes with its deliverable, and may go on again.

use domain::{
    FieldProblem, Refusal, Version,
    contributions::State,
    groups::{CloseForm, Deliverable, GroupStep, ReopenForm},
    ids::{ContributionId, GroupId},
    policy::GroupAction,
    refusal::Transition,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::json;

use super::membership;
use crate::{
    Cx, Error, Result, contributions,
    entities::{contribution, group, join},
    events::{Event, EventKind},
};

/// Where a text still has work to be done on it.
const UNFINISHED: [State; 4] =
    [State::Draft, State::InReview, State::ChangesRequested, State::ReadyForAdoption];
/// Texts listed at most.
const LISTED: u64 = 100;

/// What is looked at before a group is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingView {
    /// For the change.
    pub version: Version,
    /// Its texts that are not finished, as far as the person asking reads them.
    pub unfinished: Vec<(ContributionId, String, State)>,
    /// How many unfinished texts they do not read.
    pub hidden: u64,
    /// Its published texts, one of which may be what it hands in.
    pub published: Vec<(ContributionId, String)>,
}

/// What is looked at before a group is closed.
///
/// # Errors
/// `NotFound`; `Forbidden` but for facilitators, the chair and administrators; `GroupStep` when it is closed.
pub async fn closing(cx: &Cx, slug: &str) -> Result<ClosingView> {
    let group = super::find(cx, slug, GroupAction::Close).await?;
    group.state.after(GroupStep::Close)?;
    let all = unfinished(cx.reader(), group.id).await?;
    let read: Vec<(ContributionId, String, State)> = contribution::Entity::find()
        .select_only()
        .columns([contribution::Column::Id, contribution::Column::Title, contribution::Column::State])
        .join(
            JoinType::InnerJoin,
            join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id),
        )
        .filter(contribution::Column::GroupId.eq(group.id))
        .filter(contribution::Column::State.is_in(UNFINISHED))
        .filter(contributions::visible_to(cx))
        .order_by_asc(contribution::Column::Id)
        .limit(LISTED)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let published: Vec<(ContributionId, String)> = contribution::Entity::find()
        .select_only()
        .columns([contribution::Column::Id, contribution::Column::Title])
        .filter(contribution::Column::GroupId.eq(group.id))
        .filter(contribution::Column::State.eq(State::Published))
        .order_by_desc(contribution::Column::StateSince)
        .limit(LISTED)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let named = |title: &str| contributions::typeset(title);
    Ok(ClosingView {
        version: group.version,
        hidden: all.saturating_sub(read.len() as u64),
        unfinished: read.into_iter().map(|(id, title, state)| (id, named(&title), state)).collect(),
        published: published.into_iter().map(|(id, title)| (id, named(&title))).collect(),
    })
}

async fn unfinished(db: &impl ConnectionTrait, group: GroupId) -> Result<u64> {
    let texts = contribution::Entity::find()
        .filter(contribution::Column::GroupId.eq(group))
        .filter(contribution::Column::State.is_in(UNFINISHED));
    Ok(texts.count(db).await?)
}

/// Begins the work of a group that was being set up.
///
/// # Errors
/// `NotFound`; `Forbidden` but for facilitators, the chair and administrators; `GroupStep`.
pub async fn begin(cx: &Cx, slug: &str) -> Result<()> {
    let found = super::find(cx, slug, GroupAction::Close).await?;
    let tx = cx.begin().await?;
    let row = membership::hold(&tx, found.id).await?;
    let (state, version) = (row.state.after(GroupStep::Begin)?, row.version.next());
    let mut row: group::ActiveModel = row.into();
    row.state = Set(state);
    row.version = Set(version);
    row.update(&tx).await?;
    Event::new(EventKind::GroupBegun).group(found.id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Closes a group with what it hands in. From then on nothing is written in it.
///
/// # Errors
/// `NotFound`; `Forbidden` but for facilitators, the chair and administrators; `Invalid`, with `text` when it is no
/// published text of the group; `GroupStep`; `UnfinishedTexts` unless it is confirmed that they stay as they are;
/// `Conflict` if somebody changed the group since `version`.
pub async fn close(cx: &Cx, slug: &str, version: Version, form: &CloseForm) -> Result<()> {
    let found = super::find(cx, slug, GroupAction::Close).await?;
    let closing = form.check()?;
    let tx = cx.begin().await?;
    let row = membership::hold(&tx, found.id).await?;
    let state = row.state.after(GroupStep::Close)?;
    if row.version != version {
        return Err(Error::Refused(Refusal::Conflict));
    }
    let (text, sentence) = match closing.deliverable {
        Deliverable::Text(id) => {
            let text = contribution::Entity::find_by_id(id)
                .filter(contribution::Column::GroupId.eq(found.id))
                .filter(contribution::Column::State.eq(State::Published))
                .one(&tx)
                .await?;
            let text = text.ok_or(Refusal::field("text", FieldProblem::NotAChoice))?;
            (Some(text.id), String::new())
        }
        Deliverable::Sentence(sentence) => (None, sentence),
    };
    let unfinished = unfinished(&tx, found.id).await?;
    if unfinished > 0 && !closing.confirmed {
        return Err(Refusal::Transition(Transition::UnfinishedTexts).into());
    }
    let mut row: group::ActiveModel = row.into();
    row.state = Set(state);
    row.closed_at = Set(Some(cx.now));
    row.handed_in_id = Set(text);
    row.handed_in = Set(sentence);
    row.closing_note = Set(closing.note);
    row.version = Set(version.next());
    row.update(&tx).await?;
    let event = Event::new(EventKind::GroupClosed).group(found.id);
    event.data(&json!({ "unfinished": unfinished }))?.record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Puts a closed group back to work, and says why on its page.
///
/// # Errors
/// `NotFound`; `Forbidden` but for the chair and administrators; `Invalid`; `GroupStep`.
pub async fn reopen(cx: &Cx, slug: &str, form: &ReopenForm) -> Result<()> {
    let found = super::find(cx, slug, GroupAction::Reopen).await?;
    let reason = form.check()?;
    let tx = cx.begin().await?;
    let row = membership::hold(&tx, found.id).await?;
    let (state, version) = (row.state.after(GroupStep::Reopen)?, row.version.next());
    let mut row: group::ActiveModel = row.into();
    row.state = Set(state);
    row.closed_at = Set(None);
    row.reopening_reason = Set(reason);
    row.version = Set(version);
    row.update(&tx).await?;
    Event::new(EventKind::GroupReopened).group(found.id).record(cx, &tx).await?;
    cx.commit(tx).await
}
