//! The button that shows a password while it is typed.
#![expect(missing_docs, reason = "the properties of an island become the fields of a struct")]

use leptos::prelude::*;

/// Shows and hides the password of the field named `input`. Without a script the button stays hidden.
#[island]
pub fn ShowPassword(
    /// The identifier of the field.
    input: String,
    /// The button's word.
    label: String,
    /// What it shows, for those who hear the page.
    what: String,
) -> impl IntoView {
    let (awake, set_awake) = signal(false);
    let (shown, set_shown) = signal(false);
    Effect::new(move |_| set_awake.set(true));
    let toggle = {
        #[cfg(feature = "hydrate")]
        {
            let input = input.clone();
            move |_| {
                let show = !shown.get_untracked();
                if let Some(field) = document().get_element_by_id(&input) {
                    // An attribute that is always there: setting it cannot fail.
                    let _ = field.set_attribute("type", if show { "text" } else { "password" });
                    set_shown.set(show);
                }
            }
        }
        #[cfg(not(feature = "hydrate"))]
        {
            move |_| set_shown.set(!shown.get_untracked())
        }
    };
    view! {
        <button
            class="button"
            type="button"
            aria-controls=input
            aria-pressed=move || if shown.get() { "true" } else { "false" }
            hidden=move || !awake.get()
            on:click=toggle
        >
            {label}
            <span class="vh">" "{what}</span>
        </button>
    }
}
