//! `/charte/{slug}`: one text, as it is in force today or was on a day.

use backend::charter;
use domain::{
    form,
    policy::{CharterAction, Permission},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{done, list::prepared, parts, way_back};
use crate::{
    charter::actions::BeginVersion,
    paths,
    request::Request,
    ui::{Document, Facts, FormView, Notice, NoticeTone, PageResult, Place},
};

/// `/charte/{slug}`
pub async fn show(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let slug = rq.param("slug").to_owned();
    let asked = rq.query("au").filter(|typed| !typed.trim().is_empty());
    let on = asked.map(form::date).transpose().map_err(|_| domain::Refusal::NotFound)?;
    let text = charter::text(&rq.cx, &slug, on).await?;
    let words = rq.words.clone();
    let title = text.head.title.clone();
    let follows = rq.cx.may(Permission::Charter(CharterAction::Follow));
    let facts = text.shown.as_ref().map(|(version, _)| parts::facts(&words, version)).unwrap_or_default();
    let today = words.t("charter-today");
    let then = on.map(|day| {
        let said = match text.shown {
            Some(_) => say!(words, "charter-on-day", day = words.day(day)),
            None => say!(words, "charter-on-day-none", day = words.day(day)),
        };
        let href = paths::framing(&slug);
        view! {
            <Notice tone=NoticeTone::Info>
                <p>{said}" "<a href=href>{today.clone()}</a></p>
            </Notice>
        }
    });
    let not_yet =
        (on.is_none() && text.shown.is_none()).then(|| view! { <p>{words.t("charter-not-yet")}</p> });
    let body = text.shown.as_ref().map(|(_, reading)| {
        view! {
            {parts::contents(&words, reading, "")}
            {parts::reading(&words, &text.head, reading, (follows, None))}
        }
    });
    let booklets = text.shown.as_ref().map(|(version, _)| {
        view! { <div class="acts">{parts::booklets(&words, &slug, version)}</div> }
    });
    let aim = (!text.head.aim.is_empty())
        .then(|| view! { <p class="lead" lang=words.council_language()>{text.head.aim.clone()}</p> });
    let view = view! {
        {way_back(&rq, None)}
        <header class="page-head">
            <p class="eyebrow">{words.framing_kind(text.head.kind)}</p>
            <h1 lang=words.council_language()>{title.clone()}</h1>
            {aim}
            <Facts facts=facts/>
        </header>
        {done(&rq)}
        {then}
        {not_yet}
        {prepared(&rq, &text)}
        {acts(&rq, &text, follows)}
        {booklets}
        <div class="stack reading">{body}</div>
    };
    let page = Document::new(title, view).at(Place::Charter);
    Ok(if on.is_some() { page.unlisted() } else { page })
}

fn acts(rq: &Request, text: &charter::TextView, follows: bool) -> Option<AnyView> {
    if !follows {
        return None;
    }
    let words = &rq.words;
    let slug = text.head.slug.clone();
    let prepares = rq.cx.may(Permission::Charter(CharterAction::Prepare));
    let settings = prepares.then(|| {
        view! { <a class="go" href=paths::framing_settings(&slug)>{words.t("charter-settings-do")}</a> }
    });
    let signable = text.head.to_sign && text.head.in_force().is_some();
    let sign = (signable && rq.cx.may(Permission::Charter(CharterAction::Sign))).then(|| {
        view! { <a class="button" href=paths::framing_sign(&slug)>{words.t("charter-sign")}</a> }
    });
    let signed = signable.then(|| {
        view! { <a class="go" href=paths::framing_signatures(&slug)>{words.t("charter-signatures-do")}</a> }
    });
    let begin = (prepares && text.head.prepared().is_none()).then(|| {
        let (form, value, label) = (rq.form(BeginVersion::PATH), slug.clone(), words.t("charter-begin"));
        view! {
            <FormView form=form class="one">
                <input type="hidden" name="slug" value=value/>
                <button class="button">{label}</button>
            </FormView>
        }
    });
    Some(
        view! {
            <div class="acts">
                {sign}
                {signed}
                <a class="go" href=paths::framing_versions(&slug)>{words.t("charter-history-do")}</a>
                {settings}
                {begin}
            </div>
        }
        .into_any(),
    )
}
