//! `/mon-compte/securite`: how one signs in, besides one's password; `/mon-compte/securite/cle/{id}`: a passkey.

use backend::accounts::{
    SecondFactor,
    passkeys::{self, PasskeyView},
    providers, second_factor,
};
use domain::ids::PasskeyId;
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::{
        code_field::CodeField,
        done,
        password_field::PasswordField,
        ways::{PrepareCodes, RemovePasskey, RenamePasskey, RenewRecoveryCodes, StopCodes},
    },
    paths,
    request::Request,
    ui::{Breadcrumb, Document, FormView, PageResult, Place, State, TextField},
};

/// How one signs in.
pub async fn security(rq: Request) -> PageResult {
    let factor = second_factor(&rq.cx).await?;
    let keys = passkeys::passkeys(&rq.cx).await?;
    let linked = providers::linked_accounts(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("security-title");
    let ancestors = vec![(paths::ACCOUNT.to_owned(), w.t("accounts-account"))];
    let notices = done(
        &rq,
        &[
            ("codes-retires", "codes-done-stopped"),
            ("cle", "passkeys-done-added"),
            ("cle-nommee", "passkeys-done-renamed"),
            ("cle-retiree", "passkeys-done-removed"),
            ("service", "providers-done-linked"),
            ("service-retire", "providers-done-unlinked"),
        ],
    );
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1><p>{w.t("security-lead")}</p></header>
        {notices}
        <div class="narrow settings">
            {codes_part(&rq, factor)}
            {passkeys_part(&rq, keys)}
            {super::providers::part(&rq, linked)}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted().with_islands())
}

fn codes_part(rq: &Request, factor: SecondFactor) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let content = match factor.since {
        None => {
            let (form, button) = (rq.form(PrepareCodes::PATH), w.t("codes-begin"));
            view! {
                <FormView form=form>
                    <p class="acts"><button class="button">{button}</button></p>
                </FormView>
            }
            .into_any()
        }
        Some(since) => {
            let since = say!(w, "codes-since", day = w.moment(since));
            let left = say!(w, "codes-recovery-left", count = factor.recovery_left);
            let (renew, others) = (rq.form(RenewRecoveryCodes::PATH), w.t("codes-renew"));
            view! {
                <div class="stack"><p><State name="active" label=w.t("codes-on")/>" "{since}</p>
                <p>{left}</p>
                <FormView form=renew>
                    <p class="acts"><button class="button">{others}</button></p>
                </FormView>
                {stop_form(rq)}</div>
            }
            .into_any()
        }
    };
    view! {
        <section class="part" aria-labelledby="codes">
            <header><h2 id="codes">{w.t("codes-title")}</h2></header>
            <p class="muted">{w.t("codes-lead")}</p>
            {content}
        </section>
    }
}

fn stop_form(rq: &Request) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(StopCodes::PATH);
    let open = form.is_refused();
    view! {
        <details class="unfold" open=open>
            <summary class="button">{w.t("codes-stop")}</summary>
            <FormView form=form.clone()>
                <p class="muted">{w.t("codes-stop-lead")}</p>
                <PasswordField form=form.clone() name="password" label=w.t("accounts-password")/>
                <CodeField form=form.clone() label=w.t("codes-code") hint=w.t("codes-code-hint")/>
                <p class="acts"><button class="button danger">{w.t("codes-stop-now")}</button></p>
            </FormView>
        </details>
    }
}

fn passkeys_part(rq: &Request, keys: Vec<PasskeyView>) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let any = !keys.is_empty();
    let rows = keys.into_iter().map(|key| row(rq, key)).collect_view();
    let list = any.then(|| view! { <ul class="rows">{rows}</ul> });
    let add = if passkeys::may_be_used(&rq.site.base_url) {
        view! { <p class="acts"><a class="button" href=paths::NEW_PASSKEY>{w.t("passkeys-add")}</a></p> }
            .into_any()
    } else {
        view! { <p>{w.t("passkeys-not-here")}</p> }.into_any()
    };
    view! {
        <section class="part" aria-labelledby="cles-d-acces">
            <header><h2 id="cles-d-acces">{w.t("passkeys-title")}</h2></header>
            <p class="muted">{w.t("passkeys-lead")}</p>
            {list}
            {add}
        </section>
    }
}

fn row(rq: &Request, key: PasskeyView) -> impl IntoView + use<> {
    view! {
        <li>
            <a class="row-title" href=paths::passkey(key.id)>{key.name.clone()}</a>
            <ul class="facts">{facts(rq, &key)}</ul>
        </li>
    }
}

fn facts(rq: &Request, key: &PasskeyView) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let added = say!(w, "passkeys-added", day = w.moment(key.created_at));
    let used = match key.used_at {
        Some(at) => say!(w, "passkeys-used", day = w.moment(at)),
        None => w.t("passkeys-never-used"),
    };
    view! { <li>{added}</li><li>{used}</li> }
}

/// One of one's passkeys: another name, or none of it any more.
pub async fn passkey(rq: Request) -> PageResult {
    let id: PasskeyId = rq.id("id")?;
    let keys = passkeys::passkeys(&rq.cx).await?;
    let key = keys.into_iter().find(|key| key.id == id).ok_or(domain::Refusal::NotFound)?;
    let w = rq.words.clone();
    let title = key.name.clone();
    let ancestors = vec![
        (paths::ACCOUNT.to_owned(), w.t("accounts-account")),
        (paths::SECURITY.to_owned(), w.t("security-title")),
    ];
    let (rename, remove) = (rq.form(RenamePasskey::PATH), rq.form(RemovePasskey::PATH));
    let (field, name, id) = (rename.clone(), key.name.clone(), id.to_string());
    let (label, button) = (w.t("passkeys-name"), w.t("passkeys-rename"));
    let again = id.clone();
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1><ul class="facts">{facts(&rq, &key)}</ul></header>
        <div class="narrow stack">
            <FormView form=rename>
                <input type="hidden" name="id" value=id/>
                <TextField form=field name="name" label=label value=name/>
                <p class="acts"><button class="button main">{button}</button></p>
            </FormView>
            <FormView form=remove class="confirm">
                <h2>{w.t("passkeys-remove")}</h2>
                <p>{w.t("passkeys-remove-lead")}</p>
                <input type="hidden" name="id" value=again/>
                <p class="acts"><button class="button danger">{w.t("passkeys-remove-now")}</button></p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted())
}
