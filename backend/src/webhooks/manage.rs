//! The webhooks of the council, for administrators: adding one, stopping it, letting it go on, removing it.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    ids::WebhookId,
    policy::Permission,
    refusal::Transition,
    webhooks::{Outcome, Stop, Told, Trouble, WEBHOOKS_MAX, WebhookForm},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::sign;
use crate::{
    Cx, Found, Result,
    entities::{webhook, webhook_message},
    events::{Event, EventKind},
};

/// Messages shown, the last ones.
const SHOWN: u64 = 50;

/// A webhook, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookView {
    /// Which.
    pub id: WebhookId,
    /// What the other program is called.
    pub name: String,
    /// Where messages go.
    pub address: String,
    /// What it is told of.
    pub kinds: Vec<Told>,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When and why it was stopped, if it is.
    pub stopped: Option<(DateTime<Utc>, Stop)>,
    /// Since when nothing is received, if something was sent since.
    pub failing_since: Option<DateTime<Utc>>,
}

impl From<webhook::Model> for WebhookView {
    fn from(row: webhook::Model) -> WebhookView {
        let why = Stop::from_code(&row.stopped_why).unwrap_or(Stop::Asked);
        WebhookView {
            id: row.id,
            name: row.name,
            address: row.address,
            kinds: row.kinds.split(' ').filter_map(Told::from_code).collect(),
            created_at: row.created_at,
            stopped: row.stopped_at.map(|at| (at, why)),
            failing_since: row.failing_since,
        }
    }
}

/// A message that was sent, or waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it tells: a code of [`Told`], or `test`.
    pub kind: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// How many times it was sent.
    pub attempts: u32,
    /// When it was last sent.
    pub tried_at: Option<DateTime<Utc>>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it was not received the last time.
    pub trouble: Option<Trouble>,
    /// What was answered last, if something was.
    pub status: Option<u16>,
}

/// A webhook, with what was sent to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookPage {
    /// The webhook.
    pub webhook: WebhookView,
    /// The last messages, the latest first.
    pub messages: Vec<Message>,
}

/// Every webhook, by name.
///
/// # Errors
/// `Forbidden` but for administrators.
pub async fn all(cx: &Cx) -> Result<Vec<WebhookView>> {
    cx.require(Permission::Administer)?;
    let rows = webhook::Entity::find()
        .order_by_asc(webhook::Column::Name)
        .order_by_asc(webhook::Column::Id)
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(WebhookView::from).collect())
}

/// A webhook, with what was sent to it.
///
/// # Errors
/// `Forbidden` but for administrators; `NotFound`.
pub async fn show(cx: &Cx, id: WebhookId) -> Result<WebhookPage> {
    cx.require(Permission::Administer)?;
    let webhook = webhook::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let rows = webhook_message::Entity::find()
        .filter(webhook_message::Column::WebhookId.eq(id))
        .order_by_desc(webhook_message::Column::Id)
        .limit(SHOWN)
        .all(cx.reader())
        .await?;
    let message = |row: webhook_message::Model| Message {
        kind: row.kind,
        at: row.at,
        attempts: row.attempts.unsigned_abs(),
        tried_at: row.tried_at,
        outcome: row.outcome,
        trouble: Trouble::from_code(&row.trouble),
        status: u16::try_from(row.status).ok().filter(|status| *status > 0),
    };
    Ok(WebhookPage { webhook: webhook.into(), messages: rows.into_iter().map(message).collect() })
}

/// Adds a webhook, and gives its secret this once. That who asks proved who they are is seen to above.
///
/// # Errors
/// `Forbidden` but for administrators; `Invalid`; `TooManyWebhooks`.
pub async fn add(cx: &Cx, form: &WebhookForm) -> Result<(WebhookId, String)> {
    cx.require(Permission::Administer)?;
    let new = form.check(cx.backend.webhooks().reach())?;
    let me = cx.person()?.id;
    let secret = sign::secret(cx.backend.random());
    let tx = cx.begin().await?;
    if webhook::Entity::find().count(&tx).await? >= WEBHOOKS_MAX {
        return Err(Refusal::Transition(Transition::TooManyWebhooks).into());
    }
    let kinds: Vec<&str> = new.kinds.iter().map(|kind| kind.code()).collect();
    let row = webhook::ActiveModel {
        name: Set(new.name),
        address: Set(new.address),
        kinds: Set(kinds.join(" ")),
        secret: Set(secret.clone()),
        created_at: Set(cx.now),
        created_by: Set(me),
        stopped_at: Set(None),
        stopped_why: Set(String::new()),
        failing_since: Set(None),
        ..Default::default()
    };
    let id = row.insert(&tx).await?.id;
    event(EventKind::WebhookAdded, id)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok((id, secret))
}

fn event(kind: EventKind, id: WebhookId) -> Result<Event> {
    Event::new(kind).data(&serde_json::json!({ "webhook": id }))
}

async fn hold(cx: &Cx, tx: &impl ConnectionTrait, id: WebhookId) -> Result<webhook::Model> {
    cx.require(Permission::Administer)?;
    webhook::Entity::find_by_id(id).lock_exclusive().one(tx).await?.found()
}

/// Stops a webhook: nothing is sent to it any more, not even what waits.
///
/// # Errors
/// `Forbidden` but for administrators; `NotFound`.
pub async fn stop(cx: &Cx, id: WebhookId) -> Result<()> {
    cx.require(Permission::Administer)?;
    let tx = cx.begin().await?;
    let row = hold(cx, &tx, id).await?;
    if row.stopped_at.is_none() {
        stopped(cx, &tx, row, Stop::Asked).await?;
    }
    cx.commit(tx).await
}

/// Writes that a webhook is stopped, and why.
pub(super) async fn stopped(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    row: webhook::Model,
    why: Stop,
) -> Result<()> {
    let id = row.id;
    let next = webhook::ActiveModel {
        stopped_at: Set(Some(cx.now)),
        stopped_why: Set(why.code().to_owned()),
        ..row.into()
    };
    next.update(tx).await?;
    let data = serde_json::json!({ "webhook": id, "why": why.code() });
    Event::new(EventKind::WebhookStopped).data(&data)?.record(cx, tx).await
}

/// Lets a webhook go on: it is told of what comes from now on.
///
/// # Errors
/// `Forbidden` but for administrators; `NotFound`.
pub async fn resume(cx: &Cx, id: WebhookId) -> Result<()> {
    cx.require(Permission::Administer)?;
    let tx = cx.begin().await?;
    let row = hold(cx, &tx, id).await?;
    if row.stopped_at.is_some() {
        let next = webhook::ActiveModel {
            stopped_at: Set(None),
            stopped_why: Set(String::new()),
            failing_since: Set(None),
            ..row.into()
        };
        next.update(&tx).await?;
        event(EventKind::WebhookResumed, id)?.record(cx, &tx).await?;
    }
    cx.commit(tx).await
}

/// Removes a webhook, with what was sent to it.
///
/// # Errors
/// `Forbidden` but for administrators; `NotFound`.
pub async fn remove(cx: &Cx, id: WebhookId) -> Result<()> {
    cx.require(Permission::Administer)?;
    let tx = cx.begin().await?;
    let row = hold(cx, &tx, id).await?;
    webhook::Entity::delete_by_id(row.id).exec(&tx).await?;
    event(EventKind::WebhookRemoved, id)?.record(cx, &tx).await?;
    cx.commit(tx).await
}
