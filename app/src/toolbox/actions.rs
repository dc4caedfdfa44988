//! Writing sheets, and telling how they served.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]
#![expect(clippy::too_many_arguments, reason = "one for each field of the form")]

use domain::{Version, ids::MethodUseId};
use leptos::prelude::*;

use crate::error::AppError;

/// Adds a sheet.
///
/// # Errors
/// The refusal of `backend::toolbox::add`.
#[server(AddMethod, prefix = "/api", endpoint = "toolbox/add")]
pub async fn add_method(
    #[server(default)] title: String,
    #[server(default)] aim: String,
    #[server(default)] needs: Vec<String>,
    #[server(default)] people_min: String,
    #[server(default)] people_max: String,
    #[server(default)] steps: String,
    #[server(default)] use_when: String,
    #[server(default)] room: String,
    #[server(default)] variants: String,
    #[server(default)] traps: String,
    #[server(default)] accessibility: String,
    #[server(default)] source: String,
    #[server(default)] english: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::toolbox::MethodForm {
            title,
            aim,
            needs,
            people_min,
            people_max,
            steps,
            use_when,
            room,
            variants,
            traps,
            accessibility,
            source,
            english,
        };
        let slug = backend::toolbox::add(&cx, &form).await?;
        Ok(crate::paths::done(&crate::paths::method(&slug), "ajoute"))
    })
    .await
}

/// Changes a sheet.
///
/// # Errors
/// The refusal of `backend::toolbox::change`.
#[server(ChangeMethod, prefix = "/api", endpoint = "toolbox/change")]
pub async fn change_method(
    #[server(default)] method: String,
    version: Version,
    #[server(default)] title: String,
    #[server(default)] aim: String,
    #[server(default)] needs: Vec<String>,
    #[server(default)] people_min: String,
    #[server(default)] people_max: String,
    #[server(default)] steps: String,
    #[server(default)] use_when: String,
    #[server(default)] room: String,
    #[server(default)] variants: String,
    #[server(default)] traps: String,
    #[server(default)] accessibility: String,
    #[server(default)] source: String,
    #[server(default)] english: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::toolbox::MethodForm {
            title,
            aim,
            needs,
            people_min,
            people_max,
            steps,
            use_when,
            room,
            variants,
            traps,
            accessibility,
            source,
            english,
        };
        backend::toolbox::change(&cx, &method, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::method(&method), "change"))
    })
    .await
}

/// Puts a sheet aside.
///
/// # Errors
/// The refusal of `backend::toolbox::put_aside`.
#[server(PutMethodAside, prefix = "/api", endpoint = "toolbox/put-aside")]
pub async fn put_method_aside(#[server(default)] method: String, version: Version) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::toolbox::put_aside(&cx, &method, version).await?;
        Ok(crate::paths::done(crate::paths::TOOLBOX, "retire"))
    })
    .await
}

/// Takes a sheet up again.
///
/// # Errors
/// The refusal of `backend::toolbox::take_up`.
#[server(TakeMethodUp, prefix = "/api", endpoint = "toolbox/take-up")]
pub async fn take_method_up(#[server(default)] method: String, version: Version) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::toolbox::take_up(&cx, &method, version).await?;
        Ok(crate::paths::done(&crate::paths::method(&method), "repris"))
    })
    .await
}

/// Tells how a method served.
///
/// # Errors
/// The refusal of `backend::toolbox::tell`.
#[server(TellMethod, prefix = "/api", endpoint = "toolbox/tell")]
pub async fn tell_method(
    #[server(default)] method: String,
    #[server(default)] held_on: String,
    #[server(default)] group: String,
    #[server(default)] worked: String,
    #[server(default)] otherwise: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::toolbox::UsedForm { held_on, group, worked, otherwise };
        backend::toolbox::tell(&cx, &method, &form).await?;
        Ok(crate::paths::done(&crate::paths::method(&method), "raconte"))
    })
    .await
}

/// Takes away what was told.
///
/// # Errors
/// The refusal of `backend::toolbox::untell`.
#[server(UntellMethod, prefix = "/api", endpoint = "toolbox/untell")]
pub async fn untell_method(#[server(default)] method: String, telling: MethodUseId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::toolbox::untell(&cx, &method, telling).await?;
        Ok(crate::paths::done(&crate::paths::method(&method), "efface"))
    })
    .await
}
