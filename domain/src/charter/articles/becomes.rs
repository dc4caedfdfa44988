//! Articles that become something else: what is adopted of the amendments to a version, put in its words.

use std::collections::BTreeSet;

use super::{Article, ArticleNumber, Articles, Found, found, numbers};
use crate::refusal::FieldProblem;

/// What an article becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// It says something else.
    Changed {
        /// Which.
        number: ArticleNumber,
        /// Its title.
        title: String,
        /// Its words.
        body: String,
    },
    /// It is no longer there.
    Removed(ArticleNumber),
    /// It comes after another one, or before all.
    Added {
        /// The one before it.
        after: Option<ArticleNumber>,
        /// Its title.
        title: String,
        /// Its words.
        body: String,
    },
}

/// The version that is left once articles have become something else, and the number of each of them, in their order.
///
/// Articles added after the same one come in the order in which they are given. An article that comes gets its number as
/// in [`super::numbered`]; that of one that goes does not serve again. A part that begins with an article that goes
/// begins with the next one.
///
/// # Errors
/// `NoArticle` if none is left; as [`super::numbered`]; `ArticleGone` for one that is not in the version.
pub fn become_all(
    body: &str,
    all: &[Becomes],
    gone: &BTreeSet<ArticleNumber>,
) -> Result<(String, Vec<ArticleNumber>), FieldProblem> {
    let read = Articles::read(body);
    let is_there = |number: ArticleNumber| match read.get(number) {
        Some(_) => Ok(()),
        None => Err(FieldProblem::ArticleGone { number }),
    };
    let mut removed = BTreeSet::new();
    for one in all {
        match one {
            Becomes::Changed { number, .. } => is_there(*number)?,
            Becomes::Removed(number) => {
                is_there(*number)?;
                removed.insert(*number);
            }
            Becomes::Added { after, .. } => after.map_or(Ok(()), is_there)?,
        }
    }
    let mut left: Vec<(Found, Option<usize>)> = Vec::new();
    put_in(&mut left, all, None);
    // A part stays where its first article was.
    let mut part = None;
    for article in read.articles {
        let number = article.number;
        part = article.part.clone().or(part);
        if !removed.contains(&number) {
            left.push((kept(article, all, part.take()), None));
        }
        put_in(&mut left, all, Some(number));
    }
    if left.is_empty() {
        return Err(FieldProblem::NoArticle);
    }
    let written: BTreeSet<ArticleNumber> = left.iter().filter_map(|(one, _)| one.number).collect();
    let (left, which): (Vec<Found>, Vec<Option<usize>>) = left.into_iter().unzip();
    let given = numbers(&left, &written, &(gone | &removed));
    let mut became: Vec<ArticleNumber> = Vec::new();
    for (at, one) in all.iter().enumerate() {
        let place = which.iter().position(|which| *which == Some(at));
        became.push(match one {
            Becomes::Changed { number, .. } | Becomes::Removed(number) => *number,
            Becomes::Added { .. } => given[place.expect("each article that is added was put in")],
        });
    }
    let articles = left.into_iter().zip(given).map(|(one, number)| Article {
        number,
        title: one.title,
        body: one.body,
        part: one.part,
    });
    let text = Articles { preamble: read.preamble, articles: articles.collect() };
    Ok((text.write(), became))
}

fn kept(article: Article, all: &[Becomes], part: Option<String>) -> Found {
    let changed = all.iter().find_map(|one| match one {
        Becomes::Changed { number, title, body } if *number == article.number => Some((title, body)),
        _ => None,
    });
    let (title, body) = match changed {
        Some((title, body)) => (title.clone(), body.clone()),
        None => (article.title, article.body),
    };
    Found { number: Some(article.number), title, body, part }
}

fn put_in(left: &mut Vec<(Found, Option<usize>)>, all: &[Becomes], place: Option<ArticleNumber>) {
    for (at, one) in all.iter().enumerate() {
        if let Becomes::Added { after, title, body } = one
            && *after == place
        {
            let found = Found { number: None, title: title.clone(), body: body.clone(), part: None };
            left.push((found, Some(at)));
        }
    }
}

