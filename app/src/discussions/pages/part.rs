//! Discussions on other pages: the latest of a group, those about a text.

use backend::{contributions::ContributionView, groups::GroupView};
use domain::{
    groups::{GroupFacts, GroupState},
    policy::{GroupAction, Permission},
};
use leptos::prelude::*;

use super::piece;
use crate::{paths, request::Request, ui::Empty};

/// The three discussions that moved last and the way to begin one; nothing for those who do not read the group's work.
///
/// # Errors
/// The database cannot be read.
pub async fn part(rq: &Request, group: &GroupView) -> backend::Result<Option<AnyView>> {
    if !group.may.read_work {
        return Ok(None);
    }
    let rows = backend::discussions::latest(&rq.cx, group).await?;
    let words = &rq.words;
    let facts = GroupFacts { id: group.id, visibility: group.visibility, state: group.state };
    let may_begin =
        group.state != GroupState::Closed && rq.cx.may(Permission::Group(GroupAction::Discuss, &facts));
    if rows.is_empty() && !may_begin {
        return Ok(None);
    }
    let begin = (paths::new_discussion(&group.slug), words.t("discussions-begin"));
    let (header, list) = if rows.is_empty() {
        (None, view! { <Empty text=words.t("discussions-empty") action=Some(begin)/> }.into_any())
    } else {
        let (href, name) = begin;
        let header = may_begin.then(|| view! { <a class="go" href=href>{name}</a> });
        let all = paths::discussions(&group.slug);
        let rows = rows.iter().map(|row| piece::row(words, &group.slug, row)).collect_view();
        let list = view! {
            <ul class="rows">{rows}</ul>
            <p><a class="go" href=all>{words.t("discussions-all")}</a></p>
        };
        (header, list.into_any())
    };
    Ok(Some(
        view! {
            <section class="part" aria-labelledby="discussions">
                <header><h2 id="discussions">{words.t("discussions-title")}</h2>" "{header}</header>
                {list}
            </section>
        }
        .into_any(),
    ))
}

/// The discussions about a text and the way to begin one; nothing for those who do not read its group's work.
///
/// # Errors
/// The database cannot be read.
pub async fn about(rq: &Request, text: &ContributionView) -> backend::Result<Option<AnyView>> {
    let Some(group) = text.group.as_ref().filter(|_| text.inside) else { return Ok(None) };
    let rows = match text.discussed {
        true => backend::discussions::about(&rq.cx, &text.facts).await?,
        false => Vec::new(),
    };
    let words = &rq.words;
    let may_begin = text.facts.group.state != GroupState::Closed
        && rq.cx.may(Permission::Group(GroupAction::Discuss, &text.facts.group));
    if rows.is_empty() && !may_begin {
        return Ok(None);
    }
    let begin = may_begin.then(|| {
        let href = format!("{}?texte={}", paths::new_discussion(&group.slug), text.facts.id);
        view! { <a class="go" href=href>{words.t("discussions-begin")}</a> }
    });
    let list = match rows.is_empty() {
        true => view! { <p class="muted">{words.t("discussions-about-none")}</p> }.into_any(),
        false => {
            let rows = rows.iter().map(|row| piece::row(words, &group.slug, row)).collect_view();
            view! { <ul class="rows">{rows}</ul> }.into_any()
        }
    };
    Ok(Some(
        view! {
            <section class="part no-print" aria-labelledby="discussions">
                <header><h2 id="discussions">{words.t("discussions-title")}</h2>" "{begin}</header>
                {list}
            </section>
        }
        .into_any(),
    ))
}
