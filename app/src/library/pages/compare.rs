//! `/documents/{id}/comparer?de=N&a=M`: the text of two versions, word by word.

use backend::library::LibraryRef;
use leptos::prelude::*;

use super::{menu, way_back};
use crate::{
    contributions::parts,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, PageResult},
};

/// Two versions of a document.
pub async fn compare(rq: Request) -> PageResult {
    let id = rq.id("id")?;
    let asked = |name: &str| rq.query(name).and_then(|number| number.parse::<i32>().ok());
    let (from, to) = (asked("de").unwrap_or(1), asked("a").unwrap_or(2));
    let found = backend::library::compare(&rq.cx, id, from, to).await?;
    let words = rq.words.clone();
    let library = found.library.clone().unwrap_or(LibraryRef::Common);
    let mut ancestors = way_back(&words, &library, &[]);
    ancestors.push((paths::document(id), found.title.clone()));
    let title = say!(words, "contributions-compare-title", from = from.to_string(), to = to.to_string());
    let name = |number: i32| say!(words, "library-version", number = number);
    let content = match &found.comparison {
        Some(compared) if compared.is_same() => {
            view! { <p>{words.t("contributions-compare-identical")}</p> }.into_any()
        }
        Some(compared) => {
            let (added, removed) = compared.words();
            let count = say!(words, "contributions-history-changed", added = added, removed = removed);
            let pairs = parts::comparison(&words, compared, &name(from), &name(to));
            view! { <p class="muted">{count}</p>{pairs} }.into_any()
        }
        None => {
            let key = if found.waiting { "library-inside-waiting" } else { "library-compare-none" };
            view! { <p>{words.t(key)}</p> }.into_any()
        }
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <p class="eyebrow">{found.title.clone()}</p>
            <h1>{title.clone()}</h1>
        </header>
        {content}
        <p class="no-print"><a class="go" href=paths::document(id)>{words.t("library-back-document")}</a></p>
    };
    Ok(Document::new(format!("{title}, {}", found.title), view).at(menu(&library)).unlisted().wide())
}
