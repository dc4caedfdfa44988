//! The toolbox: sheets that the program brings, that the council changes or writes, and what came of using them.

mod change;
mod install;
mod show;
mod used;

pub use change::{add, change, put_aside, take_up};
pub use install::{Shipped, install, upsert};
pub use show::{MethodRow, MethodView, all, edit, show};
pub(crate) use show::{form_of, named};
pub use used::{UseView, tell, untell};

#[cfg(test)]
mod tests;
