//! Acronyms in a text: a word that opens what it means, by pointing, by keyboard, by touch, and without a script.
//!
//! The explanation is a `popover` after its word: the browser opens and closes it, Escape included. Where a browser does
//! not open it for a pointer or a focus by itself (`interestfor`), the style sheet shows it.

use backend::glossary::{AcronymRow, Reading, current};
use domain::{Language, ids::ContributionId};
use leptos::prelude::*;

use crate::{paths, request::Request, words::Words};

/// A text with its acronyms.
pub struct Marked {
    /// The text.
    pub html: String,
    /// The acronyms it uses, for those who print it.
    pub used: Option<AnyView>,
}

/// Explains the acronyms of a text.
///
/// # Errors
/// The database cannot be read.
pub async fn of_text(rq: &Request, text: ContributionId, html: String) -> backend::Result<Marked> {
    let glossary = current(&rq.cx).await?;
    let see = See::new(&rq.words);
    let reading = glossary.explain_text(text, html, |entry, count, word, out| {
        see.write("", entry, count, word, out);
    });
    Ok(marked(&rq.words, reading))
}

/// Explains the acronyms of a part of a page; `prefix` tells it from the other parts.
///
/// # Errors
/// The database cannot be read.
pub async fn of_part(rq: &Request, prefix: &str, html: String) -> backend::Result<String> {
    let glossary = current(&rq.cx).await?;
    let see = See::new(&rq.words);
    let reading = glossary.explain(html, |entry, count, word, out| {
        see.write(prefix, entry, count, word, out);
    });
    Ok(reading.html)
}

/// How an entry is shown to somebody.
struct See {
    language: Language,
    /// What the link to the glossary says.
    link: String,
}

impl See {
    fn new(words: &Words) -> See {
        let link = told(words.language, words.language, &words.t("glossary-see"));
        See { language: words.language, link }
    }

    fn write(&self, prefix: &str, entry: &AcronymRow, count: usize, word: &str, out: &mut String) {
        let id = format!("sigle-{prefix}{count}");
        let (language, explanation) = entry.explained(self.language);
        out.push_str(&format!(
            "<button type=\"button\" popovertarget=\"{id}\" popovertargetaction=\"show\" interestfor=\"{id}\">{word}</button>\
             <span popover id=\"{id}\"><strong>{}</strong> {} <a href=\"{}\">{}</a></span>",
            told(self.language, Language::French, &entry.expansion),
            told(self.language, language, explanation),
            paths::acronym(&entry.slug),
            self.link,
        ));
    }
}

/// Words as HTML. Somebody who reads English may read them in a text of either language: they say theirs.
fn told(reads: Language, language: Language, words: &str) -> String {
    let said = escaped(words);
    match reads {
        Language::French => said,
        Language::English => format!("<span lang=\"{}\">{said}</span>", language.tag()),
    }
}

fn marked(words: &Words, reading: Reading<'_>) -> Marked {
    let used = (!reading.used.is_empty()).then(|| {
        let lines = reading
            .used
            .iter()
            .map(|entry| view! { <dt>{entry.term.clone()}</dt><dd>{entry.expansion.clone()}</dd> })
            .collect_view();
        view! {
            <section class="print-only" aria-label=words.t("glossary-used")>
                <h2>{words.t("glossary-used")}</h2>
                <dl class="facts-list" lang=words.council_language()>{lines}</dl>
            </section>
        }
        .into_any()
    });
    Marked { html: reading.html, used }
}

/// Text as HTML expects it between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_entry_says_is_text_and_never_html() {
        let entry = AcronymRow {
            slug: "scot".into(),
            term: "SCoT".into(),
            expansion: "<b>schéma</b>".into(),
            explanation: "L’eau & les \"terres\".".into(),
            explanation_en: "Water <and> land.".into(),
            source: String::new(),
            set_aside: false,
            version: domain::Version(1),
            changed_at: Default::default(),
        };
        let mut out = String::new();
        let see = |language, link: &str| See { language, link: link.into() };
        see(Language::French, "Glossaire").write("", &entry, 3, "SCoT", &mut out);
        assert!(out.contains("&lt;b&gt;schéma&lt;/b&gt;</strong> L’eau &amp; les \"terres\"."), "{out}");
        assert!(out.contains("popovertarget=\"sigle-3\"") && out.contains("id=\"sigle-3\""));
        assert!(out.contains("href=\"/glossaire#scot\"") && !out.contains("Water"));
        let mut out = String::new();
        see(Language::English, "Glossary").write("", &entry, 3, "SCoT", &mut out);
        assert!(out.contains("<strong><span lang=\"fr\">&lt;b&gt;schéma&lt;/b&gt;</span></strong>"), "{out}");
        assert!(out.contains("<span lang=\"en\">Water &lt;and&gt; land.</span>"), "{out}");
        let french_only = AcronymRow { explanation_en: String::new(), ..entry };
        let mut out = String::new();
        see(Language::English, "Glossary").write("", &french_only, 3, "SCoT", &mut out);
        assert!(out.contains("<span lang=\"fr\">L’eau &amp; les"), "{out}");
    }
}
