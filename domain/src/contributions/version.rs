//! The name that people give to a version: « Version envoyée aux communes ».

use crate::{
    form::{self, Problems},
    refusal::Refusal,
};

/// Letters of the name of a version.
const NAME: u32 = 80;

/// Reads the name of a version, which may have none.
///
/// # Errors
/// `Invalid` on `name`.
pub fn version_name(typed: &str) -> Result<Option<String>, Refusal> {
    let mut problems = Problems::new();
    let name = problems.check("name", form::line(typed, 0, NAME));
    problems.into_result()?;
    Ok(name.filter(|name| !name.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::FieldProblem;

    #[test]
    fn a_name_is_one_short_line_or_none() {
        assert_eq!(version_name("  Envoyée aux communes "), Ok(Some("Envoyée aux communes".into())));
        assert_eq!(version_name("   "), Ok(None));
        let long = version_name(&"é".repeat(81));
        assert!(matches!(long, Err(Refusal::Invalid(_))), "{long:?}");
        assert_ne!(long, Err(Refusal::field("name", FieldProblem::Missing)));
    }
}
