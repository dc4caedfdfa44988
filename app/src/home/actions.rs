//! Putting off what is asked, and taking it up again.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

use crate::error::AppError;

/// Puts something off until a day.
///
/// # Errors
/// `SignInRequired`; `Invalid` for the day.
#[server(PutOff, prefix = "/api", endpoint = "home/put-off")]
pub async fn put_off(
    #[server(default)] kind: String,
    #[server(default)] subject: String,
    #[server(default)] until: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::home::SnoozeForm { kind, subject, until };
        backend::home::put_off(&cx, &form).await?;
        Ok(crate::paths::done(crate::paths::HOME, "plus-tard"))
    })
    .await
}

/// Brings back at once all that was put off.
///
/// # Errors
/// `SignInRequired`.
#[server(BringBack, prefix = "/api", endpoint = "home/bring-back")]
pub async fn bring_back() -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::home::bring_back(&cx).await?;
        Ok(crate::paths::HOME.to_owned())
    })
    .await
}
