//! `/connexion/{service}/aller` and `/connexion/{service}/retour`: the way to a sign-in service, and back.
//!
//! A browser leaves by an address of its own rather than by the answer to a form: policies on forms would otherwise have to
//! name every site that the service itself leads through.

use backend::{
    Error,
    accounts::providers::{Given, Heard, LinkedAccount, hear_provider},
};
use domain::{Refusal, refusal::Transition};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use server_fn::ServerFn;

use crate::{
    accounts::{
        browser::Browser,
        providers::{LinkProvider, SignInByProvider, UnlinkAccount},
    },
    paths,
    request::Request,
    session,
    ui::{Document, FormView, PageResult, error_page, set_header},
};

/// The way to a sign-in service: the browser goes on by itself, and whoever is still here has a link.
pub async fn leave(rq: Request) -> PageResult {
    let provider = rq.cx.backend.providers().find(rq.param("provider"))?;
    let (code, name) = (provider.code().to_owned(), provider.name().to_owned());
    let asking = match rq.extension::<tower_sessions::Session>() {
        Some(session) => session::asking(&session).await,
        None => None,
    };
    let asking = asking.filter(|asking| asking.provider() == code && asking.waits(rq.cx.now));
    let Some(asking) = asking else { return Ok(Document::redirect(paths::SIGN_IN)) };
    if let Some(response) = rq.extension::<ResponseOptions>() {
        set_header(&response, http::header::REFRESH, &format!("0; url={}", asking.address()));
    }
    let w = rq.words.clone();
    let title = say!(w, "providers-leaving", name = name.clone());
    let go = say!(w, "providers-go-on", name = name);
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1><p>{w.t("providers-leaving-lead")}</p></header>
        <p class="acts">
            <a class="button main" href=asking.address().to_owned()>{go}</a>
            " "
            <a class="go" href=paths::SIGN_IN>{w.t("accounts-back-to-sign-in")}</a>
        </p>
    };
    Ok(Document::new(title, view).door().unlisted())
}

/// The way back: who the service says they are opens their session, unless something else is asked of them.
pub async fn back(rq: Request) -> PageResult {
    let code = rq.param("provider").to_owned();
    rq.cx.backend.providers().find(&code)?;
    let browser = Browser::of(&rq)?;
    let asking = session::take_asking(&browser.session).await;
    let given = |name: &str| rq.query(name).unwrap_or_default().to_owned();
    let given =
        Given { code: given("code"), state: given("state"), iss: given("iss"), error: given("error") };
    let outcome = match hear_provider(&rq.cx, &rq.site.base_url, &code, asking, &given).await {
        Ok(Heard::Linked) => Ok(paths::done(paths::SECURITY, "service")),
        Ok(Heard::Person { user, next }) => browser.admit(&rq.cx, user, paths::local(&next)).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(next) => Ok(Document::redirect(next)),
        Err(Error::Refused(Refusal::Transition(why))) => Ok(in_vain(&rq, &code, why)),
        // Somebody who was suspended meanwhile is told what everybody is told.
        Err(Error::Refused(Refusal::SignInRequired)) => Ok(in_vain(&rq, &code, Transition::ProviderUnknown)),
        Err(error) => Err(error),
    }
}

/// Why nobody was signed in, and the ways that remain.
fn in_vain(rq: &Request, code: &str, why: Transition) -> Document {
    let w = rq.words.clone();
    let title = w.t("providers-in-vain");
    let error = crate::error::AppError::Refused(Refusal::Transition(why));
    let (_, text) = error_page::sentences(&w, &error);
    let ways = if rq.cx.actor.person().is_some() {
        view! {
            <p class="acts"><a class="button main" href=paths::SECURITY>{w.t("providers-back-to-account")}</a></p>
        }
        .into_any()
    } else {
        let form = rq.form(SignInByProvider::PATH).shown_at(paths::SIGN_IN.to_owned());
        let (again, code) = (w.t("providers-again"), code.to_owned());
        view! {
            <FormView form=form class="">
                <input type="hidden" name="provider" value=code/>
                <p class="acts"><button class="button main">{again}</button></p>
            </FormView>
            <ul class="plain stack">
                <li><a class="go" href=paths::SIGN_IN>{w.t("providers-by-password")}</a></li>
                <li><a class="go" href=paths::SIGN_IN_LINK>{w.t("link-ask")}</a></li>
            </ul>
        }
        .into_any()
    };
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1><p>{text}</p></header>
        {ways}
    };
    Document::new(title, view).door().unlisted().with_status(error.status())
}

/// On the page to sign in, a button for each service; nothing where there is none.
pub(super) fn buttons(rq: &Request, next: &str) -> Option<impl IntoView + use<>> {
    let w = rq.words.clone();
    let forms = rq.cx.backend.providers().iter().map(|provider| {
        let form = rq.form(SignInByProvider::PATH);
        let label = say!(w, "providers-sign-in", name = provider.name().to_owned());
        let (code, next) = (provider.code().to_owned(), next.to_owned());
        view! {
            <FormView form=form summary=false class="">
                <input type="hidden" name="provider" value=code/>
                <input type="hidden" name="next" value=next/>
                <button class="button">{label}</button>
            </FormView>
        }
    });
    let forms: Vec<_> = forms.collect();
    (!forms.is_empty()).then(|| {
        let or = w.t("prove-or");
        view! { <p class="or">{or}</p><div class="stack">{forms}</div> }
    })
}

/// On the page of one's security: the accounts that open one's own, and the services that may.
pub(super) fn part(rq: &Request, linked: Vec<LinkedAccount>) -> Option<impl IntoView + use<>> {
    let providers = rq.cx.backend.providers();
    if linked.is_empty() && providers.iter().next().is_none() {
        return None;
    }
    let w = rq.words.clone();
    let free = providers
        .iter()
        .filter(|provider| !linked.iter().any(|known| known.code.as_deref() == Some(provider.code())));
    let free = free.map(|provider| {
        let form = rq.form(LinkProvider::PATH);
        let label = say!(w, "providers-link", name = provider.name().to_owned());
        let code = provider.code().to_owned();
        view! {
            <FormView form=form summary=false class="">
                <input type="hidden" name="provider" value=code/>
                <p class="acts"><button class="button">{label}</button></p>
            </FormView>
        }
    });
    let free: Vec<_> = free.collect();
    let any = !linked.is_empty();
    let rows: Vec<_> = linked.into_iter().map(|account| row(rq, account)).collect();
    let list = any.then(|| view! { <ul class="rows">{rows}</ul> });
    Some(view! {
        <section class="part" aria-labelledby="services">
            <header><h2 id="services">{w.t("providers-title")}</h2></header>
            <p class="muted">{w.t("providers-lead")}</p>
            {list}
            {free}
        </section>
    })
}

fn row(rq: &Request, account: LinkedAccount) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(UnlinkAccount::PATH);
    let linked = say!(w, "providers-linked", day = w.moment(account.created_at));
    let used = match account.used_at {
        Some(at) => say!(w, "providers-used", day = w.moment(at)),
        None => w.t("providers-never-used"),
    };
    let (id, name, label) = (account.id.to_string(), account.provider.clone(), w.t("providers-unlink"));
    view! {
        <li>
            <span class="row-title">{account.provider}</span>
            <ul class="facts"><li>{linked}</li><li>{used}</li></ul>
            <div class="row-acts">
                <FormView form=form summary=false class="">
                    <input type="hidden" name="id" value=id/>
                    <button class="button link">{label}<span class="vh">" "{name}</span></button>
                </FormView>
            </div>
        </li>
    }
}
