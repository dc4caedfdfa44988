//! The fonts of a PDF: which letters a code stands for, and how wide it is drawn.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Encoding, Object, dictionary};

use super::cmap::ToUnicode;

/// Descriptions of widths that are read.
const WIDTHS: usize = 100_000;

/// A font.
pub(super) struct Font {
    two_bytes: bool,
    to_unicode: Option<ToUnicode>,
    /// What the codes of one byte stand for.
    simple: Vec<String>,
    widths: HashMap<u32, f32>,
    usual: f32,
}

/// A code of a text: its letters and its width, in thousandths of the size.
pub(super) struct Letter<'a> {
    pub letters: &'a str,
    pub width: f32,
    /// Whether it is the code that spacing between words follows.
    pub blank: bool,
}

impl Font {
    /// The letters of a text.
    pub fn letters<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = Letter<'a>> {
        let step = if self.two_bytes { 2 } else { 1 };
        bytes.chunks(step).map(move |code| {
            let number = code.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
            let simple =
                || (!self.two_bytes).then(|| self.simple.get(number as usize)).flatten().map(String::as_str);
            let known = self
                .to_unicode
                .as_ref()
                .and_then(|table| table.get(number))
                .filter(|known| !known.is_empty());
            Letter {
                letters: known.or_else(simple).unwrap_or_default(),
                width: self.widths.get(&number).copied().unwrap_or(self.usual),
                blank: code == b" ",
            }
        })
    }
}

/// The fonts met so far.
pub(super) struct Fonts<'a> {
    document: &'a Document,
    most: usize,
    known: HashMap<usize, Option<Font>>,
    glyphs: HashMap<Vec<u8>, String>,
}

