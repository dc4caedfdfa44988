//! Home: what is asked of a person, their groups, what happened since their last visit.
//!
//! Nothing is kept for it: asks are read from the states of texts, news from the journal, each through the filters
//! that lists use. Only the date of the visit is written.

mod asked;
mod my_groups;
mod since;
mod visit;

pub use asked::{Asked, AskedOfMe, Subject, asked_in, asked_of_me, bring_back, put_off};
pub use my_groups::{MyGroup, my_groups};
pub use since::{Since, since_last_visit};

#[cfg(test)]
mod tests;
