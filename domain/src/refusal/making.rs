//! How refusals about fields are made, and told together.

use super::{FieldError, FieldProblem, Refusal};

impl Refusal {
    /// A refusal about one field.
    pub fn field(name: &'static str, problem: FieldProblem) -> Refusal {
        Refusal::Invalid(vec![FieldError::new(name, problem)])
    }

    /// What the first check gives, if the second one has nothing against it; otherwise all that is wrong with the
    /// fields, so that it is told at once.
    ///
    /// # Errors
    /// What either check refused.
    pub fn both<T>(first: Result<T, Refusal>, second: Result<(), Refusal>) -> Result<T, Refusal> {
        match (first, second) {
            (Err(Refusal::Invalid(mut errors)), Err(Refusal::Invalid(more))) => {
                errors.extend(more);
                Err(Refusal::Invalid(errors))
            }
            (first, second) => first.and_then(|given| second.map(|()| given)),
        }
    }
}
