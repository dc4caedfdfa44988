//! What somebody is told by mail: that they take part on paper, and what was done on their behalf.

use backend::behalf::{Noted, Told};

use crate::{administration::pages::told_plainly, paths, words::Words};

/// The subject and the text, between the greeting and the name of the council.
pub(crate) fn noted(words: &Words, base_url: &str, noted: &Noted) -> (String, String) {
    let text = say!(
        words,
        "mail-on-paper",
        by = noted.by.clone(),
        day = words.day(noted.asked_on),
        how = words.t(&format!("behalf-asked-{}", noted.asked_by.code())),
        link = format!("{base_url}{}", paths::ON_MY_BEHALF)
    );
    (words.t("mail-on-paper-subject"), text)
}

/// The same, of what was done: every line, as the journal has it.
pub(crate) fn acted(words: &Words, base_url: &str, told: &Told) -> (String, String) {
    let mut lines: Vec<String> = told.lines.iter().rev().map(|line| told_plainly(words, line)).collect();
    if told.more > 0 {
        lines.push(say!(words, "mail-acted-more", count = told.more));
    }
    if lines.is_empty() {
        lines.push(words.t("mail-acted-nothing"));
    }
    let text = say!(
        words,
        "mail-acted",
        by = told.by.clone(),
        from = words.moment(told.begun_at),
        to = words.time(told.ended_at),
        lines = lines.join("\n"),
        link = format!("{base_url}{}", paths::ON_MY_BEHALF)
    );
    (words.t("mail-acted-subject"), text)
}
