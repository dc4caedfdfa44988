//! Where a group stands, from its opening to its published texts.

use backend::groups::GroupView;
use domain::{contributions::State, groups::Stage};
use leptos::prelude::*;

use crate::{ui::Icon, words::Words};

/// The five steps, with what is done, now, next.
pub(super) fn thread(words: &Words, group: &GroupView) -> impl IntoView + use<> {
    let stage = Stage::of(group.texts.keys().copied());
    // The group itself is the first step; the texts are at the second to fifth, or beyond all of them.
    let now = match stage {
        Stage::Writing => 2,
        Stage::Review => 3,
        Stage::Adoption => 4,
        Stage::Publication => 5,
        Stage::Published => 6,
    };
    let opened = group.members.map(|n| say!(words, "groups-members-count", count = n));
    let counts = |states: &[State]| counted(words, group, states);
    let steps = [
        (words.t("groups-step-opened"), opened),
        (words.t("groups-step-writing"), counts(&[State::Draft])),
        (words.t("groups-step-review"), counts(&[State::InReview, State::ChangesRequested])),
        (words.t("groups-step-adoption"), counts(&[State::ReadyForAdoption])),
        (words.t("groups-step-publication"), counts(&[State::Adopted, State::Published])),
    ];
    let total = steps.len();
    let items = steps
        .into_iter()
        .zip(1..)
        .map(|((name, detail), step)| {
            let (class, icon, said) = match step.cmp(&now) {
                std::cmp::Ordering::Less => (Some("done"), "step-done", "groups-thread-done"),
                std::cmp::Ordering::Equal => (Some("now"), "step-now", "groups-thread-now"),
                std::cmp::Ordering::Greater => (None, "step-next", "groups-thread-next"),
            };
            view! {
                <li class=class aria-current=(step == now).then_some("step")>
                    <Icon name=icon/>
                    <span class="vh">{words.t(said)}</span>
                    <b>{name}</b>
                    {detail.map(|text| view! { " "<span>{text}</span> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="thread" aria-labelledby="fil">
            <h2 id="fil">{say!(words, "groups-thread", step = now.min(total), steps = total)}</h2>
            <details><summary>{words.t("groups-thread-all")}</summary></details>
            <ol>{items}</ol>
        </section>
    }
}

/// « 2 textes en relecture, 1 texte à reprendre »; nothing when there are none.
fn counted(words: &Words, group: &GroupView, states: &[State]) -> Option<String> {
    let counted: Vec<String> = states
        .iter()
        .filter_map(|state| group.texts.get(state).map(|n| super::text_count(words, *state, *n)))
        .collect();
    (!counted.is_empty()).then(|| counted.join(", "))
}
