//! `/recherche`

use backend::search::{self, Facets, Filter, Results};
use domain::search::{Period, SubjectKind};
use leptos::prelude::*;

use super::{
    islands::{FoundWhileTyping, Narrowing},
    parts::{self, kind_word},
};
use crate::{
    paths,
    request::Request,
    ui::{Document, Empty, Icon, PageResult, Pager},
    words::Words,
};

/// The identifier of the list, which what is found while typing replaces.
const LIST: &str = "resultats";

/// What the address asks for.
struct Asked {
    q: String,
    kind: String,
    group: String,
    author: String,
    period: String,
    tag: String,
}

impl Asked {
    fn of(rq: &Request) -> Asked {
        let value = |name: &str| rq.query(name).unwrap_or_default().to_owned();
        Asked {
            q: value("q"),
            kind: value("nature"),
            group: value("groupe"),
            author: value("auteur"),
            period: value("date"),
            tag: value("mot-cle"),
        }
    }

    fn filter(&self) -> Filter {
        parts::filter(&self.kind, &self.group, &self.author, &self.period, &self.tag)
    }
}

/// Everything that one may read, found by its words.
pub async fn search(rq: Request) -> PageResult {
    let asked = Asked::of(&rq);
    let filter = asked.filter();
    let results = search::find(&rq.cx, &asked.q, &filter, rq.page_number()).await?;
    let words = rq.words.clone();
    let title = words.t("search-title");
    let narrowing = Narrowing {
        kind: asked.kind.clone(),
        group: asked.group.clone(),
        author: asked.author.clone(),
        period: asked.period.clone(),
        tag: asked.tag.clone(),
    };
    let (number, pages) = (results.page.number.get(), results.page.pages());
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <div class="filters">
            {form(&words, &asked, &filter, &results.facets)}
            {kinds(&rq, &filter, &results)}
            {chosen(&rq, &asked, &filter, &results.facets)}
        </div>
        <FoundWhileTyping
            field=paths::SEARCH_FIELD.to_owned()
            list=LIST.to_owned()
            narrowing=narrowing
            label=words.t("search-found-while-typing")
            nothing=words.t("search-nothing-while-typing")
        />
        <div id=LIST>
            {content(&rq, &asked, &filter, &results)}
            <Pager rq=rq.clone() number=number pages=pages/>
        </div>
    };
    let title =
        if asked.q.is_empty() { title } else { say!(words, "search-title-of", query = asked.q.clone()) };
    Ok(Document::new(title, view).searching().with_islands().unlisted())
}

/// The field, and what narrows the search where there is something to choose.
fn form(words: &Words, asked: &Asked, filter: &Filter, facets: &Facets) -> impl IntoView + use<> {
    let groups = facets.groups.iter().map(|(group, count)| (group.slug.clone(), group.name.clone(), *count));
    let authors = facets.authors.iter().map(|(id, name, count)| (id.to_string(), name.clone(), *count));
    let periods = facets.periods.iter().map(|(period, count)| {
        (period.code().to_owned(), words.t(&format!("search-period-{}", period.code())), *count)
    });
    let tags = facets.tags.iter().cloned();
    let tag = facets.tags.iter().find(|tag| is_asked(asked, tag)).map(|(tag, ..)| tag.clone());
    let author = filter.author.map(|id| id.to_string()).unwrap_or_default();
    let period = filter.period.map(Period::code).unwrap_or_default();
    let kind = filter.kind.map(SubjectKind::code).unwrap_or_default();
    let kind = (!kind.is_empty()).then(|| view! { <input type="hidden" name="nature" value=kind/> });
    view! {
        <form class="search" role="search" action=paths::SEARCH>
            <div class="field whole">
                <label for=paths::SEARCH_FIELD>{words.t("search-field")}</label>
                <input id=paths::SEARCH_FIELD type="search" name="q" value=asked.q.clone() autocomplete="off" maxlength="300"/>
            </div>
            {kind}
            {one_of(words, "groupe", "search-group", "search-any-group", groups.collect(), &asked.group)}
            {one_of(words, "auteur", "search-author", "search-any-author", authors.collect(), &author)}
            {one_of(words, "date", "search-period", "search-any-period", periods.collect(), period)}
            {one_of(words, "mot-cle", "search-tag", "search-any-tag", tags.collect(), &tag.unwrap_or_default())}
            <button class="button"><Icon name="search"/>" "{words.t("search-do")}</button>
        </form>
    }
}

/// Whether the address asks for this keyword: as it is kept there, or as somebody wrote it.
fn is_asked(asked: &Asked, (folded, name, _): &(String, String, u64)) -> bool {
    asked.tag == *folded || asked.tag == *name
}