/// The title and the words of an article, as a version that holds them reads.
///
/// # Errors
/// `SeveralArticles`, if they would make another article, a part, or swallow what comes after them.
pub fn one_article(title: &str, body: &str) -> Result<(String, String), FieldProblem> {
    let first = ArticleNumber::plain(1);
    let next = Article { number: ArticleNumber::plain(2), title: "N".into(), body: "N.".into(), part: None };
    let article = Article { number: first, title: title.to_owned(), body: body.to_owned(), part: None };
    let both = Articles { preamble: String::new(), articles: vec![article, next.clone()] };
    let read = found(&both.write()).1;
    match read.as_slice() {
        [one, other]
            if one.number == Some(first)
                && other.number == Some(next.number)
                && (other.body.as_str(), &other.part) == ("N.", &None) =>
        {
            Ok((one.title.clone(), one.body.clone()))
        }
        _ => Err(FieldProblem::SeveralArticles),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "Avant.\n\n# Un\n\n## Article 1. A\n\nUn.\n\n## Article 2. B\n\nDeux.\n\n# Deux\n\n## Article 3. C\n\nTrois.";

    fn number(text: &str) -> ArticleNumber {
        text.parse().expect("a number")
    }

    fn added(after: Option<&str>, title: &str) -> Becomes {
        Becomes::Added { after: after.map(number), title: title.into(), body: "Neuf.".into() }
    }

    fn left(all: &[Becomes]) -> (Vec<String>, Vec<String>) {
        let (text, became) = become_all(BODY, all, &BTreeSet::new()).expect("possible");
        let read = Articles::read(&text);
        let said = |one: &Article| {
            let part = one.part.as_ref().map(|part| format!("{part}/")).unwrap_or_default();
            format!("{part}{} {} {}", one.number, one.title, one.body)
        };
        assert_eq!(read.preamble, "Avant.");
        (read.articles.iter().map(said).collect(), became.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn articles_change_come_and_go_in_one_go() {
        let changed = Becomes::Changed { number: number("2"), title: "B".into(), body: "Deux bis.".into() };
        let all = [changed, added(Some("1"), "N"), added(Some("1"), "M"), added(Some("3"), "Z")];
        let (text, became) = left(&all);
        assert_eq!(
            text,
            ["Un/1 A Un.", "1 bis N Neuf.", "1 ter M Neuf.", "2 B Deux bis.", "Deux/3 C Trois.", "4 Z Neuf."]
        );
        assert_eq!(became, ["2", "1 bis", "1 ter", "4"]);
    }

    #[test]
    fn a_part_stays_when_its_first_article_goes() {
        let (text, became) = left(&[Becomes::Removed(number("1"))]);
        assert_eq!((text, became), (vec!["Un/2 B Deux.".into(), "Deux/3 C Trois.".into()], vec!["1".into()]));
    }

    #[test]
    fn the_number_of_an_article_that_goes_does_not_serve_the_one_that_comes() {
        let (text, _) = left(&[Becomes::Removed(number("3")), added(Some("3"), "Z")]);
        assert_eq!(text.last().map(String::as_str), Some("4 Z Neuf."));
    }

    #[test]
    fn what_is_not_there_does_not_change_and_a_version_keeps_an_article() {
        let gone = |all: &[Becomes]| become_all(BODY, all, &BTreeSet::new());
        let refused = Err(FieldProblem::ArticleGone { number: number("9") });
        assert_eq!(gone(&[Becomes::Removed(number("9"))]), refused);
        assert_eq!(gone(&[added(Some("9"), "N")]), refused);
        let all: Vec<Becomes> = ["1", "2", "3"].map(|one| Becomes::Removed(number(one))).into();
        assert_eq!(gone(&all), Err(FieldProblem::NoArticle));
    }

    #[test]
    fn an_article_added_before_all_is_the_first() {
        let (text, became) = left(&[added(None, "N")]);
        assert_eq!(text[0], format!("{} N Neuf.", became[0]));
        assert_eq!(text.len(), 4);
    }
}
