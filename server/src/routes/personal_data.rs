//! A copy of one's own data, sent while it is made.

use app::{paths, personal_data::archive, words::Words};
use axum::{
    Extension,
    response::{IntoResponse, Redirect, Response},
};
use backend::{Cx, council, personal_data};

use super::library::{failed, zipped};

/// `GET /mon-compte/donnees/copie.zip`, for who asked for it a moment ago.
pub async fn copy(Extension(cx): Extension<Cx>) -> Response {
    match made(&cx).await {
        Ok(response) => response,
        Err(error) => failed(&cx, error),
    }
}

async fn made(cx: &Cx) -> backend::Result<Response> {
    let name = cx.person()?.name.clone();
    let Some(own) = personal_data::own(cx).await? else {
        return Ok(Redirect::to(paths::MY_DATA).into_response());
    };
    let council = council::current(cx).await?;
    let called = council.as_ref().map(|council| council.name.clone()).unwrap_or_default();
    let words = Words::new(cx.language, council);
    Ok(zipped(cx, &words.t("personal-data-file-name"), archive::pieces(&words, &name, &called, own)))
}
