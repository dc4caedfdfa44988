//! What is found while typing.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// Something found while typing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// Where it is read.
    pub href: String,
    /// Its title in pieces; those that are marked are what was typed.
    pub title: Vec<(String, bool)>,
    /// One line about it.
    pub facts: String,
    /// The page of a document that the passage is on: where it is read, and its name.
    pub page: Option<(String, String)>,
    /// The passage that answers, in pieces.
    pub passage: Vec<(String, bool)>,
}

/// The first things found by these words, narrowed as the page is.
///
/// # Errors
/// `Unexpected` only.
#[server(FindAsTyped, prefix = "/api", endpoint = "search/find")]
pub async fn find_as_typed(
    #[server(default)] q: String,
    #[server(default)] kind: String,
    #[server(default)] group: String,
    #[server(default)] author: String,
    #[server(default)] period: String,
    #[server(default)] tag: String,
) -> Result<Vec<Hit>, AppError> {
    use backend::{PageNumber, search};

    use super::parts;
    use crate::words::Words;

    crate::action::act(async move |cx| {
        let filter = parts::filter(&kind, &group, &author, &period, &tag);
        let found = search::find(&cx, &q, &filter, PageNumber::FIRST).await?;
        let words = Words::new(cx.language, backend::council::current(&cx).await?);
        Ok(found.page.rows.iter().take(8).map(|found| parts::hit(&words, found)).collect())
    })
    .await
}
