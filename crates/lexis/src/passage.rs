//! The lines of a text that answer a query, with its words marked.

use std::ops::Range;

use crate::{
    query::{Query, Wording},
    scan::{Token, scan},
};

/// Words of a text that are marked at most: a word that is everywhere is shown where it comes first.
const MOST: usize = 200;
/// What parts the pages of a document.
const PAGE: char = '\u{c}';

/// A passage of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The passage in pieces.
    pub pieces: Vec<Piece>,
    /// The page it is on, from 1, for a text that has pages.
    pub page: Option<u32>,
}

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Whether it is what was looked for.
    pub marked: bool,
}

/// The passage of `text`, about `length` bytes long, where most of what is looked for stands together; the beginning
/// if nothing does.
pub fn passage(text: &str, query: &Query, length: usize) -> Passage {
    let found = found(text, query);
    let range = window(text, &found, length);
    let mut pieces = Vec::new();
    let mut from = range.start;
    if from > 0 {
        pieces.push(Piece { text: "… ".to_owned(), marked: false });
    }
    for (_, at) in found.into_iter().filter(|(_, at)| at.start >= range.start && at.end <= range.end) {
        // Two ways to read the same letters mark them once.
        if at.start < from {
            continue;
        }
        push(&mut pieces, &text[from..at.start], false);
        push(&mut pieces, &text[at.clone()], true);
        from = at.end;
    }
    push(&mut pieces, &text[from..range.end], false);
    if range.end < text.trim_end().len() {
        push(&mut pieces, " …", false);
    }
    let page = text.contains(PAGE).then(|| text[..range.start].matches(PAGE).count() + 1);
    Passage { pieces, page: page.and_then(|page| u32::try_from(page).ok()) }
}

/// The first word of `text`, as it is written there, that comes to `stem`.
pub fn surface(text: &str, stem: &str) -> Option<String> {
    let mut written = None;
    let letter = stem.chars().next();
    scan(
        text,
        |c| Some(c) == letter,
        |token| {
            if token.stem == stem {
                written = Some(text[token.at].to_lowercase());
            }
            written.is_none()
        },
    );
    written
}

fn push(pieces: &mut Vec<Piece>, text: &str, marked: bool) {
    if text.is_empty() {
        return;
    }
    // Blanks of a source are not those of a line.
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if c.is_ascii_whitespace() { ' ' } else { c };
        if c != ' ' || !line.ends_with(' ') {
            line.push(c);
        }
    }
    match pieces.last_mut() {
        Some(last) if !marked && !last.marked => last.text.push_str(&line),
        _ => pieces.push(Piece { text: line, marked }),
    }
}

/// Where what is looked for stands: which term, where.
fn found(text: &str, query: &Query) -> Vec<(usize, Range<usize>)> {
    let letters: Vec<char> = query
        .wanted
        .iter()
        .flat_map(|term| &term.ways)
        .flat_map(|way| &way.stems)
        .filter_map(|stem| stem.chars().next())
        // « yeux » comes to « œil ».
        .flat_map(|letter| if letter == 'o' { vec!['o', 'y'] } else { vec![letter] })
        .collect();
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    scan(
        text,
        |c| letters.contains(&c),
        |token| {
            let term = query.wanted.iter().position(|term| term.ways.iter().any(|way| says(way, &token)));
            found.extend(term.map(|term| (term, token.at)));
            found.len() < MOST
        },
    );
    found.sort_by_key(|(_, at)| (at.start, std::cmp::Reverse(at.end)));
    found
}

/// Whether a word is one of those of a wording.
fn says(way: &Wording, token: &Token) -> bool {
    let last = way.stems.len().saturating_sub(1);
    let is = |(place, stem): (usize, &String)| {
        token.stem == *stem || (way.open && place == last && token.stem.starts_with(stem.as_str()))
    };
    way.stems.iter().enumerate().any(is)
}

