//! `/mon-compte/jetons`: one's tokens; the one that was just made, this once.

use backend::api::TokenView;
use domain::api::{DAYS, DAYS_PROPOSED, Scope};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::facts;
use crate::{
    accounts::done,
    api::{
        actions::{MakeToken, RevokeToken},
        said,
    },
    paths,
    request::Request,
    session,
    ui::{
        Breadcrumb, Choice, Choices, Document, FormView, Notice, NoticeTone, PageResult, Place, Select,
        TextField,
    },
};

/// One's tokens, and a form for another one.
pub async fn mine(rq: Request) -> PageResult {
    let tokens = backend::api::mine(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("api-tokens");
    let ancestors = vec![(paths::ACCOUNT.to_owned(), w.t("accounts-account"))];
    let made = match rq.query("fait") {
        Some("cree") => session::take_secret(&rq).await,
        _ => None,
    };
    let once = w.t("api-token-once");
    let made = made.map(|token| {
        view! {
            <Notice tone=NoticeTone::Warning>
                <p>{once}</p>
                <p class="passphrase" translate="no" id="jeton">{token}</p>
            </Notice>
        }
    });
    let any = !tokens.is_empty();
    let rows = tokens.into_iter().map(|token| row(&rq, &token)).collect_view();
    let list = any.then(|| {
        view! {
            <section class="part" aria-labelledby="les-jetons">
                <header><h2 id="les-jetons">{w.t("api-tokens-yours")}</h2></header>
                <ul class="rows">{rows}</ul>
            </section>
        }
    });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{w.t("api-tokens-lead")}</p>
        </header>
        {made}
        {done(&rq, &[("revoque", "api-done-revoked")])}
        <div class="narrow settings">
            <p><a class="go" href=paths::API_GUIDE>{w.t("api-guide-go")}</a></p>
            {list}
            {new_form(&rq)}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted())
}

fn row(rq: &Request, token: &TokenView) -> impl IntoView + use<> {
    let valid = token.is_valid_at(rq.cx.now);
    let (id, name) = (token.id.to_string(), token.name.clone());
    let revoke = valid.then(|| {
        let (form, label) = (rq.form(RevokeToken::PATH), rq.words.t("api-token-revoke"));
        let of = name.clone();
        view! {
            <div class="row-acts no-print">
                <FormView form=form summary=false class="">
                    <input type="hidden" name="id" value=id/>
                    <button class="button link">{label}<span class="vh">" "{of}</span></button>
                </FormView>
            </div>
        }
    });
    view! {
        <li>
            <span class="row-title">{name.clone()}</span>
            {facts(rq, token)}
            {revoke}
        </li>
    }
}

fn new_form(rq: &Request) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(MakeToken::PATH);
    let scope = |scope: &Scope| Choice::new(scope.code(), said::scope_name(&w, *scope));
    let scopes: Vec<Choice> = Scope::ALL.iter().map(scope).collect();
    let days = |days: u32| Choice::new(days.to_string(), say!(w, "api-token-days", count = days));
    let days: Vec<Choice> = DAYS_PROPOSED.into_iter().map(days).collect();
    view! {
        <section class="part no-print" aria-labelledby="nouveau">
            <header><h2 id="nouveau">{w.t("api-token-new")}</h2></header>
            <FormView form=form.clone()>
                <TextField
                    form=form.clone()
                    name="name"
                    label=w.t("api-token-name")
                    hint=w.t("api-token-name-hint")
                    autocomplete="off"
                />
                <Choices
                    form=form.clone()
                    name="scopes"
                    label=w.t("api-token-scopes")
                    hint=w.t("api-token-scopes-hint")
                    choices=scopes
                    several=true
                />
                <Select form=form.clone() name="days" label=w.t("api-token-lasts") choices=days value=DAYS.to_string()/>
                <p class="acts"><button class="button main">{w.t("api-token-make")}</button></p>
            </FormView>
        </section>
    }
}
