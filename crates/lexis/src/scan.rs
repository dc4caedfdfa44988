//! A text, word by word: what is one word though written in several pieces, and the other way round.

use std::ops::Range;

use crate::{
    fold::{first, fold},
    stem::stem,
    words::{is_common, is_elided, month},
};

/// Characters of a word that are compared; what is longer is no word.
const LONGEST: usize = 64;

/// Whether a word counts for its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A word of the text, after the one before.
    Running,
    /// Another way to write the words just given.
    Beside,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// What is compared.
    pub stem: String,
    /// As written, folded.
    pub form: String,
    /// Where it stands in the text.
    pub at: Range<usize>,
    /// Whether it counts for its place.
    pub place: Place,
    /// Words of one compound, one number or one date have the same unit.
    pub unit: usize,
}

/// Gives each word of `text` whose first letter, folded, is `wanted`, until `each` says that it is enough.
pub(crate) fn scan(text: &str, wanted: impl Fn(char) -> bool, each: impl FnMut(Token) -> bool) {
    let mut scanner = Scanner { text, wanted, each, unit: 0, going: true };
    let mut runs = Runs { text, from: 0 }.peekable();
    let mut pieces = Vec::new();
    while scanner.going {
        let Some(run) = runs.next() else { return };
        pieces.clear();
        pieces.push(run);
        // All that follows without a break may be of the same unit.
        while let Some(next) = runs.peek() {
            let end = pieces.last().map_or(0, |piece| piece.end);
            if pieces.len() < 12 && holds(text, pieces.last(), end..next.start, next) {
                pieces.push(next.clone());
                runs.next();
            } else {
                break;
            }
        }
        scanner.unit(&pieces);
    }
}

/// The pieces of a text made of letters and figures only.
struct Runs<'a> {
    text: &'a str,
    from: usize,
}

impl Iterator for Runs<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let part = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
        let rest = &self.text[self.from..];
        let start = self.from + rest.find(char::is_alphanumeric)?;
        let length = self.text[start..].find(|c| !part(c)).unwrap_or(self.text.len() - start);
        self.from = start + length;
        Some(start..start + length)
    }
}

const HYPHENS: [&str; 3] = ["-", "\u{2010}", "\u{2011}"];
const APOSTROPHES: [&str; 3] = ["'", "’", "\u{2bc}"];

fn is_figures(piece: &str) -> bool {
    piece.bytes().all(|b| b.is_ascii_digit())
}

/// Whether two pieces belong together: the next one is looked at with what stands between.
fn holds(text: &str, piece: Option<&Range<usize>>, between: Range<usize>, next: &Range<usize>) -> bool {
    let Some(piece) = piece else { return false };
    let (left, right, joint) = (&text[piece.clone()], &text[next.clone()], &text[between]);
    if HYPHENS.contains(&joint) || APOSTROPHES.contains(&joint) {
        return true;
    }
    let single = |piece: &str| piece.chars().count() == 1;
    let letter = |piece: &str| single(piece) && piece.chars().all(char::is_alphabetic);
    match joint {
        "." if letter(left) && letter(right) => true,
        "." | "," | "/" => is_figures(left) && is_figures(right),
        // Thousands: « 12 500 ». A year is no part of it.
        " " | "\u{a0}" | "\u{202f}" if is_figures(left) && is_figures(right) => {
            left.len() <= 3 && right.len() == 3
        }
        // A date in words: « 12 novembre 2026 ».
        " " | "\u{a0}" | "\u{202f}" => {
            let day =
                |piece: &str| piece.len() <= 3 && piece.as_bytes().first().is_some_and(u8::is_ascii_digit);
            (day(left) && month(&fold(right)).is_some())
                || (is_figures(right) && right.len() == 4 && month(&fold(left)).is_some())
        }
        _ => false,
    }
}

struct Scanner<'a, W, E> {
    text: &'a str,
    wanted: W,
    each: E,
    unit: usize,
    going: bool,
}

/// A part of a unit: where it stands, and its letters.
struct Part {
    at: Range<usize>,
    form: String,
}

