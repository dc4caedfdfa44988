//! Text as it is searched: without accents or capitals, so that « Évelyne » is found by `evelyne`.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds a text: lower case, no accents, ligatures undone, everything that is no letter or figure a single space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            c if c.is_alphanumeric() => folded.push(c),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_capitals_and_signs_do_not_matter() {
        assert_eq!(fold("  Évelyne d’Aubigné-Cœuré "), "evelyne d aubigne coeure");
        assert_eq!(fold("100 %_\\"), "100");
    }
}
