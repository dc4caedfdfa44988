//! A dossier, as people outside read it by a link.

use backend::library::{ElementView, SharedDocument};
use leptos::prelude::*;

use super::shared::back_to;
use crate::{
    library::{
        dossiers::{Reader, row},
        pages::paragraphs,
    },
    paths,
    request::Request,
    ui::{Document, Empty, Icon},
};

/// A dossier that a link opens, or that stands in the folder it opens.
pub(super) fn dossier(
    rq: &Request,
    token: &str,
    (found, elements, hidden): (&SharedDocument, &[ElementView], usize),
    folder: Option<&str>,
    from: AnyView,
) -> Document {
    let words = &rq.words;
    let title = found.title.clone();
    let audience = (!found.audience.is_empty())
        .then(|| view! { <p class="muted">{say!(words, "dossiers-for", who = found.audience.clone())}</p> });
    let shown: Vec<&ElementView> =
        elements.iter().filter(|element| element.what != backend::library::Element::Gone).collect();
    let rows = (1..)
        .zip(&shown)
        .map(|(number, element)| row(rq, Reader::Outside(token), number, element, None))
        .collect_view();
    let content = match shown.is_empty() {
        true => view! { <Empty text=words.t("dossiers-shared-empty")/> }.into_any(),
        false => view! { <ol class="rows dossier">{rows}</ol> }.into_any(),
    };
    let reserved = (hidden > 0)
        .then(|| view! { <p class="muted">{say!(words, "dossiers-members-only", count = hidden)}</p> });
    // Of a folder, everything is taken from its own page.
    let take = (folder.is_none() && !shown.is_empty()).then(|| {
        let href = paths::shared_archive(token);
        view! {
            <p class="acts no-print">
                <a class="button main" href=href download>
                    <Icon name="download"/>" "{words.t("library-archive")}
                </a>
            </p>
        }
    });
    let view = view! {
        <div class="narrow stack">
            {back_to(words, token, folder)}
            <header class="page-head">
                <p class="eyebrow">{words.t("library-nature-dossier")}</p>
                <h1>{title.clone()}</h1>
                {audience}
                {from}
            </header>
            {take}
            {paragraphs(&found.description)}
            {content}
            {reserved}
        </div>
    };
    Document::new(title, view).unlisted()
}
