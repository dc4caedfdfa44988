//! Putting codes in place, and taking them away.

use chrono::TimeDelta;
use domain::{
    FieldProblem, Refusal,
    accounts::WayChange,
    ids::UserId,
    policy::Permission,
    refusal::{Forbidden, Transition},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{codes, confirmed, forget, half_way::HalfWay};
use crate::{
    Cx, Found, Result,
    accounts::{sign_in, throttle},
    entities::{code_secret, user},
    events::{Event, EventKind},
    jobs::{self, Job},
};

/// For how long a secret that was shown is shown again: somebody may have given it to their application.
const SHOWN_AGAIN: TimeDelta = TimeDelta::hours(1);

/// Whose codes are put in place.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'a> {
    /// Those of the signed-in person.
    Mine,
    /// Those of somebody who must have them before their session opens.
    Arriving(&'a HalfWay),
}

impl Whose<'_> {
    async fn person(self, cx: &Cx) -> Result<user::Model> {
        match self {
            Whose::Mine => user::Entity::find_by_id(cx.person()?.id).one(cx.reader()).await?.found(),
            Whose::Arriving(half) if half.enrols() => half.person(cx).await,
            Whose::Arriving(_) => Err(Refusal::SignInRequired.into()),
        }
    }
}

/// Draws a secret for somebody's application. It is of no use until [`confirm_codes`].
///
/// # Errors
/// `SignInRequired`; `CodesAreOn`.
pub async fn prepare_codes(cx: &Cx, whose: Whose<'_>) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let user = whose.person(cx).await?;
    let tx = cx.begin().await?;
    let known = code_secret::Entity::find().filter(code_secret::Column::UserId.eq(user.id)).one(&tx).await?;
    match known {
        Some(known) if known.confirmed_at.is_some() => {
            return Err(Refusal::Transition(Transition::CodesAreOn).into());
        }
        Some(known) if cx.now - known.created_at < SHOWN_AGAIN => return Ok(()),
        _ => {}
    }
    let row = code_secret::ActiveModel {
        user_id: Set(user.id),
        secret: Set(codes::draw_secret(cx)),
        last_step: Set(0),
        created_at: Set(cx.now),
        confirmed_at: Set(None),
        ..Default::default()
    };
    let another = OnConflict::column(code_secret::Column::UserId)
        .update_columns([code_secret::Column::Secret, code_secret::Column::CreatedAt])
        .action_and_where(Expr::col((code_secret::Entity, code_secret::Column::ConfirmedAt)).is_null())
        .to_owned();
    code_secret::Entity::insert(row).on_conflict(another).exec_without_returning(&tx).await?;
    cx.commit(tx).await
}

/// The secret that was drawn and is not confirmed yet, in base 32, with the address it is for.
///
/// # Errors
/// `SignInRequired`.
pub async fn prepared_secret(cx: &Cx, whose: Whose<'_>) -> Result<Option<(String, String)>> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let user = whose.person(cx).await?;
    let drawn = code_secret::Entity::find()
        .filter(code_secret::Column::UserId.eq(user.id))
        .filter(code_secret::Column::ConfirmedAt.is_null());
    Ok(drawn.one(cx.reader()).await?.map(|drawn| (drawn.secret, user.email)))
}

