//! What somebody types, as what is looked for.
//!
//! Every word counts. `"…"` or « … » holds words that follow each other; `-word` must not be there; the last word may
//! be the beginning of one. Nothing else has a meaning: there is no syntax to get wrong.

use std::mem;

use crate::scan::{Place, Token, scan};

/// Characters of a query that are read.
const LONGEST: usize = 300;
/// Words that are looked for at once.
const MOST: usize = 12;
/// Letters from which a word may be the beginning of another: more where nothing else narrows the search.
const BEGINNING: usize = 3;
const ALONE: usize = 4;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All of these.
    pub wanted: Vec<Term>,
    /// None of these.
    pub unwanted: Vec<Term>,
}

/// One word or phrase, in any of its wordings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// At least one.
    pub ways: Vec<Wording>,
}

/// Words in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What the words come to; at least one.
    pub stems: Vec<String>,
    /// Whether the last one is the beginning of a word.
    pub open: bool,
}

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Query {
        let end = typed.char_indices().nth(LONGEST).map_or(typed.len(), |(end, _)| end);
        let mut query = Query::default();
        let segments = segments(&typed[..end]);
        let last = segments.len().saturating_sub(1);
        for (place, segment) in segments.iter().enumerate() {
            let open = place == last && typed.ends_with(char::is_alphanumeric);
            let terms = segment.terms(open, query.wanted.is_empty());
            let list = if segment.unwanted { &mut query.unwanted } else { &mut query.wanted };
            list.extend(terms);
        }
        query.wanted.truncate(MOST);
        query.unwanted.truncate(MOST);
        // « - » alone would answer with everything else: that is no search.
        if query.wanted.is_empty() { Query::default() } else { query }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }
}

/// A part of what was typed.
#[derive(Debug, Default)]
struct Segment {
    text: String,
    phrase: bool,
    unwanted: bool,
}

/// Cuts what was typed at quotation marks and at words with a minus sign.
fn segments(typed: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut current = Segment::default();
    let mut before = ' ';
    let mut chars = typed.chars().peekable();
    while let Some(c) = chars.next() {
        let closing = match c {
            '"' => Some('"'),
            '«' => Some('»'),
            '“' | '”' => Some('”'),
            _ => None,
        };
        if let Some(closing) = closing {
            let unwanted = mem::take(&mut current.unwanted);
            segments.push(mem::take(&mut current));
            let text = chars.by_ref().take_while(|c| *c != closing).collect();
            segments.push(Segment { text, phrase: true, unwanted });
            before = closing;
            continue;
        }
        let starts = before.is_whitespace() && matches!(c, '-' | '−' | '–');
        if starts && chars.peek().is_some_and(|c| c.is_alphanumeric() || "\"«“".contains(*c)) {
            segments.push(mem::take(&mut current));
            current.unwanted = true;
        } else if c.is_whitespace() && current.unwanted {
            segments.push(mem::take(&mut current));
        } else {
            current.text.push(c);
        }
        before = c;
    }
    segments.push(current);
    segments.retain(|segment| !segment.text.trim().is_empty());
    segments
}

impl Segment {
    fn terms(&self, open: bool, first: bool) -> Vec<Term> {
        let mut tokens: Vec<Token> = Vec::new();
        scan(
            &self.text,
            |_| true,
            |token| {
                tokens.push(token);
                tokens.len() < 4 * MOST
            },
        );
        if self.phrase {
            return phrase(&tokens).into_iter().collect();
        }
        let units: Vec<&[Token]> = tokens.chunk_by(|a, b| a.unit == b.unit).collect();
        let last = units.len().saturating_sub(1);
        let ends = self.text.trim_end().len();
        let least = if first && last == 0 { ALONE } else { BEGINNING };
        let open = (open && !self.unwanted).then_some(least);
        let term = |(place, unit): (usize, &&[Token])| {
            let reaches = unit.iter().map(|token| token.at.end).max() == Some(ends);
            of_unit(unit, open.filter(|_| place == last && reaches))
        };
        units.iter().enumerate().filter_map(term).collect()
    }
}

