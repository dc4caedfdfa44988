//! What the editor of a text receives: `style/editor.js` wakes in the field of the text, which works without it.

use domain::contributions::BODY_MAX;
use leptos::prelude::*;
use std::collections::BTreeMap;

use super::edit::Editor;
use crate::{paths, request::Request, ui::Form};

/// What the editor says, by the end of the key of each sentence.
const SAID: [&str; 80] = [
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

/// The field of the text, around which the editor is built.
pub(super) fn area(rq: &Request, form: &Form, editor: &Editor, field: AnyView) -> AnyView {
    let words = &rq.words;
    let said: BTreeMap<&str, String> =
        SAID.into_iter().map(|name| (name, words.t(&format!("editor-{name}")))).collect();
    let said = serde_json::to_string(&said).unwrap_or_default();
    let person = rq.cx.person().ok();
    let models = editor.models.as_ref().map(|models| serde_json::to_string(models).unwrap_or_default());
    // Refused while everybody saw it: what was typed is in the live text already.
    let was_live = form.is_refused() && form.value("live", "") == "1";
    let typed_over = editor.typed_over.clone().filter(|_| !was_live);
    view! {
        <shared-editor
            data-words=said
            data-icons=rq.site.assets.icons.clone()
            data-live=editor.id.map(paths::contribution_live)
            data-id=editor.id.map(|id| id.to_string())
            data-slug=editor.slug.clone()
            data-base=editor.base.clone()
            data-typed-over=typed_over
            data-person=person.map(|person| person.id.to_string()).unwrap_or_default()
            data-name=person.map(|person| person.name.clone()).unwrap_or_default()
            data-max=BODY_MAX.to_string()
            data-models=models
        >
            {field}
        </shared-editor>
    }
    .into_any()
}
