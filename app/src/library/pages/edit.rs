//! `/documents/{id}/modifier`: the record of a document, the text of a note, the address of a link.

use backend::library::{DocumentView, LibraryRef};
use domain::{Refusal, library::DocumentKind, refusal::Forbidden};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{menu, way_back};
use crate::{
    library::actions::ChangeDocument,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Form, FormView, PageResult, TextArea, TextField},
    words::Words,
};

/// Changing the record.
pub async fn edit(rq: Request) -> PageResult {
    let found = backend::library::show(&rq.cx, rq.id("id")?).await?;
    if !found.may.change {
        return Err(Refusal::Forbidden(Forbidden::OthersDocument).into());
    }
    let known: Vec<String> =
        backend::library::proposed_tags(&rq.cx).await?.into_iter().map(|(_, name)| name).collect();
    let words = rq.words.clone();
    let library = found.library.clone().unwrap_or(LibraryRef::Common);
    let mut ancestors = way_back(&words, &library, &[]);
    ancestors.push((paths::document(found.id), found.title.clone()));
    let form = rq.form(ChangeDocument::PATH);
    let title = words.t(match found.kind {
        DocumentKind::Note => "library-edit-note",
        DocumentKind::Dossier => "dossiers-edit-title",
        DocumentKind::File | DocumentKind::Link => "library-edit",
    });
    let [id, version] = [found.id.to_string(), found.version.to_string()];
    let version = form.value("version", &version);
    let fields = view! {
        <TextField
            form=form.clone()
            name="title"
            label=words.t("library-field-title")
            value=found.title.clone()
        />
        {content(&words, &form, &found)}
        {match found.kind {
            DocumentKind::Dossier => dossier(&words, &form, &found, &known).into_any(),
            _ => record(&words, &form, &found, &known).into_any(),
        }}
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <div class="narrow stack">
            <header class="page-head"><h1>{title.clone()}</h1></header>
            <FormView form=form>
                <input type="hidden" name="document" value=id/>
                <input type="hidden" name="version" value=version/>
                {fields}
                <p class="acts">
                    <button class="button main">{words.t("library-save")}</button>
                    " "
                    <a class="go" href=paths::document(found.id)>{words.t("library-back-document")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(format!("{title}, {}", found.title), view).at(menu(&library)).unlisted())
}

/// What is a version when it changes: with why.
fn content(words: &Words, form: &Form, found: &DocumentView) -> Option<AnyView> {
    let field = match found.kind {
        DocumentKind::File | DocumentKind::Dossier => return None,
        DocumentKind::Note => view! {
            <TextArea
                form=form.clone()
                name="body"
                label=words.t("library-field-body")
                hint=words.t("discussions-body-hint")
                value=found.body.clone()
                rows=14
            />
        }
        .into_any(),
        DocumentKind::Link => view! {
            <TextField
                form=form.clone()
                name="address"
                label=words.t("library-field-address")
                hint=words.t("library-field-address-hint")
                kind="url"
                inputmode="url"
                value=found.address.clone()
            />
        }
        .into_any(),
    };
    Some(
        view! {
            {field}
            <TextField
                form=form.clone()
                name="reason"
                label=words.t("library-field-reason")
                hint=words.t("library-field-reason-hint")
                optional=true
            />
        }
        .into_any(),
    )
}

/// What a dossier has: neither source nor author, since what it holds has its own.
fn dossier(words: &Words, form: &Form, found: &DocumentView, known: &[String]) -> impl IntoView + use<> {
    view! {
        <TextField
            form=form.clone()
            name="audience"
            label=words.t("dossiers-audience")
            hint=words.t("dossiers-audience-hint")
            value=found.audience.clone()
            optional=true
        />
        <TextArea
            form=form.clone()
            name="description"
            label=words.t("library-field-description")
            hint=words.t("dossiers-description-hint")
            value=found.description.clone()
            rows=4
            optional=true
        />
        {tags(words, form, found, known)}
    }
}

fn record(words: &Words, form: &Form, found: &DocumentView, known: &[String]) -> impl IntoView + use<> {
    let date = found.dated_on.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    view! {
        <TextArea
            form=form.clone()
            name="description"
            label=words.t("library-field-description")
            hint=words.t("library-field-description-hint")
            value=found.description.clone()
            rows=4
            optional=true
        />
        <TextField
            form=form.clone()
            name="author"
            label=words.t("library-field-author")
            value=found.author.clone()
            optional=true
        />
        <TextField
            form=form.clone()
            name="source"
            label=words.t("library-field-source")
            hint=words.t("library-field-source-hint")
            value=found.source.clone()
            optional=true
        />
        <TextField
            form=form.clone()
            name="dated_on"
            label=words.t("library-field-date")
            hint=words.t("library-field-date-hint")
            value=date
            optional=true
            short=true
        />
        <TextField
            form=form.clone()
            name="licence"
            label=words.t("library-field-licence")
            hint=words.t("library-field-licence-hint")
            value=found.licence.clone()
            optional=true
        />
        {tags(words, form, found, known)}
    }
}

fn tags(words: &Words, form: &Form, found: &DocumentView, known: &[String]) -> impl IntoView + use<> {
    // After those it has: choosing one adds it.
    let before = found.tags.iter().map(|tag| format!("{tag}, ")).collect::<String>();
    let other = |tag: &&String| !found.tags.contains(tag);
    let proposed: Vec<String> = known.iter().filter(other).map(|tag| format!("{before}{tag}")).collect();
    view! {
        <TextField
            form=form.clone()
            name="tags"
            label=words.t("library-field-tags")
            hint=words.t("library-field-tags-hint")
            value=found.tags.join(", ")
            proposed=proposed
            optional=true
        />
    }
}
