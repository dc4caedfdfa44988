//! `/contributions/{id}/modifier` and the page of a new text: a plain form, in which a script wakes the editor.

use std::collections::BTreeMap;

use backend::contributions::{self, Unsaved};
use domain::{
    contributions::{ContributionForm, ContributionKind},
    ids::ContributionId,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{conflict, deeper, templates, writing};
use crate::{
    contributions::{
        actions::{CreateContribution, DiscardUnsaved, SaveContribution},
        parts,
    },
    paths,
    request::Request,
    ui::{
        Breadcrumb, Choices, Document, Form, FormView, Notice, NoticeTone, PageResult, Place, Select,
        TextArea, TextField, editor::with_preview,
    },
};

/// The models of the kinds of texts, by their codes.
pub(super) type Models = BTreeMap<&'static str, String>;

/// What the form is about.
pub(super) struct Editor {
    action: &'static str,
    pub slug: String,
    pub id: Option<ContributionId>,
    pub base: String,
    shown: ContributionForm,
    /// The text over which this person typed what is shown; nothing if they typed nothing.
    pub typed_over: Option<String>,
    /// What a new text may start from, by kind.
    pub models: Option<Models>,
    back: String,
}

/// `/groupes/{slug}/contributions/nouvelle`
pub async fn new(rq: Request) -> PageResult {
    let view = contributions::new_view(&rq.cx, rq.param("slug")).await?;
    let words = rq.words.clone();
    let blank = ContributionForm { kind: "contribution".into(), ..ContributionForm::default() };
    let begun = crate::toolbox::agenda::minutes(&rq).await?;
    let kept_aside = begun.is_some() && view.unsaved.is_some();
    let mut shown = view.unsaved.as_ref().map(|unsaved| unsaved.form.clone()).or(begun).unwrap_or(blank);
    let models = contributions::templates(&rq.cx).await?;
    let models: Models = models.iter().map(|one| (one.kind.code(), templates::model(&words, one))).collect();
    let wanted = rq.query("modele").and_then(paths::kind_at);
    let is_filled = wanted.map(|kind| fill(&mut shown, kind, &models));
    let told = is_filled.map(|filled| {
        let text = words.t(if filled { "templates-started" } else { "templates-kept" });
        view! { <Notice tone=NoticeTone::Info><p>{text}</p></Notice> }
    });
    let editor = Editor {
        action: CreateContribution::PATH,
        slug: view.group.slug.clone(),
        id: None,
        base: "0".into(),
        shown,
        typed_over: None,
        models: Some(models),
        back: paths::group(&view.group.slug),
    };
    let title = words.t("contributions-new-title");
    let ancestors = vec![
        (paths::GROUPS.to_owned(), words.t("menu-groups")),
        (paths::group(&view.group.slug), view.group.name.clone()),
    ];
    let page = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p><a class="go" href=paths::new_from_file(&view.group.slug)>{words.t("intake-start")}</a></p>
        </header>
        {told}
        {unsaved_notice(&rq, &editor, view.unsaved.as_ref())}
        {kept_aside.then(|| view! { <Notice tone=NoticeTone::Warning><p>{words.t("toolbox-unsaved-first")}</p></Notice> })}
        {form_and_preview(&rq, editor).await?}
    };
    Ok(Document::new(title, page).at(Place::Texts).with_editor().unlisted().wide())
}

/// Fills an empty text with the model of its kind; whether it did.
fn fill(shown: &mut ContributionForm, kind: ContributionKind, models: &Models) -> bool {
    if !shown.body.trim().is_empty() {
        return false;
    }
    kind.code().clone_into(&mut shown.kind);
    shown.body = models.get(kind.code()).cloned().unwrap_or_default();
    true
}

/// `/contributions/{id}/modifier`
pub async fn edit(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    if !rq.form(SaveContribution::PATH).is_refused()
        && let Some(view) = contributions::conflict(&rq.cx, id).await?
    {
        return Ok(conflict::page(&rq, &view));
    }
    let view = contributions::edit_view(&rq.cx, id).await?;
    let shown = view.unsaved.as_ref().map_or(&view.saved, |unsaved| &unsaved.form).clone();
    let editor = Editor {
        action: SaveContribution::PATH,
        slug: String::new(),
        id: Some(id),
        base: view.head.version.to_string(),
        shown,
        typed_over: view.typed_over.clone(),
        models: None,
        back: paths::contribution(id),
    };
    let title = rq.words.t("contributions-edit-title");
    let page = view! {
        {deeper(&rq, &view.head, title.clone())}
        {(rq.query("fait") == Some("image")).then(|| super::done(&rq))}
        {unsaved_notice(&rq, &editor, view.unsaved.as_ref())}
        {form_and_preview(&rq, editor).await?}
    };
    Ok(Document::new(title, page).at(Place::Texts).with_editor().unlisted().wide())
}

