//! What is said in comments on passages: for those who follow the work, and for who is consulted.

use chrono::{DateTime, Utc};
use domain::{
    ids::{CommentId, CommentMessageId, ContributionId, GroupId, UserId},
    search::SubjectKind,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QuerySelect, Select,
};

use super::{Named, Readable, messages::read_by};
use crate::{
    Cx, Result,
    contributions::{self, typeset},
    entities::{comment, comment_message, contribution, join, user},
    groups,
    search::view::Subject,
};

/// The query also joins `contributions` and `groups`.
pub(super) fn visible(cx: &Cx) -> Condition {
    Condition::all()
        .add(comment_message::Column::Id.is_not_null())
        .add(contribution::Column::Id.is_not_null())
        .add(contributions::visible_to(cx))
        .add(Condition::any().add(groups::work_visible_to(&cx.actor)).add(contributions::consulted(cx)))
        .add(read_by(cx, comment_message::Column::State, comment_message::Column::AuthorId))
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = comment_message::Entity::find()
        .select_only()
        .columns([comment_message::Column::Id, comment_message::Column::At])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

#[derive(FromQueryResult)]
struct Line {
    id: CommentMessageId,
    comment_id: CommentId,
    author_id: UserId,
    author: String,
    body: String,
    at: DateTime<Utc>,
    edited_at: Option<DateTime<Utc>>,
    contribution_id: ContributionId,
    group_id: GroupId,
    title: String,
}

fn lines(found: Select<comment_message::Entity>) -> sea_orm::Selector<sea_orm::SelectModel<Line>> {
    use comment_message::Column as C;
    let to_comment = join::<comment_message::Entity, comment::Entity>(C::CommentId, comment::Column::Id);
    let to_text = join::<comment::Entity, contribution::Entity>(
        comment::Column::ContributionId,
        contribution::Column::Id,
    );
    let to_author = join::<comment_message::Entity, user::Entity>(C::AuthorId, user::Column::Id);
    found
        .select_only()
        .columns([C::Id, C::CommentId, C::AuthorId, C::Body, C::At, C::EditedAt])
        .column_as(user::Column::Name, "author")
        .column(comment::Column::ContributionId)
        .columns([contribution::Column::GroupId, contribution::Column::Title])
        .join(JoinType::InnerJoin, to_comment)
        .join(JoinType::InnerJoin, to_text)
        .join(JoinType::InnerJoin, to_author)
        .into_model()
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    let found = comment_message::Entity::find().filter(comment_message::Column::Id.is_in(ids));
    let readable = |line: Line| Readable {
        kind: SubjectKind::Comment,
        id: line.id.0,
        group: Some(line.group_id),
        contribution: Some(line.contribution_id),
        authors: vec![line.author_id],
        at: line.edited_at.unwrap_or(line.at),
        // The title is that of the text, which is found by itself.
        title: String::new(),
        body: markdown::plain(&line.body),
    };
    Ok(lines(found).all(db).await?.into_iter().map(readable).collect())
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    let found = comment_message::Entity::find().filter(comment_message::Column::Id.is_in(ids));
    let named = |line: Line| {
        let subject = Subject::Comment { text: line.contribution_id, comment: line.comment_id };
        (line.id.0, Named { subject, title: typeset(&line.title), by: vec![line.author] })
    };
    Ok(lines(found).all(cx.reader()).await?.into_iter().map(named).collect())
}
