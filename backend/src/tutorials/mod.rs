//! Tutorials: those that the program brings, those that the council writes; what each person did of them; who is stuck.

mod change;
mod follow;
mod help;
mod install;
mod list;
mod opinions;
mod paths;
mod pleas;
mod show;

pub use change::{add, change, put_aside, take_up};
pub use follow::mark;
pub use help::{HelpAt, HelpTable, help_at};
pub use install::{Shipped, ShippedPath, install, upsert, upsert_path};
pub(crate) use list::titles;
pub use list::{Listing, PathRow, TutorialRow, all, path_choices};
pub use opinions::{Heard, Opinion, heard, say};
pub use paths::{Certificate, PathView, certificate, path};
pub use pleas::{Plea, PleaForm, Waiting, settle, stuck, unstuck, waiting};
pub use show::{StepView, TutorialView, edit, show};

pub(crate) use follow::any_finished;
pub(crate) use pleas::any_waiting;
pub(crate) use show::named;

#[cfg(test)]
mod tests;