impl<'a> Fonts<'a> {
    pub fn new(document: &'a Document, most: usize) -> Fonts<'a> {
        Fonts { document, most, known: HashMap::new(), glyphs: HashMap::new() }
    }

    /// A font by its description, read once.
    pub fn get(&mut self, described: &'a Dictionary) -> Option<&Font> {
        // A document does not move while it is read.
        let place = std::ptr::from_ref(described) as usize;
        if !self.known.contains_key(&place) {
            let font = self.font(described);
            self.known.insert(place, font);
        }
        self.known.get(&place).and_then(Option::as_ref)
    }

    fn font(&mut self, described: &'a Dictionary) -> Option<Font> {
        let composite =
            described.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0");
        let to_unicode = described
            .get_deref(b"ToUnicode", self.document)
            .and_then(Object::as_stream)
            .and_then(|stream| stream.get_plain_content_with_limit(self.most))
            .ok()
            .map(|bytes| ToUnicode::parse(&bytes));
        let (widths, usual) =
            if composite { self.composite_widths(described) } else { self.simple_widths(described) };
        let one_byte = to_unicode.as_ref().is_some_and(|table| table.one_byte && !table.two_bytes);
        let simple = if composite { Vec::new() } else { self.simple(described) };
        Some(Font { two_bytes: composite && !one_byte, to_unicode, simple, widths, usual })
    }

    /// What codes of one byte stand for: a usual table, and what differs from it.
    fn simple(&mut self, described: &Dictionary) -> Vec<String> {
        let encoding = described.get_deref(b"Encoding", self.document).ok();
        let differing = encoding.and_then(|encoding| encoding.as_dict().ok());
        let name = match (encoding, differing) {
            (Some(Object::Name(name)), _) => Some(name.clone()),
            (_, Some(differing)) => {
                differing.get(b"BaseEncoding").and_then(Object::as_name).ok().map(<[u8]>::to_vec)
            }
            _ => None,
        };
        let font = described.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
        let mut letters = table(&name.unwrap_or_else(|| b"StandardEncoding".to_vec()));
        if encoding.is_none() && is_computer_modern(font) {
            for (code, ligature) in (11..).zip(["ff", "fi", "fl", "ffi", "ffl"]) {
                letters[code] = ligature.to_owned();
            }
        }
        let differences = differing.and_then(|one| one.get_deref(b"Differences", self.document).ok());
        let mut code = 0_usize;
        for item in differences.and_then(|differences| differences.as_array().ok()).into_iter().flatten() {
            match item {
                Object::Integer(at) => code = usize::try_from(*at).unwrap_or(usize::MAX),
                Object::Name(name) => {
                    let glyph = self.glyph(name);
                    if let Some(letter) = letters.get_mut(code) {
                        *letter = glyph;
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
        letters
    }

    /// The letters of a glyph, by its name: `eacute`, `uni00E9`, `u1F600`, `f_i`, `a.sc`.
    fn glyph(&mut self, name: &[u8]) -> String {
        if let Some(known) = self.glyphs.get(name) {
            return known.clone();
        }
        let whole = String::from_utf8_lossy(name).into_owned();
        let base = whole.split('.').next().unwrap_or_default();
        let letters =
            base.split('_').filter_map(|part| listed(part).or_else(|| numbered(part))).collect::<String>();
        self.glyphs.insert(name.to_vec(), letters.clone());
        letters
    }

    fn simple_widths(&self, described: &Dictionary) -> (HashMap<u32, f32>, f32) {
        let first = described.get(b"FirstChar").and_then(Object::as_i64).unwrap_or(0);
        let widths = described.get_deref(b"Widths", self.document).and_then(Object::as_array);
        let numbers = widths.into_iter().flatten().take(256).map(|width| self.number(width));
        let scale = self.scale(described);
        let widths = (u32::try_from(first).unwrap_or(0)..).zip(numbers);
        let widths: HashMap<u32, f32> = widths.map(|(code, width)| (code, width * scale)).collect();
        let fixed = described.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
        // The usual fonts may say nothing of their widths.
        (widths, if fixed.windows(7).any(|part| part == b"Courier") { 600.0 } else { 500.0 })
    }

    /// Fonts drawn by the document count their widths in their own way.
    fn scale(&self, described: &Dictionary) -> f32 {
        let drawn = described.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type3");
        let matrix = described.get_deref(b"FontMatrix", self.document).and_then(Object::as_array);
        let unit =
            matrix.ok().filter(|_| drawn).and_then(|matrix| matrix.first()).map(|unit| self.number(unit));
        unit.filter(|unit| *unit != 0.0).map_or(1.0, |unit| unit.abs() * 1_000.0)
    }

    fn composite_widths(&self, described: &Dictionary) -> (HashMap<u32, f32>, f32) {
        let descendants = described.get_deref(b"DescendantFonts", self.document).and_then(Object::as_array);
        let descendant = descendants.ok().and_then(|all| all.first()).and_then(|one| self.dictionary(one));
        let Some(descendant) = descendant else { return (HashMap::new(), 1_000.0) };
        let usual = descendant.get_deref(b"DW", self.document).map_or(1_000.0, |width| self.number(width));
        let mut widths = HashMap::new();
        let listed = descendant.get_deref(b"W", self.document).and_then(Object::as_array);
        let mut items = listed.into_iter().flatten().map(|item| self.object(item));
        while let Some(first) = items.next().and_then(|first| first.as_i64().ok()) {
            let first = u32::try_from(first).unwrap_or(0);
            match items.next() {
                Some(Object::Array(each)) => {
                    widths.extend((first..).zip(each.iter().take(WIDTHS).map(|width| self.number(width))));
                }
                Some(last) => {
                    let last = last.as_i64().ok().and_then(|last| u32::try_from(last).ok()).unwrap_or(first);
                    let width = items.next().map_or(usual, |width| self.number(width));
                    if width != usual {
                        widths.extend(
                            (first..=last.min(first.saturating_add(65_535))).map(|code| (code, width)),
                        );
                    }
                }
                None => break,
            }
            if widths.len() > WIDTHS {
                break;
            }
        }
        (widths, usual)
    }

    fn object(&self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).map_or(object, |(_, object)| object)
    }

    fn dictionary(&self, object: &'a Object) -> Option<&'a Dictionary> {
        self.object(object).as_dict().ok()
    }

    fn number(&self, object: &Object) -> f32 {
        self.document.dereference(object).ok().and_then(|(_, object)| object.as_float().ok()).unwrap_or(0.0)
    }
}

/// A table of letters by its name.
fn table(name: &[u8]) -> Vec<String> {
    let font = dictionary! { "Type" => "Font", "Encoding" => Object::Name(name.to_vec()) };
    let document = Document::new();
    let encoding = font.get_font_encoding(&document).ok();
    let known = encoding.filter(|encoding| matches!(encoding, Encoding::OneByteEncoding(_)));
    let letter = |code: u8| match &known {
        Some(encoding) => encoding.bytes_to_string(&[code]).unwrap_or_default(),
        None => char::from(code).to_string(),
    };
    (0..=255).map(letter).collect()
}

/// The letters of a glyph in the list of those that have a name.
fn listed(name: &str) -> Option<String> {
    let differences = vec![0.into(), Object::Name(name.as_bytes().to_vec())];
    let font = dictionary! {
        "Type" => "Font", "Encoding" => dictionary! { "Differences" => differences },
    };
    let document = Document::new();
    match font.get_font_encoding(&document).ok()? {
        Encoding::Differences(differences) => Encoding::Differences(differences).bytes_to_string(&[0]).ok(),
        _ => None,
    }
}

/// The letters of a glyph named after its number.
fn numbered(name: &str) -> Option<String> {
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    if digits.len() < 4 || !digits.is_ascii() {
        return None;
    }
    let parts = if name.starts_with("uni") && digits.len() > 6 { digits.len() / 4 } else { 1 };
    (0..parts)
        .map(|part| {
            let end = if parts == 1 { digits.len() } else { part * 4 + 4 };
            u32::from_str_radix(&digits[part * 4..end], 16).ok().and_then(char::from_u32)
        })
        .collect()
}

/// Whether a font is one of TeX’s first ones, which say nothing of their ligatures: `ABCDEF+CMR10`.
fn is_computer_modern(font: &[u8]) -> bool {
    let name = font.iter().position(|b| *b == b'+').map_or(font, |plus| &font[plus + 1..]);
    [&b"CMR"[..], b"CMB", b"CMTI", b"CMSS", b"CMSL", b"CMCSC"].iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_known_by_their_names() {
        assert_eq!(listed("eacute").as_deref(), Some("é"));
        assert_eq!(listed("nothing.of.the.kind"), None);
        assert_eq!(numbered("uni00E9").as_deref(), Some("é"));
        assert_eq!(numbered("uni00660069").as_deref(), Some("fi"));
        assert_eq!(numbered("u1F600").as_deref(), Some("😀"));
        assert_eq!(table(b"WinAnsiEncoding")[0x9c], "œ");
        assert_eq!(table(b"MacRomanEncoding")[0x8e], "é");
    }
}
