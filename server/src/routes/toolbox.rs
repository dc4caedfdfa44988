//! The agenda of a meeting, as a file in Markdown.

use std::collections::BTreeMap;

use app::{toolbox::agenda, words::Words};
use axum::{
    Extension,
    extract::{Path, Query},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{Cx, council, toolbox};

use super::publications::failed;

/// `/outils/{slug}/ordre-du-jour.md?debut=18:30`
pub async fn agenda(
    Extension(cx): Extension<Cx>,
    Path(slug): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let Ok(start) = agenda::time(query.get("debut").map(String::as_str)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match text(&cx, &slug, start).await {
        Ok((slug, text)) => {
            let name = format!("attachment; filename=\"ordre-du-jour-{slug}.md\"");
            let headers = [
                (header::CONTENT_TYPE, "text/markdown; charset=utf-8"),
                (header::CONTENT_DISPOSITION, &name),
            ];
            (headers, text).into_response()
        }
        Err(error) => failed(&cx, error),
    }
}

async fn text(cx: &Cx, slug: &str, start: chrono::NaiveTime) -> backend::Result<(String, String)> {
    let method = toolbox::show(cx, slug).await?;
    let words = Words::new(cx.language, council::current(cx).await?);
    let text = format!("# {}\n\n{}", method.row.title, agenda::outline(&words, &method, start));
    Ok((method.row.slug, text))
}
