//! The rules of a citizen council: who may do what, which state follows which, what a form must hold.
//!
//! Everything here is computed from values. No database, no clock, no randomness, and no sentence meant
//! for a person: those live above. The browser build uses the same types, which is why it stays light.
//!
//! Reading order: who is asking ([`actor`]), what they may do ([`policy`]), what they can be refused
//! ([`refusal`]); then one folder per noun.

pub mod actor;
pub mod form;
pub mod ids;
pub mod language;
pub mod policy;
pub mod refusal;
pub mod version;
pub mod welcome;

pub mod accounts;
pub mod api;
pub mod backups;
pub mod behalf;
pub mod charter;
pub mod contributions;
pub mod council;
pub mod declarations;
pub mod delegations;
pub mod discussions;
pub mod groups;
pub mod home;
pub mod journal;
pub mod library;
pub mod moderation;
pub mod people;
pub mod personal_data;
pub mod polls;
pub mod printing;
pub mod reminders;
pub mod search;
pub mod webhooks;

pub mod glossary;
pub mod toolbox;
pub mod tutorials;

mod columns;

pub use actor::{Actor, Person};
pub use language::Language;
pub use refusal::{FieldError, FieldProblem, Refusal};
pub use version::Version;
