//! `/groupes/{slug}/moderation`

use backend::{
    discussions::{Act, HiddenRow, Moderation},
    events::EventKind,
};
use leptos::prelude::*;

use super::way_back_to_all;
use crate::{
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Facts, PageResult, Pager, Place, State},
    words::{Values, Words, value},
};

/// What is hidden in the discussions of a group, and who decided what.
pub async fn moderation(rq: Request) -> PageResult {
    let found = backend::discussions::moderation(&rq.cx, rq.param("slug"), rq.page_number()).await?;
    let words = &rq.words;
    let title = words.t("discussions-moderation");
    let waiting = match found.waiting {
        0 => words.t("discussions-waiting-none"),
        count => say!(words, "discussions-waiting", count = count),
    };
    let rows = found.hidden.rows.iter().map(|row| row_view(words, &found, row)).collect_view();
    let list = match found.hidden.rows.is_empty() {
        true => view! { <p class="muted">{words.t("discussions-hidden-none")}</p> }.into_any(),
        false => view! { <ul class="rows">{rows}</ul> }.into_any(),
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=way_back_to_all(words, &found.group)/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{waiting}</p>
        </header>
        <section class="part" aria-labelledby="masques">
            <header><h2 id="masques">{words.t("discussions-hidden-title")}</h2></header>
            {list}
            <Pager rq=rq.clone() number=found.hidden.number.get() pages=found.hidden.pages()/>
        </section>
        {acts(words, &found)}
    };
    let document_title = format!("{title}, {}", found.group.name);
    Ok(Document::new(document_title, view).at(Place::Groups).unlisted())
}

fn row_view(words: &Words, found: &Moderation, row: &HiddenRow) -> AnyView {
    let mut facts: Vec<AnyView> = Vec::new();
    if row.asked {
        facts.push(view! { <State name="waiting" label=words.t("discussions-asked")/> }.into_any());
    }
    facts.push(say!(words, "discussions-hidden-of", name = row.by.clone()).into_any());
    if let Some(since) = row.since {
        facts.push(say!(words, "discussions-since", day = words.day_of(since)).into_any());
    }
    if !row.judge {
        facts.push(words.t("discussions-not-yours").into_any());
    }
    let href = paths::message(&found.group.slug, row.thread, row.id);
    let reason = say!(words, "discussions-hidden-reason", reason = row.reason.clone());
    view! {
        <li>
            <a class="row-title" href=href>{row.subject.clone()}</a>
            <Facts facts=facts/>
            <p class="row-text">{reason}</p>
        </li>
    }
    .into_any()
}

/// Who decided what, the latest first.
fn acts(words: &Words, found: &Moderation) -> Option<AnyView> {
    if found.acts.is_empty() {
        return None;
    }
    let lines = found.acts.iter().map(|act| act_view(words, &found.group.slug, act)).collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="journal">
                <header><h2 id="journal">{words.t("discussions-acts")}</h2></header>
                <ol class="journal dated">{lines}</ol>
            </section>
        }
        .into_any(),
    )
}

fn act_view(words: &Words, slug: &str, act: &Act) -> AnyView {
    let key = match act.kind {
        EventKind::MessageHidden => "discussions-act-hidden",
        EventKind::MessageAskedAgain => "discussions-act-asked",
        EventKind::MessageShownAgain => "discussions-act-shown",
        EventKind::MessageKeptHidden => "discussions-act-kept",
        EventKind::ThreadClosed => "discussions-act-closed",
        _ => "discussions-act-reopened",
    };
    let mut values = Values::new();
    values.insert("by".into(), value(act.by.clone()));
    values.insert("whose".into(), value(act.whose.clone()));
    let sentence = words.fill(key, &values);
    let thread = act.thread.clone().map(|(id, subject)| {
        view! { " "<a href=paths::discussion(slug, id)>{subject}</a> }
    });
    view! {
        <li>
            <time datetime=act.at.to_rfc3339()>{words.day_of(act.at)}</time>
            " "
            <span>{sentence}{thread}</span>
        </li>
    }
    .into_any()
}
