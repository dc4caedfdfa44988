//! The images of a text: those that came with it are shown, the others are told.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Files, Proof};

/// Dots of all the images of a document, which a PDF takes unpacked: memory is bounded.
const DOTS: u64 = 200_000_000;
/// An image is as wide as a page of the site shows it, in points for a dot.
const POINTS: f64 = 0.75;
/// The most that an image takes of the height of a page, in points.
const HIGHEST: f64 = 540.0;

/// An image that is shown.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// The fingerprint of its content, which names its file.
    pub sha256: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
    pub kind: Kind,
    /// In dots.
    pub width: u32,
    pub height: u32,
}

/// How an image is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Png,
    Jpeg,
}

impl Kind {
    pub fn ending(self) -> &'static str {
        match self {
            Kind::Png => "png",
            Kind::Jpeg => "jpg",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Png => "image/png",
            Kind::Jpeg => "image/jpeg",
        }
    }
}

impl Picture<'_> {
    pub fn file(&self) -> String {
        format!("{}.{}", self.sha256, self.kind.ending())
    }

    /// Its width and its height in points, no wider than there is room and no higher than a page.
    pub fn size(&self, room: f64) -> (f64, f64) {
        let (width, height) = (f64::from(self.width) * POINTS, f64::from(self.height) * POINTS);
        let scale = (room / width).min(HIGHEST / height).min(1.0);
        (width * scale, height * scale)
    }
}

/// The images of a text, by their whole addresses.
pub type Pictures<'a> = BTreeMap<String, Picture<'a>>;

/// Those of which the content came, among these addresses.
pub fn pictures<'a>(proof: &'a Proof, files: &'a Files, named: &BTreeSet<String>) -> Pictures<'a> {
    let (mut found, mut counted, mut dots) = (Pictures::new(), BTreeSet::new(), 0);
    for image in &proof.images {
        let address = format!("{}{}", proof.site, image.address);
        let picture = files.get(&image.sha256).and_then(|bytes| picture(&image.sha256, bytes));
        let Some(picture) = picture.filter(|_| named.contains(&address)) else { continue };
        let more = if counted.contains(&image.sha256) {
            0
        } else {
            u64::from(picture.width) * u64::from(picture.height)
        };
        if dots + more > DOTS {
            continue;
        }
        dots += more;
        counted.insert(&image.sha256);
        found.insert(address, picture);
    }
    found
}

/// The file of each, once.
pub fn each<'b, 'a: 'b>(pictures: impl IntoIterator<Item = &'b Picture<'a>>) -> Vec<Picture<'a>> {
    let mut met = BTreeSet::new();
    pictures.into_iter().copied().filter(|picture| met.insert(picture.sha256)).collect()
}

/// What is not written as the program writes pictures is not one. A name that is no fingerprint could be a path.
fn picture<'a>(sha256: &'a str, bytes: &'a [u8]) -> Option<Picture<'a>> {
    if !sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let (kind, (width, height)) = match bytes {
        [0x89, b'P', b'N', b'G', ..] => (Kind::Png, of_png(bytes)?),
        [0xff, 0xd8, ..] => (Kind::Jpeg, of_jpeg(bytes)?),
        _ => return None,
    };
    (width > 0 && height > 0).then_some(Picture { sha256, bytes, kind, width, height })
}

fn of_png(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

/// The frame is after other pieces, each of which says how long it is.
fn of_jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = 2;
    loop {
        let [0xff, kind] = *bytes.get(at..at + 2)? else { return None };
        match kind {
            0xc4 | 0xc8 | 0xcc => {}
            0xc0..=0xcf => return Some((number(at + 7)?.into(), number(at + 5)?.into())),
            _ => {}
        }
        at += 2 + usize::from(number(at + 2)?);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_fits_where_it_stands() {
        let one = |width, height| Picture { sha256: "a", bytes: &[], kind: Kind::Png, width, height };
        assert_eq!(one(100, 40).size(450.0), (75.0, 30.0));
        assert_eq!(one(1_200, 600).size(450.0), (450.0, 225.0));
        assert_eq!(one(600, 2_400).size(450.0), (135.0, 540.0));
    }

    #[test]
    fn what_is_cut_short_or_no_picture_is_not_shown() {
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x10\0\x20\x03";
        assert_eq!(of_jpeg(jpeg), Some((32, 16)));
        for length in 0..jpeg.len() - 2 {
            assert_eq!(of_jpeg(&jpeg[..length]), None, "{length}");
        }
        assert!(picture("ab", b"\x89PNG").is_none() && picture("ab", b"<svg/>").is_none());
        assert!(picture("ab", jpeg).is_some() && picture("../ab", jpeg).is_none());
    }
}
