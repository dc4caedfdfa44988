//! Ids for headings: stable, readable, unique in a text.
//!
//! A slug holds only letters, digits and hyphens. The ids of notes hold a `_`, so that no
//! heading can ever take the id of a note.

use std::collections::{HashMap, HashSet};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longer titles are cut there: an id is an address people share.
const MAX_LENGTH: usize = 80;

/// Folds a title: no accents, no capitals, words joined by hyphens. Empty when no letter or
/// digit is left. Folding a slug again changes nothing.
pub fn slugify(title: &str) -> String {
    let mut slug = String::new();
    let mut length = 0;
    let mut gap = false;
    let folded = title
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        // Lowercasing can bring marks back, as in İ.
        .filter(|c| !is_combining_mark(*c));
    for c in folded {
        let ligature = match c {
            'œ' => "oe",
            'æ' => "ae",
            'ß' => "ss",
            'ø' => "o",
            'ł' => "l",
            'đ' => "d",
            _ => "",
        };
        if ligature.is_empty() && !c.is_alphanumeric() {
            gap = true;
            continue;
        }
        gap &= !slug.is_empty();
        let added = usize::from(gap) + ligature.len().max(1);
        if length + added > MAX_LENGTH {
            break;
        }
        length += added;
        if gap {
            slug.push('-');
            gap = false;
        }
        if ligature.is_empty() {
            slug.push(c);
        } else {
            slug.push_str(ligature);
        }
    }
    slug
}

/// Keeps of an id prefix what is sure to be inert in an id, an address and a selector.
pub fn safe_prefix(prefix: &str) -> String {
    prefix.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// The slugs given so far in a text.
#[derive(Default)]
pub struct Slugs {
    given: HashSet<String>,
    // Where to start looking for a free number, so that a thousand equal titles stay cheap.
    next: HashMap<String, u32>,
}

impl Slugs {
    /// Names that no title will have.
    pub fn keep(&mut self, names: impl Iterator<Item = String>) {
        self.given.extend(names);
    }

    /// A slug nobody has yet: the title, then the title and a number.
    pub fn unique(&mut self, title: &str) -> String {
        let base = match slugify(title) {
            slug if slug.is_empty() => "section".to_owned(),
            slug => slug,
        };
        if self.given.insert(base.clone()) {
            return base;
        }
        let number = self.next.entry(base.clone()).or_insert(2);
        loop {
            let candidate = format!("{base}-{number}");
            *number += 1;
            if self.given.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Slugs, safe_prefix, slugify};

    #[test]
    fn titles_are_folded() {
        for (title, slug) in [
            ("Budget 2026 : l’été", "budget-2026-l-ete"),
            ("Œuvre & cœur", "oeuvre-coeur"),
            ("  --  ", ""),
            ("Ça, où ?", "ca-ou"),
            ("İstanbul", "istanbul"),
            ("ﬁn", "fin"),
            ("مجلس", "مجلس"),
        ] {
            assert_eq!(slugify(title), slug);
            assert_eq!(slugify(slug), slug);
        }
        assert!(slugify(&"mot ".repeat(500)).chars().count() <= 80);
    }

    #[test]
    fn equal_titles_are_numbered() {
        let mut slugs = Slugs::default();
        let given: Vec<_> = ["a", "a", "a-2", "A", "!"].iter().map(|title| slugs.unique(title)).collect();
        assert_eq!(given, ["a", "a-2", "a-2-2", "a-3", "section"]);
    }

    #[test]
    fn a_prefix_is_inert() {
        assert_eq!(safe_prefix("t4_2-\" onclick"), "t4_2-onclick");
    }
}
