//! The statements, and the language switch at the foot of public pages.

use domain::Language;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::ChooseLanguage;
use crate::{
    paths,
    request::Request,
    ui::{Document, FormView, PageResult},
};

/// Chooses the other language; its name is written in itself.
#[component]
pub fn LanguageSwitch(
    /// The request, to come back to.
    rq: Request,
) -> impl IntoView {
    let form = rq.form(ChooseLanguage::PATH);
    let other = match rq.language() {
        Language::French => Language::English,
        Language::English => Language::French,
    };
    let name = match other {
        Language::French => "Lire en français",
        Language::English => "Read in English",
    };
    view! {
        <FormView form=form class="language">
            <input type="hidden" name="back" value=rq.path().to_owned()/>
            <button class="button link" name="language" value=other.tag() lang=other.tag()>{name}</button>
        </FormView>
    }
}

/// A statement: a title and paragraphs, from the locale files.
fn statement(rq: &Request, key: &str, further: Option<&'static str>) -> Document {
    let title = rq.words.t(&format!("{key}-title"));
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <div class="prose">{statement_parts(rq, key, further)}</div>
    };
    Document::new(title, view)
}

/// The paragraphs of a statement; one of them may lead `further`.
pub(crate) fn statement_parts(rq: &Request, key: &str, further: Option<&'static str>) -> AnyView {
    let contact = rq.council.as_ref().map(|c| c.contact_email.clone()).unwrap_or_default();
    let council = rq.council.as_ref().map(|c| c.name.clone()).unwrap_or_default();
    let unset = contact.is_empty();
    let values =
        crate::words::Values::from([("contact".into(), contact.into()), ("council".into(), council.into())]);
    let parts = (1..)
        .map_while(|n| {
            // A sentence that gives the address has another beside it, for a council that has none yet.
            let without = unset.then(|| rq.words.find(&format!("{key}-{n}-unset"), &values)).flatten();
            let text = without.or_else(|| rq.words.find(&format!("{key}-{n}"), &values))?;
            let heading = rq.words.find(&format!("{key}-{n}-heading"), &values);
            let link = further.zip(rq.words.find(&format!("{key}-{n}-link"), &values));
            Some(view! {
                {heading.map(|heading| view! { <h2>{heading}</h2> })}
                <p>{text}</p>
                {link.map(|(href, name)| view! { <p><a href=href>{name}</a></p> })}
            })
        })
        .collect_view();
    parts.into_any()
}

/// `/accessibilite`
pub async fn accessibility(rq: Request) -> PageResult {
    Ok(statement(&rq, "accessibility", Some(paths::CRITERIA)))
}

/// `/mentions`
pub async fn legal(rq: Request) -> PageResult {
    Ok(statement(&rq, "legal", None))
}

/// Nothing is here.
pub async fn not_found(_: Request) -> PageResult {
    Err(domain::Refusal::NotFound.into())
}
