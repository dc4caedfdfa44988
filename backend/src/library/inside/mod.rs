//! The text inside files: read once for each content, by a process of its own, and shown to those who read a document
//! that has this content.
//!
//! `waiting` says what is to be read and keeps what was; `show` gives it page by page; `compare` tells two versions
//! apart; `found` is what the search reads of it. How a file is read is not here: `extraction` knows, and `preau serve` starts it.

mod compare;
mod found;
mod show;
mod waiting;

pub use compare::{Compared, compare};

pub(crate) use found::text_for_search;
pub use show::{TextInside, TextInsideView, TextPart, text_inside};
pub(super) use show::{of_content, text_of};
pub(crate) use waiting::ask;
pub use waiting::{ToRead, next_to_read, was_read};
