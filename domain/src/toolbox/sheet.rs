//! A sheet as typed, and checked.

use serde::{Deserialize, Serialize};

use super::{
    choice::Need,
    english,
    steps::{Step, steps},
};
use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// People a method is for, at most.
pub const PEOPLE_MAX: u32 = 2_000;
/// Characters of a section.
const SECTION_MAX: u32 = 6_000;

coded_enum! {
    /// The sections of a sheet that are free text, in their order around the steps.
    pub enum Section {
        /// When it helps, and when it does not.
        When = "use_when",
        /// The room, and what to bring.
        Room = "room",
        /// Other ways of doing it.
        Variants = "variants",
        /// What goes wrong, and how to avoid it.
        Traps = "traps",
        /// So that everybody can take part.
        Accessibility = "accessibility",
    }
}

/// A sheet as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MethodForm {
    /// Its name.
    pub title: String,
    /// What it is for, in a sentence or two.
    pub aim: String,
    /// The codes of what it helps with.
    pub needs: Vec<String>,
    /// For how many people at least.
    pub people_min: String,
    /// At most.
    pub people_max: String,
    /// One step a line.
    pub steps: String,
    /// When it helps.
    pub use_when: String,
    /// The room, and what to bring.
    pub room: String,
    /// Other ways of doing it.
    pub variants: String,
    /// What goes wrong.
    pub traps: String,
    /// So that everybody can take part.
    pub accessibility: String,
    /// Who made the method, where it is told.
    pub source: String,
    /// The whole sheet in English, as one text; nothing where there is none.
    pub english: String,
}

/// A sheet, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// Its name.
    pub title: String,
    /// What it is for.
    pub aim: String,
    /// What it helps with, each once.
    pub needs: Vec<Need>,
    /// For how many people, at least and at most.
    pub people: (u32, u32),
    /// At least one.
    pub steps: Vec<Step>,
    /// In Markdown; may be empty.
    pub use_when: String,
    /// In Markdown; may be empty.
    pub room: String,
    /// In Markdown; may be empty.
    pub variants: String,
    /// In Markdown; may be empty.
    pub traps: String,
    /// In Markdown; may be empty.
    pub accessibility: String,
    /// Who made the method; may be empty.
    pub source: String,
    /// The whole sheet in English, as one text; may be empty.
    pub english: String,
}

impl MethodForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<Method, Refusal> {
        let mut problems = Problems::new();
        let title = problems.check("title", form::line(&self.title, 1, 120));
        let aim = problems.check("aim", form::line(&self.aim, 1, 600));
        let needs = problems.check("needs", needs(&self.needs));
        let least = problems.check("people_min", people(&self.people_min));
        let most = problems.check("people_max", people(&self.people_max));
        if let (Some(least), Some(most)) = (least, most)
            && least > most
        {
            problems.add("people_max", FieldProblem::FewerThanLeast);
        }
        let steps = problems.check("steps", steps(&self.steps));
        let mut section = |name, typed: &str| problems.check(name, form::text(typed, 0, SECTION_MAX));
        let use_when = section("use_when", &self.use_when);
        let room = section("room", &self.room);
        let variants = section("variants", &self.variants);
        let traps = section("traps", &self.traps);
        let accessibility = section("accessibility", &self.accessibility);
        let source = problems.check("source", form::line(&self.source, 0, 400));
        let english = problems.check("english", english::checked(&self.english));
        problems.into_result()?;
        Ok(Method {
            title: title.unwrap_or_default(),
            aim: aim.unwrap_or_default(),
            needs: needs.unwrap_or_default(),
            people: (least.unwrap_or_default(), most.unwrap_or_default()),
            steps: steps.unwrap_or_default(),
            use_when: use_when.unwrap_or_default(),
            room: room.unwrap_or_default(),
            variants: variants.unwrap_or_default(),
            traps: traps.unwrap_or_default(),
            accessibility: accessibility.unwrap_or_default(),
            source: source.unwrap_or_default(),
            english: english.unwrap_or_default(),
        })
    }
}

fn needs(codes: &[String]) -> Result<Vec<Need>, FieldProblem> {
    let mut needs = Vec::new();
    for code in codes {
        let need = Need::from_code(code).ok_or(FieldProblem::NotAChoice)?;
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    if needs.is_empty() { Err(FieldProblem::Missing) } else { Ok(needs) }
}

fn people(typed: &str) -> Result<u32, FieldProblem> {
    match form::count(typed, PEOPLE_MAX)? {
        0 => Err(FieldProblem::NotANumber),
        people => Ok(people),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> MethodForm {
        MethodForm {
            title: "Tour de table".into(),
            aim: "Entendre chacun.".into(),
            needs: vec!["ecouter".into(), "commencer".into(), "ecouter".into()],
            people_min: "4".into(),
            people_max: "20".into(),
            steps: "20 min | Parler".into(),
            ..Default::default()
        }
    }

    #[test]
    fn a_sheet_needs_little_to_begin_with() {
        let method = form().check().expect("checked");
        assert_eq!(method.needs, [Need::Listen, Need::Begin]);
        assert_eq!(method.people, (4, 20));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let fields = |form: MethodForm| match form.check() {
            Err(Refusal::Invalid(errors)) => errors.into_iter().map(|e| e.field).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        let all = ["title", "aim", "needs", "people_min", "people_max", "steps"];
        assert_eq!(fields(MethodForm::default()), all);
        assert_eq!(fields(MethodForm { people_max: "3".into(), ..form() }), ["people_max"]);
        assert_eq!(fields(MethodForm { people_min: "0".into(), ..form() }), ["people_min"]);
        assert_eq!(fields(MethodForm { needs: vec!["danser".into()], ..form() }), ["needs"]);
        assert_eq!(fields(MethodForm { traps: "x".repeat(6_001), ..form() }), ["traps"]);
        assert_eq!(fields(MethodForm { english: "Talking".into(), ..form() }), ["english"]);
    }
}
