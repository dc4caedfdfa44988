//! Acronyms in a text that was rendered: where each is met first in a section, so that it can be explained there.
//!
//! What is read is the HTML of this crate, as it is kept: nothing is rendered again when the glossary changes. A word
//! counts whole and as it is written; never in a link, a heading, a code or the head of a table. Where the text itself
//! explains the acronym, it is left alone until the next section.

use std::collections::{BTreeSet, HashMap};

use crate::{passages::tag_length, slug::slugify};

/// Words of what an acronym stands for by which a text is seen to explain it itself.
const WORDS_KNOWN: usize = 3;
/// Bytes on either side in which it may do so.
const NEAR: usize = 300;
/// Bytes that stay on the line of a word which they touch.
const GLUED: usize = 16;
/// Elements in which nothing is explained.
const CLOSED: [&str; 11] = ["a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "th"];

/// The acronyms of a glossary.
#[derive(Clone, Debug, Default)]
pub struct Acronyms {
    places: HashMap<String, usize>,
    /// What each stands for, in the words of an address.
    said: Vec<String>,
}

/// A place of a text where an acronym is to be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which acronym, by its place in the glossary.
    pub place: usize,
    word: (usize, usize),
    /// The word with what touches it, which stays on its line.
    whole: (usize, usize),
}

impl Acronyms {
    /// From each acronym and what it stands for, in the order of the glossary.
    pub fn new<'e>(entries: impl IntoIterator<Item = (&'e str, &'e str)>) -> Acronyms {
        let mut acronyms = Acronyms::default();
        for (place, (term, expansion)) in entries.into_iter().enumerate() {
            acronyms.places.insert(term.to_owned(), place);
            let words = slugify(expansion);
            acronyms.said.push(words.split('-').take(WORDS_KNOWN).collect::<Vec<_>>().join("-"));
        }
        acronyms
    }

    /// Where acronyms are to be explained in the HTML of a text.
    pub fn marks(&self, html: &str) -> Vec<Mark> {
        let mut reading = Reading { html, ..Default::default() };
        let (mut marks, mut before) = (Vec::new(), 0);
        while let Some((start, end)) = reading.word() {
            let Some(place) = self.places.get(&html[start..end]).copied() else { continue };
            if !reading.met.insert(place) || self.is_said(place, html, start, end) {
                continue;
            }
            let whole = glued(html, start, end, before);
            marks.push(Mark { place, word: (start, end), whole });
            (before, reading.at) = (whole.1, whole.1);
        }
        marks
    }

    /// Whether the text says there what the acronym stands for: « SCoT (schéma de…) », « schéma de… (SCoT) ».
    fn is_said(&self, place: usize, html: &str, start: usize, end: usize) -> bool {
        let said = &self.said[place];
        let after = text_after(html, end).trim_start();
        if let Some(inside) = after.strip_prefix('(') {
            return slugify(inside.split(')').next().unwrap_or_default()).starts_with(said.as_str());
        }
        let before = text_before(html, start).trim_end();
        before
            .strip_suffix('(')
            .is_some_and(|before| after.starts_with(')') && slugify(before).contains(said.as_str()))
    }
}

/// The text from here to the next tag, no more than is near.
fn text_after(html: &str, at: usize) -> &str {
    let end = html[at..].find('<').map_or(html.len(), |found| at + found);
    &html[at..html.floor_char_boundary(end.min(at + NEAR))]
}

/// The text from the last tag to here, no more than is near.
fn text_before(html: &str, at: usize) -> &str {
    let start = html[..at].rfind('>').map_or(0, |found| found + 1);
    let near = html.floor_char_boundary(at.saturating_sub(NEAR));
    &html[start.max(near)..at]
}

/// The text with what `write` puts down at each mark: the mark, how many came before, the word, what is added to.
pub fn explained(
    html: &str,
    marks: &[Mark],
    mut write: impl FnMut(&Mark, usize, &str, &mut String),
) -> String {
    let mut out = String::with_capacity(html.len() + marks.len() * 512);
    let mut copied = 0;
    for (count, mark) in marks.iter().enumerate() {
        let ((start, end), (from, to)) = (mark.word, mark.whole);
        out.push_str(&html[copied..from]);
        out.push_str("<span class=\"acronym\">");
        out.push_str(&html[from..start]);
        write(mark, count, &html[start..end], &mut out);
        out.push_str(&html[end..to]);
        out.push_str("</span>");
        copied = to;
    }
    out.push_str(&html[copied..]);
    out
}

/// What touches a word without a blank, a tag nor an entity: an opening bracket, a comma.
fn glued(html: &str, start: usize, end: usize, copied: usize) -> (usize, usize) {
    let touches = |c: &char| !c.is_whitespace() && !matches!(c, '<' | '>' | '&' | ';');
    let punctuation = |c: &char| touches(c) && !c.is_alphanumeric();
    let before: usize = html[copied..start].chars().rev().take_while(touches).map(char::len_utf8).sum();
    let after: usize = html[end..].chars().take_while(punctuation).map(char::len_utf8).sum();
    // Something long is broken anywhere rather than wider than the page.
    let short = |bytes: usize| if bytes > GLUED { 0 } else { bytes };
    (start - short(before), end + short(after))
}

