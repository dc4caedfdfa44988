//! Writing what a step made of a message.

use domain::{Refusal, discussions::Standing};
use markdown::PIPELINE_VERSION;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{load::Message, render};
use crate::{
    Cx, Result,
    entities::{message, message_version},
    events::{Event, EventKind},
};

/// Writes `next` over the message, with `more` columns, unless it changed since it was read; what it said before is
/// kept apart.
///
/// # Errors
/// `Conflict`.
pub(super) async fn write(
    tx: &impl ConnectionTrait,
    from: &Message,
    next: &Standing,
    more: Vec<(message::Column, Expr)>,
) -> Result<()> {
    use message::Column as C;
    let row = &from.row;
    let mut update = message::Entity::update_many()
        .col_expr(C::State, Expr::value(next.state))
        .col_expr(C::Version, Expr::value(next.version))
        .col_expr(C::Reason, Expr::value(next.reason.clone()))
        .col_expr(C::Plea, Expr::value(next.plea.clone()))
        .col_expr(C::Answer, Expr::value(next.answer.clone()));
    for (column, value) in more {
        update = update.col_expr(column, value);
    }
    if next.body != row.body {
        let rendering = render::render(&render::prefix(row.thread_id, row.position), &next.body);
        update = update
            .col_expr(C::Body, Expr::value(next.body.clone()))
            .col_expr(C::Html, Expr::value(rendering.html))
            .col_expr(C::Excerpt, Expr::value(rendering.excerpt))
            .col_expr(C::Pipeline, Expr::value(PIPELINE_VERSION));
    }
    let written = update.filter(C::Id.eq(row.id)).filter(C::Version.eq(row.version)).exec(tx).await?;
    if written.rows_affected == 0 { Err(Refusal::Conflict.into()) } else { Ok(()) }
}

/// Keeps what the message says before it says something else.
pub(super) async fn keep_former(tx: &impl ConnectionTrait, from: &Message) -> Result<()> {
    let subject = if from.row.position == 1 { from.thread.subject.clone() } else { String::new() };
    let row = message_version::ActiveModel {
        message_id: Set(from.row.id),
        version: Set(from.row.version),
        subject: Set(subject),
        body: Set(from.row.body.clone()),
        at: Set(from.row.edited_at.unwrap_or(from.row.at)),
    };
    message_version::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Tells in the journal what was done to a message, and to whose.
pub(super) async fn tell(cx: &Cx, tx: &impl ConnectionTrait, kind: EventKind, about: &Message) -> Result<()> {
    Event::new(kind)
        .group(about.thread.group_id)
        .user(about.row.author_id)
        .data(&serde_json::json!({ "thread": about.thread.id, "message": about.row.position }))?
        .record(cx, tx)
        .await
}
