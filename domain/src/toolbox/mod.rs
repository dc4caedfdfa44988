//! The toolbox: sheets that say how to run a meeting, how long it takes, for how many people.

mod choice;
mod english;
mod parts;
mod sheet;
mod steps;
mod used;

pub use choice::{Choice, Counts, Length, Need, Sized, choose};
pub use english::Said;
pub use parts::{Misplaced, Part, parts};
pub use sheet::{Method, MethodForm, PEOPLE_MAX, Section};
pub use steps::{MINUTES_MAX, Step, steps, steps_text, timetable, total};
pub use used::{Used, UsedForm};
