//! Passages: some words of a text, and where they are after it was edited. Pure; finding the edits is not done here.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::columns::coded_enum;

/// Bytes from which words found again elsewhere are surely the same.
const LONG: usize = 16;

coded_enum! {
    /// What became of the words of a passage.
    pub enum Place {
        /// They stand in the text.
        Here = "here",
        /// Some of them stand there, among others.
        Changed = "changed",
        /// The text no longer has them.
        Gone = "gone",
    }
}

/// Some bytes of a text in Markdown, and those that take their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// In the text before.
    pub was: Range<usize>,
    /// In the text after.
    pub is: Range<usize>,
}

/// Some words of a text in Markdown, and where they stand in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// What became of them.
    pub place: Place,
    /// Where they begin, in bytes; where they were, once they are gone.
    pub start: usize,
    /// Where they end, in bytes.
    pub end: usize,
    /// The words, as they were quoted.
    pub words: String,
}

impl Anchor {
    /// These bytes of a text; `None` if they are no words of it.
    pub fn of(text: &str, range: Range<usize>) -> Option<Anchor> {
        let words = text.get(range.clone())?.to_owned();
        let anchor = Anchor { place: Place::Here, start: range.start, end: range.end, words };
        (!anchor.words.trim().is_empty()).then_some(anchor)
    }

    /// Where they stand.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether two passages have words in common.
    pub fn meets(&self, other: &Anchor) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Where the passage is once these edits, in the order of the text, have led from one text to another. An edit
    /// elsewhere moves it; one that leaves nothing of its words says that it is gone, unless it puts them elsewhere.
    #[must_use]
    pub fn carried(&self, before: &str, after: &str, edits: &[Edit]) -> Anchor {
        let moved = self.moved(edits);
        let fits = after.get(moved.clone()).is_some();
        let range = if fits { moved } else { after.len()..after.len() };
        let now = &after[range.clone()];
        let place = if self.place != Place::Gone && now == self.words {
            Place::Here
        } else if let Some(found) = self.found_again(after, edits) {
            return found;
        } else if self.place == Place::Gone || range.is_empty() || !self.remains(before, edits) {
            return Anchor {
                place: Place::Gone,
                end: range.start,
                start: range.start,
                words: self.words.clone(),
            };
        } else {
            Place::Changed
        };
        Anchor { place, start: range.start, end: range.end, words: self.words.clone() }
    }

    /// What the edits make of its two ends. What is written right before it or right after it is no part of it.
    fn moved(&self, edits: &[Edit]) -> Range<usize> {
        let (mut start, mut end) = (self.start, self.end);
        let mut shift = 0_isize;
        let shifted = |at: usize, by: isize| at.saturating_add_signed(by);
        let (mut start_is, mut end_is) = (None, None);
        for edit in edits {
            let ends_before = edit.was.end <= self.start;
            if start_is.is_none() && !ends_before {
                start_is = Some(match edit.was.start {
                    from if from >= self.end => shifted(self.start, shift),
                    // Its first words were replaced: what takes their place is of it, if nothing before was.
                    from if from == self.start => edit.is.start,
                    from if from < self.start => edit.is.end,
                    _ => shifted(self.start, shift),
                });
            }
            if end_is.is_none() && edit.was.end > self.start {
                if edit.was.start >= self.end {
                    end_is = Some(shifted(self.end, shift));
                } else if edit.was.end == self.end {
                    end_is = Some(edit.is.end);
                } else if edit.was.end > self.end {
                    end_is = Some(edit.is.start);
                }
            }
            shift = edit.is.end as isize - edit.was.end as isize;
        }
        start = start_is.unwrap_or_else(|| shifted(start, shift));
        end = end_is.unwrap_or_else(|| shifted(end, shift));
        start..end.max(start)
    }

