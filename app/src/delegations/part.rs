//! Delegations where they are seen: on the page of a person, of a group, of the council.

use backend::delegations::{self, Standing};
use domain::{
    actor::Period,
    delegations::Office,
    ids::{GroupId, UserId},
};
use leptos::prelude::*;

use crate::{
    request::Request,
    ui::{Notice, NoticeTone},
    words::{Values, Words},
};

/// What is given, in words.
pub(super) fn office(words: &Words, office: Office, group: Option<&str>) -> String {
    match (office, group) {
        (Office::Role(role), _) => words.council_role(role),
        (Office::Group(_), Some(group)) => say!(words, "delegations-office-group", group = group.to_owned()),
        (Office::Group(_), None) => words.t("delegations-office-a-group"),
    }
}

/// From when until when, in words.
pub(super) fn period(words: &Words, period: Period) -> String {
    let last = period.to.unwrap_or(period.from);
    if last == period.from {
        return say!(words, "delegations-day", day = words.day(last));
    }
    say!(words, "delegations-from-to", from = words.day(period.from), to = words.day(last))
}

/// Who stands in for whom, in a sentence.
fn sentence(words: &Words, standing: &Standing) -> String {
    let last = standing.period.to.unwrap_or(standing.period.from);
    let values = Values::from([
        ("who".into(), standing.to.1.clone().into()),
        ("for".into(), standing.from.1.clone().into()),
        ("office".into(), office(words, standing.office, None).into()),
        ("from".into(), words.day(standing.period.from).into()),
        ("to".into(), words.day(last).into()),
    ]);
    words.fill("delegations-standing", &values)
}

fn notice(words: &Words, standing: &[Standing]) -> Option<AnyView> {
    if standing.is_empty() {
        return None;
    }
    let lines: Vec<_> = standing.iter().map(|one| view! { <p>{sentence(words, one)}</p> }).collect();
    Some(view! { <Notice tone=NoticeTone::Info>{lines}</Notice> }.into_any())
}

/// Who runs a group for somebody else today; nothing most of the time, at no cost.
pub(crate) async fn of_group(rq: &Request, group: GroupId) -> backend::Result<Option<AnyView>> {
    Ok(notice(&rq.words, &delegations::in_group(&rq.cx, group).await?))
}

/// Who has a role of the council for somebody else today.
pub(crate) async fn of_council(rq: &Request) -> backend::Result<Option<AnyView>> {
    Ok(notice(&rq.words, &delegations::in_council(&rq.cx).await?))
}

/// What somebody gave, or was given, that runs today.
pub(crate) async fn of_person(rq: &Request, id: UserId) -> backend::Result<Option<AnyView>> {
    Ok(notice(&rq.words, &delegations::of_person(&rq.cx, id).await?))
}
