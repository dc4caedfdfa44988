//! Passages of a text that was rendered: its words as a reader meets them, and marks put on some of them.
//!
//! What is read is the HTML of this crate, as it is kept. A word is a run of letters and digits within one piece of
//! text, which a script of the page counts in the same way.

use std::ops::Range;

/// Elements that hold no link of ours: what is to be written there waits for their end.
const CLOSED: [&str; 8] = ["a", "button", "h1", "h2", "h3", "h4", "h5", "h6"];

/// Some words of a text, in bytes of its HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// From the beginning of its first word to the end of the last one.
    pub range: Range<usize>,
    /// What is known of it elsewhere.
    pub key: usize,
}

/// Where something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In a line, after the words.
    Inline,
    /// Between two blocks, after the heading that holds the words.
    Block,
}

/// The words of a text, in bytes of its HTML.
pub fn words_shown(html: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    for piece in pieces(html) {
        if let Piece::Text(text) = piece {
            words_within(html, text, &mut words);
        }
    }
    words
}

/// The words of one piece of text; an entity is none.
fn words_within(html: &str, text: Range<usize>, words: &mut Vec<Range<usize>>) {
    let mut start = None;
    let mut entity = false;
    for (at, c) in html[text.clone()].char_indices() {
        let at = text.start + at;
        if entity {
            entity = c != ';';
            continue;
        }
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
        entity = c == '&';
    }
    words.extend(start.map(|from| from..text.end));
}

/// The text with these passages marked, each followed by what `write` puts down: its key, where, what is added to.
pub fn marked(html: &str, passages: &[Passage], mut write: impl FnMut(usize, Spot, &mut String)) -> String {
    let covered = union(passages);
    let mut ends: Vec<(usize, usize)> = passages.iter().map(|p| (p.range.end, p.key)).collect();
    ends.sort_unstable();
    let mut out = String::with_capacity(html.len() + passages.len() * 256);
    let (mut ends, mut waiting, mut closed) = (ends.into_iter().peekable(), Vec::new(), 0_usize);
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => {
                for part in parts(&text, &covered, passages) {
                    let words = &html[part.clone()];
                    let within = covered.iter().any(|c| c.start <= part.start && part.end <= c.end);
                    if within && !words.trim().is_empty() {
                        out.push_str("<mark class=\"passage\">");
                        out.push_str(words);
                        out.push_str("</mark>");
                    } else {
                        out.push_str(words);
                    }
                    while let Some((_, key)) = ends.next_if(|(end, _)| *end <= part.end) {
                        if closed == 0 { write(key, Spot::Inline, &mut out) } else { waiting.push(key) }
                    }
                }
            }
            Piece::Tag { range, name, ends: last } => {
                out.push_str(&html[range]);
                if CLOSED.contains(&name) {
                    closed = if last { closed.saturating_sub(1) } else { closed + 1 };
                    if closed == 0 {
                        let spot = if name.starts_with('h') { Spot::Block } else { Spot::Inline };
                        for key in waiting.drain(..) {
                            write(key, spot, &mut out);
                        }
                    }
                }
            }
        }
    }
    out
}

/// What the passages cover together, in order, apart.
fn union(passages: &[Passage]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = passages.iter().map(|p| p.range.clone()).collect();
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut union: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match union.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => union.push(range),
        }
    }
    union
}

/// A piece of text, cut wherever a passage begins or ends.
fn parts(text: &Range<usize>, covered: &[Range<usize>], passages: &[Passage]) -> Vec<Range<usize>> {
    let mut cuts = vec![text.start, text.end];
    cuts.extend(covered.iter().flat_map(|range| [range.start, range.end]));
    cuts.extend(passages.iter().map(|passage| passage.range.end));
    cuts.retain(|cut| text.start <= *cut && *cut <= text.end);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

enum Piece<'a> {
    Text(Range<usize>),
    Tag { range: Range<usize>, name: &'a str, ends: bool },
}

/// Tags and what stands between them.
fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = html.get(at..).filter(|rest| !rest.is_empty())?;
        let from = at;
        if let Some(inside) = rest.strip_prefix('<') {
            at += tag_length(rest);
            let (inside, ends) = match inside.strip_prefix('/') {
                Some(inside) => (inside, true),
                None => (inside, false),
            };
            let end = inside.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(inside.len());
            Some(Piece::Tag { range: from..at, name: &inside[..end], ends })
        } else {
            at += rest.find('<').unwrap_or(rest.len());
            Some(Piece::Text(from..at))
        }
    })
}

