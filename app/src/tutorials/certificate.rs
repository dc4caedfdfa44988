//! What a certificate says, as a document that `press` makes.

use std::sync::Arc;

use backend::{council::Council, tutorials::Certificate};
use domain::Language;

use crate::{
    paths,
    printing::proof::{Around, Proof, figures},
    words::Words,
};

/// The certificate, in its language.
pub fn proof(certificate: &Certificate, language: Language, council: &Arc<Council>, site: &str) -> Proof {
    let words = &Words::new(language, Some(council.clone()));
    let day = words.day(certificate.on);
    let tutorials: Vec<String> =
        certificate.tutorials.iter().map(|row| format!("- {}", plain(&row.title))).collect();
    let minutes: u32 = certificate.tutorials.iter().map(|row| row.minutes).sum();
    let said = sentence(words, certificate, &council.name);
    let body =
        format!("{}\n\n{}\n\n{}", plain(&said), words.t("tutorials-certificate-list"), tutorials.join("\n"));
    Proof {
        council: council.name.clone(),
        reference: words.t("tutorials-certificate"),
        title: certificate.name.clone(),
        lead: vec![say!(words, "tutorials-certificate-path", title = certificate.path.title.clone())],
        notices: Vec::new(),
        facts: vec![
            (words.t("tutorials-certificate-day"), day),
            (words.t("tutorials-minutes"), crate::toolbox::agenda::minutes_in_words(words, minutes)),
        ],
        authors: vec![council.name.clone()],
        language: language.tag(),
        day: figures(certificate.on),
        address: format!("{site}{}", paths::tutorial_path(&certificate.path.slug)),
        site: site.to_owned(),
        named: format!("{site}{}", paths::contribution_named("")),
        summary: String::new(),
        body,
        short: true,
        beside: Vec::new(),
        images: Vec::new(),
        words: Around { about: words.t("tutorials-certificate-about"), ..Around::new(words) },
    }
}

/// « Le Conseil … atteste que … a suivi … »
pub fn sentence(words: &Words, certificate: &Certificate, council: &str) -> String {
    say!(
        words,
        "tutorials-certificate-says",
        council = council.to_owned(),
        name = certificate.name.clone(),
        title = certificate.path.title.clone(),
        day = words.day(certificate.on)
    )
}

/// Why there is no document: others are being made, or it cannot be.
pub fn unmade(words: &Words, busy: bool) -> String {
    words.t(if busy { "tutorials-certificate-busy" } else { "tutorials-certificate-failed" })
}

/// A name is no Markdown.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
