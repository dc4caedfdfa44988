//! The comments on a text, as they are read beside it.

use chrono::{DateTime, Utc};
use domain::{
    contributions::{Anchor, CommentState, Place},
    discussions::MessageState,
    groups::GroupFacts,
    ids::{CommentId, ContributionId, UserId},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    sea_query::{Expr, ExprTrait, IntoCondition},
};

use super::view::CommentRow;
use crate::{
    Cx, Result,
    contributions::{anchors::bytes, typeset},
    discussions,
    entities::{comment, comment_message, join, user},
};

#[derive(FromQueryResult)]
struct Line {
    id: CommentId,
    at: DateTime<Utc>,
    place: Place,
    starts: i32,
    ends: i32,
    quoted: String,
    state: CommentState,
    messages: i32,
    author_id: UserId,
    author: String,
    excerpt: String,
    first_state: MessageState,
}

/// All of them, in the order of the text, each with where it stands. One query.
pub(in super::super) async fn rows(
    cx: &Cx,
    id: ContributionId,
    group: &GroupFacts,
) -> Result<Vec<(Anchor, CommentRow)>> {
    use comment::Column as C;
    let lines: Vec<Line> = comment::Entity::find()
        .select_only()
        .columns([C::Id, C::At, C::Place, C::Starts, C::Ends, C::Quoted, C::State, C::Messages, C::AuthorId])
        .column_as(user::Column::Name, "author")
        .column(comment_message::Column::Excerpt)
        .column_as(comment_message::Column::State, "first_state")
        .join(JoinType::InnerJoin, join::<comment::Entity, user::Entity>(C::AuthorId, user::Column::Id))
        .join(JoinType::InnerJoin, to_first())
        .filter(C::ContributionId.eq(id))
        .order_by_asc(C::Starts)
        .order_by_asc(C::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let mut numbers = Numbers::default();
    let row = |line: Line| {
        let reads = discussions::reads(cx, group, line.first_state, line.author_id);
        let row = CommentRow {
            id: line.id,
            number: numbers.of(line.state, line.place),
            by: line.author,
            at: line.at,
            place: line.place,
            state: line.state,
            words: as_read(&line.quoted),
            excerpt: reads.then_some(line.excerpt),
            answers: line.messages.unsigned_abs().saturating_sub(1),
        };
        let (start, end) = (bytes(line.starts), bytes(line.ends));
        (Anchor { place: line.place, start, end, words: line.quoted }, row)
    };
    Ok(lines.into_iter().map(row).collect())
}

/// From a comment to the message that began it.
fn to_first() -> RelationDef {
    comment::Entity::belongs_to(comment_message::Entity)
        .from(comment::Column::Id)
        .to(comment_message::Column::CommentId)
        .on_condition(|_, messages| {
            Expr::col((messages, comment_message::Column::Position)).eq(1).into_condition()
        })
        .into()
}

/// The words of a passage without the signs that set them, in the typography of their language.
pub(super) fn as_read(quoted: &str) -> String {
    // A passage may begin or end inside what a sign sets: the sign that stays alone says nothing.
    let plain = markdown::plain(quoted).replace(['*', '`', '['], "");
    typeset(&plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Numbers the comments that wait on words that the text has, in its order.
#[derive(Default)]
pub(super) struct Numbers(usize);

impl Numbers {
    pub fn of(&mut self, state: CommentState, place: Place) -> Option<usize> {
        (state == CommentState::Open && place != Place::Gone).then(|| {
            self.0 += 1;
            self.0
        })
    }
}
