//! `/ressources/{id}/elements/{element}`: what is written of an element, and taking it out.

use backend::library::{DossierView, Element, ElementView};
use domain::{Refusal, ids::ElementId, refusal::Forbidden};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    actions::{ChangeElement, RemoveElement},
    show::library_of,
};
use crate::{
    library::pages::{menu, way_back},
    paths,
    request::Request,
    ui::{
        Both, Breadcrumb, Document, ErrorSummary, Form, FormView, Meanwhile, PageResult, TextArea, TextField,
    },
    words::Words,
};

/// An element.
pub async fn element(rq: Request) -> PageResult {
    let found = backend::library::dossier(&rq.cx, rq.id("id")?).await?;
    let id: ElementId = rq.id("element")?;
    let element = found.elements.iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
    if !found.document.may.change {
        return Err(Refusal::Forbidden(Forbidden::OthersDocument).into());
    }
    let words = rq.words.clone();
    let library = library_of(&found);
    let back = paths::dossier(found.document.id);
    let mut ancestors = way_back(&words, &library, &[]);
    ancestors.push((back.clone(), found.document.title.clone()));
    let title = match element.what {
        Element::Gone => words.t("dossiers-gone-name"),
        _ => element.title.clone(),
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <div class="narrow stack">
            <ErrorSummary form=rq.form(RemoveElement::PATH)/>
            <header class="page-head">
                <p class="eyebrow">{words.t("dossiers-element")}</p>
                <h1>{title.clone()}</h1>
            </header>
            {write(&rq, &found, element)}
            {remove(&rq, &found, element, &title)}
            <p><a class="go" href=back>{words.t("dossiers-back")}</a></p>
        </div>
    };
    Ok(Document::new(title, view).at(menu(&library)).unlisted())
}

/// Its comment; of a link, its title and its address too.
fn write(rq: &Request, found: &DossierView, element: &ElementView) -> Option<AnyView> {
    if element.what == Element::Gone {
        return None;
    }
    let words = rq.words.clone();
    let form = rq.form(ChangeElement::PATH);
    let [id, version] = [element.id.to_string(), form.version(found.document.version)];
    let link = match &element.what {
        Element::Link { address } => Some((element.title.clone(), address.clone())),
        _ => None,
    };
    let mut both = Vec::new();
    if let Some((title, address)) = &link {
        both.push(Both::new(&form, "title", words.t("library-field-title"), title));
        both.push(Both::new(&form, "address", words.t("library-field-address"), address));
    }
    both.push(Both::new(&form, "comment", words.t("dossiers-comment"), &element.comment));
    let link = link.map(|(title, address)| link_fields(&words, &form, title, address));
    let comment = comment_field(&words, &form, element.comment.clone());
    let save = words.t("library-save");
    Some(
        view! {
            <Meanwhile form=form.clone() fields=both/>
            <FormView form=form>
                <input type="hidden" name="element" value=id/>
                <input type="hidden" name="version" value=version/>
                {link}
                {comment}
                <p class="acts"><button class="button main">{save}</button></p>
            </FormView>
        }
        .into_any(),
    )
}

/// The title and the address of a link.
pub(super) fn link_fields(words: &Words, form: &Form, title: String, address: String) -> AnyView {
    view! {
        <TextField form=form.clone() name="title" label=words.t("library-field-title") value=title/>
        <TextField
            form=form.clone()
            name="address"
            label=words.t("library-field-address")
            hint=words.t("library-field-address-hint")
            kind="url"
            inputmode="url"
            value=address
        />
    }
    .into_any()
}

/// Why an element is there.
pub(super) fn comment_field(words: &Words, form: &Form, comment: String) -> AnyView {
    view! {
        <TextArea
            form=form.clone()
            name="comment"
            label=words.t("dossiers-comment")
            hint=words.t("dossiers-comment-hint")
            value=comment
            rows=5
            optional=true
        />
    }
    .into_any()
}

fn remove(rq: &Request, found: &DossierView, element: &ElementView, name: &str) -> AnyView {
    let words = rq.words.clone();
    let form = rq.form(RemoveElement::PATH);
    let [id, version] = [element.id.to_string(), found.document.version.to_string()];
    let title = say!(words, "dossiers-remove-title", name = name.to_owned());
    let text = match element.what {
        Element::Link { .. } => words.t("dossiers-remove-link-text"),
        Element::Gone => words.t("dossiers-remove-gone-text"),
        _ => words.t("dossiers-remove-text"),
    };
    let (button, keep) = (words.t("dossiers-remove"), words.t("dossiers-keep"));
    let back = paths::dossier(found.document.id);
    view! {
        <FormView form=form class="confirm" summary=false>
            <h2>{title}</h2>
            <p>{text}</p>
            <input type="hidden" name="element" value=id/>
            <input type="hidden" name="version" value=version/>
            <p class="acts">
                <button class="button danger">{button}</button>
                " "
                <a class="go" href=back>{keep}</a>
            </p>
        </FormView>
    }
    .into_any()
}
