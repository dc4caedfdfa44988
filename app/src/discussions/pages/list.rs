//! `/groupes/{slug}/discussions`

use backend::discussions::{Filter, Listing};
use leptos::prelude::*;

use super::{piece, way_back};
use crate::{
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Empty, Icon, PageResult, Pager, Place},
    words::Words,
};

/// The value of `?voir=` for discussions that wait for an answer.
const UNANSWERED: &str = "sans-reponse";

/// The discussions of a group.
pub async fn list(rq: Request) -> PageResult {
    let filter = match rq.query("voir") {
        Some(UNANSWERED) => Filter::Unanswered,
        _ => Filter::All,
    };
    let found = backend::discussions::list(&rq.cx, rq.param("slug"), filter, rq.page_number()).await?;
    let words = &rq.words;
    let slug = &found.group.slug;
    let title = words.t("discussions-title");
    let begin = found.begin.then(|| {
        let href = paths::new_discussion(slug);
        view! { <p class="acts"><a class="button main" href=href>{words.t("discussions-begin")}</a></p> }
    });
    let rows = found.page.rows.iter().map(|row| piece::row(words, slug, row)).collect_view();
    let list = match found.page.rows.is_empty() {
        false => view! { <ul class="rows">{rows}</ul> }.into_any(),
        true => empty(words, &found, filter).into_any(),
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=way_back(words, &found.group)/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("discussions-lead")}</p>
            {begin}
        </header>
        <div class="filters">{chips(words, &found, filter)}</div>
        {list}
        <Pager rq=rq.clone() number=found.page.number.get() pages=found.page.pages()/>
    };
    let document_title = format!("{title}, {}", found.group.name);
    Ok(Document::new(document_title, view).at(Place::Groups).unlisted())
}

/// The filters, and the way to what is hidden for those who look after the discussions.
fn chips(words: &Words, found: &Listing, filter: Filter) -> impl IntoView + use<> {
    let all = paths::discussions(&found.group.slug);
    let chip = |href: String, current: bool, name: String| {
        view! { <li><a href=href aria-current=current.then_some("true")>{name}</a></li> }
    };
    let moderation = found.waiting.map(|count| {
        let name = match count {
            0 => words.t("discussions-moderation"),
            count => say!(words, "discussions-moderation-waiting", count = count),
        };
        let href = paths::moderation(&found.group.slug);
        view! { <a class="go" href=href><Icon name="shield"/>" "{name}</a> }
    });
    view! {
        <nav aria-label=words.t("discussions-filters")>
            <ul class="chips">
                {chip(all.clone(), filter == Filter::All, words.t("discussions-filter-all"))}
                {chip(
                    format!("{all}?voir={UNANSWERED}"),
                    filter == Filter::Unanswered,
                    words.t("discussions-filter-unanswered"),
                )}
            </ul>
        </nav>
        {moderation}
    }
}

fn empty(words: &Words, found: &Listing, filter: Filter) -> impl IntoView + use<> {
    let (text, action) = match (filter, found.begin) {
        (Filter::Unanswered, _) => {
            ("discussions-none-unanswered", Some((paths::discussions(&found.group.slug), "discussions-all")))
        }
        (Filter::All, true) => {
            ("discussions-empty", Some((paths::new_discussion(&found.group.slug), "discussions-begin")))
        }
        (Filter::All, false) => ("discussions-empty-reader", None),
    };
    let action = action.map(|(href, name)| (href, words.t(name)));
    view! { <Empty text=words.t(text) action=action/> }
}
