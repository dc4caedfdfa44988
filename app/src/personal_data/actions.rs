//! Taking one's data, asking to be erased, erasing somebody, and who answers for all this.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]
#![expect(clippy::too_many_arguments, reason = "one for each field of the form")]

use leptos::prelude::*;

use crate::error::AppError;

/// Asks for a copy of one's data.
///
/// # Errors
/// `SignInRequired`; `TooMany`.
#[server(AskExport, prefix = "/api", endpoint = "personal-data/export")]
pub async fn ask_export() -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::personal_data::ask_export(&cx).await?;
        Ok(crate::paths::done(crate::paths::MY_DATA, "copie"))
    })
    .await
}

/// Asks to be erased.
///
/// # Errors
/// `SignInRequired`; `Invalid`.
#[server(AskErasure, prefix = "/api", endpoint = "personal-data/ask-erasure")]
pub async fn ask_erasure(#[server(default)] words: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::personal_data::ask_erasure(&cx, &words).await?;
        Ok(crate::paths::done(crate::paths::MY_DATA, "demande"))
    })
    .await
}

/// Asks no more.
///
/// # Errors
/// `SignInRequired`; `NotFound`.
#[server(WithdrawErasure, prefix = "/api", endpoint = "personal-data/withdraw-erasure")]
pub async fn withdraw_erasure() -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::personal_data::withdraw_request(&cx).await?;
        Ok(crate::paths::done(crate::paths::MY_DATA, "retrait"))
    })
    .await
}

/// Erases somebody, for ever.
///
/// # Errors
/// `Forbidden`; `NotFound`; `Invalid`; `Transition`; `TooMany`.
#[server(ErasePerson, prefix = "/api", endpoint = "personal-data/erase")]
pub async fn erase_person(
    #[server(default)] id: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::personal_data::erase(&cx, id, &password).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_DATA, "efface"))
    })
    .await
}

/// Changes who answers for the data, and how long it is kept.
///
/// # Errors
/// `Forbidden`; `Invalid`; `Conflict`.
#[server(ChangeDataSettings, prefix = "/api", endpoint = "personal-data/settings")]
pub async fn change_data_settings(
    #[server(default)] version: String,
    #[server(default)] responsible: String,
    #[server(default)] contact: String,
    #[server(default)] officer: String,
    #[server(default)] officer_contact: String,
    #[server(default)] mails: String,
    #[server(default)] link_uses: String,
    #[server(default)] left: String,
    #[server(default)] admissions: String,
    #[server(default)] unsaved: String,
    #[server(default)] journal: String,
    #[server(default)] readings: String,
) -> Result<(), AppError> {
    use domain::personal_data::{DataForm, Kept};

    crate::action::act_then_go(async |cx| {
        let version = version.parse().map_err(|_| domain::Refusal::Malformed)?;
        let form = DataForm { responsible, contact, officer, officer_contact };
        let days = [
            (Kept::Mails, mails),
            (Kept::LinkUses, link_uses),
            (Kept::Left, left),
            (Kept::Admissions, admissions),
            (Kept::Unsaved, unsaved),
            (Kept::Journal, journal),
            (Kept::Readings, readings),
        ];
        backend::personal_data::change_settings(&cx, version, &form, &days).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_KEEPING, "reglages"))
    })
    .await
}
