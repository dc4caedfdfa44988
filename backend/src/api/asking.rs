//! From a token to who asks, with every right as it is now; and how often.

use chrono::TimeDelta;
use domain::{
    Actor, Language, Refusal,
    api::{REQUESTS_A_MINUTE, Scopes, TOKEN_PREFIX},
    ids::ApiTokenId,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use super::tokens::hashed;
use crate::{Cx, Result, entities::api_token, people};

/// Somebody in whose name a program asks.
#[derive(Clone, Debug)]
pub struct Asking {
    /// By which token.
    pub token: ApiTokenId,
    /// What it is for.
    pub scopes: Scopes,
    /// Who, with every right as it is now.
    pub actor: Actor,
    /// The language they chose.
    pub language: Option<Language>,
}

/// Who asks by this token, which counts as a request of it; nobody if it never was one, is over or was revoked, or if its
/// person may not sign in any more.
///
/// # Errors
/// `TooMany` beyond [`REQUESTS_A_MINUTE`].
pub async fn asking(cx: &Cx, token: &str) -> Result<Option<Asking>> {
    if !token.starts_with(TOKEN_PREFIX) {
        return Ok(None);
    }
    let Some(asking) = people::holding_token(cx, &hashed(token)).await? else { return Ok(None) };
    count(cx, asking.token).await?;
    Ok(Some(asking))
}

/// Counts a request, in one step: of many at once none slips through.
async fn count(cx: &Cx, token: ApiTokenId) -> Result<()> {
    let seconds = cx.now.timestamp();
    let minute = seconds.div_euclid(TimeDelta::minutes(1).num_seconds());
    let of_this_minute = || Expr::col(api_token::Column::Minute).eq(minute);
    let more = Expr::case(of_this_minute(), Expr::col(api_token::Column::Requests).add(1)).finally(1);
    let room = Condition::any()
        .add(api_token::Column::Minute.ne(minute))
        .add(api_token::Column::Requests.lt(REQUESTS_A_MINUTE));
    let counted = api_token::Entity::update_many()
        .col_expr(api_token::Column::Requests, more.into())
        .col_expr(api_token::Column::Minute, Expr::value(minute))
        .col_expr(api_token::Column::UsedOn, Expr::value(Some(cx.today())))
        .filter(api_token::Column::Id.eq(token))
        .filter(room)
        .exec(cx.backend.db().writer())
        .await?;
    if counted.rows_affected == 1 {
        return Ok(());
    }
    let left = 60 - seconds.rem_euclid(60);
    Err(Refusal::TooMany { retry_after_seconds: u32::try_from(left).unwrap_or(60) }.into())
}
