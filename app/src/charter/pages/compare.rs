//! `/charte/{slug}/comparer?de=N&a=M`: two versions, article by article.

use backend::{
    charter::{self, ArticleComparison, ArticleFate},
    contributions::Comparison,
};
use leptos::prelude::*;

use super::{parts::article_title, way_back};
use crate::{
    contributions::parts,
    paths,
    request::Request,
    ui::{Document, PageResult, Place, State},
    words::Words,
};

/// `/charte/{slug}/comparer`
pub async fn compare(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let asked = |name: &str| rq.query(name).and_then(|typed| typed.parse::<i32>().ok());
    let (from, to) = asked("de").zip(asked("a")).ok_or(domain::Refusal::NotFound)?;
    let compared = charter::compare(&rq.cx, &slug, from, to).await?;
    let words = rq.words.clone();
    let title = say!(words, "charter-compare", from = from, to = to);
    let names = [from, to].map(|number| say!(words, "charter-version", number = number));
    let articles = changed(&words, &compared.articles, &names);
    let lead = say!(words, "charter-compare-changed", count = compared.changed());
    let view = view! {
        {way_back(&rq, Some((&slug, &compared.head.title)))}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{lead}</p>
        </header>
        {articles}
        <p><a class="go" href=paths::framing_versions(&slug)>{words.t("charter-history-do")}</a></p>
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted().wide())
}

/// What became of an article, as a sign, and its words; nothing if it is the same.
pub(super) fn fate<'a>(words: &Words, fate: &'a ArticleFate) -> Option<(AnyView, &'a Comparison)> {
    let (key, name, compared) = match fate {
        ArticleFate::Same => return None,
        ArticleFate::Changed(compared) => ("charter-article-changed", "draft", compared),
        ArticleFate::Added(compared) => ("charter-article-added", "add", compared),
        ArticleFate::Removed(compared) => ("charter-article-removed", "withdrawn", compared),
    };
    Some((view! { <State name=name label=words.t(key)/> }.into_any(), compared))
}

/// Every article that is not the same, under its title.
pub(super) fn changed(words: &Words, articles: &[ArticleComparison], names: &[String; 2]) -> AnyView {
    let one = |article: &ArticleComparison| {
        let (state, compared) = fate(words, &article.fate)?;
        let (id, title) = match article.number {
            Some(number) => (number.anchor(), article_title(words, number, &article.title)),
            None => ("preambule".to_owned(), words.t("charter-preamble")),
        };
        let [old, new] = names;
        Some(view! {
            <section class="part" id=id.clone() aria-labelledby=format!("{id}-titre")>
                <header><h2 id=format!("{id}-titre") lang=words.council_language()>{title}</h2></header>
                <p>{state}</p>
                {parts::comparison(words, compared, old, new)}
            </section>
        })
    };
    articles.iter().filter_map(one).collect_view().into_any()
}
