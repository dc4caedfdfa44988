//! `/charte` and its pages.

mod amendments;
mod article;
mod compare;
mod edit;
mod life;
mod list;
mod parts;
mod settings;
mod show;
mod sign;
mod signatures;
mod version;

pub use amendments::{amendment, list as amendments, propose, reword, session};
pub use article::article;
pub use compare::compare;
pub use edit::edit;
pub use list::list;
pub use settings::{new, settings};
pub use show::show;
pub use sign::sign;
pub use signatures::signatures;
pub use version::{version, versions};

use leptos::prelude::*;

use crate::{paths, request::Request, ui::Breadcrumb};

/// The way back from a framing text, or from below it.
fn way_back(rq: &Request, text: Option<(&str, &str)>) -> AnyView {
    let mut ancestors = vec![(paths::CHARTER.to_owned(), rq.words.t("charter-title"))];
    ancestors.extend(text.map(|(slug, title)| (paths::framing(slug), title.to_owned())));
    view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> }.into_any()
}

fn done(rq: &Request) -> Option<AnyView> {
    let sentences = [
        ("change", "charter-done-change"),
        ("enregistre", "charter-done-enregistre"),
        ("reuni", "charter-done-reuni"),
        ("ouvert", "charter-done-ouvert"),
        ("examine", "charter-done-examine"),
        ("repris", "charter-done-repris"),
        ("integre", "amendments-done-integre"),
        ("abandonne", "charter-done-abandonne"),
        ("signe", "charter-done-signe"),
        ("papier", "charter-done-papier"),
        ("relance", "charter-done-relance"),
        ("relance-personne", "charter-done-relance-personne"),
    ];
    Some(crate::accounts::done(rq, &sentences)?.into_any())
}
