//! Commenting a passage of a text.

use std::ops::Range;

use chrono::TimeDelta;
use domain::{
    FieldProblem, Refusal, Version,
    contributions::{Anchor, COMMENTS_MAX, CommentForm, CommentState, Place},
    ids::{CommentId, ContributionId},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    load::{hold, text_to_comment},
    mentions::{Mention, named},
    messages::{Said, insert, tell},
};
use crate::{
    Cx, Result,
    contributions::{
        anchors::{kept, narrowed},
        load::{Loaded, source},
        merge::changes,
        render::apart,
    },
    entities::{comment, comment_message},
    events::EventKind,
};

/// How many times this is tried again when others save at the same moment.
const TRIES: usize = 4;
/// Characters of a passage: a whole paragraph that is longer is narrowed.
const PASSAGE_MAX: u32 = 20_000;
/// The same words sent twice within this time are one comment: a button pressed twice.
pub(super) const TWICE: TimeDelta = TimeDelta::seconds(60);

/// A passage, in bytes of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The version that was read.
    pub base: Version,
    /// The passage.
    pub range: Range<usize>,
}

/// Says something of a passage, or of the words of it that are typed; begins a comment that others answer.
///
/// # Errors
/// `Invalid`, and `NotInPassage` on `words` if the passage does not say them; `Conflict` if the passage was taken away
/// meanwhile; `Transition` once the text is frozen; `NotFound`, `Forbidden`.
pub async fn comment(cx: &Cx, id: ContributionId, target: &Target, form: &CommentForm) -> Result<CommentId> {
    text_to_comment(cx, id).await?;
    let (words, body) = form.check()?;
    for _ in 0..TRIES {
        let text = text_to_comment(cx, id).await?;
        let anchor = passage(cx, &text, target, &words).await?;
        let mentions = named(cx, &text, &body).await?;
        if let Some(made) = make(cx, &text, anchor, &body, &mentions).await? {
            return Ok(made);
        }
    }
    Err(Refusal::Conflict.into())
}

/// The passage that is meant, on the current version.
async fn passage(cx: &Cx, text: &Loaded, target: &Target, words: &str) -> Result<Anchor> {
    let was = source(cx.reader(), text.id, target.base).await?.body;
    let whole = was.get(target.range.clone()).ok_or(Refusal::Malformed)?;
    let range = if words.is_empty() {
        // Blanks around are no part of it.
        let start = target.range.start + whole.len() - whole.trim_start().len();
        start..start + whole.trim().len()
    } else {
        narrowed(&was, target.range.clone(), words)
            .ok_or(Refusal::field("words", FieldProblem::NotInPassage))?
    };
    let anchor = Anchor::of(&was, range).ok_or(Refusal::Malformed)?;
    if anchor.words.chars().count() > PASSAGE_MAX as usize {
        return Err(Refusal::field("words", FieldProblem::TooLong { max: PASSAGE_MAX }).into());
    }
    if target.base == text.version {
        return Ok(anchor);
    }
    let is = source(cx.reader(), text.id, text.version).await?.body;
    let carried = apart(was.len() + is.len(), move || {
        let edits = changes(&was, &is);
        anchor.carried(&was, &is, &edits)
    })
    .await?;
    match carried.place {
        Place::Gone => Err(Refusal::Conflict.into()),
        Place::Here | Place::Changed => Ok(carried),
    }
}

/// Writes it; `None` if a version was written meanwhile.
async fn make(
    cx: &Cx,
    text: &Loaded,
    anchor: Anchor,
    body: &str,
    mentions: &[Mention],
) -> Result<Option<CommentId>> {
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    if !hold(&tx, text, 1, Some(text.version)).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    if text.comments.unsigned_abs() >= COMMENTS_MAX {
        return Err(Refusal::field("body", FieldProblem::TooMuch { max: COMMENTS_MAX }).into());
    }
    if let Some(same) = said_already(cx, &tx, text, &anchor, body).await? {
        tx.rollback().await?;
        return Ok(Some(same));
    }
    let row = comment::ActiveModel {
        contribution_id: Set(text.id),
        author_id: Set(me),
        at: Set(cx.now),
        made_on: Set(text.version),
        place: Set(anchor.place),
        starts: Set(kept(anchor.start)),
        ends: Set(kept(anchor.end)),
        quoted: Set(anchor.words),
        state: Set(CommentState::Open),
        settled_by: Set(None),
        settled_at: Set(None),
        messages: Set(1),
        last_at: Set(cx.now),
        last_by: Set(me),
        ..Default::default()
    };
    let id = comment::Entity::insert(row).exec(&tx).await?.last_insert_id;
    insert(cx, &tx, &Said { comment: id, position: 1, by: me, body }, mentions).await?;
    tell(cx, &tx, EventKind::CommentMade, text, id, None).await?;
    cx.commit(tx).await?;
    Ok(Some(id))
}

/// What the person asking has just said of the same words.
async fn said_already(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    text: &Loaded,
    anchor: &Anchor,
    body: &str,
) -> Result<Option<CommentId>> {
    let latest = comment::Entity::find()
        .filter(comment::Column::ContributionId.eq(text.id))
        .filter(comment::Column::AuthorId.eq(cx.person()?.id))
        .filter(comment::Column::At.gt(cx.now - TWICE))
        .order_by_desc(comment::Column::Id)
        .one(tx)
        .await?;
    let Some(latest) = latest.filter(|row| row.quoted == anchor.words && row.starts == kept(anchor.start))
    else {
        return Ok(None);
    };
    let first = comment_message::Entity::find()
        .filter(comment_message::Column::CommentId.eq(latest.id))
        .filter(comment_message::Column::Position.eq(1))
        .one(tx)
        .await?;
    Ok(first.filter(|first| first.body == body).map(|_| latest.id))
}
