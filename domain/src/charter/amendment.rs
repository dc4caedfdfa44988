//! Amendments: what members propose to change in an article of a version, and what becomes of it.

use serde::{Deserialize, Serialize};

use super::{ArticleNumber, VersionState, one_article};
use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Forbidden, Refusal, Transition},
};

/// Amendments that one version may have.
pub const AMENDMENTS_MAX: i32 = 2_000;
/// Characters of an article.
const BODY_MAX: u32 = 40_000;
/// Characters of the title of an article.
const TITLE_MAX: u32 = 200;
/// Characters of reasons, and of what is noted of an outcome.
const REASONS_MAX: u32 = 4_000;
/// Hands that may be counted.
const HANDS_MAX: u32 = 10_000;

coded_enum! {
    /// What an amendment would do.
    pub enum AmendmentKind {
        /// Word an article otherwise.
        Change = "change",
        /// Add an article after another one, or before all.
        Add = "add",
        /// Take an article away.
        Remove = "remove",
    }
}

coded_enum! {
    /// Where an amendment stands.
    pub enum AmendmentState {
        /// It waits for its examination.
        Open = "open",
        /// Its words go into the version.
        Adopted = "adopted",
        /// They do not.
        Rejected = "rejected",
        /// Whoever proposed it took it back.
        Withdrawn = "withdrawn",
        /// It has no object any more: another one was adopted.
        Fallen = "fallen",
    }
}

/// What is known of an amendment that somebody would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmendmentFacts {
    /// Whether the person asking proposed it.
    pub own: bool,
    /// Where it stands.
    pub state: AmendmentState,
    /// Where its version stands.
    pub version: VersionState,
    /// Whether amendments to the version may be proposed today.
    pub is_open_today: bool,
}

impl AmendmentFacts {
    /// Whether it still waits.
    ///
    /// # Errors
    /// `AmendmentOver`, once it was examined or taken back.
    pub fn must_wait(self) -> Result<(), Refusal> {
        if self.state == AmendmentState::Open {
            Ok(())
        } else {
            Err(Refusal::Transition(Transition::AmendmentOver))
        }
    }

    /// Whether the person asking may word it again: while amendments may be proposed.
    ///
    /// # Errors
    /// `OthersAmendment`, `AmendmentOver`, `AmendmentsClosed`.
    pub fn may_be_reworded(self) -> Result<(), Refusal> {
        self.must_be_own()?;
        self.must_wait()?;
        self.must_be_open_today()
    }

    /// Whether the person asking may take it back: until it is examined.
    ///
    /// # Errors
    /// `OthersAmendment`, `AmendmentOver`, `AmendmentsClosed`.
    pub fn may_be_withdrawn(self) -> Result<(), Refusal> {
        self.must_be_own()?;
        self.must_wait()?;
        match self.version {
            VersionState::Preparing | VersionState::Amending | VersionState::Examined => Ok(()),
            _ => Err(Refusal::Transition(Transition::AmendmentsClosed)),
        }
    }

    /// Whether the person asking may support it, or cease to: while amendments may be proposed, and not their own.
    ///
    /// # Errors
    /// `OwnAmendment`, `AmendmentOver`, `AmendmentsClosed`.
    pub fn may_be_supported(self) -> Result<(), Refusal> {
        if self.own {
            return Err(Refusal::Forbidden(Forbidden::OwnAmendment));
        }
        self.must_wait()?;
        self.must_be_open_today()
    }

    /// Whether its outcome may be written down, or gone back on.
    ///
    /// # Errors
    /// `FramingState`, unless the version is examined.
    pub fn must_be_under_examination(self) -> Result<(), Refusal> {
        if self.version == VersionState::Examined {
            Ok(())
        } else {
            Err(Refusal::Transition(Transition::FramingState))
        }
    }

    fn must_be_own(self) -> Result<(), Refusal> {
        if self.own { Ok(()) } else { Err(Refusal::Forbidden(Forbidden::OthersAmendment)) }
    }

    fn must_be_open_today(self) -> Result<(), Refusal> {
        if self.is_open_today { Ok(()) } else { Err(Refusal::Transition(Transition::AmendmentsClosed)) }
    }
}

/// An amendment as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AmendmentForm {
    /// Code of an [`AmendmentKind`].
    pub kind: String,
    /// The number of the article that it is about; for one that is added, that of the article before it, or nothing.
    pub article: String,
    /// The title that the article would have.
    pub title: String,
    /// What it would say.
    pub body: String,
    /// Why.
    pub reasons: String,
}

/// An amendment, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// What it would do.
    pub kind: AmendmentKind,
    /// The article, or the one before it; none to add one before all.
    pub article: Option<ArticleNumber>,
    /// The title that it would have; nothing for one that is taken away.
    pub title: String,
    /// What it would say; nothing for one that is taken away.
    pub body: String,
    /// Why.
    pub reasons: String,
}

