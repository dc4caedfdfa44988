//! Beginning a text.

use domain::{
    Version,
    behalf::Entered,
    contributions::{ContributionForm, ContributionText, State},
    ids::{ContributionId, GroupId, RevisionId, UserId},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryTrait, Statement,
    sea_query::Expr,
};

use super::{
    autosave::{Spot, forgotten, group_to_write_in},
    begun::Begun,
    intake::Intake,
    render::{self, Rendering},
};
use crate::{
    Cx, Result, behalf, db,
    entities::{contribution, contribution_author, revision},
    events::{Event, EventKind},
    fold::fold,
};

/// Begins a text in a group that is at work; the person is its author.
///
/// # Errors
/// `Invalid`; `NotFound` or `Forbidden` for those who do not write in the group; `Transition` if it is closed.
pub async fn create(cx: &Cx, slug: &str, form: &ContributionForm) -> Result<ContributionId> {
    create_from(cx, slug, form, None).await
}

/// The same, perhaps with what a file held.
pub(super) async fn create_from(
    cx: &Cx,
    slug: &str,
    form: &ContributionForm,
    intake: Option<&Intake>,
) -> Result<ContributionId> {
    let group = group_to_write_in(cx, slug).await?.id;
    let person = cx.person()?;
    let mut text = form.check()?;
    let tx = cx.begin().await?;
    crate::groups::still_at_work(&tx, group).await?;
    let start = Start { group, state: State::Draft, byline: person.name.clone(), by: person.id, at: cx.now };
    let id = insert(&tx, &start, &text).await?;
    let begun = Begun::in_text(cx, &tx, &text.body).await?;
    text.body = match intake {
        Some(intake) => intake.addressed(&text.body, id),
        None => begun.addressed(&text.body, id),
    };
    // Its anchors hold the identifier, which is only known here: it is rendered while the rest is written.
    let (summary, body) = (text.summary.clone(), text.body.clone());
    let rendering = tokio::spawn(async move { render::text(id, &summary, &body).await });
    let revision =
        insert_revision(&tx, id, Version::FIRST, &text, &Saving::first(person.id, cx.now, &text)).await?;
    behalf::mark(cx, &tx, Entered::Revision, revision.0).await?;
    let [current, rendered] = made_current(&tx, id, revision, &rendering.await??)?;
    let mut rest = vec![
        authorship(&tx, id, &[person.id]),
        current,
        rendered,
        Event::new(EventKind::ContributionCreated).group(group).contribution(id).line(cx, &tx),
    ];
    match intake {
        // What was typed in the form of a new text is something else.
        Some(intake) => rest.extend(intake.lines(cx, &tx, id).await?),
        None => {
            rest.push(forgotten(&tx, person.id, Spot { group, contribution: None }));
            rest.extend(begun.lines(cx, &tx, id)?);
        }
    }
    db::execute_all(&tx, rest).await?;
    cx.commit(tx).await?;
    Ok(id)
}

/// A text about to be, beside what it says.
pub(super) struct Start {
    pub group: GroupId,
    pub state: State,
    pub byline: String,
    pub by: UserId,
    pub at: chrono::DateTime<chrono::Utc>,
}

/// Who saves a revision, when, and how much they change.
pub(super) struct Saving {
    pub by: UserId,
    pub at: chrono::DateTime<chrono::Utc>,
    /// Words added, words removed.
    pub words: (usize, usize),
    /// The version it was typed over, when it is put together with a later one.
    pub merged_from: Option<Version>,
}

impl Saving {
    pub fn first(by: UserId, at: chrono::DateTime<chrono::Utc>, text: &ContributionText) -> Saving {
        let words = [&text.title, &text.summary, &text.body].map(|t| t.split_whitespace().count());
        Saving { by, at, words: (words.iter().sum(), 0), merged_from: None }
    }
}

pub(super) async fn insert(
    tx: &impl ConnectionTrait,
    start: &Start,
    text: &ContributionText,
) -> Result<ContributionId> {
    let row = contribution::ActiveModel {
        group_id: Set(start.group),
        kind: Set(text.kind),
        state: Set(start.state),
        title: Set(text.title.clone()),
        title_folded: Set(fold(&text.title)),
        summary: Set(text.summary.clone()),
        byline: Set(start.byline.clone()),
        revision_id: Set(None),
        created_by: Set(start.by),
        created_at: Set(start.at),
        updated_at: Set(start.at),
        state_since: Set(start.at),
        version: Set(Version::FIRST),
        consultation: Set(String::new()),
        ..Default::default()
    };
    Ok(contribution::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Writes who the authors are, in this order.
pub(super) fn authorship(tx: &impl ConnectionTrait, id: ContributionId, authors: &[UserId]) -> Statement {
    let rows = (0..).zip(authors).map(|(position, user)| contribution_author::ActiveModel {
        contribution_id: Set(id),
        user_id: Set(*user),
        position: Set(position),
    });
    contribution_author::Entity::insert_many(rows).build(tx.get_database_backend())
}

pub(super) async fn insert_revision(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    version: Version,
    text: &ContributionText,
    saving: &Saving,
) -> Result<RevisionId> {
    let stored = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let row = revision::ActiveModel {
        contribution_id: Set(id),
        position: Set(version.0),
        title: Set(text.title.clone()),
        summary: Set(text.summary.clone()),
        body: Set(text.body.clone()),
        reason: Set(text.reason.clone()),
        words_added: Set(stored(saving.words.0)),
        words_removed: Set(stored(saving.words.1)),
        author_id: Set(saving.by),
        at: Set(saving.at),
        merged_from: Set(saving.merged_from.map(|version| version.0)),
        ..Default::default()
    };
    Ok(revision::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Makes a revision the one that is read: for the text, and with its rendering kept.
pub(super) fn made_current(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    revision: RevisionId,
    rendering: &Rendering,
) -> Result<[Statement; 2]> {
    let current = contribution::Entity::update_many()
        .col_expr(contribution::Column::RevisionId, Expr::value(Some(revision)))
        .filter(contribution::Column::Id.eq(id))
        .build(tx.get_database_backend());
    Ok([current, render::stored(tx, revision, rendering)?])
}
