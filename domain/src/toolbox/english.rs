//! What a sheet says in English: the same parts, as one text. Needs and people are those of the sheet.

use super::{
    parts::parts,
    sheet::{Method, Section},
    steps::{Step, steps},
};
use crate::{form, refusal::FieldProblem};

/// Characters at most: those of a whole sheet.
const ENGLISH_MAX: u32 = 40_000;

/// What a sheet says, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its name.
    pub title: String,
    /// What it is for.
    pub aim: String,
    /// Its steps.
    pub steps: Vec<Step>,
    /// When it helps, in Markdown; may be empty.
    pub use_when: String,
    /// The room, and what to bring, in Markdown; may be empty.
    pub room: String,
    /// Other ways of doing it, in Markdown; may be empty.
    pub variants: String,
    /// What goes wrong, in Markdown; may be empty.
    pub traps: String,
    /// So that everybody can take part, in Markdown; may be empty.
    pub accessibility: String,
    /// Who made the method; may be empty.
    pub source: String,
}

impl Said {
    /// Reads a sheet in English: « # » and its title, then its parts.
    ///
    /// # Errors
    /// `NotInParts` with the line that is not in its place, or with the last one where the title, the aim or the steps
    /// are missing; those of [`steps`].
    pub fn english(text: &str) -> Result<Said, FieldProblem> {
        let last = u32::try_from(text.lines().count()).unwrap_or(u32::MAX).max(1);
        let missing = || FieldProblem::NotInParts { line: last };
        let (heading, rest) = text.split_once('\n').unwrap_or((text, ""));
        let title = heading.strip_prefix("# ").ok_or(FieldProblem::NotInParts { line: 1 })?;
        let mut parts = parts(rest).map_err(|(line, _)| FieldProblem::NotInParts { line: line + 1 })?;
        let (line, typed) = parts.remove("steps").ok_or_else(missing)?;
        let steps = steps(&typed).map_err(|problem| match problem {
            FieldProblem::NotAStep { line: of_steps } => FieldProblem::NotAStep { line: line + of_steps },
            FieldProblem::Missing => missing(),
            other => other,
        })?;
        let mut part = |name| parts.remove(name).map(|(_, said)| said).unwrap_or_default();
        let whole = |text: &str, max| {
            form::line(text, 1, max).map_err(|problem| match problem {
                FieldProblem::Missing => missing(),
                other => other,
            })
        };
        Ok(Said {
            title: whole(title, 120)?,
            aim: whole(&part("aim"), 600)?,
            steps,
            use_when: part("use_when"),
            room: part("room"),
            variants: part("variants"),
            traps: part("traps"),
            accessibility: part("accessibility"),
            source: form::line(&part("source"), 0, 400)?,
        })
    }

    /// A section.
    pub fn section(&self, section: Section) -> &str {
        match section {
            Section::When => &self.use_when,
            Section::Room => &self.room,
            Section::Variants => &self.variants,
            Section::Traps => &self.traps,
            Section::Accessibility => &self.accessibility,
        }
    }

    /// Whether it has the steps of another language: the same times, one after the other.
    pub fn keeps_time_with(&self, steps: &[Step]) -> bool {
        self.steps.iter().map(|step| step.minutes).eq(steps.iter().map(|step| step.minutes))
    }
}

impl Method {
    /// The sheet in French.
    pub fn in_french(&self) -> Said {
        Said {
            title: self.title.clone(),
            aim: self.aim.clone(),
            steps: self.steps.clone(),
            use_when: self.use_when.clone(),
            room: self.room.clone(),
            variants: self.variants.clone(),
            traps: self.traps.clone(),
            accessibility: self.accessibility.clone(),
            source: self.source.clone(),
        }
    }

    /// The sheet in English, unless it has none or its steps are no longer those of the sheet.
    pub fn in_english(english: &str, steps: &[Step]) -> Option<Said> {
        Said::english(english).ok().filter(|said| said.keeps_time_with(steps))
    }
}

/// The text of a sheet in English, as it is kept; nothing where there is none.
pub(super) fn checked(typed: &str) -> Result<String, FieldProblem> {
    let text = form::text(typed, 0, ENGLISH_MAX)?;
    if !text.is_empty() {
        Said::english(&text)?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "# Talking in turn\n\n## Aim\n\nHear\neveryone.\n\n## Steps\n\n- 5 min | Welcome\n- 20 min | Talk | Each in turn.\n\
                         \n## Traps to avoid\n\nToo *long*.\n\n## Source\n\nUsage.";

    #[test]
    fn a_sheet_in_english_has_a_title_then_its_parts() {
        let said = Said::english(SHEET).expect("read");
        assert_eq!((said.title.as_str(), said.aim.as_str()), ("Talking in turn", "Hear everyone."));
        assert_eq!(said.section(Section::Traps), "Too *long*.");
        assert_eq!((said.section(Section::Room), said.source.as_str()), ("", "Usage."));
        assert_eq!(checked(&format!("{SHEET}\n\n")).as_deref(), Ok(SHEET));
        assert_eq!(checked(" \n").as_deref(), Ok(""));
    }

    #[test]
    fn the_line_that_is_wrong_is_named() {
        let wrong = |text: &str| Said::english(text).expect_err("refused");
        assert_eq!(wrong("Talking"), FieldProblem::NotInParts { line: 1 });
        assert_eq!(wrong("# \n## Aim\nx\n## Steps\n5 | x"), FieldProblem::NotInParts { line: 5 });
        assert_eq!(
            wrong(&SHEET.replace("## Traps to avoid", "## Trap")),
            FieldProblem::NotInParts { line: 13 }
        );
        assert_eq!(wrong(&SHEET.replace("20 min", "some time")), FieldProblem::NotAStep { line: 11 });
        assert_eq!(wrong(&SHEET.replace("## Aim", "## Variants")), FieldProblem::NotInParts { line: 19 });
    }

    #[test]
    fn english_that_no_longer_has_the_steps_of_the_sheet_is_not_told() {
        let now = |typed: &str| Method::in_english(SHEET, &steps(typed).expect("read")).is_some();
        assert!(now("5 | Accueillir\n20 | Parler"));
        assert!(!now("5 | Accueillir\n25 | Parler"));
        assert!(!now("5 | Accueillir"));
        assert!(Method::in_english("", &[]).is_none());
    }
}
