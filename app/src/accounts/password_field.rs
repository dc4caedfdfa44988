//! A password to type, with the button that shows it.

use leptos::prelude::*;

use super::islands::ShowPassword;
use crate::ui::{Form, form::FieldErrorView};

/// A password. What was typed is never written back in the page.
#[component]
pub fn PasswordField(
    /// The form it belongs to.
    form: Form,
    /// Its name in the form.
    name: &'static str,
    /// Its label.
    label: String,
    /// A hint under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it is a password being chosen, for the browser's own help.
    #[prop(optional)]
    new: bool,
) -> impl IntoView {
    let id = form.input_id(name);
    form.label(name, &label);
    let error = form.error(name);
    let (hint_id, error_id) = (format!("{id}-aide"), format!("{id}-erreur"));
    let described = [hint.as_ref().map(|_| hint_id.clone()), error.as_ref().map(|_| error_id.clone())]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let invalid = error.as_ref().map(|_| "true");
    let class = if error.is_some() { "field wrong" } else { "field" };
    let (show, what) = (form.words.t("accounts-show"), form.words.t("accounts-show-what"));
    view! {
        <div class=class>
            <label for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {error.map(|text| view! { <FieldErrorView id=error_id text=text/> })}
            <div class="reveal">
                <input
                    id=id.clone()
                    name=name
                    type="password"
                    autocomplete=if new { "new-password" } else { "current-password" }
                    autocapitalize="none"
                    spellcheck="false"
                    required
                    aria-invalid=invalid
                    aria-describedby=(!described.is_empty()).then_some(described)
                />
                <ShowPassword input=id label=show what=what/>
            </div>
        </div>
    }
}
