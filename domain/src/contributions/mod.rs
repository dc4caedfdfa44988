//! Contributions: the texts a group writes, and their way from draft to publication.

mod adoption;
mod comment;
mod consultation;
mod dissent;
mod due;
mod image;
mod passage;
mod reviewers;
mod standing;
mod state;
mod suggestion;
mod template;
mod version;

pub use adoption::{Adoption, AdoptionForm, MendingForm, PublicationNumber, frozen_text};
pub use comment::{
    ANSWERS_MAX, COMMENTS_MAX, CommentFacts, CommentForm, CommentState, MessageFacts as CommentMessageFacts,
    mentions,
};
pub use consultation::{CONSULTED, Consultation, ConsultationForm, is_consulted};
pub use dissent::{DissentForm, dissents_change, may_dissent, may_reword};
pub use due::{Due, NEAR, due_day};
pub use image::{
    ALT_MAX, ImageForm, Paragraph, begun_image_address, image_address, image_mark, paragraphs, placed,
};
pub use passage::{Anchor, Edit, Place};
pub use reviewers::{Absence, ReviewerFacts, ReviewerState};
pub use standing::{Standing, StandingChange, StandingForm, check_correction, must_be_published};
pub use state::{State, Step};
pub use suggestion::{Answer, AnswerForm, SUGGESTIONS_MAX, SuggestionFacts, SuggestionForm, SuggestionState};
pub use template::template_body;
pub use version::version_name;

use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    groups::GroupFacts,
    ids::ContributionId,
    refusal::{FieldProblem, Refusal, Transition},
};

/// Characters a text may have at most: about a hundred and fifty printed pages.
pub const BODY_MAX: u32 = 400_000;

coded_enum! {
    /// The kind of a text; the council may give each another name.
    pub enum ContributionKind {
        /// A contribution to the debate.
        Contribution = "contribution",
        /// An opinion given to the authority (avis).
        Opinion = "opinion",
        /// A synthesis.
        Synthesis = "synthesis",
        /// A note.
        Note = "note",
        /// Minutes of a meeting.
        Minutes = "minutes",
    }
}

coded_enum! {
    /// What a reviewer says of a version.
    pub enum Verdict {
        /// A remark, without a position.
        Comment = "comment",
        /// Fit to be adopted as it stands.
        Approve = "approve",
        /// Something must change first.
        RequestChanges = "changes",
    }
}

/// What the policy needs to know of a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContributionFacts {
    /// Which one.
    pub id: ContributionId,
    /// Its group.
    pub group: GroupFacts,
    /// Where it stands.
    pub state: State,
    /// Whether the person asking is one of its authors.
    pub own: bool,
    /// Whether they are one of its named reviewers.
    pub named: bool,
    /// Whether it is in consultation of the whole council today.
    pub consulted: bool,
}

/// A contribution as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContributionForm {
    /// Title.
    pub title: String,
    /// Code of a [`ContributionKind`].
    pub kind: String,
    /// What the text says, in two or three sentences.
    pub summary: String,
    /// The text, in Markdown.
    pub body: String,
    /// Why this version differs from the one before, in the author's words.
    pub reason: String,
}

/// A contribution, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContributionText {
    /// Title.
    pub title: String,
    /// Kind.
    pub kind: ContributionKind,
    /// Summary; may be empty until the text is sent for review.
    pub summary: String,
    /// Markdown; may be empty until the text is sent for review.
    pub body: String,
    /// Why it was saved; may be empty.
    pub reason: String,
}

impl ContributionForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<ContributionText, Refusal> {
        let mut problems = Problems::new();
        let title = problems.check("title", form::line(&self.title, 3, 200));
        let kind =
            problems.check("kind", ContributionKind::from_code(&self.kind).ok_or(FieldProblem::NotAChoice));
        let summary = problems.check("summary", form::text(&self.summary, 0, 1_500));
        let body = problems.check("body", form::text(&self.body, 0, BODY_MAX));
        let reason = problems.check("reason", form::line(&self.reason, 0, 300));
        problems.into_result()?;
        let complete = || {
            Some(ContributionText {
                title: title?,
                kind: kind?,
                summary: summary?,
                body: body?,
                reason: reason?,
            })
        };
        complete().ok_or(Refusal::Malformed)
    }
}

/// What was typed together, as a version keeps it: without what a form would refuse.
pub fn settled(body: &str) -> String {
    let wanted: String = form::without_unwanted(body).chars().take(BODY_MAX as usize).collect();
    form::text(&wanted, 0, BODY_MAX).unwrap_or_default()
}

/// Whether a text may be sent for review: it has something to be read.
///
/// # Errors
/// `EmptyText`.
pub fn may_be_reviewed(body: &str) -> Result<(), Refusal> {
    if body.trim().is_empty() { Err(Refusal::Transition(Transition::EmptyText)) } else { Ok(()) }
}

/// A review as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewForm {
    /// Code of a [`Verdict`].
    pub verdict: String,
    /// What the reviewer says; needed unless they approve.
    pub comment: String,
}

impl ReviewForm {
    /// Checks the verdict and its comment: a remark or a request for changes says something.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<(Verdict, String), Refusal> {
        let mut problems = Problems::new();
        let verdict =
            problems.check("verdict", Verdict::from_code(&self.verdict).ok_or(FieldProblem::NotAChoice));
        let least = if verdict == Some(Verdict::Approve) { 0 } else { 1 };
        let comment = problems.check("comment", form::text(&self.comment, least, 8_000));
        problems.into_result()?;
        verdict.zip(comment).ok_or(Refusal::Malformed)
    }
}

#[cfg(test)]
mod life;
#[cfg(test)]
mod tests;
