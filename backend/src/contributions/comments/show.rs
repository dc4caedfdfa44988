//! One comment, and where its words stand; a text where a passage is chosen.

use std::ops::Range;

use domain::{
    Version,
    contributions::{CommentState, Place},
    ids::{CommentId, ContributionId},
    policy::ContributionAction,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    list::views,
    load::{find, text_read, text_to_comment},
    mentions::note_seen,
    row::Numbers,
    view::CommentView,
};
use crate::{
    Cx, Found, Result,
    contributions::{
        anchors::{self, Paragraph, bytes, covering, paragraphs},
        load::{Head, load, source},
    },
    entities::comment,
};

/// A text where a passage is chosen.
#[derive(Clone, Debug)]
pub struct Workshop {
    /// The head of the page.
    pub head: Head,
    /// The version whose paragraphs these are.
    pub base: Version,
    /// The whole text.
    pub body: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// One comment, the paragraph of its words, and where in it they stand. Who is named in it has then read it.
///
/// # Errors
/// As [`comments`](super::comments); `NotFound` if the text has no such comment.
pub async fn show(
    cx: &Cx,
    id: ContributionId,
    which: CommentId,
) -> Result<(Head, CommentView, Option<[String; 3]>)> {
    let text = text_read(cx, id).await?;
    let row = find(cx.reader(), id, which).await?;
    let (place, range) = (row.place, bytes(row.starts)..bytes(row.ends));
    let number = number_of(cx, &row).await?;
    let view = views(cx, &text, vec![(number, row)]).await?.pop().found()?;
    let around = if place == Place::Gone {
        None
    } else {
        around(&source(cx.reader(), id, text.version).await?.body, &range)
    };
    note_seen(cx, &[which]).await;
    Ok((Head::new(cx, &text), view, around))
}

/// The number that the page of the text gives to a comment.
async fn number_of(cx: &Cx, row: &comment::Model) -> Result<Option<usize>> {
    let open: Vec<comment::Model> = comment::Entity::find()
        .filter(comment::Column::ContributionId.eq(row.contribution_id))
        .filter(comment::Column::State.eq(CommentState::Open))
        .filter(comment::Column::Starts.lte(row.starts))
        .order_by_asc(comment::Column::Starts)
        .order_by_asc(comment::Column::Id)
        .all(cx.reader())
        .await?;
    let mut numbers = Numbers::default();
    let numbered = open.into_iter().map(|other| (numbers.of(other.state, other.place), other.id));
    Ok(numbered.filter(|(_, id)| *id == row.id).find_map(|(number, _)| number))
}

/// The paragraph of a passage: what comes before its words, they themselves, what follows.
fn around(body: &str, range: &Range<usize>) -> Option<[String; 3]> {
    let whole = covering(body, range);
    let parts = [whole.start..range.start, range.clone(), range.end..whole.end];
    let [before, words, after] = parts.map(|part| body.get(part).map(str::to_owned));
    Some([before?, words?, after?])
}

/// A text where somebody may say something of a passage, as it was at version `base`.
///
/// # Errors
/// `Transition` once it is frozen; `NotFound`, `Forbidden`.
pub async fn workshop(cx: &Cx, id: ContributionId, base: Option<Version>) -> Result<Workshop> {
    let text = text_to_comment(cx, id).await?;
    let base = base.unwrap_or(text.version);
    let body = source(cx.reader(), id, base).await?.body;
    let mut here = Vec::new();
    if text.comments > 0 && base == text.version {
        let open = comment::Entity::find()
            .filter(comment::Column::ContributionId.eq(id))
            .filter(comment::Column::State.eq(CommentState::Open))
            .filter(comment::Column::Place.ne(Place::Gone));
        let rows = open.all(cx.reader()).await?;
        here = rows.iter().map(|row| bytes(row.starts)..bytes(row.ends)).collect();
    }
    let paragraphs = paragraphs(&body, &here);
    Ok(Workshop { head: Head::new(cx, &text), base, body, paragraphs })
}

/// The passage that somebody chose on the page of a version, from one of its words to another, counted from 0.
///
/// # Errors
/// `NotFound` if there are no such words, as well; `Forbidden`.
pub async fn chosen(
    cx: &Cx,
    id: ContributionId,
    base: Version,
    words: (usize, usize),
) -> Result<Range<usize>> {
    let text = load(cx, id, ContributionAction::Comment).await?;
    text.require_followed(cx)?;
    anchors::chosen(cx, &text, base, words).await
}
