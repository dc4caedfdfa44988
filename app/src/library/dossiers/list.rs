//! An element in its list: its number, what it leads to, why it is there.

use backend::library::{Element, ElementView};
use domain::library::DocumentKind;
use leptos::prelude::*;

use crate::{
    contributions::parts::state_or_standing,
    library::pages::piece,
    paths,
    request::Request,
    ui::{Facts, Icon},
    words::Words,
};

/// Who reads the list.
#[derive(Clone, Copy)]
pub(in crate::library) enum Reader<'a> {
    /// A member.
    Member,
    /// Somebody who has this link.
    Outside(&'a str),
}

/// An element, with what one may do to it.
pub(in crate::library) fn row(
    rq: &Request,
    reader: Reader<'_>,
    number: usize,
    element: &ElementView,
    acts: Option<AnyView>,
) -> AnyView {
    let words = &rq.words;
    let id = format!("element-{}", element.id);
    let comment = element.html.clone().map(|html| view! { <div class="prose small" inner_html=html></div> });
    let Some(href) = address(reader, element) else {
        let text = words.t("dossiers-gone");
        return view! { <li id=id><p class="row-title muted">{text}</p>{acts}</li> }.into_any();
    };
    let outside = matches!(element.what, Element::Link { .. });
    let rel = outside.then_some("noreferrer noopener");
    let written = if outside { href.clone() } else { format!("{}{href}", rq.site.base_url) };
    let icon = icon(element);
    view! {
        <li id=id>
            <a class="row-title" href=href rel=rel>
                <span>{format!("{number}.")}</span>" "<Icon name=icon/>" "<span>{element.title.clone()}</span>
            </a>
            <Facts facts=facts(words, element)/>
            {comment}
            <p class="print-only mono anywhere">{written}</p>
            {acts}
        </li>
    }
    .into_any()
}

/// Where it leads; nowhere once it is gone.
fn address(reader: Reader<'_>, element: &ElementView) -> Option<String> {
    Some(match (&element.what, reader) {
        (Element::Document { id, .. }, Reader::Member) => paths::document(*id),
        (Element::Document { id, .. }, Reader::Outside(token)) => paths::shared_document(token, *id),
        (Element::Text { number: Some(number), .. }, _) => paths::publication(*number),
        (Element::Text { id, .. }, _) => paths::contribution(*id),
        (Element::Link { address }, _) => address.clone(),
        (Element::Gone, _) => return None,
    })
}

fn icon(element: &ElementView) -> &'static str {
    match &element.what {
        Element::Document { kind, media, .. } => piece::icon_of(*kind, *media),
        Element::Text { number: Some(_), .. } => "published",
        Element::Text { .. } | Element::Gone => "texts",
        Element::Link { .. } => "link",
    }
}

/// What it is, in a word or two.
fn facts(words: &Words, element: &ElementView) -> Vec<AnyView> {
    match &element.what {
        Element::Document { kind, media, bytes, .. } => {
            let nature = piece::nature(words, *kind, *media);
            let nature = match kind {
                DocumentKind::File => {
                    say!(words, "library-nature-size", nature = nature, size = piece::size(words, *bytes))
                }
                DocumentKind::Note | DocumentKind::Link | DocumentKind::Dossier => nature,
            };
            vec![nature.into_any()]
        }
        Element::Text { kind, number: Some(number), .. } => {
            vec![crate::publications::pages::numbered(words, *kind, *number).into_any()]
        }
        Element::Text { kind, state, .. } => {
            vec![state_or_standing(words, *state, None), words.kind(*kind).into_any()]
        }
        Element::Link { .. } => vec![words.t("library-nature-link").into_any()],
        Element::Gone => Vec::new(),
    }
}
