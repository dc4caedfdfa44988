//! `/votes`, `/decisions` and their pages.

mod ballots;
mod list;
mod prepare;
mod run;
mod show;
mod usual;
mod voting;

pub use ballots::ballots;
pub use list::{list, register};
pub use prepare::{change, new};
pub use show::show;
pub use usual::usual;

use backend::polls::{PollView, Voter};
use domain::polls::{Choice as Vote, Count, Majority, Phase, Quorum, Tally, Times};
use leptos::prelude::*;

use crate::{
    paths,
    request::Request,
    ui::{Breadcrumb, Choice, State},
    words::Words,
};

/// The way back to the polls.
fn back(rq: &Request, further: Option<(String, String)>) -> impl IntoView + use<> {
    let mut ancestors = vec![(paths::POLLS.to_owned(), rq.words.t("polls-title"))];
    ancestors.extend(further);
    view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> }
}

/// Where a poll stands, as a sign.
fn phase(w: &Words, phase: Phase, tally: Option<&Tally>) -> AnyView {
    let (name, key) = match (phase, tally) {
        (Phase::Proclaimed, Some(tally)) if tally.is_carried() => ("adopted", "polls-carried"),
        (Phase::Proclaimed, _) => ("refused", "polls-rejected"),
        (Phase::ToCome, _) => ("waiting", "polls-phase-to-come"),
        (Phase::Open, _) => ("active", "polls-phase-open"),
        (Phase::ToCount, _) => ("waiting", "polls-phase-to-count"),
        (Phase::Cancelled, _) => ("withdrawn", "polls-phase-cancelled"),
    };
    view! { <State name=name label=w.t(key)/> }.into_any()
}

/// From when, or until when, or when it was.
fn when(w: &Words, times: &Times, phase: Phase) -> String {
    match phase {
        Phase::ToCome => say!(w, "polls-from", moment = w.moment(times.opens_at)),
        Phase::Open => say!(w, "polls-until", moment = w.moment(times.closes_at)),
        Phase::ToCount | Phase::Proclaimed => say!(w, "polls-ended", moment = w.moment(times.closes_at)),
        Phase::Cancelled => times
            .cancelled_at
            .map(|at| say!(w, "polls-cancelled-on", moment = w.moment(at)))
            .unwrap_or_default(),
    }
}

/// People to choose among.
fn choices<'a>(voters: impl Iterator<Item = &'a Voter>) -> Vec<Choice> {
    voters.map(|voter| Choice::new(voter.id.to_string(), voter.name.clone())).collect()
}

/// Those who may still receive a proxy.
fn receivers(poll: &PollView) -> impl Iterator<Item = &Voter> {
    poll.voters.iter().filter(|voter| voter.proxy.is_none() && voter.represents < poll.rules.proxies)
}

/// The word of a choice.
fn vote(w: &Words, vote: Vote) -> String {
    w.t(&format!("polls-choice-{}", vote.code()))
}

fn quorum(w: &Words, quorum: Quorum) -> String {
    w.t(&format!("polls-quorum-{}", quorum.code()))
}

fn majority(w: &Words, majority: Majority) -> String {
    w.t(&format!("polls-majority-{}", majority.code()))
}

/// « 31 pour, 4 contre, 2 abstentions ».
fn counts(w: &Words, count: &Count) -> String {
    say!(
        w,
        "polls-counts",
        votes_for = count.votes_for,
        votes_against = count.votes_against,
        votes_abstaining = count.votes_abstaining
    )
}
