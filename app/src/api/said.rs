//! What programs are told, in the words of the site.

use domain::{Refusal, api::Scope};

use crate::{
    error::AppError,
    ui::{error_page, form},
    words::Words,
};

/// What a use case refused: a title and a sentence.
pub fn refusal(words: &Words, error: &AppError) -> (String, String) {
    error_page::sentences(words, error)
}

/// What is wrong with each field.
pub fn fields(words: &Words, error: &AppError) -> Vec<(String, String)> {
    match error {
        AppError::Refused(Refusal::Invalid(errors)) => {
            errors.iter().map(|error| (error.field.clone(), form::problem(words, &error.problem))).collect()
        }
        _ => Vec::new(),
    }
}

/// What is wrong with a request before any use case: a title and a sentence.
pub fn fault(words: &Words, code: &str) -> (String, String) {
    (words.t(&format!("api-fault-{code}")), words.t(&format!("api-why-{code}")))
}

/// What the token of a request is not for.
pub fn scope(words: &Words, scope: Scope) -> (String, String) {
    let name = scope_name(words, scope);
    (words.t("api-fault-scope"), say!(words, "api-why-scope", scope = name))
}

/// What a scope is called.
pub fn scope_name(words: &Words, scope: Scope) -> String {
    words.t(&format!("api-scope-{}", scope.code()))
}

/// What an operation does.
pub fn operation(words: &Words, operation: &str) -> String {
    words.t(&format!("api-does-{operation}"))
}

/// What a status says.
pub fn status(words: &Words, status: &str) -> String {
    words.t(&format!("api-status-{status}"))
}

/// What the API is: its title, and a sentence.
pub fn about(words: &Words) -> (String, String) {
    (words.t("api-title"), words.t("api-lead"))
}

/// What a token is.
pub fn token(words: &Words) -> String {
    words.t("api-token-lead")
}

/// What the key of a request is.
pub fn key(words: &Words) -> String {
    words.t("api-key-lead")
}
