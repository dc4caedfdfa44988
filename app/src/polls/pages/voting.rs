//! What a poll asks of somebody: their ballot, that of whom they represent, their proxy.

use backend::polls::PollView;
use domain::{
    ids::UserId,
    polls::{Choice as Vote, Phase, Secrecy},
};
use leptos::prelude::*;

use super::{choices, receivers, show::Forms, vote};
use crate::{
    paths,
    request::Request,
    ui::{Choice, Choices, FormView, Select},
};

/// In the address, whose ballot is cast when it is not one's own.
const FOR: &str = "pour";

/// Nothing for who does not vote, and once the poll is over.
pub(super) fn part(rq: &Request, poll: &PollView, forms: &Forms) -> Option<AnyView> {
    let w = &rq.words;
    if !poll.mine.is_voter || !matches!(poll.phase, Phase::Open | Phase::ToCome) {
        return None;
    }
    let is_open = poll.phase == Phase::Open;
    let own = match &poll.mine.proxy {
        _ if poll.mine.has_voted => view! { <p>{w.t("polls-you-voted")}</p> }.into_any(),
        Some((_, name)) => represented_by(rq, poll, forms, name.clone()),
        None if !is_open => view! { <p>{w.t("polls-you-will-vote")}</p> }.into_any(),
        None => ().into_any(),
    };
    let waiting: Vec<(UserId, &str)> = poll
        .mine
        .represents
        .iter()
        .filter(|person| !person.has_voted)
        .map(|person| (person.id, person.name.as_str()))
        .collect();
    let mine_to_cast = is_open && !poll.mine.has_voted && poll.mine.proxy.is_none();
    let asked: Option<UserId> = rq.query(FOR).and_then(|id| id.parse().ok());
    let asked = waiting.iter().find(|(id, _)| Some(*id) == asked);
    let chosen = asked.or(if mine_to_cast { None } else { waiting.first() });
    let ballot = match chosen {
        Some((id, name)) if is_open => Some(ballot(rq, poll, forms, Some((*id, (*name).to_owned())))),
        _ if mine_to_cast => Some(ballot(rq, poll, forms, None)),
        _ => None,
    };
    let others = represents(rq, poll, chosen.map(|(id, _)| *id));
    let proxy = (poll.mine.proxy.is_none() && !poll.mine.has_voted).then(|| give(rq, poll, forms)).flatten();
    Some(
        view! {
            <section class="part" id="voter" aria-labelledby="t-voter">
                <header><h2 id="t-voter">{w.t("polls-your-vote")}</h2></header>
                <div class="stack">
                    {own}
                    {ballot}
                    {others}
                    {proxy}
                </div>
            </section>
        }
        .into_any(),
    )
}

/// The ballot itself.
fn ballot(rq: &Request, poll: &PollView, forms: &Forms, of: Option<(UserId, String)>) -> AnyView {
    let (w, id) = (rq.words.clone(), poll.id.to_string());
    let form = forms.cast.clone();
    let choices = Vote::ALL.iter().map(|one| Choice::new(one.code(), vote(&w, *one))).collect::<Vec<_>>();
    let label = match &of {
        Some((_, name)) => say!(w, "polls-ballot-of", name = name.clone()),
        None => w.t("polls-ballot"),
    };
    let receipt = (poll.secrecy == Secrecy::Secret).then(|| {
        // A ballot that was refused keeps the receipt that its voter may have copied.
        let fresh = backend::polls::receipt(&rq.cx.backend).to_string();
        let receipt = form.value("receipt", &fresh);
        view! {
            <input type="hidden" name="receipt" value=receipt.clone()/>
            <p>{w.t("polls-receipt")}" "<strong class="mono nowrap">{receipt}</strong></p>
            <p class="muted">{w.t("polls-receipt-hint")}</p>
        }
    });
    let voter = of.map(|(id, _)| view! { <input type="hidden" name="voter" value=id.to_string()/> });
    view! {
        <FormView form=form.clone() summary=false class="form panel card">
            <input type="hidden" name="id" value=id/>
            {voter}
            <Choices form=form name="choice" label=label choices=choices/>
            {receipt}
            <p class="muted">{w.t("polls-for-good")}</p>
            <p class="acts"><button class="button next">{w.t("polls-cast")}</button></p>
        </FormView>
    }
    .into_any()
}

/// Whom one represents, with the way to their ballot.
fn represents(rq: &Request, poll: &PollView, shown: Option<UserId>) -> Option<impl IntoView + use<>> {
    let w = &rq.words;
    if poll.mine.represents.is_empty() {
        return None;
    }
    let rows = poll
        .mine
        .represents
        .iter()
        .map(|person| {
            let act = if person.has_voted {
                view! { <span class="muted">{w.t("polls-represented-voted")}</span> }.into_any()
            } else if poll.phase != Phase::Open || shown == Some(person.id) {
                ().into_any()
            } else {
                let href = format!("{}?{FOR}={}#voter", paths::poll(poll.id), person.id);
                let label = say!(w, "polls-represented-vote", name = person.name.clone());
                view! { <a class="go" href=href>{label}</a> }.into_any()
            };
            view! { <li><span>{person.name.clone()}</span>" "{act}</li> }
        })
        .collect_view();
    Some(view! {
        <h3>{w.t("polls-represented")}</h3>
        <ul class="rows">{rows}</ul>
    })
}

/// Who votes in one's name, and taking it back.
fn represented_by(rq: &Request, poll: &PollView, forms: &Forms, name: String) -> AnyView {
    let (w, id) = (rq.words.clone(), poll.id.to_string());
    let form = forms.take_back_proxy.clone();
    view! {
        <p>{say!(w, "polls-represented-by", name = name)}</p>
        <FormView form=form summary=false class="one">
            <input type="hidden" name="id" value=id/>
            <p class="acts"><button class="button">{w.t("polls-proxy-take-back")}</button></p>
        </FormView>
    }
    .into_any()
}

/// Giving one's proxy, folded.
fn give(rq: &Request, poll: &PollView, forms: &Forms) -> Option<AnyView> {
    let (w, id) = (rq.words.clone(), poll.id.to_string());
    if poll.rules.proxies == 0 || !poll.mine.represents.is_empty() {
        return None;
    }
    let me = rq.cx.actor.user_id();
    let choices = choices(receivers(poll).filter(|voter| Some(voter.id) != me));
    let form = forms.give_proxy.clone();
    let open = form.is_refused();
    Some(
        view! {
            <details class="unfold" open=open>
                <summary class="button">{w.t("polls-proxy-give")}</summary>
                <FormView form=form.clone() summary=false>
                    <input type="hidden" name="id" value=id/>
                    <Select form=form name="to" label=w.t("polls-proxy-to") hint=w.t("polls-proxy-hint") choices=choices/>
                    <p class="acts"><button class="button main">{w.t("polls-proxy-give-do")}</button></p>
                </FormView>
            </details>
        }
        .into_any(),
    )
}
