//! People as an administrator sees them: everybody, with the state of their account.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    FieldProblem, Refusal, Version,
    ids::UserId,
    people::{CouncilRole, PersonForm, PersonState},
    policy::Permission,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect, QueryTrait,
};

use super::{create, directory, holding_mandates};
use crate::{
    Cx, Found, Page, PageNumber, Result,
    entities::{mandate, user},
    events::{Event, EventKind},
    fold,
    jobs::{self, Job},
};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ManagedFilter {
    /// Words of the name, the organisation, the commune or the address.
    pub q: String,
    /// Only the accounts in this state.
    pub state: Option<PersonState>,
    /// Only those whose last mandate ends within ninety days.
    pub ending: bool,
}

/// A person, in the administrator's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManagedPerson {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their college, or empty.
    pub college: String,
    /// Their roles in the council today.
    pub roles: Vec<CouncilRole>,
    /// Where their account stands.
    pub state: PersonState,
    /// Whether they are an administrator.
    pub is_administrator: bool,
    /// When their record was made.
    pub created_at: DateTime<Utc>,
    /// The last day of their mandate in force, if it ends within ninety days and no other follows.
    pub ends_on: Option<NaiveDate>,
}

const PAGE: u64 = 40;
/// Mandates that end within these days are about to.
const SOON: Days = Days::new(90);

/// Everybody, by name.
///
/// # Errors
/// `Forbidden` but for the chair and administrators, who invite.
pub async fn managed(cx: &Cx, filter: &ManagedFilter, number: PageNumber) -> Result<Page<ManagedPerson>> {
    cx.require(Permission::Invite)?;
    let by_email = fold::patterns(&filter.q)
        .into_iter()
        .fold(Condition::all(), |all, pattern| all.add(user::Column::Email.like(fold::like(pattern))));
    let found = Condition::any().add(directory::words(&filter.q)).add(by_email);
    let mut people = user::Entity::find().filter(user::Column::ErasedAt.is_null());
    if !filter.q.trim().is_empty() {
        people = people.filter(found);
    }
    if let Some(state) = filter.state {
        people = people.filter(in_state(state));
    }
    if filter.ending {
        people = people.filter(ending(cx.today()));
    }
    let total = people.clone().count(cx.reader()).await?;
    let rows = directory::page(people, number, PAGE).all(cx.reader()).await?;
    let mut roles = directory::roles_today(cx, rows.iter().map(|row| row.id).collect()).await?;
    let mut ends = last_days(cx, rows.iter().map(|row| row.id).collect()).await?;
    let rows = rows
        .into_iter()
        .map(|row| ManagedPerson {
            id: row.id,
            ends_on: ends.remove(&row.id),
            state: row.state(),
            name: row.name,
            email: row.email,
            college: row.college,
            roles: roles.remove(&row.id).unwrap_or_default(),
            is_administrator: row.is_administrator,
            created_at: row.created_at,
        })
        .collect();
    Ok(Page { rows, number, total, size: PAGE })
}

/// People who sit today, and of whom no mandate runs beyond ninety days.
fn ending(today: NaiveDate) -> Condition {
    let beyond = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::UserId)
        .filter(
            Condition::any()
                .add(mandate::Column::EndsOn.is_null())
                .add(mandate::Column::EndsOn.gt(soon(today))),
        )
        .into_query();
    Condition::all()
        .add(holding_mandates(today, CouncilRole::ALL))
        .add(user::Column::Id.not_in_subquery(beyond))
}

/// The last day that is soon.
fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(SOON).unwrap_or(today)
}

/// The last day of those of these people whose mandates all end soon.
async fn last_days(cx: &Cx, people: Vec<UserId>) -> Result<BTreeMap<UserId, NaiveDate>> {
    let today = cx.today();
    let rows: Vec<(UserId, Option<NaiveDate>)> = mandate::Entity::find()
        .select_only()
        .columns([mandate::Column::UserId, mandate::Column::EndsOn])
        .filter(mandate::Column::UserId.is_in(people))
        .filter(
            Condition::any().add(mandate::Column::EndsOn.is_null()).add(mandate::Column::EndsOn.gte(today)),
        )
        .into_tuple()
        .all(cx.reader())
        .await?;
    let mut last: BTreeMap<UserId, NaiveDate> = BTreeMap::new();
    for (user, ends_on) in rows {
        let day = last.entry(user).or_insert(today);
        *day = (*day).max(ends_on.unwrap_or(NaiveDate::MAX));
    }
    last.retain(|_, day| *day <= soon(today));
    Ok(last)
}

fn in_state(state: PersonState) -> Condition {
    let suspended = user::Column::SuspendedAt;
    let password = user::Column::PasswordHash;
    match state {
        PersonState::Active => Condition::all().add(suspended.is_null()).add(password.is_not_null()),
        PersonState::Invited => Condition::all().add(suspended.is_null()).add(password.is_null()),
        PersonState::Suspended => Condition::all().add(suspended.is_not_null()),
    }
}

/// Changes somebody's record: name, college, organisation, commune, address. Mandates have their own verbs.
///
/// Whoever manages people answers for the address: it is changed at once, and the former one is told.
///
/// # Errors
/// `Forbidden` but for an administrator; `NotFound`; `Invalid`; `Conflict` if somebody changed it since `version`.
pub async fn change(cx: &Cx, id: UserId, version: Version, form: &PersonForm) -> Result<()> {
    cx.require(Permission::ManagePeople)?;
    let person = form.check(cx.today())?;
    let tx = cx.begin().await?;
    let user =
        user::Entity::find_by_id(id).one(&tx).await?.filter(|user| user.erased_at.is_none()).found()?;
    if user.version != version {
        return Err(Refusal::Conflict.into());
    }
    let former = user.email.clone();
    let moved = former != person.email;
    if moved && create::find(&tx, &person.email).await?.is_some() {
        return Err(Refusal::field("email", FieldProblem::Taken).into());
    }
    let has_account = user.password_hash.is_some();
    let mut user: user::ActiveModel = user.into();
    user.email = Set(person.email);
    user.name = Set(person.name);
    user.college = Set(person.college);
    user.organisation = Set(person.organisation);
    user.commune = Set(person.commune);
    user.version = Set(version.next());
    user.update(&tx).await?;
    crate::contributions::name_again(&tx, id).await?;
    if moved {
        crate::accounts::forget_links(&tx, id).await?;
        Event::new(EventKind::AddressChanged).user(id).record(cx, &tx).await?;
        if has_account {
            jobs::enqueue(cx, &tx, &Job::TellAddressChanged { user: id, former }).await?;
        }
    }
    Event::new(EventKind::PersonChanged).user(id).record(cx, &tx).await?;
    cx.commit(tx).await
}
