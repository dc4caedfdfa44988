//! `/ressources/{id}`: a dossier, its elements in their order.

use backend::library::{DossierView, ElementView, LibraryRef};
use domain::library::Way;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    actions::MoveElement,
    done,
    list::{Reader, row},
};
use crate::{
    library::pages::{library_name, menu, paragraphs, record, stands, way_back},
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Empty, ErrorSummary, Facts, FormView, Icon, PageResult},
    words::Words,
};

/// A dossier.
pub async fn show(rq: Request) -> PageResult {
    let found = backend::library::dossier(&rq.cx, rq.id("id")?).await?;
    let words = &rq.words;
    let document = &found.document;
    let library = library_of(&found);
    let title = document.title.clone();
    let count = found.elements.len();
    let rows = found
        .elements
        .iter()
        .enumerate()
        .map(|(index, element)| {
            row(&rq, Reader::Member, index + 1, element, acts_on(&rq, &found, element, index, count))
        })
        .collect_view();
    let list = match (count, document.may.change) {
        (0, true) => view! { <Empty text=words.t("dossiers-empty")/> }.into_any(),
        (0, false) => view! { <Empty text=words.t("dossiers-empty-reader")/> }.into_any(),
        _ => view! { <ol class="rows dossier">{rows}</ol> }.into_any(),
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=way_back(words, &library, &[])/>
        <ErrorSummary form=rq.form(MoveElement::PATH)/>
        <header class="page-head">
            <p class="eyebrow">{words.t("library-nature-dossier")}</p>
            <h1>{title.clone()}</h1>
            <Facts facts=facts(words, &found, &library)/>
        </header>
        {done(&rq)}
        <div class="two">
            <div class="body stack">
                {acts(words, &found)}
                {paragraphs(&document.description)}
                {list}
            </div>
            <aside class="aside no-print" aria-label=words.t("library-record")>
                {record(words, document)}
                {stands(words, document)}
            </aside>
        </div>
    };
    Ok(Document::new(title, view).at(menu(&library)).unlisted())
}

/// The library that answers for it, or the one where it is read.
pub(super) fn library_of(found: &DossierView) -> LibraryRef {
    let document = &found.document;
    let library = document.library.clone();
    let library = library.or_else(|| document.stands.first().map(|place| place.library.clone()));
    library.unwrap_or(LibraryRef::Common)
}

fn facts(words: &Words, found: &DossierView, library: &LibraryRef) -> Vec<AnyView> {
    let document = &found.document;
    let audience =
        (!document.audience.is_empty()).then(|| say!(words, "dossiers-for", who = document.audience.clone()));
    let count =
        (!found.elements.is_empty()).then(|| say!(words, "dossiers-count", count = found.elements.len()));
    let facts = [audience, Some(library_name(words, library)), count];
    facts.into_iter().flatten().map(|fact| fact.into_any()).collect()
}

fn acts(words: &Words, found: &DossierView) -> AnyView {
    let id = found.document.id;
    let change = found.document.may.change;
    let add = (change && !found.full).then(|| {
        view! {
            <a class="button main" href=paths::dossier_fill(id)><Icon name="add"/>" "{words.t("dossiers-fill")}</a>
        }
    });
    let full =
        (change && found.full).then(|| view! { <p class="muted">{words.t("transition-dossier-full")}</p> });
    let take = (!found.elements.is_empty()).then(|| {
        view! {
            <a class="go" href=paths::dossier_archive(id) download>
                <Icon name="download"/>" "{words.t("library-archive")}
            </a>
        }
    });
    let share = found.document.stands.iter().find(|place| place.share).map(|place| {
        view! { <a class="go" href=paths::links(place.entry)><Icon name="link"/>" "{words.t("library-share")}</a> }
    });
    let edit = change.then(|| {
        view! { <a class="go" href=paths::document_edit(id)><Icon name="draft"/>" "{words.t("dossiers-edit")}</a> }
    });
    view! { <div class="acts no-print">{add}{take}{share}{edit}</div>{full} }.into_any()
}

/// Up, down, and its own page.
fn acts_on(
    rq: &Request,
    found: &DossierView,
    element: &ElementView,
    index: usize,
    count: usize,
) -> Option<AnyView> {
    if !found.document.may.change {
        return None;
    }
    let words = &rq.words;
    let name = match element.title.as_str() {
        "" => words.t("dossiers-gone-name"),
        title => title.to_owned(),
    };
    let button = |shown: bool, way: Way, text: String, label: String| {
        shown.then(|| {
            view! { <button class="button link" name="way" value=way.code() aria-label=label>{text}</button> }
        })
    };
    let label = say!(words, "dossiers-up-label", name = name.clone());
    let up = button(index > 0, Way::Up, words.t("dossiers-up"), label);
    let label = say!(words, "dossiers-down-label", name = name.clone());
    let down = button(index + 1 < count, Way::Down, words.t("dossiers-down"), label);
    let [id, version] = [element.id.to_string(), found.document.version.to_string()];
    let moves = (count > 1).then(|| {
        view! {
            <FormView form=rq.form(MoveElement::PATH) class="one" summary=false>
                <input type="hidden" name="element" value=id/>
                <input type="hidden" name="version" value=version/>
                {up}" "{down}
            </FormView>
        }
    });
    let label = say!(words, "dossiers-change-label", name = name.clone());
    let href = paths::dossier_element(found.document.id, element.id);
    Some(
        view! {
            <div class="row-acts no-print">
                {moves}
                <a class="go" href=href aria-label=label>{words.t("dossiers-change")}</a>
            </div>
        }
        .into_any(),
    )
}
