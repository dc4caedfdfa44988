//! Delegations: giving one's role to somebody of the council for a time, answering, ending it, and where it is seen.
//!
//! The rights themselves are added where those of everybody are read (`people/actor.rs`), at each request: what is here
//! says which delegations run. An act that takes one says so in the journal ([`crate::Cx::require`]).

mod answer;
mod mine;
mod offer;
mod running;

pub use answer::{answer, end};
pub use mine::{DelegationView, Mine, Offer, Stage, delegations_for_me, mine, offering};
pub use offer::offer;
pub(crate) use running::{Running, runs};
pub use running::{Standing, in_council, in_group, of_person};

#[cfg(test)]
mod tests;
