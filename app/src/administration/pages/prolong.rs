//! `/administration/membres/mandats/prolonger`: several mandates that run longer, at once.

use domain::people::MandatesForm;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    mandates::{LAST_DAY, none, people},
    way_back_to_members,
};
use crate::{
    administration::actions::ProlongMandates,
    paths,
    request::Request,
    ui::{Document, FormView, PageResult, Place, TextField},
};

/// Choosing whose mandates run longer, and until when.
pub async fn prolong_mandates(rq: Request) -> PageResult {
    let seats = backend::people::seats(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("mandates-prolong-title");
    let form = rq.form(ProlongMandates::PATH);
    let chosen = MandatesForm::default();
    let content = if seats.is_empty() {
        none(&w)
    } else {
        let people = people(&w, &form, &seats, &chosen.mandates, "mandates-prolong-people");
        let [day, hint, save, back] = [
            "mandates-prolong-day",
            "mandates-prolong-day-hint",
            "mandates-prolong-do",
            "mandates-back-to-members",
        ]
        .map(|key| w.t(key));
        let last_day = view! { <TextField form=form.clone() name=LAST_DAY label=day hint=hint short=true autocomplete="off"/> };
        view! {
            <FormView form=form>
                {people}
                {last_day}
                <p class="acts">
                    <button class="button main">{save}</button>
                    " "
                    <a class="go" href=paths::ADMINISTRATION_MEMBERS>{back}</a>
                </p>
            </FormView>
        }
        .into_any()
    };
    let view = view! {
        {way_back_to_members(&rq)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("mandates-prolong-lead")}</p>
        </header>
        <div class="narrow settings">{content}</div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}
