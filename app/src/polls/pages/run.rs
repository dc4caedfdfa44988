//! What who runs a poll does beside it: type in paper, count it, end the poll, proclaim its result, call it off.

use backend::polls::{PollView, Voter};
use domain::polls::{Choice as Vote, Manner, Phase, Secrecy};
use leptos::prelude::*;

use super::{choices, receivers, show::Forms, vote};
use crate::{
    paths,
    request::Request,
    ui::{Choice, Choices, FormView, Select, TextArea, TextField},
};

/// The column of who runs the poll.
pub(super) fn part(rq: &Request, poll: &PollView, forms: &Forms) -> AnyView {
    let w = &rq.words;
    let change = (poll.phase == Phase::ToCome)
        .then(|| view! { <p><a class="go" href=paths::poll_change(poll.id)>{w.t("polls-change")}</a></p> });
    let takes_paper = matches!(poll.phase, Phase::Open | Phase::ToCount);
    let takes_proxies = matches!(poll.phase, Phase::Open | Phase::ToCome) && poll.rules.proxies > 0;
    let settled = matches!(poll.phase, Phase::Proclaimed | Phase::Cancelled);
    view! {
        <aside class="aside" aria-label=w.t("polls-run")>
            <section class="part" aria-labelledby="tenir">
                <header><h2 id="tenir">{w.t("polls-run")}</h2></header>
                <div class="stack">
                    {change}
                    {(poll.phase == Phase::ToCount).then(|| proclaim(rq, poll, forms))}
                    {takes_paper.then(|| paper(rq, poll, forms))}
                    {(takes_paper && poll.secrecy == Secrecy::Secret).then(|| count(rq, poll, forms))}
                    {takes_proxies.then(|| proxy(rq, poll, forms))}
                    {(poll.phase == Phase::Open).then(|| close(rq, poll, forms))}
                    {(!settled).then(|| cancel(rq, poll, forms))}
                    {signed(rq, poll)}
                </div>
            </section>
        </aside>
    }
    .into_any()
}

fn proclaim(rq: &Request, poll: &PollView, forms: &Forms) -> AnyView {
    let (w, id) = (rq.words.clone(), poll.id.to_string());
    let form = forms.proclaim.clone();
    if poll.adopts && !rq.cx.actor.presides() {
        return view! { <p class="muted">{w.t("polls-proclaim-chair")}</p> }.into_any();
    }
    let text = w.t(if poll.adopts { "polls-proclaim-text" } else { "polls-proclaim-hint" });
    view! {
        <FormView form=form summary=false class="form panel card">
            <input type="hidden" name="id" value=id/>
            <p>{text}</p>
            <p class="acts"><button class="button next">{w.t("polls-proclaim")}</button></p>
        </FormView>
    }
    .into_any()
}

/// A form that opens, once its button is pressed or when it was refused.
fn unfold(label: String, open: bool, form: impl IntoView + 'static) -> AnyView {
    view! {
        <details class="unfold" open=open>
            <summary class="button">{label}</summary>
            {form}
        </details>
    }
    .into_any()
}

fn waiting(poll: &PollView) -> Vec<Choice> {
    choices(poll.voters.iter().filter(|voter| voter.manner.is_none()))
}

fn paper(rq: &Request, poll: &PollView, forms: &Forms) -> AnyView {
    let (w, id) = (rq.words.clone(), poll.id.to_string());
    let form = forms.paper.clone();
    let manners = [Manner::Present, Manner::Post]
        .map(|one| Choice::new(one.code(), w.t(&format!("polls-manner-{}", one.code()))))
        .to_vec();
    let said = (poll.secrecy == Secrecy::Open).then(|| {
        let choices = Vote::ALL.iter().map(|one| Choice::new(one.code(), vote(&w, *one))).collect::<Vec<_>>();
        view! { <Choices form=form.clone() name="choice" label=w.t("polls-paper-choice") choices=choices/> }
    });
    let hint = w.t(match poll.secrecy {
        Secrecy::Open => "polls-paper-hint",
        Secrecy::Secret => "polls-paper-hint-secret",
    });
    let (open, voters) = (form.is_refused(), waiting(poll));
    let view = view! {
        <FormView form=form.clone() summary=false>
            <input type="hidden" name="id" value=id/>
            <p class="muted">{hint}</p>
            <Select form=form.clone() name="voter" label=w.t("polls-paper-voter") choices=voters/>
            {said}
            <Choices form=form.clone() name="manner" label=w.t("polls-paper-manner") choices=manners/>
            <p class="acts"><button class="button main">{w.t("polls-paper-do")}</button></p>
        </FormView>
    };
    unfold(rq.words.t("polls-paper"), open, view)
}

