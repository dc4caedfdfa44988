//! Personal data: what is kept of people and how long, a copy of it for each, and erasing somebody.
//!
//! `domain::personal_data::register` says what each column holds. `purge.rs` removes what has served its time and counts
//! it; `settings.rs` is who answers for the data and the times that the council chose; `export` gathers what is somebody's
//! own; `ask.rs` is asking to be erased; `erase` does it, and does it again in an older backup that is restored.
//!
//! Not here: which files a copy is made of, which is for `app` and `server`.

mod ask;
mod erase;
pub mod export;
mod purge;
mod settings;

#[cfg(test)]
mod tests;

pub use ask::{ErasureRequest, ask_erasure, my_request, requests, withdraw_request};
pub use erase::{ErasureView, erase, marks, to_erase};
pub use export::{ask_export, is_ready, own};
pub use purge::{DayOfPurge, report, tidy_up};
pub use settings::{DataSettings, change_settings, settings, who_answers};

pub(crate) use ask::any_request;
pub(crate) use erase::erase_again;
pub(crate) use purge::note;
