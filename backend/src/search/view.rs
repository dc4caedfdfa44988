//! What a search gives.

use chrono::{DateTime, Utc};
use domain::{
    charter::ArticleNumber,
    contributions::{ContributionKind, PublicationNumber, Standing, State},
    groups::{GroupKind, GroupState, Visibility},
    ids::{CommentId, ContributionId, DocumentId, ThreadId, UserId},
    library::{DocumentKind, Media},
    people::CouncilRole,
};
use lexis::{Passage, Piece};

use super::facets::Facets;
use crate::{Page, contributions::GroupRef};

/// What was found, and which of its properties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A text.
    Text {
        /// Which.
        id: ContributionId,
        /// Its kind.
        kind: ContributionKind,
        /// Where it stands.
        state: State,
    },
    /// A published text.
    Publication {
        /// Which text.
        id: ContributionId,
        /// Its number.
        number: PublicationNumber,
        /// Its kind.
        kind: ContributionKind,
        /// Whether it still speaks for the council.
        standing: Standing,
    },
    /// A message.
    Message {
        /// In which group.
        slug: String,
        /// In which discussion.
        thread: ThreadId,
        /// Its number there.
        position: i32,
    },
    /// What somebody said of a text.
    Review {
        /// Of which text.
        text: ContributionId,
    },
    /// What is said in a comment.
    Comment {
        /// On which text.
        text: ContributionId,
        /// Which comment.
        comment: CommentId,
    },
    /// A document.
    Document {
        /// Which.
        id: DocumentId,
        /// What it is made of.
        kind: DocumentKind,
        /// The family of its type.
        media: Media,
        /// Whether it is of the common library.
        common: bool,
    },
    /// A person.
    Person {
        /// Who.
        id: UserId,
        /// Their roles in the council today.
        roles: Vec<CouncilRole>,
        /// Their organisation and their commune; without those that are unknown.
        from: Vec<String>,
    },
    /// A group.
    Group {
        /// Its address.
        slug: String,
        /// Its kind.
        kind: GroupKind,
        /// Who sees it.
        visibility: Visibility,
        /// Where it stands.
        state: GroupState,
    },

    /// A sheet of the toolbox.
    Method {
        /// Its address.
        slug: String,
    },
    /// An article of a framing text.
    Article {
        /// The name of its text in addresses.
        slug: String,
        /// Its number.
        number: ArticleNumber,
        /// The title of its text, typeset.
        text: String,
    },
    /// A tutorial.
    Tutorial {
        /// Its address.
        slug: String,
    },
    /// An acronym.
    Acronym {
        /// Its address in the glossary.
        slug: String,
    },
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub subject: Subject,
    /// Its title, with what was looked for marked; empty where it is hidden.
    pub title: Vec<Piece>,
    /// The passage that answers; without pieces where there is none.
    pub passage: Passage,
    /// Its group, if one may know of it.
    pub group: Option<GroupRef>,
    /// Who wrote it, as far as one may know.
    pub by: Vec<String>,
    /// When it was last written.
    pub at: DateTime<Utc>,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Results {
    /// The results of this page; the total stops at a thousand.
    pub page: Page<Found>,
    /// Whether there is more than that: the latest are given, the latest first.
    pub more: bool,
    /// How they may be narrowed.
    pub facets: Facets,
    /// What may have been meant, where nothing was found.
    pub correction: Option<String>,
    /// Whether a word was looked for at all.
    pub asked: bool,
}
