//! The commands of `preau`, one file each.

pub mod check;
pub mod serve;
pub mod user;
