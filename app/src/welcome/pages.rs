//! `/bienvenue`: the first steps of a new member; `/bienvenue/imprimer`: the same on paper.

use backend::welcome::{self, Around, Welcome};
use domain::welcome::{SponsorState, WelcomeStep};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{actions::PutWelcomeAway, part};
use crate::{
    paths,
    request::Request,
    ui::{Breadcrumb, Document, FormView, Icon, PageResult, Place, State},
    words::Words,
};

/// `/bienvenue`
pub async fn welcome(rq: Request) -> PageResult {
    let Some((steps, around)) = read(&rq).await? else { return Ok(Document::redirect(paths::HOME)) };
    let words = &rq.words;
    let title = words.t("welcome-title");
    let taken = steps.steps.iter().filter(|(_, taken)| *taken).count();
    let lead = if steps.is_finished() {
        words.t("welcome-finished")
    } else {
        say!(words, "welcome-lead", done = taken, of = steps.steps.len())
    };
    let next = steps.steps.iter().position(|(_, taken)| !taken);
    let items = steps
        .steps
        .iter()
        .enumerate()
        .map(|(place, (step, taken))| step_view(words, *step, *taken, next == Some(place)))
        .collect_view();
    let asked = steps.begun_at.is_some() && !steps.put_away && !steps.is_finished();
    let put_away = asked.then(|| {
        let [text, label] = ["welcome-put-away-text", "welcome-put-away"].map(|key| words.t(key));
        view! {
            <FormView form=rq.form(PutWelcomeAway::PATH) class="one">
                <p class="muted">{text}</p>
                <button class="button quiet">{label}</button>
            </FormView>
        }
    });
    let paper = words.t("welcome-paper");
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="lead">{lead}</p>
        </header>
        {part::done(&rq)}
        <div class="stack">
            <ol class="asks welcome">{items}</ol>
            {part::mine(&rq, &around)}
            <p class="acts"><a class="button" href=paths::WELCOME_PAPER><Icon name="print"/>" "{paper}</a></p>
            {put_away}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Home).unlisted())
}

/// The first steps and those around, for members of the council; others have none.
async fn read(rq: &Request) -> backend::Result<Option<(Welcome, Around)>> {
    let me = rq.cx.person()?.id;
    if !rq.cx.actor.is_council_member() {
        return Ok(None);
    }
    Ok(Some((welcome::welcome(&rq.cx).await?, welcome::around(&rq.cx, me).await?)))
}

fn address(step: WelcomeStep) -> &'static str {
    match step {
        WelcomeStep::Profile => paths::ACCOUNT,
        WelcomeStep::Charter => "/charte",
        WelcomeStep::Group => paths::GROUPS,
        WelcomeStep::Word => paths::NEWS,
        WelcomeStep::Tutorial => paths::TUTORIALS,
    }
}

fn said(words: &Words, step: WelcomeStep) -> [String; 3] {
    ["title", "text", "action"].map(|part| words.t(&format!("welcome-step-{}-{part}", step.code())))
}

fn step_view(words: &Words, step: WelcomeStep, taken: bool, next: bool) -> AnyView {
    let [title, text, action] = said(words, step);
    let id = format!("pas-{}", step.code());
    let state = if taken {
        view! { <State name="done" label=words.t("welcome-done")/> }.into_any()
    } else {
        view! { <span>{words.t("welcome-to-do")}</span> }.into_any()
    };
    let class = if next { "button next" } else { "button" };
    view! {
        <li>
            <p class="when">{state}</p>
            <div>
                <h2 id=id.clone()>{title}</h2>
                <p class="muted">{text}</p>
            </div>
            <a class=class href=address(step) aria-describedby=id>{action}</a>
        </li>
    }
    .into_any()
}

/// `/bienvenue/imprimer`
pub async fn paper(rq: Request) -> PageResult {
    let Some((steps, around)) = read(&rq).await? else { return Ok(Document::redirect(paths::HOME)) };
    let words = &rq.words;
    let profile = backend::people::own_profile(&rq.cx).await?;
    let title = words.t("welcome-paper-title");
    let council = rq.council.as_ref().map(|council| council.name.clone()).unwrap_or_default();
    let items = steps
        .steps
        .iter()
        .map(|(step, taken)| {
            let [title, ..] = said(words, *step);
            let how = words.t(&format!("welcome-step-{}-paper", step.code()));
            let mark = if *taken { "☑" } else { "☐" };
            let told = words.t(if *taken { "welcome-done" } else { "welcome-to-do" });
            view! {
                <li>
                    <h3><span aria-hidden="true">{mark}</span>" "{title}<span class="vh">" : "{told}</span></h3>
                    <p>{how}</p>
                </li>
            }
        })
        .collect_view();
    let sponsors: Vec<_> = around.sponsors.iter().filter(|one| one.state == SponsorState::Agreed).collect();
    let sponsor = match sponsors.first() {
        Some(one) => {
            let reach = [one.person.phone.clone(), one.person.email.clone()];
            let reach: Vec<String> = reach.into_iter().flatten().collect();
            let name = one.person.name.clone();
            let line = if reach.is_empty() { name } else { format!("{name}, {}", reach.join(", ")) };
            view! { <p>{words.t("welcome-sponsor-mine")}" "<strong>{line}</strong></p> }.into_any()
        }
        None => view! { <p>{words.t("welcome-paper-ask")}</p> }.into_any(),
    };
    let places = ["home", "groups", "texts", "library", "tutorials"]
        .map(|place| {
            let name = words.t(&format!("menu-{place}"));
            let what = words.t(&format!("welcome-paper-{place}"));
            view! { <dt>{name}</dt><dd>{what}</dd> }
        })
        .collect_view();
    let ancestors = vec![(paths::WELCOME.to_owned(), words.t("welcome-title"))];
    let notes = (0..6).map(|_| view! { <hr/> }).collect_view();
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <p class="no-print muted">{words.t("welcome-paper-lead")}</p>
        <article class="paper">
            <header class="page-head">
                <p class="eyebrow">{council}</p>
                <h1>{title.clone()}</h1>
            </header>
            <section>
                <h2>{words.t("welcome-paper-come")}</h2>
                <dl class="facts-list">
                    <dt>{words.t("welcome-paper-address")}</dt>
                    <dd>{rq.site.base_url.clone()}</dd>
                    <dt>{words.t("people-email")}</dt>
                    <dd>{profile.email}</dd>
                    <dt>{words.t("welcome-paper-password")}</dt>
                    <dd>{words.t("welcome-paper-password-text")}</dd>
                </dl>
                {sponsor}
            </section>
            <section>
                <h2>{words.t("welcome-title")}</h2>
                <ol class="plain">{items}</ol>
            </section>
            <section class="verso">
                <h2>{words.t("welcome-paper-places")}</h2>
                <dl class="facts-list">{places}</dl>
                <h2>{words.t("welcome-paper-trust")}</h2>
                <ul>
                    <li>{words.t("welcome-paper-trust-lost")}</li>
                    <li>{words.t("welcome-paper-trust-wrong")}</li>
                    <li>{words.t("welcome-paper-trust-help")}</li>
                    <li>{words.t("welcome-paper-trust-paper")}</li>
                </ul>
                <h2>{words.t("welcome-paper-notes")}</h2>
                <div class="notes-lines" aria-hidden="true">{notes}</div>
            </section>
        </article>
    };
    Ok(Document::new(title, view).at(Place::Home).unlisted())
}
