//! News in words: who did what, with a link to what they did it to.

use backend::{events::EventKind, home::News};
use leptos::prelude::*;

use crate::{
    paths,
    ui::Icon,
    words::{Values, Words, value},
};

/// Stands in a sentence where the link comes; no sentence holds it.
const LINK: &str = "\u{fffc}";
/// Names said in full; beyond, the others are counted.
const NAMES: usize = 4;

/// One line of news.
pub(super) fn line(words: &Words, news: &News) -> impl IntoView + use<> {
    let (href, name) = match &news.text {
        Some(text) => (paths::contribution(text.id), text.title.clone()),
        None => (paths::group(&news.group.slug), news.group.name.clone()),
    };
    let mut values = Values::new();
    values.insert("count".into(), value(news.who.len()));
    values.insert("who".into(), value(names(words, &news.who)));
    values.insert("whom".into(), value(names(words, &news.whom)));
    values.insert("link".into(), value(LINK));
    let sentence = words.fill(&key(news), &values);
    let (before, after) = sentence.split_once(LINK).unwrap_or((&sentence, ""));
    view! {
        <li>
            <Icon name=icon(news.kind)/>
            " "
            <span>{before.to_owned()}<a href=href>{name}</a>{after.to_owned()}</span>
        </li>
    }
}

fn key(news: &News) -> String {
    if news.to_me && news.kind == EventKind::MemberAdded {
        return "home-news-added-me".to_owned();
    }
    format!("home-news-{}", news.kind.code().replace(['.', '_'], "-"))
}

fn names(words: &Words, names: &[String]) -> String {
    match names.len() {
        0..=NAMES => words.list(names),
        _ => {
            let (shown, rest) = names.split_at(NAMES - 1);
            let mut shown = shown.to_vec();
            shown.push(say!(words, "home-news-others", count = rest.len()));
            words.list(&shown)
        }
    }
}

fn icon(kind: EventKind) -> &'static str {
    match kind {
        EventKind::MemberJoined | EventKind::MemberAdded => "user-add",
        EventKind::MemberLeft => "logout",
        EventKind::ContributionCreated | EventKind::ContributionRevised => "draft",
        EventKind::ContributionSubmitted => "in-review",
        EventKind::ContributionReviewed => "comment",
        EventKind::ContributionProposed => "ready",
        EventKind::ContributionAdopted => "adopted",
        EventKind::ContributionPublished => "published",
        _ => "groups",
    }
}
