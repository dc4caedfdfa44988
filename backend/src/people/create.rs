//! New records: invited, imported, or made from the command line.

use domain::{
    Actor, FieldProblem, Refusal, Version,
    accounts::chosen_password,
    actor::Period,
    form,
    ids::UserId,
    people::{CouncilRole, NewPerson},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, SqlErr,
};

use super::mandates;
use crate::{
    Cx, Error, Outcome, Result, accounts,
    entities::{mandate, user},
    events::{Event, EventKind},
};

/// Writes a person and their mandate. The caller decides, and records the event.
pub(crate) async fn insert(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    person: &NewPerson,
    is_administrator: bool,
    password_hash: Option<String>,
) -> Result<UserId> {
    if find(tx, &person.email).await?.is_some() {
        return Err(taken());
    }
    let row = user::ActiveModel {
        email: Set(person.email.clone()),
        name: Set(person.name.clone()),
        is_administrator: Set(is_administrator),
        password_hash: Set(password_hash),
        college: Set(person.college.clone()),
        organisation: Set(person.organisation.clone()),
        commune: Set(person.commune.clone()),
        created_at: Set(cx.now),
        version: Set(Version::FIRST),
        ..Default::default()
    };
    let user = row.insert(tx).await.map_err(|error| match error.sql_err() {
        // Two invitations of the same person at once.
        Some(SqlErr::UniqueConstraintViolation(_)) => taken(),
        _ => error.into(),
    })?;
    mandates::write(tx, user.id, person.role, person.period).await?;
    Ok(user.id)
}

fn taken() -> Error {
    Refusal::field("email", FieldProblem::Taken).into()
}

pub(super) async fn find(tx: &impl ConnectionTrait, email: &str) -> Result<Option<user::Model>> {
    Ok(user::Entity::find().filter(user::Column::Email.eq(email)).one(tx).await?)
}

/// Brings a record to what an import says of it, knowing people by their address. Nobody is written to.
///
/// # Errors
/// `NotFound` but for the program itself.
pub async fn upsert(cx: &Cx, tx: &impl ConnectionTrait, person: &NewPerson) -> Result<(UserId, Outcome)> {
    only_the_program(cx)?;
    let Some(known) = find(tx, &person.email).await? else {
        let id = insert(cx, tx, person, false, None).await?;
        Event::new(EventKind::PersonInvited).user(id).record(cx, tx).await?;
        return Ok((id, Outcome::Created));
    };
    let id = known.id;
    let same = known.name == person.name
        && known.college == person.college
        && known.organisation == person.organisation
        && known.commune == person.commune;
    if !same {
        let version = known.version;
        let mut row: user::ActiveModel = known.into();
        row.name = Set(person.name.clone());
        row.college = Set(person.college.clone());
        row.organisation = Set(person.organisation.clone());
        row.commune = Set(person.commune.clone());
        row.version = Set(version.next());
        row.update(tx).await?;
    }
    let mandate_changed = upsert_mandate(cx, tx, id, person).await?;
    if same && !mandate_changed {
        return Ok((id, Outcome::Unchanged));
    }
    Event::new(EventKind::PersonChanged).user(id).record(cx, tx).await?;
    Ok((id, Outcome::Changed))
}

/// Brings the mandate of this role to the dates given, and says whether anything changed.
///
/// A mandate is known by its first day. A start of today is what a list without dates gives: it then means the
/// mandate that runs.
async fn upsert_mandate(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    user: UserId,
    person: &NewPerson,
) -> Result<bool> {
    let of_role = mandate::Entity::find()
        .filter(mandate::Column::UserId.eq(user))
        .filter(mandate::Column::Role.eq(person.role))
        .all(tx)
        .await?;
    let wanted = person.period;
    let same_start = of_role.iter().find(|row| row.starts_on == wanted.from);
    let running =
        of_role.iter().find(|row| Period { from: row.starts_on, to: row.ends_on }.contains(wanted.from));
    let Some(known) = same_start.or(running).cloned() else {
        mandates::write(tx, user, person.role, wanted).await?;
        return Ok(true);
    };
    let from = if wanted.from == cx.today() { known.starts_on } else { wanted.from };
    if (known.starts_on, known.ends_on) == (from, wanted.to) {
        return Ok(false);
    }
    let mut row: mandate::ActiveModel = known.into();
    row.starts_on = Set(from);
    row.ends_on = Set(wanted.to);
    row.update(tx).await?;
    Ok(true)
}

/// Makes a person from the command line. Without a password, gives the token of a link to choose one.
///
/// # Errors
/// `NotFound` but for the program itself; `Invalid`, with `Taken` beside the address of somebody known.
pub async fn create_user(
    cx: &Cx,
    email: &str,
    name: &str,
    administrator: bool,
    password: Option<&str>,
) -> Result<(UserId, Option<String>)> {
    only_the_program(cx)?;
    let mut problems = form::Problems::new();
    let checked_email = problems.check("email", domain::accounts::email(email));
    let checked_name = problems.check("name", form::line(name, 2, 120));
    problems.into_result()?;
    let (email, name) = checked_email.zip(checked_name).ok_or(Refusal::Malformed)?;
    let hash = match password {
        Some(password) => {
            chosen_password(password, password, &[&email, &name])?;
            Some(accounts::hash_uncommon(cx, password).await?)
        }
        None => None,
    };
    let opened = hash.is_some();
    let person = NewPerson {
        email,
        name,
        college: String::new(),
        organisation: String::new(),
        commune: String::new(),
        role: if administrator { CouncilRole::Staff } else { CouncilRole::Member },
        period: Period { from: cx.today(), to: None },
    };
    let tx = cx.begin().await?;
    let id = insert(cx, &tx, &person, administrator, hash).await?;
    let kind = if opened { EventKind::AccountOpened } else { EventKind::PersonInvited };
    Event::new(kind).user(id).record(cx, &tx).await?;
    cx.commit(tx).await?;
    let token = if opened { None } else { Some(accounts::create_link_now(cx, id).await?) };
    Ok((id, token))
}

pub(super) fn only_the_program(cx: &Cx) -> Result<()> {
    if cx.actor == Actor::System { Ok(()) } else { Err(Refusal::NotFound.into()) }
}
