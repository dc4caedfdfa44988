//! Where a group stands, from its opening to its published texts.

use std::cmp::Ordering;

use backend::groups::GroupView;
use domain::{contributions::State, groups::Stage};
use leptos::prelude::*;

use crate::{ui::Icon, words::Words};

/// How many steps there are.
const STEPS: usize = 5;

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
    let steps: [_; STEPS] = [
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
            // The first step holds people, not texts: nobody waits there.
            let left = step > 1 && detail.is_some();
            let (class, icon, said) = match standing(step, now, left) {
                Standing::Done => (Some("done"), "step-done", "groups-thread-done"),
                Standing::Now => (Some("now"), "step-now", "groups-thread-now"),
                Standing::Next => (None, "step-next", "groups-thread-next"),
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

#[derive(Debug, PartialEq, Eq)]
enum Standing {
    Done,
    Now,
    Next,
}

/// A step is done once the group is beyond it and nothing is left in it.
fn standing(step: usize, now: usize, left: bool) -> Standing {
    match step.cmp(&now) {
        // All is published: what is in the last step is there to stay.
        Ordering::Less if left && now <= STEPS => Standing::Now,
        Ordering::Less => Standing::Done,
        Ordering::Equal => Standing::Now,
        Ordering::Greater => Standing::Next,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_where_something_is_left_is_not_done() {
        // Drafts and a text in review remain while another text is being published.
        assert_eq!(standing(2, 5, true), Standing::Now);
        assert_eq!(standing(4, 5, false), Standing::Done);
        assert_eq!(standing(1, 2, false), Standing::Done);
        assert_eq!(standing(5, 5, true), Standing::Now);
        assert_eq!(standing(5, 6, true), Standing::Done);
        assert_eq!(standing(3, 2, true), Standing::Next);
    }
}
