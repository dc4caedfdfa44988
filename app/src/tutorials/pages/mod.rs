//! The pages of the tutorials.

mod edit;
mod follow;
mod list;
mod path;
mod show;

pub use edit::{edit, new};
pub use follow::followed;
pub use list::list;
pub use path::{certificate, path};
pub use show::show;

use backend::tutorials::{PathRow, TutorialRow};
use domain::{Language, tutorials::Audience};
use leptos::prelude::*;

use crate::{
    paths,
    request::Request,
    toolbox::agenda::minutes_in_words,
    ui::{Breadcrumb, Facts, State},
    words::Words,
};

fn audience_word(words: &Words, audience: Audience) -> String {
    words.t(&format!("tutorials-for-{}", audience.code()))
}

/// The language of words that are not in that of the page.
fn other(words: &Words, language: Language) -> Option<&'static str> {
    (words.language != language).then(|| language.tag())
}

/// How long a tutorial takes, in how many steps, for whom, and how far one is.
fn facts(words: &Words, row: &TutorialRow) -> Vec<AnyView> {
    let mut facts = Vec::new();
    if row.is_done() {
        facts.push(view! { <State name="done" label=words.t("tutorials-is-done")/> }.into_any());
    } else if row.done > 0 {
        facts.push(say!(words, "tutorials-progress", done = row.done, of = row.steps).into_any());
    } else {
        facts.push(say!(words, "tutorials-steps", count = row.steps).into_any());
    }
    facts.push(minutes_in_words(words, row.minutes).into_any());
    let names: Vec<String> = row.audiences.iter().map(|one| audience_word(words, *one)).collect();
    facts.push(words.list(&names).into_any());
    facts
}

fn rows_view(words: &Words, rows: &[TutorialRow], ordered: bool) -> AnyView {
    let items = rows.iter().map(|row| row_view(words, row)).collect_view();
    if ordered {
        view! { <ol class="rows">{items}</ol> }.into_any()
    } else {
        view! { <ul class="rows">{items}</ul> }.into_any()
    }
}

fn row_view(words: &Words, row: &TutorialRow) -> impl IntoView + use<> {
    let mut facts = facts(words, row);
    if row.set_aside {
        facts.insert(0, view! { <State name="withdrawn" label=words.t("tutorials-is-aside")/> }.into_any());
    }
    let language = other(words, row.language);
    view! {
        <li>
            <a class="row-title" href=paths::tutorial(&row.slug) lang=language>{row.title.clone()}</a>
            <Facts facts=facts/>
            <p class="row-text" lang=language>{row.summary.clone()}</p>
        </li>
    }
}

/// How many tutorials of a sequence are done, as a sentence and as a bar.
fn progress(words: &Words, rows: &[TutorialRow]) -> AnyView {
    let done = rows.iter().filter(|row| row.is_done()).count();
    bar(say!(words, "tutorials-path-progress", done = done, of = rows.len()), done, rows.len())
}

fn bar(said: String, done: usize, of: usize) -> AnyView {
    view! {
        <p class="progress">
            <progress value=done.to_string() max=of.to_string() aria-label=said.clone()></progress>
            " "
            <span>{said}</span>
        </p>
    }
    .into_any()
}

/// The way back from a tutorial or a sequence, or from below it.
fn way_back(rq: &Request, path: Option<&PathRow>, tutorial: Option<(&str, &str)>) -> AnyView {
    let mut ancestors = vec![(paths::TUTORIALS.to_owned(), rq.words.t("tutorials-title"))];
    ancestors.extend(path.map(|path| (paths::tutorial_path(&path.slug), path.title.clone())));
    ancestors.extend(tutorial.map(|(slug, title)| (paths::tutorial(slug), title.to_owned())));
    view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> }.into_any()
}

fn done(rq: &Request) -> Option<AnyView> {
    let sentences = [
        ("ajoute", "tutorials-done-ajoute"),
        ("change", "tutorials-done-change"),
        ("retire", "tutorials-done-retire"),
        ("repris", "tutorials-done-repris"),
        ("avis", "tutorials-done-avis"),
        ("bloque", "tutorials-done-bloque"),
        ("debloque", "tutorials-done-debloque"),
        ("regle", "tutorials-done-regle"),
    ];
    Some(crate::accounts::done(rq, &sentences)?.into_any())
}
