//! What the pages of libraries share: a row, an icon, a size, the field for files.

use backend::library::{EntryRow, RowKind};
use chrono::{DateTime, Utc};
use domain::{
    ids::DocumentId,
    library::{DocumentKind, Media},
};
use leptos::prelude::*;

use crate::{
    library::tags,
    paths,
    ui::{Facts, Form, Icon, form::FieldErrorView},
    words::Words,
};

/// A length in words: « 1,2 Mo ».
pub(crate) fn size(words: &Words, bytes: u64) -> String {
    let tenths = |unit: u64| {
        let tenths = (bytes * 10).div_ceil(unit);
        let point = words.t("library-point");
        match (tenths / 10, tenths % 10) {
            (whole, 0) => whole.to_string(),
            (whole, tenth) if whole < 10 => format!("{whole}{point}{tenth}"),
            (whole, _) => (whole + 1).to_string(),
        }
    };
    match bytes {
        0..1_000_000 => say!(words, "library-kilobytes", count = bytes.div_ceil(1_000).to_string()),
        1_000_000..1_000_000_000 => say!(words, "library-megabytes", count = tenths(1_000_000)),
        _ => say!(words, "library-gigabytes", count = tenths(1_000_000_000)),
    }
}

/// The icon of a document.
pub(crate) fn icon_of(kind: DocumentKind, media: Media) -> &'static str {
    match (kind, media) {
        (DocumentKind::Link, _) => "link",
        (DocumentKind::Dossier, _) => "book",
        (DocumentKind::Note, _) => "texts",
        (DocumentKind::File, Media::Pdf) => "pdf",
        (DocumentKind::File, Media::Image) => "image",
        (DocumentKind::File, Media::Sheet | Media::Csv) => "sheet",
        (DocumentKind::File, Media::Archive) => "archive",
        (DocumentKind::File, Media::Document | Media::Text | Media::Markdown) => "texts",
        (DocumentKind::File, _) => "file",
    }
}

/// What a document is, in a word: « PDF », « Note ».
pub(crate) fn nature(words: &Words, kind: DocumentKind, media: Media) -> String {
    match kind {
        DocumentKind::Note => words.t("library-nature-note"),
        DocumentKind::Link => words.t("library-nature-link"),
        DocumentKind::Dossier => words.t("library-nature-dossier"),
        DocumentKind::File => words.t(&format!("library-media-{}", media.code())),
    }
}

/// The place of a picture before the name of a document.
fn icon_tile(icon: &'static str) -> AnyView {
    view! { <span class="tile"><Icon name=icon/></span> }.into_any()
}

/// How a document looks, from afar. The name beside it says what it is.
fn thumbnail(id: DocumentId, changed: DateTime<Utc>) -> AnyView {
    let src = paths::document_thumbnail(id, changed.timestamp());
    view! { <span class="tile"><img src=src alt="" width="40" height="40" loading="lazy" decoding="async"/></span> }
        .into_any()
}

/// A folder or a document in a list.
pub(in crate::library) fn row(words: &Words, row: &EntryRow) -> impl IntoView + use<> {
    row_with(words, row, None)
}

/// The same, which may be chosen to be taken away with others.
pub(super) fn row_to_choose(words: &Words, row: &EntryRow) -> impl IntoView + use<> {
    let label = say!(words, "library-choose-label", name = row.name.clone());
    let id = row.id.to_string();
    let tick = view! {
        <label class="tick no-print"><input type="checkbox" name="choix" value=id/><span class="vh">{label}</span></label>
    };
    row_with(words, row, Some(tick.into_any()))
}

fn row_with(words: &Words, row: &EntryRow, tick: Option<AnyView>) -> impl IntoView + use<> {
    let name = row.name.clone();
    let arrange = row.change.then(|| {
        let label = say!(words, "library-arrange-label", name = name.clone());
        view! {
            <div class="row-acts no-print">
                <a class="go" href=paths::entry(row.id) aria-label=label>{words.t("library-arrange")}</a>
            </div>
        }
    });
    let (href, tile, facts) = match &row.what {
        RowKind::Folder => (paths::folder(row.id), icon_tile("folder"), None),
        RowKind::Document { id, kind, media, bytes, changed_at, by } => {
            let nature = nature(words, *kind, *media);
            let nature = match kind {
                DocumentKind::File => {
                    say!(words, "library-nature-size", nature = nature, size = size(words, *bytes))
                }
                DocumentKind::Note | DocumentKind::Link | DocumentKind::Dossier => nature,
            };
            let day = words.day_of(*changed_at);
            let changed = by
                .clone()
                .map_or(day.clone(), |by| say!(words, "library-by-on", name = by, day = day.clone()));
            let mut facts = vec![view! { {nature} }.into_any(), view! { {changed} }.into_any()];
            if !row.tags.is_empty() {
                facts.push(tags::linked(&row.tags));
            }
            let href = match kind {
                DocumentKind::Dossier => paths::dossier(*id),
                _ => paths::document(*id),
            };
            let tile = match (kind, media) {
                (DocumentKind::File, Media::Pdf | Media::Image) => thumbnail(*id, *changed_at),
                _ => icon_tile(icon_of(*kind, *media)),
            };
            (href, tile, Some(view! { <Facts facts=facts/> }))
        }
    };
    view! {
        <li>
            {tick}
            <a class="row-title" href=href>{tile}" "{name}</a>
            {facts}
            {arrange}
        </li>
    }
}

/// The field where files are chosen, with what is accepted said before; `accept` is for browsers that choose among files.
pub(crate) fn files_field(
    form: &Form,
    label: String,
    hint: String,
    multiple: bool,
    accept: Option<&'static str>,
) -> impl IntoView + use<> {
    let id = form.input_id("files");
    let [hint_id, error_id] = [format!("{id}-aide"), format!("{id}-erreur")];
    let error = form.error("files");
    form.label("files", &label);
    let described = if error.is_some() { format!("{hint_id} {error_id}") } else { hint_id.clone() };
    let class = if error.is_some() { "field drop wrong" } else { "field drop" };
    let invalid = error.is_some().then_some("true");
    let error = error.map(|text| view! { <FieldErrorView id=error_id text=text/> });
    view! {
        <div class=class>
            <label for=id.clone()>{label}</label>
            <p class="hint" id=hint_id>{hint}</p>
            {error}
            <input
                id=id
                type="file"
                name="files"
                multiple=multiple
                accept=accept
                required
                aria-describedby=described
                aria-invalid=invalid
            />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_aloud() {
        let words = Words::new(domain::Language::French, None);
        let said = [1, 12_345, 1_200_000, 45_600_000, 3_000_000_000].map(|bytes| size(&words, bytes));
        assert_eq!(said, ["1\u{a0}Ko", "13\u{a0}Ko", "1,2\u{a0}Mo", "46\u{a0}Mo", "3\u{a0}Go"]);
    }
}
