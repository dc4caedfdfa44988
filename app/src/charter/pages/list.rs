//! `/charte`: what is in force, and for the council what is prepared.

use backend::charter::{self, TextView};
use domain::{
    charter::FramingKind,
    policy::{CharterAction, Permission},
};
use leptos::prelude::*;

use super::{done, parts};
use crate::{
    paths,
    request::Request,
    ui::{Document, Empty, Facts, PageResult, Place},
};

/// `/charte`
pub async fn list(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let words = rq.words.clone();
    let title = words.t("charter-title");
    let mut texts = charter::all(&rq.cx).await?;
    // The charter is read here in full: its articles have their anchors on this page.
    let first = texts.iter().position(|text| text.head.kind == FramingKind::Charter && text.shown.is_some());
    let charter = first.map(|at| texts.remove(at));
    let add = rq.cx.may(Permission::Charter(CharterAction::Prepare)).then(|| {
        view! { <p class="acts"><a class="button" href=paths::NEW_FRAMING>{words.t("charter-add")}</a></p> }
    });
    let nothing = (charter.is_none() && texts.is_empty())
        .then(|| view! { <Empty text=words.t("charter-none") action=None/> });
    let others = (!texts.is_empty()).then(|| {
        let key = if charter.is_some() { "charter-others" } else { "charter-texts" };
        let rows = texts.iter().map(|text| row(&rq, text)).collect_view();
        view! {
            <section class="part" aria-labelledby="autres-textes">
                <header><h2 id="autres-textes">{words.t(key)}</h2></header>
                <ul class="rows">{rows}</ul>
            </section>
        }
    });
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("charter-lead")}</p>
            {add}
        </header>
        {done(&rq)}
        {nothing}
        {charter.map(|text| whole(&rq, &text))}
        {others}
    };
    let description = words.t("charter-lead");
    Ok(Document::new(title, view).at(Place::Charter).described(description))
}

/// The charter, in full.
fn whole(rq: &Request, text: &TextView) -> Option<AnyView> {
    let words = &rq.words;
    let (version, reading) = text.shown.as_ref()?;
    let follows = rq.cx.may(Permission::Charter(CharterAction::Follow));
    let href = paths::framing(&text.head.slug);
    Some(
        view! {
            <section class="part" aria-labelledby="la-charte">
                <header>
                    <h2 id="la-charte" lang=words.council_language()><a href=href>{text.head.title.clone()}</a></h2>
                </header>
                <Facts facts=parts::facts(words, version)/>
                {prepared(rq, text)}
                <div class="acts">{parts::booklets(words, &text.head.slug, version)}</div>
                {parts::contents(words, reading, "")}
                {parts::reading(words, &text.head, reading, (follows, None))}
            </section>
        }
        .into_any(),
    )
}

/// What is prepared, for those who follow it.
pub(super) fn prepared(rq: &Request, text: &TextView) -> Option<AnyView> {
    let version = text.head.prepared()?;
    let words = &rq.words;
    let href = paths::framing_version(&text.head.slug, version.number);
    let name = say!(words, "charter-prepared", number = version.number);
    Some(
        view! {
            <div class="row-text">
                <a href=href>{name}</a>
                <Facts facts=parts::facts(words, version)/>
            </div>
        }
        .into_any(),
    )
}

fn row(rq: &Request, text: &TextView) -> impl IntoView + use<> {
    let words = &rq.words;
    let facts = match &text.shown {
        Some((version, _)) => parts::facts(words, version),
        None => vec![words.t("charter-not-yet").into_any()],
    };
    let href = paths::framing(&text.head.slug);
    let articles = text.shown.as_ref().map(|(_, reading)| {
        let item = |article: &charter::ArticleView| {
            let href = paths::framing_anchor(&text.head.slug, article.number);
            view! { <li><a href=href>{parts::article_title(words, article.number, &article.title)}</a></li> }
        };
        let items = reading.articles.iter().map(item).collect_view();
        let count = reading.articles.len();
        view! {
            <details class="unfold">
                <summary class="button quiet">{say!(words, "charter-articles", count = count)}</summary>
                <ol class="contents-list">{items}</ol>
            </details>
        }
    });
    let aim = (!text.head.aim.is_empty())
        .then(|| view! { <p class="row-text" lang=words.council_language()>{text.head.aim.clone()}</p> });
    view! {
        <li>
            <a class="row-title" href=href lang=words.council_language()>{text.head.title.clone()}</a>
            <Facts facts=facts/>
            {aim}
            {prepared(rq, text)}
            {articles}
        </li>
    }
}
