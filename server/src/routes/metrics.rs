//! `GET /metrics`: figures for Prometheus, for this machine or for who has the token. For anybody else it does not exist.

use std::net::SocketAddr;

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{Backend, backups, figures, files::Fingerprint};

use crate::metrics::{Requests, gauge, process};

/// What this page needs.
#[derive(Clone)]
pub struct Metrics {
    /// The backend.
    pub backend: Backend,
    /// What is counted of requests.
    pub requests: Requests,
    /// What opens it from elsewhere.
    pub token: Option<String>,
    /// Whether something that is not declared may stand in front: what comes from this machine then proves nothing.
    pub hidden_proxy: bool,
}

/// The figures.
pub async fn metrics(State(metrics): State<Metrics>, request: Request) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
    if !metrics.opens(request.headers(), peer) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut text = String::new();
    metrics.requests.write(&mut text);
    if let Err(error) = write(&metrics.backend, &mut text).await {
        tracing::error!(%error, "the figures cannot be read");
        gauge(&mut text, "preau_up", "Whether the database answers.", 0);
    } else {
        gauge(&mut text, "preau_up", "Whether the database answers.", 1);
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}

impl Metrics {
    fn opens(&self, headers: &HeaderMap, peer: Option<SocketAddr>) -> bool {
        let given = headers.get(header::AUTHORIZATION).and_then(|given| given.to_str().ok());
        if let (Some(token), Some(given)) =
            (&self.token, given.and_then(|given| given.strip_prefix("Bearer ")))
        {
            // Compared by what they are worth: the time it takes tells nothing.
            return Fingerprint::of(token.as_bytes()) == Fingerprint::of(given.trim().as_bytes());
        }
        let handed_on =
            ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];
        !self.hidden_proxy
            && peer.is_some_and(|peer| peer.ip().to_canonical().is_loopback())
            && !handed_on.iter().any(|name| headers.contains_key(*name))
    }
}

async fn write(backend: &Backend, text: &mut String) -> backend::Result<()> {
    let (rooms, seats) = backend.live_rooms();
    gauge(text, "preau_rooms_open", "Texts being written together on this node.", rooms);
    gauge(text, "preau_room_connections", "Connections in them.", seats);
    let figures = figures::read(backend).await?;
    gauge(text, "preau_jobs_waiting", "Jobs to be done.", figures.jobs_waiting);
    gauge(text, "preau_jobs_failed", "Jobs given up after several tries.", figures.jobs_failed);
    gauge(
        text,
        "preau_jobs_oldest_seconds",
        "Since when the oldest one waits.",
        figures.oldest_job.num_seconds(),
    );
    gauge(text, "preau_mails_waiting", "Mails to be sent.", figures.mails_waiting);
    gauge(text, "preau_database_bytes", "Size of the database.", figures.database_bytes);
    gauge(text, "preau_files", "Files kept.", figures.files);
    gauge(text, "preau_files_bytes", "Their size.", figures.file_bytes);
    if let Some(free) = backend.files().free_on_disk()? {
        gauge(text, "preau_disk_free_bytes", "What is free on the disk of the files.", free);
    }
    let last = figures.last_backup;
    let at = |at: Option<chrono::DateTime<chrono::Utc>>| at.map_or(0, |at| at.timestamp());
    gauge(
        text,
        "preau_backup_last_timestamp_seconds",
        "When the last good backup began; 0 if none.",
        at(last.map(|last| last.0)),
    );
    gauge(
        text,
        "preau_backup_tested_timestamp_seconds",
        "When it was restored for a test.",
        at(last.and_then(|last| last.1)),
    );
    gauge(text, "preau_backup_bytes", "Its size.", last.map_or(0, |last| last.2));
    let wrong = backups::what_is_wrong(&backend.system()).await?.is_some();
    gauge(text, "preau_backup_wrong", "Whether the last one failed or is late.", u8::from(wrong));
    let (memory, open) = process();
    if let Some(memory) = memory {
        gauge(text, "process_resident_memory_bytes", "Memory of this process.", memory);
    }
    if let Some(open) = open {
        gauge(text, "process_open_fds", "Files that this process has open.", open);
    }
    Ok(())
}
