//! `/mot-de-passe` and `/mot-de-passe/{token}`

use domain::{
    Refusal,
    accounts::{LinkPurpose, PASSWORD_MIN},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::{
        actions::{AskPasswordReset, ResetPassword},
        done,
        password_field::PasswordField,
    },
    paths,
    request::Request,
    ui::{Document, Form, FormView, PageResult, TextField},
    words::Values,
};

/// A password chosen, twice. The address is there for the browser, which keeps both together.
#[component]
pub fn ChosenPassword(
    /// The form.
    form: Form,
    /// The address of the account.
    email: String,
) -> impl IntoView {
    let w = form.words.clone();
    let hint = say!(w, "accounts-password-hint", min = PASSWORD_MIN);
    view! {
        <div class="field">
            <label for="compte">{w.t("accounts-email")}</label>
            <input id="compte" type="email" value=email readonly autocomplete="username"/>
        </div>
        <PasswordField form=form.clone() name="password" label=w.t("accounts-password") hint=hint new=true/>
        <PasswordField form=form.clone() name="password_again" label=w.t("accounts-again") new=true/>
    }
}

/// Asking for a link to choose another password.
pub async fn ask(rq: Request) -> PageResult {
    let form = rq.form(AskPasswordReset::PATH);
    let w = rq.words.clone();
    let title = w.t("accounts-forgotten-title");
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{rq.of_mails("accounts-forgotten-lead", &Values::new())}</p>
        </header>
        {done(&rq, &[("envoye", "accounts-forgotten-sent")])}
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
                <button class="button main">{w.t("accounts-forgotten-send")}</button>
                " "
                <a class="go" href=paths::SIGN_IN>{w.t("accounts-back-to-sign-in")}</a>
            </p>
        </FormView>
    };
    Ok(Document::new(title, view).door().unlisted())
}

/// Choosing another password by a link.
pub async fn reset(rq: Request) -> PageResult {
    let token = rq.param("token").to_owned();
    let link = backend::accounts::look_at_link(&rq.cx, &token).await?;
    if link.purpose != LinkPurpose::PasswordReset {
        return Err(Refusal::LinkExpired.into());
    }
    let form = rq.form(ResetPassword::PATH);
    let w = rq.words.clone();
    let title = w.t("accounts-reset-title");
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{w.t("accounts-reset-lead")}</p>
        </header>
        <FormView form=form.clone()>
            <input type="hidden" name="token" value=token/>
            <ChosenPassword form=form.clone() email=link.email/>
            <p class="acts"><button class="button main">{w.t("accounts-reset")}</button></p>
        </FormView>
    };
    Ok(Document::new(title, view).door().unlisted().with_islands())
}
