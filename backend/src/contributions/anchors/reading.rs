//! From the words of a text as it is typed to those of the page on which it is read, and back.
//!
//! Both are compared word by word: what only the source has, addresses and signs, and what only the page has, such as the
//! names of notes, are nobody's words.

use std::{
    ops::Range,
    time::{Duration, Instant},
};

use domain::{
    Refusal, Version,
    contributions::{Anchor, Place},
    ids::{CommentId, SuggestionId},
};
use markdown::{Passage, Spot};
use similar::{Algorithm, DiffOp};

use super::{
    super::{
        load::{Loaded, source},
        render::{self, apart},
    },
    words::words,
};
use crate::{Cx, Result};

/// Beyond this time the comparison is coarser: fewer words are found again.
const PATIENCE: Duration = Duration::from_millis(200);
/// Words that a passage may have more on the page than in the source, before it is taken for another one.
const MORE: usize = 12;

/// What a passage is marked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    /// A comment, and its number on the page.
    Comment(CommentId, usize),
    /// A suggestion, and its number on the page.
    Suggestion(SuggestionId, usize),
}

/// Words of a text to be marked where it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where they stand, in bytes of the HTML.
    pub range: Range<usize>,
    /// What for.
    pub what: Marked,
}

/// A text and its page, word by word.
pub(super) struct Reading {
    typed: Vec<Range<usize>>,
    shown: Vec<Range<usize>>,
    /// For each word of the source, that of the page.
    pairs: Vec<Option<usize>>,
}

impl Reading {
    pub fn new(body: &str, html: &str) -> Reading {
        let (typed, shown) = (words(body, 0..body.len()), markdown::words_shown(html));
        let end = Instant::now() + PATIENCE;
        let of = |text: &str, ranges: &[Range<usize>]| -> Vec<String> {
            ranges.iter().map(|range| text[range.clone()].to_owned()).collect()
        };
        let (said, read) = (of(body, &typed), of(html, &shown));
        let mut pairs = vec![None; typed.len()];
        for op in similar::capture_diff_slices_deadline(Algorithm::Patience, &said, &read, Some(end)) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                for step in 0..len {
                    pairs[old_index + step] = Some(new_index + step);
                }
            }
        }
        Reading { typed, shown, pairs }
    }

    /// Where a passage of the source is read, in bytes of the HTML.
    pub fn shown(&self, passage: &Range<usize>) -> Option<Range<usize>> {
        let first = self.typed.partition_point(|word| word.end <= passage.start);
        let last = self.typed.partition_point(|word| word.start < passage.end);
        let mut pairs = self.pairs.get(first..last)?.iter().flatten().copied();
        let start = pairs.next()?;
        let end = pairs.last().unwrap_or(start);
        // Words found again far apart are of two passages.
        let end = if end - start > last - first + MORE { start } else { end };
        Some(self.shown[start].start..self.shown[end].end)
    }

    /// Where words of the page, counted from 0, stand in the source.
    pub fn typed(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let within = |pair: &Option<usize>| pair.is_some_and(|at| first <= at && at <= last);
        let start = self.pairs.iter().position(within)?;
        let end = self.pairs.iter().rposition(within)?;
        Some(self.typed[start].start..self.typed[end].end)
    }
}

/// The passage that somebody chose on the page of a version: from one of its words to another, counted from 0.
///
/// # Errors
/// `NotFound` if there are no such words.
pub(in super::super) async fn chosen(
    cx: &Cx,
    text: &Loaded,
    base: Version,
    (first, last): (usize, usize),
) -> Result<Range<usize>> {
    if first > last {
        return Err(Refusal::NotFound.into());
    }
    let body = source(cx.reader(), text.id, base).await?.body;
    let html = render::text(text.id, "", &body).await?.html;
    let found = apart(body.len(), move || Reading::new(&body, &html).typed(first, last)).await?;
    found.ok_or_else(|| Refusal::NotFound.into())
}

/// Where these passages are read on the page of the text; those that cannot be found there are left out.
pub(in super::super) async fn marks(
    body: String,
    html: String,
    passages: Vec<(Anchor, Marked)>,
) -> Result<Vec<Mark>> {
    apart(body.len(), move || {
        let reading = Reading::new(&body, &html);
        let mark = |(anchor, what): (Anchor, Marked)| {
            let here = anchor.place != Place::Gone;
            let range = reading.shown(&anchor.range()).filter(|_| here)?;
            Some(Mark { range, what })
        };
        passages.into_iter().filter_map(mark).collect()
    })
    .await
}

/// The page of a text with these words marked, each followed by what `write` puts down: what for, where, what is added to.
pub fn marked(html: &str, marks: &[Mark], mut write: impl FnMut(Marked, Spot, &mut String)) -> String {
    let passage = |(key, mark): (usize, &Mark)| Passage { range: mark.range.clone(), key };
    let passages: Vec<Passage> = marks.iter().enumerate().map(passage).collect();
    markdown::marked(html, &passages, |key, spot, out| write(marks[key].what, spot, out))
}

#[cfg(test)]
mod tests {
    use markdown::{Options, Typography};

    use super::*;

    const BODY: &str = "## Un chemin\n\nOuvrir un **chemin** l'an prochain, vers [la gare](https://gare.example/un/chemin) [^1].\n\n\
                        - Poser des bancs\n- Poser des bancs\n\n[^1]: Une note.";

    fn html() -> String {
        let wikilink = |target: &str| target.to_owned();
        let options = Options { language: Typography::French, id_prefix: "t1-", wikilink: &wikilink };
        markdown::render(BODY, &options).html
    }

    fn range(words: &str, from: usize) -> Range<usize> {
        let start = from + BODY[from..].find(words).expect("there");
        start..start + words.len()
    }

    #[test]
    fn a_passage_is_found_on_the_page_whatever_its_signs() {
        let html = html();
        let reading = Reading::new(BODY, &html);
        let shown = |passage: Range<usize>| &html[reading.shown(&passage).expect("on the page")];
        assert_eq!(shown(range("un **chemin** l'an", 0)), "un <strong>chemin</strong> l’an");
        assert_eq!(
            shown(range("[la gare](https://gare.example/un/chemin)", 0)).split('<').next(),
            Some("la gare")
        );
        assert_eq!(shown(range("## Un chemin", 0)), "Un chemin");
        // The second of two that are alike.
        let second = range("Poser des bancs", range("Poser des bancs", 0).end);
        let found = reading.shown(&second).expect("on the page");
        assert_eq!(Some(found.start), html.rfind("Poser des bancs"));
        assert_eq!(reading.shown(&(0..2)), None, "signs are no words");
    }

    #[test]
    fn words_chosen_on_the_page_are_found_in_the_source() {
        let html = html();
        let reading = Reading::new(BODY, &html);
        let shown = markdown::words_shown(&html);
        let at = |word: &str| shown.iter().position(|range| &html[range.clone()] == word).expect("a word");
        let typed = reading.typed(at("Ouvrir"), at("prochain")).expect("in the source");
        assert_eq!(&BODY[typed], "Ouvrir un **chemin** l'an prochain");
        let typed = reading.typed(at("vers"), at("gare")).expect("in the source");
        assert_eq!(&BODY[typed], "vers [la gare");
        assert_eq!(reading.typed(9_999, 10_000), None);
    }
}
