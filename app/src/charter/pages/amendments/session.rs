//! `/charte/{slug}/versions/{n}/examen`: the examination, in the order of the text. One amendment at a time is shown in
//! full, so that the page reads as fast for three hundred as for three.

use backend::charter::amendments::{self, ArticleInSession, InSession, Session, Turn};
use domain::charter::ArticleNumber;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{list::heading, parts, settle, way_back};
use crate::{
    charter::amending::IntegrateAmendments,
    paths,
    request::Request,
    ui::{Document, Empty, Facts, FormView, Notice, NoticeTone, PageResult, Place},
};

/// `/charte/{slug}/versions/{n}/examen`
pub async fn session(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let slug = rq.param("slug").to_owned();
    let number: i32 = rq.id("number")?;
    let asked = |name: &str| rq.query(name).and_then(|typed| typed.parse::<i32>().ok());
    let after = asked("apres");
    let turn = match (asked("amendement"), after) {
        (Some(this), _) => Turn::Of(this),
        (None, Some(after)) => Turn::After(after),
        (None, None) => Turn::First,
    };
    let all = amendments::session(&rq.cx, &slug, number, turn).await?;
    let words = rq.words.clone();
    let title = say!(words, "amendments-session", title = all.head.title.clone(), number = number);
    let left = say!(words, "amendments-left", count = all.waiting, total = all.total);
    let done = after.filter(|_| rq.refused().is_none()).map(|after| {
        let text = say!(words, "amendments-done-settled", number = after);
        let href = paths::amendment_in_session(&slug, number, after);
        let again = words.t("amendments-see-again");
        view! { <Notice tone=NoticeTone::Success><p>{text}" "<a href=href>{again}</a></p></Notice> }
    });
    let current = all.current.as_ref().map(|current| settle::current(&rq, &all, current));
    let view = view! {
        {way_back(&rq, &all.head, &all.version, true)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{left}</p>
        </header>
        {done}
        {after_all(&rq, &all)}
        {current}
        {in_the_text(&rq, &all)}
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted())
}

/// What is to be done once all are examined.
fn after_all(rq: &Request, all: &Session) -> Option<AnyView> {
    let words = &rq.words;
    let (slug, number) = (all.head.slug.clone(), all.version.number);
    if all.total == 0 {
        return Some(view! { <Empty text=words.t("amendments-none") action=None/> }.into_any());
    }
    if all.waiting > 0 {
        return None;
    }
    if !all.unsettled.is_empty() {
        let links = all.unsettled.iter().map(|one| {
            let href = paths::amendment_in_session(&slug, number, *one);
            view! { <li><a href=href>{parts::name(words, *one, false)}</a></li> }
        });
        let (links, text) = (links.collect_view(), words.t("amendments-unsettled"));
        return Some(
            view! {
                <Notice tone=NoticeTone::Warning>
                    <p>{text}</p>
                    <ul>{links}</ul>
                </Notice>
            }
            .into_any(),
        );
    }
    if all.to_integrate == 0 {
        let href = paths::framing_version(&slug, number);
        let [text, read] = ["amendments-nothing-left", "amendments-read-version"].map(|key| words.t(key));
        return Some(
            view! {
                <Notice tone=NoticeTone::Info>
                    <p>{text}" "<a href=href>{read}</a></p>
                </Notice>
            }
            .into_any(),
        );
    }
    let form = rq.form(IntegrateAmendments::PATH);
    let version = form.version(all.version.version);
    let lead = say!(words, "amendments-integrate-lead", count = all.to_integrate);
    let act = words.t("amendments-integrate");
    Some(
        view! {
            <section class="panel" aria-labelledby="integrer">
                <h2 id="integrer">{words.t("amendments-all-examined")}</h2>
                <p>{lead}</p>
                <FormView form=form class="one">
                    <input type="hidden" name="slug" value=slug/>
                    <input type="hidden" name="number" value=number.to_string()/>
                    <input type="hidden" name="version" value=version/>
                    <button class="button main">{act}</button>
                </FormView>
            </section>
        }
        .into_any(),
    )
}

/// Every article that has amendments; those of the one that is examined, one by one.
fn in_the_text(rq: &Request, all: &Session) -> Option<AnyView> {
    if all.articles.is_empty() {
        return None;
    }
    let rows = all.articles.iter().map(|line| row(rq, all, line)).collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="dans-le-texte">
                <header><h2 id="dans-le-texte">{rq.words.t("amendments-in-the-text")}</h2></header>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn row(rq: &Request, all: &Session, line: &ArticleInSession) -> impl IntoView + use<> {
    let words = &rq.words;
    let (slug, number) = (all.head.slug.as_str(), all.version.number);
    let href = paths::amendment_in_session(slug, number, line.first);
    let left = match line.waiting {
        0 => words.t("amendments-article-done"),
        count => say!(words, "amendments-article-left", count = count),
    };
    let facts = vec![say!(words, "amendments-count", count = line.total).into_any(), left.into_any()];
    let current = all.current.as_ref().map(|current| current.amendment.number);
    let each = (!line.amendments.is_empty()).then(|| {
        let each = line.amendments.iter().map(|one| brief(rq, slug, number, one, current)).collect_view();
        view! { <ul class="row-text">{each}</ul> }
    });
    let id = line.article.map_or_else(|| "avant".to_owned(), ArticleNumber::anchor);
    view! {
        <li id=id>
            <a class="row-title" href=href lang=words.council_language()>
                {heading(words, line.article, &line.title)}
            </a>
            <Facts facts=facts/>
            {each}
        </li>
    }
}

fn brief(
    rq: &Request,
    slug: &str,
    number: i32,
    one: &InSession,
    current: Option<i32>,
) -> impl IntoView + use<> {
    let words = &rq.words;
    let href = paths::amendment_in_session(slug, number, one.number);
    let here = (current == Some(one.number)).then_some("true");
    let name = say!(
        words,
        "amendments-by-long",
        name = parts::name(words, one.number, one.is_below),
        who = one.by.clone()
    );
    view! { <li><a href=href aria-current=here>{name}</a>" "{parts::state(words, one.state)}</li> }
}