/// Asks for a code at each sign-in from now on, once a first one proved that the application has the secret. Gives the
/// recovery codes, this once.
///
/// # Errors
/// `SignInRequired`; `CodesAreOff` if no secret was drawn; `CodesAreOn`; `Invalid`; `TooMany`.
pub async fn confirm_codes(cx: &Cx, whose: Whose<'_>, code: &str, address: &str) -> Result<Vec<String>> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let user = whose.person(cx).await?;
    let known = code_secret::Entity::find().filter(code_secret::Column::UserId.eq(user.id));
    let known = known.one(cx.reader()).await?.ok_or(Refusal::Transition(Transition::CodesAreOff))?;
    if known.confirmed_at.is_some() {
        return Err(Refusal::Transition(Transition::CodesAreOn).into());
    }
    let code = codes::typed(cx, &user, code, address).await?;
    let wrong = || Refusal::field("code", FieldProblem::WrongCode);
    let codes::Given::App(digits) = code else { return Err(wrong().into()) };
    let step = codes::step_of(&known.secret, &digits, cx.now)?.ok_or_else(wrong)?;
    let drawn = codes::draw_recovery(cx).await?;
    let tx = cx.begin().await?;
    let begun = code_secret::Entity::update_many()
        .col_expr(code_secret::Column::ConfirmedAt, Expr::value(Some(cx.now)))
        .col_expr(code_secret::Column::LastStep, Expr::value(step))
        .filter(code_secret::Column::Id.eq(known.id))
        .filter(code_secret::Column::Secret.eq(known.secret))
        .filter(code_secret::Column::ConfirmedAt.is_null());
    if begun.exec(&tx).await?.rows_affected != 1 {
        return Err(Refusal::Transition(Transition::CodesAreOn).into());
    }
    let recovery = codes::give_recovery(cx, &tx, user.id, drawn).await?;
    throttle::forget(&tx, throttle::Try::Code, &user.email).await?;
    jobs::enqueue(cx, &tx, &Job::TellWayChanged { user: user.id, change: WayChange::CodesOn }).await?;
    Event::new(EventKind::CodesTurnedOn).user(user.id).record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(recovery)
}

/// Asks for no code any more.
///
/// # Errors
/// `SignInRequired`; `CodesAreOff`; `Invalid` unless both the password and the code are right; `TooMany`.
pub async fn stop_codes(cx: &Cx, password: &str, code: &str, address: &str) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let user = Whose::Mine.person(cx).await?;
    if confirmed(cx.reader(), user.id).await?.is_none() {
        return Err(Refusal::Transition(Transition::CodesAreOff).into());
    }
    sign_in::confirm_password(cx, &user, "password", password).await?;
    let code = codes::typed(cx, &user, code, address).await?;
    let tx = cx.begin().await?;
    codes::spend(cx, &tx, &user, &code).await?;
    forget(&tx, user.id).await?;
    jobs::enqueue(cx, &tx, &Job::TellWayChanged { user: user.id, change: WayChange::CodesOff }).await?;
    Event::new(EventKind::CodesTurnedOff).user(user.id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Makes other recovery codes and gives them, this once. Whoever asks has proved again who they are: see above.
///
/// # Errors
/// `SignInRequired`; `CodesAreOff`.
pub async fn renew_recovery_codes(cx: &Cx) -> Result<Vec<String>> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let drawn = codes::draw_recovery(cx).await?;
    let tx = cx.begin().await?;
    if confirmed(&tx, person.id).await?.is_none() {
        return Err(Refusal::Transition(Transition::CodesAreOff).into());
    }
    let codes = codes::give_recovery(cx, &tx, person.id, drawn).await?;
    let job = Job::TellWayChanged { user: person.id, change: WayChange::RecoveryRenewed };
    jobs::enqueue(cx, &tx, &job).await?;
    Event::new(EventKind::RecoveryCodesRenewed).user(person.id).record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(codes)
}

/// Whether a code is asked of somebody.
///
/// # Errors
/// `Forbidden` but for an administrator.
pub async fn has_codes(cx: &Cx, user: UserId) -> Result<bool> {
    cx.require(Permission::ManagePeople)?;
    Ok(confirmed(cx.reader(), user).await?.is_some())
}

/// Asks for no code any more of somebody who lost both their telephone and their sheet. They are told.
///
/// # Errors
/// `Forbidden` but for an administrator; `Oneself`; `NotFound`; `CodesAreOff`.
pub async fn reset_codes(cx: &Cx, id: UserId) -> Result<()> {
    cx.require(Permission::ManagePeople)?;
    if cx.actor.user_id() == Some(id) {
        return Err(Refusal::Transition(Transition::Oneself).into());
    }
    let tx = cx.begin().await?;
    user::Entity::find_by_id(id).one(&tx).await?.found()?;
    if !forget(&tx, id).await? {
        return Err(Refusal::Transition(Transition::CodesAreOff).into());
    }
    jobs::enqueue(cx, &tx, &Job::TellWayChanged { user: id, change: WayChange::CodesReset }).await?;
    Event::new(EventKind::CodesReset).user(id).record(cx, &tx).await?;
    cx.commit(tx).await
}
