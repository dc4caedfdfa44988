//! A line of the news in words: who did what, with a link to what they did it to.

use backend::{
    events::EventKind,
    feed::{About, Line},
};
use leptos::prelude::*;

use crate::{
    paths,
    words::{Values, Words, value},
};

/// Stands in a sentence where the link comes; no sentence holds it.
const LINK: &str = "\u{fffc}";
/// Names said in full; beyond, the others are counted.
const NAMES: usize = 4;

/// Who did what, with a link to what they did it to.
pub(crate) fn sentence(w: &Words, line: &Line) -> impl IntoView + use<> {
    let (href, name) = target(w, line);
    let sentence = said(w, line, LINK);
    let (before, after) = sentence.split_once(LINK).unwrap_or((&sentence, ""));
    let after = (!after.is_empty()).then(|| after.to_owned());
    view! { {w.before(before, &name)}<a href=href>{name}</a>{after} }
}

/// Who did what, where `it` is what they did it to: « ce texte ».
pub(crate) fn said(w: &Words, line: &Line, it: &str) -> String {
    let mut values = Values::new();
    values.insert("count".into(), value(line.who.len()));
    values.insert("times".into(), value(line.times as usize));
    values.insert("who".into(), value(names(w, &line.who)));
    values.insert("whom".into(), value(names(w, &line.whom)));
    values.insert("day".into(), value(line.day.map(|day| w.day(day)).unwrap_or_default()));
    let number = match &line.about {
        About::Amendments { amendment: Some(amendment), .. } => amendment.to_string(),
        _ => String::new(),
    };
    values.insert("number".into(), value(number));
    values.insert("link".into(), value(it.to_owned()));
    w.fill(&key(line), &values)
}

/// Where the link leads, and its name.
fn target(w: &Words, line: &Line) -> (String, String) {
    let slug = line.group.as_ref().map(|group| group.slug.as_str()).unwrap_or_default();
    match &line.about {
        About::Council => (paths::MEMBERS.to_owned(), w.t("feed-council")),
        About::Group => {
            (paths::group(slug), line.group.as_ref().map(|group| group.name.clone()).unwrap_or_default())
        }
        About::Text(id, title) => (paths::contribution(*id), title.clone()),
        About::Dossier(id, title) => (paths::dossier(*id), title.clone()),
        About::Framing(slug, title) => (paths::framing(slug), title.clone()),
        About::Poll(id, question) => (paths::poll(*id), question.clone()),
        About::Tutorial(slug, title) => (paths::tutorial(slug), title.clone()),
        About::Amendments { slug, title, version, amendment } => {
            let href = match amendment {
                Some(amendment) => paths::amendment(slug, *version, *amendment),
                None => paths::amendments(slug, *version),
            };
            (href, title.clone())
        }
        About::Discussion(id, subject) => {
            (paths::discussion(slug, *id), subject.clone().unwrap_or_else(|| w.t("feed-hidden-subject")))
        }
    }
}

fn key(line: &Line) -> String {
    let kind = line.kind.code().replace(['.', '_'], "-");
    let special = match line.kind {
        EventKind::MemberAdded
        | EventKind::MemberRoleChanged
        | EventKind::ContributionReviewerNamed
        | EventKind::HandoverAccepted
        | EventKind::SuggestionAccepted
        | EventKind::SuggestionRefused
            if line.to_me && line.about != About::Council =>
        {
            "-me"
        }
        EventKind::ContributionReviewerNamed
        | EventKind::MemberRoleChanged
        | EventKind::SuggestionAccepted
        | EventKind::SuggestionRefused
            if line.whom.is_empty() =>
        {
            "-self"
        }
        EventKind::HandoverAccepted if line.about == About::Council && line.to_me => "-chair-me",
        EventKind::HandoverAccepted if line.about == About::Council => "-chair",
        EventKind::ContributionDeadlineSet if line.day.is_none() => "-none",
        EventKind::ThreadOpened | EventKind::ThreadClosed | EventKind::ThreadReopened
            if matches!(line.about, About::Discussion(_, None)) =>
        {
            "-hidden"
        }
        _ => "",
    };
    format!("feed-line-{kind}{special}")
}

fn names(words: &Words, names: &[String]) -> String {
    match names.len() {
        0..=NAMES => words.list(names),
        _ => {
            let (shown, rest) = names.split_at(NAMES - 1);
            let mut shown = shown.to_vec();
            shown.push(say!(words, "feed-others", count = rest.len()));
            words.list(&shown)
        }
    }
}

