//! Preparing the framing texts.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::Version;
use leptos::prelude::*;

use crate::error::AppError;

/// Adds a framing text.
///
/// # Errors
/// The refusal of `backend::charter::add`.
#[server(AddFraming, prefix = "/api", endpoint = "charter/add")]
pub async fn add_framing(
    #[server(default)] kind: String,
    #[server(default)] title: String,
    #[server(default)] aim: String,
    #[server(default)] to_sign: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::charter::FramingForm { kind, title, aim, to_sign };
        let (slug, number) = backend::charter::add(&cx, &form).await?;
        Ok(crate::paths::framing_edit(&slug, number))
    })
    .await
}

/// Changes what is said of a framing text.
///
/// # Errors
/// The refusal of `backend::charter::change`.
#[server(ChangeFraming, prefix = "/api", endpoint = "charter/change")]
pub async fn change_framing(
    #[server(default)] slug: String,
    version: Version,
    #[server(default)] kind: String,
    #[server(default)] title: String,
    #[server(default)] aim: String,
    #[server(default)] to_sign: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::charter::FramingForm { kind, title, aim, to_sign };
        backend::charter::change(&cx, &slug, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::framing(&slug), "change"))
    })
    .await
}

/// Begins the next version of a framing text.
///
/// # Errors
/// The refusal of `backend::charter::begin`.
#[server(BeginVersion, prefix = "/api", endpoint = "charter/begin")]
pub async fn begin_version(#[server(default)] slug: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let number = backend::charter::begin(&cx, &slug).await?;
        Ok(crate::paths::framing_edit(&slug, number))
    })
    .await
}

/// Saves a version. What somebody else saved meanwhile, elsewhere in the text, is put together with it.
///
/// # Errors
/// The refusal of `backend::charter::save`.
#[server(SaveVersion, prefix = "/api", endpoint = "charter/save")]
pub async fn save_version(
    #[server(default)] slug: String,
    number: i32,
    version: Version,
    #[server(default)] body: String,
    #[server(default)] motives: String,
    #[server(default)] starts_on: String,
    #[server(default)] live: String,
) -> Result<(), AppError> {
    use backend::charter::{Saved, save, save_together};

    crate::action::act_then_go(async |cx| {
        let form = domain::charter::VersionForm { body, motives, starts_on };
        // The editor of the shared text has nothing left to send: what it shows is there already.
        let saved = if live == "1" {
            save_together(&cx, &slug, number, version, &form).await?
        } else {
            save(&cx, &slug, number, version, &form).await?
        };
        let told = match saved {
            // What others typed in the same room was in view.
            Saved::Merged(_) if live != "1" => "reuni",
            Saved::Version(_) | Saved::Merged(_) | Saved::Unchanged(_) => "enregistre",
        };
        Ok(crate::paths::done(&crate::paths::framing_version(&slug, number), told))
    })
    .await
}

/// Opens a version to amendments.
///
/// # Errors
/// The refusal of `backend::charter::open_amendments`.
#[server(OpenAmendments, prefix = "/api", endpoint = "charter/open-amendments")]
pub async fn open_amendments(
    #[server(default)] slug: String,
    number: i32,
    version: Version,
    #[server(default)] from: String,
    #[server(default)] until: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let days = domain::charter::Amendable { from, until };
        backend::charter::open_amendments(&cx, &slug, number, version, &days).await?;
        Ok(crate::paths::done(&crate::paths::framing_version(&slug, number), "ouvert"))
    })
    .await
}

/// Has a version examined.
///
/// # Errors
/// The refusal of `backend::charter::examine`.
#[server(ExamineVersion, prefix = "/api", endpoint = "charter/examine")]
pub async fn examine_version(
    #[server(default)] slug: String,
    number: i32,
    version: Version,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::charter::examine(&cx, &slug, number, version).await?;
        Ok(crate::paths::done(&crate::paths::framing_version(&slug, number), "examine"))
    })
    .await
}

/// Takes a version back to writing.
///
/// # Errors
/// The refusal of `backend::charter::resume`.
#[server(ResumeVersion, prefix = "/api", endpoint = "charter/resume")]
pub async fn resume_version(
    #[server(default)] slug: String,
    number: i32,
    version: Version,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::charter::resume(&cx, &slug, number, version).await?;
        Ok(crate::paths::done(&crate::paths::framing_version(&slug, number), "repris"))
    })
    .await
}

/// Gives a version up.
///
/// # Errors
/// The refusal of `backend::charter::abandon`.
#[server(AbandonVersion, prefix = "/api", endpoint = "charter/abandon")]
pub async fn abandon_version(
    #[server(default)] slug: String,
    number: i32,
    version: Version,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::charter::abandon(&cx, &slug, number, version).await?;
        Ok(crate::paths::done(&crate::paths::framing(&slug), "abandonne"))
    })
    .await
}

/// Signs a version.
///
/// # Errors
/// The refusal of `backend::charter::sign`.
#[server(SignFraming, prefix = "/api", endpoint = "charter/sign")]
pub async fn sign_framing(#[server(default)] slug: String, number: i32) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::charter::sign(&cx, &slug, number).await?;
        Ok(crate::paths::done(&crate::paths::framing(&slug), "signe"))
    })
    .await
}

/// Writes to those who have not signed the version in force.
///
/// # Errors
/// The refusal of `backend::charter::remind`.
#[server(RemindSignatures, prefix = "/api", endpoint = "charter/remind")]
pub async fn remind_signatures(#[server(default)] slug: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let count = backend::charter::remind(&cx, &slug).await?;
        let told = if count > 0 { "relance" } else { "relance-personne" };
        Ok(crate::paths::done(&crate::paths::framing_signatures(&slug), told))
    })
    .await
}
