//! A new member: the first steps, each told from what they really did, and who accompanies them.

mod sponsors;
mod steps;

pub use sponsors::{Around, Newcomer, SponsorView, accept, around, end, met, name, newcomers, offer};
pub use steps::{Welcome, begin, put_away, welcome};

pub(crate) use sponsors::{mine as any_sponsor_of, to_meet};
pub(crate) use steps::unfinished;

#[cfg(test)]
mod tests;
