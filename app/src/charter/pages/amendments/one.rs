//! `/charte/{slug}/versions/{n}/amendements/{amendment}`: one amendment, who supports it, what may be done with it.

use backend::charter::amendments::{self, AmendmentPage, AmendmentView};
use domain::{
    charter::{AmendmentKind, AmendmentState, VersionState},
    policy::{CharterAction, Permission},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{done, list::heading, parts, way_back};
use crate::{
    charter::amending::{SupportAmendment, UnsupportAmendment, WithdrawAmendment},
    paths,
    request::Request,
    ui::{Document, FormView, Icon, PageResult, Place},
};

/// `/charte/{slug}/versions/{n}/amendements/{amendment}`
pub async fn amendment(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let slug = rq.param("slug").to_owned();
    let number: i32 = rq.id("number")?;
    let page = amendments::amendment(&rq.cx, &slug, number, rq.id("amendment")?).await?;
    let words = rq.words.clone();
    let one = &page.amendment;
    let title = parts::name(&words, one.number, one.parent.is_some());
    let about = heading(&words, one.article, &one.title);
    let view = view! {
        {way_back(&rq, &page.head, &page.version, true)}
        <header class="page-head">
            <p class="eyebrow" lang=words.council_language()>{about}</p>
            <h1>{title.clone()}</h1>
            {parts::facts(&words, one, &slug, number)}
        </header>
        {done(&rq)}
        <div class="narrow stack">
            {parts::changes(&words, &one.compared)}
            {parts::reasons(&words, one)}
            {parts::outcome(&words, one, &slug, number)}
            {supporters(&rq, one)}
            {acts(&rq, &page)}
        </div>
        {below(&rq, &page)}
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted())
}

fn supporters(rq: &Request, one: &AmendmentView) -> Option<AnyView> {
    if one.supporters.is_empty() {
        return None;
    }
    let words = &rq.words;
    let names = one.supporters.iter().map(|name| view! { <li>{name.clone()}</li> }).collect_view();
    let title = say!(words, "amendments-supporters", count = one.supporters.len());
    Some(
        view! {
            <section aria-labelledby="soutiens">
                <h2 id="soutiens">{title}</h2>
                <ul class="names">{names}</ul>
            </section>
        }
        .into_any(),
    )
}

fn acts(rq: &Request, page: &AmendmentPage) -> AnyView {
    let words = &rq.words;
    let (slug, number, one) = (page.head.slug.as_str(), page.version.number, &page.amendment);
    let amends = rq.cx.may(Permission::Charter(CharterAction::Amend));
    let button = |action: &'static str, key: &str, icon: &'static str, main: bool| {
        let form = rq.form(action);
        let (slug, label, which) = (slug.to_owned(), words.t(key), one.number.to_string());
        let class = if main { "button main" } else { "button" };
        view! {
            <FormView form=form class="one">
                <input type="hidden" name="slug" value=slug/>
                <input type="hidden" name="number" value=number.to_string()/>
                <input type="hidden" name="amendment" value=which/>
                <button class=class><Icon name=icon/>" "{label}</button>
            </FormView>
        }
        .into_any()
    };
    let supports = (amends && one.facts.may_be_supported().is_ok()).then(|| {
        if one.is_supported {
            button(UnsupportAmendment::PATH, "amendments-unsupport", "undo", false)
        } else {
            button(SupportAmendment::PATH, "amendments-support", "done", true)
        }
    });
    let reword = (amends && one.facts.may_be_reworded().is_ok()).then(|| {
        let href = paths::amendment_edit(slug, number, one.number);
        view! { <a class="button" href=href>{words.t("amendments-reword")}</a> }
    });
    let sub_amendable = one.parent.is_none()
        && one.kind != AmendmentKind::Remove
        && one.facts.state == AmendmentState::Open
        && parts::may_propose(rq, one.facts.is_open_today);
    let sub = sub_amendable.then(|| {
        let href = paths::sub_amend(slug, number, one.number);
        view! { <a class="go" href=href>{words.t("amendments-sub-propose")}</a> }
    });
    let withdraw = (amends && one.facts.may_be_withdrawn().is_ok())
        .then(|| button(WithdrawAmendment::PATH, "amendments-withdraw", "withdrawn", false));
    let prepares = rq.cx.may(Permission::Charter(CharterAction::Prepare));
    let examine = (prepares && page.version.state == VersionState::Examined).then(|| {
        let href = paths::amendment_in_session(slug, number, one.number);
        view! { <a class="button main" href=href>{words.t("amendments-examine-this")}</a> }
    });
    view! { <div class="acts no-print">{supports}{examine}{reword}{withdraw}{sub}</div> }.into_any()
}

fn below(rq: &Request, page: &AmendmentPage) -> Option<AnyView> {
    if page.below.is_empty() {
        return None;
    }
    let cards = page.below.iter().map(|sub| parts::card(rq, sub, &page.head.slug, page.version.number));
    let cards = cards.collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="sous-amendements">
                <header><h2 id="sous-amendements">{rq.words.t("amendments-below")}</h2></header>
                <div class="stack">{cards}</div>
            </section>
        }
        .into_any(),
    )
}
