//! Handing over a task: running a group, or presiding. Rights move when the successor accepts, in one transaction.

mod answer;
mod offer;
mod view;

pub use answer::{answer, withdraw};
pub use offer::{offer_chair, offer_group};
pub(crate) use view::members_to_run;
pub use view::{
    ChairHandover, GroupHandover, Handover, LateGroup, Successor, TextInProgress, handovers_for_me, of_chair,
    of_group,
};

#[cfg(test)]
mod tests;
