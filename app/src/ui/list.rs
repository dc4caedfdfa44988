//! Lists and signs: breadcrumb, facts, states, notices, pager, empty places.

use leptos::prelude::*;

use super::icon::Icon;
use crate::request::Request;

/// The way back: the ancestors of the page.
#[component]
pub fn Breadcrumb(
    /// The request, for its words.
    rq: Request,
    /// Address and name of each ancestor, the farthest first.
    ancestors: Vec<(String, String)>,
) -> impl IntoView {
    let last = ancestors.len().saturating_sub(1);
    let items = ancestors
        .into_iter()
        .enumerate()
        .map(|(index, (href, name))| {
            let back = (index == last).then(|| view! { <Icon name="back"/>" " });
            view! { <li><a href=href>{back}{name}</a></li> }
        })
        .collect_view();
    view! { <nav class="breadcrumb" aria-label=rq.words.t("breadcrumb")><ol>{items}</ol></nav> }
}

/// One muted line of facts; a state comes first.
#[component]
pub fn Facts(
    /// The facts, in order; blank ones are left out.
    facts: Vec<AnyView>,
) -> impl IntoView {
    view! { <ul class="facts">{facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()}</ul> }
}

/// A state: an icon and a word.
#[component]
pub fn State(
    /// Its name in the style sheets, which is also the name of its icon.
    name: &'static str,
    /// The word.
    label: String,
) -> impl IntoView {
    view! { <span class=format!("state {name}")><Icon name=name/>" "{label}</span> }
}

/// What a notice is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeTone {
    /// Something was done.
    Success,
    /// Something to know.
    Info,
    /// Something to watch.
    Warning,
}

/// A message after the head of the page.
#[component]
pub fn Notice(
    /// Its tone.
    tone: NoticeTone,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let (class, icon, role) = match tone {
        NoticeTone::Success => ("notice success", "success", Some("status")),
        NoticeTone::Info => ("notice", "info", None),
        NoticeTone::Warning => ("notice warning", "warning", None),
    };
    view! { <div class="notices"><div class=class role=role><Icon name=icon/><div>{children()}</div></div></div> }
}

/// The button that opens the chips after it on a phone; elsewhere they are always shown.
#[component]
pub fn Fold(
    /// What it opens.
    name: String,
    /// Whether one of them is chosen, so that it is seen.
    open: bool,
) -> impl IntoView {
    view! { <details class="fold" open=open><summary class="button">{name}" "<Icon name="down"/></summary></details> }
}

/// An empty place: what it is for, and what to do next.
#[component]
pub fn Empty(
    /// What this place is for.
    text: String,
    /// The address and the name of what to do next, if this person may.
    #[prop(optional_no_strip)]
    action: Option<(String, String)>,
) -> impl IntoView {
    let action = action.map(|(href, name)| {
        view! { <p class="acts"><a class="button main" href=href>{name}</a></p> }
    });
    view! { <div class="empty"><p>{text}</p>{action}</div> }
}

/// The pages of a list; nothing when there is only one.
#[component]
pub fn Pager(
    /// The request, for its address.
    rq: Request,
    /// The page shown, from 1.
    number: u64,
    /// How many there are.
    pages: u64,
) -> impl IntoView {
    if pages <= 1 {
        return None;
    }
    let words = rq.words.clone();
    let near = move |n: &u64| *n == 1 || *n == pages || n.abs_diff(number) <= 1;
    let mut items = Vec::new();
    let mut previous = 0;
    // Only the ends and the neighbours: a list of a thousand pages has the same pager.
    let candidates = [1, number.saturating_sub(1), number, number + 1, pages];
    let mut shown: Vec<u64> =
        candidates.into_iter().filter(|n| (1..=pages).contains(n)).filter(near).collect();
    shown.sort_unstable();
    shown.dedup();
    for n in shown {
        if n > previous + 1 {
            items.push(view! { <li><span>"…"</span></li> }.into_any());
        }
        let current = (n == number).then_some("page");
        let label = say!(words, "pager-page", number = n);
        items.push(
            view! { <li><a href=rq.with_page(n) aria-current=current aria-label=label>{n}</a></li> }
                .into_any(),
        );
        previous = n;
    }
    let before = (number > 1).then(|| {
        view! { <li><a href=rq.with_page(number - 1) rel="prev"><Icon name="back"/>" "{words.t("pager-previous")}</a></li> }
    });
    let after = (number < pages).then(|| {
        view! { <li><a href=rq.with_page(number + 1) rel="next">{words.t("pager-next")}" "<Icon name="forward"/></a></li> }
    });
    Some(view! { <nav class="pager" aria-label=words.t("pager")><ul>{before}{items}{after}</ul></nav> })
}
