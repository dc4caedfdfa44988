//! `/bibliotheque/ajouter?dans=…&quoi=…`: a folder, a note, a link, a dossier.

use backend::library::{Destination, Place};
use domain::Refusal;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{library_name, menu, place_path, way_back};
use crate::{
    library::{
        actions::{CreateFolder, CreateLink, CreateNote},
        dossiers::actions::CreateDossier,
    },
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Form, FormView, PageResult, TextArea, TextField},
    words::Words,
};

/// Adding something.
pub async fn add(rq: Request) -> PageResult {
    let place = rq.query("dans").and_then(|place| place.parse().ok()).unwrap_or(Place::Nowhere);
    let there = backend::library::destination(&rq.cx, &place).await?;
    if !there.open {
        // Says why: the rights, or a group that has ended its work.
        backend::library::room(&rq.cx, &place).await?;
    }
    let what = rq.query("quoi").unwrap_or_default().to_owned();
    let words = rq.words.clone();
    let here = paths::library_add(&place.to_string(), &what);
    let (title, action, fields): (_, _, fn(&Words, &Form) -> AnyView) = match what.as_str() {
        "dossier" => ("library-new-folder", CreateFolder::PATH, folder),
        "note" => ("library-new-note", CreateNote::PATH, note),
        "lien" => ("library-new-link", CreateLink::PATH, link),
        "ressources" => ("dossiers-new", CreateDossier::PATH, dossier),
        _ => return Err(Refusal::NotFound.into()),
    };
    let form = rq.form(action).shown_at(here);
    let title = words.t(title);
    let fields = fields(&words, &form);
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=way_back(&words, &there.library, &there.ancestors)/>
        <div class="narrow stack">
            <header class="page-head">
                <p class="eyebrow">{name_of(&words, &there)}</p>
                <h1>{title.clone()}</h1>
            </header>
            <FormView form=form>
                <input type="hidden" name="place" value=place.to_string()/>
                {fields}
                <p class="acts">
                    <button class="button main">{words.t("library-create")}</button>
                    " "
                    <a class="go" href=place_path(&place)>{words.t("library-back")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(menu(&there.library)).unlisted())
}

/// The name of a place: its folder, or its library.
pub(super) fn name_of(words: &Words, there: &Destination) -> String {
    match there.ancestors.last() {
        Some((_, name)) => name.clone(),
        None => library_name(words, &there.library),
    }
}

fn folder(words: &Words, form: &Form) -> AnyView {
    view! { <TextField form=form.clone() name="name" label=words.t("library-folder-name")/> }.into_any()
}

fn note(words: &Words, form: &Form) -> AnyView {
    view! {
        <TextField form=form.clone() name="title" label=words.t("library-field-title")/>
        <TextArea
            form=form.clone()
            name="body"
            label=words.t("library-field-body")
            hint=words.t("discussions-body-hint")
            rows=14
        />
    }
    .into_any()
}

fn dossier(words: &Words, form: &Form) -> AnyView {
    view! {
        <TextField form=form.clone() name="title" label=words.t("library-field-title")/>
        <TextField
            form=form.clone()
            name="audience"
            label=words.t("dossiers-audience")
            hint=words.t("dossiers-audience-hint")
            optional=true
        />
        <TextArea
            form=form.clone()
            name="description"
            label=words.t("library-field-description")
            hint=words.t("dossiers-description-hint")
            rows=4
            optional=true
        />
    }
    .into_any()
}

fn link(words: &Words, form: &Form) -> AnyView {
    view! {
        <TextField form=form.clone() name="title" label=words.t("library-field-title")/>
        <TextField
            form=form.clone()
            name="address"
            label=words.t("library-field-address")
            hint=words.t("library-field-address-hint")
            kind="url"
            inputmode="url"
        />
        <TextArea
            form=form.clone()
            name="description"
            label=words.t("library-field-description")
            rows=3
            optional=true
        />
    }
    .into_any()
}
