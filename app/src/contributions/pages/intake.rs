//! Files that become texts: the form of a new text from a file, the files of a text, and what could not be kept of them.

use backend::contributions::{self, INTAKE_MEGABYTES, IntakeView, Lost};
use domain::ids::ContributionId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{deeper, done};
use crate::{
    contributions::{actions::PutIntakesAway, parts},
    library::pages::piece::files_field,
    paths,
    request::Request,
    ui::{Breadcrumb, Choices, Document, ErrorSummary, Form, FormView, Icon, PageResult, Place, TextField},
    words::Words,
};

/// What is accepted, for browsers that choose among files.
const ACCEPTED: &str = ".docx,.odt,.fodt,.html,.htm,.md,.markdown,.txt,\
application/vnd.openxmlformats-officedocument.wordprocessingml.document,\
application/vnd.oasis.opendocument.text,text/html,text/markdown,text/plain";

/// `/groupes/{slug}/contributions/fichier`
pub async fn from_file(rq: Request) -> PageResult {
    let view = contributions::new_view(&rq.cx, rq.param("slug")).await?;
    let words = rq.words.clone();
    let title = words.t("intake-new-title");
    let slug = &view.group.slug;
    let here = paths::new_from_file(slug);
    let ancestors = vec![
        (paths::GROUPS.to_owned(), words.t("menu-groups")),
        (paths::group(slug), view.group.name.clone()),
    ];
    let form = rq.form(paths::FROM_FILE).shown_at(here.clone());
    let action = format!("{}&dans={slug}", rq.posting_from(paths::FROM_FILE, &here));
    let kinds = vec![form.value("kind", "contribution")];
    let page = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("intake-new-lead")}</p>
        </header>
        <div class="narrow">
            <form class="form" method="post" action=action enctype="multipart/form-data" novalidate>
                <ErrorSummary form=form.clone()/>
                <Choices
                    form=form.clone()
                    name="kind"
                    label=words.t("contributions-edit-kind")
                    choices=parts::kinds(&words)
                    values=kinds
                />
                <TextField
                    form=form.clone()
                    name="title"
                    label=words.t("contributions-edit-name")
                    hint=words.t("intake-title-hint")
                    optional=true
                />
                {keep(&words, &form)}
                {field(&words, &form)}
                <p class="acts">
                    <button class="button main">{words.t("intake-new-do")}</button>
                    " "
                    <a class="go" href=paths::new_contribution(slug)>{words.t("intake-write-instead")}</a>
                </p>
            </form>
        </div>
    };
    Ok(Document::new(title, page).at(Place::Texts).unlisted())
}

fn field(words: &Words, form: &Form) -> impl IntoView + use<> {
    let hint = say!(words, "intake-file-hint", megabytes = INTAKE_MEGABYTES);
    files_field(form, words.t("intake-file"), hint, false, Some(ACCEPTED))
}

/// Whether the file itself is kept.
fn keep(words: &Words, form: &Form) -> impl IntoView + use<> {
    let checked = form.is_chosen("keep", "oui", false);
    view! {
        <div class="field">
            <label class="choice">
                <input type="checkbox" name="keep" value="oui" checked=checked/>
                " "
                <span>{words.t("intake-keep")}</span>
            </label>
        </div>
    }
}

/// `/contributions/{id}/fichier`: the files that became this text, and the form for another version.
pub async fn files(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let view = contributions::intakes(&rq.cx, id).await?;
    let words = rq.words.clone();
    let title = words.t("intake-files-title");
    let form = view.writable.then(|| revision(&rq, id, &view.head.version.to_string()));
    let came = (!view.files.is_empty()).then(|| {
        let files = view.files.iter().map(|file| view! { <li>{told(&words, file)}</li> }).collect_view();
        view! {
            <section class="part" aria-labelledby="venus">
                <header><h2 id="venus">{words.t("intake-came")}</h2></header>
                <ul class="rows">{files}</ul>
            </section>
        }
    });
    let none = (view.files.is_empty() && !view.writable)
        .then(|| view! { <p class="muted">{words.t("intake-none")}</p> });
    let page = view! {
        {deeper(&rq, &view.head, title.clone())}
        {done(&rq)}
        <div class="narrow">{form}{came}{none}</div>
    };
    Ok(Document::new(title, page).at(Place::Texts).unlisted())
}

fn revision(rq: &Request, id: ContributionId, saved: &str) -> AnyView {
    let words = &rq.words;
    let here = paths::contribution_files(id);
    let form = rq.form(paths::FROM_FILE).shown_at(here.clone());
    let action = format!("{}&texte={id}&version={saved}", rq.posting_from(paths::FROM_FILE, &here));
    view! {
        <section class="part" aria-labelledby="apporter">
            <header><h2 id="apporter">{words.t("intake-revise")}</h2></header>
            <p>{words.t("intake-revise-lead")}</p>
            <form class="form" method="post" action=action enctype="multipart/form-data" novalidate>
                <ErrorSummary form=form.clone()/>
                <TextField
                    form=form.clone()
                    name="reason"
                    label=words.t("contributions-edit-reason")
                    hint=words.t("contributions-edit-reason-hint")
                    optional=true
                />
                {keep(words, &form)}
                {field(words, &form)}
                <p class="acts"><button class="button main">{words.t("intake-revise-do")}</button></p>
            </form>
        </section>
    }
    .into_any()
}

/// On the page of a text, what became of its files, until it is put away.
pub(super) fn report(rq: &Request, id: ContributionId, files: &[IntakeView]) -> Option<AnyView> {
    if files.is_empty() {
        return None;
    }
    let words = &rq.words;
    let told = files.iter().map(|file| told(words, file)).collect_view();
    let form = rq.form(PutIntakesAway::PATH);
    let (away, all) = (words.t("intake-put-away"), words.t("intake-all"));
    Some(
        view! {
            <section class="panel no-print" aria-labelledby="rapport">
                <h2 id="rapport">{words.t("intake-report")}</h2>
                {told}
                <FormView form=form class="one">
                    <input type="hidden" name="id" value=id.to_string()/>
                    <p class="acts">
                        <button class="button">{away}</button>
                        " "
                        <a class="go" href=paths::contribution_files(id)>{all}</a>
                    </p>
                </FormView>
            </section>
        }
        .into_any(),
    )
}

/// A file, and what could not be kept of it.
fn told(words: &Words, file: &IntakeView) -> AnyView {
    let who = say!(words, "intake-by", name = file.by.clone(), day = words.day_of(file.at));
    let lost = if file.lost.is_empty() {
        view! { <p><Icon name="done"/>" "{words.t("intake-whole")}</p> }.into_any()
    } else {
        let lines = file.lost.iter().map(|lost| view! { <li>{line(words, lost)}</li> }).collect_view();
        view! {
            <p>{words.t("intake-lost")}</p>
            <ul>{lines}</ul>
        }
        .into_any()
    };
    view! {
        <div class="stack">
            <p><strong>{file.file_name.clone()}</strong>" "<span class="muted">{who}</span></p>
            {lost}
        </div>
    }
    .into_any()
}

fn line(words: &Words, lost: &Lost) -> String {
    let kind = serde_json::to_value(lost.kind)
        .ok()
        .and_then(|kind| kind.as_str().map(|kind| kind.replace('_', "-")));
    let values = [("count".into(), crate::words::value(lost.count))].into_iter().collect();
    words.fill(&format!("intake-lost-{}", kind.unwrap_or_default()), &values)
}
