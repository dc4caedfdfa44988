//! `/contributions/{id}/corriger`: a correction of a published text, with its reason.

use backend::contributions;
use domain::ids::ContributionId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::deeper;
use crate::{
    contributions::actions::CorrectContribution,
    paths,
    request::Request,
    ui::{Document, FormView, PageResult, Place, TextArea, TextField},
};

/// `/contributions/{id}/corriger`
pub async fn correct(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let text = contributions::correction_view(&rq.cx, id).await?;
    let words = rq.words.clone();
    let title = words.t("contributions-correct-title");
    let form = rq.form(CorrectContribution::PATH);
    let lead = say!(words, "contributions-correct-lead", number = text.number.to_string());
    let version = form.value("version", &text.head.version.to_string());
    let saved = text.saved;
    let [name, brief, brief_hint, body, body_hint, reason, reason_hint, save, back] = [
        "contributions-edit-name",
        "contributions-edit-summary",
        "contributions-edit-summary-hint",
        "contributions-edit-body",
        "contributions-edit-body-hint",
        "contributions-correct-reason",
        "contributions-correct-reason-hint",
        "contributions-correct-save",
        "contributions-edit-back",
    ]
    .map(|key| words.t(key));
    let fields = view! {
        <TextField form=form.clone() name="reason" label=reason hint=reason_hint/>
        <TextField form=form.clone() name="title" label=name value=saved.title/>
        <TextArea form=form.clone() name="summary" label=brief hint=brief_hint value=saved.summary rows=3 optional=true/>
        <TextArea form=form.clone() name="body" label=body hint=body_hint value=saved.body rows=20 large=true/>
    };
    let view = view! {
        {deeper(&rq, &text.head, title.clone())}
        <div class="stack">
        <p class="lead">{lead}</p>
        <FormView form=form>
            <input type="hidden" name="id" value=id.to_string()/>
            <input type="hidden" name="version" value=version/>
            {fields}
            <p class="acts">
                <button class="button main">{save}</button>
                " "
                <a class="go" href=paths::contribution(id)>{back}</a>
            </p>
        </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Texts).unlisted())
}
