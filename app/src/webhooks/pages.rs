//! `/administration/webhooks` and `/administration/webhooks/{id}`

use backend::webhooks::{Message, WebhookPage, WebhookView};
use domain::{
    ids::WebhookId,
    webhooks::{Outcome, Told},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::{AddWebhook, RemoveWebhook, ResumeWebhook, StopWebhook, TestWebhook};
use crate::{
    accounts::done,
    paths,
    request::Request,
    session,
    ui::{
        Breadcrumb, Choice, Choices, Document, Facts, FormView, Notice, NoticeTone, PageResult, Place, State,
        TextField,
    },
    words::Words,
};

/// The other programs that are told, and a form for another one.
pub async fn list(rq: Request) -> PageResult {
    let all = backend::webhooks::all(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("webhooks-title");
    let ancestors = vec![(paths::ADMINISTRATION.to_owned(), w.t("menu-administration"))];
    let any = !all.is_empty();
    let rows = all
        .iter()
        .map(|webhook| {
            view! {
                <li>
                    <a class="row-title" href=paths::webhook(webhook.id)>{webhook.name.clone()}</a>
                    {facts(&w, webhook)}
                </li>
            }
        })
        .collect_view();
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1><p>{w.t("webhooks-lead")}</p></header>
        {done(&rq, &[("retire", "webhooks-done-removed")])}
        <div class="narrow settings">
            {any.then(|| view! { <ul class="rows">{rows}</ul> })}
            {new_form(&rq)}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

fn facts(w: &Words, webhook: &WebhookView) -> impl IntoView + use<> {
    let (name, label) = match (webhook.stopped, webhook.failing_since) {
        (Some((at, why)), _) => {
            let day = w.day_of(at);
            let key = format!("webhooks-stopped-{}", why.code());
            ("refused", w.fill(&key, &[("day".into(), day.into())].into()))
        }
        (None, Some(since)) => ("warning", say!(w, "webhooks-failing", day = w.moment(since))),
        (None, None) => ("active", w.t("webhooks-active")),
    };
    let kinds: Vec<String> = webhook.kinds.iter().map(|kind| told(w, kind.code())).collect();
    let facts = vec![
        view! { <State name=name label=label/> }.into_any(),
        view! { <span translate="no">{webhook.address.clone()}</span> }.into_any(),
    ];
    view! { <Facts facts=facts/><p class="row-text">{kinds.join(", ")}</p> }
}

/// What is told, in words.
fn told(w: &Words, code: &str) -> String {
    w.t(&format!("webhooks-told-{}", code.replace('.', "-")))
}

fn new_form(rq: &Request) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(AddWebhook::PATH);
    let kinds: Vec<Choice> =
        Told::ALL.iter().map(|kind| Choice::new(kind.code(), told(&w, kind.code()))).collect();
    let all: Vec<String> = Told::ALL.iter().map(|kind| kind.code().to_owned()).collect();
    view! {
        <section class="part no-print" aria-labelledby="ajouter">
            <header><h2 id="ajouter">{w.t("webhooks-new")}</h2></header>
            <FormView form=form.clone()>
                <TextField
                    form=form.clone()
                    name="name"
                    label=w.t("webhooks-name")
                    hint=w.t("webhooks-name-hint")
                    autocomplete="off"
                />
                <TextField
                    form=form.clone()
                    name="address"
                    label=w.t("webhooks-address")
                    hint=w.t("webhooks-address-hint")
                    kind="url"
                    inputmode="url"
                    autocomplete="off"
                />
                <Choices
                    form=form.clone()
                    name="kinds"
                    label=w.t("webhooks-kinds")
                    choices=kinds
                    values=all
                    several=true
                />
                <p class="acts"><button class="button main">{w.t("webhooks-add")}</button></p>
            </FormView>
        </section>
    }
}

/// One of them: what was sent, and what one can do.
pub async fn show(rq: Request) -> PageResult {
    let id: WebhookId = rq.id("id")?;
    let WebhookPage { webhook, messages } = backend::webhooks::show(&rq.cx, id).await?;
    let w = rq.words.clone();
    let title = webhook.name.clone();
    let ancestors = vec![
        (paths::ADMINISTRATION.to_owned(), w.t("menu-administration")),
        (paths::ADMINISTRATION_WEBHOOKS.to_owned(), w.t("webhooks-title")),
    ];
    let secret = match rq.query("fait") {
        Some("ajoute") => session::take_secret(&rq).await,
        _ => None,
    };
    let once = w.t("webhooks-secret-once");
    let secret = secret.map(|secret| {
        view! {
            <Notice tone=NoticeTone::Warning>
                <p>{once}</p>
                <p class="passphrase" translate="no" id="secret">{secret}</p>
            </Notice>
        }
    });
    let lost = (rq.query("fait") == Some("non-recu")).then(|| {
        let text = w.t("webhooks-done-lost");
        view! { <Notice tone=NoticeTone::Warning><p>{text}</p></Notice> }
    });
    let notices = done(
        &rq,
        &[
            ("recu", "webhooks-done-received"),
            ("arrete", "webhooks-done-stopped"),
            ("repris", "webhooks-done-resumed"),
        ],
    );
    let rows = messages.iter().map(|message| row(&w, message)).collect_view();
    let sent = if messages.is_empty() {
        view! { <p class="muted">{w.t("webhooks-nothing-sent")}</p> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1>{facts(&w, &webhook)}</header>
        {secret}
        {lost}
        {notices}
        <div class="narrow settings">
            {acts(&rq, &webhook)}
            <section class="part" aria-labelledby="envois">
                <header><h2 id="envois">{w.t("webhooks-sent")}</h2></header>
                {sent}
            </section>
            {remove_form(&rq, id)}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

fn acts(rq: &Request, webhook: &WebhookView) -> impl IntoView + use<> {
    let button = |action: &'static str, label: &str| {
        let (form, label, id) = (rq.form(action), rq.words.t(label), webhook.id.to_string());
        view! {
            <FormView form=form>
                <input type="hidden" name="id" value=id/>
                <p class="acts"><button class="button">{label}</button></p>
            </FormView>
        }
        .into_any()
    };
    let acts = match webhook.stopped {
        Some(_) => vec![button(ResumeWebhook::PATH, "webhooks-resume")],
        None => vec![button(TestWebhook::PATH, "webhooks-test"), button(StopWebhook::PATH, "webhooks-stop")],
    };
    view! { <div class="stack no-print">{acts}</div> }
}

fn remove_form(rq: &Request, id: WebhookId) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(RemoveWebhook::PATH);
    let id = id.to_string();
    view! {
        <details class="unfold no-print">
            <summary class="button">{w.t("webhooks-remove")}</summary>
            <FormView form=form class="confirm">
                <p>{w.t("webhooks-remove-lead")}</p>
                <input type="hidden" name="id" value=id/>
                <p class="acts"><button class="button danger">{w.t("webhooks-remove-now")}</button></p>
            </FormView>
        </details>
    }
}

fn row(w: &Words, message: &Message) -> impl IntoView + use<> {
    let state = match message.outcome {
        Outcome::Received => "done",
        Outcome::Waiting => "waiting",
        Outcome::GivenUp => "refused",
        Outcome::Dropped => "closed",
    };
    let label = w.t(&format!("webhooks-outcome-{}", message.outcome.code()));
    let mut facts = vec![view! { <State name=state label=label/> }.into_any()];
    if let Some(trouble) = message.trouble {
        facts.push(w.t(&format!("webhooks-trouble-{}", trouble.code())).into_any());
    }
    if let Some(status) = message.status {
        facts.push(say!(w, "webhooks-answered", status = status.to_string()).into_any());
    }
    if message.attempts > 1 {
        facts.push(say!(w, "webhooks-attempts", count = message.attempts).into_any());
    }
    if let Some(at) = message.tried_at {
        facts.push(say!(w, "webhooks-tried", day = w.moment(at)).into_any());
    }
    view! {
        <li>
            <p class="row-title">{told(w, &message.kind)}</p>
            <Facts facts=facts/>
        </li>
    }
}
