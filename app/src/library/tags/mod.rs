//! Keywords: what has one, and the vocabulary that the council keeps.

pub mod actions;

#[cfg(feature = "ssr")]
mod keep;
#[cfg(feature = "ssr")]
mod read;

#[cfg(feature = "ssr")]
pub use keep::{keep, one};
#[cfg(feature = "ssr")]
pub use read::{all, tagged};

/// Keywords in a line, each leading to what has it.
#[cfg(feature = "ssr")]
pub(super) fn linked(tags: &[String]) -> leptos::prelude::AnyView {
    use leptos::prelude::*;

    tags.iter()
        .enumerate()
        .map(|(index, tag)| {
            let comma = (index > 0).then_some(", ");
            view! { {comma}<a href=crate::paths::tagged(tag)>{tag.clone()}</a> }
        })
        .collect_view()
        .into_any()
}
