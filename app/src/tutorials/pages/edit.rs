//! `/tutoriels/ecrire` and `/tutoriels/{slug}/modifier`: writing a tutorial.

use backend::{contributions, tutorials};
use domain::{
    policy::{Permission, TutorialAction},
    tutorials::{Audience, BODY_MAX, TutorialForm},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{audience_word, way_back};
use crate::{
    paths,
    request::Request,
    tutorials::actions::{AddTutorial, ChangeTutorial},
    ui::{
        Both, Choice, Choices, Document, Form, FormView, Meanwhile, PageResult, Place, Select, TextArea,
        TextField, editor,
    },
};

/// `/tutoriels/ecrire`
pub async fn new(rq: Request) -> PageResult {
    rq.cx.require(Permission::Tutorial(TutorialAction::Write))?;
    let choices = tutorials::path_choices(&rq.cx).await?;
    let words = rq.words.clone();
    let title = words.t("tutorials-new");
    let form = rq.form(AddTutorial::PATH);
    let model = TutorialForm { body: words.t("tutorials-model"), ..Default::default() };
    let html = preview(&rq, &form, &model).await;
    let fields = fields(&rq, &form, &model, choices);
    let written = view! {
        <FormView form=form>
            {fields}
            <p class="acts">
                <button class="button main">{words.t("tutorials-add-do")}</button>
                " "
                <a class="go" href=paths::TUTORIALS>{words.t("tutorials-back")}</a>
            </p>
        </FormView>
    };
    let view = view! {
        {way_back(&rq, None, None)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{rq.words.t("tutorials-new-lead")}</p>
        </header>
        {editor::with_preview(&rq.words, written.into_any(), html)}
    };
    Ok(Document::new(title, view).at(Place::Tutorials).with_editor().unlisted().wide())
}

/// `/tutoriels/{slug}/modifier`
pub async fn edit(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let (version, saved) = tutorials::edit(&rq.cx, &slug).await?;
    let choices = tutorials::path_choices(&rq.cx).await?;
    let words = rq.words.clone();
    let title = say!(words, "tutorials-edit", title = saved.title.clone());
    let form = rq.form(ChangeTutorial::PATH);
    let both = both(&form, &saved);
    let html = preview(&rq, &form, &saved).await;
    let fields = fields(&rq, &form, &saved, choices);
    let version = form.version(version);
    let (back, hidden) = (paths::tutorial(&slug), slug.clone());
    let meanwhile = view! { <Meanwhile form=form.clone() fields=both/> };
    let written = view! {
        <FormView form=form>
            <input type="hidden" name="tutorial" value=hidden/>
            <input type="hidden" name="version" value=version/>
            {fields}
            <p class="acts">
                <button class="button main">{words.t("tutorials-save")}</button>
                " "
                <a class="go" href=back>{words.t("tutorials-back")}</a>
            </p>
        </FormView>
    };
    let view = view! {
        {way_back(&rq, None, Some((&slug, &saved.title)))}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{rq.words.t("tutorials-edit-lead")}</p>
        </header>
        {meanwhile}
        {editor::with_preview(&rq.words, written.into_any(), html)}
    };
    Ok(Document::new(title, view).at(Place::Tutorials).with_editor().unlisted().wide())
}

/// How the text reads; of one that is too long to be saved, nothing: the error beside the field says so.
async fn preview(rq: &Request, form: &Form, saved: &TutorialForm) -> String {
    contributions::preview(&rq.cx, &form.value("body", &saved.body)).await.unwrap_or_default()
}

/// The fields that somebody else may have changed.
fn both(form: &Form, saved: &TutorialForm) -> Vec<Both> {
    let words = &form.words;
    [
        ("title", "tutorials-name", &saved.title),
        ("summary", "tutorials-summary", &saved.summary),
        ("minutes", "tutorials-minutes", &saved.minutes),
        ("rank", "tutorials-rank", &saved.rank),
        ("help", "tutorials-screens", &saved.help),
        ("body", "tutorials-body", &saved.body),
        ("title_en", "tutorials-name-en", &saved.title_en),
        ("summary_en", "tutorials-summary-en", &saved.summary_en),
        ("body_en", "tutorials-body-en", &saved.body_en),
    ]
    .into_iter()
    .map(|(name, key, saved)| Both::new(form, name, words.t(key), saved))
    .collect()
}

fn fields(rq: &Request, form: &Form, saved: &TutorialForm, choices: Vec<(String, String)>) -> AnyView {
    let words = form.words.clone();
    let t = |key: &str| words.t(key);
    let audiences =
        Audience::ALL.iter().map(|one| Choice::new(one.code(), audience_word(&words, *one))).collect();
    let sequences: Vec<Choice> = choices.into_iter().map(|(slug, title)| Choice::new(slug, title)).collect();
    let sequence = (!sequences.is_empty()).then(|| {
        view! {
            <Select
                form=form.clone()
                name="path"
                label=t("tutorials-path")
                choices=sequences
                value=saved.path.clone()
                optional=true
            />
        }
    });
    let english = form.is_refused() || !saved.title_en.is_empty();
    let in_english = view! {
        <details class="unfold" open=english>
            <summary class="button">{t("tutorials-english")}</summary>
            <p class="hint">{t("tutorials-english-hint")}</p>
            <TextField form=form.clone() name="title_en" label=t("tutorials-name-en") value=saved.title_en.clone() optional=true/>
            <TextField form=form.clone() name="summary_en" label=t("tutorials-summary-en") value=saved.summary_en.clone() optional=true/>
            <TextArea form=form.clone() name="body_en" label=t("tutorials-body-en") value=saved.body_en.clone() rows=20 large=true optional=true/>
        </details>
    };
    let body = view! {
        <TextArea
            form=form.clone()
            name="body"
            label=t("tutorials-body")
            hint=t("tutorials-body-hint")
            value=saved.body.clone()
            rows=24
            large=true
        />
    };
    let body = editor::alone(rq, BODY_MAX, body.into_any());
    view! {
        <TextField form=form.clone() name="title" label=t("tutorials-name") value=saved.title.clone()/>
        <TextField form=form.clone() name="summary" label=t("tutorials-summary") value=saved.summary.clone()/>
        <Choices
            form=form.clone()
            name="audiences"
            label=t("tutorials-for")
            choices=audiences
            values=saved.audiences.clone()
            several=true
        />
        <TextField
            form=form.clone()
            name="minutes"
            label=t("tutorials-minutes-field")
            value=saved.minutes.clone()
            inputmode="numeric"
            short=true
        />
        {body}
        {sequence}
        <TextField
            form=form.clone()
            name="new_path"
            label=t("tutorials-new-path")
            hint=t("tutorials-new-path-hint")
            value=saved.new_path.clone()
            optional=true
        />
        <TextField
            form=form.clone()
            name="rank"
            label=t("tutorials-rank")
            value=saved.rank.clone()
            inputmode="numeric"
            short=true
            optional=true
        />
        <TextArea
            form=form.clone()
            name="help"
            label=t("tutorials-screens")
            hint=t("tutorials-screens-hint")
            value=saved.help.clone()
            rows=3
            optional=true
        />
        {in_english}
    }
    .into_any()
}
