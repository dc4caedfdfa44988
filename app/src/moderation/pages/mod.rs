//! The pages of what is reported: the queue, one case, reporting, appealing.

mod appeal;
mod case;
mod list;
mod part;
mod report;

pub use appeal::appeal;
pub use case::case;
pub use list::list;
pub use report::report;

pub(crate) use part::{go_report, quote};
