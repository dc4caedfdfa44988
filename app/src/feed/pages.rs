//! `/actualites` and `/groupes/{slug}/fil`

use backend::{
    clock,
    feed::{About, Feed, Line},
};
use domain::ids::EventId;
use leptos::prelude::*;

use super::line::{icon, sentence};
use crate::{
    behalf, paths,
    request::Request,
    ui::{self, Breadcrumb, Document, Empty, Icon, PageResult, Place},
    words::Words,
};

fn before(rq: &Request) -> Option<EventId> {
    rq.query("avant").and_then(|id| id.parse().ok())
}

/// What happened in the groups one reads.
pub async fn everywhere(rq: Request) -> PageResult {
    let feed = backend::feed::everywhere(&rq.cx, before(&rq)).await?;
    let w = &rq.words;
    let title = w.t("feed-title");
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=vec![(paths::GROUPS.to_owned(), w.t("groups-title"))]/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("feed-lead")}</p>
        </header>
        {days(&rq, &feed, true)}
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted())
}

/// What happened in one group.
pub async fn of_group(rq: Request) -> PageResult {
    let group = backend::groups::show(&rq.cx, rq.param("slug")).await?;
    let feed = backend::feed::of_group(&rq.cx, &group.slug, before(&rq)).await?;
    let w = &rq.words;
    let title = w.t("feed-group");
    let view = view! {
        <Breadcrumb
            rq=rq.clone()
            ancestors=vec![
                (paths::GROUPS.to_owned(), w.t("groups-title")),
                (paths::group(&group.slug), group.name.clone()),
            ]
        />
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {days(&rq, &feed, false)}
    };
    Ok(Document::new(format!("{title}, {}", group.name), view).at(Place::Groups).unlisted())
}

/// The lines, day by day, and the way to older ones.
fn days(rq: &Request, feed: &Feed, with_group: bool) -> AnyView {
    let w = &rq.words;
    if feed.lines.is_empty() {
        let action = Some((paths::GROUPS.to_owned(), w.t("feed-none-action")));
        return view! { <Empty text=w.t("feed-none") action=action/> }.into_any();
    }
    let told = |item: &Line| {
        let named = with_group && matches!(item.about, About::Text(..) | About::Discussion(..));
        let group = item.group.as_ref().filter(|_| named);
        let group = group.map(|group| view! { " "<small class="muted">{group.name.clone()}</small> });
        view! { {sentence(w, item)}{behalf::part::hands(w, &item.entered_by)}{group} }
    };
    let days = ui::days(w, &feed.lines, |item| item.at, told);
    let older = feed.older.map(|id| {
        let href = rq.with_query("avant", Some(&id.to_string()));
        view! { <p><a class="go" rel="next" href=href>{w.t("feed-older")}</a></p> }
    });
    view! { {days}{older} }.into_any()
}

/// The last lines, on the page of their group.
pub fn short(w: &Words, lines: &[Line]) -> AnyView {
    let items = lines
        .iter()
        .map(|item| {
            let day = w.weekday(clock::day(item.at));
            view! {
                <li>
                    <Icon name=icon(item.kind)/>
                    " "
                    <span>{sentence(w, item)}{behalf::part::hands(w, &item.entered_by)}" "<small class="muted">{day}</small></span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="journal">{items}</ul> }.into_any()
}
