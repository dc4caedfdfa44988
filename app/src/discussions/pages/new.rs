//! `/groupes/{slug}/discussions/nouvelle`

use leptos::prelude::*;
use server_fn::ServerFn;

use super::{piece, way_back_to_all};
use crate::{
    discussions::actions::BeginDiscussion,
    paths,
    request::Request,
    ui::{Breadcrumb, Choice, Document, FormView, PageResult, Place, Select, TextArea, TextField},
};

/// Beginning a discussion.
pub async fn new(rq: Request) -> PageResult {
    let new = backend::discussions::new_view(&rq.cx, rq.param("slug")).await?;
    let words = rq.words.clone();
    let slug = new.group.slug.clone();
    let form = rq.form(BeginDiscussion::PATH).shown_at(paths::new_discussion(&slug));
    let unsent = new.unsent.as_ref();
    let typed =
        |of: fn(&backend::discussions::Unsent) -> &String| unsent.map(of).cloned().unwrap_or_default();
    let body = form.value("body", &typed(|unsent| &unsent.body));
    let preview = piece::preview(&rq, &body).await;
    // A text leads here with its number.
    let about = unsent.map(|unsent| unsent.about.clone());
    let about = about.or_else(|| rq.query("texte").map(str::to_owned)).unwrap_or_default();
    let texts: Vec<Choice> =
        new.texts.iter().map(|text| Choice::new(text.id.to_string(), text.title.clone())).collect();
    let text = (!texts.is_empty()).then(|| {
        view! {
            <Select
                form=form.clone()
                name="text"
                label=words.t("discussions-text")
                hint=words.t("discussions-text-hint")
                choices=texts
                value=about
                optional=true
            />
        }
    });
    let title = words.t("discussions-new-title");
    let place = view! { <input type="hidden" name="slug" value=slug.clone()/> }.into_any();
    let given_back = piece::given_back(&rq, unsent, place, paths::new_discussion(&slug));
    let fields = view! {
        <TextField
            form=form.clone()
            name="subject"
            label=words.t("discussions-subject")
            hint=words.t("discussions-subject-hint")
            value=typed(|unsent| &unsent.subject)
        />
        <TextArea
            form=form.clone()
            name="body"
            label=words.t("discussions-first-message")
            hint=words.t("discussions-body-hint")
            value=typed(|unsent| &unsent.body)
            rows=10
        />
        {text}
        {piece::keep(&words, &form, &slug, None, None)}
    };
    let back = paths::discussions(&slug);
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=way_back_to_all(&words, &new.group)/>
        <div class="narrow stack">
            <header class="page-head"><h1>{title.clone()}</h1></header>
            {given_back}
            {preview}
            <FormView form=form>
                <input type="hidden" name="slug" value=slug/>
                {fields}
                <p class="acts">
                    <button class="button main">{words.t("discussions-new-do")}</button>
                    " "
                    <button class="button" name="go" value="preview">{words.t("discussions-preview")}</button>
                    " "
                    <a class="go" href=back>{words.t("discussions-back")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted().with_islands())
}
