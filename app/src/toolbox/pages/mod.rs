//! The pages of the toolbox.

mod agenda;
mod edit;
mod list;
mod show;

pub use agenda::agenda;
pub use edit::{edit, new};
pub use list::list;
pub use show::show;

use backend::toolbox::MethodRow;
use domain::{
    Language,
    toolbox::{Length, Need},
};
use leptos::prelude::*;

use crate::{paths, request::Request, toolbox::agenda::minutes_in_words, ui::Breadcrumb, words::Words};

fn need_word(words: &Words, need: Need) -> String {
    words.t(&format!("toolbox-need-{}", need.code()))
}

fn length_word(words: &Words, length: Length) -> String {
    words.t(&format!("toolbox-length-{}", length.code()))
}

/// How long a method takes, for how many people, what it helps with.
fn facts(words: &Words, row: &MethodRow) -> Vec<AnyView> {
    let (least, most) = row.people;
    let facts =
        [minutes_in_words(words, row.minutes), say!(words, "toolbox-people", least = least, most = most)];
    let needs = row.needs.iter().map(|need| need_word(words, *need));
    facts.into_iter().chain(needs).map(|fact| fact.into_any()).collect()
}

/// The way back from a sheet, or from below it.
fn way_back(rq: &Request, sheet: Option<(&str, &str)>) -> AnyView {
    let mut ancestors = vec![(paths::TOOLBOX.to_owned(), rq.words.t("toolbox-title"))];
    ancestors.extend(sheet.map(|(slug, title)| (paths::method(slug), title.to_owned())));
    view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> }.into_any()
}

/// The language of words that are not in the one of the page.
fn other(words: &Words, language: Language) -> Option<&'static str> {
    (words.language != language).then(|| language.tag())
}

fn done(rq: &Request) -> Option<AnyView> {
    let sentences = [
        ("ajoute", "toolbox-done-ajoute"),
        ("change", "toolbox-done-change"),
        ("retire", "toolbox-done-retire"),
        ("repris", "toolbox-done-repris"),
        ("raconte", "toolbox-done-raconte"),
        ("efface", "toolbox-done-efface"),
    ];
    Some(crate::accounts::done(rq, &sentences)?.into_any())
}
