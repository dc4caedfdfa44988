//! Sending what is told, noting what became of it, and stopping a webhook behind which there is nothing any more.

use chrono::TimeDelta;
use domain::{
    Refusal,
    ids::{WebhookId, WebhookMessageId},
    policy::Permission,
    refusal::Transition,
    webhooks::{ATTEMPTS, DAYS_OF_FAILURE, DAYS_SHOWN, Outcome, Stop, TEST, Trouble},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{manage, outside, sign, tell};
use crate::{
    Backend, Cx, Error, Found, Result,
    entities::{webhook, webhook_message},
};

/// The answer of an address where there is nothing any more.
const GONE: u16 = 410;

/// Sends a message that waits. A failure is one of the job, which comes back later, until the last try.
///
/// # Errors
/// `Unexpected` when it was not received and is to be sent again.
pub(crate) async fn deliver(cx: &Cx, id: WebhookMessageId) -> Result<()> {
    // It goes with its webhook.
    let Some(message) = webhook_message::Entity::find_by_id(id).one(cx.reader()).await? else {
        return Ok(());
    };
    if message.outcome != Outcome::Waiting {
        return Ok(());
    }
    let to = webhook::Entity::find_by_id(message.webhook_id).one(cx.reader()).await?.found()?;
    if to.stopped_at.is_some() {
        let dropped = webhook_message::ActiveModel { outcome: Set(Outcome::Dropped), ..message.into() };
        dropped.update(cx.backend.db().writer()).await?;
        return Ok(());
    }
    match attempt(cx, message, &to, ATTEMPTS).await? {
        Outcome::Waiting => Err(Error::unexpected("a message to another program was not received")),
        _ => Ok(()),
    }
}

/// Sends a message that says nothing, now and once, and says what became of it.
///
/// # Errors
/// `Forbidden` but for administrators; `NotFound`; `WebhookStopped`.
pub async fn test(cx: &Cx, id: WebhookId) -> Result<Outcome> {
    cx.require(Permission::Administer)?;
    let to = webhook::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    if to.stopped_at.is_some() {
        return Err(Refusal::Transition(Transition::WebhookStopped).into());
    }
    let data = serde_json::json!({});
    let message = tell::message(cx, &to, TEST, &data)?.insert(cx.backend.db().writer()).await?;
    attempt(cx, message, &to, 1).await
}

/// One try, with no transaction open meanwhile.
async fn attempt(
    cx: &Cx,
    message: webhook_message::Model,
    to: &webhook::Model,
    tries: i32,
) -> Result<Outcome> {
    // A receiver refuses what is old: each try is of its own moment.
    let now = cx.backend.now();
    let signature = sign::signature(&to.secret, &message.message_id, now.timestamp(), &message.body)?;
    let headers = [
        ("content-type", "application/json".to_owned()),
        ("webhook-id", message.message_id.clone()),
        ("webhook-timestamp", now.timestamp().to_string()),
        ("webhook-signature", signature),
    ];
    let reach = cx.backend.webhooks().reach();
    let answered = outside::post(reach, &to.address, headers, message.body.clone()).await;
    let (status, trouble) = match answered {
        Ok(status) if (200..300).contains(&status) => (status, None),
        Ok(status) => (status, Some(Trouble::Refused)),
        Err(trouble) => (0, Some(trouble)),
    };
    let attempts = message.attempts + 1;
    let outcome = match trouble {
        None => Outcome::Received,
        Some(_) if attempts >= tries || status == GONE => Outcome::GivenUp,
        Some(_) => Outcome::Waiting,
    };
    let tx = cx.begin().await?;
    let noted = webhook_message::ActiveModel {
        attempts: Set(attempts),
        tried_at: Set(Some(now)),
        outcome: Set(outcome),
        trouble: Set(trouble.map(Trouble::code).unwrap_or_default().to_owned()),
        status: Set(i32::from(status)),
        ..message.into()
    };
    noted.update(&tx).await?;
    // It may have been stopped or removed meanwhile.
    let to = webhook::Entity::find_by_id(to.id).lock_exclusive().one(&tx).await?;
    if let Some(to) = to.filter(|to| to.stopped_at.is_none()) {
        let since = trouble.map(|_| to.failing_since.unwrap_or(now));
        let failing = since.is_some_and(|since| now - since >= TimeDelta::days(DAYS_OF_FAILURE));
        let why = if status == GONE { Some(Stop::Gone) } else { failing.then_some(Stop::Failing) };
        if since != to.failing_since {
            let next = webhook::ActiveModel { failing_since: Set(since), ..to.clone().into() };
            next.update(&tx).await?;
        }
        if let Some(why) = why {
            manage::stopped(cx, &tx, to, why).await?;
        }
    }
    cx.commit(tx).await?;
    Ok(outcome)
}

/// Forgets what was sent long ago.
///
/// # Errors
/// The database refused it.
pub(crate) async fn tidy_up(backend: &Backend) -> Result<()> {
    let old = backend.now() - TimeDelta::days(DAYS_SHOWN);
    webhook_message::Entity::delete_many()
        .filter(webhook_message::Column::At.lt(old))
        .exec(backend.db().writer())
        .await?;
    Ok(())
}
