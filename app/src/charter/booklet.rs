//! What a printed version of a framing text says, as documents and as a booklet.

use std::sync::Arc;

use backend::{charter::PrintedVersion, clock, council::Council};
use chrono::NaiveDate;
use domain::{Language, charter::Standing};

use crate::{
    paths,
    printing::proof::{Around, Proof, figures},
    words::Words,
};

/// What a document of this version says, in the language of the council.
pub fn proof(printed: &PrintedVersion, council: &Arc<Council>, site: &str) -> Proof {
    let words = &Words::new(Language::French, Some(council.clone()));
    let version = &printed.version;
    let kind = words.framing_kind(printed.head.kind);
    let address = format!("{site}{}", paths::framing_version(&printed.head.slug, version.number));
    let day = version.in_force_on.or(version.state_at.map(clock::day)).unwrap_or_default();
    Proof {
        council: council.name.clone(),
        reference: say!(words, "printing-reference", kind = kind, version = version.number.to_string()),
        title: printed.head.title.clone(),
        lead: lead(words, printed),
        notices: notices(words, printed),
        facts: facts(words, printed, &address),
        authors: vec![council.name.clone()],
        language: Language::French.tag(),
        day: figures(day),
        address,
        site: site.to_owned(),
        named: format!("{site}{}", paths::contribution_named("")),
        summary: String::new(),
        body: printed.body.clone(),
        short: false,
        beside: Vec::new(),
        images: Vec::new(),
        words: Around::new(words),
    }
}

/// On the cover: what it is for, from when it is in force, by which decision and how many votes.
fn lead(words: &Words, printed: &PrintedVersion) -> Vec<String> {
    let version = &printed.version;
    let aim = Some(printed.head.aim.clone()).filter(|aim| !aim.is_empty());
    let from = version.in_force_on.map(|from| in_force(words, from, version.replaced_on));
    let votes = votes(words, printed).map(|votes| say!(words, "printing-votes", votes = votes));
    [aim, from, decision(words, printed), votes].into_iter().flatten().collect()
}

fn in_force(words: &Words, from: NaiveDate, until: Option<NaiveDate>) -> String {
    let from = words.day(from);
    match until {
        Some(until) => say!(words, "charter-print-from-until", from = from, until = words.day(until)),
        None => say!(words, "charter-print-from", day = from),
    }
}

/// « Assemblée plénière, 17 septembre 2026, décision n° 2026-04 ».
fn decision(words: &Words, printed: &PrintedVersion) -> Option<String> {
    let version = &printed.version;
    let day = words.day(version.decided_on?);
    let adoption = match version.decided_by.as_str() {
        "" => say!(words, "charter-print-adopted", day = day),
        body => say!(words, "printing-adoption", body = body.to_owned(), day = day),
    };
    Some(match version.decision.as_str() {
        "" => adoption,
        number => format!("{adoption}, {number}"),
    })
}

fn votes(words: &Words, printed: &PrintedVersion) -> Option<String> {
    let count = printed.count?;
    Some(say!(
        words,
        "publications-votes",
        for = count.votes_for,
        against = count.votes_against,
        abstaining = count.votes_abstaining
    ))
}

/// What must be known before reading.
fn notices(words: &Words, printed: &PrintedVersion) -> Vec<String> {
    let told = match printed.version.standing {
        Standing::InForce => return Vec::new(),
        Standing::ToCome => "charter-print-to-come",
        Standing::Replaced => "charter-print-replaced",
        Standing::Abandoned => "charter-print-abandoned",
        Standing::Preparing | Standing::Amending | Standing::Examined | Standing::Voting => {
            "charter-print-draft"
        }
    };
    vec![words.t(told)]
}

fn facts(words: &Words, printed: &PrintedVersion, address: &str) -> Vec<(String, String)> {
    let version = &printed.version;
    let number = say!(words, "charter-version", number = version.number);
    let mut facts = vec![(words.t("printing-version"), number)];
    let mut fact = |key: &str, said: Option<String>| facts.extend(said.map(|said| (words.t(key), said)));
    fact("publications-adoption", decision(words, printed));
    fact("publications-vote", votes(words, printed));
    let from = version.in_force_on.map(|from| in_force(words, from, version.replaced_on));
    fact("charter-print-force", from);
    fact("printing-address", Some(address.to_owned()));
    let frozen = Some(version.fingerprint.clone()).filter(|fingerprint| !fingerprint.is_empty());
    fact("publications-fingerprint", frozen);
    facts
}
