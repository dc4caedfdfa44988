//! Dossiers: documents, texts and links, chosen, commented and put in order.
//!
//! A dossier is a document: it stands in a library, is described, moved, shared and put in the bin as one, and who
//! reads its library reads it. What it leads to keeps its own rights (`sight`): an element that somebody may not see
//! is neither named nor counted for them. What no library holds any more leaves a line without a name.

mod choose;
mod elements;
mod outline;
mod show;
mod sight;

pub use choose::{DossierChoice, DossiersToFill, dossiers_to_fill};
pub use elements::{
    Chosen, add_element, add_link, change_element, create_dossier, move_element, remove_element,
};
pub(super) use outline::{outlines, pieces_of};
pub(super) use show::seen_by;
pub use show::{DossierView, dossier, dossier_pieces};
pub(super) use sight::Eyes;
pub use sight::{Element, ElementView};

#[cfg(test)]
mod tests;
