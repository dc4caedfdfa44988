//! `/charte/{slug}/articles/{n}`: one article, version after version.

use backend::charter::{self, amendments::AmendedBy};
use domain::charter::ArticleNumber;
use leptos::prelude::*;

use super::{
    compare::fate,
    parts::{self, article_title},
    way_back,
};
use crate::{
    contributions, paths,
    request::Request,
    ui::{Document, Facts, PageResult, Place},
    words::Words,
};

/// `/charte/{slug}/articles/{n}`
pub async fn article(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let number: ArticleNumber = rq.id("number")?;
    let history = charter::article(&rq.cx, &slug, number).await?;
    let words = rq.words.clone();
    let title = article_title(&words, number, &history.title);
    let changes = history
        .changes
        .iter()
        .map(|(version, told, amended)| {
            let before = history.head.before(version).map(|one| one.number);
            let old =
                before.map(|number| say!(words, "charter-version", number = number)).unwrap_or_default();
            let new = say!(words, "charter-version", number = version.number);
            let id = format!("version-{}", version.number);
            let href = paths::framing_version(&slug, version.number);
            let compared = fate(&words, &told.fate).map(|(state, compared)| {
                view! {
                    <p>{state}</p>
                    {contributions::parts::comparison(&words, compared, &old, &new)}
                }
            });
            view! {
                <section class="part" aria-labelledby=id.clone()>
                    <header><h2 id=id.clone()><a href=href>{new.clone()}</a></h2></header>
                    <Facts facts=parts::facts(&words, version)/>
                    {by(&words, &slug, version.number, amended)}
                    {compared}
                </section>
            }
        })
        .collect_view();
    let view = view! {
        {way_back(&rq, Some((&slug, &history.head.title)))}
        <header class="page-head">
            <h1 lang=words.council_language()>{title.clone()}</h1>
            <p class="muted">{words.t("charter-article-lead")}</p>
        </header>
        {changes}
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted().wide())
}

/// By which amendments it became what it is in that version.
fn by(words: &Words, slug: &str, version: i32, amended: &[AmendedBy]) -> Option<AnyView> {
    if amended.is_empty() {
        return None;
    }
    let items = amended.iter().map(|one| {
        let href = paths::amendment(slug, version, one.number);
        let name = say!(words, "amendments-by", number = one.number, name = one.by.clone());
        view! { <li><a href=href>{name}</a></li> }
    });
    let title = words.t("amendments-made-it");
    Some(view! { <p class="muted">{title}</p><ul class="names">{items.collect_view()}</ul> }.into_any())
}
