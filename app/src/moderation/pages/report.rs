//! `/signaler/{what}`

use domain::moderation::{Ground, Reported};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::part;
use crate::{
    moderation::actions::SendReport,
    paths,
    request::Request,
    ui::{Breadcrumb, Choice, Choices, Document, FormView, PageResult, Place, TextArea},
};

/// Reporting something that one reads.
pub async fn report(rq: Request) -> PageResult {
    let what: Reported = rq.param("what").parse()?;
    let found = backend::moderation::report_page(&rq.cx, what).await?;
    let words = rq.words.clone();
    let title = words.t(&format!("moderation-report-{}", what.kind.code()));
    let here = paths::report(what);
    let form = rq.form(SendReport::PATH).shown_at(here);
    let grounds = Ground::ALL
        .iter()
        .map(|ground| Choice::new(ground.code(), words.t(&format!("moderation-ground-{}", ground.code()))));
    let grounds: Vec<Choice> = grounds.collect();
    let [lead, why, say, hint, button, cancel] = [
        "moderation-report-lead",
        "moderation-field-ground",
        "moderation-field-words",
        "moderation-field-words-hint",
        "moderation-report-do",
        "moderation-cancel",
    ]
    .map(|key| words.t(key));
    let fields = view! {
        <Choices form=form.clone() name="ground" label=why choices=grounds/>
        <TextArea form=form.clone() name="words" label=say hint=hint rows=4 optional=true/>
        {part::choose(&words, &form, &found.articles)}
    };
    let back = part::href(&found.content.place);
    let ancestors = vec![(back.clone(), found.content.title.clone())];
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{lead}</p>
        </header>
        <section class="part" aria-labelledby="contenu-signale">
            <header><h2 id="contenu-signale">{words.t("moderation-content")}</h2></header>
            {part::content(&words, what, Some(&found.content))}
        </section>
        <FormView form=form>
            <input type="hidden" name="what" value=what.to_string()/>
            {fields}
            <p class="acts">
                <button class="button main">{button}</button>
                " "
                <a class="go" href=back>{cancel}</a>
            </p>
        </FormView>
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted())
}
