//! What changed between two texts, word by word: pure, and bounded in time.

use std::{
    ops::Range,
    time::{Duration, Instant},
};

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff};

/// Beyond this time the rest is told coarsely: removed here, added there.
const PATIENCE: Duration = Duration::from_millis(300);

/// What happened to some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both texts.
    Equal,
    /// Only in the later one.
    Inserted,
    /// Only in the earlier one.
    Deleted,
}

/// Words that share a fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Theirs.
    pub change: Change,
    /// The words.
    pub text: String,
}

/// A paragraph of the earlier text, of the later one, or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The same in both.
    Same(String),
    /// In both, with other words.
    Changed(Vec<Span>),
    /// Only in the later text.
    Inserted(String),
    /// Only in the earlier text.
    Deleted(String),
}

/// Two texts, compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The titles.
    pub title: Block,
    /// The summaries; `None` if both are empty.
    pub summary: Option<Block>,
    /// The texts, paragraph by paragraph.
    pub blocks: Vec<Block>,
}

impl Comparison {
    /// Compares title, summary and text of two versions.
    pub fn new(old: [&str; 3], new: [&str; 3]) -> Comparison {
        let end = Instant::now() + PATIENCE;
        let bodies = [old[2], new[2]].map(markdown::source_said);
        Comparison {
            title: block(old[0], new[0], end),
            summary: (!old[1].is_empty() || !new[1].is_empty()).then(|| block(old[1], new[1], end)),
            blocks: blocks(&bodies[0], &bodies[1], end),
        }
    }

    /// How many words were added, and how many removed.
    pub fn words(&self) -> (usize, usize) {
        let mut total = (0, 0);
        for block in std::iter::once(&self.title).chain(&self.summary).chain(&self.blocks) {
            match block {
                Block::Same(_) => {}
                Block::Inserted(text) => total.0 += count(text),
                Block::Deleted(text) => total.1 += count(text),
                Block::Changed(spans) => {
                    for span in spans {
                        match span.change {
                            Change::Equal => {}
                            Change::Inserted => total.0 += count(&span.text),
                            Change::Deleted => total.1 += count(&span.text),
                        }
                    }
                }
            }
        }
        total
    }

    /// Whether the two texts are one.
    pub fn is_same(&self) -> bool {
        let same = |block: &Block| matches!(block, Block::Same(_));
        same(&self.title) && self.summary.as_ref().is_none_or(same) && self.blocks.iter().all(same)
    }
}

fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn block(old: &str, new: &str, end: Instant) -> Block {
    match (old.is_empty(), new.is_empty()) {
        _ if old == new => Block::Same(new.to_owned()),
        (true, _) => Block::Inserted(new.to_owned()),
        (_, true) => Block::Deleted(old.to_owned()),
        _ => changed(old, new, end),
    }
}

/// Paragraphs: what blank lines part.
pub(super) fn paragraphs(text: &str) -> Vec<&str> {
    places(text).into_iter().map(|place| &text[place]).collect()
}

/// Where each paragraph stands, in bytes.
pub(super) fn places(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let parts = text.split("\n\n").filter_map(|part| {
        let start = at + part.len() - part.trim_start_matches('\n').len();
        at += part.len() + 2;
        let words = part.trim_matches('\n');
        (!words.trim().is_empty()).then(|| start..start + words.len())
    });
    parts.collect()
}

/// What words become, in one line.
pub(super) fn spans(old: &str, new: &str) -> Vec<Span> {
    match block(old, new, Instant::now() + PATIENCE) {
        Block::Same(text) => vec![Span { change: Change::Equal, text }],
        Block::Inserted(text) => vec![Span { change: Change::Inserted, text }],
        Block::Deleted(text) => vec![Span { change: Change::Deleted, text }],
        Block::Changed(spans) => spans,
    }
}

fn blocks(old: &str, new: &str, end: Instant) -> Vec<Block> {
    let (old, new) = (paragraphs(old), paragraphs(new));
    let mut blocks = Vec::new();
    for op in similar::capture_diff_slices_deadline(Algorithm::Patience, &old, &new, Some(end)) {
        match op {
            DiffOp::Equal { new_index, len, .. } => {
                blocks.extend(new[new_index..new_index + len].iter().map(|p| Block::Same((*p).to_owned())));
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                blocks.extend(
                    old[old_index..old_index + old_len].iter().map(|p| Block::Deleted((*p).to_owned())),
                );
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                blocks.extend(
                    new[new_index..new_index + new_len].iter().map(|p| Block::Inserted((*p).to_owned())),
                );
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                replaced(
                    &old[old_index..old_index + old_len],
                    &new[new_index..new_index + new_len],
                    end,
                    &mut blocks,
                );
            }
        }
    }
    blocks
}

