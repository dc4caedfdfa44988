//! `/charte/{slug}/versions/{n}/amendements`: all of them, in the order of the text.

use backend::charter::amendments::{self, AmendmentFilter, Amendments, Group};
use domain::{
    charter::{AmendmentState, ArticleNumber},
    policy::{CharterAction, Permission},
};
use leptos::prelude::*;

use super::{
    done,
    parts::{card, may_propose},
    way_back,
};
use crate::{
    charter::pages::parts::{article_name, article_title},
    paths,
    request::Request,
    ui::{Document, Empty, Fold, PageResult, Pager, Place},
    words::Words,
};

/// `/charte/{slug}/versions/{n}/amendements`
pub async fn list(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let slug = rq.param("slug").to_owned();
    let number: i32 = rq.id("number")?;
    let filter = AmendmentFilter {
        article: rq.query("article").and_then(|typed| typed.parse().ok()),
        state: rq.query("etat").and_then(AmendmentState::from_code),
    };
    let all = amendments::amendments(&rq.cx, &slug, number, filter, rq.page_number()).await?;
    let words = rq.words.clone();
    let title = say!(words, "amendments-title-of", title = all.head.title.clone(), number = number);
    let open = may_propose(&rq, all.version.is_amendable_on(rq.cx.today()));
    let propose = open.then(|| {
        let href = paths::propose_amendment(&slug, number);
        view! { <a class="button main" href=href>{words.t("amendments-propose")}</a> }
    });
    let examines = rq.cx.may(Permission::Charter(CharterAction::Prepare))
        && all.version.state == domain::charter::VersionState::Examined;
    let examine = examines.then(|| {
        let href = paths::amendment_session(&slug, number);
        view! { <a class="button main" href=href>{words.t("amendments-examine")}</a> }
    });
    let version = paths::framing_version(&slug, number);
    let content = if all.page.rows.is_empty() {
        let narrowed = filter != AmendmentFilter::default();
        let text = words.t(if narrowed { "amendments-none-found" } else { "amendments-none" });
        let action =
            if narrowed { Some((paths::amendments(&slug, number), words.t("amendments-all"))) } else { None };
        view! { <Empty text=text action=action/> }.into_any()
    } else {
        let groups = all.page.rows.iter().map(|group| one_article(&rq, &slug, number, group)).collect_view();
        let count = say!(words, "amendments-count", count = all.page.total);
        view! { <p class="muted" role="status">{count}</p>{groups} }.into_any()
    };
    let view = view! {
        {way_back(&rq, &all.head, &all.version, false)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("amendments-lead")}</p>
        </header>
        {done(&rq)}
        <div class="acts no-print">
            {propose}
            {examine}
            <a class="go" href=version>{words.t("amendments-read-version")}</a>
        </div>
        {filters(&rq, &all, filter)}
        {content}
        <Pager rq=rq.clone() number=all.page.number.get() pages=all.page.pages()/>
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted())
}

/// Under which title the amendments to an article are read.
pub(super) fn heading(words: &Words, article: Option<ArticleNumber>, title: &str) -> String {
    match article {
        Some(article) => article_title(words, article, title),
        None => words.t("amendments-before-all"),
    }
}

fn one_article(rq: &Request, slug: &str, number: i32, group: &Group) -> impl IntoView + use<> {
    let words = &rq.words;
    let id = group.article.map_or_else(|| "avant".to_owned(), ArticleNumber::anchor);
    let titled = format!("{id}-titre");
    let labelled = titled.clone();
    let cards = group.amendments.iter().map(|view| card(rq, view, slug, number)).collect_view();
    view! {
        <section class="part" id=id aria-labelledby=labelled>
            <header>
                <h2 id=titled lang=words.council_language()>{heading(words, group.article, &group.title)}</h2>
            </header>
            <div class="stack">{cards}</div>
        </section>
    }
}

fn filters(rq: &Request, all: &Amendments, filter: AmendmentFilter) -> Option<impl IntoView + use<>> {
    let total: usize = all.states.iter().map(|(_, count)| count).sum();
    if total < 2 {
        return None;
    }
    let words = &rq.words;
    let chip = |name: &'static str, value: Option<String>, label: String, current: bool| {
        let current = current.then_some("true");
        let href = rq.with_query(name, value.as_deref());
        view! { <li><a href=href aria-current=current>{label}</a></li> }
    };
    let counted = |name: String, count: usize| say!(words, "amendments-chip", name = name, count = count);
    let states = all.states.iter().filter(|(_, count)| *count > 0).map(|(state, count)| {
        let label = counted(words.t(&format!("amendments-state-{}", state.code())), *count);
        chip("etat", Some(state.code().to_owned()), label, filter.state == Some(*state))
    });
    let articles = all.articles.iter().filter_map(|(article, _, count)| {
        let article = (*article)?;
        let label = counted(article_name(words, article), *count);
        Some(chip("article", Some(article.segment()), label, filter.article == Some(article)))
    });
    let (states, articles) = (states.collect_view(), articles.collect_view());
    let narrowed = filter != AmendmentFilter::default();
    Some(view! {
        <div class="filters no-print">
            <Fold name=words.t("filter") open=narrowed/>
            <nav aria-label=words.t("amendments-by-state")>
                <ul class="chips">
                    {chip("etat", None, words.t("amendments-any-state"), filter.state.is_none())}
                    {states}
                </ul>
            </nav>
            <nav aria-label=words.t("amendments-by-article")>
                <ul class="chips">
                    {chip("article", None, words.t("amendments-any-article"), filter.article.is_none())}
                    {articles}
                </ul>
            </nav>
        </div>
    })
}
