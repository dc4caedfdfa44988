//! What is given of a text to those who read it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Version,
    contributions::{ContributionFacts, ContributionKind, Due, PublicationNumber, Standing, Verdict},
    ids::ReviewId,
};
use markdown::Heading;

use super::{
    anchors::Mark, checklist::Point, comments::CommentRow, dissents::DissentView, intake::IntakeView,
    list::GroupRef, reviewers::ReviewerView,
};

/// One version of a text: which, by whom, when, why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionRef {
    /// Its number, from 1.
    pub version: Version,
    /// Who saved it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, in their words; may be empty.
    pub reason: String,
}

/// What a reviewer said.
#[derive(Clone, Debug)]
pub struct ReviewView {
    /// Which review.
    pub id: ReviewId,
    /// Who.
    pub by: String,
    /// By whose hand, if they take part on paper.
    pub entered_by: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// Their verdict.
    pub verdict: Verdict,
    /// What they wrote, rendered; may be empty.
    pub comment_html: String,
    /// The version they read.
    pub version: Version,
}

/// How a text was adopted.
#[derive(Clone, Debug)]
pub struct AdoptionView {
    /// Its number.
    pub number: PublicationNumber,
    /// Who adopted it.
    pub body: String,
    /// The day.
    pub adopted_on: NaiveDate,
    /// Votes for.
    pub votes_for: u32,
    /// Votes against.
    pub votes_against: u32,
    /// Abstentions.
    pub votes_abstaining: u32,
    /// SHA-256 of the frozen text.
    pub fingerprint: String,
    /// When it was made public.
    pub published_at: Option<DateTime<Utc>>,
    /// Which edition this is, from 1; each correction makes one.
    pub edition: u32,
    /// When it was corrected, if this edition corrects another.
    pub corrected_at: Option<DateTime<Utc>>,
    /// Why; empty for the first edition.
    pub correction: String,
    /// Whether it still speaks for the council.
    pub standing: StandingView,
    /// Whether a poll decided.
    pub by_poll: bool,
    /// When the record of its adoption was last mended, and why.
    pub mended: Option<(DateTime<Utc>, String)>,
}

/// Whether a publication still speaks for the council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingView {
    /// Whether it does.
    pub standing: Standing,
    /// Since when it no longer does.
    pub at: Option<DateTime<Utc>>,
    /// Why; empty for a text in force.
    pub reason: String,
    /// The publication that replaces it.
    pub replaced_by: Option<PublicationNumber>,
}

/// A consultation of the whole council that goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsultationView {
    /// Its last day, included.
    pub until: NaiveDate,
    /// When it was opened.
    pub since: DateTime<Utc>,
    /// What is asked of the members.
    pub question: String,
}

/// A text as it is read.
#[derive(Clone, Debug)]
pub struct ContributionView {
    /// For the policy: what may be done with it.
    pub facts: ContributionFacts,
    /// Its kind.
    pub kind: ContributionKind,
    /// Its title, typeset.
    pub title: String,
    /// Its group, if one may know of it.
    pub group: Option<GroupRef>,
    /// Its authors, in their order.
    pub authors: Vec<String>,
    /// The version that is read.
    pub revision: RevisionRef,
    /// Its summary, rendered; may be empty.
    pub summary_html: String,
    /// The text, rendered; may be empty.
    pub html: String,
    /// Its headings.
    pub headings: Vec<Heading>,
    /// How many words it has.
    pub words: u32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// Since when it is in this state.
    pub state_since: DateTime<Utc>,
    /// What reviewers said, the latest first; empty for those who read only the result.
    pub reviews: Vec<ReviewView>,
    /// Who was asked to review it, by name; only while it is written, for those who follow the work.
    pub reviewers: Vec<ReviewerView>,
    /// The council's checklist; only while it is in review, for those who follow the work.
    pub checklist: Vec<Point>,
    /// The day by which it is due; only while it is written.
    pub due: Option<Due>,
    /// The consultation that goes on.
    pub consultation: Option<ConsultationView>,
    /// The version that the person asking had last opened before this one, if they ever had.
    pub read_before: Option<Version>,
    /// How it was adopted, if it was.
    pub adoption: Option<AdoptionView>,
    /// Its minority opinions, the oldest first.
    pub dissents: Vec<DissentView>,
    /// Whether a discussion is about it.
    pub discussed: bool,
    /// Whether one follows the work itself: reviews, history.
    pub inside: bool,
    /// The files that became it, with what could not be kept; only those that nobody put away, for those who write it.
    pub brought: Vec<IntakeView>,
    /// How many suggestions wait on it, for those who read them.
    pub suggestions: u32,
    /// The same before its first heading, then under each heading; empty if none waits.
    pub suggested: Vec<u32>,
    /// Its comments, for those who read them, in its order.
    pub comments: Vec<CommentRow>,
    /// How many wait before its first heading, then under each heading; empty if there are none.
    pub commented: Vec<u32>,
    /// The words of which something is said, on the page.
    pub marks: Vec<Mark>,
}

impl ContributionView {
    /// Whether somebody approved this very version and nobody asked for changes since.
    pub fn is_approved(&self) -> bool {
        let current = self.reviews.iter().filter(|r| r.version == self.revision.version);
        current.map(|r| r.verdict).find(|verdict| *verdict != Verdict::Comment) == Some(Verdict::Approve)
    }

    /// How many versions were saved since the person asking last opened it; none if they never had.
    pub fn versions_since(&self) -> u32 {
        let since = |read: Version| u32::try_from(self.revision.version.0 - read.0).unwrap_or_default();
        self.read_before.map(since).unwrap_or_default()
    }
}
