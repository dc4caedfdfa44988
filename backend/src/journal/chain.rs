//! What a seal is made of: the bytes of a line that its hash stands for.
//!
//! What is personal and may be forgotten, where a line comes from and its details, stands there by a digest: forgetting
//! it leaves the chain as it was.

use sha2::{Digest, Sha256};

use crate::{entities::event, events::EventKind};

/// What takes no place in the chain: that somebody signed in is forgotten after the time that the council sets for it,
/// one line after another.
pub(super) const NOT_SEALED: EventKind = EventKind::SignedIn;
/// What comes before the first line.
pub(super) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What a seal says of a line beside the line itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digests {
    pub data: String,
    pub origin: Option<String>,
}

/// The hash of a line at this place of the chain.
pub(super) fn hash(previous: &str, sequence: i64, line: &event::Model, digests: &Digests) -> String {
    let number = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let canonical = [
        "preau-journal-1".to_owned(),
        previous.to_owned(),
        sequence.to_string(),
        line.id.to_string(),
        line.at.timestamp_micros().to_string(),
        number(line.actor_id.map(|id| id.0)),
        line.kind.clone(),
        number(line.group_id.map(|id| id.0)),
        number(line.contribution_id.map(|id| id.0)),
        number(line.user_id.map(|id| id.0)),
        digests.data.clone(),
        digests.origin.clone().unwrap_or_default(),
    ];
    digest(&canonical.join("\n"))
}

/// Of the details of a line.
pub(super) fn of_data(line: &event::Model) -> String {
    digest(&line.data)
}

/// Of where a line comes from, with what makes it impossible to guess once that is forgotten.
pub(super) fn of_origin(salt: &str, origin: &str) -> String {
    digest(&format!("{salt}\n{origin}"))
}

/// SHA-256, in hexadecimal digits.
pub(super) fn digest(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;

    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
