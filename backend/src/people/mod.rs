//! People: one record each, and what they may do today.

mod actor;

pub use actor::actor_of;

#[cfg(test)]
mod tests;
