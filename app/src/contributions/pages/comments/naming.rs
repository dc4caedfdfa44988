//! Naming somebody in a comment: around the field, what `style/names.js` needs to offer those who read the text.

use std::collections::BTreeMap;

use domain::ids::ContributionId;
use leptos::prelude::*;

use crate::words::Words;

/// The script of the pages where somebody can be named.
pub(super) const SCRIPT: &str = "names.js";

/// The field of a comment on this text. It works without a script.
pub(super) fn naming(words: &Words, id: ContributionId, field: AnyView) -> AnyView {
    let said: BTreeMap<&str, String> = ["list", "one", "many", "put"]
        .into_iter()
        .map(|name| (name, words.t(&format!("comments-names-{name}"))))
        .collect();
    let said = serde_json::to_string(&said).unwrap_or_default();
    view! { <name-people data-text=id.to_string() data-words=said>{field}</name-people> }.into_any()
}
