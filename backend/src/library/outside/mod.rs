//! Links for people outside: made, closed and followed by those who look after what they open (`links`); read by
//! people without an account (`shared`), or used by them to deposit (`deposit_box`).
//!
//! A link opens one entry: a folder or a document, as long as it stands there. Only the hash of its token is kept, and
//! of its uses only what was done and when.

mod deposit_box;
mod document;
mod links;
mod presented;
mod shared;

pub use deposit_box::{BoxView, deposit_box, deposit_in_box, room_in_box};
pub use document::{shared_captions, shared_file, shared_text, shared_to_draw};
pub use links::{LinkRow, LinkState, LinksView, UseRow, close_link, links_of, open_link};
pub(super) use presented::forget_expired;
pub use presented::{Unlocked, unlock};
pub use shared::{SharedDocument, SharedRow, SharedView, shared, shared_pieces};

#[cfg(test)]
mod tests;