/// Bytes of the tag that begins here. What stands between quotation marks ends none.
pub(crate) fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    let end = html.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(html.len(), |end| end + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HTML: &str = "<h2 id=\"t\">Un chemin</h2><p>Ouvrir un <strong>chemin</strong> l’an&nbsp;prochain, \
                        vers <a href=\"/x\">la gare</a>.</p>";

    fn passage(html: &str, from: &str, to: &str, key: usize) -> Passage {
        let words = words_shown(html);
        let first = words.iter().find(|word| &html[(*word).clone()] == from).expect("the first word");
        let last = words.iter().rev().find(|word| &html[(*word).clone()] == to).expect("the last word");
        Passage { range: first.start..last.end, key }
    }

    fn shown(html: &str, passages: &[Passage]) -> String {
        marked(html, passages, |key, spot, out| out.push_str(&format!("[{key} {spot:?}]")))
    }

    #[test]
    fn words_are_those_that_a_reader_meets() {
        let words: Vec<&str> = words_shown(HTML).into_iter().map(|word| &HTML[word]).collect();
        assert_eq!(
            words,
            ["Un", "chemin", "Ouvrir", "un", "chemin", "l", "an", "prochain", "vers", "la", "gare"]
        );
        assert_eq!(words_shown("a&amp;b"), [0..1, 6..7]);
    }

    #[test]
    fn what_an_attribute_says_is_no_word() {
        let html = "<p><a title=\"un > deux\" href=\"/x\">trois</a></p>";
        let words: Vec<&str> = words_shown(html).into_iter().map(|word| &html[word]).collect();
        assert_eq!(words, ["trois"]);
    }

    #[test]
    fn a_passage_is_marked_across_the_tags_within_it() {
        assert_eq!(
            shown(
                "<p>Ouvrir un <b>chemin</b> ici.</p>",
                &[passage("<p>Ouvrir un <b>chemin</b> ici.</p>", "un", "ici", 3)]
            ),
            "<p>Ouvrir <mark class=\"passage\">un </mark><b><mark class=\"passage\">chemin</mark></b>\
             <mark class=\"passage\"> ici</mark>[3 Inline].</p>"
        );
    }

    #[test]
    fn nothing_is_written_within_a_link_nor_within_a_heading() {
        let out = shown(HTML, &[passage(HTML, "la", "la", 1), passage(HTML, "Un", "Un", 2)]);
        assert!(out.contains("<mark class=\"passage\">la</mark> gare</a>[1 Inline]."), "{out}");
        assert!(out.contains("<mark class=\"passage\">Un</mark> chemin</h2>[2 Block]<p>"), "{out}");
    }

    #[test]
    fn passages_that_meet_are_marked_once_and_told_apart() {
        let html = "<p>un deux trois quatre</p>";
        let out = shown(html, &[passage(html, "un", "trois", 1), passage(html, "deux", "deux", 2)]);
        assert_eq!(
            out,
            "<p><mark class=\"passage\">un deux</mark>[2 Inline]<mark class=\"passage\"> trois</mark>[1 Inline] quatre</p>"
        );
    }

    proptest! {
        #[test]
        fn marks_change_no_word(
            source in "([a-zé*_#\\[\\]()<>&`|\\n -]{0,12}[a-z]{1,4} ?){1,9}", from in 0_usize..20, len in 0_usize..9,
        ) {
            let options = crate::Options { language: crate::Typography::French, id_prefix: "t-", wikilink: &|t| t.to_owned() };
            let html = crate::render(&source, &options).html;
            let words = words_shown(&html);
            prop_assume!(!words.is_empty());
            let (first, last) = (from % words.len(), (from % words.len() + len).min(words.len() - 1));
            let passage = Passage { range: words[first].start..words[last].end, key: 0 };
            let mut written = 0;
            let out = marked(&html, &[passage], |_, _, _| written += 1);
            prop_assert_eq!(written, 1);
            prop_assert_eq!(&out.replace("<mark class=\"passage\">", "").replace("</mark>", ""), &html);
            let again: Vec<String> = words_shown(&out).into_iter().map(|word| out[word].to_owned()).collect();
            let before: Vec<String> = words.into_iter().map(|word| html[word].to_owned()).collect();
            prop_assert_eq!(again, before);
        }
    }
}
