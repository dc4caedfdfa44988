//! What other programs are told: which kind of thing became public, its identifiers and its public address.

use domain::{contributions::PublicationNumber, webhooks::Told};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::{
    Cx, Result,
    entities::{webhook, webhook_message},
    jobs::{self, Job},
};

/// Tells of a publication, in the transaction of what became of it.
pub(crate) async fn publication(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    kind: Told,
    number: PublicationNumber,
) -> Result<()> {
    let address = cx.backend.webhooks().address(&format!("/publications/{number}"));
    let data = json!({ "number": number.to_string(), "address": address });
    let told = webhook::Entity::find().filter(webhook::Column::StoppedAt.is_null()).all(tx).await?;
    for row in told {
        if !row.kinds.split(' ').any(|code| code == kind.code()) {
            continue;
        }
        let message = message(cx, &row, kind.code(), &data)?.insert(tx).await?;
        jobs::enqueue(cx, tx, &Job::TellProgram { message: message.id }).await?;
    }
    Ok(())
}

/// A message to be sent.
pub(super) fn message(
    cx: &Cx,
    to: &webhook::Model,
    kind: &str,
    data: &Value,
) -> Result<webhook_message::ActiveModel> {
    let at = cx.now.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let unique: String = cx.backend.token().chars().filter(char::is_ascii_alphanumeric).take(24).collect();
    Ok(webhook_message::ActiveModel {
        webhook_id: Set(to.id),
        message_id: Set(format!("msg_{unique}")),
        kind: Set(kind.to_owned()),
        body: Set(serde_json::to_string(&json!({ "type": kind, "timestamp": at, "data": data }))?),
        at: Set(cx.now),
        attempts: Set(0),
        tried_at: Set(None),
        outcome: Set(domain::webhooks::Outcome::Waiting),
        trouble: Set(String::new()),
        status: Set(0),
        ..Default::default()
    })
}
