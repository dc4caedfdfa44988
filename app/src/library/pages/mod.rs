//! The pages of the libraries: folders, documents, the bin, putting in order.

mod add;
mod bin;
mod compare;
mod document;
mod edit;
mod entry;
mod folder;
mod inside;
mod part;
pub(crate) mod piece;
pub(super) mod preview;
mod settings;
mod version;

pub use add::add;
pub use bin::{bin, bin_of_group};
pub use compare::compare;
pub use document::document;
pub(super) use document::{paragraphs, record, stands};
pub use edit::edit;
pub use entry::entry;
pub use folder::{common, folder, of_group};
pub use inside::inside;
pub(super) use inside::{TextPage, from, readable};
pub use part::part;
pub use settings::settings;
pub use version::version;

use backend::library::{LibraryRef, Place};
use domain::ids::EntryId;
use leptos::prelude::*;

use crate::{
    paths,
    request::Request,
    ui::{self, Notice, NoticeTone},
    words::Words,
};

/// The address of a place.
pub fn place_path(place: &Place) -> String {
    match place {
        Place::Common | Place::Nowhere => paths::LIBRARY.to_owned(),
        Place::Group(slug) => paths::group_library(slug),
        Place::Folder(id) => paths::folder(*id),
    }
}

/// The way back from what stands in a library: its top, then the folders around.
pub(super) fn way_back(
    words: &Words,
    library: &LibraryRef,
    folders: &[(EntryId, String)],
) -> Vec<(String, String)> {
    let mut ancestors = match library {
        LibraryRef::Common => vec![(paths::LIBRARY.to_owned(), words.t("menu-library"))],
        LibraryRef::Group(group) => vec![
            (paths::group(&group.slug), group.name.clone()),
            (paths::group_library(&group.slug), words.t("library-title")),
        ],
    };
    ancestors.extend(folders.iter().map(|(id, name)| (paths::folder(*id), name.clone())));
    ancestors
}

/// The name of a library.
pub(super) fn library_name(words: &Words, library: &LibraryRef) -> String {
    match library {
        LibraryRef::Common => words.t("library-common"),
        LibraryRef::Group(group) => say!(words, "library-of", group = group.name.clone()),
    }
}

/// The place of a library in the menu.
pub(super) fn menu(library: &LibraryRef) -> ui::Place {
    match library {
        LibraryRef::Common => ui::Place::Library,
        LibraryRef::Group(_) => ui::Place::Groups,
    }
}

/// What was just done, told once after the redirection.
pub(super) fn done(rq: &Request) -> Option<AnyView> {
    const KNOWN: [&str; 16] = [
        "dossier",
        "cree",
        "modifie",
        "retablie",
        "renomme",
        "range",
        "copie",
        "place",
        "corbeille",
        "revenu",
        "version",
        "reglages",
        "ferme",
        "sous-titres",
        "sans-sous-titres",
        "sous-titres-repris",
    ];
    if rq.refused().is_some() || rq.extension::<super::report::Report>().is_some() {
        return None;
    }
    let text = match rq.query("fait")? {
        "depose" => {
            let count: u32 = rq.query("n").and_then(|n| n.parse().ok()).unwrap_or_default();
            match count {
                0 => rq.words.t("library-done-there"),
                count => say!(rq.words, "library-done-deposited", count = count),
            }
        }
        what if KNOWN.contains(&what) => rq.words.t(&format!("library-done-{what}")),
        _ => return None,
    };
    Some(view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }.into_any())
}
