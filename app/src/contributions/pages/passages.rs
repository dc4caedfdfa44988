//! `/contributions/{id}/passages`: who wrote what of the current version.

use backend::contributions::{self, Passage, Share};
use domain::ids::ContributionId;
use leptos::prelude::*;

use super::deeper;
use crate::{
    paths,
    request::Request,
    ui::{Document, Empty, PageResult, Place},
    words::Words,
};

/// `/contributions/{id}/passages`
pub async fn passages(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let found = contributions::passages(&rq.cx, id).await?;
    let words = rq.words.clone();
    let title = words.t("contributions-passages-title");
    let content = if found.passages.is_empty() {
        view! { <Empty text=words.t("contributions-passages-none")/> }.into_any()
    } else {
        let passages = found.passages.iter().map(|one| passage(&words, one)).collect_view();
        view! {
            <section class="part" aria-labelledby="en-tout">
                <header><h2 id="en-tout">{words.t("contributions-passages-whole")}</h2></header>
                {shares(&words, &found.whole)}
            </section>
            <section class="part" aria-labelledby="un-par-un">
                <header><h2 id="un-par-un">{words.t("contributions-passages-each")}</h2></header>
                <ol class="passages">{passages}</ol>
            </section>
        }
        .into_any()
    };
    let view = view! {
        {deeper(&rq, &found.head, title.clone())}
        <p class="lead">{words.t("contributions-passages-lead")}</p>
        {content}
        <p><a class="go" href=paths::contribution_history(id)>{words.t("contributions-history-do")}</a></p>
    };
    Ok(Document::new(title, view).at(Place::Texts).unlisted())
}

fn passage(words: &Words, passage: &Passage) -> impl IntoView + use<> {
    view! {
        <li>
            <p class="source" lang=words.council_language()>{passage.text.clone()}</p>
            {shares(words, &passage.shares)}
        </li>
    }
}

fn shares(words: &Words, shares: &[Share]) -> impl IntoView + use<> {
    let items = shares
        .iter()
        .map(|share| {
            let versions: Vec<String> = share.versions.iter().map(ToString::to_string).collect();
            let told = say!(
                words,
                "contributions-passages-share",
                words = share.words,
                count = versions.len(),
                versions = words.list(&versions),
            );
            view! { <li><strong>{words.list(&share.who)}</strong>" "<span class="muted">{told}</span></li> }
        })
        .collect_view();
    view! { <ul class="shares">{items}</ul> }
}
