//! What surrounds a text while it is reviewed: what changed since one read it, the consultation, the named reviewers,
//! the checklist.

use backend::contributions::{ContributionView, Point};
use domain::policy::ContributionAction;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{next_step::may, reviewers::reviewer_rows};
use crate::{
    contributions::actions::CheckPoints,
    paths,
    request::Request,
    ui::{Choice, Choices, FormView, Icon, Notice, NoticeTone},
};

/// « Depuis votre lecture (version 3), 2 versions. »
pub fn since(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    let count = text.versions_since();
    let read = text.read_before.filter(|_| count > 0 && text.inside)?;
    let words = &rq.words;
    let told = say!(words, "contributions-since", version = read.to_string(), count = count);
    let href = paths::contribution_compare(text.facts.id, read.0, text.revision.version.0);
    let see = words.t("contributions-since-see");
    Some(
        view! {
            <Notice tone=NoticeTone::Info>
                <p>{told}" "<a href=href>{see}</a></p>
            </Notice>
        }
        .into_any(),
    )
}

/// What the whole council is asked, until when.
pub fn consultation(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    let consultation = text.consultation.as_ref()?;
    let words = &rq.words;
    let told = say!(words, "contributions-consultation-told", day = words.day(consultation.until));
    let question = consultation
        .question
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect_view();
    Some(
        view! {
            <Notice tone=NoticeTone::Info>
                <p><b>{told}</b></p>
                {question}
            </Notice>
        }
        .into_any(),
    )
}

/// The named reviewers, and where each of them is.
pub fn reviewers(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    if text.reviewers.is_empty() {
        return None;
    }
    let words = &rq.words;
    let approved =
        text.reviewers.iter().filter(|r| r.state == domain::contributions::ReviewerState::Approved);
    let gone = |r: &&backend::contributions::ReviewerView| {
        !matches!(r.state, domain::contributions::ReviewerState::Gone(_))
    };
    let told = say!(
        words,
        "contributions-reviewers-told",
        approved = approved.count(),
        count = text.reviewers.iter().filter(gone).count()
    );
    let organise = may(rq, text, ContributionAction::NameReviewers).then(|| {
        let href = paths::contribution_organise(text.facts.id);
        view! { <a class="go" href=href>{words.t("contributions-organise-do")}</a> }
    });
    Some(
        view! {
            <section class="part" aria-labelledby="relecteurs">
                <header><h2 id="relecteurs">{words.t("contributions-reviewers")}</h2>" "{organise}</header>
                <p class="muted">{told}</p>
                {reviewer_rows(rq, text.facts.id, &text.reviewers, false)}
            </section>
        }
        .into_any(),
    )
}

/// The council's checklist: its writers tick, the others read.
pub fn checklist(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    if text.checklist.is_empty() {
        return None;
    }
    let words = &rq.words;
    let content = if may(rq, text, ContributionAction::Write) {
        ticking(rq, text)
    } else {
        let points = text.checklist.iter().map(|point| one_point(rq, point)).collect_view();
        view! { <ul class="rows">{points}</ul> }.into_any()
    };
    Some(
        view! {
            <section class="part" aria-labelledby="a-verifier">
                <header><h2 id="a-verifier">{words.t("contributions-checklist")}</h2></header>
                {content}
            </section>
        }
        .into_any(),
    )
}

fn done_by(rq: &Request, point: &Point) -> Option<String> {
    let (name, at) = point.done.clone()?;
    Some(say!(rq.words, "contributions-checklist-done", name = name, moment = rq.words.moment(at)))
}

fn one_point(rq: &Request, point: &Point) -> impl IntoView + use<> {
    let (icon, state) = match point.done {
        Some(_) => ("done", "contributions-checklist-ticked"),
        None => ("waiting", "contributions-checklist-unticked"),
    };
    let by = done_by(rq, point).map(|text| view! { <p class="row-text">{text}</p> });
    view! {
        <li>
            <p><Icon name=icon/>" "<span class="vh">{rq.words.t(state)}" "</span>{point.what.clone()}</p>
            {by}
        </li>
    }
}

fn ticking(rq: &Request, text: &ContributionView) -> AnyView {
    let words = &rq.words;
    let form = rq.form(CheckPoints::PATH).shown_at(paths::contribution(text.facts.id));
    let choice = |point: &Point| {
        let choice = Choice::new(point.what.clone(), point.what.clone());
        match done_by(rq, point) {
            Some(text) => choice.hint(text),
            None => choice,
        }
    };
    let choices: Vec<Choice> = text.checklist.iter().map(choice).collect();
    let done = text.checklist.iter().filter(|point| point.done.is_some());
    let values: Vec<String> = done.map(|point| point.what.clone()).collect();
    let id = text.facts.id.to_string();
    let [label, hint, save] =
        ["contributions-checklist-label", "contributions-checklist-hint", "contributions-checklist-save"]
            .map(|key| words.t(key));
    view! {
        <FormView form=form.clone()>
            <input type="hidden" name="id" value=id/>
            <Choices form=form name="points" label=label hint=hint choices=choices values=values several=true/>
            <p class="acts"><button class="button">{save}</button></p>
        </FormView>
    }
    .into_any()
}
