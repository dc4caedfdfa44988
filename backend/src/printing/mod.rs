//! Documents made of texts: PDF, Word and others, each made once and kept.
//!
//! `text` is what a document is made of, for somebody who may read it, with its `images`. What it then says, word for word, is put together
//! above, and comes back as a proof: `ask` finds the document that says exactly that, or leaves it to be made; `make` hands
//! out what is to be made and keeps what was. A document whose text, standing or council changed says something else, and
//! is another document. How it is made is not here: `press` knows, and `preau serve` starts it.

mod ask;
mod images;
mod make;
mod text;

pub use ask::{Asked, MadeView, ask, made};
pub use images::ImageShown;
pub use make::{Made, ToPrint, next_to_print, say, was_printed};
pub use text::{PrintView, edition, public, version};

pub(crate) use ask::want;
pub(crate) use make::{forget_old, named};

#[cfg(test)]
mod tests;
