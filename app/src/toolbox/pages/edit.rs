//! `/outils/ajouter` and `/outils/{slug}/modifier`: writing a sheet.

use backend::toolbox;
use domain::{
    policy::{Permission, ToolboxAction},
    toolbox::{MethodForm, Need, Section},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{need_word, way_back};
use crate::{
    paths,
    request::Request,
    toolbox::actions::{AddMethod, ChangeMethod},
    ui::{
        Both, Choice, Choices, Document, Form, FormView, Meanwhile, PageResult, Place, TextArea, TextField,
    },
};

/// `/outils/ajouter`
pub async fn new(rq: Request) -> PageResult {
    rq.cx.require(Permission::Toolbox(ToolboxAction::Write))?;
    let words = rq.words.clone();
    let title = words.t("toolbox-new");
    let form = rq.form(AddMethod::PATH);
    let fields = fields(&form, &MethodForm::default());
    let view = view! {
        {way_back(&rq, None)}
        <div class="narrow">
            <header class="page-head"><h1>{title.clone()}</h1></header>
            <FormView form=form>
                {fields}
                <p class="acts">
                    <button class="button main">{words.t("toolbox-add")}</button>
                    " "
                    <a class="go" href=paths::TOOLBOX>{words.t("toolbox-back")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Tools).unlisted())
}

/// `/outils/{slug}/modifier`
pub async fn edit(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let (version, saved) = toolbox::edit(&rq.cx, &slug).await?;
    let words = rq.words.clone();
    let title = say!(words, "toolbox-edit", title = saved.title.clone());
    let form = rq.form(ChangeMethod::PATH);
    let both = both(&form, &saved);
    let fields = fields(&form, &saved);
    let version = form.version(version);
    let back = paths::method(&slug);
    let view = view! {
        {way_back(&rq, Some((&slug, &saved.title)))}
        <div class="narrow">
            <header class="page-head">
                <h1>{title.clone()}</h1>
                <p class="muted">{words.t("toolbox-edit-lead")}</p>
            </header>
            <Meanwhile form=form.clone() fields=both/>
            <FormView form=form>
                <input type="hidden" name="method" value=slug.clone()/>
                <input type="hidden" name="version" value=version/>
                {fields}
                <p class="acts">
                    <button class="button main">{words.t("toolbox-save")}</button>
                    " "
                    <a class="go" href=back>{words.t("toolbox-back")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Tools).unlisted())
}

/// The fields that somebody else may have changed.
fn both(form: &Form, saved: &MethodForm) -> Vec<Both> {
    let words = &form.words;
    let section = |section: Section| format!("toolbox-section-{}", section.code().replace('_', "-"));
    let own = [
        ("title", "toolbox-name".to_owned(), &saved.title),
        ("aim", "toolbox-aim".to_owned(), &saved.aim),
        ("people_min", "toolbox-people-min".to_owned(), &saved.people_min),
        ("people_max", "toolbox-people-max".to_owned(), &saved.people_max),
        ("steps", "toolbox-steps".to_owned(), &saved.steps),
        ("source", "toolbox-section-source".to_owned(), &saved.source),
        ("english", "toolbox-english-text".to_owned(), &saved.english),
    ];
    let sections = Section::ALL.iter().map(|one| (one.code(), section(*one), text_of(saved, *one)));
    let all = own.into_iter().chain(sections);
    all.map(|(name, key, saved)| Both::new(form, name, words.t(&key), saved)).collect()
}

fn text_of(saved: &MethodForm, section: Section) -> &String {
    match section {
        Section::When => &saved.use_when,
        Section::Room => &saved.room,
        Section::Variants => &saved.variants,
        Section::Traps => &saved.traps,
        Section::Accessibility => &saved.accessibility,
    }
}

fn fields(form: &Form, saved: &MethodForm) -> AnyView {
    let words = form.words.clone();
    let t = |key: &str| words.t(key);
    let needs = Need::ALL.iter().map(|need| Choice::new(need.code(), need_word(&words, *need))).collect();
    let section = |section: Section| {
        let value = text_of(saved, section);
        let label = t(&format!("toolbox-section-{}", section.code().replace('_', "-")));
        let name = section.code();
        view! { <TextArea form=form.clone() name=name label=label value=value.clone() rows=4 optional=true/> }
    };
    view! {
        <TextField form=form.clone() name="title" label=t("toolbox-name") value=saved.title.clone()/>
        <TextArea form=form.clone() name="aim" label=t("toolbox-aim") hint=t("toolbox-aim-hint") value=saved.aim.clone() rows=2/>
        <Choices
            form=form.clone()
            name="needs"
            label=t("toolbox-needs")
            choices=needs
            values=saved.needs.clone()
            several=true
        />
        <TextField
            form=form.clone()
            name="people_min"
            label=t("toolbox-people-min")
            value=saved.people_min.clone()
            inputmode="numeric"
            short=true
        />
        <TextField
            form=form.clone()
            name="people_max"
            label=t("toolbox-people-max")
            value=saved.people_max.clone()
            inputmode="numeric"
            short=true
        />
        <TextArea
            form=form.clone()
            name="steps"
            label=t("toolbox-steps")
            hint=t("toolbox-steps-hint")
            value=saved.steps.clone()
            rows=8
        />
        {section(Section::When)}
        {section(Section::Room)}
        {section(Section::Variants)}
        {section(Section::Traps)}
        {section(Section::Accessibility)}
        <TextField
            form=form.clone()
            name="source"
            label=t("toolbox-section-source")
            hint=t("toolbox-source-hint")
            value=saved.source.clone()
            optional=true
        />
        {in_english(form, saved)}
    }
    .into_any()
}

/// Folded where there is nothing: most councils write in French only.
fn in_english(form: &Form, saved: &MethodForm) -> AnyView {
    let words = &form.words;
    let open = form.is_refused() || !saved.english.is_empty();
    let [label, hint] = ["toolbox-english-text", "toolbox-english-hint"].map(|key| words.t(key));
    view! {
        <details class="unfold" open=open>
            <summary class="button">{words.t("toolbox-english")}</summary>
            <TextArea form=form.clone() name="english" label=label hint=hint value=saved.english.clone() rows=16 optional=true/>
        </details>
    }
    .into_any()
}
