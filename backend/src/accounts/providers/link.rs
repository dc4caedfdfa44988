//! Joining somebody's account of a sign-in service to theirs here.
//!
//! They do it themselves, once they proved who they are; or the service vouches for the very address that their account
//! has here, and they are told by mail. A service makes no account.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    accounts::WayChange,
    ids::{LinkedAccountId, UserId},
    refusal::Forbidden,
    refusal::Transition,
};
use openidconnect::SubjectIdentifier;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::Expr,
};

use super::known::refused;
use crate::{
    Cx, Error, Result,
    accounts::sign_in,
    entities::{linked_account as linked, user},
    events::{Event, EventKind},
    jobs::{self, Job},
};

/// An account of a sign-in service that opens one's own here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedAccount {
    /// Which one.
    pub id: LinkedAccountId,
    /// What people call the service, or its address if the settings name it no more.
    pub provider: String,
    /// The code of the service, if the settings still name it.
    pub code: Option<String>,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When it last served.
    pub used_at: Option<DateTime<Utc>>,
}

/// One's accounts of sign-in services that open one's own here, the oldest first.
///
/// # Errors
/// `SignInRequired`.
pub async fn linked_accounts(cx: &Cx) -> Result<Vec<LinkedAccount>> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let rows = linked::Entity::find()
        .filter(linked::Column::UserId.eq(cx.person()?.id))
        .order_by_asc(linked::Column::Id)
        .all(cx.reader())
        .await?;
    let providers = cx.backend.providers();
    let view = |row: linked::Model| {
        let known = providers.iter().find(|provider| provider.issuer() == row.issuer);
        LinkedAccount {
            id: row.id,
            provider: known.map_or(row.issuer, |provider| provider.name().to_owned()),
            code: known.map(|provider| provider.code().to_owned()),
            created_at: row.created_at,
            used_at: row.used_at,
        }
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Has an account of a sign-in service open one's own no more. The password and a link by mail always do.
///
/// # Errors
/// `SignInRequired`; `NotFound`.
pub async fn unlink_account(cx: &Cx, id: LinkedAccountId) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let tx = cx.begin().await?;
    let own = linked::Entity::delete_many()
        .filter(linked::Column::UserId.eq(person.id))
        .filter(linked::Column::Id.eq(id));
    if own.exec(&tx).await?.rows_affected == 0 {
        return Err(Error::Refused(Refusal::NotFound));
    }
    let job = Job::TellWayChanged { user: person.id, change: WayChange::ProviderUnlinked };
    jobs::enqueue(cx, &tx, &job).await?;
    Event::new(EventKind::ProviderUnlinked).user(person.id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Whose account here an account there opens, which serves now. Nobody's, if they may not come in.
pub(super) async fn whose(cx: &Cx, issuer: &str, subject: &SubjectIdentifier) -> Result<Option<UserId>> {
    let tx = cx.begin().await?;
    let known = linked::Entity::find()
        .filter(linked::Column::Issuer.eq(issuer))
        .filter(linked::Column::Subject.eq(subject.as_str()));
    let Some(known) = known.one(&tx).await? else { return Ok(None) };
    let present =
        user::Entity::find_by_id(known.user_id).filter(user::Column::SuspendedAt.is_null()).one(&tx).await?;
    if present.is_none() {
        return Err(refused(Transition::ProviderUnknown));
    }
    linked::Entity::update_many()
        .col_expr(linked::Column::UsedAt, Expr::value(Some(cx.now)))
        .filter(linked::Column::Id.eq(known.id))
        .exec(&tx)
        .await?;
    cx.commit(tx).await?;
    Ok(Some(known.user_id))
}

/// Joins an account there to that of the person who asks.
pub(super) async fn link(cx: &Cx, user: UserId, issuer: &str, subject: &SubjectIdentifier) -> Result<()> {
    let tx = cx.begin().await?;
    join(cx, &tx, user, issuer, subject, None).await?;
    cx.commit(tx).await
}

/// Joins an account there to the open account here that has the address it vouches for, and says whose it is.
pub(super) async fn link_by_address(
    cx: &Cx,
    issuer: &str,
    subject: &SubjectIdentifier,
    email: Option<&str>,
) -> Result<UserId> {
    let user = match email {
        Some(email) => sign_in::find(cx, email).await?,
        None => None,
    };
    // Whoever has not opened their account yet does it by their invitation.
    let user = user.filter(|user| user.suspended_at.is_none() && user.password_hash.is_some());
    let user = user.ok_or_else(|| refused(Transition::ProviderUnknown))?;
    let tx = cx.begin().await?;
    join(cx, &tx, user.id, issuer, subject, Some(cx.now)).await?;
    cx.commit(tx).await?;
    Ok(user.id)
}

/// Writes that the two are one person's, unless either is joined to another. Two at once are told apart by the indexes.
async fn join(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    user: UserId,
    issuer: &str,
    subject: &SubjectIdentifier,
    used_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let either = Condition::any()
        .add(linked::Column::Subject.eq(subject.as_str()))
        .add(linked::Column::UserId.eq(user));
    let known =
        linked::Entity::find().filter(linked::Column::Issuer.eq(issuer)).filter(either).all(tx).await?;
    if let [known] = known.as_slice()
        && known.user_id == user
        && known.subject == subject.as_str()
    {
        return Ok(());
    }
    if !known.is_empty() {
        return Err(refused(Transition::ProviderTaken));
    }
    let row = linked::ActiveModel {
        user_id: Set(user),
        issuer: Set(issuer.to_owned()),
        subject: Set(subject.to_string()),
        created_at: Set(cx.now),
        used_at: Set(used_at),
        ..Default::default()
    };
    linked::Entity::insert(row).exec_without_returning(tx).await?;
    jobs::enqueue(cx, tx, &Job::TellWayChanged { user, change: WayChange::ProviderLinked }).await?;
    Event::new(EventKind::ProviderLinked).by(user).user(user).record(cx, tx).await
}
