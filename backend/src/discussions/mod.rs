//! Discussions: beginning one in a group, answering, correcting one's words or taking them back; hiding a message
//! with a reason, and what follows.
//!
//! A message is numbered in its discussion, for good: that is its address. What it says is rendered once, when it is
//! written. What it said before is kept apart, and shown to its author and to those who look after the discussion.

mod answer;
mod asked;
mod begin;
mod change;
mod close;
mod correct;
mod judge;
mod list;
mod load;
mod message;
mod moderation;
mod past;
mod read;
mod render;
mod reported;
mod show;
mod subjects;
mod unsent;
mod view;
mod withdraw;

pub use answer::answer;
pub use asked::{HiddenMessage, ToModerate, hidden_of_mine, to_moderate};
pub use begin::{NewView, begin, new_view};
pub use close::{close, reopen};
pub use correct::{ask_again, edit};
pub use judge::{hide, keep_hidden, show_again};
pub use list::{Filter, Listing, ThreadRow, about, latest, list, unanswered};
pub use message::{FormerVersion, MessagePage, message};
pub use moderation::{Act, HiddenRow, Moderation, moderation};
pub use past::{PastMessage, PastThread, bring_in};
pub use show::show;
pub use unsent::{Place, Unsent, discard_unsent, keep_unsent};
pub use view::{
    Closing, Head, Hiding, MessageRights, MessageView, Quoted, TextRef, ThreadRights, ThreadView,
};
pub use withdraw::withdraw;

pub(crate) use load::reads;
pub(crate) use past::{Told, told};
pub(crate) use render::rendered;
pub(crate) use reported::{hide_for, reported, show_for};
pub(crate) use subjects::subjects;

#[cfg(test)]
mod tests;
