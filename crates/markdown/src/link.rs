//! Which addresses an author may write, and how they are written.
//!
//! A browser forgives a lot in an address: tabs and line breaks inside a scheme, backslashes for
//! slashes, leading blanks. All of that is undone before judging, so that what was judged is
//! what the browser will read.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::slug;

/// What stays as it is in an address; the rest is percent-encoded, backslashes and quotation
/// marks first of all.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'!')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b';')
    .remove(b':')
    .remove(b'@')
    .remove(b'&')
    .remove(b'=')
    .remove(b'+')
    .remove(b'$')
    .remove(b',')
    .remove(b'/')
    .remove(b'?')
    .remove(b'#')
    .remove(b'%');

/// No address anyone typed is longer; a longer one is refused.
const MAX_LENGTH: usize = 4096;

/// An address that may be written.
#[derive(Debug, PartialEq)]
pub enum Address {
    /// On this site, or a mail or a telephone number.
    Near(String),
    /// On another site.
    Far(String),
    /// In this text: the slug of a heading, without prefix.
    Here(String),
}

/// Judges an address; `None` when it may not be written.
pub fn address(typed: &str) -> Option<Address> {
    let typed = undo(typed);
    if typed.is_empty() || typed.len() > MAX_LENGTH {
        return None;
    }
    if let Some(fragment) = typed.strip_prefix('#') {
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        return Some(Address::Here(slug::slugify(&fragment)));
    }
    let encoded = utf8_percent_encode(&typed, KEPT).to_string();
    match scheme(&typed) {
        Some(scheme) => match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => Some(Address::Far(encoded)),
            "mailto" | "tel" => Some(Address::Near(encoded)),
            _ => None,
        },
        // The scheme of the page is https wherever it matters.
        None if typed.starts_with("//") => Some(Address::Far(format!("https:{encoded}"))),
        None => Some(Address::Near(encoded)),
    }
}

/// What a browser drops from an address before reading it.
fn undo(typed: &str) -> Cow<'_, str> {
    let trimmed = typed.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    if trimmed.contains(char::is_control) {
        Cow::Owned(trimmed.chars().filter(|c| !c.is_control()).collect())
    } else {
        Cow::Borrowed(trimmed)
    }
}

/// Whatever stands before a colon which no `/`, `?` or `#` precedes. Wider than the standard,
/// which wants letters: `%6aavascript:` has no business in a link either.
fn scheme(typed: &str) -> Option<&str> {
    let end = typed.find([':', '/', '?', '#'])?;
    typed[end..].starts_with(':').then(|| &typed[..end])
}

#[cfg(test)]
mod tests {
    use super::{Address, address};

    fn near(href: &str) -> Option<Address> {
        Some(Address::Near(href.to_owned()))
    }

    fn far(href: &str) -> Option<Address> {
        Some(Address::Far(href.to_owned()))
    }

    #[test]
    fn allowed() {
        assert_eq!(address("/a b?c=\"d\""), near("/a%20b?c=%22d%22"));
        assert_eq!(address("page"), near("page"));
        assert_eq!(address("mailto:a@b.fr"), near("mailto:a@b.fr"));
        assert_eq!(address("tel:+331"), near("tel:+331"));
        assert_eq!(address("HTTPS://x.fr/é"), far("HTTPS://x.fr/%C3%A9"));
        assert_eq!(address("//x.fr"), far("https://x.fr"));
        assert_eq!(address("/\t/x.fr"), far("https://x.fr"));
        assert_eq!(address("/\\x.fr"), near("/%5Cx.fr"));
        assert_eq!(address("a/b:c"), near("a/b:c"));
        let here = Some(Address::Here("l-ete".to_owned()));
        assert_eq!(address("#l%27%C3%A9t%C3%A9"), here);
        assert_eq!(address("#L'été"), here);
    }

    #[test]
    fn refused() {
        for typed in [
            "",
            " ",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "javascript :alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:x",
            "file:///etc/passwd",
            "ftp://x.fr",
            "%6aavascript:alert(1)",
            ":x",
        ] {
            assert_eq!(address(typed), None, "{typed:?}");
        }
    }
}
