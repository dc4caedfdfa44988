//! A form that a passkey fills in, through `style/passkeys.js`.

use leptos::prelude::*;

use crate::ui::{Form, FormView};

/// What the browser is asked to do.
#[derive(Clone, Copy)]
pub enum Ceremony {
    /// Make a passkey.
    Make,
    /// Show one.
    Show,
}

/// A form that is sent once the browser has answered for a passkey. Without a script, a sentence says what it needs.
#[component]
pub fn PasskeyForm(
    /// Its state.
    form: Form,
    /// What the browser is asked to do.
    ceremony: Ceremony,
    /// The server function that says what to ask the browser.
    begin: &'static str,
    /// Its button.
    button: String,
    /// Its other fields.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let w = form.words.clone();
    let kind = match ceremony {
        Ceremony::Make => "make",
        Ceremony::Show => "show",
    };
    let fields = children.map(|children| children());
    view! {
        <p class="notice" data-passkey-without>{w.t("passkeys-without-script")}</p>
        <div data-passkey=kind data-begin=begin hidden>
            <p class="error-summary" role="alert" data-passkey-refused hidden>{w.t("passkeys-not-given")}</p>
            <FormView form=form>
                <input type="hidden" name="credential" value=""/>
                {fields}
                <p class="acts"><button class="button main">{button}</button></p>
            </FormView>
        </div>
    }
}
