//! `/charte/{slug}/versions/{n}/modifier`: writing a version.

use backend::{charter, contributions};
use domain::{Version, charter::BODY_MAX, ids::FramingVersionId};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::way_back;
use crate::{
    charter::actions::SaveVersion,
    paths,
    request::Request,
    ui::{Both, Document, Form, FormView, Meanwhile, PageResult, Place, TextArea, TextField, editor},
};

/// `/charte/{slug}/versions/{n}/modifier`
pub async fn edit(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let number: i32 = rq.id("number")?;
    let view = charter::edit_view(&rq.cx, &slug, number).await?;
    let words = rq.words.clone();
    let title = say!(words, "charter-edit", number = number);
    let form = rq.form(SaveVersion::PATH);
    let saved = view.saved.clone();
    let back = paths::framing_version(&slug, number);
    let hidden = slug.clone();
    let both = vec![
        Both::new(&form, "body", words.t("charter-body"), &saved.body),
        Both::new(&form, "motives", words.t("charter-motives"), &saved.motives),
        Both::new(&form, "starts_on", words.t("charter-starts-on"), &saved.starts_on),
    ];
    let version = form.version(view.version.version);
    // Too long to be saved is too long to be shown: the error beside the field says so.
    let html = contributions::preview(&rq.cx, &form.value("body", &saved.body)).await.unwrap_or_default();
    let body = view! {
        <TextArea
            form=form.clone()
            name="body"
            label=words.t("charter-body")
            hint=words.t("charter-body-hint")
            value=saved.body.clone()
            rows=24
            large=true
        />
    };
    let base = view.version.version;
    let room = editor::Room {
        address: paths::framing_live(&slug, number),
        base,
        typed_over: typed_over(&rq, &form, view.version.id, base).await?,
    };
    let body = editor::together(&rq, room, BODY_MAX, body.into_any());
    let meanwhile = view! { <Meanwhile form=form.clone() fields=both/> };
    let written = view! {
        <FormView form=form.clone()>
            <input type="hidden" name="slug" value=hidden/>
            <input type="hidden" name="number" value=number.to_string()/>
            <input type="hidden" name="version" value=version/>
            {body}
            <TextArea
                form=form.clone()
                name="motives"
                label=words.t("charter-motives")
                hint=words.t("charter-motives-hint")
                value=saved.motives.clone()
                rows=5
                optional=true
            />
            <TextField
                form=form.clone()
                name="starts_on"
                label=words.t("charter-starts-on")
                hint=words.t("charter-starts-on-hint")
                value=saved.starts_on.clone()
                short=true
                optional=true
                autocomplete="off"
            />
            <p class="acts">
                <button class="button main">{words.t("charter-save")}</button>
                " "
                <a class="go" href=back>{words.t("charter-back")}</a>
            </p>
        </FormView>
    };
    let page = view! {
        {way_back(&rq, Some((&slug, &view.head.title)))}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{rq.words.t("charter-edit-lead")}</p>
        </header>
        {meanwhile}
        {editor::with_preview(&rq.words, written.into_any(), html)}
    };
    Ok(Document::new(title, page).at(Place::Charter).with_editor().unlisted().wide())
}

/// What somebody began to type from, when the form shown again was not of the room: their words then go into its text.
async fn typed_over(
    rq: &Request,
    form: &Form,
    id: FramingVersionId,
    saved: Version,
) -> backend::Result<Option<String>> {
    let was_live = form.value("live", "") == "1";
    if !form.is_refused() || was_live {
        return Ok(None);
    }
    let base = form.value("version", &saved.to_string()).parse().unwrap_or(saved);
    charter::began_from(&rq.cx, id, base).await
}
