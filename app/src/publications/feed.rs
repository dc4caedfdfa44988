//! `/publications.atom`: what the council publishes, for those who follow it from elsewhere.

use atom_syndication::{Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use backend::{council::Council, publications::Publication};
use chrono::{DateTime, Utc};
use domain::contributions::Standing;

use super::pages::numbered;
use crate::{paths, words::Words};

/// The feed, as served.
pub fn feed(
    words: &Words,
    council: &Council,
    base: &str,
    publications: &[Publication],
    now: DateTime<Utc>,
) -> String {
    let updated = publications.iter().map(|p| p.updated_at).max().unwrap_or(now);
    let mut author = Person { name: council.name.clone(), ..Person::default() };
    author.set_uri(format!("{base}/"));
    let feed = Feed {
        title: say!(words, "publications-feed-title", council = council.name.clone()).into(),
        subtitle: Some(Text::plain(words.t("publications-lead"))),
        id: format!("{base}{}", paths::FEED),
        updated: moment(updated),
        lang: Some(words.language.tag().to_owned()),
        authors: vec![author],
        generator: Some(Generator { value: words.t("product"), ..Generator::default() }),
        links: vec![
            link("self", format!("{base}{}", paths::FEED), "application/atom+xml"),
            link("alternate", format!("{base}{}", paths::PUBLICATIONS), "text/html"),
        ],
        entries: publications.iter().map(|publication| entry(words, base, publication)).collect(),
        ..Feed::default()
    };
    feed.to_string()
}

fn link(rel: &str, href: String, kind: &str) -> Link {
    Link { rel: rel.to_owned(), href, mime_type: Some(kind.to_owned()), ..Link::default() }
}

fn entry(words: &Words, base: &str, publication: &Publication) -> Entry {
    let address = format!("{base}{}", paths::publication(publication.number));
    let source = format!("{base}{}", paths::publication_source(publication.number));
    let title = say!(
        words,
        "publications-entry",
        name = numbered(words, publication.kind, publication.number),
        title = publication.title.clone()
    );
    let adopted = say!(
        words,
        "publications-adopted-by",
        body = publication.body.clone(),
        day = words.day(publication.adopted_on)
    );
    // The body is what somebody typed; the summary is rendered and safe already.
    let adopted = escaped(&adopted);
    let news: String = news(words, publication)
        .iter()
        .map(|told| format!("<p><strong>{}</strong></p>", escaped(told)))
        .collect();
    let content = Content {
        content_type: Some("html".to_owned()),
        value: Some(format!("{news}<p>{}</p><p>{adopted}</p>", publication.summary_html)),
        ..Content::default()
    };
    Entry {
        title: title.into(),
        id: address.clone(),
        links: vec![link("alternate", address, "text/html"), link("enclosure", source, "text/markdown")],
        published: Some(moment(publication.published_at)),
        updated: moment(publication.updated_at),
        categories: vec![Category { term: words.kind(publication.kind), ..Category::default() }],
        content: Some(content),
        ..Entry::default()
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// What happened to it since it was made public.
fn news(words: &Words, publication: &Publication) -> Vec<String> {
    let standing = &publication.standing;
    let day = standing.at.map(|at| words.day_of(at)).unwrap_or_default();
    let mut news = Vec::new();
    match standing.standing {
        Standing::InForce => {}
        Standing::Superseded => {
            news.push(say!(words, "publications-superseded", day = day));
            news.push(standing.reason.clone());
            if let Some(number) = standing.replaced_by {
                news.push(say!(words, "publications-read-other", number = number.to_string()));
            }
        }
        Standing::Withdrawn => {
            news.push(say!(words, "publications-withdrawn", day = day));
            news.push(standing.reason.clone());
        }
    }
    if let Some((at, reason)) = &publication.corrected {
        news.push(say!(words, "publications-corrected", day = words.day_of(*at), reason = reason.clone()));
    }
    news
}

fn moment(at: DateTime<Utc>) -> FixedDateTime {
    at.fixed_offset()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use domain::{Language, contributions::ContributionKind};

    use backend::contributions::StandingView;

    use super::*;

    #[test]
    fn the_feed_is_valid_and_its_addresses_are_absolute() {
        let council = Council { name: "Conseil & pays".into(), ..Council::default() };
        let words = Words::new(Language::French, Some(Arc::new(council.clone())));
        let at = DateTime::from_timestamp(1_795_334_400, 0).unwrap_or_default();
        let publication = Publication {
            number: "2026-04".parse().expect("a number"),
            kind: ContributionKind::Opinion,
            title: "Rejoindre la gare <sans> voiture".into(),
            summary_html: "Un chemin <em>continu</em>.".into(),
            body: "Assemblée plénière".into(),
            adopted_on: backend::clock::day(at),
            published_at: at,
            updated_at: at + chrono::TimeDelta::days(2),
            corrected: Some((at, "Un chiffre < dix".into())),
            standing: StandingView {
                standing: Standing::Superseded,
                at: Some(at),
                reason: "La gare a fermé.".into(),
                replaced_by: "2026-07".parse().ok(),
            },
        };
        let text = feed(&words, &council, "https://conseil.example", &[publication], at);
        let read: Feed = text.parse().expect("an Atom feed");
        assert_eq!(read.id(), "https://conseil.example/publications.atom");
        assert_eq!(read.authors()[0].name(), "Conseil & pays");
        let entry = &read.entries()[0];
        assert_eq!(entry.id(), "https://conseil.example/publications/2026-04");
        assert_eq!(entry.title().as_str(), "Avis n°\u{a0}2026-04\u{a0}: Rejoindre la gare <sans> voiture");
        assert!(entry.updated() > entry.published().expect("a date"), "readers show it again");
        let said = entry.content().and_then(|content| content.value()).unwrap_or_default();
        for told in ["La gare a fermé.", "2026-07", "Un chiffre &lt; dix"] {
            assert!(said.contains(told), "{said}");
        }
        assert!(entry.links().iter().all(|link| link.href().starts_with("https://conseil.example/")));
        assert!(read.links().iter().any(|link| link.rel() == "self"));
    }
}
