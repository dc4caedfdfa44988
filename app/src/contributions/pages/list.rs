//! `/textes`: all the texts one may read, found by words of the title, state and kind.

use backend::contributions::{self, COUNTED, Filter};
use domain::contributions::{ContributionKind, State};
use leptos::prelude::*;

use crate::{
    contributions::{islands::SearchAsYouType, parts},
    paths,
    request::Request,
    ui::{Document, Empty, Fold, Icon, PageResult, Pager, Place},
};

/// `/textes`
pub async fn list(rq: Request) -> PageResult {
    let words = rq.words.clone();
    let filter = Filter {
        q: rq.query("q").unwrap_or_default().to_owned(),
        state: rq.query("etat").and_then(State::from_code),
        kind: rq.query("nature").and_then(ContributionKind::from_code),
        group: None,
        consulted: rq.query("consultation").is_some(),
    };
    let page = contributions::list(&rq.cx, &filter, rq.page_number()).await?;
    let narrowed = filter != Filter::default();
    let content = if page.rows.is_empty() {
        let text = words.t(if narrowed { "contributions-none-found" } else { "contributions-none" });
        let action = if narrowed {
            (paths::TEXTS.to_owned(), words.t("contributions-all"))
        } else {
            (paths::GROUPS.to_owned(), words.t("contributions-see-groups"))
        };
        view! { <Empty text=text action=Some(action)/> }.into_any()
    } else {
        let rows = page.rows.iter().map(|row| parts::row(&words, row)).collect_view();
        let count = match page.total {
            total if total < COUNTED => say!(words, "contributions-count", count = total),
            total => say!(words, "contributions-count-more", count = total),
        };
        view! {
            <p class="muted" role="status">{count}</p>
            <ul class="rows">{rows}</ul>
        }
        .into_any()
    };
    let title = words.t("contributions-title");
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("contributions-lead")}</p>
        </header>
        {filters(&rq, &filter)}
        {content}
        <Pager rq=rq.clone() number=page.number.get() pages=page.pages()/>
    };
    Ok(Document::new(title, view).at(Place::Texts).with_islands().searching().unlisted())
}

fn filters(rq: &Request, filter: &Filter) -> impl IntoView + use<> {
    let words = &rq.words;
    let chip = |name: &'static str, value: Option<&'static str>, label: String, current: bool| {
        let current = current.then_some("true");
        view! { <li><a href=rq.with_query(name, value) aria-current=current>{label}</a></li> }
    };
    let states = State::ALL
        .iter()
        .map(|s| chip("etat", Some(s.code()), parts::state_word(words, *s), filter.state == Some(*s)))
        .collect_view();
    let kinds = ContributionKind::ALL
        .iter()
        .map(|k| chip("nature", Some(k.code()), words.kind(*k), filter.kind == Some(*k)))
        .collect_view();
    let consulted = rq.cx.actor.is_council_member().then(|| {
        let next = (!filter.consulted).then_some("oui");
        chip("consultation", next, words.t("contributions-consulted"), filter.consulted)
    });
    let narrowed = filter.state.is_some() || filter.kind.is_some() || filter.consulted;
    let state = filter.state.map(|s| s.code()).unwrap_or_default();
    let kind = filter.kind.map(|k| k.code()).unwrap_or_default();
    let kept = |name: &'static str, value: &'static str| {
        (!value.is_empty()).then(|| view! { <input type="hidden" name=name value=value/> })
    };
    view! {
        <div class="filters">
            <form class="search" role="search" action=paths::TEXTS>
                {kept("etat", state)}
                {kept("nature", kind)}
                {kept("consultation", if filter.consulted { "oui" } else { "" })}
                <div class="field">
                    <label for="q">{words.t("contributions-search")}</label>
                    <input id="q" type="search" name="q" value=filter.q.clone() autocomplete="off"/>
                </div>
                <button class="button"><Icon name="search"/>" "{words.t("contributions-search-do")}</button>
            </form>
            <SearchAsYouType
                input="q".to_owned()
                state=state.to_owned()
                kind=kind.to_owned()
                label=words.t("contributions-search-found")
                nothing=words.t("contributions-none-found")
            />
            <Fold name=words.t("filter") open=narrowed/>
            <nav aria-label=words.t("contributions-by-state")>
                <ul class="chips">
                    {chip("etat", None, words.t("contributions-any-state"), filter.state.is_none())}
                    {states}
                    {consulted}
                </ul>
            </nav>
            <nav aria-label=words.t("contributions-by-kind")>
                <ul class="chips">
                    {chip("nature", None, words.t("contributions-any-kind"), filter.kind.is_none())}
                    {kinds}
                </ul>
            </nav>
        </div>
    }
}

/// `/textes/nomme/{title}`: where `[[title]]` leads.
pub async fn named(rq: Request) -> PageResult {
    let title = rq.param("title").to_owned();
    if let Some(found) = contributions::by_title(&rq.cx, &title).await? {
        return Ok(Document::redirect(paths::contribution(found.id)));
    }
    let words = &rq.words;
    let heading = words.t("contributions-named-none-title");
    let action = (paths::TEXTS.to_owned(), words.t("contributions-all"));
    let view = view! {
        <header class="page-head">
            <p class="eyebrow">{title}</p>
            <h1>{heading.clone()}</h1>
        </header>
        <Empty text=words.t("contributions-named-none") action=Some(action)/>
    };
    Ok(Document::new(heading, view).at(Place::Texts).unlisted().with_status(404))
}
