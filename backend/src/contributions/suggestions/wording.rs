//! Wordings: from a paragraph typed again to the smallest passage that differs, and back. Pure.

use std::ops::Range;

use domain::contributions::{Anchor, Edit, Place};

use super::super::merge::{changes, merge};

/// Some words of a text, and those proposed in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The words, and where they stand.
    pub anchor: Anchor,
    /// What is proposed instead; empty to take them away.
    pub proposed: String,
}

/// What an edit of the text makes of a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// It is about the same words.
    Same,
    /// It is now about the words as they were edited.
    Rests,
    /// The text says it already.
    Met,
    /// Its words were changed in a way that meets it, or are gone.
    Lost,
}

impl Wording {
    /// What is proposed when `range` of a text is typed again: the smallest passage that differs; `None` if nothing
    /// does.
    pub fn of(text: &str, range: Range<usize>, typed: &str) -> Option<Wording> {
        let edits = within(text, &range, typed);
        let (first, last) = (edits.first()?, edits.last()?);
        let is = first.is.start..last.is.end;
        spread(text, &range, first.was.start..last.was.end, &typed[is])
    }

    /// What is proposed when a whole text is typed again: one wording for each sentence or line that differs.
    pub fn all(text: &str, typed: &str) -> Vec<Wording> {
        let whole = 0..text.len();
        let wording = |edit: &Edit| spread(text, &whole, edit.was.clone(), &typed[edit.is.clone()]);
        let mut groups: Vec<(Edit, Wording)> = Vec::new();
        for mut edit in changes(text, typed) {
            while let Some(next) = wording(&edit) {
                // What is only added stands on the word beside it, which may be that of another change.
                match groups.pop_if(|(last, of)| {
                    of.anchor.meets(&next.anchor) || !is_an_end(&text[last.was.end..edit.was.start])
                }) {
                    Some((last, _)) => {
                        edit = Edit { was: last.was.start..edit.was.end, is: last.is.start..edit.is.end };
                    }
                    None => {
                        groups.push((edit, next));
                        break;
                    }
                }
            }
        }
        groups.into_iter().map(|(_, wording)| wording).collect()
    }

    /// The edits that accepting it makes, and the text that comes out.
    pub fn applied(&self, text: &str) -> (String, Vec<Edit>) {
        let mut range = self.anchor.range();
        if self.proposed.trim().is_empty() && starts_block(text, range.start) && ends_block(text, range.end) {
            // A paragraph goes with the blank line that follows it.
            range.end += text[range.end..].len() - text[range.end..].trim_start_matches('\n').len();
        }
        let edits = within(text, &range, &self.proposed);
        let edits = edits
            .into_iter()
            .map(|edit| Edit { is: edit.is.start + range.start..edit.is.end + range.start, ..edit })
            .collect();
        (format!("{}{}{}", &text[..range.start], self.proposed, &text[range.end..]), edits)
    }

    /// The same once the text was edited.
    pub fn carried(&self, before: &str, after: &str, edits: &[Edit]) -> (Wording, Carried) {
        let anchor = self.anchor.carried(before, after, edits);
        let mut carried = Wording { anchor, proposed: self.proposed.clone() };
        if carried.anchor.place != Place::Changed || self.anchor.place != Place::Here {
            let here = carried.anchor.place == Place::Here;
            // Words that all go may be those that were proposed.
            let met = carried.anchor.place == Place::Gone && self.is_met(before, after, edits);
            let what = if here {
                Carried::Same
            } else if met {
                Carried::Met
            } else {
                Carried::Lost
            };
            return (carried, what);
        }
        let now = &after[carried.anchor.range()];
        if now == self.proposed {
            return (carried, Carried::Met);
        }
        match merge(&self.anchor.words, &self.proposed, now) {
            Some(merged) if merged == now => (carried, Carried::Met),
            Some(merged) => {
                carried.anchor = Anchor {
                    place: Place::Here,
                    words: now.to_owned(),
                    start: carried.anchor.start,
                    end: carried.anchor.end,
                };
                carried.proposed = merged;
                (carried, Carried::Rests)
            }
            None => (carried, Carried::Lost),
        }
    }

