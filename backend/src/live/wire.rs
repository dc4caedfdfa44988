//! What goes over the wire: the messages of y-protocols, as y-websocket frames them.

use bytes::Bytes;
use yrs::{
    encoding::write::Write,
    sync::{Message, MessageReader, SyncMessage},
    updates::{decoder::DecoderV1, encoder::Encode},
};

use super::Closing;

/// What a client says.
pub(super) enum Said {
    /// What it has: it asks for the rest.
    Has(Vec<u8>),
    /// What it typed.
    Typed(Vec<u8>),
    /// Who is there, and where their carets are.
    Present(Vec<(u64, u32, String)>),
    /// Who is there?
    WhoIsThere,
}

/// Reads a frame, which may hold several messages. What other programs add to the protocol says nothing here.
///
/// # Errors
/// `Malformed`.
pub(super) fn read(frame: &[u8]) -> Result<Vec<Said>, Closing> {
    std::panic::catch_unwind(|| {
        let mut decoder = DecoderV1::from(frame);
        let mut said = Vec::new();
        for message in MessageReader::new(&mut decoder) {
            match message.map_err(|_| Closing::Malformed)? {
                Message::Sync(SyncMessage::SyncStep1(vector)) => said.push(Said::Has(vector.encode_v1())),
                Message::Sync(SyncMessage::SyncStep2(update) | SyncMessage::Update(update)) => {
                    said.push(Said::Typed(update));
                }
                Message::Awareness(update) => said.push(Said::Present(
                    update
                        .clients
                        .into_iter()
                        .map(|(client, state)| (client.get(), state.clock, state.json.to_string()))
                        .collect(),
                )),
                Message::AwarenessQuery => said.push(Said::WhoIsThere),
                Message::Auth(_) | Message::Custom(..) => {}
            }
        }
        Ok(said)
    })
    .map_err(|_| Closing::Malformed)?
}

/// Asks a client for what it has and this program has not.
pub(super) fn has(vector: &[u8]) -> Bytes {
    sync(0, vector)
}

/// What a client asked for.
pub(super) fn rest(update: &[u8]) -> Bytes {
    sync(1, update)
}

/// What was typed.
pub(super) fn typed(update: &[u8]) -> Bytes {
    sync(2, update)
}

fn sync(kind: u8, content: &[u8]) -> Bytes {
    let mut frame = Vec::with_capacity(content.len() + 8);
    frame.write_var(0_u8);
    frame.write_var(kind);
    frame.write_buf(content);
    frame.into()
}

/// Who is there: number, clock and state of each client.
pub(super) fn present<'a>(states: impl ExactSizeIterator<Item = (u64, u32, &'a str)>) -> Bytes {
    let mut content = Vec::new();
    content.write_var(states.len());
    for (client, clock, json) in states {
        content.write_var(client);
        content.write_var(clock);
        content.write_string(json);
    }
    let mut frame = Vec::with_capacity(content.len() + 8);
    frame.write_var(1_u8);
    frame.write_buf(&content);
    frame.into()
}
