//! What is said in groups.

use axum::{
    Json,
    extract::{OriginalUri, Path},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use backend::discussions::{self, MessageView, ThreadRow, ThreadView};
use chrono::{DateTime, Utc};
use domain::{
    api::Scope,
    discussions::{MessageForm, ThreadForm},
    ids::ThreadId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    around::Caller,
    asked::{Asked, Id, Paged, Sent, nothing},
    fault::Fault,
    given::{Listing, Made, listing, made},
};

/// A discussion in a list.
#[derive(Serialize, ToSchema)]
pub struct ThreadItem {
    /// Its identifier.
    id: i64,
    /// What it is about; none when that was hidden.
    subject: Option<String>,
    /// Who began it.
    by: String,
    /// How many messages it holds.
    messages: u64,
    /// When the last one was written.
    last_at: DateTime<Utc>,
    /// Whether it is closed.
    closed: bool,
}

/// A discussion, with a page of its messages.
#[derive(Serialize, ToSchema)]
pub struct Thread {
    /// Its identifier.
    id: i64,
    /// What it is about; none when that was hidden.
    subject: Option<String>,
    /// Who began it.
    by: String,
    /// When.
    created_at: DateTime<Utc>,
    /// Whether it is closed.
    closed: bool,
    /// The identifier of the text it is about.
    text: Option<i64>,
    /// The messages of this page, in order.
    messages: Vec<Message>,
    /// Which page of messages it is, from 1.
    page: u64,
    /// How many pages of messages there are.
    pages: u64,
    /// How many messages there are.
    total: u64,
}

/// A message.
#[derive(Serialize, ToSchema)]
pub struct Message {
    /// Its number in the discussion, from 1.
    position: i32,
    /// Who wrote it.
    by: String,
    /// When.
    at: DateTime<Utc>,
    /// When it was last corrected.
    edited_at: Option<DateTime<Utc>>,
    /// Code of where it stands: shown, hidden, withdrawn…
    state: String,
    /// What it says, in HTML; none when one does not read it.
    html: Option<String>,
}

/// A discussion to be begun.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewThread {
    /// What it is about.
    #[schema(min_length = 3, max_length = 150)]
    subject: String,
    /// The first message, in Markdown.
    #[schema(min_length = 1, max_length = 20_000)]
    body: String,
    /// The identifier of the text it is about, of the same group.
    text: Option<i64>,
}

/// A message to be written.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    /// What it says, in Markdown.
    #[schema(min_length = 1, max_length = 20_000)]
    body: String,
    /// The number of the message that it answers.
    answers: Option<i32>,
}

/// A message that was written.
#[derive(Serialize, ToSchema)]
pub struct Answered {
    /// Its number in the discussion.
    position: i32,
}

impl From<ThreadRow> for ThreadItem {
    fn from(row: ThreadRow) -> ThreadItem {
        ThreadItem {
            id: row.id.0,
            subject: row.subject,
            by: row.by,
            messages: row.messages,
            last_at: row.last_at,
            closed: row.closed,
        }
    }
}

impl From<MessageView> for Message {
    fn from(view: MessageView) -> Message {
        Message {
            position: view.position,
            by: view.by,
            at: view.at,
            edited_at: view.edited_at,
            state: view.state.code().into(),
            html: view.html,
        }
    }
}

impl From<ThreadView> for Thread {
    fn from(view: ThreadView) -> Thread {
        Thread {
            id: view.head.id.0,
            subject: view.head.subject,
            by: view.by,
            created_at: view.created_at,
            closed: view.closing.is_some(),
            text: view.text.map(|text| text.id.0),
            page: view.messages.number.get(),
            pages: view.messages.pages(),
            total: view.messages.total,
            messages: view.messages.rows.into_iter().map(Message::from).collect(),
        }
    }
}

#[utoipa::path(
    get,
    path = "/api/v1/groups/{slug}/discussions",
    operation_id = "list-threads",
    params(("slug" = String, Path), Paged),
    responses((status = 200, body = Listing<ThreadItem>)),
    security(("token" = ["groups-read"])),
)]
pub async fn list_threads(
    caller: Caller,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
    Asked(asked): Asked<Paged>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::GroupsRead)?;
    let found = discussions::list(cx, &slug, discussions::Filter::All, asked.number()?).await;
    Ok(listing(&uri, found.map_err(|error| caller.fault(error))?.page, ThreadItem::from))
}

#[utoipa::path(
    post,
    path = "/api/v1/groups/{slug}/discussions",
    operation_id = "begin-thread",
    params(("slug" = String, Path)),
    request_body = NewThread,
    responses((status = 201, body = Made)),
    security(("token" = ["groups-write"])),
)]
pub async fn begin_thread(
    caller: Caller,
    Path(slug): Path<String>,
    Sent(sent): Sent<NewThread>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::GroupsWrite)?;
    let text = sent.text.map(|text| text.to_string()).unwrap_or_default();
    let form = ThreadForm { subject: sent.subject, body: sent.body, text };
    let id = discussions::begin(cx, &slug, &form).await.map_err(|error| caller.fault(error))?;
    Ok(made(id.0, format!("/api/v1/groups/{}/discussions/{id}", app::paths::segment(&slug))))
}

fn which((slug, id): (String, String)) -> Result<(String, ThreadId), Fault> {
    let id = id.parse().map_err(|_| nothing())?;
    Ok((slug, id))
}

#[utoipa::path(
    get,
    path = "/api/v1/groups/{slug}/discussions/{id}",
    operation_id = "thread",
    params(("slug" = String, Path), ("id" = i64, Path), Paged),
    responses((status = 200, body = Thread)),
    security(("token" = ["groups-read"])),
)]
pub async fn thread(
    caller: Caller,
    Path(path): Path<(String, String)>,
    Asked(asked): Asked<Paged>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::GroupsRead)?;
    let (slug, id) = which(path)?;
    let view = discussions::show(cx, &slug, id, asked.number()?, None).await;
    Ok(Json(Thread::from(view.map_err(|error| caller.fault(error))?)).into_response())
}

#[utoipa::path(
    post,
    path = "/api/v1/discussions/{id}/messages",
    operation_id = "answer-thread",
    params(("id" = i64, Path)),
    request_body = NewMessage,
    responses((status = 201, body = Answered)),
    security(("token" = ["groups-write"])),
)]
pub async fn answer_thread(
    caller: Caller,
    Id(id): Id<ThreadId>,
    Sent(sent): Sent<NewMessage>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::GroupsWrite)?;
    let form = MessageForm { body: sent.body, ..MessageForm::default() };
    let position = discussions::answer(cx, id, sent.answers, &form).await;
    let position = position.map_err(|error| caller.fault(error))?;
    Ok((StatusCode::CREATED, Json(Answered { position })).into_response())
}
