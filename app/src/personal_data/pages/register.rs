//! `/administration/donnees`: the register of processing, ready to print, and those who ask to be erased.

use backend::personal_data::{ErasureRequest, requests, settings};
use domain::personal_data::{Keeping, Processing, register::tables};
use leptos::prelude::*;

use super::{days, kept, said, who_answers};
use crate::{
    accounts::done,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Notice, NoticeTone, PageResult, Place},
    words::Words,
};

/// The register.
pub async fn register(rq: Request) -> PageResult {
    let settings = settings(&rq.cx).await?;
    let asked = requests(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("personal-data-register");
    let ancestors = vec![(paths::ADMINISTRATION.to_owned(), w.t("menu-administration"))];
    let council = rq.council.as_ref().map(|council| council.name.clone()).unwrap_or_default();
    let nobody = w.t("personal-data-nobody-answers");
    let who = who_answers(&w, &settings.responsible)
        .unwrap_or_else(|| view! { <Notice tone=NoticeTone::Warning><p>{nobody}</p></Notice> }.into_any());
    let all = Processing::ALL.iter().map(|one| processing(&w, *one, &settings.keeping)).collect_view();
    let safety =
        (1..=4).map(|n| view! { <li>{w.t(&format!("personal-data-safety-{n}"))}</li> }).collect_view();
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <ul class="facts"><li>{council}</li><li>{say!(w, "personal-data-register-on", day = w.day(rq.cx.today()))}</li></ul>
        </header>
        {done(&rq, &[("efface", "personal-data-done-erased")])}
        <div class="narrow settings">
            {waiting(&w, &asked)}
            <p>{w.t("personal-data-register-lead")}</p>
            {who}
            <p class="acts"><a class="button" href=paths::ADMINISTRATION_KEEPING>{w.t("personal-data-keeping-go")}</a></p>
            {all}
            <section class="part" aria-labelledby="securite">
                <header><h2 id="securite">{w.t("personal-data-safety")}</h2></header>
                <ul>{safety}</ul>
            </section>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// Those who ask to be erased: not part of the register.
fn waiting(w: &Words, asked: &[ErasureRequest]) -> Option<AnyView> {
    let rows = asked.iter().map(|request| {
        let said = (!request.words.is_empty()).then(|| view! { <p class="row-text">{request.words.clone()}</p> });
        view! {
            <li>
                <a class="row-title" href=paths::administration_erase(request.user_id)>{request.name.clone()}</a>
                <ul class="facts"><li>{say!(w, "personal-data-asked-on", day = w.day_of(request.at))}</li></ul>
                {said}
            </li>
        }
    });
    (!asked.is_empty()).then(|| {
        view! {
            <section class="part no-print" aria-labelledby="demandes">
                <header><h2 id="demandes">{w.t("personal-data-requests")}</h2></header>
                <ul class="rows">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn processing(w: &Words, one: Processing, keeping: &Keeping) -> impl IntoView + use<> {
    let id = format!("traitement-{}", one.code());
    let labelled_by = id.clone();
    let fact = |key: &str, what: &str| view! { <dt>{w.t(key)}</dt><dd>{said(w, one, what)}</dd> };
    let basis = w.t(&format!("personal-data-basis-{}", one.basis().code()));
    let times = one.kept().map(|what| {
        let time = days(w, keeping.days(what));
        view! { <li>{say!(w, "personal-data-kept-for", what = kept(w, what), time = time)}</li> }
    });
    let times = times.collect_view();
    // As the database names them: whoever checks the register looks there.
    let behind = tables().filter(|table| table.processing == one).map(|table| {
        let columns: Vec<&str> = table.personal.iter().map(|(name, _)| *name).collect();
        view! { <li><code>{table.name}</code>{w.t("personal-data-colon")}<code>{columns.join(", ")}</code></li> }
    });
    view! {
        <section class="part" aria-labelledby=labelled_by>
            <header><h2 id=id>{said(w, one, "title")}</h2></header>
            <dl class="facts-list tall">
                {fact("personal-data-purpose", "purpose")}
                <dt>{w.t("personal-data-basis")}</dt><dd>{basis}</dd>
                {fact("personal-data-people", "people")}
                {fact("personal-data-categories", "data")}
                {fact("personal-data-recipients", "recipients")}
                <dt>{w.t("personal-data-time")}</dt>
                <dd>{said(w, one, "time")}<ul>{times}</ul></dd>
            </dl>
            <h3>{w.t("personal-data-tables")}</h3>
            <ul class="muted">{behind.collect_view()}</ul>
        </section>
    }
}
