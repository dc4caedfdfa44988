//! `/`

use backend::home::{MyGroup, Since};
use domain::contributions::State;
use leptos::prelude::*;

use super::asks;
use crate::{
    accounts::done,
    contributions::parts::state_name,
    feed,
    groups::pages::{my_role, text_count},
    paths,
    request::Request,
    ui::{self, Document, Empty, Facts, PageResult, document::Place},
    words::{Words, capital},
};

/// Home: the council for visitors, what is asked for people signed in.
pub async fn home(rq: Request) -> PageResult {
    let Some(person) = rq.cx.actor.person() else { return crate::public::pages::home(rq).await };
    let words = &rq.words;
    let (asked, groups) = {
        let cx = rq.cx.reading_together().await?;
        (backend::home::asked_of_me(&cx).await?, backend::home::my_groups(&cx).await?)
    };
    // It may note the visit.
    let since = backend::home::since_last_visit(&rq.cx).await?;
    let first_name = person.name.split_whitespace().next().unwrap_or_default().to_owned();
    let today = capital(&words.weekday(rq.cx.today()));
    let hello = say!(words, "home-hello", day = today, name = first_name);
    let title = headline(words, asked.now.len());
    let view = view! {
        <div class="home">
            <header class="page-head"><p class="eyebrow">{hello}</p><h1>{title}</h1></header>
            {done(&rq, &[("plus-tard", "home-put-off-done"), ("bienvenue", "welcome-done-bienvenue")])}
            {asks::list(&rq, &asked)}
            {groups_part(words, &groups)}
            {news_part(words, &since)}
        </div>
    };
    Ok(Document::new(words.t("home-title"), view).at(Place::Home))
}

/// « Trois choses vous attendent »
fn headline(words: &Words, count: usize) -> String {
    if count == 0 {
        return words.t("home-asked-none");
    }
    say!(words, "home-asked", count = count, number = words.number(count as u64))
}

fn groups_part(words: &Words, groups: &[MyGroup]) -> impl IntoView + use<> {
    let list = if groups.is_empty() {
        let action = Some((paths::GROUPS.to_owned(), words.t("home-groups-none-action")));
        view! { <Empty text=words.t("home-groups-none") action=action/> }.into_any()
    } else {
        let rows = groups.iter().map(|group| group_row(words, group)).collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        <section class="part" aria-labelledby="mes-groupes">
            <header><h2 id="mes-groupes">{words.t("home-groups")}</h2></header>
            {list}
        </section>
    }
}

fn group_row(words: &Words, group: &MyGroup) -> impl IntoView + use<> {
    // What moves, the furthest first.
    let moving = [State::ReadyForAdoption, State::InReview, State::ChangesRequested, State::Draft];
    let mut facts: Vec<AnyView> = moving
        .into_iter()
        .filter_map(|state| group.texts.get(&state).map(|count| (state, *count)))
        .map(|(state, count)| {
            view! { <ui::State name=state_name(state) label=text_count(words, state, count)/> }.into_any()
        })
        .collect();
    facts.push(my_role(words, group.role).into_any());
    view! {
        <li>
            <a class="row-title" href=paths::group(&group.slug)>{group.name.clone()}</a>
            <Facts facts=facts/>
        </li>
    }
}

fn news_part(words: &Words, since: &Since) -> Option<impl IntoView + use<>> {
    // Who comes for the first time, with nothing to read, is told nothing.
    if since.previous.is_none() && since.news.is_empty() {
        return None;
    }
    let title = words.t(if since.previous.is_some() { "home-news" } else { "home-news-first" });
    let visit = since.previous.map(|at| {
        let day = words.weekday(backend::clock::day(at));
        view! { <p class="muted">{say!(words, "home-news-visit", day = day)}</p> }
    });
    let list = if since.news.is_empty() {
        view! { <p>{words.t("home-news-none")}</p> }.into_any()
    } else {
        feed::pages::short(words, &since.news)
    };
    Some(view! {
        <section class="part" aria-labelledby="depuis">
            <header><h2 id="depuis">{title}</h2></header>
            {visit}
            {list}
        </section>
    })
}
