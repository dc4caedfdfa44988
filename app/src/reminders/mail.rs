//! What such a mail says: each thing that waits, and where it is done.

use backend::reminders::Reminded;

use crate::{paths, words::Words};

/// Its subject, and its text between the greeting and the name of the council.
pub(crate) fn render(words: &Words, base_url: &str, things: &[Reminded]) -> (String, String) {
    let subject = match things {
        [one] => subject(words, one),
        several => say!(words, "mail-reminder-subject", count = several.len()),
    };
    let said: Vec<String> =
        things.iter().map(|one| format!("{}\n{base_url}{}", sentence(words, one), path(one))).collect();
    let account = format!("{base_url}{}#rappels", paths::ACCOUNT);
    (subject, say!(words, "mail-reminder", things = said.join("\n\n"), account = account))
}

fn subject(words: &Words, one: &Reminded) -> String {
    match one {
        Reminded::Vote { question, ends: true, .. } => {
            say!(words, "mail-reminder-subject-ends", question = question.clone())
        }
        Reminded::Vote { question, .. } => {
            say!(words, "mail-reminder-subject-vote", question = question.clone())
        }
        Reminded::Sign { title, .. } => say!(words, "mail-reminder-subject-sign", title = title.clone()),
        Reminded::Amend { title, .. } => say!(words, "mail-reminder-subject-amend", title = title.clone()),
    }
}

fn sentence(words: &Words, one: &Reminded) -> String {
    match one {
        Reminded::Vote { question, closes_at, ends, .. } => {
            let (question, moment) = (question.clone(), words.moment(*closes_at));
            if *ends {
                say!(words, "mail-reminder-ends", question = question, moment = moment)
            } else {
                say!(words, "mail-reminder-vote", question = question, moment = moment)
            }
        }
        Reminded::Sign { title, from, .. } => {
            say!(words, "mail-reminder-sign", title = title.clone(), day = words.day(*from))
        }
        Reminded::Amend { title, until, .. } => {
            say!(words, "mail-reminder-amend", title = title.clone(), day = words.day(*until))
        }
    }
}

fn path(one: &Reminded) -> String {
    match one {
        Reminded::Vote { id, .. } => paths::poll(*id),
        Reminded::Sign { slug, .. } => paths::framing_sign(slug),
        Reminded::Amend { slug, number, .. } => paths::framing_version(slug, *number),
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use domain::{Language, ids::PollId};

    use super::*;

    const SITE: &str = "https://conseil.example";

    fn vote(ends: bool) -> Reminded {
        let closes_at = DateTime::from_timestamp(1_796_000_000, 0).expect("an instant");
        Reminded::Vote { id: PollId(4), question: "Adopter la charte ?".into(), closes_at, ends }
    }

    #[test]
    fn one_mail_says_all_that_waits_where_it_is_done_and_how_to_have_none() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 3).expect("a day");
        let sign = Reminded::Sign { slug: "charte".into(), title: "Charte du pays".into(), from: day };
        let amend =
            Reminded::Amend { slug: "reglement".into(), title: "Règlement".into(), number: 2, until: day };
        for language in [Language::French, Language::English] {
            let words = Words::new(language, None);
            let (subject, text) = render(&words, SITE, &[vote(true), sign.clone(), amend.clone()]);
            assert!(subject.contains('3') && !subject.contains("mail-"), "{subject}");
            for said in [
                "Adopter la charte ?",
                "https://conseil.example/votes/4",
                "Charte du pays",
                "https://conseil.example/charte/charte/signer",
                "https://conseil.example/charte/reglement/versions/2",
                "https://conseil.example/mon-compte#rappels",
            ] {
                assert!(text.contains(said), "{said}: {text}");
            }
            for one in [vote(false), vote(true), sign.clone(), amend.clone()] {
                let (subject, text) = render(&words, SITE, &[one]);
                assert!(!subject.contains("mail-") && !text.contains("mail-"), "{subject}: {text}");
            }
            assert_ne!(render(&words, SITE, &[vote(true)]), render(&words, SITE, &[vote(false)]));
        }
    }
}
