//! What is not a page: actions, health, frozen texts, the feed.

pub mod action;
pub mod api;
pub mod captions;
pub mod charter;
pub mod file;
pub mod health;
pub mod images;
pub mod intake;
pub mod journal;
pub mod library;
pub mod live;
pub mod metrics;
pub mod outside;
pub mod personal_data;
pub mod pictures;
pub mod portraits;
pub mod prints;
pub mod publications;
pub mod toolbox;
pub mod tutorials;
pub mod uploads;
mod zip;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

use crate::web::AppState;

/// The addresses of [`downloads`], for the table of who gets what.
pub const DOWNLOADS: [&str; 34] = [
    "/publications.atom",
    "/publications/{number}.md",
    "/publications/{number}/versions/{edition}.md",
    "/documents/{id}/fichier",
    "/documents/{id}/vignette",
    "/documents/{id}/image",
    "/documents/{id}/versions/{number}/fichier",
    "/bibliotheque/archive",
    "/bibliotheque/selection",
    "/ressources/{id}/archive",
    "/partage/{token}/fichier/{document}",
    "/partage/{token}/archive",
    "/contributions/{id}/direct",
    "/membres/{id}/photo",
    "/groupes/{slug}/image",
    "/documents/{id}/sous-titres/{language}",
    "/partage/{token}/image/{document}",
    "/partage/{token}/sous-titres/{document}/{language}",
    "/publications/{number}.{format}",
    "/publications/{number}/versions/{edition}.{format}",
    "/contributions/{id}/versions/{version}.{format}",
    "/outils/{slug}/ordre-du-jour.md",
    "/charte/{slug}/versions/{number}/direct",
    "/charte/{slug}/versions/{number}/texte.md",
    "/charte/{slug}/versions/{number}/{document}.{format}",
    "/charte/{slug}/versions/{number}/signatures/{person}/scan",
    "/contributions/{id}/images/{name}",
    "/contributions/images/{name}",
    "/publications/{number}/images/{name}",
    "/parcours/{slug}/attestation.pdf",
    "/tutoriels/images/{language}/{name}",
    "/mon-compte/donnees/copie.zip",
    "/administration/journal.csv",
    "/administration/journal.jsonl",
];

/// Files made from what the database holds: frozen texts, feeds.
pub fn downloads(state: &AppState) -> Router {
    Router::new()
        .route("/publications.atom", get(publications::feed))
        // The router knows no address such as `{number}.md`: this one hands the others back to the pages.
        .route("/publications/{name}", get(publications::source))
        .route("/publications/{number}/versions/{name}", get(publications::edition_source))
        .route("/documents/{id}/fichier", get(library::file))
        .route("/documents/{id}/vignette", get(pictures::small))
        .route("/documents/{id}/image", get(pictures::large))
        .route("/documents/{id}/versions/{number}/fichier", get(library::version_file))
        .route("/bibliotheque/archive", get(library::archive))
        .route("/bibliotheque/selection", get(library::selection))
        .route("/ressources/{id}/archive", get(library::dossier_archive))
        .route("/partage/{token}/fichier/{document}", get(outside::file))
        .route("/partage/{token}/archive", get(outside::archive))
        .route("/contributions/{id}/direct", get(live::contribution))
        .route("/membres/{id}/photo", get(portraits::person))
        .route("/groupes/{slug}/image", get(portraits::group))
        .route("/documents/{id}/sous-titres/{language}", get(captions::of_document))
        .route("/partage/{token}/image/{document}", get(outside::picture))
        .route("/partage/{token}/sous-titres/{document}/{language}", get(captions::shared))
        .route("/contributions/{id}/versions/{name}", get(prints::version))
        .route("/outils/{slug}/ordre-du-jour.md", get(toolbox::agenda))
        .route("/charte/{slug}/versions/{number}/direct", get(live::framing))
        .route("/charte/{slug}/versions/{number}/texte.md", get(charter::source))
        // The pages below a version have addresses of their own.
        .route("/charte/{slug}/versions/{number}/{document}", get(charter::document))
        .route("/charte/{slug}/versions/{number}/signatures/{person}/scan", get(charter::scan))
        .route("/contributions/{id}/images/{name}", get(images::of_text))
        .route("/contributions/images/{name}", get(images::begun))
        .route("/publications/{number}/images/{name}", get(images::of_publication))
        .route("/parcours/{slug}/attestation.pdf", get(tutorials::certificate))
        .route("/tutoriels/images/{language}/{name}", get(tutorials::picture))
        .route("/mon-compte/donnees/copie.zip", get(personal_data::copy))
        .route("/administration/journal.csv", get(journal::csv))
        .route("/administration/journal.jsonl", get(journal::lines))
        .with_state(state.clone())
}

/// The largest part of a file sent in parts, and a little more.
const PART: usize = backend::library::PART_MAX as usize + 1_024;

/// The addresses of [`uploads()`].
pub const UPLOADS: [&str; 10] = [
    "/api/library/deposit",
    "/api/library/version",
    "/api/library/box",
    "/api/library/captions",
    "/api/contributions/from-file",
    "/api/contributions/images",
    "/api/portraits/change",
    "/api/charter/paper",
    "/api/library/uploads",
    "/api/library/uploads/{id}",
];

/// Files that people send: piece by piece, so without the limit of forms.
pub fn uploads(state: &AppState) -> Router {
    Router::new()
        .route("/api/library/deposit", post(library::deposit).get(action::back))
        .route("/api/library/version", post(library::version).get(action::back))
        .route("/api/library/box", post(outside::deposit).get(action::back))
        .route("/api/library/captions", post(captions::change).get(action::back))
        .route("/api/contributions/from-file", post(intake::bring).get(action::back))
        .route("/api/contributions/images", post(images::add).get(action::back))
        .route("/api/portraits/change", post(portraits::change).get(action::back))
        .route("/api/charter/paper", post(charter::paper).get(action::back))
        .layer(DefaultBodyLimit::disable())
        .route("/api/library/uploads", post(uploads::begin))
        .route(
            "/api/library/uploads/{id}",
            post(uploads::part).delete(uploads::cancel).layer(DefaultBodyLimit::max(PART)),
        )
        .with_state(state.clone())
}
