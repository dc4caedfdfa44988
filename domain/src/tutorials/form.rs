//! A tutorial as typed, and checked.

use serde::{Deserialize, Serialize};

use super::{audience::Audience, body::lesson};
use crate::{
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// Minutes that a tutorial takes, at most.
pub const MINUTES_MAX: u32 = 240;
/// Steps at most.
pub const STEPS_MAX: u32 = 40;
/// Characters of the text.
pub const BODY_MAX: u32 = 40_000;
/// Screens that one tutorial helps on.
const SCREENS_MAX: u32 = 30;

/// A tutorial as typed. What is in English is left empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TutorialForm {
    /// Its name.
    pub title: String,
    /// What one learns, in a sentence.
    pub summary: String,
    /// The codes of those it is for.
    pub audiences: Vec<String>,
    /// How long it takes.
    pub minutes: String,
    /// The address of the sequence it belongs to; may be empty.
    pub path: String,
    /// The name of a sequence that begins with it; may be empty.
    pub new_path: String,
    /// Its place in the sequence; may be empty.
    pub rank: String,
    /// The screens it helps on, one a line.
    pub help: String,
    /// The text: an introduction, then a heading for each step.
    pub body: String,
    /// Its name in English.
    pub title_en: String,
    /// What one learns, in English.
    pub summary_en: String,
    /// The text in English.
    pub body_en: String,
}

/// A tutorial, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tutorial {
    /// Its name.
    pub title: String,
    /// What one learns.
    pub summary: String,
    /// Those it is for, each once.
    pub audiences: Vec<Audience>,
    /// How long it takes.
    pub minutes: u32,
    /// The address of its sequence; may be empty.
    pub path: String,
    /// The name of a new sequence; may be empty.
    pub new_path: String,
    /// Its place in the sequence.
    pub rank: u32,
    /// The screens it helps on.
    pub help: Vec<HelpLine>,
    /// The text.
    pub body: String,
    /// How many steps it has.
    pub steps: u32,
    /// Name, summary and text in English; three times nothing where there is none.
    pub english: [String; 3],
}

/// A screen that a tutorial helps on: `/groupes/{slug}#2` is the page of a group, at the second step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// The address, with a name between braces for what changes.
    pub screen: String,
    /// The step to begin at, if it is not the first.
    pub step: Option<u32>,
}

impl HelpLine {
    fn read(line: &str) -> Option<HelpLine> {
        let line = line.trim().trim_start_matches("- ").trim();
        let (screen, step) = match line.split_once('#') {
            Some((screen, step)) => (screen, Some(step.parse().ok().filter(|step| *step > 0)?)),
            None => (line, None),
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '{' | '}' | '.');
        let right = screen.starts_with('/') && !screen.contains("//") && screen.chars().all(plain);
        right.then(|| HelpLine { screen: screen.to_owned(), step })
    }
}

impl std::fmt::Display for HelpLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.step {
            Some(step) => write!(f, "{}#{step}", self.screen),
            None => f.write_str(&self.screen),
        }
    }
}

/// Reads the screens that a tutorial of so many steps helps on, one a line.
///
/// # Errors
/// `NotAScreen` with its line; `TooManyLines`.
pub fn help_lines(text: &str, steps: u32) -> Result<Vec<HelpLine>, FieldProblem> {
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let read = HelpLine::read(line).filter(|read| read.step.is_none_or(|step| step <= steps));
        lines.push(read.ok_or(FieldProblem::NotAScreen { line: number })?);
    }
    if lines.len() > SCREENS_MAX as usize {
        return Err(FieldProblem::TooManyLines { max: SCREENS_MAX });
    }
    Ok(lines)
}

impl TutorialForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<Tutorial, Refusal> {
        let mut problems = Problems::new();
        let title = problems.check("title", form::line(&self.title, 1, 120));
        let summary = problems.check("summary", form::line(&self.summary, 1, 300));
        let audiences = problems.check("audiences", audiences(&self.audiences));
        let minutes = problems.check("minutes", minutes(&self.minutes));
        let new_path = problems.check("new_path", form::line(&self.new_path, 0, 120));
        let rank = match self.rank.trim() {
            "" => Some(0),
            typed => problems.check("rank", form::count(typed, 1_000)),
        };
        let body = problems.check("body", body(&self.body));
        let steps = body.as_ref().map_or(STEPS_MAX, |(_, steps)| *steps);
        let help = problems.check("help", help_lines(&self.help, steps));
        let english = self.english(&mut problems, body.as_ref().map(|(_, steps)| *steps));
        problems.into_result()?;
        let (body, steps) = body.unwrap_or_default();
        Ok(Tutorial {
            title: title.unwrap_or_default(),
            summary: summary.unwrap_or_default(),
            audiences: audiences.unwrap_or_default(),
            minutes: minutes.unwrap_or_default(),
            path: self.path.trim().to_owned(),
            new_path: new_path.unwrap_or_default(),
            rank: rank.unwrap_or_default(),
            help: help.unwrap_or_default(),
            body,
            steps,
            english,
        })
    }

    /// What is in English: all of it, with as many steps, or nothing.
    fn english(&self, problems: &mut Problems, steps: Option<u32>) -> [String; 3] {
        if [&self.title_en, &self.summary_en, &self.body_en].iter().all(|text| text.trim().is_empty()) {
            return Default::default();
        }
        let title = problems.check("title_en", form::line(&self.title_en, 1, 120));
        let summary = problems.check("summary_en", form::line(&self.summary_en, 1, 300));
        let body = problems.check("body_en", body(&self.body_en));
        if let (Some((_, here)), Some(there)) = (&body, steps)
            && *here != there
        {
            problems.add("body_en", FieldProblem::OtherSteps { count: there });
        }
        let body = body.map(|(body, _)| body);
        [title, summary, body].map(Option::unwrap_or_default)
    }
}

