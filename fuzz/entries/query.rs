//! What is typed in the search: words that no engine can take for a command, and a passage that is a part of its text.

use lexis::{Query, analyse, passage, surface};

/// Words and wordings of a query, at most.
const MOST: usize = 12;

/// Reads what was typed, analyses it as a text too, and looks for the one in the other.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (typed, text) = text.split_once('\n').unwrap_or((&text, &text));
    let query = Query::new(typed);
    assert!(query.wanted.len() <= MOST && query.unwanted.len() <= MOST);
    assert!(!query.is_empty() || query.unwanted.is_empty(), "all but something is no search");
    for wording in query.wanted.iter().chain(&query.unwanted).flat_map(|term| &term.ways) {
        assert!(!wording.stems.is_empty());
        for stem in &wording.stems {
            let plain = |c: char| c.is_alphanumeric() || c == '_';
            assert!(!stem.is_empty() && stem.chars().all(plain), "« {stem} » is not a plain word");
            surface(text, stem);
        }
    }
    let analysed = analyse(text, 500);
    assert!(analysed.running.len() <= 500);
    let found = passage(text, &query, 200);
    for piece in found.pieces.iter().filter(|piece| piece.marked) {
        assert!(text.contains(&piece.text));
    }
}