/// What narrows the search now, each with its way out.
fn chosen(rq: &Request, asked: &Asked, filter: &Filter, facets: &Facets) -> Option<impl IntoView + use<>> {
    let words = &rq.words;
    let group = (!asked.group.is_empty()).then(|| {
        let known = facets.groups.iter().find(|(group, _)| group.slug == asked.group);
        known.map_or_else(|| asked.group.clone(), |(group, _)| group.name.clone())
    });
    let author = filter.author.map(|author| {
        let known = facets.authors.iter().find(|(id, ..)| *id == author);
        known.map_or_else(|| author.to_string(), |(_, name, _)| name.clone())
    });
    let period = filter.period.map(|period| words.t(&format!("search-period-{}", period.code())));
    let tag = (!asked.tag.is_empty()).then(|| {
        let known = facets.tags.iter().find(|tag| is_asked(asked, tag));
        known.map_or_else(|| asked.tag.clone(), |(_, name, _)| name.clone())
    });
    let choices = [
        ("groupe", "search-group", group),
        ("auteur", "search-author", author),
        ("date", "search-period", period),
        ("mot-cle", "search-tag", tag),
    ];
    let choices: Vec<_> = choices
        .into_iter()
        .filter_map(|(name, label, value)| {
            let said = say!(words, "search-chosen-one", name = words.t(label), value = value?);
            let without = words.t("search-unchoose");
            Some(view! {
                <li>
                    <a href=rq.with_query(name, None)>
                        <span><span class="vh">{without}" "</span>{said}</span>" "<Icon name="close"/>
                    </a>
                </li>
            })
        })
        .collect();
    (!choices.is_empty()).then(|| {
        view! { <nav aria-label=words.t("search-chosen")><ul class="chips">{choices}</ul></nav> }
    })
}

/// A list that opens; nothing for a list of one, unless it is chosen.
fn one_of(
    words: &Words,
    name: &'static str,
    label: &str,
    all: &str,
    choices: Vec<(String, String, u64)>,
    chosen: &str,
) -> Option<AnyView> {
    if choices.len() < 2 && chosen.is_empty() {
        return None;
    }
    let options = choices
        .into_iter()
        .map(|(value, name, count)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{say!(words, "search-choice", name = name, count = count)}</option> }
        })
        .collect_view();
    Some(
        view! {
            <div class="field">
                <label for=name>{words.t(label)}</label>
                <select id=name name=name><option value="">{words.t(all)}</option>{options}</select>
            </div>
        }
        .into_any(),
    )
}

/// The kinds there are, each with how many.
fn kinds(rq: &Request, filter: &Filter, results: &Results) -> Option<impl IntoView + use<>> {
    let words = &rq.words;
    let kinds = &results.facets.kinds;
    if kinds.len() < 2 && filter.kind.is_none() {
        return None;
    }
    let chip = |kind: Option<SubjectKind>, label: String| {
        let current = (filter.kind == kind).then_some("true");
        let href = rq.with_query("nature", kind.map(SubjectKind::code));
        view! { <li><a href=href aria-current=current>{label}</a></li> }
    };
    let chips = kinds
        .iter()
        .map(|(kind, count)| {
            let label = say!(words, "search-choice", name = kind_word(words, *kind), count = *count);
            chip(Some(*kind), label)
        })
        .collect_view();
    Some(view! {
        <nav aria-label=words.t("search-kinds")>
            <ul class="chips">{chip(None, words.t("search-any-kind"))}{chips}</ul>
        </nav>
    })
}

fn content(rq: &Request, asked: &Asked, filter: &Filter, results: &Results) -> AnyView {
    let words = &rq.words;
    if results.page.total > 0 {
        let count = match results.more {
            true => words.t("search-more"),
            false => say!(words, "search-count", count = results.page.total),
        };
        let rows = results.page.rows.iter().map(|found| parts::row(words, found)).collect_view();
        return view! { <p class="muted" role="status">{count}</p><ul class="rows">{rows}</ul> }.into_any();
    }
    if !results.asked {
        let text = if asked.q.is_empty() { "search-empty" } else { "search-too-common" };
        return view! { <div class="empty"><p>{words.t(text)}</p>{help(words)}</div> }.into_any();
    }
    if *filter != Filter::default() {
        let everything = format!("{}?q={}", paths::SEARCH, paths::segment(&asked.q));
        let action = (everything, words.t("search-widen"));
        return view! { <Empty text=words.t("search-none-narrowed") action=Some(action)/> }.into_any();
    }
    let correction = results.correction.clone().map(|correction| {
        let href = paths::search(&correction);
        view! { <p>{words.t("search-try")}" "<a href=href>{correction}</a></p> }
    });
    let visitor = rq.cx.actor.person().is_none().then(|| {
        let href = paths::sign_in_then(rq.path());
        view! { <p class="muted">{words.t("search-visitor")}" "<a href=href>{words.t("menu-sign-in")}</a></p> }
    });
    view! {
        <div class="empty">
            <p role="status">{say!(words, "search-none", query = asked.q.clone())}</p>
            {correction}
            {help(words)}
            {visitor}
        </div>
    }
    .into_any()
}

/// How one searches, in three lines.
fn help(words: &Words) -> impl IntoView + use<> {
    let lines = ["search-help-phrase", "search-help-without", "search-help-forms"]
        .map(|key| view! { <li>{words.t(key)}</li> })
        .collect_view();
    view! { <ul class="muted">{lines}</ul> }
}
