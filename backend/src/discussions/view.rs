//! What one person reads of a discussion and of its messages.

use chrono::{DateTime, Utc};
use domain::{
    Version,
    discussions::MessageState,
    groups::{GroupFacts, GroupRole},
    ids::{ContributionId, MessageId, ThreadId},
};

use super::unsent::Unsent;
use crate::{Page, contributions::GroupRef};

/// What stands at the head of every page about a discussion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Which one.
    pub id: ThreadId,
    /// What it is about, typeset; none when it was hidden with the first message.
    pub subject: Option<String>,
    /// Its group.
    pub group: GroupRef,
    /// For the policy.
    pub facts: GroupFacts,
}

/// A text that a discussion is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRef {
    /// Which one.
    pub id: ContributionId,
    /// Its title, typeset.
    pub title: String,
}

/// How a discussion was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// What they said.
    pub word: String,
}

/// The beginning of a message that another one answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// Its number.
    pub position: i32,
    /// Its author.
    pub by: String,
    /// Its beginning; none when it is hidden or was taken back.
    pub excerpt: Option<String>,
}

/// What was decided about a message, for its author and for those who look after the discussion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hiding {
    /// Who last decided, for those who look after the discussion.
    pub by: Option<String>,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// Why.
    pub reason: String,
    /// What its author answers; empty if nothing.
    pub plea: String,
    /// What was last answered to them; empty if nothing.
    pub answer: String,
}

/// What the person asking may do about a message now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageRights {
    /// Correct it, or correct it and ask for it again.
    pub edit: bool,
    /// Take it back.
    pub withdraw: bool,
    /// Hide it, show it again, keep it hidden.
    pub judge: bool,
}

/// A message, as one person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageView {
    /// Which one.
    pub id: MessageId,
    /// Its number in the discussion.
    pub position: i32,
    /// Its author.
    pub by: String,
    /// By whose hand, if its author takes part on paper.
    pub entered_by: Option<String>,
    /// Whether the person asking wrote it.
    pub own: bool,
    /// The role of its author in the group, if they are still in it.
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
    /// The message that it answers.
    pub answers: Option<Quoted>,
    /// What was decided about it.
    pub hiding: Option<Hiding>,
    /// What this person may do about it.
    pub may: MessageRights,
}

/// What the person asking may do in a discussion now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThreadRights {
    /// Answer.
    pub answer: bool,
    /// Close it, or open it again.
    pub close: bool,
    /// See what was hidden in the group.
    pub moderate: bool,
}

/// A discussion, as one person reads it.
#[derive(Clone, Debug)]
pub struct ThreadView {
    /// Its subject, its group.
    pub head: Head,
    /// Who began it.
    pub by: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// The text it is about, if this person reads it.
    pub text: Option<TextRef>,
    /// How it was closed, if it is.
    pub closing: Option<Closing>,
    /// What was said when it was opened again; empty if it was not.
    pub reopening: String,
    /// The messages of this page, in order.
    pub messages: Page<MessageView>,
    /// The last message that this person had read before.
    pub read: i32,
    /// The message that they are about to answer.
    pub answering: Option<Quoted>,
    /// What they typed and did not send.
    pub unsent: Option<Unsent>,
    /// What they may do.
    pub may: ThreadRights,
}
