//! `/ressources/ajouter?document=…` or `?texte=…`: choosing the dossier in which something is put.

use backend::library::{Chosen, DossiersToFill};
use domain::Refusal;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{actions::AddElement, element::comment_field};
use crate::{
    library::pages::library_name,
    paths,
    request::Request,
    ui::{Choice, Choices, Document, Empty, FormView, PageResult, Place},
};

/// Choosing a dossier.
pub async fn choose(rq: Request) -> PageResult {
    rq.cx.person()?;
    let document = rq.query("document").and_then(|id| id.parse().ok());
    let text = rq.query("texte").and_then(|id| id.parse().ok());
    let (chosen, name, id, back) = match (document, text) {
        (Some(id), _) => (Chosen::Document(id), "document", id.to_string(), paths::document(id)),
        (None, Some(id)) => (Chosen::Text(id), "text", id.to_string(), paths::contribution(id)),
        (None, None) => return Err(Refusal::NotFound.into()),
    };
    let found = backend::library::dossiers_to_fill(&rq.cx, chosen).await?;
    let words = rq.words.clone();
    let title = words.t("dossiers-choose-title");
    let content = match found.dossiers.is_empty() {
        true => {
            let action = (paths::LIBRARY.to_owned(), words.t("dossiers-none-action"));
            view! { <Empty text=words.t("dossiers-none") action=Some(action)/> }.into_any()
        }
        false => form(&rq, &found, name, id),
    };
    let view = view! {
        <div class="narrow stack">
            <header class="page-head">
                <p class="eyebrow">{found.title.clone()}</p>
                <h1>{title.clone()}</h1>
            </header>
            {content}
            <p><a class="go" href=back>{words.t("dossiers-choose-back")}</a></p>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Library).unlisted())
}

fn form(rq: &Request, found: &DossiersToFill, name: &'static str, id: String) -> AnyView {
    let words = rq.words.clone();
    let form = rq.form(AddElement::PATH);
    let choices: Vec<Choice> = found
        .dossiers
        .iter()
        .map(|one| {
            Choice::new(one.id.to_string(), one.title.clone()).hint(library_name(&words, &one.library))
        })
        .collect();
    let field = view! {
        <Choices form=form.clone() name="dossier" label=words.t("dossiers-choose") choices=choices/>
    };
    let more = found.more.then(|| view! { <p class="hint">{words.t("dossiers-choose-more")}</p> });
    let comment = comment_field(&words, &form, String::new());
    let add = words.t("dossiers-add");
    view! {
        <FormView form=form>
            <input type="hidden" name=name value=id/>
            {field}
            {more}
            {comment}
            <p class="acts"><button class="button main">{add}</button></p>
        </FormView>
    }
    .into_any()
}
