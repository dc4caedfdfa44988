//! Text as people look for it: without case, accents or ligatures, blanks joined.

use sea_orm::sea_query::LikeExpr;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// « L’Œuvre d’Été » becomes `l'oeuvre d'ete`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '’' | 'ʼ' => folded.push('\''),
            c if c.is_whitespace() => folded.push(' '),
            c => folded.push(c),
        }
    }
    folded.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// One pattern for each word looked for, at most eight: a title must match them all.
pub fn patterns(query: &str) -> Vec<String> {
    let pattern = |word: &str| {
        let escaped = word.replace('!', "!!").replace('%', "!%").replace('_', "!_");
        format!("%{escaped}%")
    };
    fold(query).split(' ').filter(|word| !word.is_empty()).take(8).map(pattern).collect()
}

/// A pattern, for the database.
pub fn like(pattern: String) -> LikeExpr {
    LikeExpr::new(pattern).escape('!')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_ligatures_are_folded() {
        assert_eq!(fold("  L’Œuvre\u{a0}d’ÉTÉ "), "l'oeuvre d'ete");
        assert_eq!(fold("Ça, cæsium"), "ca, caesium");
    }

    #[test]
    fn a_query_is_never_a_pattern_of_its_own() {
        assert_eq!(patterns("100% _x!"), ["%100!%%", "%!_x!!%"]);
        assert!(patterns("  ").is_empty());
    }
}
