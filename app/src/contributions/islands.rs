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
    //! Listening to the fields that the server wrote.

    use domain::{Version, ids::ContributionId};
    use gloo_timers::future::TimeoutFuture;
    use leptos::{
        ev, leptos_dom::helpers::WindowListenerHandle, prelude::*, task::spawn_local, wasm_bindgen::JsCast,
    };
    use web_sys::{HtmlInputElement, HtmlTextAreaElement};

    use super::{FoundText, actions};

    /// A pause after which the preview is redrawn, in milliseconds.
    const PREVIEW: u32 = 400;
    /// A pause after which what is typed is put aside.
    const KEEP: u32 = 1_500;
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

    fn area(id: &str) -> Option<HtmlTextAreaElement> {
        document().get_element_by_id(id)?.dyn_into().ok()
    }

    /// Calls `then` with the number of this keystroke each time something is typed in the form of `field`.
    fn on_typing(field: String, then: impl Fn() + 'static) -> WindowListenerHandle {
        window_event_listener(ev::input, move |event| {
            let form =
                document().get_element_by_id(&field).and_then(|field| field.closest("form").ok().flatten());
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            if form.is_some_and(|form| form.contains(target.as_ref())) {
                then();
            }
        })
    }

    /// What is in the other field of the form, by the end of its identifier.
    fn value(body: &str, name: &str) -> String {
        let id = body.strip_suffix("body").map(|start| format!("{start}{name}")).unwrap_or_default();
        let Some(element) = document().get_element_by_id(&id) else { return String::new() };
        if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
            return area.value();
        }
        if let Some(list) = element.dyn_ref::<web_sys::HtmlSelectElement>() {
            return list.value();
        }
        element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
    }

    /// The kind: a list, or the radio button that is checked.
    fn kind(body: &str) -> String {
        let checked = document().query_selector("input[name=kind]:checked").ok().flatten();
        match checked.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
            Some(radio) => radio.value(),
            None => value(body, "kind"),
        }
    }

    pub fn follow(editor: Editor) {
        let strokes = StoredValue::new(0_u64);
        let Editor { body, id, slug, base, failed, shown, status } = editor;
        let base = Version(base.parse().unwrap_or_default());
        let field = body.clone();
        let handle = on_typing(field, move || {
            strokes.update_value(|n| *n += 1);
            let stroke = strokes.get_value();
            let still = move || strokes.try_get_value() == Some(stroke);
            let (body, slug, failed) = (body.clone(), slug.clone(), failed.clone());
            spawn_local(async move {
                TimeoutFuture::new(PREVIEW).await;
                if !still() {
                    return;
                }
                let text = area(&body).map(|area| area.value()).unwrap_or_default();
                if let Ok(html) = actions::preview_contribution(text).await
                    && still()
                {
                    shown.set(html);
                }
                TimeoutFuture::new(KEEP - PREVIEW).await;
                if !still() {
                    return;
                }
                let of = |name: &str| value(&body, name);
                let text = area(&body).map(|area| area.value()).unwrap_or_default();
                let kept = actions::autosave_contribution(
                    slug,
                    id,
                    base,
                    of("title"),
                    kind(&body),
                    of("summary"),
                    text,
                    of("reason"),
                );
                status.set(kept.await.unwrap_or(failed));
            });
        });
        on_cleanup(move || handle.remove());
    }

    pub fn search(input: String, state: String, kind: String, found: RwSignal<Option<Vec<FoundText>>>) {
        let strokes = StoredValue::new(0_u64);
        let field = input.clone();
        let handle = on_typing(field, move || {
            strokes.update_value(|n| *n += 1);
            let stroke = strokes.get_value();
            let still = move || strokes.try_get_value() == Some(stroke);
            let (input, state, kind) = (input.clone(), state.clone(), kind.clone());
            spawn_local(async move {
                TimeoutFuture::new(SEARCH).await;
                let typed =
                    document().get_element_by_id(&input).and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
                let q = typed.map(|input| input.value()).unwrap_or_default();
                if !still() {
                    return;
                }
                if q.trim().is_empty() {
                    found.set(None);
                } else if let Ok(texts) = actions::search_texts(q, state, kind).await
                    && still()
                {
                    found.set(Some(texts));
                }
            });
        });
        on_cleanup(move || handle.remove());
    }
}
