//! Reports: what a member reports of what others wrote, what is decided about it, and the appeal to those who preside.
//!
//! Everything reported about one content is one case. Hiding a message is a matter of `discussions`; this says what a
//! case is, whom it goes to, and which step follows which.

use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    groups::GroupFacts,
    ids::FramingArticleId,
    refusal::{FieldProblem, Refusal, Transition},
};

/// Reports that one person may make in a day.
pub const REPORTS_A_DAY: u64 = 20;
/// Characters of what is said of a report, of a decision, of an appeal.
const WORDS_MAX: u32 = 2_000;

coded_enum! {
    /// What is reported.
    pub enum ReportedKind {
        /// A message of a discussion.
        Message = "message",
        /// What is said of a passage of a text.
        Comment = "comment",
        /// A document of a library.
        Document = "document",
        /// A text.
        Text = "text",
    }
}

impl ReportedKind {
    /// Whether it can be hidden. A text and a document belong to all who work on them: they are asked to change it.
    pub fn is_hidden(self) -> bool {
        matches!(self, ReportedKind::Message | ReportedKind::Comment)
    }
}

/// One content, among all that may be reported. In addresses: `message-12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reported {
    /// What it is.
    pub kind: ReportedKind,
    /// Its identifier.
    pub id: i64,
}

impl std::fmt::Display for Reported {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.kind.code(), self.id)
    }
}

impl std::str::FromStr for Reported {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let (kind, id) = text.trim().split_once('-').ok_or(Refusal::NotFound)?;
        let kind = ReportedKind::from_code(kind).ok_or(Refusal::NotFound)?;
        let id = id.parse().ok().filter(|id| *id > 0).ok_or(Refusal::NotFound)?;
        Ok(Reported { kind, id })
    }
}

coded_enum! {
    /// Why something is reported.
    pub enum Ground {
        /// It attacks or insults somebody.
        Attack = "attack",
        /// It says of somebody what they did not want known.
        Privacy = "privacy",
        /// It is false, or misleads.
        Untrue = "untrue",
        /// It advertises, or has nothing to do here.
        OffTopic = "off-topic",
        /// It breaks the law, such as by calling to hate.
        Law = "law",
        /// Something else, told in words.
        Other = "other",
    }
}

coded_enum! {
    /// Where a case stands.
    pub enum CaseState {
        /// Somebody must decide.
        Open = "open",
        /// The content was left as it is.
        Kept = "kept",
        /// It was hidden, or its author was asked to change it.
        Acted = "acted",
        /// Its author appealed.
        Appealed = "appealed",
        /// The appeal was heard, and the decision stands.
        Upheld = "upheld",
        /// The content was shown again, or the request withdrawn.
        Restored = "restored",
    }
}

impl CaseState {
    /// Whether somebody must still say something.
    pub fn waits(self) -> bool {
        matches!(self, CaseState::Open | CaseState::Appealed)
    }

    /// The case after `step`.
    ///
    /// # Errors
    /// `Transition`, when the step cannot be taken from here.
    pub fn after(self, step: Step) -> Result<CaseState, Refusal> {
        use CaseState::{Acted, Appealed, Kept, Open, Restored, Upheld};
        match (self, step) {
            (Open | Kept | Restored, Step::Report) => Ok(Open),
            // Who asks for it to change is heard once more, and nothing new is to be decided.
            (Acted | Appealed | Upheld, Step::Report) => Ok(self),
            (Open, Step::Keep) => Ok(Kept),
            (Open | Kept | Restored, Step::Act) => Ok(Acted),
            (Acted, Step::Appeal) => Ok(Appealed),
            (Appealed, Step::Uphold) => Ok(Upheld),
            (Acted | Appealed | Upheld, Step::Restore) => Ok(Restored),
            _ => Err(Refusal::Transition(Transition::ReportState)),
        }
    }
}

/// Something done about a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Somebody reports it.
    Report,
    /// It stays as it is.
    Keep,
    /// It is hidden, or its author is asked to change it.
    Act,
    /// Its author appeals.
    Appeal,
    /// The decision stands.
    Uphold,
    /// It is shown again, or the request is withdrawn.
    Restore,
}

