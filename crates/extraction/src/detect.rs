//! What a file is, by its content; its name and its type only decide between kinds of plain text.

use crate::gather::Failure;

/// How much of a file is looked at.
pub(crate) const START: u64 = 4_096;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Pdf,
    /// An archive: an office document, or something else.
    Zip,
    Html,
    Markdown,
    /// Values parted by commas, semicolons or tabs.
    Table,
    Text,
    /// An office document in one file of XML.
    FlatOpenDocument,
    /// An old office document, or one under a password.
    Ole,
    Empty,
    Unknown,
}

/// What these first bytes are.
pub(crate) fn kind(start: &[u8], name: &str, media_type: &str) -> Kind {
    if start.is_empty() {
        return Kind::Empty;
    }
    // A PDF may have a little before its mark.
    if find(&start[..start.len().min(1_024)], b"%PDF-").is_some() {
        return Kind::Pdf;
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return Kind::Zip;
    }
    if start.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Kind::Ole;
    }
    if !is_text(start) {
        return Kind::Unknown;
    }
    let lower: Vec<u8> = start.to_ascii_lowercase();
    let has = |mark: &[u8]| find(&lower, mark).is_some();
    let extension = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    let opened = lower.trim_ascii_start();
    match (extension.as_str(), media_type) {
        ("csv" | "tsv", _) => Kind::Table,
        ("md" | "markdown", _) => Kind::Markdown,
        ("html" | "htm" | "xhtml", _) => Kind::Html,
        ("txt" | "text" | "log", _) => Kind::Text,
        _ if opened.starts_with(b"{\\rtf") => Kind::Unknown,
        _ if opened.starts_with(b"<?xml") && has(b"<office:document") => Kind::FlatOpenDocument,
        _ if opened.starts_with(b"<!doctype html") || opened.starts_with(b"<html") => Kind::Html,
        (_, "text/csv" | "text/tab-separated-values") => Kind::Table,
        (_, "text/markdown") => Kind::Markdown,
        (_, "text/html" | "application/xhtml+xml") => Kind::Html,
        // Drawings and other data are written in letters too.
        _ if opened.starts_with(b"<?xml") || opened.starts_with(b"<svg") => Kind::Unknown,
        (_, media_type) if media_type.starts_with("image/") || media_type.starts_with("audio/") => {
            Kind::Unknown
        }
        _ => Kind::Text,
    }
}

/// Why an OLE file is not read: under a password when it says so.
pub(crate) fn ole(bytes: &[u8]) -> Failure {
    let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
    if find(bytes, &wide).is_some() { Failure::Encrypted } else { Failure::Unsupported }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Whether these first bytes can be a text, in some encoding.
pub(crate) fn is_text(start: &[u8]) -> bool {
    if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
        return true;
    }
    // What text of eight bits never has; UTF-16 without its mark is taken for something else.
    !start.iter().any(|b| matches!(b, 0..=8 | 14..=26 | 28..=31 | 127))
}