impl<W: Fn(char) -> bool, E: FnMut(Token) -> bool> Scanner<'_, W, E> {
    fn unit(&mut self, pieces: &[Range<usize>]) {
        self.unit += 1;
        if let [piece] = pieces {
            // Most words: nothing is folded before its first letter is looked at.
            let first = self.text[piece.clone()].chars().next().map(first);
            if first.is_some_and(|c| (self.wanted)(c)) {
                let form = fold(&self.text[piece.clone()]);
                self.word(piece.clone(), form);
            }
            return;
        }
        let acronym = pieces.windows(2).all(|pair| self.joint(&pair[0], &pair[1]) == ".")
            && pieces.iter().all(|piece| !is_figures(&self.text[piece.clone()]));
        if acronym {
            let form = pieces.iter().map(|piece| fold(&self.text[piece.clone()])).collect();
            return self.word(pieces[0].start..pieces[pieces.len() - 1].end, form);
        }
        let parts = self.parts(pieces);
        if let Some(day) = date(&parts) {
            self.give(Token {
                form: day.clone(),
                stem: day,
                at: parts[0].at.start..parts[parts.len() - 1].at.end,
                place: Place::Beside,
                unit: self.unit,
            });
        } else if let [left, right] = parts.as_slice()
            && HYPHENS.contains(&self.joint(&left.at, &right.at))
            && !(is_figures(&left.form) && is_figures(&right.form))
            // « a-t-il », « peut-on »: a verb and its subject are no compound.
            && !is_common(&right.form)
        {
            let form = format!("{}{}", left.form, right.form);
            let at = left.at.start..right.at.end;
            self.give(Token { stem: stem(&form), form, at, place: Place::Beside, unit: self.unit });
        }
        for part in parts {
            self.word(part.at, part.form);
        }
    }

    /// The parts of a unit: elided articles go, figures of thousands and words with an apostrophe come together.
    fn parts(&self, pieces: &[Range<usize>]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::with_capacity(pieces.len());
        let mut joint = "";
        for (place, piece) in pieces.iter().enumerate() {
            let form = fold(&self.text[piece.clone()]);
            let next = pieces.get(place + 1).map(|next| self.joint(piece, next)).unwrap_or_default();
            let glued =
                APOSTROPHES.contains(&joint) || (is_figures(&form) && joint.trim().is_empty() && place > 0);
            let follows = glued && parts.last().is_some_and(|last| last.at.end + joint.len() == piece.start);
            if APOSTROPHES.contains(&next) && is_elided(&form) {
                joint = "";
                continue;
            }
            let thousands = !is_figures(&form) || parts.last().is_some_and(|last| is_figures(&last.form));
            match parts.last_mut().filter(|_| follows && thousands) {
                Some(last) => {
                    last.form.push_str(&form);
                    last.at.end = piece.end;
                }
                None => parts.push(Part { at: piece.clone(), form }),
            }
            joint = next;
        }
        parts
    }

    fn joint(&self, left: &Range<usize>, right: &Range<usize>) -> &str {
        &self.text[left.end..right.start]
    }

    fn word(&mut self, at: Range<usize>, form: String) {
        if !is_common(&form) {
            let stem = stem(&form);
            self.give(Token { stem, form, at, place: Place::Running, unit: self.unit });
        }
    }

    fn give(&mut self, token: Token) {
        // A lone accent is no word.
        if self.going && (1..=LONGEST).contains(&token.stem.len()) {
            self.going = (self.each)(token);
        }
    }
}

/// The day that these parts tell, as `d20261112`.
fn date(parts: &[Part]) -> Option<String> {
    let [first, second, third] = parts else { return None };
    let number = |part: &Part| part.form.parse::<u32>().ok();
    let (year, month, day) = match (month(&second.form), first.form.len()) {
        (Some(month), _) => (number(third)?, month, stem(&first.form).parse().ok()?),
        (None, 4) => (number(first)?, number(second)?, number(third)?),
        (None, _) if third.form.len() == 4 => (number(third)?, number(second)?, number(first)?),
        (None, _) => return None,
    };
    let sound = (1000..=2999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    sound.then(|| format!("d{year}{month:02}{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let mut words = Vec::new();
        scan(
            text,
            |_| true,
            |token| {
                words.push(if token.place == Place::Beside {
                    format!("+{}", token.stem)
                } else {
                    token.stem
                });
                true
            },
        );
        words.join(" ")
    }

    #[test]
    fn words_are_read_as_people_write_them() {
        for (text, expected) in [
            ("L’avis des élus", "avis elu"),
            ("qu’une œuvre d’art", "oeuvr art"),
            ("Aujourd’hui, presqu'île", "aujourdhui presquil"),
            ("co-voiturage", "+covoiturag co voiturag"),
            ("sous-préfecture", "+sousprefectur prefectur"),
            ("Qu’en dit-on ? Y a-t-il", "dit"),
            ("Porte-à-porte", "port port"),
            ("Saint-Étienne-des-Bois", "saint etien bois"),
            ("Pont-d’Arguèze", "pont arguez"),
            ("S.C.o.T. et P.L.U.i", "scot plui"),
            ("J. Martin. A. Durand", "martin durand"),
            ("12 500 euros, 1\u{202f}200 et 2 300 000", "12500 euro 1200 2300000"),
            ("en 2026 300 personnes", "2026 300 person"),
            ("3,5 % de 2024-2025", "3 5 2024 2025"),
            ("covid-19", "+covid19 covid 19"),
            ("le 12 novembre 2026", "+d20261112 12 novembr 2026"),
            ("30/4/2026 2026-04-30", "+d20260430 30 4 2026 +d20260430 2026 04 30"),
            ("1er mars 2027", "+d20270301 1 mar 2027"),
            ("mars 2027", "mar 2027"),
            ("24/24", "24 24"),
            ("CO₂", "co2"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_and_places_are_places_of_the_text(text in "\\PC{0,60}") {
            scan(&text, |_| true, |token| {
                assert!(text.get(token.at.clone()).is_some_and(|piece| !piece.is_empty()));
                assert!(!token.stem.is_empty() && !token.stem.contains([' ', '\'', '"', '\\']));
                true
            });
        }
    }
}
