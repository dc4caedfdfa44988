//! Plain text, in the encoding it was written in.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, WINDOWS_1252};

use crate::gather::{Failure, Gather, Pages};

/// The text of these bytes: as their mark says, as UTF-8, or as what they look most like.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return text;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(Some(b"fr"), Utf8Detection::Allow);
    let encoding = if guessed == WINDOWS_1252 && looks_old_macintosh(bytes) { MACINTOSH } else { guessed };
    encoding.decode_without_bom_handling(bytes).0
}

/// Whether é, è, à and ê are where old Macintosh computers wrote them, which no detector of web pages looks for.
fn looks_old_macintosh(bytes: &[u8]) -> bool {
    let beside_letters = |wanted: &[u8]| {
        bytes
            .windows(2)
            .filter(|pair| {
                pair[0].is_ascii_lowercase() && wanted.contains(&pair[1])
                    || wanted.contains(&pair[0]) && pair[1].is_ascii_lowercase()
            })
            .count()
    };
    let (macintosh, windows) =
        (beside_letters(&[0x8e, 0x8f, 0x88, 0x90]), beside_letters(&[0xe9, 0xe8, 0xe0, 0xea]));
    macintosh > windows
}

/// A text: a paragraph ends at an empty line.
pub(crate) fn read(text: &str, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let mut paragraph = String::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            gather.paragraph(&paragraph);
            paragraph.clear();
            if !gather.goes_on() {
                return Ok(None);
            }
        } else {
            paragraph.push_str(line);
            paragraph.push('\n');
        }
    }
    gather.paragraph(&paragraph);
    Ok(None)
}
