//! What may be done with a version: writing it, opening it to amendments, having it examined, putting it to the vote.

use backend::charter::{VersionHead, VersionView};
use domain::{
    charter::{Step, VersionState},
    policy::{CharterAction, Permission},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::amendments::may_propose;
use crate::{
    charter::actions::{AbandonVersion, ExamineVersion, OpenAmendments, ResumeVersion},
    paths,
    request::Request,
    ui::{Form, FormView, TextField},
};

/// The next step first; nothing for those who do not prepare.
pub fn part(rq: &Request, view: &VersionView) -> Option<AnyView> {
    let (slug, version) = (view.head.slug.as_str(), &view.version);
    let words = &rq.words;
    let compare = view
        .head
        .before(version)
        .map(|before| before.number)
        .or_else(|| view.head.in_force().filter(|_| version.state.is_prepared()).map(|one| one.number));
    let compare = compare.map(|before| {
        let href = paths::framing_compare(slug, before, version.number);
        view! { <a class="go" href=href>{say!(words, "charter-compare-with", number = before)}</a> }
    });
    let follows = rq.cx.may(Permission::Charter(CharterAction::Follow));
    let history = follows.then(|| {
        view! { <a class="go" href=paths::framing_versions(slug)>{words.t("charter-history-do")}</a> }
    });
    let prepares = rq.cx.may(Permission::Charter(CharterAction::Prepare));
    let may = |step| version.state.after(step).is_ok();
    let edit = (prepares && version.state.is_writable()).then(|| {
        view! { <a class="button" href=paths::framing_edit(slug, version.number)>{words.t("charter-edit-do")}</a> }
    });
    let vote = (may(Step::PutToVote) && view.left == 0 && rq.cx.may(Permission::RunPolls)).then(|| {
        view! { <a class="button main" href=paths::new_poll_on(version.id)>{words.t("charter-vote-do")}</a> }
    });
    let count: u64 = view.amendments.iter().map(|(_, count)| count).sum();
    let propose = may_propose(rq, version.is_amendable_on(rq.cx.today())).then(|| {
        let href = paths::propose_amendment(slug, version.number);
        view! { <a class="button main" href=href>{words.t("amendments-propose")}</a> }
    });
    let session = (prepares && count > 0 && version.state == VersionState::Examined).then(|| {
        let href = paths::amendment_session(slug, version.number);
        let class = if view.left > 0 { "button main" } else { "go" };
        view! { <a class=class href=href>{words.t("amendments-examine")}</a> }
    });
    let all = (count > 0).then(|| {
        let href = paths::amendments(slug, version.number);
        view! { <a class="go" href=href>{say!(words, "amendments-see", count = count)}</a> }
    });
    let poll = version.polls.last().filter(|_| version.state == VersionState::Voting).map(|poll| {
        view! { <a class="button main" href=paths::poll(poll.id)>{words.t("charter-vote-see")}</a> }
    });
    let plain = |step, action, key: &str| {
        (prepares && may(step)).then(|| one(&rq.form(action), slug, version, words.t(key)))
    };
    let amendments = (prepares && may(Step::OpenAmendments)).then(|| amendments(rq, slug, version));
    Some(
        view! {
            <div class="acts">
                {vote}
                {poll}
                {session}
                {propose}
                {edit}
                {plain(Step::Examine, ExamineVersion::PATH, "charter-examine-do")}
                {plain(Step::Resume, ResumeVersion::PATH, "charter-resume-do")}
                {all}
                {compare}
                {history}
                {plain(Step::Abandon, AbandonVersion::PATH, "charter-abandon-do")}
            </div>
            {amendments}
        }
        .into_any(),
    )
}

fn hidden(form: &Form, slug: &str, version: &VersionHead) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="slug" value=slug.to_owned()/>
        <input type="hidden" name="number" value=version.number.to_string()/>
        <input type="hidden" name="version" value=form.version(version.version)/>
    }
}

fn one(form: &Form, slug: &str, version: &VersionHead, label: String) -> impl IntoView + use<> {
    let hidden = hidden(form, slug, version);
    view! {
        <FormView form=form.clone() class="one">
            {hidden}
            <button class="button">{label}</button>
        </FormView>
    }
}

fn amendments(rq: &Request, slug: &str, version: &VersionHead) -> impl IntoView + use<> {
    let words = &rq.words;
    let form = rq.form(OpenAmendments::PATH);
    let hidden = hidden(&form, slug, version);
    let day = |name: &'static str, key: &str, hint: String, optional: bool| {
        view! { <TextField form=form.clone() name=name label=words.t(key) hint=hint short=true optional=optional autocomplete="off"/> }
    };
    let fields = view! {
        {day("from", "charter-amendable-from", words.t("charter-amendable-from-hint"), true)}
        {day("until", "charter-amendable-until", words.t("charter-amendable-until-hint"), false)}
    };
    let [open, lead, act] =
        ["charter-open-amendments", "charter-open-amendments-lead", "charter-open-amendments-do"]
            .map(|key| words.t(key));
    view! {
        <details class="unfold" open=form.is_refused()>
            <summary class="button">{open}</summary>
            <p class="muted">{lead}</p>
            <FormView form=form.clone()>
                {hidden}
                {fields}
                <p class="acts"><button class="button">{act}</button></p>
            </FormView>
        </details>
    }
}
