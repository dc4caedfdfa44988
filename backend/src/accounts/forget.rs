//! Forgetting every way in which somebody signs in, when nothing is to be left of their account.

use domain::ids::UserId;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{open_sessions, second_factor};
use crate::{
    Result,
    entities::{api_token, email_change, known_device, linked_account, one_time_link, passkey, user},
};

/// Forgets a person's password, codes, passkeys, accounts elsewhere, tokens, links, changes of address and browsers, and
/// closes their sessions, in the transaction of what asks for it.
///
/// # Errors
/// The database refused it.
pub async fn forget_all_ways(tx: &impl ConnectionTrait, id: UserId) -> Result<()> {
    open_sessions::close(tx, id, None).await?;
    second_factor::forget(tx, id).await?;
    passkey::Entity::delete_many().filter(passkey::Column::UserId.eq(id)).exec(tx).await?;
    linked_account::Entity::delete_many().filter(linked_account::Column::UserId.eq(id)).exec(tx).await?;
    api_token::Entity::delete_many().filter(api_token::Column::UserId.eq(id)).exec(tx).await?;
    known_device::Entity::delete_many().filter(known_device::Column::UserId.eq(id)).exec(tx).await?;
    one_time_link::Entity::delete_many().filter(one_time_link::Column::UserId.eq(id)).exec(tx).await?;
    email_change::Entity::delete_many().filter(email_change::Column::UserId.eq(id)).exec(tx).await?;
    user::Entity::update_many()
        .col_expr(user::Column::PasswordHash, Expr::value(Option::<String>::None))
        .filter(user::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}
