//! One message, with what one may do about it and what it said before.

use chrono::{DateTime, Utc};
use domain::{
    Version,
    discussions::Rank,
    ids::{MessageId, ThreadId},
    moderation::{Reported, ReportedKind},
    policy::MessageAction,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    load::{self, Reader},
    render,
    show::{head, lines, views},
    unsent::{self, Spot, Unsent},
    view::{Head, MessageView},
};
use crate::{
    Cx, Found, Result, contributions,
    entities::{message, message_version},
    moderation::{self, QuotedArticle},
};

/// What a message said before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerVersion {
    /// Since when it said so.
    pub at: DateTime<Utc>,
    /// Its version then.
    pub version: Version,
    /// The subject it had, typeset; empty but for a first message.
    pub subject: String,
    /// What it said, rendered.
    pub html: String,
}

/// A message on its own page.
#[derive(Clone, Debug)]
pub struct MessagePage {
    /// The discussion it is in.
    pub head: Head,
    /// The message.
    pub message: MessageView,
    /// What it says in Markdown, for who may correct it.
    pub source: Option<String>,
    /// The subject as typed, for who may correct it, with the first message.
    pub subject: Option<String>,
    /// What it said before, the latest first, for its author and those who look after the discussion.
    pub former: Vec<FormerVersion>,
    /// What its author typed and did not send.
    pub unsent: Option<Unsent>,
    /// The article for which it is hidden, for those who read why.
    pub article: Option<QuotedArticle>,
}

/// The message at this address.
///
/// # Errors
/// `NotFound` for those who do not read the work of the group.
pub async fn message(cx: &Cx, slug: &str, thread: ThreadId, id: MessageId) -> Result<MessagePage> {
    let found = load::message(cx, id, MessageAction::Read).await?;
    if found.thread.slug != slug || found.thread.id != thread {
        return Err(domain::Refusal::NotFound.into());
    }
    let line = lines(message::Entity::find_by_id(id)).into_model().all(cx.reader()).await?;
    let view = views(cx, &found.thread, line).await?.into_iter().next().found()?;
    let reader = Reader::of(cx, &found.thread.group());
    let inside = (view.own || reader.moderates) && view.html.is_some();
    let former = if inside { former(cx, thread, &found).await? } else { Vec::new() };
    let spot = Spot { group: found.thread.group_id, thread: Some(thread), message: Some(id) };
    let unsent = if view.may.edit { unsent::kept(cx, spot).await? } else { None };
    let first = found.rank() == Rank::First;
    let what = Reported { kind: ReportedKind::Message, id: id.0 };
    let article = if view.hiding.is_some() { moderation::quoted_in(cx, what).await? } else { None };
    Ok(MessagePage {
        article,
        head: head(cx, &found.thread),
        source: view.may.edit.then(|| found.row.body.clone()),
        subject: (view.may.edit && first).then(|| found.thread.subject.clone()),
        message: view,
        former,
        unsent,
    })
}

async fn former(cx: &Cx, thread: ThreadId, found: &load::Message) -> Result<Vec<FormerVersion>> {
    let rows = message_version::Entity::find()
        .filter(message_version::Column::MessageId.eq(found.row.id))
        .order_by_desc(message_version::Column::Version)
        .all(cx.reader())
        .await?;
    let version = |row: message_version::Model| {
        let prefix = format!("{}v{}-", render::prefix(thread, found.row.position), row.version);
        FormerVersion {
            at: row.at,
            version: row.version,
            subject: contributions::typeset(&row.subject),
            html: render::render(&prefix, &row.body).html,
        }
    };
    Ok(rows.into_iter().map(version).collect())
}
