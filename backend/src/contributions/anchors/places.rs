//! Where passages stand in a text: its paragraphs, its headings. Pure.

use std::ops::Range;

use super::super::comparison::places;

/// A paragraph of a text, of which something may be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// As it is written.
    pub text: String,
    /// How much waits on it.
    pub waiting: usize,
}

/// A place in a text, from what is kept of it.
pub(in super::super) fn bytes(at: i32) -> usize {
    usize::try_from(at).unwrap_or_default()
}

/// A place in a text, as it is kept: a text is far shorter than that.
pub(in super::super) fn kept(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}

/// The paragraphs of a text, with how many of these passages stand on each.
pub(in super::super) fn paragraphs(body: &str, passages: &[Range<usize>]) -> Vec<Paragraph> {
    let paragraph = |range: Range<usize>| {
        let on = |passage: &&Range<usize>| passage.start < range.end && range.start < passage.end;
        let waiting = passages.iter().filter(on).count();
        Paragraph { text: body[range.clone()].to_owned(), range, waiting }
    };
    places(body).into_iter().map(paragraph).collect()
}

/// The paragraphs in which a passage stands.
pub(in super::super) fn covering(body: &str, range: &Range<usize>) -> Range<usize> {
    let mut covering = range.clone();
    for place in places(body) {
        if place.start < range.end && range.start < place.end {
            covering = covering.start.min(place.start)..covering.end.max(place.end);
        }
    }
    covering
}

/// How many passages begin before the first heading of a text, then under each; nothing if its headings cannot be told
/// apart.
pub(in super::super) fn by_heading(
    body: &str,
    headings: usize,
    starts: impl Iterator<Item = usize>,
) -> Vec<u32> {
    let found = headings_of(body);
    if found.len() != headings {
        return Vec::new();
    }
    let mut counts = vec![0; headings + 1];
    for start in starts {
        counts[found.partition_point(|at| *at <= start)] += 1;
    }
    counts
}

/// The heading under which something stands, unless it is that heading.
pub(in super::super) fn section(body: &str, headings: &[usize], at: usize) -> Option<String> {
    let above = headings.iter().rev().find(|heading| **heading < at)?;
    Some(heading_words(body, *above))
}

/// Where each heading of a text begins, in bytes: lines that begin with signs of number, outside of code.
pub(in super::super) fn headings_of(body: &str) -> Vec<usize> {
    let (mut found, mut at, mut fence) = (Vec::new(), 0, None::<&str>);
    for line in body.split_inclusive('\n') {
        let text = line.trim_start_matches(' ');
        let sign = ["```", "~~~"].into_iter().find(|sign| text.starts_with(sign));
        match (fence, sign) {
            (Some(open), Some(sign)) if open == sign => fence = None,
            (None, Some(sign)) => fence = Some(sign),
            (None, None) if line.len() - text.len() < 4 && is_heading(text) => found.push(at),
            _ => {}
        }
        at += line.len();
    }
    found
}

fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - words.len())) && words.starts_with([' ', '\t', '\n'])
}

/// The words of a heading.
fn heading_words(body: &str, at: usize) -> String {
    let line = body.get(at..).unwrap_or_default().lines().next().unwrap_or_default();
    line.trim().trim_matches('#').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_code_and_from_other_signs() {
        let body = "Un.\n\n## Deux ##\n\n```\n# non\n```\n\n#non\n\n### Trois\nsuite";
        let found = headings_of(body);
        let words: Vec<String> = found.iter().map(|at| heading_words(body, *at)).collect();
        assert_eq!(words, ["Deux", "Trois"]);
    }

    #[test]
    fn passages_are_counted_under_their_heading() {
        let body = "Un.\n\n## Deux\n\nDeux.\n\n## Trois\n\nTrois.";
        let at = |words: &str| body.find(words).expect("there");
        let starts = [at("Un."), at("Deux."), at("## Trois"), at("Trois.")];
        assert_eq!(by_heading(body, 2, starts.into_iter()), [1, 1, 2]);
        assert_eq!(by_heading(body, 3, starts.into_iter()), Vec::<u32>::new());
        let passage = at("Deux.")..at("Trois");
        let two = paragraphs(body, std::slice::from_ref(&passage));
        assert_eq!(two.iter().map(|p| p.waiting).collect::<Vec<_>>(), [0, 0, 1, 1, 0]);
    }
}
