//! `/tutoriels`: the tutorials, by sequence and for whom.

use backend::tutorials::{self, PathRow, TutorialRow};
use domain::{
    policy::{Permission, TutorialAction},
    tutorials::Audience,
};
use leptos::prelude::*;

use super::{audience_word, done, other, progress, rows_view};
use crate::{
    paths,
    request::Request,
    ui::{Document, Empty, PageResult, Place},
    words::Words,
};

/// `/tutoriels`
pub async fn list(rq: Request) -> PageResult {
    let chosen = rq.query("pour").and_then(Audience::from_code);
    let listing = tutorials::all(&rq.cx, chosen).await?;
    let words = &rq.words;
    let title = words.t("tutorials-title");
    let add = rq.cx.may(Permission::Tutorial(TutorialAction::Write)).then(|| {
        view! { <a class="button main" href=paths::NEW_TUTORIAL>{words.t("tutorials-add")}</a>" " }
    });
    let followed = rq.cx.may(Permission::Tutorial(TutorialAction::Help)).then(|| {
        view! { <a class="go" href=paths::TUTORIALS_FOLLOWED>{words.t("tutorials-followed")}</a>" " }
    });
    let welcome = rq.cx.actor.is_council_member().then(|| {
        view! { <a class="go" href=paths::WELCOME>{words.t("welcome-title")}</a> }
    });
    let nothing = listing.paths.is_empty() && listing.others.is_empty();
    let empty = match (nothing, chosen) {
        (false, _) => None,
        (true, Some(_)) => {
            let action = Some((paths::TUTORIALS.to_owned(), words.t("tutorials-all")));
            Some(view! { <Empty text=words.t("tutorials-none-found") action=action/> })
        }
        (true, None) => Some(view! { <Empty text=words.t("tutorials-none") action=None/> }),
    };
    let sequences = listing.paths.iter().map(|(path, rows)| path_part(words, path, rows)).collect_view();
    let others = (!listing.others.is_empty()).then(|| {
        let title = words.t(if listing.paths.is_empty() { "tutorials-each" } else { "tutorials-others" });
        view! {
            <section class="part" aria-labelledby="autres">
                <header><h2 id="autres">{title}</h2></header>
                {rows_view(words, &listing.others, false)}
            </section>
        }
    });
    let aside = (!listing.aside.is_empty()).then(|| {
        view! {
            <section class="part" aria-labelledby="mis-de-cote">
                <header><h2 id="mis-de-cote">{words.t("tutorials-aside")}</h2></header>
                <p class="muted">{words.t("tutorials-aside-lead")}</p>
                {rows_view(words, &listing.aside, false)}
            </section>
        }
    });
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("tutorials-lead")}</p>
            <p class="acts">{add}{followed}{welcome}</p>
        </header>
        {done(&rq)}
        {chips(words, chosen)}
        {empty}
        {sequences}
        {others}
        {aside}
    };
    Ok(Document::new(title, view).at(Place::Tutorials).unlisted())
}

fn chips(words: &Words, chosen: Option<Audience>) -> impl IntoView + use<> {
    let current = |one: Option<Audience>| (one == chosen).then_some("true");
    let each = Audience::ALL
        .iter()
        .map(|one| {
            let name = audience_word(words, *one);
            view! { <li><a href=paths::tutorials_for(*one) aria-current=current(Some(*one))>{name}</a></li> }
        })
        .collect_view();
    view! {
        <nav class="filters" aria-label=words.t("tutorials-for")>
            <ul class="chips">
                <li><a href=paths::TUTORIALS aria-current=current(None)>{words.t("tutorials-for-all")}</a></li>
                {each}
            </ul>
        </nav>
    }
}

fn path_part(words: &Words, path: &PathRow, rows: &[TutorialRow]) -> impl IntoView + use<> {
    let id = format!("parcours-{}", path.slug);
    let language = other(words, path.language);
    let summary = (!path.summary.is_empty())
        .then(|| view! { <p class="muted" lang=language>{path.summary.clone()}</p> });
    view! {
        <section class="part" aria-labelledby=id.clone()>
            <header>
                <h2 id=id.clone() lang=language>
                    <a href=paths::tutorial_path(&path.slug)>{path.title.clone()}</a>
                </h2>
            </header>
            {summary}
            {progress(words, rows)}
            {rows_view(words, rows, true)}
        </section>
    }
}
