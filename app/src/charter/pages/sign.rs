//! `/charte/{slug}/signer`: what one signs. Who signed an earlier version reads again only what changed.

use backend::charter::{self, ToSign};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{compare::changed, parts, way_back};
use crate::{
    charter::actions::SignFraming,
    paths,
    request::Request,
    ui::{Document, Facts, FormView, Notice, NoticeTone, PageResult, Place},
};

/// `/charte/{slug}/signer`
pub async fn sign(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let rq = rq.reading_together().await?;
    let asked = charter::to_sign(&rq.cx, &slug).await?;
    let words = rq.words.clone();
    let title = say!(words, "charter-sign-title", title = asked.head.title.clone());
    let what = what(&rq, &asked);
    let signing = signing(&rq, &asked);
    let view = view! {
        {way_back(&rq, Some((&slug, &asked.head.title)))}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <Facts facts=parts::facts(&words, &asked.version)/>
        </header>
        {what}
        {signing}
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted())
}

/// What is read before signing.
fn what(rq: &Request, asked: &ToSign) -> AnyView {
    let words = &rq.words;
    let Some((earlier, articles)) = &asked.since else {
        let reading =
            asked.reading.as_ref().map(|reading| parts::reading(words, &asked.head, reading, (false, None)));
        return view! {
            <p>{words.t("charter-sign-first")}</p>
            <div class="stack reading">{reading}</div>
        }
        .into_any();
    };
    let numbers = [earlier.number, asked.version.number];
    let names = numbers.map(|number| say!(words, "charter-version", number = number));
    let lead = say!(words, "charter-sign-again", before = earlier.number, count = articles.len());
    let whole = paths::framing(&asked.head.slug);
    view! {
        <p>{lead}" "<a href=whole>{words.t("charter-sign-whole")}</a></p>
        {changed(words, articles, &names)}
    }
    .into_any()
}

fn signing(rq: &Request, asked: &ToSign) -> AnyView {
    let words = &rq.words;
    if let Some(day) = asked.signed_on {
        let said = say!(words, "charter-signed-on", day = words.day(day));
        let href = paths::framing_signatures(&asked.head.slug);
        let list = words.t("charter-signatures-do");
        return view! {
            <Notice tone=NoticeTone::Success>
                <p>{said}" "<a href=href>{list}</a></p>
            </Notice>
        }
        .into_any();
    }
    let name = rq.cx.person().map(|person| person.name.clone()).unwrap_or_default();
    let number = asked.version.number;
    let said = say!(
        words,
        "charter-sign-said",
        name = name,
        title = asked.head.title.clone(),
        number = number,
        day = words.day(rq.cx.today())
    );
    let kept = words.t("charter-sign-kept");
    let label = say!(words, "charter-sign-do", title = asked.head.title.clone());
    let (form, slug) = (rq.form(SignFraming::PATH), asked.head.slug.clone());
    let title = words.t("charter-sign");
    view! {
        <section class="part narrow" aria-labelledby="signer">
            <header><h2 id="signer">{title}</h2></header>
            <p>{said}</p>
            <p class="muted">{kept}</p>
            <FormView form=form>
                <input type="hidden" name="slug" value=slug/>
                <input type="hidden" name="number" value=number.to_string()/>
                <p class="acts"><button class="button main">{label}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}
