//! Icons: decoration, always beside a word.

use leptos::prelude::*;

use crate::request::Site;
use std::sync::Arc;

/// The icon of that name in `style/icons.txt`.
#[component]
pub fn Icon(
    /// Our name for it.
    name: &'static str,
) -> impl IntoView {
    let sprite = use_context::<Arc<Site>>().map(|s| s.assets.icons.clone()).unwrap_or_default();
    view! { <svg class="icon" aria-hidden="true"><use href=format!("{sprite}#{name}")></use></svg> }
}

/// The mark, beside the council's name.
#[component]
pub fn Mark() -> impl IntoView {
    let sprite = use_context::<Arc<Site>>().map(|s| s.assets.icons.clone()).unwrap_or_default();
    view! { <svg class="mark" aria-hidden="true"><use href=format!("{sprite}#mark")></use></svg> }
}
