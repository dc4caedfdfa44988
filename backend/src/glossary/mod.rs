//! The glossary: what acronyms mean, for everybody; kept in memory, so that explaining them in a text reads nothing.

mod change;
mod install;
mod list;
mod marks;

pub use change::{add, change, put_aside, take_up};
pub use install::{install, upsert};
pub use list::{AcronymRow, all, one};
pub use marks::{Glossary, Reading, current};

#[cfg(test)]
mod tests;
