//! What a member declares about themselves.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::ids::DeclarationId;
use leptos::prelude::*;

use crate::error::AppError;

/// Declares a conflict of interest, or that one stands back.
///
/// # Errors
/// The refusal of `backend::declarations::declare`.
#[server(Declare, prefix = "/api", endpoint = "declarations/declare")]
pub async fn declare(
    #[server(default)] kind: String,
    #[server(default)] subject: String,
    #[server(default)] words: String,
    #[server(default)] from: String,
    #[server(default)] to: String,
    #[server(default)] targets: Vec<String>,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::declarations::DeclarationForm { kind, subject, words, from, to, targets };
        backend::declarations::declare(&cx, &form).await?;
        Ok(crate::paths::done(crate::paths::DECLARATIONS, "declare"))
    })
    .await
}

/// Ends what one declared.
///
/// # Errors
/// The refusal of `backend::declarations::end`.
#[server(EndDeclaration, prefix = "/api", endpoint = "declarations/end")]
pub async fn end_declaration(declaration: DeclarationId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::declarations::end(&cx, declaration).await?;
        Ok(crate::paths::done(crate::paths::DECLARATIONS, "fin"))
    })
    .await
}
