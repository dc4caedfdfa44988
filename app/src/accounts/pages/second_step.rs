//! `/connexion/code`: the code, after the password.

use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::{code_field::CodeField, ways::GiveCode},
    paths,
    request::Request,
    session,
    ui::{Document, FormView, PageResult},
};

/// Where a step of signing in leads on to.
pub(super) fn next(rq: &Request) -> String {
    paths::local(rq.query("vers").unwrap_or(paths::HOME)).to_owned()
}

/// Giving one's code; whoever gave no password begins with it.
pub async fn second_step(rq: Request) -> PageResult {
    let next = next(&rq);
    if rq.cx.actor.person().is_some() {
        return Ok(Document::redirect(next));
    }
    let waits = match rq.extension::<tower_sessions::Session>() {
        Some(session) => session::half_way(&session).await.is_ok_and(|half| !half.enrols()),
        None => false,
    };
    if !waits {
        return Ok(Document::redirect(paths::sign_in_then(&next)));
    }
    let form = rq.form(GiveCode::PATH);
    let w = rq.words.clone();
    let (title, lost) = (w.t("codes-second-step"), w.t("codes-lost"));
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{w.t("codes-second-step-lead")}</p>
        </header>
        <FormView form=form.clone()>
            <input type="hidden" name="next" value=next.clone()/>
            <CodeField form=form.clone() label=w.t("codes-code") hint=w.t("codes-code-hint")/>
            <p class="acts">
                <button class="button main">{w.t("codes-go-on")}</button>
                " "
                <a class="go" href=paths::sign_in_then(&next)>{w.t("accounts-back-to-sign-in")}</a>
            </p>
        </FormView>
        <p class="muted">{lost}</p>
    };
    Ok(Document::new(title, view).door().unlisted())
}
