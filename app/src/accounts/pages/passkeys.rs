//! `/connexion/cle`: signing in with a passkey; `/mon-compte/securite/cle`: adding one.

use backend::accounts::passkeys::may_be_used;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::second_step::next;
use crate::{
    accounts::{
        passkey_form::{Ceremony, PasskeyForm},
        ways::{AddPasskey, AskPasskey, BeginPasskey, SignInByPasskey},
    },
    paths,
    request::Request,
    session,
    ui::{Breadcrumb, Document, PageResult, Place, TextField},
};

/// The script of pages where a passkey is asked for.
pub(super) const SCRIPT: &str = "passkeys.js";

/// Signing in with a passkey.
pub async fn sign_in_by_passkey(rq: Request) -> PageResult {
    let next = next(&rq);
    if rq.cx.actor.person().is_some() {
        return Ok(Document::redirect(next));
    }
    let w = rq.words.clone();
    let title = w.t("passkeys-sign-in-title");
    let part = if may_be_used(&rq.site.base_url) {
        let form = rq.form(SignInByPasskey::PATH);
        let going = next.clone();
        view! {
            <PasskeyForm
                form=form
                ceremony=Ceremony::Show
                begin=AskPasskey::PATH
                button=w.t("passkeys-sign-in")
            >
                <input type="hidden" name="next" value=going/>
            </PasskeyForm>
        }
        .into_any()
    } else {
        view! { <p class="notice">{w.t("passkeys-not-here")}</p> }.into_any()
    };
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{w.t("passkeys-sign-in-lead")}</p>
        </header>
        {part}
        <p><a class="go" href=paths::sign_in_then(&next)>{w.t("accounts-back-to-sign-in")}</a></p>
    };
    Ok(Document::new(title, view).door().unlisted().with_script(SCRIPT))
}

/// Adding a passkey.
pub async fn add_passkey(rq: Request) -> PageResult {
    session::require_proof_on(&rq).await?;
    if !may_be_used(&rq.site.base_url) {
        return Ok(Document::redirect(paths::SECURITY));
    }
    let w = rq.words.clone();
    let title = w.t("passkeys-add");
    let ancestors = vec![
        (paths::ACCOUNT.to_owned(), w.t("accounts-account")),
        (paths::SECURITY.to_owned(), w.t("security-title")),
    ];
    let form = rq.form(AddPasskey::PATH);
    let (field, label, hint) = (form.clone(), w.t("passkeys-name"), w.t("passkeys-name-hint"));
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1><p>{w.t("passkeys-add-lead")}</p></header>
        <div class="narrow settings">
            <PasskeyForm
                form=form
                ceremony=Ceremony::Make
                begin=BeginPasskey::PATH
                button=w.t("passkeys-make")
            >
                <TextField form=field name="name" label=label hint=hint/>
            </PasskeyForm>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted().with_script(SCRIPT))
}
