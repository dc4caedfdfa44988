//! `/connexion/lien` and `/connexion/lien/{token}`: signing in by a link received by mail.

use domain::{Refusal, accounts::LinkPurpose};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::{
        done,
        ways::{AskSignInLink, SignInByLink},
    },
    paths,
    request::Request,
    ui::{Document, FormView, PageResult, TextField},
    words::Values,
};

/// Asking for a link to sign in.
pub async fn ask_link(rq: Request) -> PageResult {
    let form = rq.form(AskSignInLink::PATH);
    let w = rq.words.clone();
    let title = w.t("link-title");
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{rq.of_mails("link-lead", &Values::new())}</p>
        </header>
        {done(&rq, &[("envoye", "link-sent")])}
        <FormView form=form.clone()>
            <TextField
                form=form.clone()
                name="email"
                label=w.t("accounts-email")
                kind="email"
                autocomplete="username"
                inputmode="email"
            />
            <p class="acts">
                <button class="button main">{w.t("link-ask")}</button>
                " "
                <a class="go" href=paths::SIGN_IN>{w.t("accounts-back-to-sign-in")}</a>
            </p>
        </FormView>
    };
    Ok(Document::new(title, view).door().unlisted())
}

/// Signing in by a link: a button, since mail scanners open links.
pub async fn link(rq: Request) -> PageResult {
    let token = rq.param("token").to_owned();
    let link = backend::accounts::look_at_link(&rq.cx, &token).await?;
    if link.purpose != LinkPurpose::SignIn {
        return Err(Refusal::LinkExpired.into());
    }
    let form = rq.form(SignInByLink::PATH);
    let w = rq.words.clone();
    let title = say!(w, "link-welcome", name = link.name);
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{w.t("link-welcome-lead")}</p>
        </header>
        <FormView form=form>
            <input type="hidden" name="token" value=token/>
            <p class="acts"><button class="button main">{w.t("accounts-sign-in")}</button></p>
        </FormView>
    };
    Ok(Document::new(title, view).door().unlisted())
}
