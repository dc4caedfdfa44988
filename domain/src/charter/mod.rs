//! The framing texts of the council: its charter, its rules, its protocol with the authority, its guide.
//!
//! Each is made of numbered articles, and lives by versions: one is prepared, may be amended, is examined, put to the
//! vote, and is in force from a day on, until another takes its place.

mod amendment;
mod articles;
mod form;
mod state;

pub use amendment::{
    AMENDMENTS_MAX, Amendment, AmendmentFacts, AmendmentForm, AmendmentKind, AmendmentState, Examination,
    ExaminationForm, Hands,
};
pub use articles::{
    Article, ArticleNumber, Articles, Becomes, NotAnArticle, become_all, numbered, one_article,
};
pub use form::{Amendable, BODY_MAX, FramingForm, Settings, VersionForm, Wording};
pub use state::{Adopted, Standing, Step, VersionState, in_force};

use crate::columns::coded_enum;

/// Days within which a version that came into force is signed; beyond, one is late.
pub const SIGN_WITHIN: u64 = 30;

coded_enum! {
    /// What a framing text is.
    pub enum FramingKind {
        /// What the members commit themselves to.
        Charter = "charter",
        /// How the council works.
        Rules = "rules",
        /// What is agreed with the authority that called the council.
        Protocol = "protocol",
        /// What somebody who arrives should know.
        Guide = "guide",
    }
}
