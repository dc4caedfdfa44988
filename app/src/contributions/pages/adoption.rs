//! What the chair does with a proposed text: adopt it, or send it back.

use backend::{contributions::ContributionView, polls::PollRow};
use domain::{contributions::State, groups::Visibility, policy::ContributionAction};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::next_step::may;
use crate::{
    contributions::actions::{AdoptContribution, SendBackContribution},
    paths,
    request::Request,
    ui::{Form, FormView, TextArea, TextField, typed_day},
    words::Words,
};

/// The forms of the chair, under the text.
pub fn adoption(rq: &Request, text: &ContributionView, poll: Option<&PollRow>) -> Option<AnyView> {
    // A text that is put to the vote is adopted by the result.
    let is_polled = poll.is_some();
    if text.facts.state != State::ReadyForAdoption || is_polled || !may(rq, text, ContributionAction::Adopt) {
        return None;
    }
    let words = &rq.words;
    let put = (text.facts.group.visibility != Visibility::Secret).then(|| {
        let href = paths::new_poll_about(text.facts.id);
        view! { <p><a class="go" href=href>{words.t("polls-put-text")}</a></p> }
    });
    let beside = (!text.dissents.is_empty()).then(|| {
        let told = say!(words, "dissents-adopted", count = text.dissents.len());
        view! { <p><a href="#opinions">{told}</a></p> }
    });
    Some(
        view! {
            <section class="part" id="adopter" aria-labelledby="t-adopter">
                <header><h2 id="t-adopter">{words.t("contributions-adopt-title")}</h2></header>
                <div class="stack">
                    <p>{words.t("contributions-adopt-lead")}</p>
                    {put}
                    {beside}
                    {adopt(rq, text)}
                    {send_back(rq, text)}
                </div>
            </section>
        }
        .into_any(),
    )
}

fn adopt(rq: &Request, text: &ContributionView) -> AnyView {
    let words = &rq.words;
    let form = rq.form(AdoptContribution::PATH).shown_at(paths::contribution(text.facts.id));
    let id = text.facts.id.to_string();
    let version = text.revision.version.to_string();
    let votes = votes(words, &form, [0; 3]);
    let body = view! {
        <TextField
            form=form.clone()
            name="body"
            label=words.t("contributions-adopt-body")
            hint=words.t("contributions-adopt-body-hint")
        />
        <TextField
            form=form.clone()
            name="adopted_on"
            label=words.t("contributions-adopt-day")
            hint=words.t("contributions-adopt-day-hint")
            value=typed_day(rq.cx.today())
            short=true
            autocomplete="off"
        />
    };
    let label = words.t("contributions-adopt-do");
    view! {
        <FormView form=form>
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="version" value=version/>
            {body}
            {votes}
            <p class="acts"><button class="button main">{label}</button></p>
        </FormView>
    }
    .into_any()
}

/// The fields of a vote: for, against, abstentions.
pub(super) fn votes(words: &Words, form: &Form, counted: [u32; 3]) -> AnyView {
    let fields = [
        ("votes_for", "contributions-adopt-for"),
        ("votes_against", "contributions-adopt-against"),
        ("votes_abstaining", "contributions-adopt-abstaining"),
    ];
    let field = |((name, key), count): ((&'static str, &str), u32)| {
        let (label, value) = (words.t(key), count.to_string());
        view! { <TextField form=form.clone() name=name label=label inputmode="numeric" value=value short=true/> }
    };
    fields.into_iter().zip(counted).map(field).collect_view().into_any()
}

fn send_back(rq: &Request, text: &ContributionView) -> AnyView {
    let words = &rq.words;
    let form = rq.form(SendBackContribution::PATH).shown_at(paths::contribution(text.facts.id));
    let id = text.facts.id.to_string();
    let open = form.is_refused();
    let reason = view! {
        <TextArea
            form=form.clone()
            name="reason"
            label=words.t("contributions-send-back-reason")
            hint=words.t("contributions-send-back-hint")
        />
    };
    let label = words.t("contributions-send-back-do");
    view! {
        <details class="unfold" open=open>
            <summary class="button">{words.t("contributions-send-back-title")}</summary>
            <FormView form=form>
                <input type="hidden" name="id" value=id/>
                {reason}
                <p class="acts"><button class="button">{label}</button></p>
            </FormView>
        </details>
    }
    .into_any()
}
