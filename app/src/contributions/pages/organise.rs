//! `/contributions/{id}/organiser`: by when, who reviews, whom to consult.

use backend::contributions::{self, ContributionView};
use domain::{
    contributions::State,
    groups::Visibility,
    ids::{ContributionId, UserId},
    policy::ContributionAction,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    deeper, done,
    next_step::may,
    reviewers::{naming, reviewer_rows},
};
use crate::{
    contributions::actions::{ConsultCouncil, DismissReviewer, EndConsultation, SetDeadline},
    paths,
    request::Request,
    ui::{Document, ErrorSummary, FormView, PageResult, Place, TextArea, TextField, typed_day},
};

/// `/contributions/{id}/organiser`
pub async fn organise(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let head = contributions::head(&rq.cx, id, ContributionAction::Write).await?;
    if !head.facts.state.is_writable() {
        return Ok(Document::redirect(paths::contribution(id)));
    }
    let text = contributions::show(&rq.cx, id).await?;
    let title = rq.words.t("contributions-organise-title");
    let reviewers = reviewers(&rq, &text).await?;
    let view = view! {
        {deeper(&rq, &head, title.clone())}
        {done(&rq)}
        <ErrorSummary form=rq.form(DismissReviewer::PATH)/>
        {deadline(&rq, &text)}
        {reviewers}
        {consultation(&rq, &text)}
    };
    Ok(Document::new(title, view).at(Place::Texts).searching().unlisted())
}

fn deadline(rq: &Request, text: &ContributionView) -> AnyView {
    let words = &rq.words;
    let form = rq.form(SetDeadline::PATH).shown_at(paths::contribution_organise(text.facts.id));
    let day = text.due.map(|due| typed_day(due.on)).unwrap_or_default();
    let [title, label, hint, save] = [
        "contributions-deadline",
        "contributions-deadline-day",
        "contributions-deadline-hint",
        "contributions-deadline-save",
    ]
    .map(|key| words.t(key));
    let id = text.facts.id.to_string();
    let field = view! {
        <TextField
            form=form.clone()
            name="due_on"
            label=label
            hint=hint
            value=day
            short=true
            optional=true
            autocomplete="off"
        />
    };
    view! {
        <section class="part narrow" aria-labelledby="echeance">
            <header><h2 id="echeance">{title}</h2></header>
            <FormView form=form>
                <input type="hidden" name="id" value=id/>
                {field}
                <p class="acts"><button class="button main">{save}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}

async fn reviewers(rq: &Request, text: &ContributionView) -> backend::Result<AnyView> {
    let words = &rq.words;
    let id = text.facts.id;
    let names = may(rq, text, ContributionAction::NameReviewers);
    let rows = if text.reviewers.is_empty() {
        view! { <p class="muted">{words.t("contributions-reviewers-none")}</p> }.into_any()
    } else {
        reviewer_rows(rq, id, &text.reviewers, names)
    };
    let changed: Option<UserId> = rq.query("relecteur").and_then(|id| id.parse().ok());
    let changed = text.reviewers.iter().find(|reviewer| Some(reviewer.id) == changed);
    let naming = if names {
        let q = rq.query("q").unwrap_or_default();
        let candidates = contributions::reviewer_candidates(&rq.cx, id, q).await?;
        naming(rq, id, &candidates, changed)
    } else {
        view! { <p class="muted">{words.t("contributions-reviewers-by-whom")}</p> }.into_any()
    };
    Ok(view! {
        <section class="part" aria-labelledby="relecteurs">
            <header><h2 id="relecteurs">{words.t("contributions-reviewers")}</h2></header>
            {rows}
        </section>
        {naming}
    }
    .into_any())
}

/// For facilitators; a secret group consults nobody.
fn consultation(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    if text.facts.group.visibility == Visibility::Secret || !may(rq, text, ContributionAction::Consult) {
        return None;
    }
    let words = &rq.words;
    let content = if text.facts.state == State::InReview || text.consultation.is_some() {
        consulting(rq, text)
    } else {
        view! { <p class="muted">{words.t("contributions-consult-not-yet")}</p> }.into_any()
    };
    Some(
        view! {
            <section class="part narrow" aria-labelledby="consultation">
                <header><h2 id="consultation">{words.t("contributions-consult-title")}</h2></header>
                <div class="stack">{content}</div>
            </section>
        }
        .into_any(),
    )
}

fn consulting(rq: &Request, text: &ContributionView) -> AnyView {
    let words = &rq.words;
    let here = paths::contribution_organise(text.facts.id);
    let form = rq.form(ConsultCouncil::PATH).shown_at(here.clone());
    let id = text.facts.id.to_string();
    let until = text.consultation.as_ref().map(|c| typed_day(c.until)).unwrap_or_default();
    let question = text.consultation.as_ref().map(|c| c.question.clone()).unwrap_or_default();
    let lead = words.t(match text.facts.group.visibility {
        Visibility::Open => "contributions-consult-lead-open",
        Visibility::Closed | Visibility::Secret => "contributions-consult-lead",
    });
    let [day, day_hint, asked, asked_hint] = [
        "contributions-consult-until",
        "contributions-consult-until-hint",
        "contributions-consult-question",
        "contributions-consult-question-hint",
    ]
    .map(|key| words.t(key));
    let fields = view! {
        <TextField
            form=form.clone()
            name="until"
            label=day
            hint=day_hint
            value=until
            short=true
            autocomplete="off"
        />
        <TextArea form=form.clone() name="question" label=asked hint=asked_hint value=question rows=3/>
    };
    let (save, end) = match text.consultation {
        Some(_) => ("contributions-consult-change", Some(ending(rq, text))),
        None => ("contributions-consult-do", None),
    };
    let save = words.t(save);
    view! {
        <p>{lead}</p>
        <FormView form=form>
            <input type="hidden" name="id" value=id/>
            {fields}
            <p class="acts"><button class="button main">{save}</button></p>
        </FormView>
        {end}
    }
    .into_any()
}

fn ending(rq: &Request, text: &ContributionView) -> AnyView {
    let form = rq.form(EndConsultation::PATH).shown_at(paths::contribution_organise(text.facts.id));
    let id = text.facts.id.to_string();
    let end = rq.words.t("contributions-consult-end");
    view! {
        <FormView form=form class="one">
            <input type="hidden" name="id" value=id/>
            <button class="button">{end}</button>
        </FormView>
    }
    .into_any()
}
