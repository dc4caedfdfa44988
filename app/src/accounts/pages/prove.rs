//! `/mon-compte/confirmer`: proving again who one is, before what opens doors.
//!
//! Shown for a page, it leads on to it. Shown for a form that was posted, it holds what was typed and posts it again:
//! `server/src/routes/action.rs` looks at the password first.

use std::sync::atomic::Ordering;

use backend::accounts::passkeys;
use domain::Refusal;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::passkeys::SCRIPT;
use crate::{
    accounts::{
        passkey_form::{Ceremony, PasskeyForm},
        password_field::PasswordField,
        ways::{AskPasskey, Prove, ProveByPasskey},
    },
    error::AppError,
    paths,
    request::{Refused, Request},
    ui::{Document, ErrorSummary, Form, FormView, PageResult, Place},
};

/// Proving again who one is.
pub async fn prove(rq: Request) -> PageResult {
    rq.cx.person()?;
    let next = paths::local(rq.query("vers").unwrap_or(paths::ACCOUNT)).to_owned();
    let w = rq.words.clone();
    let title = w.t("prove-title");
    let kept = rq.refused().filter(|refused| refused.action != Prove::PATH).cloned();
    let kept = kept.filter(|refused| refused.action != ProveByPasskey::PATH);
    let lead = if kept.is_some() { "prove-lead-form" } else { "prove-lead" };
    let by_passkey = kept.is_none()
        && passkeys::may_be_used(&rq.site.base_url)
        && !passkeys::passkeys(&rq.cx).await?.is_empty();
    let by_password = match kept {
        Some(refused) => take_up_again(&rq, refused, &next).into_any(),
        None => {
            let form = rq.form(Prove::PATH);
            let (field, next) = (form.clone(), next.clone());
            let (label, button) = (w.t("accounts-password"), w.t("accounts-confirm"));
            view! {
                <FormView form=form>
                    <input type="hidden" name="next" value=next/>
                    <PasswordField form=field name="proof_password" label=label/>
                    <p class="acts"><button class="button main">{button}</button></p>
                </FormView>
            }
            .into_any()
        }
    };
    let passkey = by_passkey.then(|| {
        let form = rq.form(ProveByPasskey::PATH);
        view! {
            <p class="or">{w.t("prove-or")}</p>
            <PasskeyForm
                form=form
                ceremony=Ceremony::Show
                begin=AskPasskey::PATH
                button=w.t("prove-by-passkey")
            >
                <input type="hidden" name="next" value=next/>
            </PasskeyForm>
        }
    });
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1><p>{w.t(lead)}</p></header>
        <div class="narrow stack">
            {by_password}
            {passkey}
            <p class="muted">{w.t("prove-forgotten")}" "<a class="go" href=paths::PASSWORD>{w.t("accounts-forgotten")}</a></p>
        </div>
    };
    let document = Document::new(title, view).at(Place::Account).unlisted().with_islands();
    Ok(if by_passkey { document.with_script(SCRIPT) } else { document })
}

/// A form that was posted, with what was typed, to be sent again with the password.
fn take_up_again(rq: &Request, refused: Refused, page: &str) -> impl IntoView + use<> {
    let asked = refused.error == AppError::Refused(Refusal::ProofRequired);
    if asked {
        // The page itself says so.
        refused.said.store(true, Ordering::Relaxed);
    }
    let again = paths::posting_from(&refused.action, page);
    let typed = refused.values.clone().into_iter();
    let typed =
        typed.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    let form = Form::new(Prove::PATH, page.to_owned(), (!asked).then_some(refused), rq.words.clone());
    let w = rq.words.clone();
    let field =
        view! { <PasswordField form=form.clone() name="proof_password" label=w.t("accounts-password")/> };
    view! {
        <form class="form" method="post" action=again novalidate>
            <ErrorSummary form=form/>
            {typed}
            {field}
            <p class="acts"><button class="button main">{w.t("accounts-confirm")}</button></p>
        </form>
    }
}
