//! What one person reads of the comments on a text.

use chrono::{DateTime, Utc};
use domain::{
    Version,
    contributions::{CommentState, Place},
    discussions::MessageState,
    groups::GroupRole,
    ids::{CommentId, CommentMessageId},
};

use crate::{Page, contributions::load::Head};

/// A comment beside its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentRow {
    /// Which one.
    pub id: CommentId,
    /// Its number among those that wait, in the order of the text; none once resolved, or once its words are gone.
    pub number: Option<usize>,
    /// Who began it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What became of its words.
    pub place: Place,
    /// Where it stands.
    pub state: CommentState,
    /// The words it is about, as they are read.
    pub words: String,
    /// How it begins; none if that was hidden.
    pub excerpt: Option<String>,
    /// How many answers it has.
    pub answers: u32,
}

/// What the person asking may do about a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MessageRights {
    /// Correct it.
    pub edit: bool,
    /// Take it back.
    pub withdraw: bool,
    /// Hide it, or show it again.
    pub judge: bool,
}

/// A message of a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageView {
    /// Which one.
    pub id: CommentMessageId,
    /// Its number in the comment.
    pub position: i32,
    /// Its author.
    pub by: String,
    /// By whose hand, if its author takes part on paper.
    pub entered_by: Option<String>,
    /// Whether the person asking wrote it.
    pub own: bool,
    /// The role of its author in the group, if they run it.
    pub role: Option<GroupRole>,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// When it was last corrected.
    pub edited_at: Option<DateTime<Utc>>,
    /// Where it stands.
    pub state: MessageState,
    /// For the next change.
    pub version: Version,
    /// What it says, rendered; none when this person does not read it.
    pub html: Option<String>,
    /// As typed, for who may correct it.
    pub source: Option<String>,
    /// Why it is hidden, for its author and those who look after the discussions; empty otherwise.
    pub reason: String,
    /// Who is named in it.
    pub named: Vec<String>,
    /// What this person may do about it.
    pub may: MessageRights,
}

/// How a comment was resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A comment with all that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentView {
    /// Which one.
    pub id: CommentId,
    /// Its number among those that wait, in the order of the text; none once resolved, or once its words are gone.
    pub number: Option<usize>,
    /// Who began it.
    pub by: String,
    /// The version on which it was made.
    pub made_on: Version,
    /// What became of its words.
    pub place: Place,
    /// Where it stands.
    pub state: CommentState,
    /// The words it was about, as they were read.
    pub words: String,
    /// The heading under which they stand, if they do.
    pub section: Option<String>,
    /// How it was resolved, if it is.
    pub settled: Option<Settled>,
    /// What was said, in order.
    pub messages: Vec<MessageView>,
    /// Whether the person asking may answer it.
    pub answers: bool,
    /// Whether they may resolve it, or open it again.
    pub settles: bool,
}

/// The comments on a text.
#[derive(Clone, Debug)]
pub struct CommentsView {
    /// The head of the page.
    pub head: Head,
    /// How many wait.
    pub open: usize,
    /// Those of this page: those that wait in the order of the text, then those whose words are gone, then those that
    /// are resolved.
    pub comments: Page<CommentView>,
    /// Whether the person asking may say something of a passage.
    pub comments_too: bool,
}
