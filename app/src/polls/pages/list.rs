//! `/votes`: what is put to the vote; `/decisions`: what was decided.

use backend::{
    PageNumber,
    polls::{self, PollRow},
};
use domain::{policy::Permission, polls::Phase};
use leptos::prelude::*;

use super::{back, counts, phase, when};
use crate::{
    paths,
    request::Request,
    ui::{Document, Empty, Facts, PageResult, Pager, Place, State},
    words::Words,
};

/// `/votes`
pub async fn list(rq: Request) -> PageResult {
    let rows = polls::list(&rq.cx).await?;
    let w = rq.words.clone();
    let may = rq.cx.may(Permission::RunPolls);
    let prepare = || (paths::NEW_POLL.to_owned(), w.t("polls-prepare"));
    let going_on = if rows.is_empty() {
        let text = w.t(if may { "polls-none-prepare" } else { "polls-none" });
        view! { <Empty text=text action=may.then(prepare)/> }.into_any()
    } else {
        let rows = rows.iter().map(|row| waiting(&w, row)).collect_view();
        let add = may.then(|| {
            let (href, label) = prepare();
            view! { <a class="go" href=href>{label}</a> }
        });
        view! {
            <section class="part" aria-labelledby="en-cours">
                <header><h2 id="en-cours">{w.t("polls-going-on")}</h2>{add}</header>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    };
    let usual = may.then(|| view! { <a class="go" href=paths::POLL_RULES>{w.t("polls-usual-do")}</a> });
    let title = w.t("polls-title");
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("polls-lead")}</p>
        </header>
        {going_on}
        <p class="acts">
            <a class="go" href=paths::RESOLUTIONS>{w.t("polls-register")}</a>
            {usual}
        </p>
    };
    Ok(Document::new(title, view).at(Place::Polls).unlisted())
}

fn waiting(w: &Words, row: &PollRow) -> impl IntoView + use<> {
    let sign = match (row.phase, row.mine) {
        (Phase::Open, Some(false)) => {
            view! { <State name="watch" label=w.t("polls-mine-to-cast")/> }.into_any()
        }
        (Phase::Open, Some(true)) => view! { <State name="done" label=w.t("polls-mine-cast")/> }.into_any(),
        _ => phase(w, row.phase, None),
    };
    let secrecy = w.t(&format!("polls-secrecy-{}", row.secrecy.code()));
    let facts = vec![sign, when(w, &row.times, row.phase).into_any(), secrecy.into_any()];
    let (href, question) = (paths::poll(row.id), row.question.clone());
    view! { <li><a class="row-title" href=href>{question}</a><Facts facts=facts/></li> }
}

/// `/decisions`
pub async fn register(rq: Request) -> PageResult {
    let page = polls::register(&rq.cx, PageNumber::parse(rq.query("page"))).await?;
    let w = rq.words.clone();
    let title = w.t("polls-register");
    let list = if page.rows.is_empty() {
        view! { <Empty text=w.t("polls-register-none") action=None/> }.into_any()
    } else {
        let rows = page.rows.iter().map(|row| decided(&w, row)).collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let (number, pages) = (page.number.get(), page.pages());
    let view = view! {
        {back(&rq, None)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("polls-register-lead")}</p>
        </header>
        {list}
        <Pager rq=rq.clone() number=number pages=pages/>
    };
    Ok(Document::new(title, view).at(Place::Polls).unlisted())
}

fn decided(w: &Words, row: &PollRow) -> Option<impl IntoView + use<>> {
    let (number, tally) = row.decided.as_ref()?;
    let quorate = (!tally.is_quorate()).then(|| w.t("polls-not-quorate").into_any());
    let mut facts = vec![phase(w, row.phase, Some(tally)), counts(w, &tally.count).into_any()];
    facts.extend(quorate);
    facts.push(row.body.clone().into_any());
    facts.push(w.day_of(row.times.closes_at).into_any());
    let (href, question) = (paths::poll(row.id), row.question.clone());
    let number = number.to_string();
    Some(view! {
        <li>
            <a class="row-title" href=href><span class="nowrap">{number}</span>" "{question}</a>
            <Facts facts=facts/>
        </li>
    })
}
