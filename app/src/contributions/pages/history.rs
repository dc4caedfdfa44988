//! `/contributions/{id}/historique`: the life of a text, its versions and what happened to it, from the first draft.

use backend::{
    clock,
    contributions::{self, HistoryRow},
    feed::Line,
};
use chrono::{DateTime, Utc};
use domain::{ids::ContributionId, policy::ContributionAction};
use leptos::prelude::*;

use super::deeper;
use crate::{
    behalf,
    contributions::parts,
    feed::line::{icon, said},
    paths,
    request::Request,
    ui::{Document, Facts, Icon, PageResult, Pager, Place},
};

/// `/contributions/{id}/historique`
pub async fn history(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let id: ContributionId = rq.id("id")?;
    let head = contributions::head(&rq.cx, id, ContributionAction::Read).await?;
    let history = contributions::history(&rq.cx, id, rq.page_number()).await?;
    let happened = backend::feed::of_text(&rq.cx, id, history.time).await?;
    let title = rq.words.t("contributions-history-title");
    let page = &history.page;
    let mut life: Vec<(DateTime<Utc>, AnyView)> =
        happened.iter().map(|line| (line.at, event(&rq, line))).collect();
    life.extend(page.rows.iter().map(|row| (row.revision.at, version(&rq, id, head.version.0, row))));
    // Stable: what happens to a version comes after it, so above it.
    life.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let rows: Vec<AnyView> = life.into_iter().map(|(_, row)| row).collect();
    let who = rq.words.t("contributions-passages-do");
    let view = view! {
        {deeper(&rq, &head, title.clone())}
        <p><a class="go" href=paths::contribution_passages(id)>{who}</a></p>
        <ol class="rows" reversed>{rows}</ol>
        <Pager rq=rq.clone() number=page.number.get() pages=page.pages()/>
    };
    Ok(Document::new(title, view).at(Place::Texts).unlisted())
}

fn event(rq: &Request, line: &Line) -> AnyView {
    let words = &rq.words;
    view! {
        <li class="event">
            <Icon name=icon(line.kind)/>
            " "
            <span>{said(words, line, &words.t("contributions-history-this"))}{behalf::part::hands(words, &line.entered_by)}" "<small class="muted">{words.day(clock::day(line.at))}</small></span>
        </li>
    }
    .into_any()
}

fn version(rq: &Request, id: ContributionId, current: i32, row: &HistoryRow) -> AnyView {
    let words = &rq.words;
    let number = row.revision.version;
    let version = number.0;
    let name = parts::version_name(words, number, row.name.as_deref());
    let changed = if version == 1 {
        words.t("contributions-history-first")
    } else {
        say!(words, "contributions-history-changed", added = row.words_added, removed = row.words_removed)
    };
    let people = parts::writers(words, &row.revision, &row.with);
    let mut facts = vec![
        view! { {people} }.into_any(),
        view! { {words.moment(row.revision.at)} }.into_any(),
        view! { {changed} }.into_any(),
    ];
    facts.extend(behalf::part::hand(words, row.entered_by.as_ref()));
    let merged = row.merged_from.map(|base| {
        let (base, theirs) = (base.to_string(), (version - 1).to_string());
        view! { <p class="row-text">{say!(words, "contributions-history-merged", base = base, theirs = theirs)}</p> }
    });
    let reason = (!row.revision.reason.is_empty())
        .then(|| view! { <blockquote class="row-text">{say!(words, "contributions-history-reason", reason = row.revision.reason.clone())}</blockquote> });
    let compare = |from: i32, to: i32, key: &str| {
        view! { <a class="go" href=paths::contribution_compare(id, from, to)>{words.t(key)}<span class="vh">{format!(" ({name})")}</span></a> }
    };
    let before = (version > 1).then(|| compare(version - 1, version, "contributions-history-compare-before"));
    let since = (version < current).then(|| compare(version, current, "contributions-history-compare-now"));
    let print = view! {
        <a class="go" href=paths::contribution_print(id, row.revision.version, "pdf")>
            {words.t("printing-history")}<span class="vh">{format!(" ({name})")}</span>
        </a>
    };
    view! {
        <li>
            <a class="row-title" href=paths::contribution_version(id, number)>{name.clone()}</a>
            <Facts facts=facts/>
            {merged}
            {reason}
            <div class="row-acts">{before}" "{since}" "{print}</div>
        </li>
    }
    .into_any()
}
