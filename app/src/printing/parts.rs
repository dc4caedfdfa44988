//! « Télécharger »: every document of a text, in a menu.

use backend::printing::MadeView;
use domain::printing::{PrintFormat, PrintShortfall};
use leptos::prelude::*;

use crate::{library::pages::piece::size, paths, ui::Icon, words::Words};

/// The menu. `at` gives the address of the document whose name ends so; `made` is what is known of them.
pub fn downloads(words: &Words, at: impl Fn(&str) -> String, made: &[MadeView]) -> AnyView {
    let items = PrintFormat::ALL
        .iter()
        .map(|format| {
            let known = made.iter().rev().find(|known| known.format == *format);
            let use_for = words.t(use_for(*format));
            let what = match known {
                Some(known) => {
                    say!(words, "printing-use-size", use_for = use_for, size = size(words, known.bytes))
                }
                None => use_for,
            };
            let shortfall = known.and_then(|known| known.shortfall).map(|why| {
                view! { <p class="muted">{words.t(told(why))}</p> }
            });
            let href = at(format.code());
            let name = words.t(name(*format));
            view! { <li><a href=href><b>{name}</b>" "<span class="muted">{what}</span></a>{shortfall}</li> }
        })
        .collect_view();
    let source = at("md");
    let source = item(source, words.t("printing-markdown"), words.t("printing-use-markdown"));
    menu(words, view! { {items}{source} }.into_any())
}

/// The same, of a version of a framing text: its booklets come first. What is not frozen has no exact text.
pub fn booklets(words: &Words, at: impl Fn(&str) -> String, is_frozen: bool) -> AnyView {
    let bound = [
        (paths::BOOKLET, "printing-booklet", "printing-use-booklet"),
        (paths::FOLDED_BOOKLET, "printing-folded", "printing-use-folded"),
    ];
    let bound: Vec<AnyView> =
        bound.into_iter().map(|(file, name, what)| item(at(file), words.t(name), words.t(what))).collect();
    let others = PrintFormat::ALL.iter().map(|format| {
        let href = at(&format!("texte.{}", format.code()));
        item(href, words.t(name(*format)), words.t(use_for(*format)))
    });
    let source = is_frozen
        .then(|| item(at("texte.md"), words.t("printing-markdown"), words.t("printing-use-markdown")));
    menu(words, view! { {bound}{others.collect_view()}{source} }.into_any())
}

fn item(href: String, name: String, use_for: String) -> AnyView {
    view! { <li><a href=href><b>{name}</b>" "<span class="muted">{use_for}</span></a></li> }.into_any()
}

fn menu(words: &Words, items: AnyView) -> AnyView {
    view! {
        <details class="menu downloads">
            <summary class="button">
                <Icon name="download"/>" "{words.t("printing-download")}" "<Icon name="down"/>
            </summary>
            <ul>{items}</ul>
        </details>
    }
    .into_any()
}

fn name(format: PrintFormat) -> &'static str {
    match format {
        PrintFormat::Pdf => "printing-pdf",
        PrintFormat::Docx => "printing-docx",
        PrintFormat::Odt => "printing-odt",
        PrintFormat::Epub => "printing-epub",
        PrintFormat::Html => "printing-html",
    }
}

fn use_for(format: PrintFormat) -> &'static str {
    match format {
        PrintFormat::Pdf => "printing-use-pdf",
        PrintFormat::Docx => "printing-use-docx",
        PrintFormat::Odt => "printing-use-odt",
        PrintFormat::Epub => "printing-use-epub",
        PrintFormat::Html => "printing-use-html",
    }
}

fn told(why: PrintShortfall) -> &'static str {
    match why {
        PrintShortfall::Signs => "printing-shortfall-signs",
        PrintShortfall::Script => "printing-shortfall-script",
        PrintShortfall::Structure => "printing-shortfall-structure",
    }
}
