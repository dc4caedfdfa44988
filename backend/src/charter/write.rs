//! Beginning a version, and writing its words. Each save is kept.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    FieldProblem, Refusal, Version,
    charter::{ArticleNumber, VersionForm, VersionState, numbered},
    ids::{FramingTextId, FramingVersionId, UserId},
    policy::{CharterAction, Permission},
    refusal::Transition,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::{
    load::{TextHead, VersionHead, head, hold_text, told},
    moment::saved_at,
};
use crate::{
    Cx, Found, Result,
    entities::{framing_article, framing_revision, framing_text, framing_version, join},
    events::EventKind,
    live,
};

/// A version that is written.
#[derive(Clone, Debug)]
pub struct EditView {
    /// The text and its versions.
    pub head: TextHead,
    /// The version.
    pub version: VersionHead,
    /// As it was saved last.
    pub saved: VersionForm,
}

/// Begins the next version of a text, from the words of the last that was adopted. Gives its number.
///
/// # Errors
/// `Forbidden` but for who prepares the framing texts; `NotFound`; `FramingPrepared` if one is prepared already.
pub async fn begin(cx: &Cx, slug: &str) -> Result<i32> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let tx = cx.begin().await?;
    let text = hold_text(&tx, slug).await?;
    let versions = framing_version::Entity::find()
        .filter(framing_version::Column::TextId.eq(text.id))
        .order_by_desc(framing_version::Column::Number)
        .all(&tx)
        .await?;
    if versions.iter().any(|version| version.state.is_prepared()) {
        return Err(Refusal::Transition(Transition::FramingPrepared).into());
    }
    let number = versions.first().map_or(1, |last| last.number + 1);
    let adopted = versions.iter().filter(|version| version.in_force_on.is_some());
    let from = adopted.max_by_key(|version| (version.in_force_on, version.number));
    let body = from.map(|version| version.body.clone()).unwrap_or_default();
    insert_version(&tx, blank_version(cx, text.id, number, body)).await?;
    told(cx, &tx, EventKind::FramingVersionBegun, &text, Some(number)).await?;
    cx.commit(tx).await?;
    Ok(number)
}

/// A new row, in preparation.
pub(super) fn blank_version(
    cx: &Cx,
    text: FramingTextId,
    number: i32,
    body: String,
) -> framing_version::ActiveModel {
    framing_version::ActiveModel {
        text_id: Set(text),
        number: Set(number),
        state: Set(VersionState::Preparing),
        motives: Set(String::new()),
        body: Set(body),
        amendable_from: Set(None),
        amendable_until: Set(None),
        starts_on: Set(None),
        in_force_on: Set(None),
        decision: Set(String::new()),
        decided_by: Set(String::new()),
        decided_on: Set(None),
        fingerprint: Set(String::new()),
        version: Set(Version::FIRST),
        begun_at: Set(cx.now),
        begun_by: Set(cx.actor.user_id()),
        state_at: Set(Some(cx.now)),
        state_by: Set(cx.actor.user_id()),
        ..Default::default()
    }
}

/// A version, for somebody who writes it.
///
/// # Errors
/// `Forbidden`, `NotFound`; `FramingState` unless its words may be changed.
pub async fn edit_view(cx: &Cx, slug: &str, number: i32) -> Result<EditView> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let head = head(cx, slug).await?;
    let version = head.number(number).cloned().ok_or(Refusal::NotFound)?;
    must_be_writable(version.state)?;
    let row = framing_version::Entity::find_by_id(version.id).one(cx.reader()).await?.found()?;
    let saved = VersionForm {
        body: row.body,
        motives: row.motives,
        starts_on: row.starts_on.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default(),
    };
    Ok(EditView { head, version, saved })
}

/// What a version said when it had come to `version`, for somebody who writes it: what they began to type from.
///
/// # Errors
/// `Forbidden`.
pub async fn began_from(cx: &Cx, id: FramingVersionId, version: Version) -> Result<Option<String>> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    Ok(saved_at(cx.reader(), id, version).await?.map(|saved| saved.body))
}

/// Writes the row of a new version; the words it begins with are its first revision, over which people type.
pub(super) async fn insert_version(
    tx: &impl ConnectionTrait,
    row: framing_version::ActiveModel,
) -> Result<framing_version::Model> {
    let row = row.insert(tx).await?;
    keep_revision(tx, &row, row.begun_by, row.begun_at).await?;
    Ok(row)
}

