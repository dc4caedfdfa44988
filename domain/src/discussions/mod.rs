//! Discussions of a group: what is asked, what is answered, and what is done about a message that should not stay.

mod standing;

pub use standing::{MessageState, Standing, Step};

use serde::{Deserialize, Serialize};

use crate::{
    form::{self, Problems},
    groups::GroupFacts,
    ids::ContributionId,
    policy,
    refusal::{FieldProblem, Refusal, Transition},
};

/// Characters a message may have at most: about seven printed pages.
pub const MESSAGE_MAX: u32 = 20_000;
/// Messages on a page of a discussion.
pub const MESSAGES_A_PAGE: i32 = 50;
/// Characters of a reason, an answer, a closing word.
const WORD_MAX: u32 = 1_000;

/// What the policy needs to know of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageFacts {
    /// The group in which it was written.
    pub group: GroupFacts,
    /// Whether the person asking wrote it.
    pub own: bool,
    /// Whether its author runs the group.
    pub by_facilitator: bool,
}

/// What a message is in its discussion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// The one that opens it, with its subject.
    First,
    /// An answer.
    Answer,
}

/// A new discussion as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ThreadForm {
    /// What it is about.
    pub subject: String,
    /// The first message, in Markdown.
    pub body: String,
    /// The number of the text it is about; blank for none.
    pub text: String,
}

/// A new discussion, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewThread {
    /// What it is about.
    pub subject: String,
    /// The first message.
    pub body: String,
    /// The text it is about.
    pub text: Option<ContributionId>,
}

impl ThreadForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<NewThread, Refusal> {
        let mut problems = Problems::new();
        let subject = problems.check("subject", subject(&self.subject));
        let body = problems.check("body", body(&self.body));
        let text = match self.text.trim() {
            "" => None,
            number => problems.check("text", number.parse().map_err(|_| FieldProblem::NotAChoice)),
        };
        problems.into_result()?;
        let complete = || Some(NewThread { subject: subject?, body: body?, text });
        complete().ok_or(Refusal::Malformed)
    }
}

/// A message as typed: an answer, or a correction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageForm {
    /// The subject of the discussion, when its first message is corrected.
    pub subject: String,
    /// The message, in Markdown.
    pub body: String,
    /// What its author says to whoever hid it.
    pub plea: String,
}

/// A message, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageText {
    /// The subject, with the first message only.
    pub subject: Option<String>,
    /// The message.
    pub body: String,
    /// What its author says to whoever hid it; may be empty.
    pub plea: String,
}

impl MessageForm {
    /// Checks every field that a message of this rank has.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, rank: Rank) -> Result<MessageText, Refusal> {
        let mut problems = Problems::new();
        let subject = match rank {
            Rank::First => problems.check("subject", subject(&self.subject)),
            Rank::Answer => None,
        };
        let body = problems.check("body", body(&self.body));
        let plea = problems.check("plea", form::text(&self.plea, 0, WORD_MAX));
        problems.into_result()?;
        let complete = || Some(MessageText { subject, body: body?, plea: plea? });
        complete().ok_or(Refusal::Malformed)
    }
}

fn subject(typed: &str) -> Result<String, FieldProblem> {
    form::line(typed, 3, 150)
}

fn body(typed: &str) -> Result<String, FieldProblem> {
    let body = form::text(typed, 1, MESSAGE_MAX)?;
    if body.trim().is_empty() { Err(FieldProblem::Missing) } else { Ok(body) }
}

/// Why a message is hidden or stays hidden, why a discussion is closed or opened again: always said.
///
/// # Errors
/// `Invalid`, about `field`.
pub fn word(field: &'static str, typed: &str) -> Result<String, Refusal> {
    form::text(typed.trim(), 1, WORD_MAX).map_err(|problem| Refusal::field(field, problem))
}

/// Whether a discussion may still be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// It may.
    Open,
    /// It was closed with a word.
    Closed,
}

/// Whether messages may be written and corrected in a discussion of this group. Taking back one's own words, and
/// hiding a message, remain possible when they may not.
///
/// # Errors
/// `GroupClosed` or `ThreadClosed`.
pub fn may_be_written(group: &GroupFacts, opening: Opening) -> Result<(), Refusal> {
    policy::group_is_at_work(group)?;
    match opening {
        Opening::Open => Ok(()),
        Opening::Closed => Err(Refusal::Transition(Transition::ThreadClosed)),
    }
}

#[cfg(test)]
mod tests;
