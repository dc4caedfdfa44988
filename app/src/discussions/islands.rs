//! What improves the forms of discussions, which already work without script.
#![expect(missing_docs, reason = "the properties of an island become the fields of a struct")]

use domain::ids::{MessageId, ThreadId};
use leptos::prelude::*;

/// What is typed is put aside at each pause, and given back to its author when they come again.
#[island]
pub fn KeepTyping(
    /// The identifier of the writing area.
    body: String,
    /// The group of a discussion that begins.
    slug: String,
    /// The discussion that is answered.
    thread: Option<ThreadId>,
    /// The message that is corrected.
    message: Option<MessageId>,
    /// Said when what is typed could not be put aside.
    failed: String,
) -> impl IntoView {
    let status = RwSignal::new(String::new());
    #[cfg(feature = "hydrate")]
    {
        use crate::typing::{KEEP, at_each_pause, beside, value};

        let field = body.clone();
        at_each_pause(field, KEEP, move |still| {
            let (body, slug, failed) = (body.clone(), slug.clone(), failed.clone());
            async move {
                let of = |name: &str| value(&beside(&body, name));
                let about = format!("{}{}", of("text"), of("plea"));
                let kept =
                    super::actions::keep_message(slug, thread, message, of("subject"), value(&body), about);
                let told = kept.await.unwrap_or(failed);
                if still() {
                    status.set(told);
                }
            }
        });
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (body, slug, thread, message, failed);
    view! { <p class="save-line" role="status">{move || status.get()}</p> }
}
