//! What one does to a dossier: make it, fill it, comment and put in order what it holds.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{
    Version,
    ids::{DocumentId, ElementId},
};
use leptos::prelude::*;

use crate::error::AppError;

/// Makes a dossier.
///
/// # Errors
/// The refusal of `backend::library::create_dossier`.
#[server(CreateDossier, prefix = "/api", endpoint = "dossiers/create")]
pub async fn create_dossier(
    #[server(default)] place: String,
    #[server(default)] title: String,
    #[server(default)] audience: String,
    #[server(default)] description: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let place = place.parse().unwrap_or(backend::library::Place::Nowhere);
        let form = domain::library::DocumentForm { title, audience, description, ..Default::default() };
        let id = backend::library::create_dossier(&cx, &place, &form).await?;
        Ok(crate::paths::done(&crate::paths::dossier(id), "ressources"))
    })
    .await
}

/// Adds a document or a text to a dossier; from a page where one searches, back to what was searched.
///
/// # Errors
/// The refusal of `backend::library::add_element`.
#[server(AddElement, prefix = "/api", endpoint = "dossiers/add")]
pub async fn add_element(
    #[server(default)] dossier: String,
    #[server(default)] document: String,
    #[server(default)] text: String,
    #[server(default)] comment: String,
    #[server(default)] q: String,
) -> Result<(), AppError> {
    use backend::library::Chosen;
    use domain::{FieldProblem, Refusal};

    crate::action::act_then_go(async |cx| {
        let chosen = match (document.parse(), text.parse()) {
            (Ok(id), _) => Chosen::Document(id),
            (_, Ok(id)) => Chosen::Text(id),
            _ => return Err(Refusal::NotFound.into()),
        };
        let Ok(dossier) = dossier.parse::<DocumentId>() else {
            cx.person()?;
            return Err(Refusal::field("dossier", FieldProblem::Missing).into());
        };
        let form = domain::library::ElementForm { comment, ..Default::default() };
        backend::library::add_element(&cx, dossier, chosen, &form).await?;
        Ok(match q.as_str() {
            "" => crate::paths::done(&crate::paths::dossier(dossier), "ajoute"),
            q => crate::paths::dossier_filled(dossier, q),
        })
    })
    .await
}

/// Adds a link to a dossier.
///
/// # Errors
/// The refusal of `backend::library::add_link`.
#[server(AddLink, prefix = "/api", endpoint = "dossiers/add-link")]
pub async fn add_link(
    dossier: DocumentId,
    #[server(default)] title: String,
    #[server(default)] address: String,
    #[server(default)] comment: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::library::ElementForm { title, address, comment };
        backend::library::add_link(&cx, dossier, &form).await?;
        Ok(crate::paths::done(&crate::paths::dossier(dossier), "ajoute"))
    })
    .await
}

/// Changes what is written of an element.
///
/// # Errors
/// The refusal of `backend::library::change_element`.
#[server(ChangeElement, prefix = "/api", endpoint = "dossiers/change")]
pub async fn change_element(
    element: ElementId,
    version: Version,
    #[server(default)] title: String,
    #[server(default)] address: String,
    #[server(default)] comment: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::library::ElementForm { title, address, comment };
        let dossier = backend::library::change_element(&cx, element, version, &form).await?;
        Ok(crate::paths::dossier_at(dossier, element, "element"))
    })
    .await
}

/// Moves an element up or down: `way` says which.
///
/// # Errors
/// The refusal of `backend::library::move_element`.
#[server(MoveElement, prefix = "/api", endpoint = "dossiers/move")]
pub async fn move_element(
    element: ElementId,
    version: Version,
    #[server(default)] way: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let dossier = backend::library::move_element(&cx, element, version, &way).await?;
        Ok(crate::paths::dossier_at(dossier, element, "ordre"))
    })
    .await
}

/// Takes an element out of its dossier.
///
/// # Errors
/// The refusal of `backend::library::remove_element`.
#[server(RemoveElement, prefix = "/api", endpoint = "dossiers/remove")]
pub async fn remove_element(element: ElementId, version: Version) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let dossier = backend::library::remove_element(&cx, element, version).await?;
        Ok(crate::paths::done(&crate::paths::dossier(dossier), "retire"))
    })
    .await
}
