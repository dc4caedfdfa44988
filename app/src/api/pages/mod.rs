//! The pages of tokens, and the one that explains the API.

mod all;
mod guide;
mod mine;

pub use all::all;
pub use guide::guide;
pub use mine::mine;

use backend::api::TokenView;
use leptos::prelude::*;

use crate::{
    api::said,
    request::Request,
    ui::{Facts, State},
};

/// What is told of a token: whether it is valid, what it is for, when it serves.
fn facts(rq: &Request, token: &TokenView) -> impl IntoView + use<> {
    let w = &rq.words;
    let (state, label) = match (token.revoked_at, token.is_valid_at(rq.cx.now)) {
        (Some(at), _) => ("refused", say!(w, "api-token-revoked", day = w.day_of(at))),
        (None, true) => ("active", say!(w, "api-token-until", day = w.day_of(token.expires_at))),
        (None, false) => ("waiting", say!(w, "api-token-over", day = w.day_of(token.expires_at))),
    };
    let used = match token.used_on {
        Some(day) => say!(w, "api-token-used", day = w.day(day)),
        None => w.t("api-token-unused"),
    };
    let scopes: Vec<String> = token.scopes.iter().map(|scope| said::scope_name(w, scope)).collect();
    let facts = vec![
        view! { <State name=state label=label/> }.into_any(),
        view! { <code>{format!("{}…", token.shown)}</code> }.into_any(),
        used.into_any(),
    ];
    view! { <Facts facts=facts/><p class="row-text">{scopes.join(", ")}</p> }
}
