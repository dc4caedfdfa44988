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
    use std::sync::Arc;

    use domain::{FieldProblem, Language, Refusal};

    let https = crate::action::context::<Arc<crate::request::Site>>()?.base_url.starts_with("https:");
    let response = use_context::<leptos_axum::ResponseOptions>();
    crate::action::act_then_go(async |cx| {
        let language = Language::from_tag(&language)
            .ok_or_else(|| Refusal::field("language", FieldProblem::NotAChoice))?;
        if cx.actor.person().is_some() {
            backend::people::choose_language(&cx, language).await?;
        }
        let (name, secure) = (super::language_cookie(https), if https { "; Secure" } else { "" });
        let cookie =
            format!("{name}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}", language.tag());
        if let (Some(response), Ok(cookie)) = (response, http::HeaderValue::from_str(&cookie)) {
            response.append_header(http::header::SET_COOKIE, cookie);
        }
        Ok(crate::paths::local(&back).to_owned())
    })
    .await
}
