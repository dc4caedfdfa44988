//! `/bibliotheque/elements/{id}`: renaming, moving, copying, placing elsewhere too, putting in the bin.

use backend::library::{Destination, EntryView, Place};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{add::name_of, library_name, menu, place_path, way_back};
use crate::{
    library::actions::{Arrange, BinEntry, RenameFolder},
    request::Request,
    ui::{Breadcrumb, Document, ErrorSummary, FormView, Icon, PageResult, TextField},
};

/// Putting something in order.
pub async fn entry(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let found = backend::library::entry(&rq.cx, rq.id("id")?).await?;
    let place = rq.query("vers").and_then(|place| place.parse().ok()).unwrap_or_else(|| found.place.clone());
    let there = backend::library::destination(&rq.cx, &place).await?;
    let libraries = backend::library::libraries(&rq.cx).await?;
    let words = &rq.words;
    let title = say!(words, "library-arrange-title", name = found.name.clone());
    let switch = libraries
        .iter()
        .map(|group| (Place::Group(group.slug.clone()), group.name.clone()))
        .chain([(Place::Common, words.t("library-common"))])
        .map(|(place, name)| {
            let current = (place == there.top).then_some("true");
            let href = rq.with_query("vers", Some(&place.to_string()));
            view! { <li><a href=href aria-current=current>{name}</a></li> }
        })
        .collect_view();
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=way_back(words, &found.library, &found.ancestors)/>
        <div class="narrow stack">
            <header class="page-head"><h1>{title.clone()}</h1></header>
            <ErrorSummary form=rq.form(Arrange::PATH)/>
            <ErrorSummary form=rq.form(BinEntry::PATH)/>
            {rename(&rq, &found)}
            <section class="part" aria-labelledby="ailleurs">
                <header><h2 id="ailleurs">{words.t("library-elsewhere")}</h2></header>
                <div class="stack">
                    <p class="muted">{words.t("library-elsewhere-text")}</p>
                    <nav class="no-print" aria-label=words.t("library-choose-library")><ul class="chips">{switch}</ul></nav>
                    {folders(&rq, &there)}
                    {acts(&rq, &found, &there)}
                </div>
            </section>
            {bin(&rq, &found)}
            <p><a class="go" href=place_path(&found.place)>{words.t("library-back")}</a></p>
        </div>
    };
    Ok(Document::new(title, view).at(menu(&found.library)).unlisted())
}

fn rename(rq: &Request, found: &EntryView) -> Option<AnyView> {
    let words = &rq.words;
    if found.document.is_some() || !found.change {
        return None;
    }
    let form = rq.form(RenameFolder::PATH);
    let [id, version] = [found.id.to_string(), found.version.to_string()];
    let (title, save) = (words.t("library-rename"), words.t("library-save"));
    let field = view! {
        <TextField
            form=form.clone()
            name="name"
            label=words.t("library-folder-name")
            value=found.name.clone()
        />
    };
    Some(
        view! {
            <section class="part" aria-labelledby="nom">
                <header><h2 id="nom">{title}</h2></header>
                <FormView form=form>
                    <input type="hidden" name="entry" value=id/>
                    <input type="hidden" name="version" value=version/>
                    {field}
                    <p class="acts"><button class="button">{save}</button></p>
                </FormView>
            </section>
        }
        .into_any(),
    )
}

/// Where it could go: the folders there, and the way up.
fn folders(rq: &Request, there: &Destination) -> AnyView {
    let words = &rq.words;
    let to = |place: &Place| rq.with_query("vers", Some(&place.to_string()));
    let inner = there.ancestors.split_last();
    let up = inner.map(|(_, outer)| {
        let (place, name) = match outer.last() {
            Some((id, name)) => (Place::Folder(*id), name.clone()),
            None => (there.top.clone(), library_name(words, &there.library)),
        };
        view! { <li><a class="row-title" href=to(&place)><Icon name="up"/>" "{name}</a></li> }
    });
    let below = there
        .folders
        .iter()
        .map(|(id, name)| {
            let href = to(&Place::Folder(*id));
            view! { <li><a class="row-title" href=href><Icon name="folder"/>" "{name.clone()}</a></li> }
        })
        .collect_view();
    let empty =
        there.folders.is_empty().then(|| view! { <p class="muted">{words.t("library-no-folder")}</p> });
    let list =
        (inner.is_some() || !there.folders.is_empty()).then(|| view! { <ul class="rows">{up}{below}</ul> });
    let chosen = say!(words, "library-chosen", name = name_of(words, there));
    view! { <p><b>{chosen}</b></p>{list}{empty} }.into_any()
}

fn acts(rq: &Request, found: &EntryView, there: &Destination) -> AnyView {
    let words = &rq.words;
    if !there.open || !found.change {
        return view! { <p class="muted">{words.t("library-not-there")}</p> }.into_any();
    }
    let form = rq.form(Arrange::PATH);
    let [id, place] = [found.id.to_string(), there.place.to_string()];
    let same = there.place == found.place;
    // Into another library it is taken away from its own.
    let may_move = !same && (there.library == found.library || found.remove);
    let button = |allowed: bool, class: &'static str, act: &'static str, key: &str| {
        allowed.then(|| view! { <button class=class name="act" value=act>{words.t(key)}</button> })
    };
    let shared = found.document.is_some() && !same;
    let moves = button(may_move, "button main", "move", "library-move");
    let copies = button(true, "button", "copy", "library-copy");
    let places = button(shared, "button", "place", "library-place");
    let hint = shared.then(|| view! { <p class="hint">{words.t("library-place-hint")}</p> });
    view! {
        <FormView form=form summary=false>
            <input type="hidden" name="entry" value=id/>
            <input type="hidden" name="place" value=place/>
            <div class="acts">{moves}" "{copies}" "{places}</div>
            {hint}
        </FormView>
    }
    .into_any()
}

fn bin(rq: &Request, found: &EntryView) -> Option<AnyView> {
    let words = &rq.words;
    if !found.remove {
        return None;
    }
    let form = rq.form(BinEntry::PATH);
    let id = found.id.to_string();
    let title = say!(words, "library-bin-title", name = found.name.clone());
    let text = match found.document {
        None => words.t("library-bin-folder-text"),
        Some(_) => words.t("library-bin-document-text"),
    };
    let (button, keep, back) = (words.t("library-bin-do"), words.t("library-keep"), place_path(&found.place));
    Some(
        view! {
            <FormView form=form class="confirm" summary=false>
                <h2>{title}</h2>
                <p>{text}</p>
                <input type="hidden" name="entry" value=id/>
                <p class="acts">
                    <button class="button danger">{button}</button>
                    " "
                    <a class="go" href=back>{keep}</a>
                </p>
            </FormView>
        }
        .into_any(),
    )
}
