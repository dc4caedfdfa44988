//! Wanting these mails, or not.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

use crate::error::AppError;

/// Says whether one wants these mails.
///
/// # Errors
/// `SignInRequired`; `Invalid`.
#[server(ChooseReminders, prefix = "/api", endpoint = "reminders/choose")]
pub async fn choose_reminders(#[server(default)] wanted: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        cx.person()?;
        let wanted = match wanted.as_str() {
            "oui" => true,
            "non" => false,
            _ => return Err(domain::Refusal::field("wanted", domain::FieldProblem::NotAChoice).into()),
        };
        backend::reminders::choose(&cx, wanted).await?;
        Ok(crate::paths::done(crate::paths::ACCOUNT, "rappels"))
    })
    .await
}
