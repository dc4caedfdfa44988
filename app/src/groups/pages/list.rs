//! `/groupes`

use backend::groups::{GroupFilter, GroupRow};
use domain::{
    groups::{AdmissionKind, GroupKind, GroupState},
    policy::Permission,
};
use leptos::prelude::*;

use super::{done, my_role, visibility_sign, visibility_word};
use crate::{
    groups::{
        actions::GroupHit,
        islands::{GroupSearch, SearchLabels},
    },
    paths,
    portraits::face::Face,
    request::Request,
    ui::{Document, Empty, Facts, Icon, PageResult, Pager, State, document::Place},
    words::Words,
};

/// The groups one may see.
pub async fn list(rq: Request) -> PageResult {
    let filter = GroupFilter {
        q: rq.query("q").unwrap_or_default().to_owned(),
        mine: rq.query("voir") == Some("miens") && rq.cx.actor.person().is_some(),
        kind: rq.query("genre").and_then(GroupKind::from_code),
        unled: rq.query("voir") == Some("sans-referent") && told_of_unled(&rq),
    };
    let page = backend::groups::list(&rq.cx, &filter, rq.page_number()).await?;
    let kinds = backend::groups::kinds(&rq.cx).await?;
    let waiting = match rq.cx.actor.person() {
        Some(_) => backend::groups::my_admissions(&rq.cx).await?,
        None => Vec::new(),
    };
    let words = &rq.words;
    let invitations = waiting.iter().filter(|one| one.kind == AdmissionKind::Invitation).count();
    let text = (!waiting.is_empty()).then(|| match invitations {
        0 => words.t("admissions-see-mine"),
        count => say!(words, "admissions-invitations-wait", count = count),
    });
    let invited = rq.cx.actor.person().map(|_| {
        let invited = text.map(|text| view! { <a class="go" href=paths::MY_GROUPS>{text}</a>" " });
        view! { <p class="acts">{invited}<a class="go" href=paths::NEWS>{words.t("feed-title")}</a></p> }
    });
    let may_create = rq.cx.may(Permission::CreateGroup);
    let create = may_create.then(|| {
        view! { <p class="acts"><a class="button main" href=paths::NEW_GROUP>{words.t("groups-new")}</a></p> }
    });
    // Where no group has a picture, the list has none.
    let pictured = page.rows.iter().any(|row| row.portrait.is_some());
    let rows = page.rows.iter().map(|row| row_view(&rq, row, pictured)).collect_view();
    let list = match page.rows.is_empty() {
        false => view! { <ul class="rows">{rows}</ul> }.into_any(),
        true => empty(&rq, &filter, may_create).into_any(),
    };
    let view = view! {
        <header class="page-head">
            <h1>{words.t("groups-title")}</h1>
            <p class="muted">{words.t("groups-lead")}</p>
            {create}
        </header>
        {done(&rq, None)}
        {invited}
        <div class="filters">
            <GroupSearch
                action=paths::GROUPS.to_owned()
                value=filter.q.clone()
                list_id="liste".to_owned()
                labels=SearchLabels {
                    search: words.t("groups-search"),
                    none: words.t("groups-search-none"),
                    one: words.t("groups-search-one"),
                    many: words.t("groups-search-many"),
                }
            />
            {chips(&rq, &filter, &kinds)}
        </div>
        <div id="liste">
            {list}
            <Pager rq=rq.clone() number=page.number.get() pages=page.pages()/>
        </div>
    };
    Ok(Document::new(words.t("groups-title"), view).at(Place::Groups).with_islands().searching())
}

