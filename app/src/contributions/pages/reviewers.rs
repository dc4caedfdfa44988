//! Named reviewers: their rows, and naming one.

use backend::contributions::{ReviewerCandidate, ReviewerView};
use domain::{
    contributions::{Absence, ReviewerState},
    ids::ContributionId,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    contributions::{
        actions::{DismissReviewer, NameReviewer},
        parts,
    },
    paths,
    request::Request,
    ui::{Choice, Choices, Facts, FormView, Icon, TextField, document::initials, typed_day},
    words::Words,
};

/// People offered when nobody is looked for; the backend gives no more.
const OFFERED: usize = 20;

/// The state of a reviewer: a sign, words, and why they no longer count.
fn state(words: &Words, reviewer: &ReviewerView) -> Vec<AnyView> {
    let (class, icon, text) = match reviewer.state {
        ReviewerState::Waiting => ("state", "waiting", words.t("contributions-reviewer-waiting")),
        ReviewerState::Approved => ("state done", "done", words.t("contributions-reviewer-approved")),
        ReviewerState::AskedForChanges => {
            ("state changes-requested", "changes-requested", words.t("contributions-reviewer-changes"))
        }
        ReviewerState::ReviewedEarlier { version } => {
            let text = say!(words, "contributions-reviewer-earlier", version = version.to_string());
            ("state", "history", text)
        }
        ReviewerState::Gone(_) => ("state watch", "warning", words.t("contributions-reviewer-gone")),
    };
    let state = view! { <span class=class><Icon name=icon/>" "{text}</span> }.into_any();
    let why = match reviewer.state {
        ReviewerState::Gone(Absence::Author) => "contributions-reviewer-author",
        ReviewerState::Gone(Absence::NotInCouncil) => "contributions-reviewer-not-in-council",
        ReviewerState::Gone(Absence::NotInGroup) => "contributions-reviewer-not-in-group",
        _ => return vec![state],
    };
    vec![state, view! { {words.t(why)} }.into_any()]
}

/// One row a reviewer; with what may be done about them.
pub fn reviewer_rows(rq: &Request, id: ContributionId, reviewers: &[ReviewerView], acts: bool) -> AnyView {
    let words = &rq.words;
    let row = |reviewer: &ReviewerView| {
        let mut facts = state(words, reviewer);
        if let Some(due) = reviewer.due {
            let fact = if reviewer.late || reviewer.state.is_awaited() {
                parts::due(words, due)
            } else {
                view! { {say!(words, "contributions-reviewer-due", day = words.day(due.on))} }.into_any()
            };
            facts.push(fact);
        }
        let acts = acts.then(|| row_acts(rq, id, reviewer));
        view! {
            <li class="person">
                <p class="row-title">
                    <span class="face" aria-hidden="true">{initials(&reviewer.name)}</span>
                    <span>{reviewer.name.clone()}</span>
                </p>
                <Facts facts=facts/>
                {acts}
            </li>
        }
    };
    view! { <ul class="rows">{reviewers.iter().map(row).collect_view()}</ul> }.into_any()
}

fn row_acts(rq: &Request, id: ContributionId, reviewer: &ReviewerView) -> AnyView {
    let words = &rq.words;
    let form = rq.form(DismissReviewer::PATH).shown_at(paths::contribution_organise(id));
    let name = || reviewer.name.clone();
    let change = format!("{}?relecteur={}#nommer", paths::contribution_organise(id), reviewer.id);
    let change_name = say!(words, "contributions-reviewer-day-of", person = name());
    let dismiss_name = say!(words, "contributions-reviewer-dismiss-of", person = name());
    let (text, person) = (id.to_string(), reviewer.id.to_string());
    let [change_word, dismiss] =
        ["contributions-reviewer-day", "contributions-reviewer-dismiss"].map(|key| words.t(key));
    view! {
        <div class="row-acts">
            <a class="go" href=change aria-label=change_name>{change_word}</a>
            " "
            <FormView form=form class="one" summary=false>
                <input type="hidden" name="id" value=text/>
                <input type="hidden" name="person" value=person/>
                <button class="button link" aria-label=dismiss_name>{dismiss}</button>
            </FormView>
        </div>
    }
    .into_any()
}

/// Naming somebody, or giving another day to `changed`.
pub fn naming(
    rq: &Request,
    id: ContributionId,
    candidates: &[ReviewerCandidate],
    changed: Option<&ReviewerView>,
) -> AnyView {
    let words = &rq.words;
    let title = match changed {
        Some(reviewer) => say!(words, "contributions-reviewer-day-of", person = reviewer.name.clone()),
        None => words.t("contributions-reviewer-name-title"),
    };
    let search = changed.is_none().then(|| search(rq, id));
    let content = if changed.is_none() && candidates.is_empty() {
        let key = match rq.query("q") {
            Some(_) => "contributions-reviewer-none-found",
            None => "contributions-reviewer-nobody",
        };
        view! { <p class="muted" role="status">{words.t(key)}</p> }.into_any()
    } else {
        naming_form(rq, id, candidates, changed)
    };
    view! {
        <section class="part narrow stack" aria-labelledby="nommer">
            <header><h2 id="nommer">{title}</h2></header>
            {search}
            {content}
        </section>
    }
    .into_any()
}

fn search(rq: &Request, id: ContributionId) -> AnyView {
    let words = &rq.words;
    let q = rq.query("q").unwrap_or_default().to_owned();
    let here = format!("{}#nommer", paths::contribution_organise(id));
    let [label, look] = ["contributions-reviewer-search", "contributions-search-do"].map(|key| words.t(key));
    view! {
        <form class="search" role="search" action=here>
            <div class="field">
                <label for="q">{label}</label>
                <input id="q" type="search" name="q" value=q autocomplete="off"/>
            </div>
            <button class="button"><Icon name="search"/>" "{look}</button>
        </form>
    }
    .into_any()
}

fn naming_form(
    rq: &Request,
    id: ContributionId,
    candidates: &[ReviewerCandidate],
    changed: Option<&ReviewerView>,
) -> AnyView {
    let words = &rq.words;
    let form = rq.form(NameReviewer::PATH);
    let who = match changed {
        Some(reviewer) => {
            view! { <input type="hidden" name="person" value=reviewer.id.to_string()/> }.into_any()
        }
        None => {
            let people: Vec<Choice> =
                candidates.iter().map(|c| Choice::new(c.id.to_string(), c.name.clone())).collect();
            // One answer needs no choosing.
            let chosen = match candidates {
                [one] => vec![one.id.to_string()],
                _ => Vec::new(),
            };
            let first = (candidates.len() == OFFERED)
                .then(|| view! { <p class="muted">{words.t("contributions-reviewer-first")}</p> });
            let label = words.t("contributions-reviewer-who");
            view! {
                {first}
                <Choices form=form.clone() name="person" label=label choices=people values=chosen/>
            }
            .into_any()
        }
    };
    let day = changed.and_then(|r| r.due).map(|due| typed_day(due.on)).unwrap_or_default();
    let [label, hint] =
        ["contributions-reviewer-due-on", "contributions-reviewer-due-hint"].map(|key| words.t(key));
    let save = words.t(match changed {
        Some(_) => "contributions-reviewer-day-save",
        None => "contributions-reviewer-name",
    });
    let day = view! {
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
        <FormView form=form>
            <input type="hidden" name="id" value=id.to_string()/>
            {who}
            {day}
            <p class="acts"><button class="button main">{save}</button></p>
        </FormView>
    }
    .into_any()
}
