//! Declarations: a member says that they have a conflict of interest, or stand back for a time; where that is seen.
//!
//! A declaration informs and takes no right away: the others know, whoever proclaims a vote is told, whoever votes is
//! warned. Those that run, a few at most, are kept in memory, so that the pages where they would be seen cost no query
//! for them. Names are read by those who read the directory.

mod declare;
mod person;
mod running;
mod targets;

pub use declare::{declare, end};
pub use person::{DeclarationView, Stage, of_person};
pub(crate) use running::Running;
pub use running::{Declared, declared_on, mine_on, standing_back};
pub use targets::{Named, choices};

#[cfg(test)]
mod tests;
