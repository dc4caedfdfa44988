//! Comments: what is said of a passage of a text, and what is answered; resolved and opened again.
//!
//! Their passages are followed with all that is attached to a text (`anchors`). What they say is
//! rendered, bounded and hidden as messages of discussions are. Once the text is adopted they are only read.

mod answer;
mod carry;
mod change;
mod judge;
mod list;
mod load;
mod make;
mod mentions;
mod messages;
mod nameable;
mod reported;
mod row;
mod settle;
mod show;
mod unname;
mod view;

pub use answer::answer;
pub use change::{edit, withdraw};
pub use judge::{hide, show_again};
pub use list::comments;
pub use make::{Target, comment};
pub use nameable::nameable;
pub use settle::{reopen, resolve};
pub use show::{Workshop, chosen, show, workshop};
pub use view::{CommentRow, CommentView, CommentsView, MessageRights, MessageView, Settled};

pub(super) use carry::carry;
pub(crate) use nameable::Asking;
pub(crate) use reported::{hide_for, reported, show_for};
pub(super) use row::rows;
pub(super) use unname::unname;

#[cfg(test)]
mod tests;