    /// Whether some of its words are kept where they were.
    fn remains(&self, before: &str, edits: &[Edit]) -> bool {
        let said = |text: &str| text.contains(char::is_alphanumeric);
        let counts = |text: &str| if said(&self.words) { said(text) } else { !text.trim().is_empty() };
        let mut at = self.start;
        for edit in edits.iter().filter(|edit| edit.was.end > self.start && edit.was.start < self.end) {
            if before.get(at..edit.was.start.max(at)).is_some_and(counts) {
                return true;
            }
            at = edit.was.end.max(at);
        }
        at < self.end && before.get(at..self.end).is_some_and(counts)
    }

    /// The same words, put elsewhere by one of these edits: once, and long enough to be the same ones.
    fn found_again(&self, after: &str, edits: &[Edit]) -> Option<Anchor> {
        if self.words.len() < LONG {
            return None;
        }
        let mut found = edits.iter().filter_map(|edit| {
            let written = after.get(edit.is.clone())?;
            let mut places = written.match_indices(&self.words);
            let (at, _) = places.next()?;
            Some((edit.is.start + at, places.next().is_none()))
        });
        let (start, once) = found.next()?;
        if !once || found.next().is_some() {
            return None;
        }
        let end = start + self.words.len();
        Some(Anchor { place: Place::Here, start, end, words: self.words.clone() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text with these words replaced, and the edit that does it.
    fn edited(before: &str, range: Range<usize>, words: &str) -> (String, Vec<Edit>) {
        let after = format!("{}{words}{}", &before[..range.start], &before[range.end..]);
        let is = range.start..range.start + words.len();
        (after, vec![Edit { was: range, is }])
    }

    fn anchor(text: &str, words: &str) -> Anchor {
        let start = text.find(words).expect("these words");
        Anchor::of(text, start..start + words.len()).expect("a passage")
    }

    fn at(text: &str, words: &str) -> Range<usize> {
        anchor(text, words).range()
    }

    const TEXT: &str = "Ouvrir un chemin continu jusqu’à la gare, dès l’an prochain.";

    #[test]
    fn what_is_written_around_moves_it() {
        let passage = anchor(TEXT, "chemin continu");
        for (range, words) in
            [(0..0, "Il faut "), (at(TEXT, "un "), "plusieurs "), (at(TEXT, "gare"), "halte")]
        {
            let (after, edits) = edited(TEXT, range, words);
            let carried = passage.carried(TEXT, &after, &edits);
            assert_eq!(carried.place, Place::Here, "{after}");
            assert_eq!(&after[carried.range()], "chemin continu");
        }
        // Right before it, and right after it.
        for start in [passage.start, passage.end] {
            let (after, edits) = edited(TEXT, start..start, "beau ");
            assert_eq!(&after[passage.carried(TEXT, &after, &edits).range()], "chemin continu");
        }
    }

    #[test]
    fn a_word_changed_within_it_says_so_and_a_word_put_back_too() {
        let passage = anchor(TEXT, "chemin continu jusqu’à la gare");
        let (after, edits) = edited(TEXT, at(TEXT, "continu"), "large et sûr");
        let changed = passage.carried(TEXT, &after, &edits);
        assert_eq!(
            (changed.place, &after[changed.range()]),
            (Place::Changed, "chemin large et sûr jusqu’à la gare")
        );
        assert_eq!(changed.words, "chemin continu jusqu’à la gare");
        let (again, edits) = edited(&after, at(&after, "large et sûr"), "continu");
        assert_eq!(changed.carried(&after, &again, &edits), passage);
    }

    #[test]
    fn its_ends_may_be_cut() {
        let passage = anchor(TEXT, "chemin continu");
        let (after, edits) = edited(TEXT, at(TEXT, "un chemin"), "des voies");
        let cut = passage.carried(TEXT, &after, &edits);
        assert_eq!((cut.place, &after[cut.range()]), (Place::Changed, " continu"));
        let (after, edits) = edited(TEXT, at(TEXT, "continu jusqu’à"), "vers");
        let cut = passage.carried(TEXT, &after, &edits);
        assert_eq!((cut.place, &after[cut.range()]), (Place::Changed, "chemin "));
    }

    #[test]
    fn a_passage_taken_away_is_gone_and_stays_so() {
        let passage = anchor(TEXT, "chemin continu");
        for words in ["", "trottoir"] {
            let (after, edits) = edited(TEXT, passage.range(), words);
            let gone = passage.carried(TEXT, &after, &edits);
            assert_eq!(gone.place, Place::Gone, "{after}");
            let (later, edits) = edited(&after, 0..0, "Oui. ");
            assert_eq!(gone.carried(&after, &later, &edits).place, Place::Gone);
        }
        let (after, edits) = edited(TEXT, 0..TEXT.len(), "");
        assert_eq!(passage.carried(TEXT, &after, &edits).range(), 0..0);
    }

    #[test]
    fn a_passage_put_elsewhere_is_followed() {
        let text = "Un.\n\nOuvrir un chemin continu.\n\nTrois.";
        let passage = anchor(text, "un chemin continu");
        let after = "Un.\n\nTrois.\n\nOuvrir un chemin continu.";
        let edits = [Edit { was: 3..30, is: 3..3 }, Edit { was: 38..38, is: 11..38 }];
        let carried = passage.carried(text, after, &edits);
        assert_eq!((carried.place, &after[carried.range()]), (Place::Here, "un chemin continu"));
    }

    #[test]
    fn no_words_are_no_passage() {
        assert_eq!(Anchor::of("a b", 1..2), None);
        assert_eq!(Anchor::of("é", 0..1), None);
        assert_eq!(Anchor::of("a", 0..9), None);
    }

    fn boundary(text: &str, at: usize) -> usize {
        (0..=at % (text.len() + 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
    }

    proptest! {
        #[test]
        fn an_edit_elsewhere_leaves_the_words_exactly_the_same(
            text in "[a-zé’ \n]{0,40}mot[a-zé’ \n]{0,40}", from in 0_usize..99, len in 0_usize..9,
            words in "[a-zé ]{0,9}",
        ) {
            let start = text.find("mot").expect("the word");
            let passage = Anchor::of(&text, start..start + 3).expect("a passage");
            let from = boundary(&text, from);
            let to = boundary(&text, (from + len).min(text.len()));
            prop_assume!(from <= to && (to <= passage.start || from >= passage.end));
            let (after, edits) = edited(&text, from..to, &words);
            let carried = passage.carried(&text, &after, &edits);
            prop_assert_eq!(carried.place, Place::Here);
            prop_assert_eq!(&after[carried.range()], "mot");
        }

        #[test]
        fn an_edit_that_takes_it_away_says_that_it_is_gone(
            before in "[a-zé]{0,20}", after in "[a-zé]{0,20}", more in 0_usize..9,
        ) {
            let text = format!("{before}MOT{after}");
            let start = before.len();
            let passage = Anchor::of(&text, start..start + 3).expect("a passage");
            let from = boundary(&text, start.saturating_sub(more));
            let (edited, edits) = edited(&text, from..start + 3, "");
            prop_assert_eq!(passage.carried(&text, &edited, &edits).place, Place::Gone);
        }

        #[test]
        fn after_many_edits_it_still_points_into_the_text(
            text in "[a-zé’😀 \n]{1,60}",
            changes in prop::collection::vec((0_usize..200, 0_usize..12, "[a-zé’😀 ]{0,12}"), 0..20),
            from in 0_usize..60, len in 1_usize..20,
        ) {
            let from = boundary(&text, from);
            let to = boundary(&text, (from + len).min(text.len()));
            if let Some(mut passage) = (from < to).then(|| Anchor::of(&text, from..to)).flatten() {
                let mut text = text;
                for (at, len, words) in changes {
                    let from = boundary(&text, at);
                    let to = boundary(&text, (from + len).min(text.len())).max(from);
                    let (after, edits) = edited(&text, from..to, &words);
                    passage = passage.carried(&text, &after, &edits);
                    let now = after.get(passage.range());
                    prop_assert!(now.is_some(), "{passage:?} in {after:?}");
                    prop_assert_eq!(now == Some(passage.words.as_str()), passage.place == Place::Here);
                    text = after;
                }
            }
        }
    }
}
