//! A bound on how deep containers nest, set before the parser sees the text.
//!
//! The parser visits every open container at every line: a line that opens a hundred thousand
//! lists, followed by as many short lines, costs minutes. No honest text opens more than
//! [`MARKERS`] containers on one line, or one beyond column [`COLUMNS`]. Past those bounds a
//! marker is escaped, and reads as the character it is.

use std::borrow::Cow;

/// How many containers one line may open or continue.
const MARKERS: usize = 32;
/// Where containers may still open: the parser asks for two columns a level at least.
const COLUMNS: usize = 256;

/// Escapes the first marker too many of each line.
pub fn limit(source: &str) -> Cow<'_, str> {
    let mut out = String::new();
    // How much of the source has been copied.
    let mut copied = 0;
    let mut start = 0;
    for line in source.split_inclusive(['\n', '\r']) {
        if let Some(at) = too_many(line) {
            out.push_str(&source[copied..start + at]);
            out.push('\\');
            copied = start + at;
        }
        start += line.len();
    }
    if copied == 0 {
        return Cow::Borrowed(source);
    }
    out.push_str(&source[copied..]);
    Cow::Owned(out)
}

/// Where to put a backslash in a line, if anywhere.
fn too_many(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut markers = 0;
    let mut column = 0;
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b' ' => column += 1,
            b'\t' => column += 4,
            _ => {
                let (length, escape) = marker(&bytes[i..])?;
                markers += 1;
                if markers > MARKERS || column > COLUMNS {
                    return (!is_rule(line)).then_some(i + escape);
                }
                column += length;
                i += length;
                continue;
            }
        }
        i += 1;
    }
    None
}

/// The length of a marker, and which of its characters to escape.
fn marker(rest: &[u8]) -> Option<(usize, usize)> {
    let blank = |at: usize| matches!(rest.get(at), None | Some(b' ' | b'\t' | b'\n' | b'\r'));
    match rest[0] {
        b'>' => Some((1, 0)),
        b'-' | b'+' | b'*' | b':' if blank(1) => Some((1, 0)),
        b'0'..=b'9' => {
            let digits = rest.iter().take(10).take_while(|b| b.is_ascii_digit()).count();
            (matches!(rest.get(digits), Some(b'.' | b')')) && blank(digits + 1))
                .then_some((digits + 1, digits))
        }
        b'[' if rest.get(1) == Some(&b'^') => {
            let label = rest.iter().take_while(|b| **b != b']').count();
            (rest.get(label + 1) == Some(&b':')).then_some((label + 2, 0))
        }
        _ => None,
    }
}

/// A long rule made of one character opens nothing.
fn is_rule(line: &str) -> bool {
    let mut marks = line.bytes().filter(|b| !b.is_ascii_whitespace());
    match marks.next() {
        Some(first @ (b'-' | b'*')) => marks.all(|b| b == first),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::limit;

    #[test]
    fn ordinary_texts_are_left_alone() {
        for text in ["> > a\n- - 1. b\n", &"- ".repeat(500), "", &"-".repeat(500)] {
            assert_eq!(limit(text), text);
        }
    }

    #[test]
    fn the_first_marker_too_many_is_escaped() {
        let open = "> ".repeat(32);
        assert_eq!(limit(&format!("a\n{open}> > b\nc")), format!("a\n{open}\\> > b\nc"));
        assert_eq!(limit(&format!("{open}12. b")), format!("{open}12\\. b"));
        assert_eq!(limit(&format!("{open}[^a]: b")), format!("{open}\\[^a]: b"));
        let wide = " ".repeat(300);
        assert_eq!(limit(&format!("{wide}- a")), format!("{wide}\\- a"));
    }
}
