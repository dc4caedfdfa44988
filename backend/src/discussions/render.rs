//! From a message to the page: rendered when it is written and kept; again when the pipeline changes.

use std::collections::BTreeMap;

use domain::ids::{MessageId, ThreadId};
use markdown::{Options, PIPELINE_VERSION, Typography};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};

use crate::{Cx, Result, contributions::wikilink, entities::message};

/// A message as it is put in a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rendering {
    pub html: String,
    /// Its beginning, without markup, for those who answer it.
    pub excerpt: String,
}

/// The one call to the Markdown pipeline for a message. The ids of its notes and headings begin with `prefix`, which
/// no other message of the page has.
pub(super) fn render(prefix: &str, body: &str) -> Rendering {
    if body.is_empty() {
        return Rendering::default();
    }
    let options = Options { language: Typography::French, id_prefix: prefix, wikilink: &wikilink };
    let rendered = markdown::render(body, &options);
    Rendering { html: rendered.html, excerpt: rendered.excerpt }
}

/// The same for whatever else is said as messages are: what it says, and its beginning.
pub(crate) fn rendered(prefix: &str, body: &str) -> (String, String) {
    let rendering = render(prefix, body);
    (rendering.html, rendering.excerpt)
}

/// The prefix of a message.
pub(super) fn prefix(thread: ThreadId, position: i32) -> String {
    format!("m{thread}-{position}-")
}

/// Renders again, and keeps, the messages that an earlier pipeline rendered.
pub(super) async fn again(
    cx: &Cx,
    thread: ThreadId,
    outdated: Vec<MessageId>,
) -> Result<BTreeMap<MessageId, String>> {
    let mut fresh = BTreeMap::new();
    if outdated.is_empty() {
        return Ok(fresh);
    }
    let rows: Vec<(MessageId, i32, String)> = message::Entity::find()
        .select_only()
        .columns([message::Column::Id, message::Column::Position, message::Column::Body])
        .filter(message::Column::Id.is_in(outdated))
        .into_tuple()
        .all(cx.reader())
        .await?;
    for (id, position, body) in rows {
        let rendering = render(&prefix(thread, position), &body);
        message::Entity::update_many()
            .col_expr(message::Column::Html, Expr::value(rendering.html.clone()))
            .col_expr(message::Column::Excerpt, Expr::value(rendering.excerpt))
            .col_expr(message::Column::Pipeline, Expr::value(PIPELINE_VERSION))
            .filter(message::Column::Id.eq(id))
            .filter(message::Column::Body.eq(body))
            .exec(cx.backend.db().writer())
            .await?;
        fresh.insert(id, rendering.html);
    }
    Ok(fresh)
}
