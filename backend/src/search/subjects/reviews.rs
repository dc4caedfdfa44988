//! What readers say of a text: for those who follow the work, and remarks of a consultation for who is consulted.

use chrono::{DateTime, Utc};
use domain::{
    contributions::Verdict,
    ids::{ContributionId, GroupId, ReviewId, UserId},
    search::SubjectKind,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QuerySelect, RelationDef, Select,
    sea_query::{Expr, ExprTrait},
};

use super::{Named, Readable};
use crate::{
    Cx, Result,
    contributions::{self, typeset},
    entities::{contribution, join, review, user},
    groups,
    search::view::Subject,
};

/// The query also joins `contributions` and `groups`.
pub(super) fn visible(cx: &Cx) -> Condition {
    let since = Expr::col((review::Entity, review::Column::At))
        .gte(Expr::col((contribution::Entity, contribution::Column::ConsultedAt)));
    let of_a_consultation = Condition::all()
        .add(contributions::consulted(cx))
        .add(review::Column::Verdict.eq(Verdict::Comment))
        .add(since);
    Condition::all()
        .add(review::Column::Id.is_not_null())
        .add(contribution::Column::Id.is_not_null())
        .add(contributions::visible_to(cx))
        .add(Condition::any().add(groups::work_visible_to(&cx.actor)).add(of_a_consultation))
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = review::Entity::find()
        .select_only()
        .columns([review::Column::Id, review::Column::At])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

#[derive(FromQueryResult)]
struct Line {
    id: ReviewId,
    contribution_id: ContributionId,
    group_id: GroupId,
    reviewer_id: UserId,
    reviewer: String,
    title: String,
    comment: String,
    at: DateTime<Utc>,
}

fn lines(found: Select<review::Entity>) -> sea_orm::Selector<sea_orm::SelectModel<Line>> {
    found
        .select_only()
        .columns([
            review::Column::Id,
            review::Column::ContributionId,
            review::Column::ReviewerId,
            review::Column::Comment,
            review::Column::At,
        ])
        .columns([contribution::Column::GroupId, contribution::Column::Title])
        .column_as(user::Column::Name, "reviewer")
        .join(JoinType::InnerJoin, to_text())
        .join(
            JoinType::InnerJoin,
            join::<review::Entity, user::Entity>(review::Column::ReviewerId, user::Column::Id),
        )
        .into_model()
}

fn to_text() -> RelationDef {
    join::<review::Entity, contribution::Entity>(review::Column::ContributionId, contribution::Column::Id)
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    let found =
        review::Entity::find().filter(review::Column::Id.is_in(ids)).filter(review::Column::Comment.ne(""));
    let readable = |line: Line| Readable {
        kind: SubjectKind::Review,
        id: line.id.0,
        group: Some(line.group_id),
        contribution: Some(line.contribution_id),
        authors: vec![line.reviewer_id],
        at: line.at,
        // The title is that of the text, which is found by itself.
        title: String::new(),
        body: markdown::plain(&line.comment),
    };
    Ok(lines(found).all(db).await?.into_iter().map(readable).collect())
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    let found = review::Entity::find().filter(review::Column::Id.is_in(ids));
    let named = |line: Line| {
        let subject = Subject::Review { text: line.contribution_id };
        (line.id.0, Named { subject, title: typeset(&line.title), by: vec![line.reviewer] })
    };
    Ok(lines(found).all(cx.reader()).await?.into_iter().map(named).collect())
}
