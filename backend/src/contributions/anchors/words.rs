//! The words of a text as it is typed: runs of letters and digits, whatever stands between them. Pure.

use std::ops::Range;

use crate::fold::fold;

/// The words of a part of a text, in bytes of the text.
pub(super) fn words(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text[within.clone()].char_indices() {
        let at = within.start + at;
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| from..within.end));
    words
}

/// Where these words stand in a part of a text, once at least: as they are read, without regard to case, accents, nor to
/// the signs that set the text.
pub(in super::super) fn narrowed(text: &str, within: Range<usize>, typed: &str) -> Option<Range<usize>> {
    let wanted: Vec<String> =
        words(typed, 0..typed.len()).into_iter().map(|word| fold(&typed[word])).collect();
    if wanted.is_empty() {
        return None;
    }
    let places = words(text, within);
    let there: Vec<String> = places.iter().map(|word| fold(&text[word.clone()])).collect();
    let at = there.windows(wanted.len()).position(|words| words == wanted)?;
    Some(places[at].start..places[at + wanted.len() - 1].end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "## Un chemin\n\nOuvrir un **chemin** l'an prochain, vers [la gare](/x).";

    fn found(typed: &str) -> Option<&'static str> {
        narrowed(TEXT, 14..TEXT.len(), typed).map(|range| &TEXT[range])
    }

    #[test]
    fn words_are_found_as_they_are_read() {
        assert_eq!(found("un chemin l’an"), Some("un **chemin** l'an"));
        assert_eq!(found(" Vers la gare. "), Some("vers [la gare"));
        assert_eq!(found("OUVRIR"), Some("Ouvrir"));
        assert_eq!(found("un train"), None);
        assert_eq!(found("…"), None);
    }
}
