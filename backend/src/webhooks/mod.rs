//! Telling other programs that something became public, as Standard Webhooks says.
//!
//! What is told is written in the transaction of the change, a message and a job for each webhook that asked for it
//! (`tell`); it leaves afterwards (`send`), again and again for two hours, to no address but one of the public network
//! (`outside`). What is told is public and names nobody.

mod manage;
mod outside;
mod send;
mod sign;
mod tell;

pub use manage::{Message, WebhookPage, WebhookView, add, all, remove, resume, show, stop};
pub use outside::Surroundings;
pub use send::test as send_test;
pub(crate) use send::{deliver, tidy_up};
pub(crate) use tell::publication;

#[cfg(test)]
mod tests;
