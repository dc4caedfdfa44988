//! The editor of texts, which `style/editor.js` builds in the field of a form: what it says, and where it is built. The
//! field works without it.

use std::collections::BTreeMap;

use domain::Version;
use leptos::prelude::*;

use crate::{request::Request, words::Words};

/// What the editor says, by the end of the key of each sentence.
const SAID: [&str; 81] = [
    "all-saved",
    "and",
    "bold",
    "cancel",
    "closed",
    "copied",
    "copy",
    "ctrl",
    "cut",
    "gone",
    "heading",
    "image",
    "image-alt",
    "image-alt-hint",
    "image-chosen",
    "image-decorative",
    "image-do",
    "image-failed",
    "image-file",
    "image-file-hint",
    "image-first",
    "image-none",
    "image-pasted",
    "image-sending",
    "image-title",
    "image-undescribed",
    "italic",
    "joining",
    "kept",
    "key-continue",
    "keys",
    "large",
    "leave",
    "link",
    "link-address",
    "link-address-hint",
    "link-do",
    "link-title",
    "link-words",
    "link-wrong",
    "list",
    "minutes",
    "minutes-one",
    "note",
    "numbered",
    "paste-none",
    "paste-picture",
    "plain",
    "preview-empty",
    "quote",
    "recommendation",
    "recommendation-said",
    "redo",
    "rescued",
    "saved",
    "saving",
    "shift",
    "signed-out",
    "subheading",
    "table",
    "table-cell",
    "table-head",
    "text-found",
    "text-found-one",
    "text-link",
    "text-nothing",
    "text-search",
    "text-title",
    "too-long",
    "toolbar",
    "undo",
    "unkept",
    "view",
    "view-both",
    "view-preview",
    "view-write",
    "with-you",
    "withdrawn",
    "words",
    "words-none",
    "words-one",
];

/// Every sentence of the editor.
pub fn said(words: &Words) -> String {
    let said: BTreeMap<&str, String> =
        SAID.into_iter().map(|name| (name, words.t(&format!("editor-{name}")))).collect();
    serde_json::to_string(&said).unwrap_or_default()
}

/// Where a text is written together, and what somebody brings there.
pub struct Room {
    /// Its address.
    pub address: String,
    /// What the text had come to when the page was made.
    pub base: Version,
    /// The words over which what is in the field was typed, when they are not those of the page: what was typed goes into
    /// the text of the room.
    pub typed_over: Option<String>,
}

/// The field of a text that several people write at once, of so many characters at most: with the toolbar and the preview,
/// without images. Its room keeps it, and its form where there is no room to be had. Its page has
/// [`crate::ui::Document::with_editor`].
pub fn together(rq: &Request, room: Room, max: u32, field: AnyView) -> AnyView {
    let person = rq.cx.person().ok();
    view! {
        <shared-editor
            data-bare=""
            data-words=said(&rq.words)
            data-icons=rq.site.assets.icons.clone()
            data-live=room.address
            data-base=room.base.to_string()
            data-typed-over=room.typed_over
            data-person=person.map(|person| person.id.to_string()).unwrap_or_default()
            data-name=person.map(|person| person.name.clone()).unwrap_or_default()
            data-max=max.to_string()
        >
            {field}
        </shared-editor>
    }
    .into_any()
}

/// The field of a text that one person writes at a time, of so many characters at most: with the toolbar and the preview,
/// without a room and without images. The form keeps it, and nothing else. Its page has [`crate::ui::Document::with_editor`].
pub fn alone(rq: &Request, max: u32, field: AnyView) -> AnyView {
    view! {
        <shared-editor
            data-bare=""
            data-words=said(&rq.words)
            data-icons=rq.site.assets.icons.clone()
            data-max=max.to_string()
        >
            {field}
        </shared-editor>
    }
    .into_any()
}

/// The form of such a text, and beside it how the text reads.
pub fn with_preview(words: &Words, form: AnyView, html: String) -> AnyView {
    let empty =
        html.is_empty().then(|| view! { <p class="muted">{words.t("contributions-edit-preview-empty")}</p> });
    view! {
        <div class="editor">
            {form}
            <section class="preview" aria-labelledby="apercu" tabindex="0">
                <h2 id="apercu">{words.t("contributions-edit-preview")}</h2>
                {empty}
                <div class="prose" inner_html=html></div>
            </section>
        </div>
    }
    .into_any()
}
