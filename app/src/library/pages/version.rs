//! `/documents/{id}/version`: depositing a new version, with why.

use backend::library::LibraryRef;
use leptos::prelude::*;

use super::{menu, piece, way_back};
use crate::{
    paths,
    request::Request,
    ui::{Breadcrumb, Document, ErrorSummary, PageResult, TextField},
};

/// Depositing a new version.
pub async fn version(rq: Request) -> PageResult {
    let id = rq.id("id")?;
    backend::library::room_for_version(&rq.cx, id).await?;
    let found = backend::library::show(&rq.cx, id).await?;
    let words = rq.words.clone();
    let library = found.library.clone().unwrap_or(LibraryRef::Common);
    let mut ancestors = way_back(&words, &library, &[]);
    ancestors.push((paths::document(id), found.title.clone()));
    let form = rq.form(paths::DEPOSIT_VERSION).shown_at(paths::document_version(id));
    let page = paths::document_version(id);
    let action = format!("{}&document={id}", rq.posting_from(paths::DEPOSIT_VERSION, &page));
    let hint = say!(words, "library-version-hint", size = piece::size(&words, found.largest));
    let title = words.t("library-new-version");
    // The reason first: it is read before the file comes.
    let reason = view! {
        <TextField
            form=form.clone()
            name="reason"
            label=words.t("library-field-reason")
            hint=words.t("library-field-reason-hint")
            optional=true
        />
    };
    let field = piece::files_field(&form, words.t("library-version-file"), hint, false, None);
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <div class="narrow stack">
            <ErrorSummary form=form/>
            <header class="page-head">
                <p class="eyebrow">{found.title.clone()}</p>
                <h1>{title.clone()}</h1>
                <p class="muted">{words.t("library-version-lead")}</p>
            </header>
            <form class="form" method="post" action=action enctype="multipart/form-data">
                {reason}
                {field}
                <p class="acts">
                    <button class="button main">{words.t("library-version-deposit")}</button>
                    " "
                    <a class="go" href=paths::document(id)>{words.t("library-back-document")}</a>
                </p>
            </form>
        </div>
    };
    Ok(Document::new(format!("{title}, {}", found.title), view).at(menu(&library)).unlisted())
}
