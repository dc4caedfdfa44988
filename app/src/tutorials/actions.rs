//! Writing tutorials, following them, saying that one is stuck.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]
#![expect(clippy::too_many_arguments, reason = "one for each field of the form")]

use domain::{Version, ids::PleaId};
use leptos::prelude::*;

use crate::error::AppError;

/// Adds a tutorial.
///
/// # Errors
/// The refusal of `backend::tutorials::add`.
#[server(AddTutorial, prefix = "/api", endpoint = "tutorials/add")]
pub async fn add_tutorial(
    #[server(default)] title: String,
    #[server(default)] summary: String,
    #[server(default)] audiences: Vec<String>,
    #[server(default)] minutes: String,
    #[server(default)] path: String,
    #[server(default)] new_path: String,
    #[server(default)] rank: String,
    #[server(default)] help: String,
    #[server(default)] body: String,
    #[server(default)] title_en: String,
    #[server(default)] summary_en: String,
    #[server(default)] body_en: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::tutorials::TutorialForm {
            title,
            summary,
            audiences,
            minutes,
            path,
            new_path,
            rank,
            help,
            body,
            title_en,
            summary_en,
            body_en,
        };
        let slug = backend::tutorials::add(&cx, &form).await?;
        Ok(crate::paths::done(&crate::paths::tutorial(&slug), "ajoute"))
    })
    .await
}

/// Changes a tutorial.
///
/// # Errors
/// The refusal of `backend::tutorials::change`.
#[server(ChangeTutorial, prefix = "/api", endpoint = "tutorials/change")]
pub async fn change_tutorial(
    #[server(default)] tutorial: String,
    version: Version,
    #[server(default)] title: String,
    #[server(default)] summary: String,
    #[server(default)] audiences: Vec<String>,
    #[server(default)] minutes: String,
    #[server(default)] path: String,
    #[server(default)] new_path: String,
    #[server(default)] rank: String,
    #[server(default)] help: String,
    #[server(default)] body: String,
    #[server(default)] title_en: String,
    #[server(default)] summary_en: String,
    #[server(default)] body_en: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::tutorials::TutorialForm {
            title,
            summary,
            audiences,
            minutes,
            path,
            new_path,
            rank,
            help,
            body,
            title_en,
            summary_en,
            body_en,
        };
        backend::tutorials::change(&cx, &tutorial, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::tutorial(&tutorial), "change"))
    })
    .await
}

/// Puts a tutorial aside.
///
/// # Errors
/// The refusal of `backend::tutorials::put_aside`.
#[server(PutTutorialAside, prefix = "/api", endpoint = "tutorials/put-aside")]
pub async fn put_tutorial_aside(
    #[server(default)] tutorial: String,
    version: Version,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::tutorials::put_aside(&cx, &tutorial, version).await?;
        Ok(crate::paths::done(crate::paths::TUTORIALS, "retire"))
    })
    .await
}

/// Takes a tutorial up again.
///
/// # Errors
/// The refusal of `backend::tutorials::take_up`.
#[server(TakeTutorialUp, prefix = "/api", endpoint = "tutorials/take-up")]
pub async fn take_tutorial_up(#[server(default)] tutorial: String, version: Version) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::tutorials::take_up(&cx, &tutorial, version).await?;
        Ok(crate::paths::done(&crate::paths::tutorial(&tutorial), "repris"))
    })
    .await
}

/// Says that one took a step, or has it to do again, and goes to the next one.
///
/// # Errors
/// The refusal of `backend::tutorials::mark`.
#[server(MarkStep, prefix = "/api", endpoint = "tutorials/mark")]
pub async fn mark_step(
    #[server(default)] tutorial: String,
    #[server(default)] step: String,
    #[server(default)] done: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let number = step.trim().parse().unwrap_or_default();
        let done = done == "yes";
        backend::tutorials::mark(&cx, &tutorial, number, done).await?;
        let view = backend::tutorials::show(&cx, &tutorial).await?;
        let left = view.steps.iter().find(|step| !step.done).map(|step| step.number);
        Ok(match left {
            Some(next) => crate::paths::tutorial_step(&tutorial, if done { next } else { number }),
            None => format!("{}#fini", crate::paths::tutorial(&tutorial)),
        })
    })
    .await
}

/// Says what one thinks of a tutorial.
///
/// # Errors
/// The refusal of `backend::tutorials::say`.
#[server(JudgeTutorial, prefix = "/api", endpoint = "tutorials/judge")]
pub async fn judge_tutorial(
    #[server(default)] tutorial: String,
    #[server(default)] useful: String,
    #[server(default)] words: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::tutorials::say(&cx, &tutorial, &useful, &words).await?;
        Ok(crate::paths::done(&crate::paths::tutorial(&tutorial), "avis"))
    })
    .await
}

/// Says that one is stuck at a step.
///
/// # Errors
/// The refusal of `backend::tutorials::stuck`.
#[server(SayStuck, prefix = "/api", endpoint = "tutorials/stuck")]
pub async fn say_stuck(
    #[server(default)] tutorial: String,
    #[server(default)] step: String,
    #[server(default)] words: String,
    #[server(default)] agreed: Vec<String>,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = backend::tutorials::PleaForm { step, words, agreed: agreed.concat() };
        backend::tutorials::stuck(&cx, &tutorial, &form).await?;
        Ok(crate::paths::done(&crate::paths::tutorial(&tutorial), "bloque"))
    })
    .await
}

/// Takes back that one is stuck.
///
/// # Errors
/// The refusal of `backend::tutorials::unstuck`.
#[server(TakeStuckBack, prefix = "/api", endpoint = "tutorials/unstuck")]
pub async fn take_stuck_back(#[server(default)] tutorial: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::tutorials::unstuck(&cx, &tutorial).await?;
        Ok(crate::paths::done(&crate::paths::tutorial(&tutorial), "debloque"))
    })
    .await
}

/// Says that somebody who was stuck is helped.
///
/// # Errors
/// The refusal of `backend::tutorials::settle`.
#[server(SettleStuck, prefix = "/api", endpoint = "tutorials/settle")]
pub async fn settle_stuck(plea: PleaId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::tutorials::settle(&cx, plea).await?;
        Ok(crate::paths::done(crate::paths::TUTORIALS_FOLLOWED, "regle"))
    })
    .await
}
