//! Choosing a language.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

use crate::error::AppError;

/// Keeps the chosen language: in the person's record once signed in, in a cookie otherwise.
///
/// # Errors
/// `Invalid`: not a language of the product.
#[server(ChooseLanguage, prefix = "/api", endpoint = "site/language")]
pub async fn choose_language(
    #[server(default)] language: String,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    use domain::{FieldProblem, Language, Refusal};

    crate::action::act_then_go(async |_| {
        let language = Language::from_tag(&language)
            .ok_or_else(|| Refusal::field("language", FieldProblem::NotAChoice))?;
        if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
            let cookie =
                format!("langue={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", language.tag());
            if let Ok(cookie) = http::HeaderValue::from_str(&cookie) {
                response.append_header(http::header::SET_COOKIE, cookie);
            }
        }
        Ok(crate::paths::local(&back).to_owned())
    })
    .await
}
