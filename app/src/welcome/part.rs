//! Who accompanies a new member: on the page of that person, and among their own first steps.

use backend::{
    people::PersonView,
    welcome::{self, Around, SponsorView},
};
use domain::{ids::UserId, welcome::SponsorState};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::{AcceptSponsor, EndSponsor, NameSponsor, OfferToSponsor, SayMet};
use crate::{
    paths,
    portraits::face::Face,
    request::Request,
    ui::{Choice, ErrorSummary, FormView, Notice, NoticeTone, Select},
};

pub(super) fn done(rq: &Request) -> Option<AnyView> {
    let sentences = [
        ("accompagne", "welcome-done-accompagne"),
        ("propose", "welcome-done-propose"),
        ("accepte", "welcome-done-accepte"),
        ("fini", "welcome-done-fini"),
        ("contact", "welcome-done-contact"),
    ];
    Some(crate::accounts::done(rq, &sentences)?.into_any())
}

/// One's own: who accompanies one, who offers to.
pub(super) fn mine(rq: &Request, around: &Around) -> Option<AnyView> {
    let me = rq.cx.actor.user_id()?;
    if around.sponsors.is_empty() {
        return None;
    }
    let rows = around.sponsors.iter().map(|one| row(rq, me, one, true)).collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="accompagnement">
                <header><h2 id="accompagnement">{rq.words.t("welcome-sponsor")}</h2></header>
                <ErrorSummary form=rq.form(AcceptSponsor::PATH)/>
                <ErrorSummary form=rq.form(EndSponsor::PATH)/>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

/// What is done on the page of a new member: naming, offering, saying that one got in touch.
///
/// # Errors
/// The database cannot be read.
pub(crate) async fn of_person(rq: &Request, person: &PersonView) -> backend::Result<Option<AnyView>> {
    let around = welcome::around(&rq.cx, person.id).await?;
    let words = rq.words.clone();
    let id = person.id;
    if around.sponsors.is_empty() && !around.may_offer && around.choices.is_empty() {
        return Ok(None);
    }
    let rows = around.sponsors.iter().map(|one| row(rq, id, one, false)).collect_view();
    let list = (!around.sponsors.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> });
    let meet = around.to_meet.then(|| {
        let [text, label] = ["welcome-meet", "welcome-met"].map(|key| words.t(key));
        let form = rq.form(SayMet::PATH);
        view! {
            <Notice tone=NoticeTone::Info>
                <p>{text}</p>
                <FormView form=form class="one">
                    <input type="hidden" name="newcomer" value=id.to_string()/>
                    <button class="button main">{label}</button>
                </FormView>
            </Notice>
        }
    });
    let offer = around.may_offer.then(|| {
        let [text, label] = ["welcome-offer-text", "welcome-offer"].map(|key| words.t(key));
        view! {
            <FormView form=rq.form(OfferToSponsor::PATH) class="one">
                <p class="muted">{text}</p>
                <input type="hidden" name="newcomer" value=id.to_string()/>
                <button class="button">{label}</button>
            </FormView>
        }
    });
    Ok(Some(
        view! {
            <section class="part" aria-labelledby="accompagnement">
                <header><h2 id="accompagnement">{words.t("welcome-sponsor")}</h2></header>
                {done(rq)}
                <ErrorSummary form=rq.form(EndSponsor::PATH)/>
                <div class="stack">{meet}{list}{offer}{naming(rq, id, &around)}</div>
            </section>
        }
        .into_any(),
    ))
}

fn naming(rq: &Request, id: UserId, around: &Around) -> Option<AnyView> {
    if around.choices.is_empty() {
        return None;
    }
    let words = rq.words.clone();
    let form = rq.form(NameSponsor::PATH);
    let choices = around.choices.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect();
    let agreed = around.sponsors.iter().find(|one| one.state == SponsorState::Agreed);
    let value = agreed.map(|one| one.person.id.to_string()).unwrap_or_default();
    let [label, hint, save] =
        ["welcome-name", "welcome-name-hint", "welcome-name-do"].map(|key| words.t(key));
    Some(
        view! {
            <FormView form=form.clone()>
                <input type="hidden" name="newcomer" value=id.to_string()/>
                <Select form=form name="sponsor" label=label hint=hint choices=choices value=value optional=true/>
                <p class="acts"><button class="button">{save}</button></p>
            </FormView>
        }
        .into_any(),
    )
}

/// Who accompanies a new member or offers to, how to reach them as far as they show it, and what may be done.
fn row(rq: &Request, newcomer: UserId, one: &SponsorView, own: bool) -> AnyView {
    let words = rq.words.clone();
    let person = &one.person;
    let agreed = one.state == SponsorState::Agreed;
    let key = match (own, agreed) {
        (true, true) => "welcome-sponsor-mine-text",
        (true, false) => "welcome-offered-mine",
        (false, true) => "welcome-accompanies",
        (false, false) => "welcome-offered",
    };
    let phone = person.phone.clone().map(|phone| {
        let figures: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! { <li><a href=format!("tel:{figures}")>{phone}</a></li> }
    });
    let email = person.email.clone().map(|email| {
        view! { <li><a href=format!("mailto:{email}")>{email.clone()}</a></li> }
    });
    let mine = rq.cx.actor.user_id() == Some(person.id);
    let (sponsor, accepted) = (person.id.to_string(), person.id.to_string());
    let accept = (own && !agreed).then(|| {
        let label = say!(words, "welcome-accept", name = person.name.clone());
        view! {
            <FormView form=rq.form(AcceptSponsor::PATH) class="one" summary=false>
                <input type="hidden" name="sponsor" value=accepted/>
                <button class="button main">{label}</button>
            </FormView>
        }
    });
    let end = (own || mine).then(|| {
        let key = match (own, agreed) {
            (_, true) => "welcome-end",
            (true, false) => "welcome-decline",
            (false, false) => "welcome-take-back",
        };
        let label = words.t(key);
        view! {
            <FormView form=rq.form(EndSponsor::PATH) class="one" summary=false>
                <input type="hidden" name="newcomer" value=newcomer.to_string()/>
                <input type="hidden" name="sponsor" value=sponsor/>
                <button class="button quiet">{label}</button>
            </FormView>
        }
    });
    let portrait = person.portrait.as_deref().map(|mark| paths::member_portrait(person.id, mark));
    view! {
        <li class="person">
            <a class="row-title" href=paths::member(person.id)>
                <Face name=person.name.clone() portrait=portrait/>
                <span>{person.name.clone()}</span>
            </a>
            <p class="row-text">{words.t(key)}</p>
            <ul class="facts">{phone}{email}</ul>
            <div class="row-acts">{accept}{end}</div>
        </li>
    }
    .into_any()
}
