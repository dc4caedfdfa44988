//! Tutorials: guides made of steps, for whom they are, how long they take, the screens that they help on.

mod audience;
mod body;
mod form;

pub use audience::Audience;
pub use body::{Lesson, Step, lesson, pictures};
pub use form::{BODY_MAX, HelpLine, MINUTES_MAX, STEPS_MAX, Tutorial, TutorialForm, help_lines};
