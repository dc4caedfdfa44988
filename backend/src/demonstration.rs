//! The past of the demonstration council: what was imported a moment ago is given the dates of a council that has
//! been at work for a year, so that its journal, its news and its people look like those of a real one.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use domain::{
    Actor, Refusal, Version,
    contributions::State,
    ids::{ContributionId, GroupId, UserId},
    people::CouncilRole,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use serde_json::{Value, json};

use crate::{
    Cx, Result,
    entities::{
        adoption, contribution, council, event, former_edition, group, join, mandate, membership, reading,
        review, revision, user,
    },
    events::EventKind,
};

/// Days before the first text at which a group was opened.
const OPENED_BEFORE: TimeDelta = TimeDelta::days(14);

/// Whether there is neither council nor anybody.
///
/// # Errors
/// `NotFound` but for the program itself.
pub async fn is_empty(cx: &Cx) -> Result<bool> {
    only_the_program(cx)?;
    let councils = council::Entity::find().count(cx.reader()).await?;
    Ok(councils == 0 && user::Entity::find().count(cx.reader()).await? == 0)
}

/// Rewrites the journal as if everything had been done here, at its date, by its people; notes past visits.
///
/// # Errors
/// `NotFound` but for the program itself.
pub async fn give_a_past(cx: &Cx) -> Result<()> {
    only_the_program(cx)?;
    let tx = cx.begin().await?;
    let groups = groups(&tx).await?;
    let mut told = people(cx, &tx).await?;
    told.extend(memberships(&tx, &groups).await?);
    for (id, opened) in &groups {
        told.push(Told { group: Some(*id), ..Told::new(*opened, EventKind::GroupCreated) });
    }
    let closed = group::Entity::find().filter(group::Column::ClosedAt.is_not_null()).all(&tx).await?;
    told.extend(closed.iter().filter_map(|row| {
        Some(Told { group: Some(row.id), ..Told::new(row.closed_at?, EventKind::GroupClosed) })
    }));
    told.extend(texts(&tx).await?);
    told.extend(discussions(&tx).await?);
    told.extend(lived(&tx).await?);
    told.sort_by_key(|told| told.at);
    event::Entity::delete_many().exec(&tx).await?;
    let began = told.first().map_or(cx.now, |told| told.at);
    told.insert(0, Told::new(began, EventKind::CouncilInstalled));
    for told in told {
        event::Entity::insert(told.into_row(cx.now)).exec_without_returning(&tx).await?;
    }
    council::Entity::update_many().col_expr(council::Column::CreatedAt, Expr::value(began)).exec(&tx).await?;
    visits(cx, &tx).await?;
    cx.commit(tx).await
}

fn only_the_program(cx: &Cx) -> Result<()> {
    if cx.actor == Actor::System { Ok(()) } else { Err(Refusal::NotFound.into()) }
}

/// A line of the journal to come.
struct Told {
    at: DateTime<Utc>,
    kind: EventKind,
    by: Option<UserId>,
    group: Option<GroupId>,
    text: Option<ContributionId>,
    user: Option<UserId>,
    data: Value,
}

impl Told {
    fn new(at: DateTime<Utc>, kind: EventKind) -> Told {
        Told { at, kind, by: None, group: None, text: None, user: None, data: json!({}) }
    }

    fn into_row(self, now: DateTime<Utc>) -> event::ActiveModel {
        event::ActiveModel {
            at: Set(self.at.min(now)),
            actor_id: Set(self.by),
            kind: Set(self.kind.code().to_owned()),
            group_id: Set(self.group),
            contribution_id: Set(self.text),
            user_id: Set(self.user),
            data: Set(self.data.to_string()),
            ..Default::default()
        }
    }
}

/// What the people of the demonstration did themselves, at its date already.
const LIVED: [EventKind; 6] = [
    EventKind::ContributionReviewerNamed,
    EventKind::ContributionDeadlineSet,
    EventKind::ContributionChecked,
    EventKind::ContributionConsultationOpened,
    EventKind::ContributionCorrected,
    EventKind::ContributionSuperseded,
];

async fn lived(tx: &impl ConnectionTrait) -> Result<Vec<Told>> {
    let rows = event::Entity::find().order_by_asc(event::Column::Id).all(tx).await?;
    let mut told = Vec::new();
    for row in rows {
        let Some(kind) = LIVED.into_iter().find(|kind| kind.code() == row.kind) else { continue };
        told.push(Told {
            at: row.at,
            kind,
            by: row.actor_id,
            group: row.group_id,
            text: row.contribution_id,
            user: row.user_id,
            data: serde_json::from_str(&row.data)?,
        });
    }
    Ok(told)
}

