//! `/charte/{slug}/versions` and `/charte/{slug}/versions/{n}`: what was, what is, what is prepared.

use backend::charter::{self, TextHead, VersionHead};
use domain::policy::{CharterAction, Permission};
use leptos::prelude::*;

use super::{amendments::Amending, done, life, parts, way_back};
use crate::{
    paths,
    request::Request,
    ui::{Document, Facts, PageResult, Place},
};

/// `/charte/{slug}/versions`
pub async fn versions(rq: Request) -> PageResult {
    rq.cx.require(Permission::Charter(CharterAction::Follow))?;
    let slug = rq.param("slug").to_owned();
    let text = charter::text(&rq.cx, &slug, None).await?;
    let words = rq.words.clone();
    let title = words.t("charter-history");
    let rows = text.head.versions.iter().map(|version| row(&rq, &text.head, version)).collect_view();
    let on_day = view! {
        <form class="search" action=paths::framing(&slug)>
            <div class="field short">
                <label for="au">{words.t("charter-on")}</label>
                <p class="hint" id="au-aide">{words.t("charter-on-hint")}</p>
                <input id="au" name="au" autocomplete="off" required aria-describedby="au-aide"/>
            </div>
            <button class="button">{words.t("charter-on-do")}</button>
        </form>
    };
    let view = view! {
        {way_back(&rq, Some((&slug, &text.head.title)))}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted" lang=words.council_language()>{text.head.title.clone()}</p>
        </header>
        <ul class="rows">{rows}</ul>
        <section class="part narrow" aria-labelledby="un-jour">
            <header><h2 id="un-jour">{words.t("charter-on-title")}</h2></header>
            {on_day}
        </section>
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted())
}

fn row(rq: &Request, head: &TextHead, version: &VersionHead) -> impl IntoView + use<> {
    let words = &rq.words;
    let href = paths::framing_version(&head.slug, version.number);
    let compare = head
        .before(version)
        .map(|before| before.number)
        .or_else(|| head.in_force().filter(|_| version.state.is_prepared()).map(|one| one.number));
    let compare = compare.map(|before| {
        let href = paths::framing_compare(&head.slug, before, version.number);
        let label = say!(words, "charter-compare-with", number = before);
        view! { <p class="row-text"><a class="go" href=href>{label}</a></p> }
    });
    view! {
        <li>
            <a class="row-title" href=href>{say!(words, "charter-version", number = version.number)}</a>
            <Facts facts=parts::facts(words, version)/>
            {compare}
        </li>
    }
}

/// `/charte/{slug}/versions/{n}`
pub async fn version(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let number: i32 = rq.id("number")?;
    let rq = rq.reading_together().await?;
    let view = charter::version(&rq.cx, &slug, number).await?;
    let words = rq.words.clone();
    let follows = rq.cx.may(Permission::Charter(CharterAction::Follow));
    let title = say!(words, "charter-version-of", title = view.head.title.clone(), number = number);
    let motives = (!view.motives_html.is_empty()).then(|| {
        view! {
            <section class="panel" aria-labelledby="motifs">
                <h2 id="motifs">{words.t("charter-motives")}</h2>
                <div class="prose" lang=words.council_language() inner_html=view.motives_html.clone()></div>
            </section>
        }
    });
    let empty =
        view.reading.articles.is_empty().then(|| view! { <p class="muted">{words.t("charter-empty")}</p> });
    let amending = Amending::of(&rq, &view);
    let page = view! {
        {way_back(&rq, Some((&slug, &view.head.title)))}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <Facts facts=parts::facts(&words, &view.version)/>
        </header>
        {done(&rq)}
        {life::part(&rq, &view)}
        <div class="acts">{parts::booklets(&words, &slug, &view.version)}</div>
        <div class="stack reading">
            {motives}
            {empty}
            {parts::contents(&words, &view.reading, "")}
            {parts::reading(&words, &view.head, &view.reading, (follows, amending.as_ref()))}
        </div>
    };
    Ok(Document::new(title, page).at(Place::Charter).unlisted())
}