/// The filters; nothing when there is nothing to choose.
fn chips(rq: &Request, filter: &GroupFilter, kinds: &[GroupKind]) -> Option<impl IntoView + use<>> {
    let words = &rq.words;
    let signed_in = rq.cx.actor.person().is_some();
    if !signed_in && kinds.len() < 2 {
        return None;
    }
    let chip = |href: String, current: bool, name: String| {
        view! { <li><a href=href aria-current=current.then_some("true")>{name}</a></li> }
    };
    let none = GroupFilter { q: filter.q.clone(), ..GroupFilter::default() };
    let all = chip(paths::GROUPS.to_owned(), *filter == none, words.t("groups-filter-all"));
    let unled = told_of_unled(rq).then(|| {
        let href = format!("{}?voir=sans-referent", paths::GROUPS);
        chip(href, filter.unled, words.t("groups-unled"))
    });
    let mine = signed_in
        .then(|| chip(format!("{}?voir=miens", paths::GROUPS), filter.mine, words.t("groups-filter-mine")));
    let kinds = (kinds.len() > 1).then(|| {
        let of_kind = |kind: &GroupKind| {
            let href = format!("{}?genre={}", paths::GROUPS, kind.code());
            chip(href, filter.kind == Some(*kind), words.group_kind(*kind))
        };
        kinds.iter().map(of_kind).collect_view()
    });
    Some(
        view! { <nav aria-label=words.t("groups-filters")><ul class="chips">{all}{mine}{unled}{kinds}</ul></nav> },
    )
}

fn row_view(rq: &Request, row: &GroupRow, pictured: bool) -> impl IntoView + use<> {
    let words = &rq.words;
    let mut facts: Vec<AnyView> = Vec::new();
    match row.state {
        GroupState::SettingUp => {
            facts.push(
                view! { <State name="setting-up" label=words.t("groups-state-setting-up")/> }.into_any(),
            );
        }
        GroupState::Closed => {
            facts.push(view! { <State name="closed" label=words.t("groups-state-closed")/> }.into_any());
        }
        GroupState::Active => facts.push(visibility_sign(words, row.visibility)),
    }
    if row.unled {
        facts.push(
            view! { <span class="state watch"><Icon name="warning"/>" "{words.t("groups-unled")}</span> }
                .into_any(),
        );
    }
    facts.push(words.group_kind(row.kind).into_any());
    facts.extend(row.members.map(|n| say!(words, "groups-members-count", count = n).into_any()));
    if row.texts > 0 {
        facts.push(say!(words, "groups-texts-count", count = row.texts).into_any());
    }
    facts.extend(row.role.map(|role| my_role(words, role).into_any()));
    let mandate = (!row.mandate.is_empty()).then(|| view! { <p class="row-text">{row.mandate.clone()}</p> });
    let face = pictured.then(|| {
        let portrait = row.portrait.as_deref().map(|mark| paths::group_portrait(&row.slug, mark));
        view! { <Face name=row.name.clone() portrait=portrait group=true/> }
    });
    view! {
        <li class=pictured.then_some("person")>
            <a class="row-title" href=paths::group(&row.slug)>{face}<span>{row.name.clone()}</span></a>
            <Facts facts=facts/>
            {mandate}
        </li>
    }
}

/// Who is told that nobody runs a group any more.
fn told_of_unled(rq: &Request) -> bool {
    rq.cx.actor.presides() || rq.cx.actor.is_administrator()
}

fn empty(rq: &Request, filter: &GroupFilter, may_create: bool) -> impl IntoView + use<> {
    let words = &rq.words;
    let (text, action) = if filter.unled {
        ("groups-unled-none", Some((paths::GROUPS, "groups-none-found-action")))
    } else if *filter != GroupFilter::default() {
        ("groups-none-found", Some((paths::GROUPS, "groups-none-found-action")))
    } else if rq.cx.actor.person().is_none() {
        ("groups-empty-public", Some((paths::PUBLICATIONS, "groups-empty-public-action")))
    } else {
        ("groups-empty", may_create.then_some((paths::NEW_GROUP, "groups-new")))
    };
    let action = action.map(|(href, name)| (href.to_owned(), words.t(name)));
    view! { <Empty text=words.t(text) action=action/> }
}

/// A group found while typing.
pub fn hit(words: &Words, row: &GroupRow) -> GroupHit {
    let kind = words.group_kind(row.kind);
    let visibility = visibility_word(words, row.visibility).to_lowercase();
    GroupHit {
        href: paths::group(&row.slug),
        name: row.name.clone(),
        facts: say!(words, "groups-eyebrow", kind = kind, visibility = visibility),
    }
}
