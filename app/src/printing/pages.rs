//! `/telechargement`: what is read while a document is made. It is shown in place of the document, and asks for it again.

use leptos::prelude::*;

use crate::{
    paths,
    request::Request,
    ui::{Document, Notice, NoticeTone, PageResult},
};

/// `/telechargement`
pub async fn waiting(rq: Request) -> PageResult {
    let words = rq.words.clone();
    let back = paths::local(rq.query("de").unwrap_or_default()).to_owned();
    let failed = rq.query("etat") == Some("impossible");
    let title = words.t(if failed { "printing-failed" } else { "printing-waiting" });
    let said = if failed {
        let more = words.t("printing-failed-more");
        view! { <Notice tone=NoticeTone::Warning><p>{more}</p></Notice> }.into_any()
    } else {
        let more = words.t("printing-waiting-more");
        view! { <p role="status">{more}</p> }.into_any()
    };
    let return_ = words.t("printing-return");
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <div class="stack">
            {said}
            <p><a class="button" href=back>{return_}</a></p>
        </div>
    };
    Ok(Document::new(title, view).unlisted())
}
