//! The face of a person and the sign of a group: a picture, or else initials.

use leptos::prelude::*;

use crate::ui::document::initials;

/// Dots of a face in a list, and of a larger one.
const SIZES: [&str; 2] = ["38", "64"];

/// Somebody: their photo, or else their initials. The name is beside it.
#[component]
pub fn Face(
    /// Their name.
    name: String,
    /// The address of their photo, if they have one.
    #[prop(optional_no_strip)]
    portrait: Option<String>,
    /// At the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let class = if large { "face large" } else { "face" };
    sign(class, &name, portrait, large)
}

/// A group: its picture, or else its initials. The name is beside it.
#[component]
pub fn GroupFace(
    /// Its name.
    name: String,
    /// The address of its picture, if it has one.
    #[prop(optional_no_strip)]
    portrait: Option<String>,
    /// At the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let class = if large { "face group large" } else { "face group" };
    sign(class, &name, portrait, large)
}

fn sign(class: &'static str, name: &str, portrait: Option<String>, large: bool) -> AnyView {
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
        None => initials(name).into_any(),
    };
    view! { <span class=class aria-hidden="true">{inside}</span> }.into_any()
}
