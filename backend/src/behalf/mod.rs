//! Taking part on paper: somebody asks for it, and the staff enter here what they ask, on their behalf.
//!
//! While it lasts a session has the rights of the other, as far as a member's are lent ([`domain::behalf`]): they are read
//! where those of everybody are, at each request (`people/actor.rs`). All that is done is the other's, with whose hand did
//! it: the journal tells both ([`crate::events`]), and what was written is marked (`marks.rs`).

mod acts;
mod consent;
mod hand;
mod marks;
mod running;
mod show;

pub use acts::{Noted, Told};
pub use consent::{note, withdraw, withdraw_mine};
pub use hand::Acting;
pub use running::{begin, end_over, leave, play, stop};
pub use show::{
    ActingView, Mine, OnPaper, PaperList, PaperRow, Sheet, concerns_me, list, mine, sheet, standing,
};

pub(crate) use acts::{tell_acting, tell_paper};
pub(crate) use marks::{mark, marks, to_hand, to_mark};
pub(crate) use running::{of_session, stands};

#[cfg(test)]
mod tests;
