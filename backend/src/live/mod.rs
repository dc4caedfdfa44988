//! Writing together: a room for each text that somebody is writing, over standard y-protocols.
//!
//! A text has one shared Yjs document, whose `Y.Text` named `text` is its Markdown. What is typed is stored, then given
//! to all who are in the room; the very bytes that a client sent come back to it as its receipt. Versions are the named
//! moments of that text (`moments.rs`); whatever is read, compared and adopted is a version.
//!
//! What a room is of is a [`Subject`]; what differs from one kind to another, who writes, how a version is made, when
//! it is over, is what its feature answers as `written.rs` asks.
//!
//! The room (`room.rs`) is a task of one node. All that lasts is in the database (`store.rs`), in an order that every
//! node shares, so that a save by a form, or another node, writes there like anybody in the room.
//!
//! A connection ends with a code that says why: see [`Closing`].

#[cfg(any(test, feature = "testing"))]
pub mod fuzzed;
mod listen;
mod moments;
mod order;
mod presence;
mod rights;
mod room;
mod rooms;
mod store;
mod subject;
mod text;
mod wire;
mod written;

pub use listen::listen;
pub use moments::name_what_waits;
pub use rights::{Part, may_join};
pub use rooms::{Said, Seat, take_seat};
pub use subject::{NotASubject, Subject};

pub(crate) use moments::{follow, keep};
pub(crate) use rooms::Rooms;
pub(crate) use store::{end, hold, load, rests_on};
pub(crate) use written::{Kept, Written};

/// Bytes a message may have: a whole text of the longest, and what Yjs notes beside it.
pub const MESSAGE_MAX: usize = 2 << 20;
/// Bytes a shared document may take, with all that was deleted from it.
const DOCUMENT_MAX: usize = 24 << 20;

/// Why a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// 4400: what came is not of this protocol, or stands on something that never came.
    Malformed,
    /// 4401: signed out, from here or from elsewhere.
    SignedOut,
    /// 4403: the right to read this draft was withdrawn.
    Withdrawn,
    /// 4404: the text is gone.
    Gone,
    /// 4409: the text is no longer written: proposed, adopted, or its group has closed.
    NoLongerWritten,
    /// 4410: what the client kept is of another life of this text: it begins again from nothing.
    OtherLife,
    /// 4413: a message or the text would be too large. What was sent is not stored.
    TooLarge,
    /// 4429: too many messages, or too many connections.
    TooFast,
    /// 1011: something broke here. What was not acknowledged is sent again.
    Broken,
    /// 1012: the program stops, to start again: the client comes back in a moment.
    Restarting,
    /// 1013: the client reads too slowly: it comes again for the rest.
    TooSlow,
}

impl Closing {
    /// The code that the connection is closed with.
    pub fn code(self) -> u16 {
        match self {
            Closing::Malformed => 4400,
            Closing::SignedOut => 4401,
            Closing::Withdrawn => 4403,
            Closing::Gone => 4404,
            Closing::NoLongerWritten => 4409,
            Closing::OtherLife => 4410,
            Closing::TooLarge => 4413,
            Closing::TooFast => 4429,
            Closing::Broken => 1011,
            Closing::Restarting => 1012,
            Closing::TooSlow => 1013,
        }
    }
}

#[cfg(test)]
use text::LiveDoc;

#[cfg(test)]
mod tests;
