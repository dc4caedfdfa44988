//! `/signalements`

use backend::moderation::{CaseRow, MyReport};
use leptos::prelude::*;

use super::part;
use crate::{
    paths,
    request::Request,
    ui::{Document, Facts, PageResult, Pager, Place},
    words::Words,
};

/// What waits for somebody who looks after a group, and what everybody reported themselves.
pub async fn list(rq: Request) -> PageResult {
    let decided = rq.query("voir") == Some("decides");
    let queue = backend::moderation::cases(&rq.cx, !decided, rq.page_number()).await?;
    let mine = backend::moderation::mine(&rq.cx).await?;
    let words = &rq.words;
    let title = words.t("moderation-title");
    let queue = queue.map(|found| {
        let rows = found.rows.iter().map(|row| row_view(words, row)).collect_view();
        let none = if decided { "moderation-none-decided" } else { "moderation-none" };
        let list = match found.rows.is_empty() {
            true => view! { <p class="muted">{words.t(none)}</p> }.into_any(),
            false => view! { <ul class="rows">{rows}</ul> }.into_any(),
        };
        let chip = |href: String, key: &str, current: bool| {
            let current = current.then_some("true");
            view! { <li><a href=href aria-current=current>{words.t(key)}</a></li> }
        };
        view! {
            <section class="part" aria-labelledby="a-decider">
                <header><h2 id="a-decider">{words.t("moderation-queue")}</h2></header>
                <p class="muted">{words.t("moderation-rule-note")}</p>
                <nav aria-label=words.t("moderation-filters")>
                    <ul class="chips">
                        {chip(paths::REPORTS.to_owned(), "moderation-filter-waiting", !decided)}
                        {chip(paths::reports_decided(), "moderation-filter-decided", decided)}
                    </ul>
                </nav>
                {list}
                <Pager rq=rq.clone() number=found.number.get() pages=found.pages()/>
            </section>
        }
    });
    let own = mine.iter().map(|row| mine_view(words, row)).collect_view();
    let own = match mine.is_empty() {
        true => view! { <p class="muted">{words.t("moderation-mine-none")}</p> }.into_any(),
        false => view! { <ul class="rows">{own}</ul> }.into_any(),
    };
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("moderation-lead")}</p>
        </header>
        {queue}
        <section class="part" aria-labelledby="les-miens">
            <header><h2 id="les-miens">{words.t("moderation-mine")}</h2></header>
            {own}
        </section>
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted())
}

fn row_view(words: &Words, row: &CaseRow) -> AnyView {
    let mut facts: Vec<AnyView> = vec![
        part::state(words, row.state, row.kind.is_hidden()),
        words.t(&format!("moderation-kind-{}", row.kind.code())).into_any(),
        match &row.group {
            Some(group) => group.name.clone().into_any(),
            None => words.t("moderation-common").into_any(),
        },
    ];
    if row.reports > 0 {
        facts.push(say!(words, "moderation-count", count = row.reports).into_any());
    }
    facts.push(say!(words, "discussions-since", day = words.day_of(row.since)).into_any());
    view! {
        <li>
            <a class="row-title" href=paths::report_case(row.id)>{row.title.clone()}</a>
            <Facts facts=facts/>
        </li>
    }
    .into_any()
}

fn mine_view(words: &Words, row: &MyReport) -> AnyView {
    let facts: Vec<AnyView> = vec![
        part::state(words, row.state, row.kind.is_hidden()),
        words.t(&format!("moderation-ground-{}", row.ground.code())).into_any(),
        say!(words, "moderation-reported-on", day = words.day_of(row.at)).into_any(),
    ];
    view! {
        <li>
            <a class="row-title" href=paths::report_case(row.case_id)>{row.title.clone()}</a>
            <Facts facts=facts/>
        </li>
    }
    .into_any()
}
