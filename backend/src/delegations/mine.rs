//! One's own delegations: what one gave, what one was given, what waits for one's answer, what one may give.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    Refusal,
    actor::Period,
    delegations::{DelegationState, Office},
    ids::{DelegationId, GroupId, UserId},
    refusal::Forbidden,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::offer::eligible;
use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{delegation, delegation::Column as C, group},
    handovers::Successor,
    people,
};

/// Listed at most.
const LISTED: u64 = 50;

/// Where a delegation stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The other has not answered.
    Waiting,
    /// Accepted, its first day is to come.
    Coming,
    /// It runs.
    Running,
    /// Its days are over, or it was ended.
    Over,
    /// Declined, taken back, or never answered.
    Never,
}

/// A delegation that one gave or was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelegationView {
    /// Which one.
    pub id: DelegationId,
    /// What was given.
    pub office: Office,
    /// The group, if it is one.
    pub group: Option<GroupRef>,
    /// By whom.
    pub from: (UserId, String),
    /// To whom.
    pub to: (UserId, String),
    /// On which days.
    pub period: Period,
    /// Why.
    pub reason: String,
    /// When it was proposed.
    pub at: chrono::DateTime<chrono::Utc>,
    /// Where it stands.
    pub stage: Stage,
}

/// One's own delegations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mine {
    /// What one may give, with the name of the group.
    pub offices: Vec<(Office, Option<GroupRef>)>,
    /// Those one gave or was given, the latest first.
    pub all: Vec<DelegationView>,
}

/// What is needed to give a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub office: Office,
    /// The group, if it is one.
    pub group: Option<GroupRef>,
    /// To whom it may be given, by name.
    pub people: Vec<Successor>,
}

/// One's own delegations, and what one may give.
///
/// # Errors
/// `SignInRequired`.
pub async fn mine(cx: &Cx) -> Result<Mine> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let either = Condition::any().add(C::FromId.eq(person.id)).add(C::ToId.eq(person.id));
    let all = views(cx, delegation::Entity::find().filter(either)).await?;
    let offices = person.own_offices();
    let groups = groups(cx, offices.iter().filter_map(|office| office.group()).collect()).await?;
    let named = |office: Office| (office, office.group().and_then(|id| groups.get(&id).cloned()));
    Ok(Mine { offices: offices.into_iter().map(named).collect(), all })
}

/// Who asks the person asking to stand in for them, and waits for their answer.
///
/// # Errors
/// `SignInRequired`.
pub async fn delegations_for_me(cx: &Cx, of: Option<GroupId>) -> Result<Vec<DelegationView>> {
    let waiting = delegation::Entity::find()
        .filter(C::ToId.eq(cx.person()?.id))
        .filter(C::State.eq(DelegationState::Waiting))
        .filter(C::EndsOn.gte(cx.today()))
        .filter(Condition::all().add_option(of.map(|group| C::GroupId.eq(group))));
    views(cx, waiting).await
}

/// Giving a role: what it is, and to whom it may be given.
///
/// # Errors
/// `SignInRequired`; `NotFound` for what is none; `Forbidden` for what is not one's own.
pub async fn offering(cx: &Cx, office: &str) -> Result<Offer> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let office: Office = office.parse().map_err(|_| Refusal::NotFound)?;
    if !person.own_offices().contains(&office) {
        return Err(Refusal::Forbidden(Forbidden::OthersOffice).into());
    }
    let mut groups = groups(cx, office.group().into_iter().collect()).await?;
    let group = office.group().and_then(|id| groups.remove(&id));
    Ok(Offer { office, group, people: eligible(cx, cx.reader(), office).await? })
}

async fn views(cx: &Cx, which: Select<delegation::Entity>) -> Result<Vec<DelegationView>> {
    let rows = which.order_by_desc(C::At).order_by_desc(C::Id).limit(LISTED).all(cx.reader()).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let groups = groups(cx, rows.iter().filter_map(|row| row.group_id).collect()).await?;
    let ids: Vec<UserId> = rows.iter().flat_map(|row| [row.from_id, row.to_id]).collect();
    let names = people::names(cx.reader(), ids).await?;
    let named = |id: UserId| (id, names.get(&id).cloned().unwrap_or_default());
    let today = cx.today();
    let view = |row: delegation::Model| {
        Some(DelegationView {
            id: row.id,
            office: Office::of(row.role, row.group_id)?,
            group: row.group_id.and_then(|id| groups.get(&id).cloned()),
            from: named(row.from_id),
            to: named(row.to_id),
            period: Period { from: row.starts_on, to: Some(row.ends_on) },
            stage: stage(&row, today),
            reason: row.reason,
            at: row.at,
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

fn stage(row: &delegation::Model, today: NaiveDate) -> Stage {
    match row.state {
        DelegationState::Waiting if row.ends_on >= today => Stage::Waiting,
        DelegationState::Accepted if today < row.starts_on => Stage::Coming,
        DelegationState::Accepted if today <= row.ends_on => Stage::Running,
        DelegationState::Accepted | DelegationState::Ended => Stage::Over,
        DelegationState::Waiting | DelegationState::Declined | DelegationState::Withdrawn => Stage::Never,
    }
}

async fn groups(cx: &Cx, ids: Vec<GroupId>) -> Result<BTreeMap<GroupId, GroupRef>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = group::Entity::find().filter(group::Column::Id.is_in(ids)).all(cx.reader()).await?;
    let named = |row: group::Model| (row.id, GroupRef { name: typeset(&row.name), slug: row.slug });
    Ok(rows.into_iter().map(named).collect())
}