/// What the policy needs to know of a reported content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportFacts {
    /// The group it belongs to; none for the common library.
    pub group: Option<GroupFacts>,
    /// Whether the person asking wrote it.
    pub own: bool,
    /// Whether its author runs the group.
    pub by_facilitator: bool,
    /// Whether the person asking reported it.
    pub reported: bool,
    /// Whether they decided about it or reported it, and somebody else could hear the appeal.
    pub decided: bool,
}

/// A report as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportForm {
    /// Code of a [`Ground`].
    pub ground: String,
    /// In words; needed when the ground is another one.
    pub words: String,
    /// The article that it breaks; may be blank.
    pub article: String,
}

/// A report, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// Why.
    pub ground: Ground,
    /// In words; may be empty.
    pub words: String,
    /// The article that it breaks.
    pub article: Option<FramingArticleId>,
}

impl ReportForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<NewReport, Refusal> {
        let mut problems = Problems::new();
        let chosen = if self.ground.trim().is_empty() {
            Err(FieldProblem::Missing)
        } else {
            Ground::from_code(&self.ground).ok_or(FieldProblem::NotAChoice)
        };
        let ground = problems.check("ground", chosen);
        let least = u32::from(ground == Some(Ground::Other));
        let words = problems.check("words", form::text(&self.words, least, WORDS_MAX));
        let article = problems.check("article", article(&self.article));
        problems.into_result()?;
        let complete = || Some(NewReport { ground: ground?, words: words?, article: article? });
        complete().ok_or(Refusal::Malformed)
    }
}

/// The article named in a form, if one is.
///
/// # Errors
/// `NotAChoice`.
pub fn article(typed: &str) -> Result<Option<FramingArticleId>, FieldProblem> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| FieldProblem::NotAChoice),
    }
}

/// What is said of a decision, of an appeal: never empty.
///
/// # Errors
/// `Invalid`.
pub fn words(field: &'static str, typed: &str) -> Result<String, Refusal> {
    form::text(typed, 1, WORDS_MAX).map_err(|problem| Refusal::field(field, problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_content_that_can_be_reported() {
        let message = Reported { kind: ReportedKind::Message, id: 12 };
        assert_eq!(message.to_string(), "message-12");
        assert_eq!("message-12".parse(), Ok(message));
        for other in ["message", "message-", "message-0", "message--1", "person-3", "message-x"] {
            assert_eq!(other.parse::<Reported>(), Err(Refusal::NotFound), "{other}");
        }
    }

    #[test]
    fn a_report_says_why_and_in_words_when_it_is_something_else() {
        let form = |ground: &str, words: &str, article: &str| ReportForm {
            ground: ground.into(),
            words: words.into(),
            article: article.into(),
        };
        let report = form("attack", "", "7").check().expect("accepted");
        assert_eq!((report.ground, report.article), (Ground::Attack, Some(FramingArticleId(7))));
        for (form, field) in [
            (form("", "Oui", ""), "ground"),
            (form("mood", "Oui", ""), "ground"),
            (form("other", " ", ""), "words"),
            (form("attack", "", "x"), "article"),
        ] {
            let Err(Refusal::Invalid(errors)) = form.check() else { panic!("refused") };
            assert_eq!(errors[0].field, field);
        }
    }

    #[test]
    fn one_appeals_once_and_of_a_decision_only() {
        use CaseState::{Acted, Appealed, Kept, Open, Restored, Upheld};
        for (from, step, to) in [
            (Open, Step::Keep, Some(Kept)),
            (Open, Step::Act, Some(Acted)),
            (Open, Step::Appeal, None),
            (Kept, Step::Report, Some(Open)),
            (Kept, Step::Appeal, None),
            (Acted, Step::Appeal, Some(Appealed)),
            (Appealed, Step::Appeal, None),
            (Appealed, Step::Uphold, Some(Upheld)),
            (Appealed, Step::Restore, Some(Restored)),
            (Upheld, Step::Appeal, None),
            (Upheld, Step::Keep, None),
            (Restored, Step::Appeal, None),
            (Restored, Step::Act, Some(Acted)),
        ] {
            assert_eq!(from.after(step).ok(), to, "{from:?}, {step:?}");
        }
        assert!(CaseState::ALL.iter().all(|state| state.after(Step::Uphold).is_ok() == (*state == Appealed)));
    }
}
