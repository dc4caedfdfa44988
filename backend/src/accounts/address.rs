//! Changing one's address: confirmed from the present one and from the new one.

use chrono::{DateTime, Utc};
use domain::{
    FieldProblem, Refusal,
    accounts::LinkPurpose,
    ids::{EmailChangeId, UserId},
    refusal::Forbidden,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::{link, sign_in};
use crate::{
    Cx, Found, Result,
    entities::{email_change as change, user},
    events::{Event, EventKind},
    jobs::{self, Job},
};

const BOTH: [LinkPurpose; 2] = [LinkPurpose::ConfirmPresentAddress, LinkPurpose::ConfirmNewAddress];

/// Where a change of address stands after a confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressConfirmed {
    /// The other address has yet to confirm.
    OneOfTwo,
    /// Both have: the new address is theirs.
    Changed,
}

/// A change of address under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingChange {
    /// The address asked for.
    pub new_email: String,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// Whether the present address confirmed.
    pub present_confirmed: bool,
    /// Whether the new address confirmed.
    pub new_confirmed: bool,
}

/// Asks to change one's address: a link goes to each. An earlier demand is dropped.
///
/// # Errors
/// `SignInRequired`; `Invalid`; `TooMany` after too many wrong passwords.
pub async fn ask_email_change(cx: &Cx, new_email: &str, password: &str) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let user = user::Entity::find_by_id(person.id).one(cx.reader()).await?.found()?;
    let refused = |problem| Refusal::field("new_email", problem);
    let new_email = domain::accounts::email(new_email).map_err(refused)?;
    if new_email == user.email {
        return Err(refused(FieldProblem::Unchanged).into());
    }
    // The password first: the directory of addresses is not to be guessed from a session left open.
    sign_in::confirm_password(cx, &user, "password", password).await?;
    let tx = cx.begin().await?;
    if is_taken(&tx, &new_email).await? {
        return Err(refused(FieldProblem::Taken).into());
    }
    drop_pending(&tx, user.id).await?;
    let row = change::ActiveModel {
        user_id: Set(user.id),
        new_email: Set(new_email),
        asked_at: Set(cx.now),
        ..Default::default()
    };
    let row = row.insert(&tx).await?;
    for purpose in BOTH {
        link::leave(cx, &tx, user.id, purpose, Some(row.id)).await?;
    }
    cx.commit(tx).await
}

/// One's change of address under way, if any.
///
/// # Errors
/// `SignInRequired`.
pub async fn pending_email_change(cx: &Cx) -> Result<Option<PendingChange>> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let row = change::Entity::find()
        .filter(change::Column::UserId.eq(cx.person()?.id))
        .filter(change::Column::DoneAt.is_null())
        .filter(change::Column::AskedAt.gt(cx.now - LinkPurpose::ConfirmNewAddress.lifetime()))
        .order_by_desc(change::Column::Id)
        .one(cx.reader())
        .await?;
    Ok(row.map(|row| PendingChange {
        new_email: row.new_email,
        asked_at: row.asked_at,
        present_confirmed: row.present_confirmed_at.is_some(),
        new_confirmed: row.new_confirmed_at.is_some(),
    }))
}

/// Confirms a change from one of the two addresses. Once both have, it is done, and the former address is told.
///
/// # Errors
/// `LinkExpired`; `Invalid`, if somebody took the address in the meantime.
pub async fn confirm_email_change(cx: &Cx, token: &str) -> Result<AddressConfirmed> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let link::Presented { link, user } = link::present(cx, token).await?;
    let id = link.email_change_id.ok_or(Refusal::LinkExpired)?;
    let tx = cx.begin().await?;
    link::consume(cx, &tx, link.id).await?;
    let row = confirm(cx, &tx, id, link.purpose).await?;
    if row.present_confirmed_at.is_none() || row.new_confirmed_at.is_none() {
        cx.commit(tx).await?;
        return Ok(AddressConfirmed::OneOfTwo);
    }
    if is_taken(&tx, &row.new_email).await? {
        return Err(Refusal::field("new_email", FieldProblem::Taken).into());
    }
    apply(cx, &tx, user, row).await?;
    cx.commit(tx).await?;
    Ok(AddressConfirmed::Changed)
}

async fn confirm(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    id: EmailChangeId,
    purpose: LinkPurpose,
) -> Result<change::Model> {
    let row = change::Entity::find_by_id(id).filter(change::Column::DoneAt.is_null()).one(tx).await?;
    let mut row: change::ActiveModel = row.ok_or(Refusal::LinkExpired)?.into();
    match purpose {
        LinkPurpose::ConfirmPresentAddress => row.present_confirmed_at = Set(Some(cx.now)),
        LinkPurpose::ConfirmNewAddress => row.new_confirmed_at = Set(Some(cx.now)),
        LinkPurpose::Invitation | LinkPurpose::PasswordReset | LinkPurpose::SignIn => {
            return Err(Refusal::LinkExpired.into());
        }
    }
    Ok(row.update(tx).await?)
}

async fn apply(cx: &Cx, tx: &impl ConnectionTrait, user: user::Model, change: change::Model) -> Result<()> {
    let (id, former, version) = (user.id, user.email.clone(), user.version);
    let mut user: user::ActiveModel = user.into();
    user.email = Set(change.new_email.clone());
    user.version = Set(version.next());
    user.update(tx).await?;
    let mut change: change::ActiveModel = change.into();
    change.done_at = Set(Some(cx.now));
    change.update(tx).await?;
    // A link to choose a password that lies in the former letterbox opens nothing any more.
    link::withdraw(tx, id, [LinkPurpose::PasswordReset, LinkPurpose::SignIn]).await?;
    jobs::enqueue(cx, tx, &Job::TellAddressChanged { user: id, former }).await?;
    Event::new(EventKind::AddressChanged).user(id).record(cx, tx).await
}

/// Withdraws every link that lies in a letterbox which is no longer the person's.
pub(crate) async fn forget_links(tx: &impl ConnectionTrait, user: UserId) -> Result<()> {
    link::withdraw(tx, user, [LinkPurpose::Invitation, LinkPurpose::PasswordReset, LinkPurpose::SignIn])
        .await?;
    drop_pending(tx, user).await
}

/// Drops a change under way and its links.
async fn drop_pending(tx: &impl ConnectionTrait, user: UserId) -> Result<()> {
    link::withdraw(tx, user, BOTH).await?;
    change::Entity::delete_many()
        .filter(change::Column::UserId.eq(user))
        .filter(change::Column::DoneAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

async fn is_taken(tx: &impl ConnectionTrait, email: &str) -> Result<bool> {
    Ok(user::Entity::find().filter(user::Column::Email.eq(email)).one(tx).await?.is_some())
}