fn audiences(codes: &[String]) -> Result<Vec<Audience>, FieldProblem> {
    let mut audiences = Vec::new();
    for code in codes {
        let audience = Audience::from_code(code).ok_or(FieldProblem::NotAChoice)?;
        if !audiences.contains(&audience) {
            audiences.push(audience);
        }
    }
    audiences.sort_unstable();
    if audiences.is_empty() { Err(FieldProblem::Missing) } else { Ok(audiences) }
}

fn minutes(typed: &str) -> Result<u32, FieldProblem> {
    match form::count(typed, MINUTES_MAX)? {
        0 => Err(FieldProblem::NotANumber),
        minutes => Ok(minutes),
    }
}

/// The text, and how many steps it has; each has a title.
fn body(typed: &str) -> Result<(String, u32), FieldProblem> {
    let text = form::text(typed, 1, BODY_MAX)?;
    let lesson = lesson(&text);
    if lesson.steps.is_empty() || lesson.steps.iter().any(|step| step.title.is_empty()) {
        return Err(FieldProblem::NoSteps);
    }
    let steps = u32::try_from(lesson.steps.len()).unwrap_or(u32::MAX);
    if steps > STEPS_MAX { Err(FieldProblem::TooMuch { max: STEPS_MAX }) } else { Ok((text, steps)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> TutorialForm {
        TutorialForm {
            title: "Écrire".into(),
            summary: "Une phrase.".into(),
            audiences: vec!["facilitator".into(), "member".into(), "member".into()],
            minutes: "10".into(),
            help: "/textes\n\n/groupes/{slug}/contributions/nouvelle#2".into(),
            body: "Avant.\n\n## Un\n\nA.\n\n## Deux\n\nB.".into(),
            ..Default::default()
        }
    }

    fn fields(form: TutorialForm) -> Vec<String> {
        match form.check() {
            Err(Refusal::Invalid(errors)) => errors.into_iter().map(|error| error.field).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_tutorial_has_steps_and_somebody_it_is_for() {
        let tutorial = form().check().expect("checked");
        assert_eq!(tutorial.audiences, [Audience::Member, Audience::Facilitator]);
        assert_eq!((tutorial.steps, tutorial.rank), (2, 0));
        assert_eq!(tutorial.help[1].to_string(), "/groupes/{slug}/contributions/nouvelle#2");
        let all = ["title", "summary", "audiences", "minutes", "body"];
        assert_eq!(fields(TutorialForm::default()), all);
        assert_eq!(fields(TutorialForm { body: "Sans étape.".into(), ..form() }), ["body"]);
        assert_eq!(fields(TutorialForm { minutes: "0".into(), ..form() }), ["minutes"]);
    }

    #[test]
    fn a_screen_is_an_address_of_the_site_at_a_step_that_exists() {
        for wrong in ["textes", "https://ailleurs.fr", "//ailleurs", "/textes#3", "/textes#0", "/textes?q=1"]
        {
            let help = format!("/votes\n{wrong}");
            assert_eq!(help_lines(&help, 2), Err(FieldProblem::NotAScreen { line: 2 }), "{wrong}");
        }
    }

    #[test]
    fn english_is_whole_with_the_same_steps_or_not_there() {
        let english = |body: &str| TutorialForm {
            title_en: "Write".into(),
            summary_en: "A sentence.".into(),
            body_en: body.into(),
            ..form()
        };
        assert_eq!(english("## One\n\n## Two").check().expect("checked").english[0], "Write");
        assert_eq!(fields(english("## One")), ["body_en"]);
        assert_eq!(fields(TutorialForm { title_en: "Write".into(), ..form() }), ["summary_en", "body_en"]);
    }
}
