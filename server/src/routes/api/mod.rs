//! `/api/v1`: what the site does, for programs. The same use cases and the same policy as pages, in JSON.
//!
//! Programs come with a token and never with a cookie: nothing here knows sessions. `around` is what every request goes
//! through; a file for each kind of thing says what is given of it; `description` is what programs read about all that.

mod around;
mod asked;
mod description;
mod discussions;
mod fault;
mod given;
mod groups;
mod library;
mod once;
mod people;
mod publications;
mod search;
mod texts;

use axum::{Router, middleware::from_fn_with_state, routing::any};
use utoipa_axum::{router::OpenApiRouter, routes};

pub use around::Api;
pub use description::{OPENAPI, endpoints, patterns};

/// What is served, each with its description.
fn described() -> OpenApiRouter {
    OpenApiRouter::with_openapi(description::head())
        .routes(routes!(people::me))
        .routes(routes!(people::council))
        .routes(routes!(people::list_people))
        .routes(routes!(people::person))
        .routes(routes!(groups::list_groups))
        .routes(routes!(groups::group))
        .routes(routes!(groups::list_members))
        .routes(routes!(discussions::list_threads, discussions::begin_thread))
        .routes(routes!(discussions::thread))
        .routes(routes!(discussions::answer_thread))
        .routes(routes!(texts::list_texts))
        .routes(routes!(texts::begin_text))
        .routes(routes!(texts::text, texts::save_text))
        .routes(routes!(texts::list_versions))
        .routes(routes!(texts::submit_text))
        .routes(routes!(publications::list_publications))
        .routes(routes!(publications::publication))
        .routes(routes!(publications::list_framing_texts))
        .routes(routes!(publications::framing_text))
        .routes(routes!(publications::list_decisions))
        .routes(routes!(library::list_folder))
        .routes(routes!(library::deposit))
        .routes(routes!(library::document))
        .routes(routes!(library::document_file))
        .routes(routes!(search::search))
}

/// The whole of `/api/v1`.
pub fn router(api: Api) -> Router {
    let (served, _) = described().split_for_parts();
    let served = served
        .route("/api/v1", any(around::nothing))
        .route("/api/v1/{*rest}", any(around::nothing))
        .method_not_allowed_fallback(around::not_so)
        .layer(from_fn_with_state(api.clone(), around::around));
    let description = Router::new()
        .route(OPENAPI, axum::routing::get(description::openapi))
        .method_not_allowed_fallback(around::not_so)
        .layer(from_fn_with_state(api, around::spoken));
    served.merge(description)
}
