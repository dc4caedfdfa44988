//! `/connexion`

use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::{actions::SignIn, pages::providers, password_field::PasswordField},
    paths,
    request::Request,
    ui::{Document, FormView, PageResult, TextField},
};

/// Signing in; whoever is signed in goes on.
pub async fn sign_in(rq: Request) -> PageResult {
    let form = rq.form(SignIn::PATH);
    let next = paths::local(rq.query("vers").unwrap_or(paths::HOME)).to_owned();
    if rq.cx.actor.person().is_some() {
        return Ok(Document::redirect(next));
    }
    let w = rq.words.clone();
    let title = w.t("accounts-sign-in");
    let passkey = backend::accounts::passkeys::may_be_used(&rq.site.base_url).then(|| {
        let href = paths::step_then(paths::SIGN_IN_PASSKEY, &next);
        view! { <li><a class="go" href=href>{w.t("passkeys-use")}</a></li> }
    });
    let by_mail = w.t("link-ask");
    let services = providers::buttons(&rq, &next);
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("accounts-sign-in-lead")}</p>
        </header>
        <FormView form=form.clone()>
            <input type="hidden" name="next" value=next/>
            <TextField
                form=form.clone()
                name="email"
                label=w.t("accounts-email")
                kind="email"
                autocomplete="username"
                inputmode="email"
            />
            <PasswordField form=form.clone() name="password" label=w.t("accounts-password")/>
            <p class="acts">
                <button class="button main">{w.t("accounts-sign-in")}</button>
                " "
                <a class="go" href=paths::PASSWORD>{w.t("accounts-forgotten")}</a>
            </p>
        </FormView>
        <ul class="plain stack">
            <li><a class="go" href=paths::SIGN_IN_LINK>{by_mail}</a></li>
            {passkey}
        </ul>
        {services}
    };
    Ok(Document::new(title, view).door().unlisted().with_islands())
}
