//! `/mon-compte/donnees`: a copy of one's own data, and asking to be erased.

use backend::personal_data::{ErasureRequest, is_ready, my_request};
use domain::personal_data::{EXPORT_MINUTES, EXPORTS_A_DAY};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::done,
    paths,
    personal_data::actions::{AskErasure, AskExport, WithdrawErasure},
    request::Request,
    ui::{Breadcrumb, Document, FormView, Notice, NoticeTone, PageResult, Place, TextArea},
};

/// One's own data.
pub async fn mine(rq: Request) -> PageResult {
    let request = my_request(&rq.cx).await?;
    let ready = is_ready(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("personal-data-mine");
    let ancestors = vec![(paths::ACCOUNT.to_owned(), w.t("accounts-account"))];
    let notices =
        done(&rq, &[("demande", "personal-data-done-asked"), ("retrait", "personal-data-done-withdrawn")]);
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {notices}
        <div class="narrow settings">
            <p>{w.t("personal-data-mine-lead")}" "<a href=paths::PERSONAL_DATA>{w.t("personal-data-mine-more")}</a></p>
            {copy(&rq, ready)}
            {erasure(&rq, request)}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted())
}

fn copy(rq: &Request, ready: bool) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(AskExport::PATH);
    let act = if ready {
        let lead = say!(w, "personal-data-copy-ready", minutes = EXPORT_MINUTES);
        view! {
            <Notice tone=NoticeTone::Success><p>{lead}</p></Notice>
            <p class="acts"><a class="button main" href=paths::MY_DATA_FILE download>{w.t("personal-data-copy-take")}</a></p>
        }
        .into_any()
    } else {
        let ask = w.t("personal-data-copy-ask");
        view! {
            <FormView form=form>
                <p class="acts"><button class="button main">{ask}</button></p>
            </FormView>
        }
        .into_any()
    };
    view! {
        <section class="part" aria-labelledby="copie">
            <header><h2 id="copie">{w.t("personal-data-copy")}</h2></header>
            <p class="muted">{say!(w, "personal-data-copy-lead", count = EXPORTS_A_DAY)}</p>
            {act}
        </section>
    }
}

fn erasure(rq: &Request, request: Option<ErasureRequest>) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let act = match request {
        Some(request) => {
            let form = rq.form(WithdrawErasure::PATH);
            let said = say!(w, "personal-data-you-asked", day = w.day_of(request.at));
            let no_more = w.t("personal-data-ask-no-more");
            view! {
                <Notice tone=NoticeTone::Info><p>{said}</p></Notice>
                <FormView form=form>
                    <p class="acts"><button class="button">{no_more}</button></p>
                </FormView>
            }
            .into_any()
        }
        None => {
            let (w, form) = (w.clone(), rq.form(AskErasure::PATH));
            view! {
                <FormView form=form.clone()>
                    <TextArea
                        form=form.clone()
                        name="words"
                        label=w.t("personal-data-ask-words")
                        hint=w.t("personal-data-ask-words-hint")
                        rows=3
                        optional=true
                    />
                    <p class="acts"><button class="button">{w.t("personal-data-ask-erasure")}</button></p>
                </FormView>
            }
            .into_any()
        }
    };
    view! {
        <section class="part" aria-labelledby="effacement">
            <header><h2 id="effacement">{w.t("personal-data-erasure")}</h2></header>
            <p>{w.t("personal-data-erasure-lead")}</p>
            <p class="muted">{w.t("personal-data-erasure-stays")}</p>
            {act}
        </section>
    }
}
