//! What is typed about a framing text and its versions, and checked.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ArticleNumber, FramingKind, numbered};
use crate::{
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// Characters of a version.
pub const BODY_MAX: u32 = 200_000;

/// A framing text as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FramingForm {
    /// Code of a [`FramingKind`].
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What it is for, in a sentence.
    pub aim: String,
    /// `oui` if each member signs it.
    pub to_sign: String,
}

/// A framing text, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// What it is.
    pub kind: FramingKind,
    /// Its title.
    pub title: String,
    /// What it is for; may be empty.
    pub aim: String,
    /// Whether each member signs it.
    pub to_sign: bool,
}

impl FramingForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<Settings, Refusal> {
        let mut problems = Problems::new();
        let kind = problems.check("kind", FramingKind::from_code(&self.kind).ok_or(FieldProblem::NotAChoice));
        let title = problems.check("title", form::line(&self.title, 3, 160));
        let aim = problems.check("aim", form::line(&self.aim, 0, 400));
        problems.into_result()?;
        Ok(Settings {
            kind: kind.ok_or(Refusal::Malformed)?,
            title: title.unwrap_or_default(),
            aim: aim.unwrap_or_default(),
            to_sign: self.to_sign.trim() == "oui",
        })
    }
}

/// A version as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VersionForm {
    /// Its Markdown.
    pub body: String,
    /// What it changes, and why.
    pub motives: String,
    /// The day from which it would be in force; empty for the day of the decision.
    pub starts_on: String,
}

/// A version, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Its Markdown, each article under its number.
    pub body: String,
    /// What it changes, and why; may be empty.
    pub motives: String,
    /// The day from which it would be in force; none for the day of the decision.
    pub starts_on: Option<NaiveDate>,
}

impl VersionForm {
    /// Checks every field; `gone` are the numbers that no longer serve.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, gone: &BTreeSet<ArticleNumber>) -> Result<Wording, Refusal> {
        let mut problems = Problems::new();
        let body = form::text(&self.body, 1, BODY_MAX).and_then(|body| numbered(&body, gone));
        let body = problems.check("body", body);
        let motives = problems.check("motives", form::text(&self.motives, 0, 10_000));
        let starts_on = problems.check("starts_on", day(&self.starts_on));
        problems.into_result()?;
        Ok(Wording {
            body: body.unwrap_or_default(),
            motives: motives.unwrap_or_default(),
            starts_on: starts_on.flatten(),
        })
    }
}

fn day(typed: &str) -> Result<Option<NaiveDate>, FieldProblem> {
    match typed.trim() {
        "" => Ok(None),
        typed => form::date(typed).map(Some),
    }
}

/// When amendments may be proposed, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Amendable {
    /// The first day; empty for today.
    pub from: String,
    /// The last day.
    pub until: String,
}

impl Amendable {
    /// The first and the last day.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), Refusal> {
        let mut problems = Problems::new();
        let from = problems.check("from", day(&self.from)).map(|from| from.unwrap_or(today));
        let until = problems.check("until", form::date(&self.until));
        if let (Some(from), Some(until)) = (from, until) {
            if until < today {
                problems.add("until", FieldProblem::InThePast);
            } else if until < from {
                problems.add("until", FieldProblem::EndsBeforeStart);
            }
        }
        problems.into_result()?;
        from.zip(until).ok_or(Refusal::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_wrong_with_a_version_is_told_at_once() {
        let form = VersionForm { starts_on: "demain".into(), ..VersionForm::default() };
        let Err(Refusal::Invalid(errors)) = form.check(&BTreeSet::new()) else { panic!("checked") };
        let fields: Vec<_> = errors.into_iter().map(|error| error.field).collect();
        assert_eq!(fields, ["body", "starts_on"]);
    }

    #[test]
    fn a_version_without_a_day_is_in_force_from_the_decision() {
        let form = VersionForm { body: "## Objet\n\nUn.".into(), ..VersionForm::default() };
        let wording = form.check(&BTreeSet::new()).expect("checked");
        assert_eq!((wording.starts_on, wording.body.as_str()), (None, "## Article 1. Objet\n\nUn."));
    }

    #[test]
    fn amendments_end_after_they_begin_and_not_in_the_past() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
        let check =
            |from: &str, until: &str| Amendable { from: from.into(), until: until.into() }.check(today);
        assert_eq!(check("", "20/03/2026").map(|(from, _)| from), Ok(today));
        let refused = |problem| Err(Refusal::field("until", problem));
        assert_eq!(check("", "09/03/2026"), refused(FieldProblem::InThePast));
        assert_eq!(check("21/03/2026", "20/03/2026"), refused(FieldProblem::EndsBeforeStart));
        assert_eq!(check("", ""), refused(FieldProblem::Missing));
    }

    #[test]
    fn a_framing_text_has_a_kind_and_a_title() {
        let form = FramingForm {
            kind: "charter".into(),
            title: "Charte".into(),
            to_sign: "oui".into(),
            ..Default::default()
        };
        assert!(form.check().is_ok_and(|settings| settings.to_sign));
        let Err(Refusal::Invalid(errors)) = FramingForm::default().check() else { panic!("checked") };
        assert_eq!(errors.len(), 2);
    }
}
