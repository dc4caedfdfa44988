//! What comments ask: to be read by who is named in them, to be answered by the authors of the text.

use chrono::{DateTime, Utc};
use domain::{
    contributions::{CommentState, State},
    discussions::MessageState,
    groups::GroupState,
    home::AskedKind,
    ids::{CommentId, GroupId, UserId},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
    sea_query::{Expr, ExprTrait},
};

use super::{
    AT_MOST, Asked, Subject,
    suggestions::{Text, with_text},
};
use crate::{
    Cx, Result,
    entities::{comment, comment_mention, comment_message, contribution, contribution_author, join},
};

/// Where one is named, and has not read it.
pub(super) fn named(me: UserId) -> Select<comment_mention::Entity> {
    comment_mention::Entity::find()
        .filter(comment_mention::Column::UserId.eq(me))
        .filter(comment_mention::Column::Seen.eq(false))
}

/// The comments on one's own texts that wait, and of which the last word is none of the authors'.
pub(super) fn unanswered(me: UserId) -> Select<comment::Entity> {
    let signed = contribution_author::Entity::find()
        .select_only()
        .column(contribution_author::Column::ContributionId)
        .filter(contribution_author::Column::UserId.eq(me))
        .into_query();
    let by_an_author = contribution_author::Entity::find()
        .select_only()
        .expr(Expr::value(1))
        .filter(
            Expr::col((contribution_author::Entity, contribution_author::Column::ContributionId))
                .equals((comment::Entity, comment::Column::ContributionId)),
        )
        .filter(
            Expr::col((contribution_author::Entity, contribution_author::Column::UserId))
                .equals((comment::Entity, comment::Column::LastBy)),
        )
        .into_query();
    comment::Entity::find()
        .filter(comment::Column::State.eq(CommentState::Open))
        .filter(Expr::col((comment::Entity, comment::Column::ContributionId)).in_subquery(signed))
        .filter(Expr::exists(by_an_author).not())
}

/// A comment, and since when it asks.
#[derive(FromQueryResult)]
struct Line {
    comment: CommentId,
    since: DateTime<Utc>,
    #[sea_orm(nested)]
    text: Text,
}

/// The comments in which one is named, each once. One query.
pub(super) async fn mentioned(cx: &Cx, me: UserId, of: Option<GroupId>) -> Result<Vec<Asked>> {
    let to_message = join::<comment_mention::Entity, comment_message::Entity>(
        comment_mention::Column::MessageId,
        comment_message::Column::Id,
    );
    let to_comment = join::<comment_message::Entity, comment::Entity>(
        comment_message::Column::CommentId,
        comment::Column::Id,
    );
    let found = named(me)
        .select_only()
        .column_as(comment::Column::Id, "comment")
        .column_as(comment_message::Column::At, "since")
        .join(JoinType::InnerJoin, to_message)
        .join(JoinType::InnerJoin, to_comment)
        .join(JoinType::InnerJoin, to_text())
        // What was hidden calls nobody.
        .filter(comment_message::Column::State.eq(MessageState::Shown))
        .order_by_asc(comment_message::Column::At)
        .limit(AT_MOST);
    let lines: Vec<Line> = with_text(found, of).into_model().all(cx.reader()).await?;
    let mut asked: Vec<Asked> = Vec::new();
    for line in lines {
        let subject = Subject::Comment(line.text.id, line.comment);
        if line.text.is_read(cx) && asked.iter().all(|ask| ask.subject != subject) {
            asked.push(Asked { since: Some(line.since), ..line.text.asked(AskedKind::Mentioned, subject) });
        }
    }
    Ok(asked)
}

/// One's own texts of which comments wait for an answer, each once. One query.
pub(super) async fn waiting(cx: &Cx, me: UserId, of: Option<GroupId>) -> Result<Vec<Asked>> {
    let discussed = State::ALL.iter().copied().filter(|state| !state.is_frozen());
    let found = unanswered(me)
        .select_only()
        .column_as(comment::Column::Id, "comment")
        .column_as(comment::Column::LastAt, "since")
        .join(JoinType::InnerJoin, to_text())
        .filter(contribution::Column::State.is_in(discussed))
        .order_by_asc(comment::Column::LastAt)
        .limit(AT_MOST);
    let lines: Vec<Line> = with_text(found, of).into_model().all(cx.reader()).await?;
    let mut asked: Vec<Asked> = Vec::new();
    for line in lines.into_iter().filter(|line| line.text.group_state != GroupState::Closed) {
        let subject = Subject::Text(line.text.id);
        if let Some(ask) = asked.iter_mut().find(|ask| ask.subject == subject) {
            ask.count += 1;
        } else if line.text.is_read(cx) {
            asked.push(Asked { since: Some(line.since), ..line.text.asked(AskedKind::Comments, subject) });
        }
    }
    Ok(asked)
}

fn to_text() -> sea_orm::RelationDef {
    join::<comment::Entity, contribution::Entity>(comment::Column::ContributionId, contribution::Column::Id)
}
