//! Who takes part on paper, who acted for them and when, as the staff, those who preside and they themselves see it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    behalf::{ActingEnd, AskedBy, Entered, may_be_acted_for},
    ids::{ActingId, UserId},
    people::CouncilRole,
    policy::Permission,
    refusal::Forbidden,
};
use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::consent;
use crate::{
    Cx, Found, Page, PageNumber, Result,
    entities::{acting, behalf_mark, event, join, paper_consent, user},
    handovers::Successor,
    journal::{self, JournalLine},
    people,
};

/// Times that somebody was acted for, listed at most.
const LISTED: u64 = 50;

/// What somebody asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnPaper {
    /// On which day.
    pub asked_on: NaiveDate,
    /// How.
    pub asked_by: AskedBy,
    /// A note, or nothing.
    pub note: String,
    /// When it was noted.
    pub at: DateTime<Utc>,
    /// By whom.
    pub recorded_by: String,
}

/// A time that somebody was acted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActingView {
    /// Which one.
    pub id: ActingId,
    /// On behalf of whom.
    pub of: (UserId, String),
    /// By whose hand.
    pub by: String,
    /// From when.
    pub begun_at: DateTime<Utc>,
    /// Until when it may last.
    pub until: DateTime<Utc>,
    /// When and how it ended, if it has.
    pub ended: Option<(DateTime<Utc>, ActingEnd)>,
    /// How many things were done.
    pub acts: u64,
}

/// Somebody who takes part on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperRow {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Since which day.
    pub asked_on: NaiveDate,
    /// How they asked.
    pub asked_by: AskedBy,
    /// Who acts for them now.
    pub acting: Option<String>,
}

/// Those who take part on paper.
#[derive(Clone, Debug, Default)]
pub struct PaperList {
    /// By name.
    pub people: Vec<PaperRow>,
    /// The last times that somebody was acted for, latest first.
    pub actings: Vec<ActingView>,
    /// The members of whom it may be noted, by name, for those who may.
    pub others: Vec<Successor>,
}

/// One person's, for those who look after it.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// What they asked, if they take part on paper.
    pub consent: Option<OnPaper>,
    /// Whether they may be acted for at all.
    pub is_member: bool,
    /// The times that they were acted for, latest first.
    pub actings: Vec<ActingView>,
    /// What was done, as far as the person asking reads it.
    pub acts: Page<JournalLine>,
    /// Whether the person asking may note it, end it and act.
    pub may_act: bool,
}

/// One's own.
#[derive(Clone, Debug)]
pub struct Mine {
    /// What one asked, if one takes part on paper.
    pub consent: Option<OnPaper>,
    /// The times that one was acted for, latest first.
    pub actings: Vec<ActingView>,
    /// What was done.
    pub acts: Page<JournalLine>,
    /// How many contents were reported on one's behalf: no line of the journal says by whom.
    pub reports: u64,
}

/// Those who take part on paper, and who acted for them lately.
///
/// # Errors
/// `SignInRequired`; `Forbidden` but for the staff, the administrators and those who preside.
pub async fn list(cx: &Cx) -> Result<PaperList> {
    cx.person()?;
    cx.require(Permission::FollowBehalf)?;
    let to_person =
        join::<paper_consent::Entity, user::Entity>(paper_consent::Column::UserId, user::Column::Id);
    let rows = paper_consent::Entity::find()
        .join(JoinType::InnerJoin, to_person)
        .select_also(user::Entity)
        .filter(paper_consent::Column::EndedAt.is_null())
        .filter(user::Column::SuspendedAt.is_null())
        .order_by_asc(user::Column::Folded)
        .all(cx.reader())
        .await?;
    let actings = views(cx, acting::Entity::find()).await?;
    let runs = |of: UserId| {
        let theirs = actings.iter().find(|one| one.of.0 == of && one.ended.is_none() && one.until > cx.now);
        theirs.map(|one| one.by.clone())
    };
    let row = |(consent, person): (paper_consent::Model, Option<user::Model>)| {
        let person = person?;
        Some(PaperRow {
            id: person.id,
            acting: runs(person.id),
            name: person.name,
            asked_on: consent.asked_on,
            asked_by: consent.asked_by,
        })
    };
    let on_paper: Vec<PaperRow> = rows.into_iter().filter_map(row).collect();
    let others = if cx.may(Permission::ActOnBehalf) {
        let known: Vec<UserId> = on_paper.iter().map(|one| one.id).collect();
        others(cx, known).await?
    } else {
        Vec::new()
    };
    Ok(PaperList { people: on_paper, actings, others })
}

/// The members of the council who do not take part on paper, but for the person asking.
async fn others(cx: &Cx, mut known: Vec<UserId>) -> Result<Vec<Successor>> {
    known.push(cx.person()?.id);
    let members = [CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair];
    let found = user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name, user::Column::College])
        .filter(people::holding_mandates(cx.today(), &members))
        .filter(user::Column::Id.is_not_in(known))
        .order_by_asc(user::Column::Folded)
        .order_by_asc(user::Column::Id);
    Ok(found.into_model().all(cx.reader()).await?)
}

