//! From bytes to text, with the line at which they stop being one.

/// Why a line, or a whole file, is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its number, from 1, when it is about one line.
    pub line: Option<u64>,
    /// In a sentence.
    pub why: String,
}

impl Problem {
    /// About one line.
    pub fn at(line: u64, why: impl Into<String>) -> Problem {
        Problem { line: Some(line), why: why.into() }
    }

    /// About the whole file.
    pub fn whole(why: impl Into<String>) -> Problem {
        Problem { line: None, why: why.into() }
    }
}

/// The text of a file in UTF-8, without the mark that some programs put first, every line ended by `\n`.
///
/// # Errors
/// The line that is not UTF-8, and what to do; an empty file.
pub fn decode(bytes: &[u8]) -> Result<String, Problem> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Problem::at(1, "the file is in UTF-16: save it again as UTF-8"));
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() as u64;
        Problem::at(line, "some letters are not in UTF-8: save the file again as UTF-8")
    })?;
    if text.trim().is_empty() {
        return Err(Problem::whole("the file is empty"));
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_is_read_with_or_without_its_mark() {
        assert_eq!(decode("\u{feff}é\r\nà\rb\n".as_bytes()), Ok("é\nà\nb\n".to_owned()));
    }

    #[test]
    fn other_encodings_are_refused_with_the_line() {
        assert_eq!(decode(b"nom\nPierre\nH\xe9l\xe8ne\n").expect_err("latin-1").line, Some(3));
        assert!(decode(b"\xff\xfen\0").expect_err("utf-16").why.contains("UTF-16"));
        assert_eq!(decode(b""), Err(Problem::whole("the file is empty")));
        assert_eq!(decode(b"\xef\xbb\xbf \n"), Err(Problem::whole("the file is empty")));
    }
}
