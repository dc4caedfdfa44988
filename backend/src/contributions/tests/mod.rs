//! The life of a text, played by the cast.

mod adopting;
mod asking;
mod consulting;
mod dissents;
mod images;
mod importing;
mod mending;
mod named;
mod publishing;
mod reading;
mod reviewing;
mod templates;
mod versions;
mod writing;

use domain::{
    Refusal, Version,
    contributions::{AdoptionForm, ContributionForm, ReviewForm, State, Verdict},
    ids::ContributionId,
};

use super::*;
use crate::{
    Cx, Error,
    testing::{Cast, TestBackend, refused},
};

const TITLE: &str = "Rejoindre la gare et l'école sans voiture";

fn form(title: &str, body: &str) -> ContributionForm {
    ContributionForm {
        title: title.into(),
        kind: "opinion".into(),
        summary: "Un chemin *continu*.".into(),
        body: body.into(),
        reason: String::new(),
    }
}

fn body() -> &'static str {
    "## Ce que nous avons constaté\n\nQuatre trajets sur dix[^1].\n\n[^1]: Enquête.\n\nVoir [[2026-04]] et [[Plan vélo]]."
}

fn says(verdict: Verdict, comment: &str) -> ReviewForm {
    ReviewForm { verdict: verdict.code().into(), comment: comment.into() }
}

fn vote() -> AdoptionForm {
    AdoptionForm {
        body: "Assemblée plénière".into(),
        adopted_on: "20/11/2026".into(),
        votes_for: "31".into(),
        votes_against: "4".into(),
        votes_abstaining: "2".into(),
    }
}

/// A draft of `mobilites`, by its member.
async fn draft(test: &TestBackend, cast: &Cast) -> ContributionId {
    let member = test.as_user(cast.member.id).await;
    create(&member, "mobilites", &form(TITLE, body())).await.expect("begun")
}

/// The same, brought to `state` by those who may.
async fn text_in(test: &TestBackend, cast: &Cast, state: State) -> ContributionId {
    let id = draft(test, cast).await;
    bring(test, cast, id, state).await;
    id
}

/// Brings a draft of `mobilites` to `state`.
async fn bring(test: &TestBackend, cast: &Cast, id: ContributionId, state: State) {
    let member = test.as_user(cast.member.id).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let chair = test.as_user(cast.chair.id).await;
    if state >= State::InReview {
        submit(&member, id).await.expect("submitted");
    }
    if state == State::ChangesRequested {
        let form = says(Verdict::RequestChanges, "Préciser les délais.");
        review(&reviewer, id, Version(1), &form).await.expect("reviewed");
    }
    if state >= State::ReadyForAdoption {
        review(&reviewer, id, Version(1), &says(Verdict::Approve, "")).await.expect("approved");
        propose(&facilitator, id).await.expect("proposed");
    }
    if state >= State::Adopted {
        adopt(&chair, id, Version(1), &vote()).await.expect("adopted");
    }
    if state == State::Published {
        publish(&chair, id).await.expect("published");
    }
}

async fn state_of(cx: &Cx, id: ContributionId) -> State {
    show(cx, id).await.expect("read").facts.state
}
