//! Everything that a document says of a text: what `press` makes it of.

use std::sync::Arc;

use backend::{
    clock,
    contributions::AdoptionView,
    council::Council,
    printing::{ImageShown, PrintView},
};
use chrono::{Datelike, NaiveDate};
use domain::{Language, contributions::Standing};
use serde::Serialize;

use crate::{contributions::pages::dissents, paths, publications::pages::numbered, words::Words};

/// As `press::Proof`.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    pub(crate) council: String,
    pub(crate) reference: String,
    pub(crate) title: String,
    pub(crate) lead: Vec<String>,
    pub(crate) notices: Vec<String>,
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) authors: Vec<String>,
    pub(crate) language: &'static str,
    pub(crate) day: (u16, u8, u8),
    pub(crate) address: String,
    pub(crate) site: String,
    pub(crate) named: String,
    pub(crate) summary: String,
    pub(crate) body: String,
    /// What is not said of a text says what it said before there was any of it: its documents stay as they are.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) short: bool,
    pub(crate) beside: Vec<Beside>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) images: Vec<ImageShown>,
    pub(crate) words: Around,
}

/// As `press::Beside`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Beside {
    title: String,
    body: String,
    signed: String,
}

/// As `press::Words`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Around {
    pub(crate) contents: String,
    pub(crate) brief: String,
    pub(crate) beside: String,
    pub(crate) about: String,
    pub(crate) notes: String,
    pub(crate) note: String,
    pub(crate) back: String,
    pub(crate) image: String,
    pub(crate) image_untold: String,
    pub(crate) page: String,
    pub(crate) of: String,
}

impl Around {
    /// In this language, around a text that is no publication.
    pub(crate) fn new(words: &Words) -> Around {
        Around {
            contents: words.t("printing-contents"),
            brief: words.t("contributions-brief"),
            beside: words.t("dissents-title"),
            about: words.t("printing-about"),
            notes: words.t("printing-notes"),
            note: words.t("printing-note"),
            back: words.t("printing-back"),
            image: words.t("printing-image"),
            image_untold: words.t("printing-image-untold"),
            page: words.t("printing-page"),
            of: words.t("printing-of"),
        }
    }
}

/// What a document of this text says, in the language of the council.
pub fn proof(text: &PrintView, council: &Arc<Council>, site: &str) -> Proof {
    let words = &Words::new(Language::French, Some(council.clone()));
    let about = match &text.adoption {
        Some(_) => words.t("publications-how-adopted"),
        None => words.t("printing-about"),
    };
    let day = text.adoption.as_ref().map_or(clock::day(text.at), |adopted| adopted.adopted_on);
    Proof {
        council: council.name.clone(),
        reference: reference(words, text),
        title: text.title.clone(),
        lead: lead(words, text),
        notices: notices(words, text),
        facts: facts(words, text, &council.name, site),
        authors: text.authors.clone(),
        language: Language::French.tag(),
        day: figures(day),
        address: address(text, site),
        site: site.to_owned(),
        named: format!("{site}{}", paths::contribution_named("")),
        summary: text.summary.clone(),
        body: text.body.clone(),
        short: false,
        beside: beside(words, text),
        images: text.images.clone(),
        words: Around { about, ..Around::new(words) },
    }
}

/// The minority opinions.
fn beside(words: &Words, text: &PrintView) -> Vec<Beside> {
    let all = &text.dissents;
    let one = |(index, one)| Beside {
        title: dissents::title(words, one, index, all.len()),
        body: one.body.clone(),
        signed: dissents::signed(words, one),
    };
    all.iter().enumerate().map(one).collect()
}

/// A day in figures.
pub(crate) fn figures(day: NaiveDate) -> (u16, u8, u8) {
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    (u16::try_from(day.year()).unwrap_or(1970), small(day.month()), small(day.day()))
}

/// « Avis n° 2026-04 », « Avis, version 3 ».
fn reference(words: &Words, text: &PrintView) -> String {
    match &text.adoption {
        Some(adopted) => numbered(words, text.kind, adopted.number),
        None => {
            say!(
                words,
                "printing-reference",
                kind = words.kind(text.kind),
                version = text.version.to_string()
            )
        }
    }
}

