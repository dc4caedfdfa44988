//! `/tutoriels/suivi`: who said that they are stuck, for those who look after them; what people say of the tutorials.

use backend::tutorials::{self, Heard, Waiting};
use domain::policy::{Permission, TutorialAction};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{done, way_back};
use crate::{
    paths,
    request::Request,
    tutorials::actions::SettleStuck,
    ui::{Document, ErrorSummary, Facts, FormView, PageResult, Place},
    words::Words,
};

/// `/tutoriels/suivi`
pub async fn followed(rq: Request) -> PageResult {
    let waiting = tutorials::waiting(&rq.cx).await?;
    let hears = rq.cx.may(Permission::Tutorial(TutorialAction::Hear));
    let heard = if hears { Some(tutorials::heard(&rq.cx).await?) } else { None };
    let words = &rq.words;
    let title = words.t("tutorials-followed");
    let list = if waiting.is_empty() {
        view! { <p class="muted">{words.t("tutorials-stuck-none")}</p> }.into_any()
    } else {
        let rows = waiting.iter().map(|one| waiting_view(&rq, one)).collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let heard = heard.map(|heard| heard_part(words, &heard));
    let lead = words.t(if hears { "tutorials-stuck-lead-all" } else { "tutorials-stuck-lead" });
    let view = view! {
        {way_back(&rq, None, None)}
        <ErrorSummary form=rq.form(SettleStuck::PATH)/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {done(&rq)}
        <section class="part" aria-labelledby="bloques">
            <header><h2 id="bloques">{words.t("tutorials-stuck-people")}</h2></header>
            <p class="muted">{lead}</p>
            {list}
        </section>
        {heard}
    };
    Ok(Document::new(title, view).at(Place::Tutorials).unlisted())
}

fn waiting_view(rq: &Request, one: &Waiting) -> AnyView {
    let words = rq.words.clone();
    let at = say!(words, "tutorials-step", number = one.step, title = one.step_title.clone());
    let since = words.day_of(one.at);
    let language = words.council_language();
    let facts = vec![
        view! { <a href=paths::tutorial_step(&one.slug, one.step) lang=language>{one.title.clone()}</a> }
            .into_any(),
        view! { <span lang=language>{at}</span> }.into_any(),
        since.into_any(),
    ];
    let said = (!one.words.is_empty()).then(|| view! { <p class="row-text lines">{one.words.clone()}</p> });
    let label = say!(words, "tutorials-settle-label", name = one.name.clone());
    let settle = words.t("tutorials-settle");
    let id = one.id.to_string();
    view! {
        <li>
            <a class="row-title" href=paths::member(one.who)>{one.name.clone()}</a>
            <Facts facts=facts/>
            {said}
            <div class="row-acts">
                <FormView form=rq.form(SettleStuck::PATH) class="one" summary=false>
                    <input type="hidden" name="plea" value=id/>
                    <button class="button" aria-label=label>{settle}</button>
                </FormView>
            </div>
        </li>
    }
    .into_any()
}

fn heard_part(words: &Words, heard: &[Heard]) -> AnyView {
    let language = words.council_language();
    let rows = heard
        .iter()
        .map(|one| {
            let counted = say!(words, "tutorials-heard", useful = one.useful, of = one.of);
            let said = one
                .words
                .iter()
                .map(|(at, opinion)| {
                    let key = if opinion.useful { "tutorials-yes" } else { "tutorials-no" };
                    let facts = vec![words.t(key).into_any(), words.day_of(*at).into_any()];
                    view! { <li><p class="row-text lines">{opinion.words.clone()}</p><Facts facts=facts/></li> }
                })
                .collect_view();
            let said = (!one.words.is_empty()).then(|| view! { <ul class="plain">{said}</ul> });
            view! {
                <li>
                    <a class="row-title" href=paths::tutorial(&one.slug) lang=language>{one.title.clone()}</a>
                    <Facts facts=vec![counted.into_any()]/>
                    {said}
                </li>
            }
        })
        .collect_view();
    let list = if heard.is_empty() {
        view! { <p class="muted">{words.t("tutorials-heard-none")}</p> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        <section class="part" aria-labelledby="avis">
            <header><h2 id="avis">{words.t("tutorials-opinion-all")}</h2></header>
            <p class="muted">{words.t("tutorials-heard-lead")}</p>
            {list}
        </section>
    }
    .into_any()
}
