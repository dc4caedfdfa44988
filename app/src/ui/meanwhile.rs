//! What somebody else saved while a form was being filled in, beside what was typed: nothing is lost on either side.

use leptos::prelude::*;

use super::form::Form;

/// A field that both may have changed.
#[derive(Clone, Debug)]
pub struct Both {
    label: String,
    saved: String,
    typed: String,
}

impl Both {
    /// A field whose words are what is saved.
    pub fn new(form: &Form, name: &str, label: String, saved: &str) -> Both {
        Both { label, saved: saved.to_owned(), typed: form.value(name, saved) }
    }

    /// A field that saves a code, which is read with its word.
    pub fn coded(form: &Form, name: &str, label: String, saved: &str, word: impl Fn(&str) -> String) -> Both {
        let both = Both::new(form, name, label, saved);
        Both { saved: word(&both.saved), typed: word(&both.typed), ..both }
    }

    fn differs(&self) -> bool {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        plain(&self.saved) != plain(&self.typed)
    }
}

/// The fields that differ, side by side; nothing unless the form was just refused because of another change.
#[component]
pub fn Meanwhile(
    /// The form.
    form: Form,
    /// Its fields.
    fields: Vec<Both>,
) -> impl IntoView {
    let words = &form.words;
    let differ: Vec<Both> = fields.into_iter().filter(Both::differs).collect();
    form.is_conflict().then(|| {
        let sides = [words.t("meanwhile-saved"), words.t("meanwhile-typed")];
        let content = if differ.is_empty() {
            view! { <p>{words.t("meanwhile-same")}</p> }.into_any()
        } else {
            let [saved, typed] = sides.clone();
            let pairs =
                differ.iter().map(|both| pair(words.t("meanwhile-empty"), both, &sides)).collect_view();
            view! {
                <p class="muted">{words.t("meanwhile-lead")}</p>
                <div class="diff-pairs">
                    <div class="pair heads"><h3>{saved}</h3><h3>{typed}</h3></div>
                    {pairs}
                </div>
            }
            .into_any()
        };
        view! {
            <section class="part" aria-labelledby="entre-temps">
                <header><h2 id="entre-temps">{words.t("meanwhile-title")}</h2></header>
                {content}
            </section>
        }
    })
}

fn pair(empty: String, both: &Both, [saved, typed]: &[String; 2]) -> impl IntoView + use<> {
    let side = |name: &str, text: &str| {
        let lines: Vec<_> = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| view! { <p>{line.to_owned()}</p> })
            .collect();
        let nothing = lines.is_empty().then(|| view! { <p class="none">{empty.clone()}</p> });
        view! {
            <div class="prose">
                <span class="side">{name.to_owned()}</span>
                <p><b>{both.label.clone()}</b></p>
                {lines}
                {nothing}
            </div>
        }
    };
    view! { <div class="pair">{side(saved, &both.saved)}{side(typed, &both.typed)}</div> }
}
