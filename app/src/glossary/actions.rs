//! Keeping the glossary.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::Version;
use leptos::prelude::*;

use crate::error::AppError;

/// Adds an acronym.
///
/// # Errors
/// The refusal of `backend::glossary::add`.
#[server(AddAcronym, prefix = "/api", endpoint = "glossary/add")]
pub async fn add_acronym(
    #[server(default)] term: String,
    #[server(default)] expansion: String,
    #[server(default)] explanation: String,
    #[server(default)] explanation_en: String,
    #[server(default)] source: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::glossary::AcronymForm { term, expansion, explanation, explanation_en, source };
        backend::glossary::add(&cx, &form).await?;
        Ok(crate::paths::done(crate::paths::GLOSSARY, "ajoute"))
    })
    .await
}

/// Changes an acronym.
///
/// # Errors
/// The refusal of `backend::glossary::change`.
#[server(ChangeAcronym, prefix = "/api", endpoint = "glossary/change")]
pub async fn change_acronym(
    #[server(default)] acronym: String,
    version: Version,
    #[server(default)] term: String,
    #[server(default)] expansion: String,
    #[server(default)] explanation: String,
    #[server(default)] explanation_en: String,
    #[server(default)] source: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::glossary::AcronymForm { term, expansion, explanation, explanation_en, source };
        backend::glossary::change(&cx, &acronym, version, &form).await?;
        Ok(crate::paths::done(crate::paths::GLOSSARY, "change"))
    })
    .await
}

/// Puts an acronym aside.
///
/// # Errors
/// The refusal of `backend::glossary::put_aside`.
#[server(PutAcronymAside, prefix = "/api", endpoint = "glossary/put-aside")]
pub async fn put_acronym_aside(#[server(default)] acronym: String, version: Version) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::glossary::put_aside(&cx, &acronym, version).await?;
        Ok(crate::paths::done(crate::paths::GLOSSARY, "retire"))
    })
    .await
}

/// Takes an acronym up again.
///
/// # Errors
/// The refusal of `backend::glossary::take_up`.
#[server(TakeAcronymUp, prefix = "/api", endpoint = "glossary/take-up")]
pub async fn take_acronym_up(#[server(default)] acronym: String, version: Version) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::glossary::take_up(&cx, &acronym, version).await?;
        Ok(crate::paths::done(crate::paths::GLOSSARY, "repris"))
    })
    .await
}
