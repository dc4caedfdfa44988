//! What other nodes tell: an update was written, somebody is there.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};

use super::{Subject, presence::Change, rooms::Input};
use crate::{
    Backend, Result,
    db::{self, Heard, Notices},
};

/// How long to wait before listening again when the database is away.
const PATIENCE: Duration = Duration::from_secs(2);

/// Listens to the other nodes until the program stops; at once over on a database that has one node.
pub async fn listen(backend: Backend) {
    loop {
        match Notices::listen(backend.db()).await {
            Ok(None) => return,
            Ok(Some(notices)) => {
                // What was written before is not told again.
                backend.rooms().look_everywhere();
                if let Err(error) = hear(&backend, notices).await {
                    tracing::warn!(%error, "the other nodes are not heard");
                }
            }
            Err(error) => tracing::warn!(%error, "the other nodes cannot be heard"),
        }
        tokio::time::sleep(PATIENCE).await;
    }
}

async fn hear(backend: &Backend, mut notices: Notices) -> Result<()> {
    loop {
        match notices.next().await? {
            Heard::Again => backend.rooms().look_everywhere(),
            Heard::Notice(notice) => {
                let _ = understood(backend, &notice);
            }
        }
    }
}

/// `framing-12:345` says that update 345 of that text was written; `framing-12@7:…` who is in its room at node 7.
fn understood(backend: &Backend, notice: &str) -> Option<()> {
    let (about, what) = notice.split_once(':')?;
    match about.split_once('@') {
        None => backend.rooms().look(about.parse::<Subject>().ok()?),
        Some((subject, node)) if node.parse() != Ok(backend.rooms().node) => {
            let said: Vec<Change> = serde_json::from_slice(&STANDARD_NO_PAD.decode(what).ok()?).ok()?;
            backend.rooms().tell(subject.parse().ok()?, Input::Elsewhere(said));
        }
        Some(_) => {}
    }
    Some(())
}

/// Tells the other nodes who is in a room of this one. What does not fit in a notice is not told.
pub(super) async fn tell(backend: &Backend, subject: Subject, said: &[Change]) -> Result<()> {
    if backend.db().engine() != sea_orm::DbBackend::Postgres || said.is_empty() {
        return Ok(());
    }
    let notice =
        format!("{subject}@{}:{}", backend.rooms().node, STANDARD_NO_PAD.encode(serde_json::to_vec(said)?));
    if notice.len() > db::NOTICE_MAX {
        return Ok(());
    }
    db::notify(backend.db().writer(), &notice).await
}
