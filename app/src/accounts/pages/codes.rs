//! `/mon-compte/securite/codes` and `/connexion/codes`: putting codes in place; `/mon-compte/securite/secours`: the
//! recovery codes, shown once, to be printed.

use backend::accounts::{Whose, prepared_secret};
use domain::accounts::codes::in_fours;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::second_step::next;
use crate::{
    accounts::{
        code_field::{CodeField, application_address, picture},
        ways::{ConfirmCodes, PrepareCodes},
    },
    paths,
    request::Request,
    session,
    ui::{Breadcrumb, Document, FormView, Notice, NoticeTone, PageResult, Place},
};

/// Putting one's codes in place.
pub async fn codes(rq: Request) -> PageResult {
    session::require_proof_on(&rq).await?;
    let Some((secret, email)) = prepared_secret(&rq.cx, Whose::Mine).await? else {
        return Ok(Document::redirect(paths::SECURITY));
    };
    let w = rq.words.clone();
    let title = w.t("codes-put-in-place");
    let ancestors = vec![
        (paths::ACCOUNT.to_owned(), w.t("accounts-account")),
        (paths::SECURITY.to_owned(), w.t("security-title")),
    ];
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <div class="narrow settings">{steps(&rq, &secret, &email, paths::SECURITY)}</div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted())
}

/// Putting one's codes in place before one's session opens, since the council requires it of those who hold its keys.
pub async fn arriving(rq: Request) -> PageResult {
    let next = next(&rq);
    if rq.cx.actor.person().is_some() {
        return Ok(Document::redirect(next));
    }
    let Some(session) = rq.extension::<tower_sessions::Session>() else {
        return Err(domain::Refusal::SignInRequired.into());
    };
    let half = match session::half_way(&session).await {
        Ok(half) if half.enrols() => half,
        _ => return Ok(Document::redirect(paths::sign_in_then(&next))),
    };
    let Ok(drawn) = prepared_secret(&rq.cx, Whose::Arriving(&half)).await else {
        return Ok(Document::redirect(paths::sign_in_then(&next)));
    };
    let w = rq.words.clone();
    let title = w.t("codes-put-in-place");
    let part = match drawn {
        Some((secret, email)) => steps(&rq, &secret, &email, &next).into_any(),
        None => {
            let (form, button) = (rq.form(PrepareCodes::PATH), w.t("codes-begin"));
            view! {
                <FormView form=form>
                    <input type="hidden" name="next" value=next/>
                    <p class="acts"><button class="button main">{button}</button></p>
                </FormView>
            }
            .into_any()
        }
    };
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{w.t("codes-required-lead")}</p>
        </header>
        {part}
    };
    Ok(Document::new(title, view).door().unlisted())
}

/// The three steps: an application, the secret, a first code.
fn steps(rq: &Request, secret: &str, email: &str, next: &str) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(ConfirmCodes::PATH);
    let council = rq.council.as_ref().map(|council| council.name.clone()).unwrap_or_default();
    let address = application_address(&council, email, secret);
    let drawn = picture(&address).map(|drawn| {
        let label = w.t("codes-picture");
        view! { <div class="qr" role="img" aria-label=label inner_html=drawn></div> }
    });
    let next = next.to_owned();
    view! {
        <ol class="howto">
            <li>
                <h2>{w.t("codes-step-application")}</h2>
                <p>{w.t("codes-step-application-text")}</p>
            </li>
            <li>
                <h2>{w.t("codes-step-secret")}</h2>
                <p>{w.t("codes-step-secret-text")}</p>
                {drawn}
                <p>{w.t("codes-or-here")}" "<a class="go" href=address>{w.t("codes-open-application")}</a></p>
                <p>{w.t("codes-or-copy")}</p>
                <p class="passphrase" translate="no">{in_fours(secret)}</p>
            </li>
            <li>
                <h2>{w.t("codes-step-code")}</h2>
                <FormView form=form.clone()>
                    <input type="hidden" name="next" value=next/>
                    <CodeField form=form.clone() label=w.t("codes-first-code") hint=w.t("codes-first-code-hint")/>
                    <p class="acts"><button class="button main">{w.t("codes-confirm")}</button></p>
                </FormView>
            </li>
        </ol>
    }
}

/// One's recovery codes, this once.
pub async fn recovery(rq: Request) -> PageResult {
    let person = rq.cx.person()?.name.clone();
    let next = paths::local(rq.query("vers").unwrap_or(paths::SECURITY)).to_owned();
    let Some(codes) = session::take_recovery_codes(&rq).await else {
        return Ok(Document::redirect(next));
    };
    let w = rq.words.clone();
    let title = w.t("codes-recovery-title");
    let council = rq.council.as_ref().map(|council| council.name.clone()).unwrap_or_default();
    let site = rq.site.base_url.clone();
    let whose = say!(w, "codes-recovery-whose", name = person, council = council, site = site);
    let once = w.t("codes-recovery-once");
    let made = say!(w, "codes-recovery-made", day = w.moment(rq.cx.now));
    let rows = codes.iter().map(|code| view! { <li translate="no">{in_fours(code)}</li> }).collect_view();
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1><p>{whose}</p></header>
        <div class="narrow stack">
            <div class="no-print">
                <Notice tone=NoticeTone::Warning><p>{once}</p></Notice>
            </div>
            <ol class="recovery">{rows}</ol>
            <p>{w.t("codes-recovery-use")}</p>
            <p class="muted">{made}</p>
            <p class="acts no-print"><a class="button main" href=next>{w.t("codes-recovery-kept")}</a></p>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted())
}
