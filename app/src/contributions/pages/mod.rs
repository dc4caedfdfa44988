//! The pages about texts: fetch, then view.

mod adoption;
mod authors;
mod choosing;
pub mod comments;
mod compare;
mod conflict;
mod correct;
pub(crate) mod dissents;
mod edit;
mod history;
mod images;
mod intake;
mod list;
mod marks;
mod next_step;
mod organise;
mod passages;
mod propose;
mod record;
mod review_parts;
mod reviewers;
mod show;
pub mod suggestions;
mod templates;
mod thread;
mod version;
mod withdraw;
mod writing;

pub use authors::authors;
pub use compare::compare;
pub use correct::correct;
pub use dissents::{dissent, new_dissent};
pub use edit::{edit, new};
pub use history::history;
pub use images::images;
pub use intake::{files, from_file};
pub use list::{list, named};
pub use organise::organise;
pub use passages::passages;
pub use propose::propose;
pub use record::record;
pub use show::show;
pub use templates::{template, templates};
pub use version::version;
pub use withdraw::withdraw;

use backend::contributions::{GroupRef, Head};
use domain::groups::Visibility;
use leptos::prelude::*;

use crate::{
    paths,
    request::Request,
    ui::{Breadcrumb, Notice, NoticeTone},
};

/// The way back from a text: its group, or the list of texts.
fn way_back(rq: &Request, group: Option<&GroupRef>) -> Vec<(String, String)> {
    match group {
        Some(group) => vec![
            (paths::GROUPS.to_owned(), rq.words.t("menu-groups")),
            (paths::group(&group.slug), group.name.clone()),
        ],
        None => vec![(paths::TEXTS.to_owned(), rq.words.t("menu-texts"))],
    }
}

/// The head of a page deeper in a text.
fn deeper(rq: &Request, head: &Head, title: String) -> AnyView {
    let mut ancestors = way_back(rq, head.group.as_ref());
    ancestors.push((paths::contribution(head.facts.id), head.title.clone()));
    view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title}</h1></header>
    }
    .into_any()
}

/// The same on the page of a text: one that was just begun is read by more or fewer people.
fn done_in(rq: &Request, visibility: Visibility) -> Option<AnyView> {
    if rq.query("fait") != Some("cree") {
        return done(rq);
    }
    let text = rq.words.t(&format!("contributions-done-cree-{}", visibility.code()));
    Some(view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }.into_any())
}

/// What was just done, told once after the redirection.
fn done(rq: &Request) -> Option<AnyView> {
    const KNOWN: [&str; 27] = [
        "enregistre",
        "inchange",
        "auteurs",
        "envoye",
        "relu",
        "relu-avant",
        "propose",
        "renvoye",
        "adopte",
        "publie",
        "apercu",
        "relecteur",
        "relecteur-retire",
        "echeance",
        "sans-echeance",
        "consultation",
        "consultation-finie",
        "coche",
        "nommee",
        "sans-nom",
        "opinion",
        "opinion-changee",
        "opinion-signee",
        "opinion-retiree",
        "signature-retiree",
        "range",
        "image",
    ];
    let what = rq.query("fait").filter(|what| KNOWN.contains(what) && *what != "apercu")?;
    let tone = if what == "relu-avant" { NoticeTone::Warning } else { NoticeTone::Success };
    let text = rq.words.t(&format!("contributions-done-{what}"));
    Some(view! { <Notice tone=tone><p>{text}</p></Notice> }.into_any())
}
