//! The pages of amendments: reading them, proposing one, examining them.

mod list;
mod one;
mod parts;
mod propose;
mod session;
mod settle;

pub use list::list;
pub use one::amendment;
pub use parts::{Amending, may_propose};
pub use propose::{propose, reword};
pub use session::session;

use backend::charter::{TextHead, VersionHead};
use leptos::prelude::*;

use crate::{paths, request::Request, ui::Breadcrumb};

/// The way back to a version, or to the amendments to it.
fn way_back(rq: &Request, head: &TextHead, version: &VersionHead, from_one: bool) -> AnyView {
    let words = &rq.words;
    let (slug, number) = (head.slug.as_str(), version.number);
    let mut ancestors = vec![
        (paths::CHARTER.to_owned(), words.t("charter-title")),
        (paths::framing(slug), head.title.clone()),
        (paths::framing_version(slug, number), say!(words, "charter-version", number = number)),
    ];
    if from_one {
        ancestors.push((paths::amendments(slug, number), words.t("amendments-title")));
    }
    view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> }.into_any()
}

fn done(rq: &Request) -> Option<AnyView> {
    let sentences = [
        ("propose", "amendments-done-propose"),
        ("modifie", "amendments-done-modifie"),
        ("retire", "amendments-done-retire"),
        ("soutenu", "amendments-done-soutenu"),
        ("plus-soutenu", "amendments-done-plus-soutenu"),
    ];
    Some(crate::accounts::done(rq, &sentences)?.into_any())
}