/// How the words of a version are written.
pub(super) struct Writing<'a> {
    /// Who is said to have written them.
    pub by: Option<UserId>,
    /// What the shared text said, when they are of it.
    pub shared: Option<&'a str>,
}

/// Writes the words of a version that is held, and keeps them as a revision. Those who type in its room see what changed.
///
/// # Errors
/// `Conflict` if they meet what others are typing.
pub(crate) async fn write_in(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    row: framing_version::ActiveModel,
    body: String,
) -> Result<framing_version::Model> {
    write_over(cx, tx, row, body, &Writing { by: cx.actor.user_id(), shared: None }).await
}

/// The same, said to be of the shared text, or by somebody else.
pub(super) async fn write_over(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    mut row: framing_version::ActiveModel,
    body: String,
    writing: &Writing<'_>,
) -> Result<framing_version::Model> {
    let before = row.body.take().unwrap_or_default();
    row.body = Set(body);
    row.version = Set(row.version.take().unwrap_or(Version(0)).next());
    let row = row.update(tx).await?;
    keep_revision(tx, &row, writing.by, cx.now).await?;
    let was = writing.shared.unwrap_or(&before);
    if !live::follow(cx, tx, row.id, was, &row.body, row.version).await? {
        return Err(Refusal::Conflict.into());
    }
    Ok(row)
}

async fn keep_revision(
    tx: &impl ConnectionTrait,
    row: &framing_version::Model,
    by: Option<UserId>,
    at: DateTime<Utc>,
) -> Result<()> {
    let revision = framing_revision::ActiveModel {
        version_id: Set(row.id),
        number: Set(row.version),
        motives: Set(row.motives.clone()),
        body: Set(row.body.clone()),
        starts_on: Set(row.starts_on),
        saved_at: Set(at),
        saved_by: Set(by),
    };
    framing_revision::Entity::insert(revision).exec_without_returning(tx).await?;
    Ok(())
}

/// A version that is held, with a number for each article: what was typed together was kept as it was typed.
///
/// # Errors
/// `EmptyText` if no article is in it; `FramingArticles` if two have the same number, or one that no longer serves.
pub(super) async fn with_numbers(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    text: &framing_text::Model,
    row: framing_version::Model,
) -> Result<framing_version::Model> {
    let why = match numbered(&row.body, &gone(tx, text.id).await?) {
        Ok(body) if body == row.body => return Ok(row),
        Ok(body) => return write_in(cx, tx, row.into(), body).await,
        Err(FieldProblem::NoArticle) => Transition::EmptyText,
        Err(_) => Transition::FramingArticles,
    };
    Err(Refusal::Transition(why).into())
}

pub(super) fn must_be_writable(state: VersionState) -> Result<()> {
    if state.is_writable() { Ok(()) } else { Err(Refusal::Transition(Transition::FramingState).into()) }
}

/// The numbers of articles that were adopted once and are no longer in the last version that was.
pub(crate) async fn gone(db: &impl ConnectionTrait, text: FramingTextId) -> Result<BTreeSet<ArticleNumber>> {
    let found: Vec<(FramingVersionId, String)> = framing_article::Entity::find()
        .select_only()
        .columns([framing_article::Column::VersionId, framing_article::Column::Number])
        .join(
            JoinType::InnerJoin,
            join::<framing_article::Entity, framing_version::Entity>(
                framing_article::Column::VersionId,
                framing_version::Column::Id,
            ),
        )
        .filter(framing_version::Column::TextId.eq(text))
        .order_by_desc(framing_version::Column::InForceOn)
        .order_by_desc(framing_version::Column::Number)
        .into_tuple()
        .all(db)
        .await?;
    let Some((last, _)) = found.first() else { return Ok(BTreeSet::new()) };
    let read = |(_, number): &(FramingVersionId, String)| number.parse::<ArticleNumber>().ok();
    let (kept, all): (Vec<_>, Vec<_>) = found.iter().partition(|(version, _)| version == last);
    let kept: BTreeSet<ArticleNumber> = kept.into_iter().filter_map(read).collect();
    Ok(all.into_iter().filter_map(read).filter(|number| !kept.contains(number)).collect())
}
