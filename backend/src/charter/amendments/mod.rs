//! Amendments to a version of a framing text: proposed and supported while it is open to them, examined one by one, put
//! in its words.
//!
//! An amendment keeps the words it was written on and those it proposes: what it changes is told from the two, wherever
//! it is read, and followed through what others change (`merging`). Nothing is put in the version before all are examined;
//! then all that was adopted is, at once.

mod integrate;
mod load;
mod merging;
mod propose;
mod rows;
mod session;
mod settle;
mod show;
mod support;
mod target;
mod waiting;

pub use integrate::integrate;
pub use load::AmendedBy;
pub(super) use load::{amended_by, counts};
pub(crate) use load::{any_left, left};
pub use merging::Said;
pub use propose::{propose, reword};
pub use rows::{AmendmentView, Outcome};
pub use session::{ArticleInSession, Current, InSession, Meeting, Session, Turn, session};
pub use settle::{reopen, settle};
pub use show::{
    AmendmentFilter, AmendmentPage, Amendments, Group, Proposal, amendment, amendments, proposal, rewording,
};
pub use support::{support, unsupport, withdraw};
pub(crate) use waiting::to_examine;

#[cfg(test)]
mod tests;