/// Paragraphs replaced by others: each is compared with the one at its place, if they have words in common.
fn replaced(old: &[&str], new: &[&str], end: Instant, blocks: &mut Vec<Block>) {
    let mut old = old.iter();
    let mut new = new.iter();
    loop {
        match (old.next(), new.next()) {
            (None, None) => return,
            (Some(gone), None) => blocks.push(Block::Deleted((*gone).to_owned())),
            (None, Some(come)) => blocks.push(Block::Inserted((*come).to_owned())),
            (Some(before), Some(after)) => match changed(before, after, end) {
                Block::Changed(spans) if !resemble(&spans) => {
                    blocks.push(Block::Deleted((*before).to_owned()));
                    blocks.push(Block::Inserted((*after).to_owned()));
                }
                block => blocks.push(block),
            },
        }
    }
}

/// A quarter of the words in common: below, two paragraphs are easier to read one after the other.
fn resemble(spans: &[Span]) -> bool {
    let words = |change| spans.iter().filter(|s| s.change == change).map(|s| count(&s.text)).sum::<usize>();
    let (equal, changed) = (words(Change::Equal), words(Change::Deleted).max(words(Change::Inserted)));
    equal * 3 >= changed
}

fn changed(old: &str, new: &str, end: Instant) -> Block {
    let diff = TextDiff::configure().deadline(end).diff_unicode_words(old, new);
    let (mut spans, mut gone, mut come) = (Vec::new(), String::new(), String::new());
    let mut changes = diff.iter_all_changes().peekable();
    while let Some(change) = changes.next() {
        match change.tag() {
            ChangeTag::Delete => gone.push_str(change.value()),
            ChangeTag::Insert => come.push_str(change.value()),
            // A blank between two changed words would cut the change in two.
            ChangeTag::Equal
                if change.value().trim().is_empty()
                    && (!gone.is_empty() || !come.is_empty())
                    && changes.peek().is_some_and(|next| next.tag() != ChangeTag::Equal) =>
            {
                gone.push_str(change.value());
                come.push_str(change.value());
            }
            ChangeTag::Equal => {
                flush(&mut spans, &mut gone, &mut come);
                push(&mut spans, Change::Equal, change.value());
            }
        }
    }
    flush(&mut spans, &mut gone, &mut come);
    Block::Changed(spans)
}

fn flush(spans: &mut Vec<Span>, gone: &mut String, come: &mut String) {
    push(spans, Change::Deleted, gone);
    push(spans, Change::Inserted, come);
    gone.clear();
    come.clear();
}

fn push(spans: &mut Vec<Span>, change: Change, text: &str) {
    if text.is_empty() {
        return;
    }
    match spans.last_mut() {
        Some(last) if last.change == change => last.text.push_str(text),
        _ => spans.push(Span { change, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn body(old: &str, new: &str) -> Vec<Block> {
        Comparison::new(["T", "", old], ["T", "", new]).blocks
    }

    fn side(blocks: &[Block], other: Change) -> String {
        let mut parts = Vec::new();
        for block in blocks {
            match block {
                Block::Same(text) => parts.push(text.clone()),
                Block::Inserted(text) if other == Change::Deleted => parts.push(text.clone()),
                Block::Deleted(text) if other == Change::Inserted => parts.push(text.clone()),
                Block::Inserted(_) | Block::Deleted(_) => {}
                Block::Changed(spans) => {
                    parts.push(spans.iter().filter(|s| s.change != other).map(|s| s.text.as_str()).collect());
                }
            }
        }
        parts.join("\n\n")
    }

    #[test]
    fn words_are_compared_within_their_paragraph() {
        let blocks = body("Un.\n\nOuvrir un chemin bientôt.", "Un.\n\nOuvrir un chemin en 2027.");
        let span = |change, text: &str| Span { change, text: text.to_owned() };
        assert_eq!(
            blocks,
            [
                Block::Same("Un.".into()),
                Block::Changed(vec![
                    span(Change::Equal, "Ouvrir un chemin "),
                    span(Change::Deleted, "bientôt"),
                    span(Change::Inserted, "en 2027"),
                    span(Change::Equal, "."),
                ]),
            ]
        );
    }

    #[test]
    fn unrelated_paragraphs_are_shown_one_after_the_other() {
        let blocks = body("Le chemin longe la voie ferrée.", "Vingt communes ont répondu hier soir");
        assert!(matches!(blocks[..], [Block::Deleted(_), Block::Inserted(_)]), "{blocks:?}");
    }

    #[test]
    fn the_words_that_changed_are_counted() {
        let comparison = Comparison::new(["Titre", "", "un deux trois"], ["Titre neuf", "Bref.", "un trois"]);
        assert_eq!(comparison.words(), (2, 1));
    }

    #[test]
    fn two_very_large_texts_are_compared_in_bounded_time() {
        let text = |step: usize| (0..60_000).map(|i| format!("mot{} ", i * step % 7_919)).collect::<String>();
        let start = Instant::now();
        let blocks = body(&text(3), &text(5));
        assert!(!blocks.is_empty());
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back(
            old in prop::collection::vec("[a-dé’ .]{1,12}[a-z]", 0..6),
            new in prop::collection::vec("[a-dé’ .]{1,12}[a-z]", 0..6),
        ) {
            let blocks = body(&old.join("\n\n"), &new.join("\n\n"));
            prop_assert_eq!(side(&blocks, Change::Inserted), old.join("\n\n"));
            prop_assert_eq!(side(&blocks, Change::Deleted), new.join("\n\n"));
        }
    }
}
