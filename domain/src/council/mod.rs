//! The council itself: its name, its presentation, its own words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    charter::FramingKind,
    contributions::ContributionKind,
    form::{self, Problems},
    groups::{GroupKind, GroupRole},
    people::CouncilRole,
    refusal::{FieldProblem, Refusal},
};

/// The words that a council may replace by its own, by key such as `kind.opinion` or `role.chair`.
///
/// Only the words that differ from the product's are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// Every key that can be renamed.
    pub fn keys() -> Vec<String> {
        let kinds = ContributionKind::ALL.iter().map(|k| format!("kind.{}", k.code()));
        let groups = GroupKind::ALL.iter().map(|k| format!("group.{}", k.code()));
        let framing = FramingKind::ALL.iter().map(|k| format!("framing.{}", k.code()));
        let roles = CouncilRole::ALL.iter().map(|r| format!("role.{}", r.code()));
        let group_roles = GroupRole::ALL.iter().map(|r| format!("role.{}", r.code()));
        let mut keys: Vec<String> =
            kinds.chain(groups).chain(framing).chain(roles).chain(group_roles).collect();
        // `role.member` is both a council's and a group's.
        let mut seen = std::collections::BTreeSet::new();
        keys.retain(|k| seen.insert(k.clone()));
        keys
    }

    /// The council's own word for `key`, if it has one.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Keeps the words typed, each a line of at most 60 characters; blank ones go back to the product's.
    ///
    /// # Errors
    /// `Invalid` on the field `words`, for a word too long or an unknown key.
    pub fn check(typed: impl IntoIterator<Item = (String, String)>) -> Result<Words, Refusal> {
        let known = Words::keys();
        let mut kept = BTreeMap::new();
        let mut problems = Problems::new();
        for (key, word) in typed {
            if !known.contains(&key) {
                problems.add("words", FieldProblem::NotAChoice);
            } else if let Some(word) = problems.check("words", form::line(&word, 0, 60))
                && !word.is_empty()
            {
                kept.insert(key, word);
            }
        }
        problems.into_result()?;
        Ok(Words(kept))
    }
}

/// The council's settings as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CouncilForm {
    /// Its full name.
    pub name: String,
    /// Its territory.
    pub territory: String,
    /// Who it is, in Markdown, on the public page.
    pub presentation: String,
    /// How to join it, in Markdown, on the public page.
    pub joining: String,
    /// Where to write to it; may be empty.
    pub contact_email: String,
    /// Its colleges, one a line.
    pub colleges: String,
    /// What is checked before a text is proposed for adoption, one point a line.
    pub checklist: String,
}

/// The council's settings, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CouncilSettings {
    /// Its full name.
    pub name: String,
    /// Its territory.
    pub territory: String,
    /// Markdown.
    pub presentation: String,
    /// Markdown.
    pub joining: String,
    /// Empty if there is none.
    pub contact_email: String,
    /// In the council's order.
    pub colleges: Vec<String>,
    /// Points to check before a text is proposed for adoption, in the council's order.
    pub checklist: Vec<String>,
}

impl CouncilForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<CouncilSettings, Refusal> {
        let mut problems = Problems::new();
        let name = problems.check("name", form::line(&self.name, 2, 160));
        let territory = problems.check("territory", form::line(&self.territory, 2, 160));
        let presentation = problems.check("presentation", form::text(&self.presentation, 0, 8_000));
        let joining = problems.check("joining", form::text(&self.joining, 0, 4_000));
        let contact_email = match self.contact_email.trim() {
            "" => Some(String::new()),
            address => problems.check("contact_email", crate::accounts::email(address)),
        };
        let colleges = problems.check("colleges", lines(&self.colleges, 120));
        let checklist = problems.check("checklist", points(&self.checklist));
        problems.into_result()?;
        let complete = || {
            Some(CouncilSettings {
                name: name?,
                territory: territory?,
                presentation: presentation?,
                joining: joining?,
                contact_email: contact_email?,
                colleges: colleges?,
                checklist: checklist?,
            })
        };
        complete().ok_or(Refusal::Malformed)
    }
}

/// Points that a checklist may have: beyond, nobody reads it.
const POINTS_MAX: u32 = 20;

fn lines(text: &str, max: u32) -> Result<Vec<String>, FieldProblem> {
    text.lines().map(|line| form::line(line, 0, max)).filter(|line| line.as_deref() != Ok("")).collect()
}

/// Each point once.
fn points(text: &str) -> Result<Vec<String>, FieldProblem> {
    let mut seen = std::collections::BTreeSet::new();
    let mut points = lines(text, 200)?;
    points.retain(|point| seen.insert(point.clone()));
    if points.len() > POINTS_MAX as usize {
        return Err(FieldProblem::TooManyLines { max: POINTS_MAX });
    }
    Ok(points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_words_go_back_to_the_product_s() {
        let words = Words::check([
            ("kind.opinion".to_owned(), " Avis  citoyen ".to_owned()),
            ("role.chair".to_owned(), " ".to_owned()),
        ]);
        let words = words.expect("valid");
        assert_eq!(words.get("kind.opinion"), Some("Avis citoyen"));
        assert_eq!(words.get("role.chair"), None);
    }

    #[test]
    fn unknown_words_are_refused() {
        assert!(Words::check([("kind.poem".to_owned(), "Poème".to_owned())]).is_err());
    }

    #[test]
    fn colleges_are_typed_one_a_line() {
        let form = CouncilForm {
            name: "Conseil".into(),
            territory: "Pays".into(),
            colleges: "Habitants\n\n  Associations \n".into(),
            ..Default::default()
        };
        assert_eq!(form.check().expect("valid").colleges, ["Habitants", "Associations"]);
    }

    #[test]
    fn the_checklist_is_typed_one_point_a_line_each_once() {
        let form = |checklist: String| CouncilForm {
            name: "Conseil".into(),
            territory: "Pays".into(),
            checklist,
            ..Default::default()
        };
        let typed = "Le résumé tient en trois phrases\n\n Chaque chiffre a sa source \nLe résumé tient en trois phrases";
        let checked = form(typed.into()).check().expect("valid");
        assert_eq!(checked.checklist, ["Le résumé tient en trois phrases", "Chaque chiffre a sa source"]);
        let long = (0..21).map(|i| format!("Point {i}\n")).collect::<String>();
        let refusal = Refusal::field("checklist", FieldProblem::TooManyLines { max: 20 });
        assert_eq!(form(long).check(), Err(refusal));
    }
}