fn count(rq: &Request, poll: &PollView, forms: &Forms) -> AnyView {
    let (w, id) = (rq.words.clone(), poll.id.to_string());
    let form = forms.count.clone();
    let figures = [
        ("votes_for", "polls-choice-for", poll.paper.votes_for),
        ("votes_against", "polls-choice-against", poll.paper.votes_against),
        ("votes_abstaining", "polls-choice-abstain", poll.paper.votes_abstaining),
    ]
    .map(|(name, key, now)| {
        let (label, value) = (w.t(key), now.to_string());
        view! { <TextField form=form.clone() name=name label=label value=value inputmode="numeric" short=true/> }
    });
    let open = form.is_refused() || poll.paper.total() != poll.on_paper;
    let expected = say!(w, "polls-count-expected", count = poll.on_paper);
    let view = view! {
        <FormView form=form.clone() summary=false>
            <input type="hidden" name="id" value=id/>
            <p class="muted">{expected}</p>
            {figures.into_iter().collect_view()}
            <p class="acts"><button class="button main">{w.t("polls-count-do")}</button></p>
        </FormView>
    };
    unfold(rq.words.t("polls-count"), open, view)
}

fn proxy(rq: &Request, poll: &PollView, forms: &Forms) -> AnyView {
    let (w, id) = (rq.words.clone(), poll.id.to_string());
    let form = forms.proxy_on_paper.clone();
    let may_give = |voter: &&Voter| voter.manner.is_none() && voter.proxy.is_none() && voter.represents == 0;
    let givers = choices(poll.voters.iter().filter(may_give));
    let receivers = choices(receivers(poll));
    let open = form.is_refused();
    let view = view! {
        <FormView form=form.clone() summary=false>
            <input type="hidden" name="id" value=id/>
            <Select form=form.clone() name="from" label=w.t("polls-proxy-from") choices=givers/>
            <Select form=form.clone() name="to" label=w.t("polls-proxy-to") choices=receivers/>
            <p class="acts"><button class="button main">{w.t("polls-proxy-typed-do")}</button></p>
        </FormView>
    };
    unfold(rq.words.t("polls-proxy-typed"), open, view)
}

fn close(rq: &Request, poll: &PollView, forms: &Forms) -> AnyView {
    let (w, id) = (rq.words.clone(), poll.id.to_string());
    let form = forms.close.clone();
    let view = view! {
        <FormView form=form summary=false>
            <input type="hidden" name="id" value=id/>
            <p class="muted">{w.t("polls-close-hint")}</p>
            <p class="acts"><button class="button">{w.t("polls-close-do")}</button></p>
        </FormView>
    };
    unfold(rq.words.t("polls-close"), false, view)
}

fn cancel(rq: &Request, poll: &PollView, forms: &Forms) -> AnyView {
    let (w, id) = (rq.words.clone(), poll.id.to_string());
    let form = forms.cancel.clone();
    let open = form.is_refused();
    let view = view! {
        <FormView form=form.clone() summary=false>
            <input type="hidden" name="id" value=id/>
            <TextArea form=form name="reason" label=w.t("polls-cancel-reason") hint=w.t("polls-cancel-hint") rows=3/>
            <p class="acts"><button class="button">{w.t("polls-cancel-do")}</button></p>
        </FormView>
    };
    unfold(rq.words.t("polls-cancel"), open, view)
}

/// Who has voted, for who sees to it that everybody can.
fn signed(rq: &Request, poll: &PollView) -> Option<AnyView> {
    let w = &rq.words;
    if poll.voters.is_empty() || poll.phase == Phase::ToCome {
        return None;
    }
    let rows = poll
        .voters
        .iter()
        .map(|voter| {
            let how = match voter.manner {
                Some(manner) => w.t(&format!("polls-signed-{}", manner.code())),
                None => w.t("polls-signed-not"),
            };
            let proxy = voter
                .proxy
                .and_then(|proxy| poll.voters.iter().find(|other| other.id == proxy))
                .map(|proxy| say!(w, "polls-signed-proxy", name = proxy.name.clone()));
            view! { <li>{voter.name.clone()}" "<small class="muted">{how}{proxy.map(|proxy| format!(", {proxy}"))}</small></li> }
        })
        .collect_view();
    let told = say!(w, "polls-signed", voted = poll.voted, entitled = poll.entitled);
    Some(
        view! {
            <details class="unfold">
                <summary class="button">{told}</summary>
                <ul class="rows">{rows}</ul>
            </details>
        }
        .into_any(),
    )
}
