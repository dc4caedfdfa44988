//! What members declare: a conflict of interest on a subject, or that they stand back for a time, such as an election.
//!
//! A declaration informs: it takes no right away. It is seen where it matters, ended, and kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    actor::Period,
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// Things that one declaration may be about.
pub const TARGETS_MAX: usize = 20;
/// Characters of a subject.
const SUBJECT_MAX: u32 = 200;
/// Characters of what is said beside it.
const WORDS_MAX: u32 = 1_000;

coded_enum! {
    /// What is declared.
    pub enum DeclarationKind {
        /// A conflict of interest on a subject.
        Conflict = "conflict",
        /// Standing back for a time.
        Withdrawal = "withdrawal",
    }
}

coded_enum! {
    /// What a conflict of interest may be about.
    pub enum TargetKind {
        /// A text.
        Text = "text",
        /// A group.
        Group = "group",
        /// A poll.
        Poll = "poll",
    }
}

/// One thing that a conflict of interest is about. In forms: `text-12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Target {
    /// What it is.
    pub kind: TargetKind,
    /// Its identifier.
    pub id: i64,
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.kind.code(), self.id)
    }
}

impl std::str::FromStr for Target {
    type Err = FieldProblem;

    fn from_str(text: &str) -> Result<Self, FieldProblem> {
        let read = || {
            let (kind, id) = text.trim().split_once('-')?;
            Some(Target { kind: TargetKind::from_code(kind)?, id: id.parse().ok().filter(|id| *id > 0)? })
        };
        read().ok_or(FieldProblem::NotAChoice)
    }
}

/// A declaration as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeclarationForm {
    /// Code of a [`DeclarationKind`].
    pub kind: String,
    /// The subject, or the reason for standing back.
    pub subject: String,
    /// More, in words; may be blank.
    pub words: String,
    /// From which day; today when blank, for a conflict of interest.
    pub from: String,
    /// Until which day, included; a conflict of interest may have none.
    pub to: String,
    /// What it is about: a [`Target`] each.
    pub targets: Vec<String>,
}

/// A declaration, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDeclaration {
    /// What is declared.
    pub kind: DeclarationKind,
    /// The subject, or the reason.
    pub subject: String,
    /// More; may be empty.
    pub words: String,
    /// From when until when.
    pub period: Period,
    /// What it is about.
    pub targets: Vec<Target>,
}

impl DeclarationForm {
    /// Checks every field. Who stands back says from when until when; the last day is not past.
    ///
    /// # Errors
    /// `Invalid`, with every problem found; `Malformed` when what is declared cannot be told.
    pub fn check(&self, today: NaiveDate) -> Result<NewDeclaration, Refusal> {
        let kind = DeclarationKind::from_code(&self.kind).ok_or(Refusal::Malformed)?;
        let mut problems = Problems::new();
        let subject = problems.check("subject", form::line(&self.subject, 3, SUBJECT_MAX));
        let words = problems.check("words", form::text(&self.words, 0, WORDS_MAX));
        let bounded = kind == DeclarationKind::Withdrawal;
        let from = match self.from.trim() {
            "" if !bounded => Some(today),
            typed => problems.check("from", form::date(typed)),
        };
        let to = match self.to.trim() {
            "" if !bounded => Some(None),
            typed => problems.check("to", last_day(typed, from, today)).map(Some),
        };
        let targets = if bounded { Ok(Vec::new()) } else { targets(&self.targets) };
        let targets = problems.check("targets", targets);
        problems.into_result()?;
        let complete = || {
            let period = Period { from: from?, to: to? };
            Some(NewDeclaration { kind, subject: subject?, words: words?, period, targets: targets? })
        };
        complete().ok_or(Refusal::Malformed)
    }
}

fn last_day(typed: &str, from: Option<NaiveDate>, today: NaiveDate) -> Result<NaiveDate, FieldProblem> {
    let day = form::date(typed)?;
    match from {
        _ if day < today => Err(FieldProblem::InThePast),
        Some(from) if day < from => Err(FieldProblem::EndsBeforeStart),
        _ => Ok(day),
    }
}

fn targets(typed: &[String]) -> Result<Vec<Target>, FieldProblem> {
    let mut targets = typed
        .iter()
        .filter(|target| !target.trim().is_empty())
        .map(|target| target.parse())
        .collect::<Result<Vec<Target>, FieldProblem>>()?;
    targets.sort_unstable();
    targets.dedup();
    if targets.len() > TARGETS_MAX { Err(FieldProblem::NotAChoice) } else { Ok(targets) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn form(kind: &str, from: &str, to: &str) -> DeclarationForm {
        DeclarationForm {
            kind: kind.into(),
            subject: "La zone d’activités".into(),
            from: from.into(),
            to: to.into(),
            targets: vec!["group-2".into(), "text-7".into(), "group-2".into()],
            ..Default::default()
        }
    }

    #[test]
    fn a_conflict_of_interest_begins_today_and_may_have_no_end() {
        let today = day("2026-11-23");
        let new = form("conflict", "", "").check(today).expect("accepted");
        assert_eq!(new.period, Period { from: today, to: None });
        assert_eq!(new.targets.iter().map(ToString::to_string).collect::<Vec<_>>(), ["text-7", "group-2"]);
    }

    #[test]
    fn who_stands_back_says_from_when_until_when() {
        let today = day("2026-11-23");
        let new = form("withdrawal", "01/03/2027", "28/03/2027").check(today).expect("accepted");
        assert_eq!((new.period.to, new.targets), (Some(day("2027-03-28")), Vec::new()));
        for (from, to, field) in [
            ("", "28/03/2027", "from"),
            ("01/03/2027", "", "to"),
            ("01/03/2027", "28/02/2027", "to"),
            ("01/01/2026", "22/11/2026", "to"),
        ] {
            let Err(Refusal::Invalid(errors)) = form("withdrawal", from, to).check(today) else {
                panic!("refused")
            };
            assert_eq!(errors[0].field, field, "{from} {to}");
        }
        assert_eq!(form("mood", "", "").check(today), Err(Refusal::Malformed));
        let about = DeclarationForm { targets: vec!["person-3".into()], ..form("conflict", "", "") };
        assert!(matches!(about.check(today), Err(Refusal::Invalid(_))));
    }
}
