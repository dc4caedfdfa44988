//! Fields: label above, hint under the label, error before the input.

use leptos::prelude::*;

use super::form::{FieldErrorView, Form};

/// What every field shares: its name, label, hint, error and identifiers.
struct Parts {
    id: String,
    class: String,
    label: String,
    /// « (facultatif) », beside the name and not in it.
    optional: Option<String>,
    hint: Option<AnyView>,
    error: Option<AnyView>,
    described_by: Option<String>,
    invalid: Option<&'static str>,
}

fn parts(
    form: &Form,
    name: &str,
    label: String,
    hint: Option<String>,
    mentioned: bool,
    class: &'static str,
) -> Parts {
    let id = form.input_id(name);
    form.label(name, &label);
    let error = form.error(name);
    let hint_id = format!("{id}-aide");
    let error_id = format!("{id}-erreur");
    let optional_id = format!("{id}-facultatif");
    let described: Vec<&str> = [
        mentioned.then_some(optional_id.as_str()),
        hint.as_ref().map(|_| hint_id.as_str()),
        error.as_ref().map(|_| error_id.as_str()),
    ]
    .into_iter()
    .flatten()
    .collect();
    Parts {
        class: [class, if error.is_some() { "wrong" } else { "" }].join(" ").trim().to_owned(),
        label,
        optional: mentioned.then(|| form.words.t("field-optional")),
        described_by: (!described.is_empty()).then(|| described.join(" ")),
        invalid: error.as_ref().map(|_| "true"),
        hint: hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> }.into_any()),
        error: error.map(|text| view! { <FieldErrorView id=error_id text=text/> }.into_any()),
        id,
    }
}

/// One line of text.
#[component]
pub fn TextField(
    /// The form it belongs to.
    form: Form,
    /// Its name in the form.
    name: &'static str,
    /// Its label.
    label: String,
    /// A hint under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is saved now. Passwords never have one.
    #[prop(optional, into)]
    value: String,
    /// The type of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// The keyboard that phones show.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// For a date, a number, a code.
    #[prop(optional)]
    short: bool,
    /// Whether it may stay empty because another field may be filled in its place: a legend says so.
    #[prop(optional)]
    alternative: bool,
    /// What is proposed while typing.
    #[prop(optional)]
    proposed: Vec<String>,
) -> impl IntoView {
    let parts = parts(&form, name, label, hint, optional, if short { "field short" } else { "field" });
    let secret = kind == "password";
    let typed = if secret { String::new() } else { form.value(name, &value) };
    let spelled = secret || kind == "email";
    let list = (!proposed.is_empty()).then(|| format!("{}-choix", parts.id));
    let proposed = list.clone().map(|id| {
        let options = proposed.into_iter().map(|one| view! { <option value=one></option> }).collect_view();
        view! { <datalist id=id>{options}</datalist> }
    });
    view! {
        <div class=parts.class>
            {named(&parts)}
            {parts.hint}
            {parts.error}
            <input
                id=parts.id
                name=name
                type=kind
                value=typed
                autocomplete=autocomplete
                inputmode=inputmode
                list=list
                autocapitalize=spelled.then_some("none")
                spellcheck=spelled.then_some("false")
                required=!(optional || alternative)
                aria-invalid=parts.invalid
                aria-describedby=parts.described_by
            />
            {proposed}
        </div>
    }
}

/// The name of a field, and whether it may stay empty.
fn named(parts: &Parts) -> AnyView {
    let label = view! { <label for=parts.id.clone()>{parts.label.clone()}</label> };
    match mention(parts) {
        Some(mention) => view! { <div class="named">{label}{mention}</div> }.into_any(),
        None => label.into_any(),
    }
}

fn mention(parts: &Parts) -> Option<impl IntoView + use<>> {
    let id = format!("{}-facultatif", parts.id);
    parts.optional.clone().map(|text| view! { " "<small id=id>{text}</small> })
}

