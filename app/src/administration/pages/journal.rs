//! `/administration/journal`: what happened, in words.

use backend::{
    clock,
    journal::{self, JournalLine},
};
use leptos::prelude::*;

use super::way_back;
use crate::{
    request::Request,
    ui::{Document, PageResult, Pager, Place},
    words::{Values, Words},
};

/// The journal, latest first.
pub async fn journal(rq: Request) -> PageResult {
    let page = journal::list(&rq.cx, rq.page_number()).await?;
    let w = rq.words.clone();
    let title = w.t("administration-journal");
    let (number, pages) = (page.number.get(), page.pages());
    let days = page
        .rows
        .chunk_by(|a, b| clock::day(a.at) == clock::day(b.at))
        .map(|lines| day(&w, lines))
        .collect_view();
    let view = view! {
        {way_back(&rq)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("administration-journal-lead")}</p>
        </header>
        {days}
        <Pager rq=rq.clone() number=number pages=pages/>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// The lines of a day.
fn day(w: &Words, lines: &[JournalLine]) -> Option<impl IntoView + use<>> {
    let day = clock::day(lines.first()?.at);
    let id = format!("jour-{day}");
    let labelled_by = id.clone();
    let rows = lines
        .iter()
        .map(|line| {
            let group = line.group.clone().map(|group| view! { " "<small class="muted">{group}</small> });
            view! {
                <li>
                    <time datetime=line.at.to_rfc3339()>{w.time(line.at)}</time>
                    " "
                    <span>{sentence(w, line)}{group}</span>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section class="part" aria-labelledby=labelled_by>
            <header><h2 id=id>{w.day(day)}</h2></header>
            <ol class="journal dated">{rows}</ol>
        </section>
    })
}

/// What happened, who did it and to whom.
fn sentence(w: &Words, line: &JournalLine) -> String {
    let named =
        |person: &Option<(domain::ids::UserId, String)>| person.as_ref().map(|(_, name)| name.clone());
    let user = named(&line.user);
    // A visitor who signs in or opens their account is the person it happens to.
    let actor =
        named(&line.actor).or_else(|| line.kind.starts_with("account.").then(|| user.clone()).flatten());
    let values = Values::from([
        ("actor".into(), actor.unwrap_or_else(|| w.t("administration-the-program")).into()),
        ("user".into(), user.unwrap_or_else(|| w.t("administration-somebody")).into()),
    ]);
    let mut key = line.kind.replace(['.', '_'], "-");
    // Somebody else changed it for them.
    if key == "account-address-changed" && line.actor.is_some() && line.actor != line.user {
        key.push_str("-by");
    }
    w.find(&format!("journal-{key}"), &values).unwrap_or_else(|| line.kind.clone())
}