fn running(tokens: &[Token]) -> Vec<&Token> {
    tokens.iter().filter(|token| token.place == Place::Running).collect()
}

/// All the words of a phrase, in a row.
fn phrase(tokens: &[Token]) -> Option<Term> {
    let stems: Vec<String> = running(tokens).into_iter().map(|token| token.stem.clone()).collect();
    // A date or a compound alone between quotation marks is also found as it is written elsewhere.
    let one_unit = tokens.windows(2).all(|pair| pair[0].unit == pair[1].unit);
    if one_unit {
        return of_unit(tokens, None);
    }
    (!stems.is_empty()).then(|| Term { ways: vec![Wording { stems, open: false }] })
}

/// A word, or the pieces of one; it may be the beginning of another from so many letters on.
fn of_unit(unit: &[Token], open: Option<usize>) -> Option<Term> {
    let beside = unit.iter().find(|token| token.place == Place::Beside);
    let words = running(unit);
    let mut ways = Vec::new();
    let is_date = beside
        .is_some_and(|token| token.stem.starts_with('d') && token.stem.len() == 9 && words.len() >= 2)
        && beside.is_some_and(|token| token.stem[1..].bytes().all(|b| b.is_ascii_digit()));
    // « sous-préfecture » is no prefecture: where a common word is a part of the name, the parts are not enough.
    let whole = is_date || (beside.is_some() && words.len() < 2);
    if let Some(token) = beside {
        ways.push(Wording { stems: vec![token.stem.clone()], open: false });
        if !is_date {
            ways.extend(beginning(token, open).map(|stem| Wording { stems: vec![stem], open: true }));
        }
    }
    if let Some((last, before)) = words.split_last().filter(|_| !whole) {
        let stems = |last: String| before.iter().map(|t| t.stem.clone()).chain([last]).collect();
        ways.push(Wording { stems: stems(last.stem.clone()), open: false });
        ways.extend(beginning(last, open).map(|last| Wording { stems: stems(last), open: true }));
    }
    (!ways.is_empty()).then_some(Term { ways })
}

/// The word as typed, if it may be the beginning of another.
fn beginning(token: &Token, least: Option<usize>) -> Option<String> {
    let enough = token.form.chars().count() >= least?;
    (enough && token.form.chars().all(char::is_alphabetic)).then(|| token.form.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> String {
        let term = |sign: &str, term: &Term| {
            let ways = term
                .ways
                .iter()
                .map(|way| format!("{}{}", way.stems.join("_"), if way.open { "*" } else { "" }));
            format!("{sign}{}", ways.collect::<Vec<_>>().join("|"))
        };
        let query = Query::new(typed);
        let wanted = query.wanted.iter().map(|t| term("", t));
        wanted.chain(query.unwanted.iter().map(|t| term("-", t))).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_query_is_read_as_people_mean_it() {
        for (typed, expected) in [
            ("élus de la commune", "elu commune|commune*"),
            ("l’eau", "eau"),
            ("compte-rendu", "compterendu|compterendu*|compt_rendu|compt_rendu*"),
            ("compte-rendu !", "compterendu|compt_rendu"),
            ("sous-préfecture ", "sousprefectur"),
            ("« droit à l’eau »", "droit_eau"),
            ("\"commun\"", "commun"),
            ("eau -rivière", "eau -rivier"),
            ("eau -« manque d’eau » gare", "eau gare|gar|gare* -manc_eau"),
            ("12 novembre 2026", "d20261112"),
            ("12 500", "12500"),
            ("2026-04", "2026_04"),
            ("-eau", ""),
            ("le la les", ""),
            ("a OR b", "or b"),
            ("x\" y z", "x z"),
            ("co - voiturage", "co voiturag|voiturage*"),
        ] {
            let expected = expected.replace("gare|gar|gare*", "gar|gare*");
            assert_eq!(read(typed), expected, "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn anything_can_be_typed(typed in "\\PC{0,80}") {
            let query = Query::new(&typed);
            for term in query.wanted.iter().chain(&query.unwanted) {
                assert!(term.ways.iter().all(|way| !way.stems.is_empty()));
            }
        }
    }
}
