//! Installing.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

use crate::error::AppError;

/// Makes the council and its first administrator, who is signed in.
///
/// # Errors
/// `AlreadyInstalled`; `Invalid`.
#[server(Install, prefix = "/api", endpoint = "installation/install")]
pub async fn install(
    #[server(default)] council_name: String,
    #[server(default)] territory: String,
    #[server(default)] name: String,
    #[server(default)] email: String,
    #[server(default)] role: String,
    #[server(default)] password: String,
    #[server(default)] password_again: String,
) -> Result<(), AppError> {
    let browser = crate::accounts::browser::Browser::here()?;
    crate::action::act_then_go(async |cx| {
        let form = domain::accounts::InstallationForm {
            council_name,
            territory,
            name,
            email,
            role,
            password,
            password_again,
        };
        let user = backend::accounts::install(&cx, &form).await?;
        browser.open(&cx, user).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION, "installe"))
    })
    .await
}
