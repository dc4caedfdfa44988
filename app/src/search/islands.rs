//! What improves the search, which is a plain form without them.
#![expect(missing_docs, reason = "the properties of an island become the fields of a struct")]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::actions::Hit;

/// What narrows the search of the page.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Narrowing {
    /// A kind; may be empty.
    pub kind: String,
    /// The address of a group; may be empty.
    pub group: String,
    /// The number of a person; may be empty.
    pub author: String,
    /// A period; may be empty.
    pub period: String,
    /// A keyword; may be empty.
    pub tag: String,
}

/// The key `/` leads to the field of the search, from anywhere one does not type.
#[island]
pub fn SlashKey(
    /// The identifier of the field.
    field: String,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    typing::follow_slash(field);
    #[cfg(not(feature = "hydrate"))]
    let _ = field;
}

/// What is found while typing, in place of the list of the page.
#[island]
pub fn FoundWhileTyping(
    /// The identifier of the field.
    field: String,
    /// The identifier of the list that the answers replace.
    list: String,
    /// What narrows the search.
    narrowing: Narrowing,
    /// Said before how many were found.
    label: String,
    /// Said when nothing is found.
    nothing: String,
) -> impl IntoView {
    let found = RwSignal::new(None::<Vec<Hit>>);
    #[cfg(feature = "hydrate")]
    typing::find(field, list, narrowing, found);
    #[cfg(not(feature = "hydrate"))]
    let _ = (field, list, narrowing);
    let pieces = |pieces: Vec<(String, bool)>| {
        pieces
            .into_iter()
            .map(
                |(text, marked)| {
                    if marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
                },
            )
            .collect_view()
    };
    let status = move || {
        found
            .get()
            .map(|hits| if hits.is_empty() { nothing.clone() } else { format!("{label} {}", hits.len()) })
    };
    view! {
        <p class="muted" role="status">{status}</p>
        <ul class="rows" hidden=move || found.with(|hits| hits.as_ref().is_none_or(Vec::is_empty))>
            {move || {
                let hits = found.get().unwrap_or_default();
                hits.into_iter()
                    .map(|hit| {
                        let page = hit.page.map(|(href, name)| view! { <li><a href=href>{name}</a></li> });
                        view! {
                            <li>
                                <a class="row-title" href=hit.href><span>{pieces(hit.title)}</span></a>
                                <ul class="facts"><li>{hit.facts}</li>{page}</ul>
                                <p class="row-text">{pieces(hit.passage)}</p>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
    }
}

#[cfg(feature = "hydrate")]
mod typing {
    //! Listening to the fields that the server wrote.

    use leptos::{ev, prelude::*, wasm_bindgen::JsCast};
    use web_sys::HtmlInputElement;

    use super::{Hit, Narrowing};
    use crate::{
        search::actions::find_as_typed,
        typing::{at_each_pause, value},
    };

    /// A pause after which words are looked for, in milliseconds.
    const PAUSE: u32 = 220;

    fn input(id: &str) -> Option<HtmlInputElement> {
        document().get_element_by_id(id)?.dyn_into().ok()
    }

    pub fn follow_slash(field: String) {
        let handle = window_event_listener(ev::keydown, move |event| {
            let typing =
                event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()).and_then(
                    |element| element.closest("input, textarea, select, [contenteditable]").ok().flatten(),
                );
            let held = event.ctrl_key() || event.alt_key() || event.meta_key();
            if event.key() == "/"
                && typing.is_none()
                && !held
                && let Some(input) = input(&field)
            {
                event.prevent_default();
                let _ = input.focus();
                input.select();
            }
        });
        on_cleanup(move || handle.remove());
    }

    pub fn find(field: String, list: String, narrowing: Narrowing, found: RwSignal<Option<Vec<Hit>>>) {
        let input = field.clone();
        at_each_pause(field, PAUSE, move |still| {
            let (typed, list, narrowing) = (value(&input), list.clone(), narrowing.clone());
            async move {
                let Narrowing { kind, group, author, period, tag } = narrowing;
                // A search that fails leaves the list as it is: the button still works.
                let hits = match typed.trim() {
                    "" => None,
                    words => find_as_typed(words.to_owned(), kind, group, author, period, tag).await.ok(),
                };
                if still() {
                    if let Some(list) = document().get_element_by_id(&list) {
                        let _ = list.toggle_attribute_with_force("hidden", hits.is_some());
                    }
                    found.set(hits);
                }
            }
        });
    }
}
