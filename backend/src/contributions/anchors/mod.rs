//! Passages of a text to which something is attached, suggestions and comments: what both do with them.
//!
//! The passage is always one of the current version: whoever writes a version carries on all that is attached, in the
//! same transaction. A text counts what it has of each, so that nothing looks for them where there are none; that count
//! is changed first, which makes two changes wait for each other.

mod carry;
mod hold;
mod places;
mod reading;
mod words;

pub use places::Paragraph;
pub use reading::{Mark, Marked, marked};

pub(super) use carry::{Attached, Carrying, Onto, Passing};
pub(super) use hold::{Holding, hold};
pub(super) use places::{by_heading, bytes, covering, headings_of, kept, paragraphs, section};
pub(super) use reading::{chosen, marks};
pub(super) use words::narrowed;

#[cfg(test)]
mod tests;
