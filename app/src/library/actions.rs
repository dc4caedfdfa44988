//! What one does in a library: make folders, notes and links, put in order, take away and bring back.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]
#![expect(clippy::too_many_arguments, reason = "one for each field of the form")]

use domain::{
    Version,
    ids::{DocumentId, EntryId},
};
use leptos::prelude::*;

use crate::error::AppError;

/// Makes a folder.
///
/// # Errors
/// The refusal of `backend::library::create_folder`.
#[server(CreateFolder, prefix = "/api", endpoint = "library/create-folder")]
pub async fn create_folder(
    #[server(default)] place: String,
    #[server(default)] name: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let place = place.parse().unwrap_or(backend::library::Place::Nowhere);
        let id = backend::library::create_folder(&cx, &place, &name).await?;
        Ok(crate::paths::done(&crate::paths::folder(id), "dossier"))
    })
    .await
}

/// Makes a note.
///
/// # Errors
/// The refusal of `backend::library::create_note`.
#[server(CreateNote, prefix = "/api", endpoint = "library/create-note")]
pub async fn create_note(
    #[server(default)] place: String,
    #[server(default)] title: String,
    #[server(default)] body: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let place = place.parse().unwrap_or(backend::library::Place::Nowhere);
        let form = domain::library::DocumentForm { title, body, ..Default::default() };
        let id = backend::library::create_note(&cx, &place, &form).await?;
        Ok(crate::paths::done(&crate::paths::document(id), "cree"))
    })
    .await
}

/// Makes a link.
///
/// # Errors
/// The refusal of `backend::library::create_link`.
#[server(CreateLink, prefix = "/api", endpoint = "library/create-link")]
pub async fn create_link(
    #[server(default)] place: String,
    #[server(default)] title: String,
    #[server(default)] address: String,
    #[server(default)] description: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let place = place.parse().unwrap_or(backend::library::Place::Nowhere);
        let form = domain::library::DocumentForm { title, address, description, ..Default::default() };
        let id = backend::library::create_link(&cx, &place, &form).await?;
        Ok(crate::paths::done(&crate::paths::document(id), "cree"))
    })
    .await
}

/// Changes the record of a document.
///
/// # Errors
/// The refusal of `backend::library::change`.
#[server(ChangeDocument, prefix = "/api", endpoint = "library/change")]
pub async fn change_document(
    document: DocumentId,
    version: Version,
    #[server(default)] title: String,
    #[server(default)] description: String,
    #[server(default)] source: String,
    #[server(default)] author: String,
    #[server(default)] licence: String,
    #[server(default)] dated_on: String,
    #[server(default)] tags: String,
    #[server(default)] address: String,
    #[server(default)] body: String,
    #[server(default)] reason: String,
    #[server(default)] audience: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::library::DocumentForm {
            title,
            description,
            source,
            author,
            licence,
            dated_on,
            tags,
            address,
            body,
            reason,
            audience,
        };
        backend::library::change(&cx, document, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::document(document), "modifie"))
    })
    .await
}

/// Brings back a former version of a document.
///
/// # Errors
/// The refusal of `backend::library::restore_version`.
#[server(RestoreVersion, prefix = "/api", endpoint = "library/restore-version")]
pub async fn restore_version(document: DocumentId, number: i32) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::library::restore_version(&cx, document, number).await?;
        Ok(crate::paths::done(&crate::paths::document(document), "retablie"))
    })
    .await
}

/// Gives a folder another name.
///
/// # Errors
/// The refusal of `backend::library::rename_folder`.
#[server(RenameFolder, prefix = "/api", endpoint = "library/rename")]
pub async fn rename_folder(
    entry: EntryId,
    version: Version,
    #[server(default)] name: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::library::rename_folder(&cx, entry, version, &name).await?;
        Ok(crate::paths::done(&crate::paths::folder(entry), "renomme"))
    })
    .await
}

/// Moves, copies or places an entry somewhere else: `act` says which.
///
/// # Errors
/// The refusal of `backend::library::{move_to, copy_to, place_too}`.
#[server(Arrange, prefix = "/api", endpoint = "library/arrange")]
pub async fn arrange(
    entry: EntryId,
    #[server(default)] place: String,
    #[server(default)] act: String,
) -> Result<(), AppError> {
    use backend::library::{Place, copy_to, move_to, place_too};

    crate::action::act_then_go(async |cx| {
        let place = place.parse().unwrap_or(Place::Nowhere);
        let done = match act.as_str() {
            "move" => {
                move_to(&cx, entry, &place).await?;
                "range"
            }
            "copy" => {
                copy_to(&cx, entry, &place).await?;
                "copie"
            }
            "place" => {
                place_too(&cx, entry, &place).await?;
                "place"
            }
            _ => return Err(domain::Refusal::Malformed.into()),
        };
        Ok(crate::paths::done(&super::pages::place_path(&place), done))
    })
    .await
}

/// Puts an entry in the bin.
///
/// # Errors
/// The refusal of `backend::library::bin`.
#[server(BinEntry, prefix = "/api", endpoint = "library/bin")]
pub async fn bin_entry(entry: EntryId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let around = backend::library::bin(&cx, entry).await?;
        Ok(crate::paths::done(&super::pages::place_path(&around), "corbeille"))
    })
    .await
}

/// Brings an entry back from the bin.
///
/// # Errors
/// The refusal of `backend::library::bring_back`.
#[server(BringBack, prefix = "/api", endpoint = "library/bring-back")]
pub async fn bring_back(entry: EntryId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let place = backend::library::bring_back(&cx, entry).await?;
        Ok(crate::paths::done(&super::pages::place_path(&place), "revenu"))
    })
    .await
}

/// Changes who deposits in the common library.
///
/// # Errors
/// The refusal of `backend::library::change_settings`.
#[server(ChangeLibrary, prefix = "/api", endpoint = "library/settings")]
pub async fn change_library(version: Version, #[server(default)] depositors: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::library::change_settings(&cx, version, &depositors).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_LIBRARY, "reglages"))
    })
    .await
}
