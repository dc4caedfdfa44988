//! Le fil of a text: what is done, what is now, what comes next.

use backend::contributions::ContributionView;
use domain::contributions::{State, Verdict};
use leptos::prelude::*;

use crate::{request::Request, ui::Icon};

struct Step {
    name: String,
    detail: String,
}

/// Le fil, beside the text; above it on a phone.
pub fn thread(rq: &Request, text: &ContributionView) -> AnyView {
    let words = &rq.words;
    let now = match text.facts.state {
        State::Draft | State::ChangesRequested => 0,
        State::InReview => 1,
        State::ReadyForAdoption => 2,
        State::Adopted => 3,
        State::Published => 4,
    };
    let steps = steps(rq, text, now);
    let (total, current) = (steps.len(), (now + 1).min(steps.len()));
    let items = steps
        .into_iter()
        .enumerate()
        .map(|(place, step)| {
            let (class, icon, key) = match place.cmp(&now) {
                std::cmp::Ordering::Less => (Some("done"), "step-done", "contributions-thread-done"),
                std::cmp::Ordering::Equal => (Some("now"), "step-now", "contributions-thread-now"),
                std::cmp::Ordering::Greater => (None, "step-next", "contributions-thread-next"),
            };
            let current = (place == now).then_some("step");
            view! {
                <li class=class aria-current=current>
                    <Icon name=icon/>
                    <span class="vh">{words.t(key)}" "</span>
                    <b>{step.name}</b>
                    " "
                    <span>{step.detail}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="thread" aria-labelledby="fil">
            <h2 id="fil">{say!(words, "contributions-thread", step = current, total = total)}</h2>
            <details><summary>{words.t("contributions-thread-all")}</summary></details>
            <ol>{items}</ol>
        </section>
    }
    .into_any()
}

fn steps(rq: &Request, text: &ContributionView, now: usize) -> Vec<Step> {
    let words = &rq.words;
    let saved = say!(
        words,
        "contributions-thread-written",
        version = text.revision.version.to_string(),
        day = words.day_of(text.revision.at)
    );
    let approvals = text
        .reviews
        .iter()
        .filter(|r| r.verdict == Verdict::Approve && r.version == text.revision.version)
        .count();
    let review = match now {
        0 => words.t("contributions-thread-review-next"),
        1 if approvals == 0 => words.t("contributions-thread-review-now"),
        _ => say!(words, "contributions-thread-approved", count = approvals),
    };
    let adoption = match &text.adoption {
        Some(a) => say!(
            words,
            "contributions-thread-adopted",
            number = a.number.to_string(),
            day = words.day(a.adopted_on)
        ),
        None if now == 2 => words.t("contributions-thread-adoption-now"),
        None => words.t("contributions-thread-adoption-next"),
    };
    let published = match text.adoption.as_ref().and_then(|a| a.published_at) {
        Some(at) => words.day_of(at),
        None => words.t("contributions-thread-publication-next"),
    };
    let step = |key: &str, detail: String| Step { name: words.t(key), detail };
    vec![
        step("contributions-thread-writing", saved),
        step("contributions-thread-review", review),
        step("contributions-thread-adoption", adoption),
        step("contributions-thread-publication", published),
    ]
}
