//! What the editor of a text receives: `style/editor.js` wakes in the field of the text, which works without it.

use domain::contributions::BODY_MAX;
use leptos::prelude::*;

use super::edit::Editor;
use crate::{
    paths,
    request::Request,
    ui::{Form, editor},
};

/// The field of the text, around which the editor is built.
pub(super) fn area(rq: &Request, form: &Form, editor: &Editor, field: AnyView) -> AnyView {
    let person = rq.cx.person().ok();
    let models = editor.models.as_ref().map(|models| serde_json::to_string(models).unwrap_or_default());
    // Refused while everybody saw it: what was typed is in the live text already.
    let was_live = form.is_refused() && form.value("live", "") == "1";
    let typed_over = editor.typed_over.clone().filter(|_| !was_live);
    view! {
        <shared-editor
            data-words=editor::said(&rq.words)
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
