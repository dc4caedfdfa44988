//! Requests that are one: a program that lost an answer asks again under the same key, and gets that answer again.
//!
//! A key is taken before anything is done, so that of two requests at once one is done. An answer is kept a day.

use chrono::TimeDelta;
use domain::{api::KEY_HOURS, ids::ApiTokenId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use crate::{Cx, Found, Result, entities::api_answer};

/// An answer, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Those of its headers that matter, as JSON.
    pub headers: String,
    /// Its body.
    pub body: String,
}

/// What is known of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// Nothing: this request is to be done.
    New,
    /// This very request was answered so.
    Answered(Answer),
    /// This very request is being done, or was interrupted.
    Running,
    /// Another request came under this key.
    Other,
}

/// Takes a key for a request, told from the others by its fingerprint.
///
/// # Errors
/// The database refused it.
pub async fn begin_answer(cx: &Cx, token: ApiTokenId, key: &str, fingerprint: &str) -> Result<Begun> {
    let db = cx.backend.db().writer();
    let old = cx.now - TimeDelta::hours(KEY_HOURS);
    let of_key = || {
        api_answer::Entity::find()
            .filter(api_answer::Column::TokenId.eq(token))
            .filter(api_answer::Column::RequestKey.eq(key))
    };
    api_answer::Entity::delete_many()
        .filter(api_answer::Column::TokenId.eq(token))
        .filter(api_answer::Column::RequestKey.eq(key))
        .filter(api_answer::Column::At.lt(old))
        .exec(db)
        .await?;
    let row = api_answer::ActiveModel {
        token_id: Set(token),
        request_key: Set(key.to_owned()),
        fingerprint: Set(fingerprint.to_owned()),
        at: Set(cx.now),
        status: Set(0),
        headers: Set(String::new()),
        body: Set(String::new()),
    };
    let once = OnConflict::columns([api_answer::Column::TokenId, api_answer::Column::RequestKey])
        .do_nothing()
        .to_owned();
    if api_answer::Entity::insert(row).on_conflict(once).exec_without_returning(db).await? == 1 {
        return Ok(Begun::New);
    }
    let known = of_key().one(db).await?.found()?;
    Ok(match u16::try_from(known.status) {
        _ if known.fingerprint != fingerprint => Begun::Other,
        Ok(0) | Err(_) => Begun::Running,
        Ok(status) => Begun::Answered(Answer { status, headers: known.headers, body: known.body }),
    })
}

/// Keeps what was answered.
///
/// # Errors
/// The database refused it.
pub async fn keep_answer(cx: &Cx, token: ApiTokenId, key: &str, answer: &Answer) -> Result<()> {
    api_answer::Entity::update_many()
        .col_expr(api_answer::Column::Status, Expr::value(i32::from(answer.status)))
        .col_expr(api_answer::Column::Headers, Expr::value(answer.headers.clone()))
        .col_expr(api_answer::Column::Body, Expr::value(answer.body.clone()))
        .filter(api_answer::Column::TokenId.eq(token))
        .filter(api_answer::Column::RequestKey.eq(key))
        .exec(cx.backend.db().writer())
        .await?;
    Ok(())
}

/// Forgets a key whose request did nothing, so that it can be asked again.
///
/// # Errors
/// The database refused it.
pub async fn forget_answer(cx: &Cx, token: ApiTokenId, key: &str) -> Result<()> {
    api_answer::Entity::delete_many()
        .filter(api_answer::Column::TokenId.eq(token))
        .filter(api_answer::Column::RequestKey.eq(key))
        .exec(cx.backend.db().writer())
        .await?;
    Ok(())
}
