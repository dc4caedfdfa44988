//! The model from which a text of a kind may start.

use crate::{
    form::{self, Problems},
    refusal::Refusal,
};

/// Letters of a model.
const BODY: u32 = 20_000;

/// Reads a model, which may be empty: texts of that kind then start from nothing.
///
/// # Errors
/// `Invalid` on `body`.
pub fn template_body(typed: &str) -> Result<String, Refusal> {
    let mut problems = Problems::new();
    let body = problems.check("body", form::text(typed, 0, BODY));
    problems.into_result()?;
    body.ok_or(Refusal::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::FieldProblem;

    #[test]
    fn a_model_may_be_empty_and_is_not_endless() {
        assert_eq!(template_body("\r\n## Titre\r\n"), Ok("## Titre".into()));
        assert_eq!(template_body(" "), Ok(String::new()));
        let long = template_body(&"é".repeat(20_001));
        assert_eq!(long, Err(Refusal::field("body", FieldProblem::TooLong { max: 20_000 })));
    }
}