/// The sign of what happened.
pub(crate) fn icon(kind: EventKind) -> &'static str {
    match kind {
        EventKind::MemberJoined | EventKind::MemberAdded => "user-add",
        EventKind::MemberLeft => "logout",
        EventKind::MemberRoleChanged | EventKind::HandoverAccepted => "user",
        EventKind::GroupClosed => "closed",
        EventKind::GroupReopened | EventKind::ContributionReinstated => "restore",
        EventKind::ThreadOpened
        | EventKind::ThreadAnswered
        | EventKind::ThreadClosed
        | EventKind::ThreadReopened
        | EventKind::ContributionReviewed => "comment",
        EventKind::ContributionCreated
        | EventKind::ContributionRevised
        | EventKind::ContributionCorrected => "draft",
        EventKind::ContributionSubmitted | EventKind::ContributionReviewerNamed => "in-review",
        EventKind::ContributionDeadlineSet => "calendar",
        EventKind::ContributionConsultationOpened | EventKind::ContributionConsultationEnded => "users",
        EventKind::ContributionProposed => "ready",
        EventKind::ContributionRecordMended => "draft",
        EventKind::ContributionSentBack => "changes-requested",
        EventKind::ContributionAdopted => "adopted",
        EventKind::ContributionPublished => "published",
        EventKind::DossierCreated | EventKind::DossierElementAdded => "book",
        EventKind::SuggestionMade | EventKind::SuggestionAccepted | EventKind::SuggestionRefused => {
            "suggestion"
        }
        EventKind::FramingAmendmentProposed
        | EventKind::FramingSupportLapsed
        | EventKind::FramingAmendmentAdopted
        | EventKind::FramingAmendmentRejected
        | EventKind::FramingAmendmentFallen => "suggestion",
        EventKind::FramingAmendmentsOpened
        | EventKind::FramingAmendmentsIntegrated
        | EventKind::FramingVersionPutToVote
        | EventKind::FramingVersionAdopted => "charter",
        EventKind::CommentMade | EventKind::CommentAnswered | EventKind::CommentResolved => "comment",
        EventKind::PollOpened | EventKind::PollProclaimed => "vote",
        EventKind::TutorialAdded => "book",
        EventKind::PollCancelled | EventKind::ContributionSuperseded | EventKind::ContributionWithdrawn => {
            "withdrawn"
        }
        _ => "groups",
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::{
        Language,
        ids::{ContributionId, ThreadId},
    };

    use super::*;

    fn line(kind: EventKind, about: About) -> Line {
        Line {
            kind,
            at: DateTime::default(),
            who: vec!["Odile Rambert".into()],
            entered_by: Vec::new(),
            whom: vec!["Gérard Pontivy".into()],
            to_me: false,
            group: Some(backend::contributions::GroupRef {
                slug: "mobilites".into(),
                name: "Mobilités".into(),
            }),
            about,
            day: chrono::NaiveDate::from_ymd_opt(2026, 12, 3),
            times: 1,
        }
    }

    fn said(words: &Words, line: &Line) -> String {
        let html = sentence(words, line).to_html();
        let mut text = String::new();
        let mut inside = true;
        for c in html.chars() {
            match c {
                '<' => inside = false,
                '>' => inside = true,
                c if inside => text.push(c),
                _ => (),
            }
        }
        text.replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn everything_told_has_its_words() {
        for language in [Language::French, Language::English] {
            let words = Words::new(language, None);
            for kind in backend::feed::TOLD {
                let text = said(&words, &line(kind, About::Text(ContributionId(1), "La gare".into())));
                assert!(text.contains("La gare") && !text.contains("feed-"), "{kind:?}: {text}");
            }
        }
    }

    #[test]
    fn answers_are_counted_and_what_is_done_to_oneself_is_said_so() {
        let words = Words::new(Language::French, None);
        let mut answers =
            line(EventKind::ThreadAnswered, About::Discussion(ThreadId(4), Some("Le car du matin".into())));
        assert_eq!(said(&words, &answers), "Odile Rambert a répondu dans Le car du matin.");
        answers.times = 3;
        answers.who.push("Gérard Pontivy".into());
        assert_eq!(
            said(&words, &answers),
            "3\u{a0}réponses dans Le car du matin\u{a0}: Odile Rambert et Gérard Pontivy."
        );
        answers.about = About::Discussion(ThreadId(4), None);
        assert!(said(&words, &answers).contains("une discussion"), "{}", said(&words, &answers));
        answers.kind = EventKind::ThreadOpened;
        assert_eq!(said(&words, &answers), "Odile Rambert et Gérard Pontivy ont ouvert une discussion.");
        let text = || About::Text(ContributionId(1), "La gare".into());
        let mut named = line(EventKind::ContributionReviewerNamed, text());
        assert_eq!(said(&words, &named), "Odile Rambert a demandé à Gérard Pontivy de relire La gare.");
        named.to_me = true;
        assert_eq!(said(&words, &named), "Odile Rambert vous a demandé de relire La gare.");
        let mut due = line(EventKind::ContributionDeadlineSet, text());
        assert_eq!(said(&words, &due), "Odile Rambert a fixé au 3\u{a0}décembre 2026 l’échéance de La gare.");
        due.day = None;
        assert_eq!(said(&words, &due), "Odile Rambert a retiré l’échéance de La gare.");
        let chair = line(EventKind::HandoverAccepted, About::Council);
        assert_eq!(
            said(&words, &chair),
            "Odile Rambert préside désormais le conseil, à la suite de Gérard Pontivy. Voir les membres."
        );
    }
}
