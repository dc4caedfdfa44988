//! What other pages show of it: the banner of every page while one acts, by whose hand something was written, the way to
//! it on a member's page and on one's account.

use backend::behalf;
use domain::ids::UserId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::StopActing;
use crate::{
    paths,
    request::Request,
    ui::{FormView, Icon, State},
    words::Words,
};

/// On top of every page while one acts: on behalf of whom, until when, and the end of it.
pub(crate) fn banner(rq: &Request) -> Option<AnyView> {
    let acting = rq.cx.acting()?;
    let w = &rq.words;
    let who = say!(w, "behalf-banner", name = acting.of.1.clone());
    let until = say!(w, "behalf-banner-until", time = w.time(acting.until), by = acting.by.1.clone());
    let (form, stop) = (rq.form(StopActing::PATH), w.t("behalf-stop"));
    let view = view! {
        <aside class="acting no-print" aria-label=w.t("behalf-banner-label")>
            <Icon name="letter"/>
            <div><p><b>{who}</b></p><p>{until}</p></div>
            <FormView form=form summary=false class="">
                <button class="button">{stop}</button>
            </FormView>
        </aside>
    };
    Some(view.into_any())
}

/// By whose hand something was written, among its facts.
pub(crate) fn hand(words: &Words, entered_by: Option<&String>) -> Option<AnyView> {
    let name = entered_by?.clone();
    let text = say!(words, "behalf-entered", name = name);
    Some(view! { <span class="hand"><Icon name="letter"/>" "{text}</span> }.into_any())
}

/// The same, after the sentence that tells what was done.
pub(crate) fn hands(words: &Words, entered_by: &[String]) -> Option<AnyView> {
    if entered_by.is_empty() {
        return None;
    }
    let text = say!(words, "behalf-entered-line", names = words.list(entered_by));
    Some(view! { " "<small>{text}</small> }.into_any())
}

/// On somebody's page: whether they take part on paper, for those who look after it.
pub(crate) async fn of_person(rq: &Request, id: UserId) -> backend::Result<Option<AnyView>> {
    let Some(on_paper) = behalf::standing(&rq.cx, id).await? else { return Ok(None) };
    let w = &rq.words;
    let state = if on_paper {
        view! { <p><State name="letter" label=w.t("behalf-is-on-paper")/></p> }.into_any()
    } else {
        view! { <p class="muted">{w.t("behalf-is-not-on-paper")}</p> }.into_any()
    };
    let (title, go) = (w.t("behalf-part"), w.t("behalf-part-go"));
    let view = view! {
        <section class="part" aria-labelledby="sur-papier">
            <header><h2 id="sur-papier">{title}</h2></header>
            {state}
            <p class="acts"><a class="button" href=paths::on_paper(id)>{go}</a></p>
        </section>
    };
    Ok(Some(view.into_any()))
}

/// On one's account: the way to what was done on one's behalf, for whom it concerns.
pub(crate) async fn account_part(rq: &Request) -> backend::Result<Option<AnyView>> {
    if !behalf::concerns_me(&rq.cx).await? {
        return Ok(None);
    }
    let w = &rq.words;
    let (title, text, go) = (w.t("behalf-mine-title"), w.t("behalf-mine-text"), w.t("behalf-mine-go"));
    let view = view! {
        <section class="part" aria-labelledby="en-mon-nom">
            <header><h2 id="en-mon-nom">{title}</h2></header>
            <p class="muted">{text}</p>
            <p class="acts"><a class="button" href=paths::ON_MY_BEHALF>{go}</a></p>
        </section>
    };
    Ok(Some(view.into_any()))
}
