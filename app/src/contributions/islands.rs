//! What improves pages about texts that already work without script.
#![expect(missing_docs, reason = "the properties of an island become the fields of a struct")]

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
use super::actions;
use super::actions::FoundText;

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

    use leptos::prelude::*;

    use super::{FoundText, actions};
    use crate::typing::{at_each_pause, value};

    /// A pause after which titles are looked for, in milliseconds.
    const SEARCH: u32 = 200;

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
