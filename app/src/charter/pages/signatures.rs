//! `/charte/{slug}/signatures`: who signed, who has not yet; and for the staff, what was signed on paper.

use backend::charter::{self, SCAN_MEGABYTES, SignatureView, Signatures};
use domain::policy::{CharterAction, Permission};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{done, parts, way_back};
use crate::{
    charter::actions::RemindSignatures,
    library::pages::piece::files_field,
    paths,
    request::Request,
    ui::{Choice, Document, ErrorSummary, Facts, FormView, PageResult, Place, Select, TextField, typed_day},
};

/// What is accepted, for browsers that choose among files.
const ACCEPTED: &str = "application/pdf,image/jpeg,image/png,image/webp";

/// `/charte/{slug}/signatures`
pub async fn signatures(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let number = match rq.query("version").map(str::parse::<i32>) {
        Some(Ok(number)) => Some(number),
        Some(Err(_)) => return Err(domain::Refusal::NotFound.into()),
        None => None,
    };
    let list = charter::signatures(&rq.cx, &slug, number).await?;
    let words = rq.words.clone();
    let title =
        say!(words, "charter-signatures", title = list.head.title.clone(), number = list.version.number);
    let signed = list.signed.iter().map(|one| row(&rq, &list, one)).collect_view();
    let nobody =
        list.signed.is_empty().then(|| view! { <p class="muted">{words.t("charter-signatures-none")}</p> });
    let waiting = (!list.waiting.is_empty()).then(|| {
        let names = list.waiting.iter().map(|(id, name)| {
            view! { <li><a href=paths::member(*id)>{name.clone()}</a></li> }
        });
        let count = say!(words, "charter-signatures-waiting", count = list.waiting.len());
        view! {
            <section class="part" aria-labelledby="pas-encore">
                <header><h2 id="pas-encore">{count}</h2></header>
                <ul class="names">{names.collect_view()}</ul>
                {remind(&rq, &slug)}
            </section>
        }
    });
    let others =
        list.head.versions.iter().filter(|one| one.in_force_on.is_some() && one.id != list.version.id);
    let others = others
        .map(|one| {
            let href = format!("{}?version={}", paths::framing_signatures(&slug), one.number);
            view! { <li><a class="go" href=href>{say!(words, "charter-signatures-of", number = one.number)}</a></li> }
        })
        .collect_view();
    let view = view! {
        {way_back(&rq, Some((&slug, &list.head.title)))}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <Facts facts=parts::facts(&words, &list.version)/>
        </header>
        {done(&rq)}
        <section class="part" aria-labelledby="signatures">
            <header><h2 id="signatures">{say!(words, "charter-signatures-count", count = list.signed.len())}</h2></header>
            {nobody}
            <ul class="rows">{signed}</ul>
        </section>
        {waiting}
        {paper(&rq, &list)}
        <ul class="contents-list no-print">{others}</ul>
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted())
}

/// Writing to those who have not signed; nothing for those who do not prepare the texts.
fn remind(rq: &Request, slug: &str) -> Option<AnyView> {
    if !rq.cx.may(Permission::Charter(CharterAction::Prepare)) {
        return None;
    }
    let (form, slug) = (rq.form(RemindSignatures::PATH), slug.to_owned());
    let [hint, label] = ["charter-remind-hint", "charter-remind"].map(|key| rq.words.t(key));
    Some(
        view! {
            <p class="muted no-print">{hint}</p>
            <FormView form=form class="one">
                <input type="hidden" name="slug" value=slug/>
                <button class="button">{label}</button>
            </FormView>
        }
        .into_any(),
    )
}

fn row(rq: &Request, list: &Signatures, one: &SignatureView) -> impl IntoView + use<> {
    let words = &rq.words;
    let mut facts = vec![words.day(one.on).into_any()];
    if one.is_on_paper {
        let mine = rq.cx.actor.user_id() == Some(one.id);
        let scan = (mine || rq.cx.may(Permission::Charter(CharterAction::TakePaper))).then(|| {
            let href = paths::framing_scan(&list.head.slug, list.version.number, one.id);
            let label = say!(words, "charter-scan-of", name = one.name.clone());
            view! { ", "<a href=href aria-label=label>{words.t("charter-scan")}</a> }
        });
        facts.push(view! { <span>{words.t("charter-on-paper")}{scan}</span> }.into_any());
    }
    view! {
        <li>
            <a class="row-title" href=paths::member(one.id)>{one.name.clone()}</a>
            <Facts facts=facts/>
        </li>
    }
}

/// Writing down a signature given on paper; nothing for those who do not.
fn paper(rq: &Request, list: &Signatures) -> Option<AnyView> {
    if list.waiting.is_empty() || !rq.cx.may(Permission::Charter(CharterAction::TakePaper)) {
        return None;
    }
    let words = &rq.words;
    let (slug, number) = (&list.head.slug, list.version.number);
    let page = paths::framing_signatures(slug);
    let form = rq.form(paths::SIGNATURE_ON_PAPER).shown_at(page.clone());
    let posted = rq.posting_from(paths::SIGNATURE_ON_PAPER, &page);
    let action = format!("{posted}&texte={}&version={number}", paths::segment(slug));
    let choices: Vec<Choice> =
        list.waiting.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect();
    let hint = say!(words, "charter-scan-hint", megabytes = SCAN_MEGABYTES);
    let who = view! {
        <Select form=form.clone() name="who" label=words.t("charter-paper-who") choices=choices value=String::new()/>
    };
    let on = view! {
        <TextField
            form=form.clone()
            name="signed_on"
            label=words.t("charter-paper-on")
            hint=words.t("charter-on-hint")
            value=typed_day(rq.cx.today())
            short=true
            autocomplete="off"
        />
    };
    let field = files_field(&form, words.t("charter-scan"), hint, false, Some(ACCEPTED));
    Some(
        view! {
            <section class="part narrow no-print" aria-labelledby="papier">
                <header><h2 id="papier">{words.t("charter-paper")}</h2></header>
                <p class="muted">{words.t("charter-paper-lead")}</p>
                <form class="form" method="post" action=action enctype="multipart/form-data">
                    <ErrorSummary form=form/>
                    {who}
                    {on}
                    {field}
                    <p class="acts"><button class="button">{words.t("charter-paper-do")}</button></p>
                </form>
            </section>
        }
        .into_any(),
    )
}
