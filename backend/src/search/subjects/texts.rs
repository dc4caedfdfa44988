//! Texts, published or not: their title, their summary and what their current version says.

use chrono::{DateTime, Utc};
use domain::{
    contributions::{ContributionKind, Standing, State},
    groups::{GroupFacts, GroupState, Visibility},
    ids::{ContributionId, GroupId, UserId},
    policy::{GroupAction, Permission},
    search::SubjectKind,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};

use super::{Named, Readable};
use crate::{
    Cx, Result,
    contributions::{self, typeset},
    entities::{adoption, contribution, contribution_author, group, join, revision},
    search::view::Subject,
};

/// The query also joins `groups`.
pub(super) fn visible(cx: &Cx) -> Condition {
    Condition::all().add(contribution::Column::Id.is_not_null()).add(contributions::visible_to(cx))
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = contribution::Entity::find()
        .select_only()
        .columns([contribution::Column::Id, contribution::Column::UpdatedAt])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: ContributionId,
        group_id: GroupId,
        state: State,
        state_since: DateTime<Utc>,
        title: String,
        summary: String,
        body: String,
        at: DateTime<Utc>,
        year: Option<i32>,
        sequence: Option<i32>,
    }
    let lines: Vec<Line> = contribution::Entity::find()
        .select_only()
        .columns([
            contribution::Column::Id,
            contribution::Column::GroupId,
            contribution::Column::State,
            contribution::Column::StateSince,
        ])
        .columns([
            revision::Column::Title,
            revision::Column::Summary,
            revision::Column::Body,
            revision::Column::At,
        ])
        .columns([adoption::Column::Year, adoption::Column::Sequence])
        .join(
            JoinType::InnerJoin,
            join::<contribution::Entity, revision::Entity>(
                contribution::Column::RevisionId,
                revision::Column::Id,
            ),
        )
        .join(JoinType::LeftJoin, to_adoption())
        .filter(contribution::Column::Id.is_in(ids.iter().copied()))
        .into_model()
        .all(db)
        .await?;
    let authors: Vec<(ContributionId, UserId)> = contribution_author::Entity::find()
        .select_only()
        .columns([contribution_author::Column::ContributionId, contribution_author::Column::UserId])
        .filter(contribution_author::Column::ContributionId.is_in(ids))
        .order_by_asc(contribution_author::Column::Position)
        .into_tuple()
        .all(db)
        .await?;
    let readable = |line: Line| {
        let published = line.state == State::Published;
        let number = contributions::number(line.year.zip(line.sequence)).map(|number| number.to_string());
        let body = [
            markdown::plain(&line.summary),
            markdown::plain(&line.body),
            // Whoever cites a text by its number finds it so.
            number.unwrap_or_default(),
        ];
        Readable {
            kind: if published { SubjectKind::Publication } else { SubjectKind::Text },
            id: line.id.0,
            group: Some(line.group_id),
            contribution: Some(line.id),
            authors: authors.iter().filter(|(text, _)| *text == line.id).map(|(_, author)| *author).collect(),
            at: line.at.max(line.state_since),
            title: line.title,
            body: body.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"),
        }
    };
    Ok(lines.into_iter().map(readable).collect())
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: ContributionId,
        kind: ContributionKind,
        state: State,
        title: String,
        byline: String,
        group_id: GroupId,
        visibility: Visibility,
        group_state: GroupState,
        year: Option<i32>,
        sequence: Option<i32>,
        standing: Option<Standing>,
    }
    let lines: Vec<Line> = contribution::Entity::find()
        .select_only()
        .columns([
            contribution::Column::Id,
            contribution::Column::Kind,
            contribution::Column::State,
            contribution::Column::Title,
            contribution::Column::Byline,
            contribution::Column::GroupId,
        ])
        .column(group::Column::Visibility)
        .column_as(group::Column::State, "group_state")
        .columns([adoption::Column::Year, adoption::Column::Sequence, adoption::Column::Standing])
        .join(
            JoinType::InnerJoin,
            join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id),
        )
        .join(JoinType::LeftJoin, to_adoption())
        .filter(contribution::Column::Id.is_in(ids))
        .into_model()
        .all(cx.reader())
        .await?;
    let named = |line: Line| {
        let facts = GroupFacts { id: line.group_id, visibility: line.visibility, state: line.group_state };
        // Who is in a secret group is its own business.
        let told =
            facts.visibility != Visibility::Secret || cx.may(Permission::Group(GroupAction::See, &facts));
        let number = contributions::number(line.year.zip(line.sequence));
        let subject = match number.filter(|_| line.state == State::Published) {
            Some(number) => Subject::Publication {
                id: line.id,
                number,
                kind: line.kind,
                standing: line.standing.unwrap_or(Standing::InForce),
            },
            None => Subject::Text { id: line.id, kind: line.kind, state: line.state },
        };
        let by = if told { line.byline.lines().map(str::to_owned).collect() } else { Vec::new() };
        (line.id.0, Named { subject, title: typeset(&line.title), by })
    };
    Ok(lines.into_iter().map(named).collect())
}

fn to_adoption() -> RelationDef {
    join::<contribution::Entity, adoption::Entity>(contribution::Column::Id, adoption::Column::ContributionId)
}
