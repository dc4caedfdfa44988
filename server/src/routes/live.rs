//! `GET /contributions/{id}/direct`, `GET /charte/{slug}/versions/{number}/direct`: writing a text together, over a
//! WebSocket that speaks the standard y-protocols as y-websocket does. The Markdown is the `Y.Text` named `text`; [`backend::live::Closing`] lists the codes it ends with.

use std::{sync::Arc, time::Duration};

use app::{error::AppError, request::Site};
use axum::{
    Extension,
    extract::{
        FromRequestParts, Path, WebSocketUpgrade,
        ws::{CloseFrame, Message, WebSocket, rejection::WebSocketUpgradeRejection},
    },
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{
    Cx, charter,
    live::{self, Closing, MESSAGE_MAX, Said, Seat, Subject},
    sessions,
};
use domain::ids::ContributionId;
use tower_sessions::Session;

/// Bytes that are read of a message that is too large, so that whoever sent it is told why it is refused.
const READ_MAX: usize = 4 * MESSAGE_MAX;
/// A client that takes nothing for so long is gone.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often one that says nothing is asked whether it is there.
const PING: Duration = Duration::from_secs(25);

/// The room of a text of a group.
pub async fn contribution(Path(id): Path<String>, asked: Asked) -> Response {
    match id.parse::<ContributionId>() {
        Ok(id) => asked.open(id.into()).await,
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The room of a version of a framing text.
pub async fn framing(Path((slug, number)): Path<(String, String)>, asked: Asked) -> Response {
    let Ok(number) = number.parse::<i32>() else { return StatusCode::NOT_FOUND.into_response() };
    match charter::written_at(&asked.cx, &slug, number).await {
        Ok(id) => asked.open(id.into()).await,
        Err(error) => refused(&asked.cx, error),
    }
}

/// A WebSocket that somebody asks for.
#[derive(FromRequestParts)]
pub struct Asked {
    #[from_request(via(Extension))]
    cx: Cx,
    #[from_request(via(Extension))]
    site: Arc<Site>,
    session: Session,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
}

impl Asked {
    /// Opens a room, for those who may be there, from pages of this site.
    async fn open(self, subject: Subject) -> Response {
        let Asked { cx, site, session, headers, upgrade } = self;
        if let Err(error) = live::may_join(&cx, subject).await {
            return refused(&cx, error);
        }
        if !is_from_here(&headers, &site.base_url) {
            return StatusCode::FORBIDDEN.into_response();
        }
        let (Ok(upgrade), Some(session)) = (upgrade, session.id()) else {
            return (StatusCode::UPGRADE_REQUIRED, [(header::UPGRADE, "websocket")]).into_response();
        };
        let key = sessions::key(&session);
        upgrade.max_message_size(READ_MAX).max_frame_size(READ_MAX).on_upgrade(move |socket| async move {
            match live::take_seat(&cx, &key, subject) {
                Ok(Ok(seat)) => speak(socket, seat).await,
                Ok(Err(closing)) => close(socket, closing).await,
                Err(_) => close(socket, Closing::SignedOut).await,
            }
        })
    }
}

fn refused(cx: &Cx, error: backend::Error) -> Response {
    let status = AppError::of(cx, error).status();
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}

/// A browser always says where the page is from; programs that are not one have no session but their own.
fn is_from_here(headers: &HeaderMap, base_url: &str) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let Ok(origin) = origin.to_str() else { return false };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let without_scheme = origin.split_once("://").map(|(_, rest)| rest);
    origin == base_url.trim_end_matches('/') || (without_scheme.is_some() && without_scheme == host)
}

async fn speak(mut socket: WebSocket, mut seat: Seat) {
    let mut ping = tokio::time::interval(PING);
    ping.reset();
    let closing = loop {
        tokio::select! {
            said = seat.next() => match said {
                Said::Message(message) => {
                    if !sent(&mut socket, Message::Binary(message)).await {
                        return;
                    }
                }
                Said::Close(closing) => break closing,
            },
            heard = socket.recv() => match heard {
                Some(Ok(Message::Binary(message))) => {
                    if let Err(closing) = seat.say(message).await {
                        break closing;
                    }
                }
                Some(Ok(Message::Text(_))) => break Closing::Malformed,
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                Some(Ok(Message::Close(_))) | None => return,
                // Too large to be read even to be refused, or cut.
                Some(Err(_)) => break Closing::TooLarge,
            },
            _ = ping.tick() => {
                if !sent(&mut socket, Message::Ping(bytes::Bytes::new())).await {
                    return;
                }
            }
        }
    };
    drop(seat);
    close(socket, closing).await;
}

async fn sent(socket: &mut WebSocket, message: Message) -> bool {
    matches!(tokio::time::timeout(PATIENCE, socket.send(message)).await, Ok(Ok(())))
}

async fn close(mut socket: WebSocket, closing: Closing) {
    let frame = CloseFrame { code: closing.code(), reason: "".into() };
    if sent(&mut socket, Message::Close(Some(frame))).await {
        // The client answers, and then the connection ends: at once, it could miss the code.
        let answered = async { while let Some(Ok(_)) = socket.recv().await {} };
        let _ = tokio::time::timeout(PATIENCE, answered).await;
    }
}