/// One person's, with what was done on their behalf.
///
/// # Errors
/// `SignInRequired`; `Forbidden` but for the staff, the administrators and those who preside; `NotFound`.
pub async fn sheet(cx: &Cx, id: UserId, number: PageNumber) -> Result<Sheet> {
    cx.person()?;
    cx.require(Permission::FollowBehalf)?;
    let person = user::Entity::find_by_id(id).one(cx.reader()).await?;
    let person = person.filter(|person| person.erased_at.is_none()).found()?;
    let (actor, _) = people::actor_of(cx, id).await?;
    Ok(Sheet {
        id,
        consent: on_paper(cx, id).await?,
        is_member: may_be_acted_for(&actor),
        actings: views(cx, acting::Entity::find().filter(acting::Column::ForId.eq(id))).await?,
        acts: journal::on_behalf(cx, id, None, number).await?,
        may_act: cx.may(Permission::ActOnBehalf) && cx.actor.user_id() != Some(id),
        name: person.name,
    })
}

/// One's own, with what was done on one's behalf.
///
/// # Errors
/// `SignInRequired`; `Forbidden` on behalf of somebody.
pub async fn mine(cx: &Cx, number: PageNumber) -> Result<Mine> {
    let me = cx.person()?.id;
    cx.require_oneself(Forbidden::OnBehalf)?;
    Ok(Mine {
        consent: on_paper(cx, me).await?,
        actings: views(cx, acting::Entity::find().filter(acting::Column::ForId.eq(me))).await?,
        acts: journal::on_behalf(cx, me, None, number).await?,
        reports: reports(cx, me).await?,
    })
}

/// How many contents were reported on behalf of somebody.
async fn reports(cx: &Cx, of: UserId) -> Result<u64> {
    let to_acting =
        join::<behalf_mark::Entity, acting::Entity>(behalf_mark::Column::ActingId, acting::Column::Id);
    let found = behalf_mark::Entity::find()
        .join(JoinType::InnerJoin, to_acting)
        .filter(acting::Column::ForId.eq(of))
        .filter(behalf_mark::Column::Kind.eq(Entered::Report));
    Ok(found.count(cx.reader()).await?)
}

/// Whether somebody takes part on paper, for those who follow it; none for the others.
///
/// # Errors
/// The database cannot be read.
pub async fn standing(cx: &Cx, id: UserId) -> Result<Option<bool>> {
    if !cx.may(Permission::FollowBehalf) {
        return Ok(None);
    }
    Ok(Some(consent::running(cx.reader(), id).await?.is_some()))
}

/// Whether one takes part on paper, or was ever acted for: one's account then says so.
///
/// # Errors
/// `SignInRequired`.
pub async fn concerns_me(cx: &Cx) -> Result<bool> {
    let me = cx.person()?.id;
    let ever = paper_consent::Entity::find().filter(paper_consent::Column::UserId.eq(me));
    Ok(ever.one(cx.reader()).await?.is_some())
}

async fn on_paper(cx: &Cx, id: UserId) -> Result<Option<OnPaper>> {
    let Some(row) = consent::running(cx.reader(), id).await? else { return Ok(None) };
    let by = user::Entity::find_by_id(row.recorded_by).one(cx.reader()).await?;
    Ok(Some(OnPaper {
        asked_on: row.asked_on,
        asked_by: row.asked_by,
        note: row.note,
        at: row.at,
        recorded_by: by.map(|by| by.name).unwrap_or_default(),
    }))
}

async fn views(cx: &Cx, which: Select<acting::Entity>) -> Result<Vec<ActingView>> {
    let rows = which.order_by_desc(acting::Column::Id).limit(LISTED).all(cx.reader()).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let people: Vec<UserId> = rows.iter().flat_map(|row| [row.for_id, row.by_id]).collect();
    let names: Vec<(UserId, String)> = user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name])
        .filter(user::Column::Id.is_in(people))
        .into_tuple()
        .all(cx.reader())
        .await?;
    let names: BTreeMap<UserId, String> = names.into_iter().collect();
    let acts: Vec<(ActingId, i64)> = event::Entity::find()
        .select_only()
        .column(event::Column::ActingId)
        .column_as(event::Column::Id.count(), "acts")
        .filter(event::Column::ActingId.is_in(rows.iter().map(|row| row.id)))
        .group_by(event::Column::ActingId)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let acts: BTreeMap<ActingId, i64> = acts.into_iter().collect();
    let named = |id: UserId| names.get(&id).cloned().unwrap_or_default();
    let view = |row: acting::Model| ActingView {
        id: row.id,
        of: (row.for_id, named(row.for_id)),
        by: named(row.by_id),
        begun_at: row.begun_at,
        until: row.until_at,
        ended: row.ended_at.zip(row.ended_how),
        acts: acts.get(&row.id).copied().unwrap_or_default().unsigned_abs(),
    };
    Ok(rows.into_iter().map(view).collect())
}