/// The part of the text to show: around the place where most terms stand within reach.
fn window(text: &str, found: &[(usize, Range<usize>)], length: usize) -> Range<usize> {
    let Some((_, first)) = found.first() else { return cut(text, 0, length) };
    let mut best = (0, first.start);
    for (place, (_, at)) in found.iter().enumerate() {
        let near = found[place..].iter().take_while(|(_, other)| other.end <= at.start + length * 2 / 3);
        let (mut terms, mut words) = (0_u64, 0_u32);
        for (term, _) in near {
            terms |= 1 << (term % 64);
            words += 1;
        }
        let worth = terms.count_ones() * 8 + words.min(7);
        if worth > best.0 {
            best = (worth, at.start);
        }
    }
    cut(text, best.1, length)
}

/// About `length` bytes around `at`, from one end of a word to another, within a page.
fn cut(text: &str, at: usize, length: usize) -> Range<usize> {
    let page = text[..at].rfind(PAGE).map_or(0, |place| place + PAGE.len_utf8());
    let boundary = |mut place: usize| {
        while !text.is_char_boundary(place) {
            place -= 1;
        }
        place
    };
    let mut start = boundary(at.saturating_sub(length / 3)).max(page);
    if start > page {
        // The start of a sentence if there is one just before, otherwise of a word.
        let before = &text[start..at];
        let sentence = before.find(['\n', '.', '!', '?', ';']).map(|place| place + 1);
        let word = before.find(char::is_whitespace);
        start += sentence.or(word).unwrap_or(0);
    }
    start += text[start..].len() - text[start..].trim_start().len();
    let start = start.min(at.max(page));
    let mut end = boundary((start + length).min(text.len()));
    if end < text.len() {
        end = text[start..end].rfind(char::is_whitespace).map_or(end, |place| start + place);
    }
    let end = text[start..end].find(PAGE).map_or(end, |place| start + place);
    start..start + text[start..end].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, typed: &str, length: usize) -> String {
        let passage = passage(text, &Query::new(typed), length);
        let piece = |piece: Piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text };
        let page = passage.page.map(|page| format!(" (p. {page})")).unwrap_or_default();
        passage.pieces.into_iter().map(piece).collect::<String>() + &page
    }

    #[test]
    fn words_are_marked_as_they_are_written() {
        assert_eq!(shown("Les Élues, un élu.", "élu", 100), "Les [Élues], un [élu].");
        assert_eq!(shown("Le co-voiturage va.", "covoiturage", 100), "Le [co-voiturage] va.");
        assert_eq!(shown("L’avis du S.C.o.T.", "scot avis", 100), "L’[avis] du [S.C.o.T].");
        assert_eq!(shown("le 12 novembre\n2026, enfin", "12/11/2026", 100), "le 12 novembre 2026, enfin");
        assert_eq!(shown("le 12 novembre 2026, enfin", "12/11/2026", 100), "le [12 novembre 2026], enfin");
        assert_eq!(shown("Rien ici.", "autre", 100), "Rien ici.");
    }

    #[test]
    fn the_passage_is_where_the_words_stand_together() {
        let far = "Du remplissage sans aucun rapport. ".repeat(20);
        let text = format!("La gare. {far}Une piste mène à la gare du bourg. {far}");
        assert_eq!(
            shown(&text, "piste gare", 60),
            "… Une [piste] mène à la [gare] du bourg. Du remplissage sans …"
        );
        assert!(shown(&text, "absent", 60).starts_with("La gare. Du"));
    }

    #[test]
    fn a_page_is_told() {
        let text = "Première page.\u{c}Deuxième page.\u{c}La troisième.";
        assert_eq!(shown(text, "troisième", 80), "… La [troisième]. (p. 3)");
        assert_eq!(shown(text, "deuxième", 80), "… [Deuxième] page. … (p. 2)");
    }

    #[test]
    fn a_word_is_given_back_as_it_is_written() {
        assert_eq!(surface("Nos Communautés d’agglomération", "communaut"), Some("communautés".to_owned()));
        assert_eq!(surface("Rien", "communaut"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_a_passage(text in "(\\PC|\\s){0,120}", typed in "\\PC{0,20}", length in 1..60_usize) {
            let shown = passage(&text, &Query::new(&typed), length);
            assert!(shown.pieces.iter().all(|piece| !piece.text.is_empty()));
        }
    }
}
