//! `/` for visitors: who the council is, what it last said, its public groups, how to join it.

use backend::{
    PageNumber,
    groups::{self, GroupFilter, GroupRow},
    publications::{self, Publication},
};
use leptos::prelude::*;

use crate::{
    paths,
    publications::pages::row,
    request::Request,
    ui::{Document, PageResult, Place},
};

/// Publications shown.
const LATEST: u64 = 4;
/// Groups shown.
const GROUPS: usize = 6;

/// `/` for visitors
pub async fn home(rq: Request) -> PageResult {
    let words = rq.words.clone();
    let latest = publications::latest(&rq.cx, LATEST).await?;
    let groups = groups::list(&rq.cx, &GroupFilter::default(), PageNumber::FIRST).await?.rows;
    let council = rq.council.clone().unwrap_or_default();
    let read = latest.first().map(|last| {
        view! { <a class="button next" href=paths::publication(last.number)>{words.t("public-read-latest")}</a> }
    });
    let presentation = council.presentation_html();
    let who = if presentation.is_empty() {
        let lead = say!(words, "public-lead", territory = council.territory.clone());
        view! { <p class="lead">{lead}</p> }.into_any()
    } else {
        view! { <div class="lead" lang=words.council_language() inner_html=presentation></div> }.into_any()
    };
    let view = view! {
        <section class="hero">
            <h1>{council.name.clone()}</h1>
            {who}
            <p class="acts">
                {read}
                " "
                <a class="go" href=paths::PUBLICATIONS>{words.t("public-all-publications")}</a>
            </p>
        </section>
        <div class="split">
            {said(&rq, &latest)}
            {at_work(&rq, &groups)}
        </div>
        {joining(&rq)}
    };
    let description = say!(words, "public-lead", territory = council.territory.clone());
    Ok(Document::new(council.name.clone(), view).at(Place::Home).described(description))
}

fn said(rq: &Request, latest: &[Publication]) -> AnyView {
    let words = &rq.words;
    let rows = if latest.is_empty() {
        view! { <div class="empty"><p>{words.t("publications-none")}</p></div> }.into_any()
    } else {
        let rows = latest.iter().map(|publication| row(words, publication)).collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        <section class="part" aria-labelledby="textes">
            <header><h2 id="textes">{words.t("public-latest")}</h2></header>
            {rows}
        </section>
    }
    .into_any()
}

fn at_work(rq: &Request, groups: &[GroupRow]) -> Option<AnyView> {
    if groups.is_empty() {
        return None;
    }
    let words = &rq.words;
    let rows = groups
        .iter()
        .take(GROUPS)
        .map(|group| {
            let mandate = (!group.mandate.is_empty())
                .then(|| view! { <p class="row-text">{group.mandate.clone()}</p> });
            view! {
                <li>
                    <a class="row-title" href=paths::group(&group.slug)>{group.name.clone()}</a>
                    {mandate}
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="groupes">
                <header><h2 id="groupes">{words.t("public-groups")}</h2></header>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn joining(rq: &Request) -> Option<AnyView> {
    let council = rq.council.clone()?;
    let words = &rq.words;
    let html = council.joining_html();
    let contact = (!council.contact_email.is_empty()).then(|| {
        let href = format!("mailto:{}", council.contact_email);
        view! { <p class="acts"><a class="button" href=href>{words.t("public-write")}</a></p> }
    });
    if html.is_empty() && contact.is_none() {
        return None;
    }
    Some(
        view! {
            <section class="call" aria-labelledby="venir">
                <h2 id="venir">{words.t("public-join")}</h2>
                <div lang=words.council_language() inner_html=html></div>
                {contact}
            </section>
        }
        .into_any(),
    )
}