    /// Whether what took the place of all its words is what it proposed.
    fn is_met(&self, before: &str, after: &str, edits: &[Edit]) -> bool {
        let (start, end) = (self.anchor.start, self.anchor.end);
        let over = edits.iter().find(|edit| edit.was.start <= start && edit.was.end >= end);
        let Some(edit) = over.filter(|_| self.anchor.place == Place::Here) else { return false };
        let (Some(left), Some(right)) = (before.get(edit.was.start..start), before.get(end..edit.was.end))
        else {
            return false;
        };
        after
            .get(edit.is.clone())
            .is_some_and(|is| is.trim() == format!("{left}{}{right}", self.proposed).trim())
    }
}

/// The edits from `range` of a text to what was typed in its place: in bytes of the text, and of what was typed.
fn within(text: &str, range: &Range<usize>, typed: &str) -> Vec<Edit> {
    let shift = |was: Range<usize>| was.start + range.start..was.end + range.start;
    let edits = changes(&text[range.clone()], typed).into_iter();
    edits.map(|edit| Edit { was: shift(edit.was), is: edit.is }).collect()
}

/// A wording has words to stand on: what is only added stands on the word before, or after.
fn spread(text: &str, within: &Range<usize>, was: Range<usize>, is: &str) -> Option<Wording> {
    let said = |range: &Range<usize>| text[range.clone()].contains(char::is_alphanumeric);
    let mut range = was.clone();
    if !said(&range) {
        let before = text[within.start..range.start].trim_end_matches(|c: char| !c.is_alphanumeric());
        range.start = within.start + before.trim_end_matches(char::is_alphanumeric).len();
        if before.is_empty() {
            range.start = was.start;
            let after = text[range.end..within.end].trim_start_matches(|c: char| !c.is_alphanumeric());
            range.end = within.end - after.trim_start_matches(char::is_alphanumeric).len();
        }
    }
    if text[range.clone()].trim().is_empty() {
        range = within.clone();
    }
    let mut proposed = format!("{}{is}{}", &text[range.start..was.start], &text[was.end..range.end]);
    // A blank that ends both is no part of the change.
    while let Some(last) = proposed.chars().next_back().filter(|last| last.is_whitespace()) {
        if !text[range.clone()].ends_with(last) || text[range.clone()].trim().is_empty() {
            break;
        }
        range.end -= last.len_utf8();
        proposed.pop();
    }
    let anchor = Anchor::of(text, range)?;
    Some(Wording { anchor, proposed })
}

/// Whether a sentence or a line ends within these words.
fn is_an_end(words: &str) -> bool {
    words.contains('\n') || [". ", "! ", "? ", "… ", ".\u{a0}»"].iter().any(|end| words.contains(end))
}

fn starts_block(text: &str, at: usize) -> bool {
    at == 0 || text[..at].ends_with("\n\n")
}