impl AmendmentForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found; `Malformed` when it cannot be told which article it is about.
    pub fn check(&self) -> Result<Amendment, Refusal> {
        let kind = AmendmentKind::from_code(&self.kind).ok_or(Refusal::Malformed)?;
        let article = match self.article.trim() {
            "" => None,
            typed => Some(typed.parse::<ArticleNumber>().map_err(|_| Refusal::Malformed)?),
        };
        if article.is_none() && kind != AmendmentKind::Add {
            return Err(Refusal::Malformed);
        }
        let mut problems = Problems::new();
        let said = match kind {
            AmendmentKind::Remove => Some((String::new(), String::new())),
            AmendmentKind::Change | AmendmentKind::Add => said(&mut problems, &self.title, &self.body),
        };
        let reasons = problems.check("reasons", form::text(&self.reasons, 1, REASONS_MAX));
        problems.into_result()?;
        let ((title, body), reasons) = said.zip(reasons).ok_or(Refusal::Malformed)?;
        Ok(Amendment { kind, article, title, body, reasons })
    }

    /// The same for a sub-amendment: other words for an amendment, which says which article it is about.
    ///
    /// # Errors
    /// As [`AmendmentForm::check`].
    pub fn check_below(&self) -> Result<Amendment, Refusal> {
        let kind = AmendmentKind::Add.code().to_owned();
        let words = AmendmentForm { kind, article: String::new(), ..self.clone() }.check()?;
        Ok(Amendment { kind: AmendmentKind::Change, ..words })
    }
}

/// The title and the words of one article, and of no other.
fn said(problems: &mut Problems, title: &str, body: &str) -> Option<(String, String)> {
    let title = problems.check("title", form::line(title, 0, TITLE_MAX));
    let body = problems.check("body", form::text(body, 1, BODY_MAX));
    let (title, body) = title.zip(body)?;
    problems.check("body", one_article(&title, &body))
}

/// Hands that were counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hands {
    /// For.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Neither.
    pub abstained: u32,
}

/// What the council answers to an amendment, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExaminationForm {
    /// Code of an [`AmendmentState`], which is not `open`.
    pub outcome: String,
    /// Hands for; the three may stay empty.
    pub in_favour: String,
    /// Hands against.
    pub against: String,
    /// Those who abstained.
    pub abstained: String,
    /// What is noted of it.
    pub note: String,
    /// The number of the amendment for which it falls.
    pub fell_for: String,
    /// The fingerprint of the words that the person had before them when they settled on others.
    pub met: String,
    /// The title on which the person settled, when it meets others that were adopted; with the words.
    pub title: String,
    /// The words on which they settled; nothing to take the amendment as it is.
    pub body: String,
}

/// What the council answers to an amendment, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examination {
    /// The outcome.
    pub outcome: AmendmentState,
    /// Hands, if they were counted.
    pub hands: Option<Hands>,
    /// What is noted; may be empty.
    pub note: String,
    /// The number of the amendment for which it falls, if it was said.
    pub fell_for: Option<i32>,
    /// The title and the words on which the person settled, if they typed some.
    pub settled: Option<(String, String)>,
}

impl ExaminationForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<Examination, Refusal> {
        let mut problems = Problems::new();
        let outcome = AmendmentState::from_code(&self.outcome).filter(|state| *state != AmendmentState::Open);
        let outcome = problems.check("outcome", outcome.ok_or(FieldProblem::NotAChoice));
        let typed = [&self.in_favour, &self.against, &self.abstained];
        let hand = |problems: &mut Problems, field, typed: &str| match typed.trim() {
            "" => Some(0),
            typed => problems.check(field, form::count(typed, HANDS_MAX)),
        };
        let in_favour = hand(&mut problems, "in_favour", &self.in_favour);
        let against = hand(&mut problems, "against", &self.against);
        let abstained = hand(&mut problems, "abstained", &self.abstained);
        let counted = typed.iter().any(|typed| !typed.trim().is_empty());
        let hands = match (in_favour, against, abstained) {
            (Some(in_favour), Some(against), Some(abstained)) if counted => {
                Some(Hands { in_favour, against, abstained })
            }
            _ => None,
        };
        // The council may ask for more than half; it never adopts what more people refuse.
        if outcome == Some(AmendmentState::Adopted)
            && hands.is_some_and(|hands| hands.in_favour < hands.against)
        {
            problems.add("outcome", FieldProblem::AgainstTheHands);
        }
        let note = problems.check("note", form::text(&self.note, 0, REASONS_MAX));
        let fell_for = match self.fell_for.trim() {
            "" => None,
            typed => problems.check("fell_for", typed.parse::<i32>().map_err(|_| FieldProblem::NotAChoice)),
        };
        let settled = if outcome == Some(AmendmentState::Adopted) && !self.body.trim().is_empty() {
            said(&mut problems, &self.title, &self.body)
        } else {
            None
        };
        problems.into_result()?;
        let (outcome, note) = outcome.zip(note).ok_or(Refusal::Malformed)?;
        Ok(Examination { outcome, hands, note, fell_for, settled })
    }
}

#[cfg(test)]
mod tests;
