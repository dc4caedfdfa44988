//! `/mon-compte/adresse/{token}`, and what is read once confirmed.

use domain::{Refusal, accounts::LinkPurpose};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::actions::ConfirmEmailChange,
    paths,
    request::Request,
    ui::{Document, FormView, PageResult},
    words::Values,
};

/// Confirming a change of address: a button, since mail scanners open links.
pub async fn address_confirmation(rq: Request) -> PageResult {
    let token = rq.param("token").to_owned();
    let link = backend::accounts::look_at_link(&rq.cx, &token).await?;
    let w = rq.words.clone();
    let lead = match link.purpose {
        LinkPurpose::ConfirmPresentAddress => say!(w, "accounts-confirm-present", name = link.name),
        LinkPurpose::ConfirmNewAddress => {
            say!(w, "accounts-confirm-new", name = link.name, email = link.email)
        }
        LinkPurpose::Invitation | LinkPurpose::PasswordReset | LinkPurpose::SignIn => {
            return Err(Refusal::LinkExpired.into());
        }
    };
    let form = rq.form(ConfirmEmailChange::PATH);
    let title = w.t("accounts-confirm-title");
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1><p>{lead}</p></header>
        <FormView form=form>
            <input type="hidden" name="token" value=token/>
            <p class="acts"><button class="button main">{w.t("accounts-confirm")}</button></p>
        </FormView>
    };
    Ok(Document::new(title, view).door().unlisted())
}

/// What is read once an address has confirmed.
pub async fn address_confirmed(rq: Request) -> PageResult {
    let w = rq.words.clone();
    let (title, text) = match rq.query("fait") {
        Some("deux") => {
            (w.t("accounts-confirmed-both-title"), rq.of_mails("accounts-confirmed-both", &Values::new()))
        }
        _ => (w.t("accounts-confirmed-one-title"), w.t("accounts-confirmed-one")),
    };
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1><p>{text}</p></header>
        <p class="acts"><a class="button main" href=paths::ACCOUNT>{w.t("accounts-see-account")}</a></p>
    };
    Ok(Document::new(title, view).door().unlisted())
}
