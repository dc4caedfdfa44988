//! Removing what has served its time: personal data is not kept longer than it is of use.

use chrono::TimeDelta;
use domain::accounts::LinkPurpose;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::{
    Backend, Result,
    entities::{code_secret, email_change, known_device, mail, one_time_link, session, sign_in_failure},
};

/// How long a used or expired link is kept, and a counted try.
const A_DAY: TimeDelta = TimeDelta::days(1);
/// How long a change of address that was made is kept.
const CHANGES: TimeDelta = TimeDelta::days(30);
/// How long a browser that is not used any more is known.
const DEVICES: TimeDelta = TimeDelta::days(400);
/// How long a mail is kept.
const MAILS: TimeDelta = TimeDelta::days(90);

/// Removes expired sessions and links, old tries, changes of address and mails, browsers not seen for long, secrets that
/// were drawn and never confirmed.
///
/// # Errors
/// The database refused it.
pub async fn purge_expired(backend: &Backend) -> Result<()> {
    let now = backend.now();
    let db = backend.db().writer();
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(now)).exec(db).await?;
    sign_in_failure::Entity::delete_many()
        .filter(sign_in_failure::Column::At.lt(now - A_DAY))
        .exec(db)
        .await?;
    let over = Condition::any()
        .add(one_time_link::Column::ExpiresAt.lt(now - A_DAY))
        .add(one_time_link::Column::UsedAt.lt(now - A_DAY));
    one_time_link::Entity::delete_many().filter(over).exec(db).await?;
    let given_up = Condition::all()
        .add(email_change::Column::DoneAt.is_null())
        .add(email_change::Column::AskedAt.lt(now - LinkPurpose::ConfirmNewAddress.lifetime() - A_DAY));
    let over = Condition::any().add(given_up).add(email_change::Column::DoneAt.lt(now - CHANGES));
    email_change::Entity::delete_many().filter(over).exec(db).await?;
    known_device::Entity::delete_many()
        .filter(known_device::Column::LastSeenAt.lt(now - DEVICES))
        .exec(db)
        .await?;
    code_secret::Entity::delete_many()
        .filter(code_secret::Column::ConfirmedAt.is_null())
        .filter(code_secret::Column::CreatedAt.lt(now - A_DAY))
        .exec(db)
        .await?;
    mail::Entity::delete_many().filter(mail::Column::At.lt(now - MAILS)).exec(db).await?;
    Ok(())
}
