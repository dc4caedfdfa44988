//! `/administration/membres`

use backend::people::{ManagedFilter, ManagedPerson, managed};
use domain::{people::PersonState, policy::Permission};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{account_state, state_word, way_back};
use crate::{
    accounts::done,
    administration::actions::ResendInvitation,
    paths,
    request::Request,
    ui::{Document, Empty, ErrorSummary, FormView, Icon, PageResult, Pager, Place},
};

/// Everybody, with the state of their account.
pub async fn members(rq: Request) -> PageResult {
    let state = rq.query("etat").and_then(PersonState::from_code);
    let ending = rq.query("mandat") == Some("bientot-fini");
    let filter = ManagedFilter { q: rq.query("q").unwrap_or_default().to_owned(), state, ending };
    let page = managed(&rq.cx, &filter, rq.page_number()).await?;
    let w = rq.words.clone();
    let title = w.t("administration-members");
    let manages = rq.cx.may(Permission::ManagePeople);
    let (number, pages, total) = (page.number.get(), page.pages(), page.total);
    let rows = page.rows.into_iter().map(|person| row(&rq, person, manages)).collect_view();
    let list = if total == 0 {
        view! { <Empty text=w.t("people-none")/> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let resend = rq.form(ResendInvitation::PATH);
    let view = view! {
        {way_back(&rq)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="acts">
                <a class="button next" href=paths::ADMINISTRATION_INVITE>
                    <Icon name="user-add"/>" "{w.t("administration-invite")}
                </a>
                {manages.then(|| view! {
                    " "
                    <a class="go" href=paths::ADMINISTRATION_PROLONG_MANDATES>{w.t("mandates-prolong-title")}</a>
                    " "
                    <a class="go" href=paths::ADMINISTRATION_MANDATES>{w.t("mandates-title")}</a>
                })}
            </p>
        </header>
        {done(&rq, &[("renvoi", "administration-resent"), ("mandats", "mandates-done"), ("prolonges", "mandates-prolonged")])}
        <ErrorSummary form=resend/>
        <div class="filters">
            <form class="search" role="search" action=paths::ADMINISTRATION_MEMBERS>
                <div class="field">
                    <label for="q">{w.t("people-search")}</label>
                    <input id="q" type="search" name="q" value=filter.q/>
                </div>
                <button class="button"><Icon name="search"/>" "{w.t("people-search-button")}</button>
            </form>
            {chips(&rq, state)}
            {ending_chip(&rq, ending)}
        </div>
        {list}
        <Pager rq=rq.clone() number=number pages=pages/>
    };
    Ok(Document::new(title, view).at(Place::Administration).searching().unlisted())
}

fn chips(rq: &Request, chosen: Option<PersonState>) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let chip = |state: Option<PersonState>, label: String| {
        let href = rq.with_query("etat", state.map(PersonState::code));
        let current = (state == chosen).then_some("true");
        view! { <li><a href=href aria-current=current>{label}</a></li> }
    };
    let states =
        PersonState::ALL.iter().map(|state| chip(Some(*state), state_word(&w, *state))).collect_view();
    view! {
        <nav aria-label=w.t("administration-states")>
            <ul class="chips">{chip(None, w.t("administration-all"))}{states}</ul>
        </nav>
    }
}

/// Mandates about to end, whatever the state of the account.
fn ending_chip(rq: &Request, ending: bool) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let href = rq.with_query("mandat", (!ending).then_some("bientot-fini"));
    view! {
        <nav aria-label=w.t("people-mandates")>
            <ul class="chips">
                <li><a href=href aria-current=ending.then_some("true")>{w.t("administration-ending")}</a></li>
            </ul>
        </nav>
    }
}

fn row(rq: &Request, person: ManagedPerson, manages: bool) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let roles = person.roles.iter().map(|role| w.council_role(*role)).collect::<Vec<_>>().join(", ");
    let keys = if person.is_administrator { w.t("administration-administrator") } else { String::new() };
    // Whoever only invites knows no address that its owner shows to nobody.
    let email = if manages { person.email } else { String::new() };
    let facts = [roles, keys, email, person.college]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .map(|fact| view! { <li>{fact}</li> })
        .collect_view();
    let ends = person.ends_on.map(|day| {
        let text = say!(w, "administration-ends", day = w.day(day));
        view! { <li><span class="state watch"><Icon name="calendar"/>" "{text}</span></li> }
    });
    let href = if manages { paths::administration_member(person.id) } else { paths::member(person.id) };
    let resend = (person.state == PersonState::Invited).then(|| {
        let (form, id) = (rq.form(ResendInvitation::PATH), person.id.to_string());
        let (label, name) = (w.t("administration-resend"), person.name.clone());
        let who = say!(w, "administration-resend-who", person = name);
        view! {
            <div class="row-acts">
                <FormView form=form summary=false class="">
                    <input type="hidden" name="id" value=id/>
                    <button class="button link">
                        {label}
                        <span class="vh">" "{who}</span>
                    </button>
                </FormView>
            </div>
        }
    });
    view! {
        <li>
            <a class="row-title" href=href>{person.name.clone()}</a>
            <ul class="facts"><li>{account_state(&w, person.state)}</li>{ends}{facts}</ul>
            {resend}
        </li>
    }
}
