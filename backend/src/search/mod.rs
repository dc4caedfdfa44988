//! Search: what people wrote, found by its words, as far as the person asking may read it.
//!
//! One analyser, `lexis`, reads what is written and what is typed; the database only compares words (`engine`). Each
//! kind of thing says in its file of `subjects` how it is read for the index, who sees it, and how a result names it:
//! a new kind is a file there, a line in each list of `subjects/mod.rs`, and a trigger in a migration.
//!
//! A change leaves a line in `search_pending` by a trigger, in its own transaction; the index follows a moment later
//! ([`catch_up`]). Rights are in the query itself: what one may not see is neither counted, nor proposed, nor quoted.

mod correction;
mod engine;
mod facets;
mod find;
mod index;
mod subjects;
mod view;
mod window;

pub use facets::Facets;
pub use find::{Filter, find};
pub use index::{catch_up, reindex, renew};
pub(crate) use index::{follow, forget_words};
pub use view::{Found, Results, Subject};

pub use lexis::Piece;

#[cfg(test)]
mod tests;
