//! Contributions: reading, writing, reviewing and adopting the texts of the groups.
//!
//! A text is a row that lists read, and a row a revision that holds what was written. The number of the current
//! revision is also the text's optimistic version: « version 5 » is what people read, and what a form was filled from.
//! Changes of state are guarded by the state they start from.

mod adopt;
mod authors;
mod autosave;
mod compare;
mod comparison;
mod conflict;
mod create;
mod edit;
mod history;
mod import;
mod list;
mod load;
mod propose;
mod publish;
mod render;
mod review;
mod save;
mod send_back;
mod show;
mod submit;
mod visible;

pub use adopt::adopt;
pub use authors::{Author, authors, set_authors};
pub use autosave::{Place, autosave, discard, preview};
pub use compare::compare;
pub use comparison::{Block, Change, Comparison, Span};
pub use conflict::{ConflictView, conflict};
pub use create::create;
pub use edit::{EditView, NewView, Unsaved, edit_view, new_view};
pub use history::{HistoryRow, history};
pub use import::{ImportedAdoption, ImportedContribution, ImportedReview, ImportedRevision, import};
pub use list::{Filter, GroupRef, Row, by_title, list, list_of_group};
pub use load::{Head, head};
pub use propose::propose;
pub use publish::publish;
pub use review::{Reviewed, review};
pub use save::{Saved, save};
pub use send_back::send_back;
pub use show::{AdoptionView, ContributionView, ReviewView, RevisionRef, show};
pub use submit::submit;

pub use markdown::Heading;

pub(crate) use authors::name_again;
pub(crate) use list::typeset;
pub(crate) use render::wikilink;
pub(crate) use show::numbered;
pub(crate) use visible::visible_to;

#[cfg(test)]
mod tests;
