//! The addresses of what texts start from, and of what members say beside them.

use domain::{
    contributions::ContributionKind,
    ids::{ContributionId, DissentId},
};

use super::{contribution, group, new_contribution};

/// The models of texts.
pub const ADMINISTRATION_TEMPLATES: &str = "/administration/modeles";

/// The model of a kind of text.
pub fn administration_template(kind: ContributionKind) -> String {
    format!("{ADMINISTRATION_TEMPLATES}/{}", kind_segment(kind))
}

/// A new text in a group, which starts from the model of its kind.
pub fn new_contribution_from(slug: &str, kind: ContributionKind) -> String {
    format!("{}?modele={}", new_contribution(slug), kind_segment(kind))
}

/// A new text in a group, made of a file.
pub fn new_from_file(slug: &str) -> String {
    format!("{}/contributions/fichier", group(slug))
}

/// The files that became a text, and the form to bring another version.
pub fn contribution_files(id: ContributionId) -> String {
    format!("{}/fichier", contribution(id))
}

/// The form to add an image to a text.
pub fn contribution_images(id: ContributionId) -> String {
    format!("{}/images", contribution(id))
}

/// Where images of texts are sent.
pub const ADD_IMAGE: &str = "/api/contributions/images";

/// Where files that become texts are sent.
pub const FROM_FILE: &str = "/api/contributions/from-file";

/// A kind of text in an address.
fn kind_segment(kind: ContributionKind) -> &'static str {
    match kind {
        ContributionKind::Contribution => "contribution",
        ContributionKind::Opinion => "avis",
        ContributionKind::Synthesis => "synthese",
        ContributionKind::Note => "note",
        ContributionKind::Minutes => "compte-rendu",
    }
}

/// The kind of text that an address names.
pub fn kind_at(segment: &str) -> Option<ContributionKind> {
    ContributionKind::ALL.iter().copied().find(|kind| kind_segment(*kind) == segment)
}

/// A new minority opinion on a text.
pub fn contribution_dissent(id: ContributionId) -> String {
    format!("{}/opinion-minoritaire", contribution(id))
}

/// A minority opinion that its only signatory changes.
pub fn contribution_dissent_edit(id: ContributionId, dissent: DissentId) -> String {
    format!("{}/opinions/{dissent}", contribution(id))
}
