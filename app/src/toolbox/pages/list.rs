//! `/outils`: the sheets, by need, length and number of people.

use backend::toolbox::{self, MethodRow};
use domain::{
    policy::{Permission, ToolboxAction},
    toolbox::{Choice, Counts, Length, Need, PEOPLE_MAX},
};
use leptos::prelude::*;

use super::{done, facts, length_word, need_word, other};
use crate::{
    paths,
    request::Request,
    ui::{Document, Empty, Facts, PageResult, Place, State},
    words::Words,
};

/// `/outils`
pub async fn list(rq: Request) -> PageResult {
    let people = rq.query("nombre").and_then(|typed| typed.parse().ok());
    let choice = Choice {
        need: rq.query("besoin").and_then(Need::from_code),
        length: rq.query("duree").and_then(Length::from_code),
        people: people.filter(|people| (1..=PEOPLE_MAX).contains(people)),
    };
    let (rows, counts) = toolbox::all(&rq.cx, choice).await?;
    let words = &rq.words;
    let title = words.t("toolbox-title");
    let (aside, shown): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.set_aside);
    let add = rq.cx.may(Permission::Toolbox(ToolboxAction::Write)).then(|| {
        view! { <p class="acts"><a class="button main" href=paths::NEW_METHOD>{words.t("toolbox-add")}</a></p> }
    });
    let content = match (shown.is_empty(), choice.is_made()) {
        (false, _) => rows_view(words, &shown),
        (true, true) => {
            let action = Some((paths::TOOLBOX.to_owned(), words.t("toolbox-all")));
            view! { <Empty text=words.t("toolbox-none-found") action=action/> }.into_any()
        }
        (true, false) => view! { <Empty text=words.t("toolbox-none") action=None/> }.into_any(),
    };
    let some_in_french = shown
        .iter()
        .any(|row| other(words, row.language).is_some())
        .then(|| view! { <p class="muted">{words.t("toolbox-some-in-french")}</p> });
    let aside = (!aside.is_empty()).then(|| {
        view! {
            <section class="part" aria-labelledby="mis-de-cote">
                <header><h2 id="mis-de-cote">{words.t("toolbox-aside")}</h2></header>
                <p class="muted">{words.t("toolbox-aside-lead")}</p>
                {rows_view(words, &aside)}
            </section>
        }
    });
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("toolbox-lead")}</p>
            {some_in_french}
            {add}
        </header>
        {done(&rq)}
        <p class="acts"><a class="go" href=paths::GLOSSARY>{words.t("toolbox-glossary")}</a></p>
        {filters(words, choice, &counts)}
        <p class="muted" role="status">{say!(words, "toolbox-count", count = shown.len())}</p>
        {content}
        {aside}
    };
    Ok(Document::new(title, view).at(Place::Tools).unlisted())
}

fn filters(words: &Words, choice: Choice, counts: &Counts) -> impl IntoView + use<> {
    let option = |value: &'static str, name: String, count: Option<usize>, chosen: bool| {
        let label = match count {
            Some(count) => say!(words, "search-choice", name = name, count = count),
            None => name,
        };
        view! { <option value=value selected=chosen>{label}</option> }
    };
    let needs = Need::ALL
        .iter()
        .map(|need| {
            let count = counts.needs.get(need).copied().unwrap_or_default();
            option(need.code(), need_word(words, *need), Some(count), choice.need == Some(*need))
        })
        .collect_view();
    let lengths = Length::ALL
        .iter()
        .map(|length| {
            let count = counts.lengths.get(length).copied().unwrap_or_default();
            option(length.code(), length_word(words, *length), Some(count), choice.length == Some(*length))
        })
        .collect_view();
    let people = choice.people.map(|people| people.to_string()).unwrap_or_default();
    let every = choice.is_made().then(|| {
        view! { <a class="go" href=paths::TOOLBOX>{words.t("toolbox-all")}</a> }
    });
    view! {
        <div class="filters">
            <form class="search" action=paths::TOOLBOX>
                <div class="field">
                    <label for="besoin">{words.t("toolbox-need")}</label>
                    <select id="besoin" name="besoin">{option("", words.t("toolbox-any-need"), None, choice.need.is_none())}{needs}</select>
                </div>
                <div class="field">
                    <label for="duree">{words.t("toolbox-length")}</label>
                    <select id="duree" name="duree">{option("", words.t("toolbox-any-length"), None, choice.length.is_none())}{lengths}</select>
                </div>
                <div class="field">
                    <label for="nombre">{words.t("toolbox-number")}</label>
                    <input id="nombre" name="nombre" inputmode="numeric" autocomplete="off" value=people/>
                </div>
                <button class="button">{words.t("toolbox-filter")}</button>
                {every}
            </form>
        </div>
    }
}

fn rows_view(words: &Words, rows: &[MethodRow]) -> AnyView {
    let rows = rows.iter().map(|row| row_view(words, row)).collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn row_view(words: &Words, row: &MethodRow) -> impl IntoView + use<> {
    let mut facts = facts(words, row);
    if row.told > 0 {
        facts.push(say!(words, "toolbox-told-count", count = row.told).into_any());
    }
    if row.set_aside {
        facts.insert(0, view! { <State name="withdrawn" label=words.t("toolbox-is-aside")/> }.into_any());
    }
    let language = other(words, row.language);
    view! {
        <li>
            <a class="row-title" href=paths::method(&row.slug) lang=language>{row.title.clone()}</a>
            <Facts facts=facts/>
            <p class="row-text" lang=language>{row.aim.clone()}</p>
        </li>
    }
}