/// When each group was opened: some time before its first text.
async fn groups(tx: &impl ConnectionTrait) -> Result<BTreeMap<GroupId, DateTime<Utc>>> {
    let mut opened = BTreeMap::new();
    for row in group::Entity::find().all(tx).await? {
        let texts = contribution::Entity::find().filter(contribution::Column::GroupId.eq(row.id));
        let first: Option<DateTime<Utc>> = texts
            .clone()
            .select_only()
            .column(contribution::Column::CreatedAt)
            .order_by_asc(contribution::Column::CreatedAt)
            .into_tuple()
            .one(tx)
            .await?;
        let last: Option<DateTime<Utc>> = texts
            .select_only()
            .column(contribution::Column::UpdatedAt)
            .order_by_desc(contribution::Column::UpdatedAt)
            .into_tuple()
            .one(tx)
            .await?;
        let at = first.unwrap_or(row.created_at) - OPENED_BEFORE;
        let closed = row.closed_at.map(|now| last.unwrap_or(now));
        group::Entity::update_many()
            .col_expr(group::Column::CreatedAt, Expr::value(at))
            .col_expr(group::Column::ClosedAt, Expr::value(closed))
            .filter(group::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
        opened.insert(row.id, at);
    }
    Ok(opened)
}

/// Everybody was invited when their mandate began; those with a password opened their account the day after.
async fn people(cx: &Cx, tx: &impl ConnectionTrait) -> Result<Vec<Told>> {
    let mut told = Vec::new();
    for row in user::Entity::find().all(tx).await? {
        let mandate = mandate::Entity::find().filter(mandate::Column::UserId.eq(row.id)).one(tx).await?;
        let began = mandate.map(|mandate| mandate.starts_on.and_time(NaiveTime::MIN).and_utc());
        let at = began.unwrap_or(cx.now).min(cx.now - TimeDelta::days(20)) + TimeDelta::hours(9);
        user::Entity::update_many()
            .col_expr(user::Column::CreatedAt, Expr::value(at))
            .filter(user::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
        let about = |at, kind| Told { user: Some(row.id), ..Told::new(at, kind) };
        told.push(about(at, EventKind::PersonInvited));
        if row.password_hash.is_some() {
            told.push(about(at + TimeDelta::days(1), EventKind::AccountOpened));
        }
        if row.suspended_at.is_some() {
            let at = cx.now - TimeDelta::days(12);
            user::Entity::update_many()
                .col_expr(user::Column::SuspendedAt, Expr::value(Some(at)))
                .filter(user::Column::Id.eq(row.id))
                .exec(tx)
                .await?;
            told.push(about(at, EventKind::PersonSuspended));
        }
    }
    Ok(told)
}

async fn memberships(
    tx: &impl ConnectionTrait,
    groups: &BTreeMap<GroupId, DateTime<Utc>>,
) -> Result<Vec<Told>> {
    let mut told = Vec::new();
    for row in membership::Entity::find().order_by_asc(membership::Column::Id).all(tx).await? {
        let opened = groups.get(&row.group_id).copied().unwrap_or(row.since);
        let at = opened + TimeDelta::minutes(1);
        membership::Entity::update_many()
            .col_expr(membership::Column::Since, Expr::value(at))
            .filter(membership::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
        told.push(Told {
            group: Some(row.group_id),
            user: Some(row.user_id),
            ..Told::new(at, EventKind::MemberAdded)
        });
    }
    Ok(told)
}

/// The life of every text, from what the import wrote of it.
async fn texts(tx: &impl ConnectionTrait) -> Result<Vec<Told>> {
    let mut told = Vec::new();
    for text in contribution::Entity::find().all(tx).await? {
        let line = |at, by, kind, data| Told {
            by: Some(by),
            group: Some(text.group_id),
            text: Some(text.id),
            data,
            ..Told::new(at, kind)
        };
        told.push(line(text.created_at, text.created_by, EventKind::ContributionCreated, json!({})));
        let revisions = revision::Entity::find()
            .filter(revision::Column::ContributionId.eq(text.id))
            .order_by_asc(revision::Column::Position)
            .all(tx)
            .await?;
        let adopted = adoption::Entity::find_by_id(text.id).one(tx).await?;
        let first = former_edition::Entity::find_by_id((text.id, 1)).one(tx).await?;
        // A correction has a line of its own.
        let corrected = adopted.as_ref().filter(|row| row.edition > 1).map(|row| row.revision_id);
        let mut versions = BTreeMap::new();
        for row in &revisions {
            versions.insert(row.id, row.position);
            if row.position > 1 && corrected != Some(row.id) {
                let data = json!({ "version": row.position });
                told.push(line(row.at, row.author_id, EventKind::ContributionRevised, data));
            }
        }
        let reviews = review::Entity::find()
            .filter(review::Column::ContributionId.eq(text.id))
            .order_by_asc(review::Column::At)
            .all(tx)
            .await?;
        if let Some(first) = reviews.first() {
            let at = (first.at - TimeDelta::days(2)).max(text.created_at + TimeDelta::hours(1));
            told.push(line(at, text.created_by, EventKind::ContributionSubmitted, json!({})));
        }
        for row in &reviews {
            let data = json!({ "verdict": row.verdict, "version": versions.get(&row.revision_id) });
            told.push(line(row.at, row.reviewer_id, EventKind::ContributionReviewed, data));
        }
        if text.state == State::ReadyForAdoption {
            let at = text.state_since + TimeDelta::hours(2);
            told.push(line(at, text.created_by, EventKind::ContributionProposed, json!({})));
        }
        if let Some(row) = adopted {
            let fingerprint = first.map_or(row.fingerprint, |edition| edition.fingerprint);
            let number = format!("{:04}-{:02}", row.year, row.sequence);
            let data = json!({ "number": number, "fingerprint": fingerprint });
            told.push(line(row.recorded_at, row.recorded_by, EventKind::ContributionAdopted, data));
            if let Some(at) = row.published_at {
                told.push(line(at, row.recorded_by, EventKind::ContributionPublished, json!({})));
            }
        }
    }
    Ok(told)
}

/// The life of every discussion, as it was brought in.
async fn discussions(tx: &impl ConnectionTrait) -> Result<Vec<Told>> {
    let told = crate::discussions::told(tx).await?;
    let line = |told: crate::discussions::Told| Told {
        by: Some(told.by),
        group: Some(told.group),
        user: told.user,
        data: told.data,
        ..Told::new(told.at, told.kind)
    };
    Ok(told.into_iter().map(line).collect())
}

/// Everybody with a password was here some days ago, the chair a little longer.
async fn visits(cx: &Cx, tx: &impl ConnectionTrait) -> Result<()> {
    let chairs: Vec<UserId> = mandate::Entity::find()
        .filter(mandate::Column::Role.eq(CouncilRole::Chair))
        .select_only()
        .column(mandate::Column::UserId)
        .into_tuple()
        .all(tx)
        .await?;
    let people = user::Entity::find().filter(user::Column::PasswordHash.is_not_null()).all(tx).await?;
    for person in people {
        let days = if chairs.contains(&person.id) { 21 } else { 13 };
        let last = cx.now - TimeDelta::days(days);
        user::Entity::update_many()
            .col_expr(user::Column::LastVisitAt, Expr::value(Some(last)))
            .col_expr(user::Column::PreviousVisitAt, Expr::value(Some(last - TimeDelta::days(9))))
            .filter(user::Column::Id.eq(person.id))
            .exec(tx)
            .await?;
        readings(tx, person.id, last).await?;
    }
    Ok(())
}

/// Whoever was here that day read the texts of their groups as they were.
async fn readings(tx: &impl ConnectionTrait, person: UserId, day: DateTime<Utc>) -> Result<()> {
    let groups: Vec<GroupId> = membership::Entity::find()
        .filter(membership::Column::UserId.eq(person))
        .select_only()
        .column(membership::Column::GroupId)
        .into_tuple()
        .all(tx)
        .await?;
    let texts = join::<revision::Entity, contribution::Entity>(
        revision::Column::ContributionId,
        contribution::Column::Id,
    );
    let read: Vec<(ContributionId, i32)> = revision::Entity::find()
        .select_only()
        .column(revision::Column::ContributionId)
        .column_as(revision::Column::Position.max(), "version")
        .join(JoinType::InnerJoin, texts)
        .filter(contribution::Column::GroupId.is_in(groups))
        .filter(revision::Column::At.lte(day))
        .group_by(revision::Column::ContributionId)
        .into_tuple()
        .all(tx)
        .await?;
    for (text, version) in read {
        let row = reading::ActiveModel {
            user_id: Set(person),
            contribution_id: Set(text),
            version: Set(Version(version)),
            at: Set(day),
        };
        reading::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}
