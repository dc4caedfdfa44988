//! `/bibliotheque/mots-cles` and `/bibliotheque/mots-cles/{tag}`: the vocabulary, and what has a keyword.

use backend::library::TagRow;
use leptos::prelude::*;

use crate::{
    library::pages::piece,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Empty, Facts, PageResult, Pager, Place},
};

/// The vocabulary.
pub async fn all(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let found = backend::library::vocabulary(&rq.cx, rq.page_number()).await?;
    let words = &rq.words;
    let title = words.t("keywords-title");
    let rows = found
        .rows
        .iter()
        .map(|row| {
            let TagRow { name, documents, .. } = row.clone();
            let href = paths::tagged(&name);
            let count = say!(words, "keywords-documents", count = documents);
            view! {
                <li>
                    <a class="row-title" href=href>{name}</a>
                    <Facts facts=vec![count.into_any()]/>
                </li>
            }
        })
        .collect_view();
    let list = match found.rows.is_empty() {
        true => view! { <Empty text=words.t("keywords-none")/> }.into_any(),
        false => view! { <ul class="rows">{rows}</ul> }.into_any(),
    };
    let ancestors = vec![(paths::LIBRARY.to_owned(), words.t("menu-library"))];
    let (number, pages) = (found.number.get(), found.pages());
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <div class="narrow stack">
            <header class="page-head">
                <h1>{title.clone()}</h1>
                <p class="muted">{words.t("keywords-lead")}</p>
            </header>
            {list}
            <Pager rq=rq.clone() number=number pages=pages/>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Library).unlisted())
}

/// The documents that have a keyword.
pub async fn tagged(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let found = backend::library::tagged(&rq.cx, rq.param("tag"), rq.page_number()).await?;
    let words = &rq.words;
    let title = found.name.clone();
    let rows = found.page.rows.iter().map(|row| piece::row(words, row)).collect_view();
    let list = match found.page.rows.is_empty() {
        true => view! { <Empty text=words.t("keywords-no-document")/> }.into_any(),
        false => view! { <ul class="rows">{rows}</ul> }.into_any(),
    };
    let ancestors = vec![
        (paths::LIBRARY.to_owned(), words.t("menu-library")),
        (paths::TAGS.to_owned(), words.t("keywords-title")),
    ];
    let count = say!(words, "keywords-documents", count = found.page.total);
    let (number, pages) = (found.page.number.get(), found.page.pages());
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <p class="eyebrow">{words.t("keywords-one")}</p>
            <h1>{title.clone()}</h1>
            <Facts facts=vec![count.into_any()]/>
        </header>
        {list}
        <Pager rq=rq.clone() number=number pages=pages/>
    };
    Ok(Document::new(title, view).at(Place::Library).unlisted())
}
