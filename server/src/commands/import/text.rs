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

/// How the letters of a table are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As everywhere today.
    Utf8,
    /// As spreadsheets on Windows still save tables.
    Windows1252,
}

/// The text of a table: in UTF-8, or else in Windows-1252 as some spreadsheets save it.
///
/// # Errors
/// As [`decode`]: a file that holds letters of both was damaged, and guessing would damage it more.
pub fn decode_table(bytes: &[u8]) -> Result<(String, Encoding), Problem> {
    let refused = match decode(bytes) {
        Ok(text) => return Ok((text, Encoding::Utf8)),
        Err(problem) => problem,
    };
    let utf_16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let letters_of_utf_8 = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    let text: Option<String> = bytes.iter().map(|byte| windows_1252(*byte)).collect();
    match text.filter(|text| !utf_16 && !letters_of_utf_8 && !text.trim().is_empty()) {
        Some(text) => Ok((text.replace("\r\n", "\n").replace('\r', "\n"), Encoding::Windows1252)),
        None => Err(refused),
    }
}

/// The letter of a byte; none for a byte that stands for nothing, or that no text holds.
fn windows_1252(byte: u8) -> Option<char> {
    const FROM_80: [Option<char>; 32] = {
        let mut letters = [None; 32];
        let known: [(usize, char); 27] = [
            (0x00, '€'),
            (0x02, '‚'),
            (0x03, 'ƒ'),
            (0x04, '„'),
            (0x05, '…'),
            (0x06, '†'),
            (0x07, '‡'),
            (0x08, 'ˆ'),
            (0x09, '‰'),
            (0x0a, 'Š'),
            (0x0b, '‹'),
            (0x0c, 'Œ'),
            (0x0e, 'Ž'),
            (0x11, '‘'),
            (0x12, '’'),
            (0x13, '“'),
            (0x14, '”'),
            (0x15, '•'),
            (0x16, '–'),
            (0x17, '—'),
            (0x18, '˜'),
            (0x19, '™'),
            (0x1a, 'š'),
            (0x1b, '›'),
            (0x1c, 'œ'),
            (0x1e, 'ž'),
            (0x1f, 'Ÿ'),
        ];
        let mut at = 0;
        while at < known.len() {
            letters[known[at].0] = Some(known[at].1);
            at += 1;
        }
        letters
    };
    match byte {
        b'\t' | b'\n' | b'\r' | 0x20..=0x7e | 0xa0..=0xff => Some(char::from(byte)),
        0x80..=0x9f => FROM_80[usize::from(byte - 0x80)],
        _ => None,
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
    fn a_table_may_be_in_windows_1252() {
        let text = "nom;mission\r\nHélène;« L’œuvre » – 10 €\r\n";
        let saved = b"nom;mission\r\nH\xe9l\xe8ne;\xab L\x92\x9cuvre \xbb \x96 10 \x80\r\n";
        assert_eq!(decode_table(saved), Ok((text.replace("\r\n", "\n"), Encoding::Windows1252)));
        assert_eq!(decode_table("é\n".as_bytes()), Ok(("é\n".to_owned(), Encoding::Utf8)));
    }

    #[test]
    fn a_damaged_table_is_refused_with_its_line() {
        let mut damaged = "Hélène\nZoé\n".as_bytes().to_vec();
        damaged.extend(b"Andr\xe9\n");
        assert_eq!(decode_table(&damaged).expect_err("both").line, Some(3));
        assert_eq!(decode_table(b"a\nb\x81\n").expect_err("nothing").line, Some(2));
        assert!(decode_table(b"\xff\xfen\0").expect_err("utf-16").why.contains("UTF-16"));
    }

    #[test]
    fn other_encodings_are_refused_with_the_line() {
        assert_eq!(decode(b"nom\nPierre\nH\xe9l\xe8ne\n").expect_err("latin-1").line, Some(3));
        assert!(decode(b"\xff\xfen\0").expect_err("utf-16").why.contains("UTF-16"));
        assert_eq!(decode(b""), Err(Problem::whole("the file is empty")));
        assert_eq!(decode(b"\xef\xbb\xbf \n"), Err(Problem::whole("the file is empty")));
    }
}
