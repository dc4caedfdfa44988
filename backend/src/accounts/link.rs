//! One-time links: what proves, by mail, that an address is somebody's.
//!
//! Looking at a link does not use it, since mail scanners open links: the form behind it does. The token is drawn
//! when the link is sent and only its hash is kept.

use chrono::{DateTime, Utc};
use domain::{
    Actor, Refusal,
    accounts::LinkPurpose,
    ids::{EmailChangeId, OneTimeLinkId, UserId},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::Expr,
};

use crate::{
    Cx, Found, Result,
    entities::{email_change, one_time_link as link, user},
    files::Fingerprint,
    jobs::{self, Job},
    mail::{self, Letter},
};

/// A link that may be used.
#[derive(Clone, Debug)]
pub struct LinkView {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// The name of its person.
    pub name: String,
    /// The address at stake: the person's, or the new one.
    pub email: String,
    /// Until when it works.
    pub expires_at: DateTime<Utc>,
}

/// A link whose token was presented, with its person.
pub(super) struct Presented {
    pub link: link::Model,
    pub user: user::Model,
}

/// Writes a link and asks for its mail, in the transaction of what calls for it.
pub(super) async fn leave(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    user: UserId,
    purpose: LinkPurpose,
    change: Option<EmailChangeId>,
) -> Result<()> {
    let link = write(cx, tx, user, purpose, change).await?;
    jobs::enqueue(cx, tx, &Job::SendLink { link: link.id }).await
}

async fn write(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    user: UserId,
    purpose: LinkPurpose,
    change: Option<EmailChangeId>,
) -> Result<link::Model> {
    let row = link::ActiveModel {
        user_id: Set(user),
        purpose: Set(purpose),
        token_hash: Set(String::new()),
        email_change_id: Set(change),
        created_by: Set(cx.actor.user_id()),
        created_at: Set(cx.now),
        expires_at: Set(cx.now + purpose.lifetime()),
        ..Default::default()
    };
    Ok(row.insert(tx).await?)
}

/// Draws the token of a link; the former one, if any, works no more.
async fn draw(cx: &Cx, tx: &impl ConnectionTrait, id: OneTimeLinkId) -> Result<String> {
    let token = cx.backend.token();
    link::Entity::update_many()
        .col_expr(link::Column::TokenHash, Expr::value(hash(&token)))
        .filter(link::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(token)
}

fn hash(token: &str) -> String {
    Fingerprint::of(token.as_bytes()).to_string()
}

/// Mails a link to its person. One that is no longer of use is not sent.
pub(crate) async fn send_link(cx: &Cx, id: OneTimeLinkId) -> Result<()> {
    let Some(row) = link::Entity::find_by_id(id).one(cx.reader()).await? else { return Ok(()) };
    let user = user::Entity::find_by_id(row.user_id).one(cx.reader()).await?.found()?;
    if row.used_at.is_some() || row.expires_at <= cx.now || user.suspended_at.is_some() {
        return Ok(());
    }
    let email = address_at_stake(cx, &row, &user).await?;
    let from = match row.created_by.filter(|author| *author != user.id) {
        Some(author) => user::Entity::find_by_id(author).one(cx.reader()).await?.map(|author| author.name),
        None => None,
    };
    let token = draw(cx, cx.backend.db().writer(), id).await?;
    let letter = Letter::Link { purpose: row.purpose, token, expires_at: row.expires_at, from };
    mail::send(cx, &user, &email, &letter).await
}

async fn address_at_stake(cx: &Cx, row: &link::Model, user: &user::Model) -> Result<String> {
    match row.email_change_id {
        Some(change) if row.purpose == LinkPurpose::ConfirmNewAddress => {
            Ok(email_change::Entity::find_by_id(change).one(cx.reader()).await?.found()?.new_email)
        }
        _ => Ok(user.email.clone()),
    }
}

/// Makes a link and gives its token, to be handed over by whoever runs the program.
///
/// # Errors
/// `NotFound` but for the program itself: the token signs in as the person.
pub async fn create_link_now(cx: &Cx, user: UserId) -> Result<String> {
    if cx.actor != Actor::System {
        return Err(Refusal::NotFound.into());
    }
    let tx = cx.begin().await?;
    let user = user::Entity::find_by_id(user).one(&tx).await?.found()?;
    let link = write(cx, &tx, user.id, purpose_for(&user), None).await?;
    let token = draw(cx, &tx, link.id).await?;
    cx.commit(tx).await?;
    Ok(token)
}

/// The link that lets somebody choose a password: the first, or another.
pub(super) fn purpose_for(user: &user::Model) -> LinkPurpose {
    if user.password_hash.is_some() { LinkPurpose::PasswordReset } else { LinkPurpose::Invitation }
}

/// What a link is for, without using it.
///
/// # Errors
/// `LinkExpired` if it was used, has expired or never existed.
pub async fn look_at_link(cx: &Cx, token: &str) -> Result<LinkView> {
    let Presented { link, user } = present(cx, token).await?;
    let email = address_at_stake(cx, &link, &user).await?;
    Ok(LinkView { purpose: link.purpose, name: user.name, email, expires_at: link.expires_at })
}

/// The link of a token, if it may be used.
pub(super) async fn present(cx: &Cx, token: &str) -> Result<Presented> {
    let row = link::Entity::find()
        .filter(link::Column::TokenHash.eq(hash(token.trim())))
        .filter(link::Column::UsedAt.is_null())
        .filter(link::Column::ExpiresAt.gt(cx.now))
        .one(cx.reader())
        .await?;
    let link = row.ok_or(Refusal::LinkExpired)?;
    let user = user::Entity::find_by_id(link.user_id).one(cx.reader()).await?;
    let user = user.filter(|user| user.suspended_at.is_none()).ok_or(Refusal::LinkExpired)?;
    Ok(Presented { link, user })
}

/// Uses a link, in the transaction of what it allows: only one of two at once succeeds.
pub(super) async fn consume(cx: &Cx, tx: &impl ConnectionTrait, id: OneTimeLinkId) -> Result<()> {
    let used = link::Entity::update_many()
        .col_expr(link::Column::UsedAt, Expr::value(Some(cx.now)))
        .filter(link::Column::Id.eq(id))
        .filter(link::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    if used.rows_affected == 1 { Ok(()) } else { Err(Refusal::LinkExpired.into()) }
}

/// Withdraws a person's links for these purposes that were not used.
pub(super) async fn withdraw(
    tx: &impl ConnectionTrait,
    user: UserId,
    purposes: impl IntoIterator<Item = LinkPurpose>,
) -> Result<()> {
    link::Entity::delete_many()
        .filter(link::Column::UserId.eq(user))
        .filter(link::Column::Purpose.is_in(purposes))
        .filter(link::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