fn ends_block(text: &str, at: usize) -> bool {
    at == text.len() || text[at..].starts_with("\n\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str =
        "## Un chemin\n\nOuvrir un chemin bientôt, vers la gare.\n\nPlanter des haies. Poser des bancs.";

    fn of(typed: &str) -> Option<(String, String)> {
        let range = 14..TEXT.find("\n\nPlanter").expect("its end");
        Wording::of(TEXT, range, typed).map(|wording| (wording.anchor.words, wording.proposed))
    }

    fn pair(words: &str, proposed: &str) -> Option<(String, String)> {
        Some((words.to_owned(), proposed.to_owned()))
    }

    #[test]
    fn the_smallest_passage_that_differs_is_kept() {
        assert_eq!(of("Ouvrir un chemin en 2027, vers la gare."), pair("bientôt", "en 2027"));
        assert_eq!(
            of("Ouvrir une voie bientôt, vers la halte."),
            pair("un chemin bientôt, vers la gare", "une voie bientôt, vers la halte")
        );
        assert_eq!(of("Ouvrir un chemin bientôt, vers la gare."), None);
    }

    #[test]
    fn words_only_added_stand_on_a_word_beside_them() {
        assert_eq!(of("Ouvrir un chemin continu bientôt, vers la gare."), pair("chemin", "chemin continu"));
        assert_eq!(of("Bien ouvrir un chemin bientôt, vers la gare."), pair("Ouvrir", "Bien ouvrir"));
        let added = "Ouvrir un chemin bientôt, vers la gare.\n\nPayer.";
        assert_eq!(of(added), pair("gare.", "gare.\n\nPayer."));
    }

    #[test]
    fn a_whole_text_typed_again_gives_a_wording_for_each_sentence() {
        let typed =
            TEXT.replace("bientôt", "en 2027").replace("Planter", "Tailler").replace("bancs", "tables");
        let all = Wording::all(TEXT, &typed);
        let words: Vec<(&str, &str)> =
            all.iter().map(|w| (w.anchor.words.as_str(), w.proposed.as_str())).collect();
        assert_eq!(words, [("bientôt", "en 2027"), ("Planter", "Tailler"), ("bancs", "tables")]);
    }

    #[test]
    fn a_paragraph_taken_away_leaves_no_hole() {
        let start = TEXT.find("Ouvrir").expect("there");
        let range = start..TEXT.find("\n\nPlanter").expect("its end");
        let wording = Wording::of(TEXT, range, "").expect("a wording");
        assert_eq!(wording.applied(TEXT).0, "## Un chemin\n\nPlanter des haies. Poser des bancs.");
    }

    #[test]
    fn two_wordings_of_one_passage_are_put_together_where_they_do_not_meet() {
        let start = TEXT.find("un chemin").expect("there");
        let anchor = Anchor::of(TEXT, start..start + "un chemin bientôt".len()).expect("a passage");
        let wording = |proposed: &str| Wording { anchor: anchor.clone(), proposed: proposed.to_owned() };
        let (after, edits) = wording("un chemin en 2027").applied(TEXT);
        let (rests, carried) = wording("deux chemin bientôt").carried(TEXT, &after, &edits);
        assert_eq!((carried, rests.proposed.as_str()), (Carried::Rests, "deux chemin en 2027"));
        assert_eq!(rests.anchor.words, "un chemin en 2027");
        assert_eq!(wording("un chemin demain").carried(TEXT, &after, &edits).1, Carried::Lost);
        assert_eq!(wording("un chemin en 2027").carried(TEXT, &after, &edits).1, Carried::Met);
    }

    proptest! {
        #[test]
        fn accepting_what_was_typed_gives_what_was_typed(
            before in "[a-cé]{1,5}( [a-cé]{1,5}){0,9}", typed in "[a-cé]{1,5}( [a-cé]{1,5}){0,9}",
        ) {
            let text = format!("Premier.\n\n{before}\n\nDernier.");
            let range = 10..10 + before.len();
            match Wording::of(&text, range, &typed) {
                None => prop_assert_eq!(before, typed),
                Some(wording) => {
                    let (after, edits) = wording.applied(&text);
                    prop_assert_eq!(&after, &format!("Premier.\n\n{typed}\n\nDernier."));
                    // What is told of the change is the change.
                    let mut again = String::new();
                    let mut at = 0;
                    for edit in &edits {
                        again.push_str(&text[at..edit.was.start]);
                        again.push_str(&after[edit.is.clone()]);
                        at = edit.was.end;
                    }
                    again.push_str(&text[at..]);
                    prop_assert_eq!(again, after);
                }
            }
        }

        #[test]
        fn accepting_all_that_was_typed_one_after_the_other_gives_it(
            before in "[a-c]{1,3}([ .\n]{1,2}[a-c]{1,3}){0,12}", typed in "[a-c]{1,3}([ .\n]{1,2}[a-c]{1,3}){0,12}",
        ) {
            let mut text = before.clone();
            // The last first: what comes before is not moved.
            for wording in Wording::all(&before, &typed).into_iter().rev() {
                text = wording.applied(&text).0;
            }
            prop_assert_eq!(text, typed);
        }
    }
}