/// Where it is read, for good.
fn address(text: &PrintView, site: &str) -> String {
    let path = match (&text.adoption, &text.former) {
        (Some(adopted), Some(former)) => paths::publication_edition(adopted.number, former.number),
        (Some(adopted), None) => paths::publication(adopted.number),
        (None, _) => paths::contribution(text.id),
    };
    format!("{site}{path}")
}

fn lead(words: &Words, text: &PrintView) -> Vec<String> {
    let Some(adopted) = &text.adoption else {
        let group = text.group.clone().map(|group| say!(words, "printing-group", group = group));
        let saved = say!(words, "printing-saved", day = words.day_of(text.at));
        return group.into_iter().chain([saved]).collect();
    };
    let day = words.day(adopted.adopted_on);
    let adoption = say!(words, "printing-adoption", body = adopted.body.clone(), day = day);
    let votes = votes(words, adopted).map(|votes| say!(words, "printing-votes", votes = votes));
    [adoption].into_iter().chain(votes).collect()
}

fn votes(words: &Words, adopted: &AdoptionView) -> Option<String> {
    let counted = adopted.votes_for + adopted.votes_against + adopted.votes_abstaining > 0;
    counted.then(|| {
        say!(
            words,
            "publications-votes",
            for = adopted.votes_for,
            against = adopted.votes_against,
            abstaining = adopted.votes_abstaining
        )
    })
}

/// What must be known before reading, the gravest first.
fn notices(words: &Words, text: &PrintView) -> Vec<String> {
    let Some(adopted) = &text.adoption else { return vec![words.t("printing-draft")] };
    let standing = &adopted.standing;
    let since = standing.at.map(|at| words.day_of(at)).unwrap_or_default();
    let told = match standing.standing {
        Standing::InForce => None,
        Standing::Superseded => Some(say!(words, "publications-superseded", day = since)),
        Standing::Withdrawn => Some(say!(words, "publications-withdrawn", day = since)),
    };
    let other = standing.replaced_by.map(|number| {
        let number = number.to_string();
        say!(words, "printing-replaced-by", number = number)
    });
    let told = told.map(|told| {
        let parts = [Some(told), Some(standing.reason.clone()), other];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    });
    let former = text
        .former
        .as_ref()
        .map(|former| say!(words, "printing-former", edition = former.number.to_string()));
    let corrected = adopted.corrected_at.filter(|_| text.former.is_none()).map(|at| {
        say!(words, "publications-corrected", day = words.day_of(at), reason = adopted.correction.clone())
    });
    let mended = adopted.mended.as_ref().map(|(at, reason)| {
        say!(words, "publications-mended", day = words.day_of(*at), reason = reason.clone())
    });
    let not_yet = adopted.published_at.is_none().then(|| words.t("printing-not-yet"));
    [told, former, corrected, mended, not_yet].into_iter().flatten().collect()
}

fn facts(words: &Words, text: &PrintView, council: &str, site: &str) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String| facts.push((words.t(key), value));
    let written = match (&text.group, text.authors.is_empty()) {
        (Some(group), true) => Some(say!(words, "publications-by-group", group = group.clone())),
        (Some(group), false) => Some(say!(
            words,
            "publications-by-people-of",
            people = words.list(&text.authors),
            group = group.clone()
        )),
        (None, false) => Some(words.list(&text.authors)),
        (None, true) => None,
    };
    let Some(adopted) = &text.adoption else {
        if let Some(written) = written {
            fact("publications-written-by", written);
        }
        let version = say!(
            words,
            "contributions-version-of",
            version = text.version.to_string(),
            day = words.day_of(text.at)
        );
        fact("printing-version", version);
        fact("printing-address", address(text, site));
        return facts;
    };
    let day = words.day(adopted.adopted_on);
    let adoption = say!(words, "publications-adopted-by", body = adopted.body.clone(), day = day.clone());
    fact("publications-adoption", adoption);
    if let Some(votes) = votes(words, adopted) {
        fact("publications-vote", votes);
    }
    if let Some(written) = written {
        fact("publications-written-by", written);
    }
    if let Some(at) = adopted.published_at {
        fact("publications-published", words.day_of(at));
    }
    let citation = say!(
        words,
        "publications-citation",
        council = council.to_owned(),
        text = numbered(words, text.kind, adopted.number).to_lowercase(),
        title = text.title.clone(),
        day = day
    );
    fact("publications-cite", format!("{citation} {}", address(text, site)));
    fact("publications-fingerprint", adopted.fingerprint.clone());
    facts
}
