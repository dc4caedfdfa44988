//! Requests that are one: a program that lost an answer asks again under the same key, and gets that answer again.
//!
//! A key is taken before anything is done, so that of two requests at once one is done. The change notes in its own
//! transaction that it is done: whatever happens to the program, a request that is asked again is done if it was not,
//! and is never done twice. An answer is kept a day.

use std::sync::Arc;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use domain::{Refusal, api::KEY_HOURS, ids::ApiTokenId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use crate::{Backend, Cx, Found, Result, entities::api_answer};

/// The status of a request that is being done.
const RUNNING: i32 = 0;
/// The status of a request whose change is made and whose answer is not kept yet.
const DONE: i32 = 1;
/// After so long without an end, a request is taken to be interrupted.
const INTERRUPTED: TimeDelta = TimeDelta::minutes(5);

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
    /// This very request is being done, or was interrupted a moment ago.
    Running,
    /// This very request was done, and interrupted before its answer was kept.
    Unanswered,
    /// Another request came under this key.
    Other,
}

/// The key that a request took.
#[derive(Debug)]
pub(crate) struct Taken {
    token: ApiTokenId,
    key: String,
    at: DateTime<Utc>,
}

impl Taken {
    fn this(&self) -> Condition {
        Condition::all().add(of_key(self.token, &self.key)).add(api_answer::Column::At.eq(self.at))
    }

    /// Notes that the change is made, with it.
    pub(crate) async fn note_done(&self, tx: &impl ConnectionTrait) -> Result<()> {
        let noted = api_answer::Entity::update_many()
            .col_expr(api_answer::Column::Status, Expr::value(DONE))
            .filter(self.this())
            .exec(tx)
            .await?;
        // Taken by who asked again, since this took very long.
        if noted.rows_affected == 1 { Ok(()) } else { Err(Refusal::Conflict.into()) }
    }
}

fn of_key(token: ApiTokenId, key: &str) -> Condition {
    Condition::all().add(api_answer::Column::TokenId.eq(token)).add(api_answer::Column::RequestKey.eq(key))
}

/// Takes a key for a request, told from the others by its fingerprint. What is then done in this context is done once.
///
/// # Errors
/// The database refused it.
pub async fn begin_answer(cx: &mut Cx, token: ApiTokenId, key: &str, fingerprint: &str) -> Result<Begun> {
    let db = cx.backend.db().writer();
    let old = cx.now - TimeDelta::hours(KEY_HOURS);
    // What is too old to be answered again, and what was interrupted before it did anything.
    let over = Condition::any().add(api_answer::Column::At.lt(old)).add(
        Condition::all()
            .add(api_answer::Column::Status.eq(RUNNING))
            .add(api_answer::Column::Fingerprint.eq(fingerprint))
            .add(api_answer::Column::At.lt(cx.now - INTERRUPTED)),
    );
    api_answer::Entity::delete_many().filter(of_key(token, key)).filter(over).exec(db).await?;
    // As precise as PostgreSQL keeps it: the key is found again by it.
    let at = cx.now.trunc_subsecs(6);
    let row = api_answer::ActiveModel {
        token_id: Set(token),
        request_key: Set(key.to_owned()),
        fingerprint: Set(fingerprint.to_owned()),
        at: Set(at),
        status: Set(RUNNING),
        headers: Set(String::new()),
        body: Set(String::new()),
    };
    let once = OnConflict::columns([api_answer::Column::TokenId, api_answer::Column::RequestKey])
        .do_nothing()
        .to_owned();
    if api_answer::Entity::insert(row).on_conflict(once).exec_without_returning(db).await? == 1 {
        cx.answering = Some(Arc::new(Taken { token, key: key.to_owned(), at }));
        return Ok(Begun::New);
    }
    let known = api_answer::Entity::find().filter(of_key(token, key)).one(db).await?.found()?;
    Ok(match u16::try_from(known.status) {
        _ if known.fingerprint != fingerprint => Begun::Other,
        _ if known.status == DONE && known.at >= cx.now - INTERRUPTED => Begun::Running,
        _ if known.status == DONE => Begun::Unanswered,
        Ok(0) | Err(_) => Begun::Running,
        Ok(status) => Begun::Answered(Answer { status, headers: known.headers, body: known.body }),
    })
}

/// Keeps what was answered to the request that this context does.
///
/// # Errors
/// The database refused it.
pub async fn keep_answer(cx: &Cx, answer: &Answer) -> Result<()> {
    let Some(taken) = &cx.answering else { return Ok(()) };
    api_answer::Entity::update_many()
        .col_expr(api_answer::Column::Status, Expr::value(i32::from(answer.status)))
        .col_expr(api_answer::Column::Headers, Expr::value(answer.headers.clone()))
        .col_expr(api_answer::Column::Body, Expr::value(answer.body.clone()))
        .filter(taken.this())
        .exec(cx.backend.db().writer())
        .await?;
    Ok(())
}

/// Forgets the key of the request that this context does, which failed, so that it can be asked again; unless its change
/// was made nevertheless.
///
/// # Errors
/// The database refused it.
pub async fn forget_answer(cx: &Cx) -> Result<()> {
    let Some(taken) = &cx.answering else { return Ok(()) };
    api_answer::Entity::delete_many()
        .filter(taken.this())
        .filter(api_answer::Column::Status.eq(RUNNING))
        .exec(cx.backend.db().writer())
        .await?;
    Ok(())
}

/// Gives back the keys of requests that were being done when the program ended. What they had done stays noted, as begun
/// long ago: whoever asks again is told.
pub(crate) async fn give_back(backend: &Backend) -> Result<()> {
    let db = backend.db().writer();
    api_answer::Entity::delete_many().filter(api_answer::Column::Status.eq(RUNNING)).exec(db).await?;
    api_answer::Entity::update_many()
        .col_expr(api_answer::Column::At, Expr::value(backend.now() - INTERRUPTED - TimeDelta::seconds(1)))
        .filter(api_answer::Column::Status.eq(DONE))
        .exec(db)
        .await?;
    Ok(())
}
