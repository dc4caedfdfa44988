//! The face of a person and the sign of a group: a picture, or else initials.

use leptos::prelude::*;

use crate::ui::document::initials;

/// Dots of a face in a list, and of a larger one.
const SIZES: [&str; 2] = ["38", "64"];

/// Somebody or a group: the picture, or else initials. The name is beside it.
#[component]
pub fn Face(
    /// Their name.
    name: String,
    /// The address of their picture, if they have one.
    #[prop(optional_no_strip)]
    portrait: Option<String>,
    /// It is a group: square.
    #[prop(optional)]
    group: bool,
    /// At the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let size = SIZES[usize::from(large)];
    let inside = match portrait {
        // What is at the head of a page is seen at once.
        Some(src) if large => {
            let src = crate::paths::larger(&src);
            view! { <img src=src alt="" width=size height=size decoding="async"/> }.into_any()
        }
        Some(src) => {
            view! { <img src=src alt="" width=size height=size loading="lazy" decoding="async"/> }.into_any()
        }
        None => initials(&name).into_any(),
    };
    view! { <span class="face" class:group=group class:large=large aria-hidden="true">{inside}</span> }
}
