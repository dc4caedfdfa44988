//! The next step of a text, for the person who reads: what is asked, and the one button that does it.

use backend::{
    contributions::{ContributionView, ReviewView},
    polls::PollRow,
};
use domain::{
    contributions::{State, Verdict},
    policy::{ContributionAction, Permission},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    contributions::actions::{ProposeContribution, PublishContribution, SubmitContribution},
    paths,
    request::Request,
    ui::FormView,
};

/// Whether this person may do this to the text.
pub fn may(rq: &Request, text: &ContributionView, action: ContributionAction) -> bool {
    rq.cx.may(Permission::Contribution(action, &text.facts))
}

/// A form of one button that acts on the text.
pub fn button(
    rq: &Request,
    text: &ContributionView,
    action: &'static str,
    label: String,
    class: &'static str,
) -> AnyView {
    let form = rq.form(action).shown_at(paths::contribution(text.facts.id));
    let id = text.facts.id.to_string();
    view! {
        <FormView form=form class="one">
            <input type="hidden" name="id" value=id/>
            <button class=class>{label}</button>
        </FormView>
    }
    .into_any()
}

fn link(href: String, label: String, class: &'static str) -> AnyView {
    view! { <a class=class href=href>{label}</a> }.into_any()
}

/// Whether somebody asked for changes to the very version that is read.
pub fn changes_are_due(text: &ContributionView) -> bool {
    let asked = |review: &ReviewView| {
        review.verdict == Verdict::RequestChanges && review.version == text.revision.version
    };
    text.facts.state == State::ChangesRequested && text.reviews.iter().any(asked)
}

/// Whether this person was asked by name to review the text, and has not taken a position on this version.
fn is_awaited(rq: &Request, text: &ContributionView) -> bool {
    let me = rq.cx.actor.user_id();
    text.reviewers.iter().any(|reviewer| Some(reviewer.id) == me && reviewer.state.is_awaited())
}

/// What is asked of this person, and how to do it.
pub fn next_step(rq: &Request, text: &ContributionView, poll: Option<&PollRow>) -> AnyView {
    let words = &rq.words;
    if let Some(poll) = poll {
        return view! {
            <section class="next-step" aria-labelledby="suite">
                <div>
                    <h2 id="suite">{words.t("polls-of-text")}</h2>
                    <p class="muted">{words.t("polls-of-text-hint")}</p>
                </div>
                {link(paths::poll(poll.id), words.t("polls-of-text-go"), "button next")}
            </section>
        }
        .into_any();
    }
    let is = |action| may(rq, text, action);
    let id = text.facts.id;
    let edit = || link(paths::contribution_edit(id), words.t("contributions-edit-do"), "button next");
    let submit =
        |class| button(rq, text, SubmitContribution::PATH, words.t("contributions-submit-do"), class);
    let (key, act): (&str, Option<AnyView>) = match text.facts.state {
        State::Draft if is(ContributionAction::Write) && text.html.is_empty() => ("write", Some(edit())),
        State::Draft if is(ContributionAction::Submit) => ("submit", Some(submit("button next"))),
        State::Draft => ("draft", None),
        State::InReview | State::ChangesRequested
            if text.facts.consulted
                && !is(ContributionAction::Review)
                && is(ContributionAction::Comment)
                && !is(ContributionAction::Write) =>
        {
            ("consulted", Some(link("#relire".into(), words.t("contributions-review-go"), "button next")))
        }
        State::ChangesRequested if is(ContributionAction::Submit) && !changes_are_due(text) => {
            ("resubmit", Some(submit("button next")))
        }
        State::ChangesRequested if is(ContributionAction::Write) => ("changes", Some(edit())),
        State::ChangesRequested => ("changes-wait", None),
        State::InReview if text.is_approved() && is(ContributionAction::Propose) => {
            let label = words.t("contributions-propose-do");
            ("propose", Some(button(rq, text, ProposeContribution::PATH, label, "button next")))
        }
        State::InReview if is_awaited(rq, text) && is(ContributionAction::Review) => {
            ("asked", Some(link("#relire".into(), words.t("contributions-review-go"), "button next")))
        }
        State::InReview if text.is_approved() => ("approved", None),
        State::InReview if is(ContributionAction::Review) => {
            ("review", Some(link("#relire".into(), words.t("contributions-review-go"), "button next")))
        }
        State::InReview => ("review-wait", None),
        State::ReadyForAdoption if is(ContributionAction::Adopt) => {
            ("adopt", Some(link("#adopter".into(), words.t("contributions-adopt-go"), "button next")))
        }
        State::ReadyForAdoption => ("adopt-wait", None),
        State::Adopted if is(ContributionAction::Publish) => {
            let label = words.t("contributions-publish-do");
            ("publish", Some(button(rq, text, PublishContribution::PATH, label, "button next")))
        }
        State::Adopted => ("publish-wait", None),
        State::Published => ("published", read_publication(rq, text)),
    };
    view! {
        <section class="next-step" aria-labelledby="suite">
            <div>
                <h2 id="suite">{words.t(&format!("contributions-next-{key}"))}</h2>
                <p class="muted">{words.t(&format!("contributions-next-{key}-text"))}</p>
            </div>
            {act}
        </section>
    }
    .into_any()
}

fn read_publication(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    let number = text.adoption.as_ref()?.number;
    Some(link(paths::publication(number), rq.words.t("contributions-publication-read"), "button next"))
}
