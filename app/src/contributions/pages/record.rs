//! `/contributions/{id}/proces-verbal`: the record of an adoption that was typed in wrongly.

use backend::contributions;
use domain::ids::ContributionId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{adoption::votes, deeper};
use crate::{
    contributions::actions::MendRecord,
    paths,
    request::Request,
    ui::{Document, FormView, PageResult, Place, TextField, typed_day},
};

/// `/contributions/{id}/proces-verbal`
pub async fn record(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let text = contributions::record(&rq.cx, id).await?;
    let words = rq.words.clone();
    let title = words.t("contributions-mend-title");
    let form = rq.form(MendRecord::PATH);
    let record = text.record;
    let lead = say!(words, "contributions-mend-lead", number = text.number.to_string());
    let [body, body_hint, day, day_hint, reason, reason_hint, save, back] = [
        "contributions-adopt-body",
        "contributions-adopt-body-hint",
        "contributions-adopt-day",
        "contributions-mend-day-hint",
        "contributions-mend-reason",
        "contributions-mend-reason-hint",
        "contributions-mend-save",
        "contributions-edit-back",
    ]
    .map(|key| words.t(key));
    let counted = [record.votes_for, record.votes_against, record.votes_abstaining];
    let adopted_on = typed_day(record.adopted_on);
    let fields = view! {
        <TextField form=form.clone() name="body" label=body hint=body_hint value=record.body/>
        <TextField form=form.clone() name="adopted_on" label=day hint=day_hint value=adopted_on short=true autocomplete="off"/>
        {votes(&words, &form, counted)}
        <TextField form=form.clone() name="reason" label=reason hint=reason_hint/>
    };
    let heading = say!(words, "contributions-mend-of", title = text.head.title.clone());
    let view = view! {
        {deeper(&rq, &text.head, title.clone())}
        <div class="narrow stack">
            <p class="lead">{heading}</p>
            <p>{lead}</p>
            <FormView form=form>
                <input type="hidden" name="id" value=id.to_string()/>
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
