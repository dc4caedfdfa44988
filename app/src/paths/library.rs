//! The addresses of the libraries, and of the links for people outside.

use domain::{
    ids::{ContributionId, DocumentId, ElementId, EntryId, LibraryLinkId, TagId},
    library::{CaptionLanguage, LinkKind},
};

use super::{group, segment};

/// The common library.
pub const LIBRARY: &str = "/bibliotheque";
/// Who deposits in the common library.
pub const ADMINISTRATION_LIBRARY: &str = "/administration/bibliotheque";
/// Where files are posted.
pub const DEPOSIT: &str = "/api/library/deposit";
/// Where a new version of a document is posted.
pub const DEPOSIT_VERSION: &str = "/api/library/version";

/// Where captions are posted.
pub const CAPTIONS: &str = "/api/library/captions";

/// Where a script sends files in parts.
pub const UPLOADS: &str = "/api/library/uploads";

/// The library of a group.
pub fn group_library(slug: &str) -> String {
    format!("{}/bibliotheque", group(slug))
}

/// All that a place of a library holds, in one file.
pub fn library_archive(place: &str) -> String {
    format!("{LIBRARY}/archive?dans={}", segment(place))
}

/// What is chosen in a folder, in one file.
pub const LIBRARY_SELECTION: &str = "/bibliotheque/selection";

/// The links of a folder or a document.
pub fn links(id: EntryId) -> String {
    format!("/bibliotheque/elements/{id}/partage")
}

/// The same, where the link that was just made is shown.
pub fn new_link(id: EntryId, link: LibraryLinkId, token: &str) -> String {
    format!("{}?lien={link}&cle={}", links(id), segment(token))
}

/// Where somebody outside uses a link.
pub fn link(kind: LinkKind, token: &str) -> String {
    match kind {
        LinkKind::Read => format!("/partage/{}", segment(token)),
        LinkKind::Deposit => format!("/depot/{}", segment(token)),
    }
}

/// A document of a shared folder.
pub fn shared_document(token: &str, id: DocumentId) -> String {
    format!("{}?document={id}", link(LinkKind::Read, token))
}

/// The file of a shared document.
pub fn shared_file(token: &str, id: DocumentId) -> String {
    format!("{}/fichier/{id}", link(LinkKind::Read, token))
}

/// The text inside a shared document.
pub fn shared_text(token: &str, id: DocumentId) -> String {
    format!("{}/texte/{id}", link(LinkKind::Read, token))
}

/// A picture of a page of a shared document, or of the photograph that it is.
pub fn shared_picture(token: &str, id: DocumentId, version: i32, page: u32) -> String {
    format!("{}/image/{id}?feuille={page}&v={version}", link(LinkKind::Read, token))
}

/// The captions of a shared document.
pub fn shared_captions(token: &str, id: DocumentId, language: CaptionLanguage) -> String {
    format!("{}/sous-titres/{id}/{}", link(LinkKind::Read, token), language.code())
}

/// All that a shared folder holds.
pub fn shared_archive(token: &str) -> String {
    format!("{}/archive", link(LinkKind::Read, token))
}

/// Where people outside deposit files.
pub const DEPOSIT_BOX: &str = "/api/library/box";

/// A folder of a library.
pub fn folder(id: EntryId) -> String {
    format!("{LIBRARY}/dossiers/{id}")
}

/// The bin of the library whose top is at `top`.
pub fn library_bin(top: &str) -> String {
    format!("{top}/corbeille")
}

/// Adding something to a place of a library.
pub fn library_add(place: &str, what: &str) -> String {
    format!("{LIBRARY}/ajouter?dans={}&quoi={what}", segment(place))
}

/// Putting in order something that stands in a library.
pub fn entry(id: EntryId) -> String {
    format!("{LIBRARY}/elements/{id}")
}

/// A document.
pub fn document(id: DocumentId) -> String {
    format!("/documents/{id}")
}

/// Changing the record of a document.
pub fn document_edit(id: DocumentId) -> String {
    format!("{}/modifier", document(id))
}

/// Depositing a new version of a document.
pub fn document_version(id: DocumentId) -> String {
    format!("{}/version", document(id))
}

/// The text inside a document.
pub fn document_inside(id: DocumentId) -> String {
    format!("{}/texte", document(id))
}

/// The text inside a document, from one of its pages on.
pub fn document_page(id: DocumentId, page: u32) -> String {
    format!("{}?feuille={page}#page-{page}", document_inside(id))
}

/// Two versions of a document, compared.
pub fn document_compare(id: DocumentId, from: i32, to: i32) -> String {
    format!("{}/comparer?de={from}&a={to}", document(id))
}

/// A small picture of a document, as it was when it changed, in seconds.
pub fn document_thumbnail(id: DocumentId, changed: i64) -> String {
    format!("{}/vignette?v={changed}", document(id))
}

/// A picture of a page of the last version of a document, or of the photograph that it is.
pub fn document_picture(id: DocumentId, version: i32, page: u32) -> String {
    format!("{}/image?feuille={page}&v={version}", document(id))
}

/// The file of a document.
pub fn document_file(id: DocumentId) -> String {
    format!("{}/fichier", document(id))
}

/// The file of one version of a document.
pub fn document_version_file(id: DocumentId, number: i32) -> String {
    format!("{}/versions/{number}/fichier", document(id))
}

/// The captions of a document.
pub fn document_captions(id: DocumentId, language: CaptionLanguage) -> String {
    format!("{}/sous-titres/{}", document(id), language.code())
}

/// A dossier.
pub fn dossier(id: DocumentId) -> String {
    format!("/ressources/{id}")
}

/// A dossier at one of its elements, which says once what was done to it.
pub fn dossier_at(id: DocumentId, element: ElementId, code: &str) -> String {
    format!("{}#element-{element}", super::done(&dossier(id), code))
}

/// Adding to a dossier.
pub fn dossier_fill(id: DocumentId) -> String {
    format!("{}/ajouter", dossier(id))
}

/// The same, once something was added that was found by these words.
pub fn dossier_filled(id: DocumentId, words: &str) -> String {
    format!("{}&q={}", super::done(&dossier_fill(id), "ajoute"), segment(words))
}

/// The documents of a dossier, in one file.
pub fn dossier_archive(id: DocumentId) -> String {
    format!("{}/archive", dossier(id))
}

/// What is written of an element of a dossier.
pub fn dossier_element(id: DocumentId, element: ElementId) -> String {
    format!("{}/elements/{element}", dossier(id))
}

/// Choosing the dossier in which a document is put.
pub fn dossier_for_document(id: DocumentId) -> String {
    format!("/ressources/ajouter?document={id}")
}

/// Choosing the dossier in which a text is put.
pub fn dossier_for_text(id: ContributionId) -> String {
    format!("/ressources/ajouter?texte={id}")
}

/// The keywords that the council keeps.
pub const TAGS: &str = "/bibliotheque/mots-cles";
/// Keeping them.
pub const ADMINISTRATION_TAGS: &str = "/administration/mots-cles";

/// The documents that have a keyword.
pub fn tagged(tag: &str) -> String {
    format!("{TAGS}/{}", segment(tag))
}

/// A keyword of the vocabulary, for those who keep it.
pub fn administration_tag(id: TagId) -> String {
    format!("{ADMINISTRATION_TAGS}/{id}")
}