/// What was typed earlier is back in the form; it can be dropped.
fn unsaved_notice(rq: &Request, editor: &Editor, unsaved: Option<&Unsaved>) -> Option<AnyView> {
    // Right after « Aperçu » or « Partir du modèle », the person knows.
    let known = rq.query("fait") == Some("apercu") || rq.query("modele").is_some();
    let unsaved = unsaved.filter(|_| !known)?;
    let words = &rq.words;
    let form = rq.form(DiscardUnsaved::PATH);
    let id = editor.id.map(|id| view! { <input type="hidden" name="id" value=id.to_string()/> });
    let slug = editor.slug.clone();
    let told = say!(words, "contributions-edit-unsaved", moment = words.moment(unsaved.at));
    let discard = words.t("contributions-edit-discard");
    Some(
        view! {
            <Notice tone=NoticeTone::Info>
                <p>{told}</p>
                <FormView form=form class="one">
                    <input type="hidden" name="slug" value=slug/>
                    {id}
                    <button class="button link">{discard}</button>
                </FormView>
            </Notice>
        }
        .into_any(),
    )
}

/// The fields of a text, in a form that exists.
pub(super) fn fields(
    rq: &Request,
    form: &Form,
    shown: &ContributionForm,
    is_new: bool,
    body: AnyView,
) -> AnyView {
    let words = &rq.words;
    let (before, after) = if is_new {
        let values = vec![shown.kind.clone()];
        let kind = view! {
            <Choices
                form=form.clone()
                name="kind"
                label=words.t("contributions-edit-kind")
                hint=words.t("templates-start-hint")
                choices=parts::kinds(words)
                values=values
            />
        };
        (Some(kind.into_any()), None)
    } else {
        let kind = view! {
            <Select form=form.clone() name="kind" label=words.t("contributions-edit-kind") choices=parts::kinds(words) value=shown.kind.clone()/>
        };
        (None, Some(kind.into_any()))
    };
    let reason = (!is_new).then(|| {
        view! {
            <TextField
                form=form.clone()
                name="reason"
                label=words.t("contributions-edit-reason")
                hint=words.t("contributions-edit-reason-hint")
                value=shown.reason.clone()
                optional=true
            />
        }
    });
    view! {
        <TextField
            form=form.clone()
            name="title"
            label=words.t("contributions-edit-name")
            hint=words.t("contributions-edit-name-hint")
            value=shown.title.clone()
        />
        {before}
        {body}
        {after}
        <TextArea
            form=form.clone()
            name="summary"
            label=words.t("contributions-edit-summary")
            hint=words.t("contributions-edit-summary-hint")
            value=shown.summary.clone()
            rows=3
            optional=true
        />
        {reason}
    }
    .into_any()
}

/// The field of the text itself.
pub(super) fn body(rq: &Request, form: &Form, shown: &ContributionForm) -> AnyView {
    let words = &rq.words;
    view! {
        <TextArea
            form=form.clone()
            name="body"
            label=words.t("contributions-edit-body")
            hint=words.t("contributions-edit-body-hint")
            value=shown.body.clone()
            rows=20
            large=true
            optional=true
        />
    }
    .into_any()
}

async fn form_and_preview(rq: &Request, editor: Editor) -> backend::Result<AnyView> {
    let words = &rq.words;
    let form = rq.form(editor.action);
    let typed = form.value("body", &editor.shown.body);
    // Too long to be saved is too long to be shown: the error beside the field says so.
    let html = contributions::preview(&rq.cx, &typed).await.unwrap_or_default();
    let is_new = editor.id.is_none();
    let id = editor.id.map(|id| view! { <input type="hidden" name="id" value=id.to_string()/> });
    let slug = is_new.then(|| view! { <input type="hidden" name="slug" value=editor.slug.clone()/> });
    let base = (!is_new).then(|| view! { <input type="hidden" name="base" value=editor.base.clone()/> });
    let save = words.t(if is_new { "contributions-new-do" } else { "contributions-edit-save" });
    let text = writing::area(rq, &form, &editor, body(rq, &form, &editor.shown));
    let fields = fields(rq, &form, &editor.shown, is_new, text);
    let model = is_new.then(|| {
        let label = words.t("templates-start");
        view! { <button class="button" name="go" value="model">{label}</button>" " }
    });
    let image = (!is_new).then(|| {
        let label = words.t("images-add");
        view! { <button class="button see" name="go" value="image">{label}</button>" " }
    });
    let acts = view! {
        <p class="acts">
            <button class="button main">{save}</button>
            " "
            <button class="button see" name="go" value="preview">{words.t("contributions-edit-preview")}</button>
            " "
            {model}
            {image}
            <a class="go" href=editor.back>{words.t("contributions-edit-back")}</a>
        </p>
    };
    let form = view! {
        <FormView form=form>
            {id}{slug}{base}
            {fields}
            {acts}
        </FormView>
    };
    Ok(with_preview(words, form.into_any(), html))
}