/// The words of a text that may be acronyms, one after the other.
#[derive(Default)]
struct Reading<'a> {
    html: &'a str,
    at: usize,
    /// How many elements are open in which nothing is explained.
    closed: usize,
    /// What was met since the section began.
    met: BTreeSet<usize>,
}

impl Reading<'_> {
    /// The next word with two capitals or digits, outside of what is closed.
    fn word(&mut self) -> Option<(usize, usize)> {
        let bytes = self.html.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            if *byte == b'<' {
                self.tag();
                continue;
            }
            if self.closed > 0 {
                self.at += self.html[self.at..].find('<').unwrap_or(bytes.len() - self.at);
                continue;
            }
            let start = self.at;
            // Most words are none: they are counted before they are looked up.
            let mut telling = 0;
            while let Some(length) = letter(self.html, self.at) {
                let byte = bytes[self.at];
                telling += usize::from(byte.is_ascii_uppercase() || byte.is_ascii_digit() || length > 1);
                self.at += length;
            }
            if telling > 1 {
                return Some((start, start + self.html[start..self.at].trim_end_matches('-').len()));
            }
            if self.at == start {
                self.at += self.html[start..].chars().next().map_or(1, char::len_utf8);
            }
        }
        None
    }

    fn tag(&mut self) {
        let rest = &self.html[self.at + 1..];
        let length = tag_length(&self.html[self.at..]) - 1;
        let (name, ends) = match rest.strip_prefix('/') {
            Some(rest) => (tag_name(rest), true),
            None => (tag_name(rest), false),
        };
        if CLOSED.contains(&name) {
            self.closed = if ends { self.closed.saturating_sub(1) } else { self.closed + 1 };
        }
        if !ends && matches!(name, "h1" | "h2" | "h3") {
            self.met.clear();
        }
        self.at += 1 + length;
    }
}

fn tag_name(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(tag.len());
    &tag[..end]
}

/// Bytes of the letter, digit or hyphen that stands here, if one does.
#[inline]
fn letter(html: &str, at: usize) -> Option<usize> {
    match html.as_bytes().get(at)? {
        byte if byte.is_ascii_alphanumeric() || *byte == b'-' => Some(1),
        byte if byte.is_ascii() => None,
        _ => html[at..].chars().next().filter(|c| c.is_alphanumeric()).map(char::len_utf8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explained(html: &str) -> String {
        let acronyms = Acronyms::new([
            ("SCoT", "schéma de cohérence territoriale"),
            ("PAT", "projet alimentaire territorial"),
            ("C2D", "conseil de développement"),
        ]);
        let html = super::explained(html, &acronyms.marks(html), |mark, count, word, out| {
            out.push_str(&format!("[{word} {} {count}]", mark.place));
        });
        html.replace("<span class=\"acronym\">", "{").replace("</span>", "}")
    }

    #[test]
    fn the_first_of_each_section_is_explained() {
        assert_eq!(
            explained("<h2>Un</h2><p>Le SCoT, le PAT et le SCoT.</p><h3>Deux</h3><p>Le SCoT</p>"),
            "<h2>Un</h2><p>Le {[SCoT 0 0],} le {[PAT 1 1]} et le SCoT.</p><h3>Deux</h3><p>Le {[SCoT 0 2]}</p>"
        );
    }

    #[test]
    fn words_count_whole_and_as_they_are_written() {
        for alone in ["SCOT", "Scot", "PATIENCE", "anti-SCoT", "SCoT-air", "ScoT", "éSCoT", "SCoTé", "1SCoT"]
        {
            assert_eq!(explained(&format!("<p>{alone}</p>")), format!("<p>{alone}</p>"));
        }
        assert_eq!(
            explained("<p>(SCoT) « PAT » l’C2D-</p>"),
            "<p>{([SCoT 0 0])} « {[PAT 1 1]} » {l’[C2D 2 2]-}</p>"
        );
    }

    #[test]
    fn nothing_is_explained_in_links_headings_and_code() {
        for html in [
            "<h2 id=\"t-SCoT\">Le SCoT</h2>",
            "<p><a href=\"/SCoT\">le SCoT</a></p>",
            "<p><code>SCoT</code></p><pre tabindex=\"0\"><code>PAT</code></pre>",
            "<table><thead><tr><th scope=\"col\">SCoT</th></tr></thead></table>",
            "<p>Rien &amp; rien</p>",
        ] {
            assert_eq!(explained(html), html);
        }
        assert_eq!(
            explained("<p><a href=\"/x\">SCoT</a> SCoT</p>"),
            "<p><a href=\"/x\">SCoT</a> {[SCoT 0 0]}</p>"
        );
    }

    #[test]
    fn what_the_text_explains_itself_is_left_alone() {
        for html in [
            "<p>Le SCoT (schéma de cohérence territoriale) et le SCoT.</p>",
            "<p>Le Schéma de cohérence territoriale (SCoT) du Pays.</p>",
        ] {
            assert_eq!(explained(html), html);
        }
        assert_eq!(explained("<p>Le SCoT (de 2019)</p>"), "<p>Le {[SCoT 0 0]} (de 2019)</p>");
    }

    #[test]
    fn a_tag_that_does_not_end_and_letters_of_all_scripts_harm_nothing() {
        for html in ["<p", "SCoT<", "", "<", "É", "日本SCoT", "<p>ÉSCoT œ SCo"] {
            explained(html);
        }
    }
}
