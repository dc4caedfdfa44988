//! What stands beside the work of a group: its mandate letter, its people.

use backend::groups::{GroupPerson, GroupView};
use domain::groups::{GroupRole, GroupState};
use leptos::prelude::*;

use crate::{paths, portraits::face::Face, request::Request};

/// The mandate letter, then who runs the group and who takes part.
pub(super) fn aside(rq: &Request, group: &GroupView) -> Option<AnyView> {
    let words = &rq.words;
    let facilitators = group.facilitators.as_ref()?;
    let me = rq.cx.actor.user_id();
    let list = |people: &[GroupPerson]| {
        let items = people
            .iter()
            .map(|person| {
                let you = (Some(person.id) == me).then(|| format!(" {}", words.t("groups-you")));
                let observer = (person.role == GroupRole::Observer).then(|| {
                    view! { " "<small>{words.group_role(person.role)}</small> }
                });
                let portrait = person.portrait.as_deref();
                let portrait = portrait.map(|mark| paths::member_portrait(person.id, mark));
                view! {
                    <li>
                        <Face name=person.name.clone() portrait=portrait/>
                        <span>{person.name.clone()}{you}{observer}</span>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="people">{items}</ul> }
    };
    let runs = (!facilitators.is_empty()).then(|| {
        view! { <h3 class="eyebrow">{words.t("groups-facilitators")}</h3>{list(facilitators)} }
    });
    // Two run a group better than one.
    let alone = facilitators.len() == 1 && group.may.manage_members && group.state != GroupState::Closed;
    let second = alone.then(|| {
        let href = paths::group_members(&group.slug);
        view! { <p class="muted">{words.t("groups-second-facilitator")}" "<a href=href>{words.t("groups-name-second")}</a></p> }
    });
    let others = group.people.as_ref().filter(|people| !people.is_empty()).map(|people| {
        view! { <h3 class="eyebrow">{words.t("groups-others")}</h3>{list(people)} }
    });
    let all = group.may.see_people.then(|| {
        view! { <p><a class="go" href=paths::group_members(&group.slug)>{words.t("groups-all-people")}</a></p> }
    });
    Some(
        view! {
            <aside class="aside" aria-label=words.t("groups-aside")>
                {letter(rq, group)}
                <section class="part" aria-labelledby="gens">
                    <h2 id="gens">{words.t("groups-people")}</h2>
                    {runs}
                    {second}
                    {others}
                    {all}
                </section>
            </aside>
        }
        .into_any(),
    )
}

/// The mandate letter beyond the question itself: by whom, for when, what is to be handed in.
fn letter(rq: &Request, group: &GroupView) -> Option<impl IntoView + use<>> {
    let words = &rq.words;
    let today = rq.cx.today();
    let due = group.due_on.map(|day| {
        let late = day < today && group.state != GroupState::Closed;
        if late { say!(words, "groups-due-late", day = words.day(day)) } else { words.day(day) }
    });
    let facts: Vec<_> = [
        ("groups-asked-by", Some(group.asked_by.clone())),
        ("groups-due-on", due),
        ("groups-deliverable", Some(group.deliverable.clone())),
    ]
    .into_iter()
    .filter_map(|(name, said)| said.filter(|said| !said.is_empty()).map(|said| (name, said)))
    .map(|(name, said)| view! { <dt>{words.t(name)}</dt><dd>{said}</dd> })
    .collect();
    (!facts.is_empty()).then(|| {
        view! {
            <section class="part" aria-labelledby="lettre">
                <h2 id="lettre">{words.t("groups-letter")}</h2>
                <dl class="facts-list tall">{facts}</dl>
            </section>
        }
    })
}
