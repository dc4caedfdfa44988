//! Two changes of one text, put together word by word where they do not meet: pure, and bounded in time.
//!
//! Each change is told as edits of the common base. Edits that touch the same words, or the same place between two
//! words, are a disagreement: it is for people to settle, and nothing is merged at all.

use std::{
    collections::BTreeSet,
    ops::Range,
    time::{Duration, Instant},
};

use domain::contributions::Edit as Bytes;
use similar::{Algorithm, DiffOp, DiffableStr};

/// Beyond this time the comparison is coarser: it finds more disagreements, never fewer.
const PATIENCE: Duration = Duration::from_millis(300);

/// Some words of the base and what takes their place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edit<'a> {
    base: Range<usize>,
    words: &'a [&'a str],
}

impl Edit<'_> {
    /// Whether the two change the same words, or write at the same place.
    fn meets(&self, other: &Edit<'_>) -> bool {
        self.base.start <= other.base.end && other.base.start <= self.base.end
    }
}

/// Puts together two changes of `base`, or `None` if they meet.
pub(crate) fn merge(base: &str, ours: &str, theirs: &str) -> Option<String> {
    if ours == theirs || theirs == base {
        return Some(ours.to_owned());
    }
    if ours == base {
        return Some(theirs.to_owned());
    }
    let end = Instant::now() + PATIENCE;
    let [base, ours, theirs] = [base, ours, theirs].map(|text| text.tokenize_unicode_words());
    let (mine, others) = (edits(&base, &ours, end), edits(&base, &theirs, end));
    let edits = together(mine, others)?;
    let mut merged = String::new();
    let mut at = 0;
    for edit in edits {
        merged.extend(base[at..edit.base.start].iter().copied());
        merged.extend(edit.words.iter().copied());
        at = edit.base.end;
    }
    merged.extend(base[at..].iter().copied());
    Some(merged)
}

/// Puts together several changes of `base`, whatever their order; or tells which of them meet, two by two.
///
/// The same words changed in the same way by several are changed once.
pub(crate) fn merge_all(base: &str, all: &[&str]) -> Result<String, Vec<(usize, usize)>> {
    let end = Instant::now() + PATIENCE;
    let base = base.tokenize_unicode_words();
    let texts: Vec<Vec<&str>> = all.iter().map(|text| text.tokenize_unicode_words()).collect();
    let mut every: Vec<(usize, Edit<'_>)> = Vec::new();
    for (which, text) in texts.iter().enumerate() {
        every.extend(edits(&base, text, end).into_iter().map(|edit| (which, edit)));
    }
    every.sort_by_key(|(_, edit)| (edit.base.start, edit.base.end));
    let mut met = BTreeSet::new();
    for (at, (one, edit)) in every.iter().enumerate() {
        // In order: what begins after the end of this one, and all that follows, is apart from it.
        for (other, later) in
            every[at + 1..].iter().take_while(|(_, later)| later.base.start <= edit.base.end)
        {
            if one != other && edit != later && edit.meets(later) {
                met.insert((*one.min(other), *one.max(other)));
            }
        }
    }
    if !met.is_empty() {
        return Err(met.into_iter().collect());
    }
    every.dedup_by(|(_, one), (_, other)| one == other);
    let mut merged = String::new();
    let mut at = 0;
    for (_, edit) in every {
        merged.extend(base[at..edit.base.start].iter().copied());
        merged.extend(edit.words.iter().copied());
        at = edit.base.end;
    }
    merged.extend(base[at..].iter().copied());
    Ok(merged)
}

/// The edits that lead from a text to another, in bytes of each, at least one kept word apart.
pub(super) fn changes(before: &str, after: &str) -> Vec<Bytes> {
    let end = Instant::now() + PATIENCE;
    let [before, after] = [before, after].map(|text| text.tokenize_unicode_words());
    let [was, is] = [&before, &after].map(|words| starts(words));
    let bytes = |starts: &[usize], words: Range<usize>| starts[words.start]..starts[words.end];
    let edits = paired(&before, &after, end).into_iter();
    edits.map(|(old, new)| Bytes { was: bytes(&was, old), is: bytes(&is, new) }).collect()
}

/// Where each word starts, and the end of the last one.
fn starts(words: &[&str]) -> Vec<usize> {
    let ends = words.iter().scan(0, |at, word| {
        *at += word.len();
        Some(*at)
    });
    std::iter::once(0).chain(ends).collect()
}

/// The edits that lead from the base to a text, in the order of the base, at least one kept word apart.
fn edits<'a>(base: &[&str], text: &'a [&'a str], end: Instant) -> Vec<Edit<'a>> {
    let edits = paired(base, text, end).into_iter();
    edits.map(|(base, words)| Edit { base, words: &text[words] }).collect()
}

/// The words of the base that are replaced, and those that replace them.
fn paired(base: &[&str], text: &[&str], end: Instant) -> Vec<(Range<usize>, Range<usize>)> {
    let mut edits: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in similar::capture_diff_slices_deadline(Algorithm::Patience, base, text, Some(end)) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        match edits.last_mut() {
            // A blank between two changed words would make two changes of one.
            Some((was, is)) if base[was.end..old.start].iter().all(|word| word.trim().is_empty()) => {
                was.end = old.end;
                is.end = new.end;
            }
            _ => edits.push((old, new)),
        }
    }
    edits
}

/// Both lists in the order of the base; `None` if two of their edits meet without being the same.
fn together<'a>(ours: Vec<Edit<'a>>, theirs: Vec<Edit<'a>>) -> Option<Vec<Edit<'a>>> {
    let mut all = Vec::with_capacity(ours.len() + theirs.len());
    let (mut ours, mut theirs) = (ours.into_iter().peekable(), theirs.into_iter().peekable());
    while let (Some(one), Some(other)) = (ours.peek(), theirs.peek()) {
        if one == other {
            all.extend(ours.next());
            theirs.next();
        } else if one.meets(other) {
            return None;
        } else if one.base.start < other.base.start {
            all.extend(ours.next());
        } else {
            all.extend(theirs.next());
        }
    }
    all.extend(ours);
    all.extend(theirs);
    Some(all)
}

#[cfg(test)]
mod tests;