/// A day as people type it: 30/04/2026.
pub fn typed_day(day: chrono::NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// The form it belongs to.
    form: Form,
    /// Its name in the form.
    name: &'static str,
    /// Its label.
    label: String,
    /// A hint under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is saved now.
    #[prop(optional, into)]
    value: String,
    /// Lines shown.
    #[prop(default = 4)]
    rows: u32,
    /// The large writing area.
    #[prop(optional)]
    large: bool,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let parts = parts(&form, name, label, hint, optional, "field");
    let typed = in_textarea(&form.value(name, &value));
    view! {
        <div class=parts.class>
            {named(&parts)}
            {parts.hint}
            {parts.error}
            <textarea
                id=parts.id
                name=name
                rows=rows
                class=large.then_some("large")
                required=!optional
                aria-invalid=parts.invalid
                aria-describedby=parts.described_by
            >{typed}</textarea>
        </div>
    }
}

/// A text between `<textarea>` and `</textarea>`.
///
/// Leptos writes the children of this element as they are, as it does for scripts: they are escaped here, or a text
/// could close the area and go on as HTML. A line feed right after the tag is dropped by browsers: one more keeps the
/// first line.
pub fn in_textarea(text: &str) -> String {
    format!("\n{}", text.replace('&', "&amp;").replace('<', "&lt;"))
}

/// One choice of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// What it means, in a few words.
    pub hint: Option<String>,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice { value: value.into(), label: label.into(), hint: None }
    }

    /// With what it means.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Choice {
        self.hint = Some(hint.into());
        self
    }
}

/// One choice among many, in a list that opens.
#[component]
pub fn Select(
    /// The form it belongs to.
    form: Form,
    /// Its name in the form.
    name: &'static str,
    /// Its label.
    label: String,
    /// The choices, in their order.
    choices: Vec<Choice>,
    /// A hint under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The value chosen now.
    #[prop(optional, into)]
    value: String,
    /// Whether it may stay empty; the first choice is then blank.
    #[prop(optional)]
    optional: bool,
    /// Whether it may stay empty because another field may be filled in its place: a legend says so.
    #[prop(optional)]
    alternative: bool,
) -> impl IntoView {
    let parts = parts(&form, name, label, hint, optional, "field");
    let chosen = form.value(name, &value);
    let blank = (optional || alternative).then(|| view! { <option value=""></option> });
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = choice.value == chosen;
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    view! {
        <div class=parts.class>
            {named(&parts)}
            {parts.hint}
            {parts.error}
            <select id=parts.id name=name aria-invalid=parts.invalid aria-describedby=parts.described_by>
                {blank}
                {options}
            </select>
        </div>
    }
}

/// Choices shown at once: one of them, or as many as one likes.
#[component]
pub fn Choices(
    /// The form they belong to.
    form: Form,
    /// Their name in the form.
    name: &'static str,
    /// What is asked.
    label: String,
    /// The choices, in their order.
    choices: Vec<Choice>,
    /// A hint under the question.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The values chosen now.
    #[prop(optional, into)]
    values: Vec<String>,
    /// Whether several may be chosen.
    #[prop(optional)]
    several: bool,
    /// Whether none may be chosen.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let parts = parts(&form, name, label, hint, optional, "field");
    let sent_as = if several { format!("{name}[]") } else { name.to_owned() };
    let first = parts.id.clone();
    let choices = choices
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let checked = form.is_chosen(name, &choice.value, values.contains(&choice.value));
            // The summary of errors leads to the first choice.
            let id = if index == 0 { first.clone() } else { format!("{first}-{index}") };
            let hint = choice.hint.map(|hint| view! { " "<small class="muted">{hint}</small> });
            view! {
                <label class="choice">
                    <input
                        id=id
                        type=if several { "checkbox" } else { "radio" }
                        name=sent_as.clone()
                        value=choice.value
                        checked=checked
                    />
                    " "
                    <span>{choice.label}{hint}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class=parts.class aria-describedby=parts.described_by>
            <legend>{parts.label.clone()}{mention(&parts)}</legend>
            {parts.hint}
            {parts.error}
            <div class="choices">{choices}</div>
        </fieldset>
    }
}
