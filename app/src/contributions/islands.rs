//! What improves pages about texts that already work without script.
#![expect(missing_docs, reason = "the properties of an island become the fields of a struct")]

use domain::ids::ContributionId;
use leptos::prelude::*;

#[cfg(feature = "hydrate")]
use super::actions;
use super::actions::FoundText;

/// The preview of a text, redrawn as one types; what is typed is put aside at each pause.
#[island]
pub fn LivePreview(
    /// The identifier of the writing area.
    body: String,
    /// The text, if it exists.
    id: Option<ContributionId>,
    /// The group of a new text.
    slug: String,
    /// The version the form was filled from.
    base: String,
    /// What the text looks like now.
    html: String,
    /// Said where there is nothing to show.
    empty: String,
    /// Said when what is typed could not be put aside.
    failed: String,
) -> impl IntoView {
    let shown = RwSignal::new(html);
    let status = RwSignal::new(String::new());
    #[cfg(feature = "hydrate")]
    typing::follow(typing::Editor { body, id, slug, base, failed, shown, status });
    #[cfg(not(feature = "hydrate"))]
    let _ = (body, id, slug, base, failed);
    view! {
        <p class="save-line" role="status">{move || status.get()}</p>
        <div class="prose" inner_html=move || shown.get()></div>
        <p class="muted" hidden=move || !shown.get().is_empty()>{empty}</p>
    }
}

/// The texts whose title holds what is being typed, under the search field.
#[island]
pub fn SearchAsYouType(
    /// The identifier of the search field.
    input: String,
    /// Only in this state; may be empty.
    state: String,
    /// Only of this kind; may be empty.
    kind: String,
    /// The name of the list.
    label: String,
    /// Said when nothing is found.
    nothing: String,
) -> impl IntoView {
    let found = RwSignal::new(None::<Vec<FoundText>>);
    #[cfg(feature = "hydrate")]
    typing::search(input, state, kind, found);
    #[cfg(not(feature = "hydrate"))]
    let _ = (input, state, kind);
    let is_empty = move || found.get().is_some_and(|texts| texts.is_empty());
    view! {
        <div class="found" hidden=move || found.get().is_none()>
            <p class="vh" role="status">{move || found.get().map(|texts| format!("{label} {}", texts.len()))}</p>
            <p class="muted" hidden=move || !is_empty()>{nothing}</p>
            <ul class="rows" hidden=is_empty>
                {move || {
                    let texts = found.get().unwrap_or_default();
                    texts
                        .into_iter()
                        .map(|text| {
                            view! {
                                <li>
                                    <a class="row-title" href=text.href>{text.title}</a>
                                    <ul class="facts"><li>{text.facts}</li></ul>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod typing {
    //! What follows what is typed.

    use domain::{Version, ids::ContributionId};
    use gloo_timers::future::TimeoutFuture;
    use leptos::{prelude::*, wasm_bindgen::JsCast};
    use web_sys::HtmlInputElement;

    use super::{FoundText, actions};
    use crate::typing::{KEEP, at_each_pause, beside, value};

    /// A pause after which the preview is redrawn, in milliseconds.
    const PREVIEW: u32 = 400;
    /// A pause after which titles are looked for.
    const SEARCH: u32 = 200;

    pub struct Editor {
        pub body: String,
        pub id: Option<ContributionId>,
        pub slug: String,
        pub base: String,
        pub failed: String,
        pub shown: RwSignal<String>,
        pub status: RwSignal<String>,
    }

    /// The kind: a list, or the radio button that is checked.
    fn kind(body: &str) -> String {
        let checked = document().query_selector("input[name=kind]:checked").ok().flatten();
        match checked.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
            Some(radio) => radio.value(),
            None => value(&beside(body, "kind")),
        }
    }

    pub fn follow(editor: Editor) {
        let Editor { body, id, slug, base, failed, shown, status } = editor;
        let base = Version(base.parse().unwrap_or_default());
        let field = body.clone();
        at_each_pause(field, PREVIEW, move |still| {
            let (body, slug, failed) = (body.clone(), slug.clone(), failed.clone());
            async move {
                if let Ok(html) = actions::preview_contribution(value(&body)).await
                    && still()
                {
                    shown.set(html);
                }
                TimeoutFuture::new(KEEP - PREVIEW).await;
                if !still() {
                    return;
                }
                let of = |name: &str| value(&beside(&body, name));
                let kept = actions::autosave_contribution(
                    slug,
                    id,
                    base,
                    of("title"),
                    kind(&body),
                    of("summary"),
                    value(&body),
                    of("reason"),
                );
                status.set(kept.await.unwrap_or(failed));
            }
        });
    }

    pub fn search(input: String, state: String, kind: String, found: RwSignal<Option<Vec<FoundText>>>) {
        let field = input.clone();
        at_each_pause(field, SEARCH, move |still| {
            let (q, state, kind) = (value(&input), state.clone(), kind.clone());
            async move {
                if q.trim().is_empty() {
                    found.set(None);
                } else if let Ok(texts) = actions::search_texts(q, state, kind).await
                    && still()
                {
                    found.set(Some(texts));
                }
            }
        });
    }
}
