//! Letters without case, accents or ligatures; nothing but letters and figures.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// « Œuvre » becomes `oeuvre`, « CO₂ » becomes `co2`.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        push(&mut folded, c);
    }
    folded
}

fn push(folded: &mut String, c: char) {
    match c {
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        // Some signs, such as « ½ », come apart into others.
        c if c.is_alphanumeric() => folded.push(c),
        _ => {}
    }
}

/// The first letter of a word once folded.
pub(crate) fn first(c: char) -> char {
    match c {
        'a'..='z' | '0'..='9' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        c => fold(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_ligatures_go() {
        assert_eq!(fold("Œuvre"), "oeuvre");
        assert_eq!(fold("ÉTÉ"), "ete");
        assert_eq!(fold("Haÿ"), "hay");
        assert_eq!(fold("CO₂"), "co2");
        // An accent typed apart is an accent.
        assert_eq!(fold("e\u{301}lu"), "elu");
        assert_eq!(['É', 'Œ', 'z', '7'].map(first), ['e', 'o', 'z', '7']);
    }
}
