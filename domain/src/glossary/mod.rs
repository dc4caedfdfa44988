//! The glossary of acronyms: what each stands for, in plain words, with where that is said.

use serde::{Deserialize, Serialize};

use crate::{
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// Characters of an acronym at most.
pub const TERM_MAX: u32 = 20;

/// An acronym as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AcronymForm {
    /// As it is written in texts.
    pub term: String,
    /// What its letters stand for.
    pub expansion: String,
    /// What it is, in a sentence or two.
    pub explanation: String,
    /// The same in English; may be nothing.
    pub explanation_en: String,
    /// Where that is said; nothing while it is to be checked.
    pub source: String,
}

/// An acronym, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// As it is written in texts.
    pub term: String,
    /// What its letters stand for.
    pub expansion: String,
    /// What it is.
    pub explanation: String,
    /// The same in English; may be empty.
    pub explanation_en: String,
    /// May be empty: to be checked.
    pub source: String,
}

impl AcronymForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<Acronym, Refusal> {
        let mut problems = Problems::new();
        let term = problems.check("term", term(&self.term));
        let expansion = problems.check("expansion", form::line(&self.expansion, 1, 200));
        let explanation = problems.check("explanation", form::line(&self.explanation, 1, 600));
        let explanation_en = problems.check("explanation_en", form::line(&self.explanation_en, 0, 600));
        let source = problems.check("source", form::line(&self.source, 0, 300));
        problems.into_result()?;
        Ok(Acronym {
            term: term.unwrap_or_default(),
            expansion: expansion.unwrap_or_default(),
            explanation: explanation.unwrap_or_default(),
            explanation_en: explanation_en.unwrap_or_default(),
            source: source.unwrap_or_default(),
        })
    }
}

/// One word with two capitals or digits: anything else would be explained where it means something else.
fn term(typed: &str) -> Result<String, FieldProblem> {
    let term = form::line(typed, 2, TERM_MAX)?;
    let is_word = term.chars().all(|c| c.is_alphanumeric() || c == '-')
        && !term.starts_with('-')
        && !term.ends_with('-');
    let telling = term.chars().filter(|c| c.is_uppercase() || c.is_ascii_digit()).count();
    if is_word && telling > 1 { Ok(term) } else { Err(FieldProblem::NotAnAcronym) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_acronym_is_one_word_with_capitals() {
        for good in ["SCoT", "PLUi-H", "C2D", "EPCI", " LEADER ", "MaaS"] {
            assert_eq!(term(good), Ok(good.trim().to_owned()), "{good}");
        }
        for bad in ["Maire", "pays", "LES EPCI", "R&D", "-PAT", "PAT-", "P.A.T."] {
            assert_eq!(term(bad), Err(FieldProblem::NotAnAcronym), "{bad}");
        }
        assert_eq!(term(""), Err(FieldProblem::Missing));
        assert_eq!(term("S"), Err(FieldProblem::TooShort { min: 2 }));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let refused = AcronymForm { term: "les".into(), ..Default::default() }.check().expect_err("refused");
        let Refusal::Invalid(errors) = refused else { panic!("{refused:?}") };
        let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["term", "expansion", "explanation"], "the source may wait");
    }
}
