//! `/administration/jetons`: everybody's tokens, without what they open with.

use backend::api::TokenOfPerson;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::facts;
use crate::{
    accounts::done,
    api::actions::RevokeToken,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Empty, FormView, PageResult, Pager, Place},
};

/// The tokens of all.
pub async fn all(rq: Request) -> PageResult {
    let page = backend::api::all(&rq.cx, rq.page_number()).await?;
    let w = rq.words.clone();
    let title = w.t("api-tokens-all");
    let ancestors = vec![(paths::ADMINISTRATION.to_owned(), w.t("menu-administration"))];
    let (number, pages) = (page.number.get(), page.pages());
    let list = if page.rows.is_empty() {
        view! { <Empty text=w.t("api-tokens-none")/> }.into_any()
    } else {
        let rows = page.rows.iter().map(|row| line(&rq, row)).collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("api-tokens-all-text")}</p>
        </header>
        {done(&rq, &[("revoque", "api-done-revoked")])}
        <div class="narrow stack">
            {list}
            <Pager rq=rq.clone() number=number pages=pages/>
            <p><a class="go" href=paths::API_GUIDE>{w.t("api-guide-go")}</a></p>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

fn line(rq: &Request, row: &TokenOfPerson) -> impl IntoView + use<> {
    let (user, person) = row.user.clone();
    let (id, name) = (row.token.id.to_string(), row.token.name.clone());
    let revoke = row.token.is_valid_at(rq.cx.now).then(|| {
        let (form, label) = (rq.form(RevokeToken::PATH), rq.words.t("api-token-revoke"));
        let of = name.clone();
        view! {
            <div class="row-acts no-print">
                <FormView form=form summary=false class="">
                    <input type="hidden" name="id" value=id/>
                    <input type="hidden" name="among_all" value="1"/>
                    <button class="button link">{label}<span class="vh">" "{of}</span></button>
                </FormView>
            </div>
        }
    });
    view! {
        <li>
            <span class="row-title">{name.clone()}</span>
            <p class="row-text"><a class="go" href=paths::administration_member(user)>{person}</a></p>
            {facts(rq, &row.token)}
            {revoke}
        </li>
    }
}
