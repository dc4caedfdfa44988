//! The commands of `preau`, one file each.

pub mod backup;
pub mod check;
pub mod demo;
pub mod export;
pub mod extract;
pub mod import;
pub mod search;
pub mod serve;
pub mod user;
mod whole;
mod words;
