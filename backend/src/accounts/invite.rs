//! Inviting people: one by one, or a whole list.

use domain::{
    FieldError, FieldProblem, Refusal,
    accounts::LinkPurpose,
    groups::slug,
    ids::UserId,
    people::{
        NewPerson, PersonForm,
        list::{self, LineProblem},
    },
    policy::Permission,
    refusal::Transition,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait, Select,
};

use super::link;
use crate::{
    Cx, Found, Result, council,
    entities::{mandate, one_time_link, user},
    events::{Event, EventKind},
    people,
};

/// Invites one person: their record, their mandate, and a link by mail.
///
/// # Errors
/// `Forbidden` but for the chair and administrators; `Invalid`, with `Taken` beside the address of somebody known.
pub async fn invite(cx: &Cx, form: &PersonForm) -> Result<UserId> {
    cx.require(Permission::Invite)?;
    let person = form.check(cx.today())?;
    let tx = cx.begin().await?;
    let user = invite_in(cx, &tx, &person).await?;
    cx.commit(tx).await?;
    Ok(user)
}

/// Writes a person, their link and its mail to send.
async fn invite_in(cx: &Cx, tx: &impl ConnectionTrait, person: &NewPerson) -> Result<UserId> {
    let user = people::insert(cx, tx, person, false, None).await?;
    link::leave(cx, tx, user, LinkPurpose::Invitation, None).await?;
    Event::new(EventKind::PersonInvited).user(user).record(cx, tx).await?;
    Ok(user)
}

/// What became of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListOutcome {
    /// Names of those invited, in the order of the list.
    pub invited: Vec<String>,
    /// Lines left aside.
    pub refused: Vec<RefusedLine>,
    /// Names of columns that mean nothing here.
    pub unknown: Vec<String>,
}

/// A line left aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedLine {
    /// Its number, from 1.
    pub number: u32,
    /// What was typed.
    pub text: String,
    /// Why: all that is wrong.
    pub problems: Vec<LineProblem>,
}

/// Invites everybody the list tells well, in one go, and says which lines are left.
///
/// # Errors
/// `Forbidden` but for the chair and administrators; `Invalid` when there is no list, or too long a one.
pub async fn invite_list(cx: &Cx, text: &str) -> Result<ListOutcome> {
    cx.require(Permission::Invite)?;
    let list::List { lines, unknown } = list::read(text, cx.today())?;
    let colleges = council::current(cx).await?.map(|council| council.colleges.clone()).unwrap_or_default();
    let tx = cx.begin().await?;
    let known = known_among(&tx, &lines).await?;
    let mut outcome = ListOutcome { unknown, ..Default::default() };
    for (number, text, person) in lines {
        let person = person.and_then(|mut person| {
            let mut problems = Vec::new();
            if known.contains(&person.email) {
                problems.push(LineProblem::Field(FieldError::new("email", FieldProblem::Taken)));
            }
            match college(&colleges, &person.college) {
                Some(college) => person.college = college,
                None => problems.push(LineProblem::NoSuchCollege),
            }
            if problems.is_empty() { Ok(person) } else { Err(problems) }
        });
        match person {
            Ok(person) => {
                invite_in(cx, &tx, &person).await?;
                outcome.invited.push(person.name);
            }
            Err(problems) => outcome.refused.push(RefusedLine { number, text, problems }),
        }
    }
    cx.commit(tx).await?;
    Ok(outcome)
}

/// A college as the council writes it; a council that names none takes any.
fn college(colleges: &[String], typed: &str) -> Option<String> {
    if typed.is_empty() || colleges.is_empty() {
        return Some(typed.to_owned());
    }
    colleges.iter().find(|college| slug(college) == slug(typed)).cloned()
}

async fn known_among(tx: &impl ConnectionTrait, lines: &[list::Line]) -> Result<Vec<String>> {
    let emails = lines.iter().filter_map(|(_, _, person)| person.as_ref().ok()).map(|p| p.email.clone());
    let known = user::Entity::find()
        .select_only()
        .column(user::Column::Email)
        .filter(user::Column::Email.is_in(emails))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(known)
}

/// Sends an invitation again; the former link works no more.
///
/// # Errors
/// `Forbidden` but for the chair and administrators; `NotFound`; `AlreadyActive` if they have a password.
pub async fn resend_invitation(cx: &Cx, id: UserId) -> Result<()> {
    cx.require(Permission::Invite)?;
    let tx = cx.begin().await?;
    let user = user::Entity::find_by_id(id).one(&tx).await?;
    let user = user.filter(|user| user.suspended_at.is_none()).found()?;
    if user.password_hash.is_some() {
        return Err(Refusal::Transition(Transition::AlreadyActive).into());
    }
    link::withdraw(&tx, id, [LinkPurpose::Invitation]).await?;
    link::leave(cx, &tx, id, LinkPurpose::Invitation, None).await?;
    Event::new(EventKind::PersonInvited).user(id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Those who sit in the council, have no account yet, and no link to open one: they came with an import, or their
/// invitation has expired.
fn without_link(cx: &Cx) -> Select<user::Entity> {
    let sitting = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::UserId)
        .filter(people::in_force(cx.today()))
        .into_query();
    let invited = one_time_link::Entity::find()
        .select_only()
        .column(one_time_link::Column::UserId)
        .filter(one_time_link::Column::Purpose.eq(LinkPurpose::Invitation))
        .filter(one_time_link::Column::ExpiresAt.gt(cx.now))
        .filter(one_time_link::Column::UsedAt.is_null())
        .into_query();
    user::Entity::find()
        .filter(user::Column::PasswordHash.is_null())
        .filter(user::Column::SuspendedAt.is_null())
        .filter(user::Column::Id.in_subquery(sitting))
        .filter(user::Column::Id.not_in_subquery(invited))
}

/// How many people [`invite_waiting`] would write to.
///
/// # Errors
/// `Forbidden` but for the chair and administrators.
pub async fn waiting(cx: &Cx) -> Result<u64> {
    cx.require(Permission::Invite)?;
    Ok(without_link(cx).count(cx.reader()).await?)
}

/// Invites everybody who sits in the council and has neither an account nor a link to open one; says how many.
///
/// # Errors
/// `Forbidden` but for the chair and administrators.
pub async fn invite_waiting(cx: &Cx) -> Result<usize> {
    cx.require(Permission::Invite)?;
    let tx = cx.begin().await?;
    let people: Vec<UserId> =
        without_link(cx).select_only().column(user::Column::Id).into_tuple().all(&tx).await?;
    for id in &people {
        link::withdraw(&tx, *id, [LinkPurpose::Invitation]).await?;
        link::leave(cx, &tx, *id, LinkPurpose::Invitation, None).await?;
        Event::new(EventKind::PersonInvited).user(*id).record(cx, &tx).await?;
    }
    cx.commit(tx).await?;
    Ok(people.len())
}
