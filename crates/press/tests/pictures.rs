//! The images of a text in each of its documents.

mod common;

use std::io::{Cursor, Read};

use extraction::{
    Limits,
    draft::{self, IMAGE},
};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use press::{Files, Format, Image, Proof, Shortfall};

use common::{holds, keep, part, proof, words_of};

/// What a text says of its images: alone, with words below, in a sentence, a list, a table, a title, a link, a note; one
/// that only decorates, one that is gone, one of elsewhere.
const TEXT: &str = "Avant.

![Le pont, vu d’aval](/contributions/7/images/aa.png)

![](/contributions/7/images/bb.jpg \"Le moulin en 1920\")

Une image ![le sceau](/contributions/7/images/cc.png) dans une phrase[^1].

## Un titre ![le sceau](/contributions/7/images/cc.png)

- un point

  ![Le pont, encore](/contributions/7/images/aa.png)

| Vue | Nom |
|-----|-----|
| ![Le pont du tableau](/contributions/7/images/aa.png) | pont |

[![Le pont qui mène](/contributions/7/images/aa.png)](https://exemple.example/)

![Une image perdue](/contributions/7/images/dd.png)

![Une image d’ailleurs](https://exemple.example/image.png)

[^1]: Une note. ![Le pont en note](/contributions/7/images/aa.png)
";

const BLUE: [u8; 3] = [20, 60, 220];

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("written");
    bytes.into_inner()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    written(&RgbImage::from_pixel(width, height, Rgb(BLUE)).into(), ImageFormat::Png)
}

fn files() -> Files {
    let jpeg = written(&RgbImage::from_pixel(1_600, 900, Rgb([210, 40, 30])).into(), ImageFormat::Jpeg);
    let clear = written(&RgbaImage::from_pixel(40, 40, Rgba([10, 160, 60, 128])).into(), ImageFormat::Png);
    Files::from([("aa01".into(), png(800, 3_000)), ("bb01".into(), jpeg), ("cc01".into(), clear)])
}

fn illustrated(body: &str) -> Proof {
    let image = |(name, sha256): &(&str, &str)| Image {
        address: format!("/contributions/7/images/{name}"),
        sha256: (*sha256).into(),
        bytes: 1,
    };
    let images =
        [("aa.png", "aa01"), ("bb.jpg", "bb01"), ("cc.png", "cc01"), ("dd.png", "dd01"), ("ee.png", "ee01")];
    Proof { images: images.iter().map(image).collect(), ..proof(body) }
}

fn made(format: Format) -> Vec<u8> {
    let made = press::print(&illustrated(TEXT), &files(), format).expect("printed");
    assert_eq!(made.shortfall, None, "{format:?}");
    keep("pictures", format, &made.bytes);
    made.bytes
}

fn names(zip: &[u8], folder: &str) -> Vec<String> {
    let zip = zip::ZipArchive::new(Cursor::new(zip)).expect("a zip");
    let all = zip.file_names().map(|name| name.expect("a name").into_owned());
    let mut names: Vec<String> = all.filter(|name| name.starts_with(folder)).collect();
    names.sort();
    names
}

/// Each once, as it was; one that nothing shows is not there.
fn assert_held(zip: &[u8], folder: &str) {
    let all = ["aa01.png", "bb01.jpg", "cc01.png"];
    assert_eq!(names(zip, folder), all.map(|name| format!("{folder}{name}")));
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).expect("a zip");
    for (name, (_, content)) in all.iter().zip(&files()) {
        let mut held = Vec::new();
        archive.by_name(&format!("{folder}{name}")).expect(name).read_to_end(&mut held).expect("read");
        assert_eq!(&held, content, "{name}");
    }
}

const TOLD: [&str; 2] = ["[Image : Une image perdue]", "[Image : Une image d’ailleurs]"];

#[test]
fn a_page_holds_its_images_and_tells_the_others() {
    let page = String::from_utf8(made(Format::Html)).expect("utf-8");
    assert_eq!(page.matches("<img src=\"data:image/png;base64,").count(), 7);
    assert_eq!(page.matches("<img src=\"data:image/jpeg;base64,").count(), 1);
    assert!(page.contains("alt=\"Le pont, vu d’aval\" width=\"800\" height=\"3000\""));
    assert!(
        page.contains("alt=\"\" width=\"1600\" height=\"900\"/><figcaption>Le moulin en 1920</figcaption>")
    );
    let said = words_of(page.strip_prefix("<!DOCTYPE html>\n").expect("a page"));
    assert!(TOLD.iter().all(|told| said.contains(told)) && said.matches("[Image").count() == 2, "{said}");
    assert!(!page.contains("src=\"http"));
}

#[test]
fn a_book_has_its_images_beside_its_text() {
    let file = made(Format::Epub);
    assert_held(&file, "EPUB/images/");
    let book = part(&file, "EPUB/book.opf");
    assert!(book.contains("href=\"images/bb01.jpg\" media-type=\"image/jpeg\""));
    assert!(book.contains(">visual<") && book.contains(">alternativeText<"));
    let text = part(&file, "EPUB/text.xhtml");
    assert!(text.contains("<img src=\"images/aa01.png\" alt=\"Le pont, vu d’aval\""));
    assert!(TOLD.iter().all(|told| words_of(&text).contains(told)));
}

#[test]
fn word_is_given_the_images_with_what_is_said_of_them() {
    let file = made(Format::Docx);
    assert_held(&file, "word/media/");
    let text = part(&file, "word/document.xml");
    words_of(&text);
    assert_eq!(text.matches("<wp:inline").count(), 7);
    assert!(text.contains("descr=\"Le pont, vu d’aval\"") && text.contains("adec:decorative"));
    assert!(text.contains("<w:pStyle w:val=\"Caption\"/>"));
    // No higher than a page, no wider than the column or the cell: in units of which a point has 12 700.
    assert!(text.contains("<wp:extent cx=\"1828800\" cy=\"6858000\"/>"), "{text}");
    assert!(text.contains("<wp:extent cx=\"5829300\" cy=\"3278981\"/>"), "{text}");
    let notes = part(&file, "word/footnotes.xml");
    assert!(notes.contains("r:embed=\"picture1\"") && notes.contains("descr=\"Le pont en note\""));
    let relations = part(&file, "word/_rels/footnotes.xml.rels");
    assert!(relations.contains("Target=\"media/aa01.png\""));
    assert!(TOLD.iter().all(|told| words_of(&text).contains(told)));
}

#[test]
fn libreoffice_is_given_the_images_with_what_is_said_of_them() {
    let file = made(Format::Odt);
    assert_held(&file, "Pictures/");
    let text = part(&file, "content.xml");
    assert_eq!(text.matches("<draw:frame").count(), 8);
    assert!(text.contains("<svg:desc>Le pont, vu d’aval</svg:desc>"));
    assert!(text.contains("svg:width=\"459.00pt\" svg:height=\"258.19pt\""), "{text}");
    assert!(TOLD.iter().all(|told| words_of(&text).contains(told)));
    let manifest = part(&file, "META-INF/manifest.xml");
    words_of(&manifest);
    assert!(manifest.contains("manifest:full-path=\"Pictures/bb01.jpg\" manifest:media-type=\"image/jpeg\""));
}

/// Seen on the page, and read by those who do not see.
#[test]
fn a_pdf_shows_its_images_and_stays_accessible() {
    let file = made(Format::Pdf);
    assert!(holds(&file, b"pdfuaid:part"));
    let seen = (1..=8).filter_map(|number| {
        let page = pictures::page(file.clone(), number, 300, &pictures::Limits::default()).ok()?;
        let page = image::load_from_memory(&page.bytes).expect("a picture").to_rgb8();
        let near = |dot: &Rgb<u8>| dot.0.iter().zip(BLUE).all(|(one, other)| one.abs_diff(other) < 30);
        Some(page.pixels().filter(|dot| near(dot)).count())
    });
    let seen: Vec<usize> = seen.collect();
    // The first is as high as a page may show: a tenth of its dots at least.
    assert!(seen.iter().any(|dots| *dots > 9_000), "{seen:?}");
    let bare = press::print(&illustrated(TEXT), &Files::new(), Format::Pdf).expect("printed").bytes;
    let objects = |file: &[u8]| file.windows(14).filter(|window| *window == b"/Subtype/Image").count();
    // Three, and what is seen through the last.
    assert_eq!((objects(&file), objects(&bare)), (4, 0));
}

/// A picture that is damaged, too large, or that is none costs its place and nothing else.
#[test]
fn a_damaged_image_is_told_and_the_document_is_made() {
    let huge = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &[0, 1, 0, 0, 0, 1, 0, 0][..]].concat();
    let cut = png(60, 60)[..60].to_vec();
    for content in [huge, cut, b"<svg/>".to_vec(), Vec::new()] {
        for format in Format::ALL {
            let files = Files::from([("aa01".into(), content.clone())]);
            let made = press::print(&illustrated(TEXT), &files, format).expect("printed");
            assert!(made.shortfall.is_none_or(|why| why != Shortfall::Structure), "{format:?}");
        }
    }
}

/// A text that names one image ten thousand times makes no page that nobody can open.
#[test]
fn an_image_named_too_often_is_told_in_the_end() {
    let noise = RgbImage::from_fn(700, 700, |x, y| {
        let dot = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503).wrapping_mul(x | 1);
        Rgb([(dot >> 5) as u8, (dot >> 13) as u8, (dot >> 21) as u8])
    });
    let files = Files::from([("aa01".into(), written(&noise.into(), ImageFormat::Png))]);
    let body = "![Du bruit](/contributions/7/images/aa.png)\n\n".repeat(200);
    let page = press::print(&illustrated(&body), &files, Format::Html).expect("printed").bytes;
    assert!(page.len() < 50 << 20, "{}", page.len());
    assert!(holds(&page, b"<img") && holds(&page, "[Image : Du bruit]".as_bytes()));
}

#[test]
fn images_leave_with_a_document_and_come_back_with_it() {
    let body =
        "![Le pont](/contributions/7/images/aa.png)\n\nUn ![sceau](/contributions/7/images/cc.png) ici.\n";
    for format in [Format::Docx, Format::Odt] {
        let folder = tempfile::tempdir().expect("a folder");
        let document = press::print(&illustrated(body), &files(), format).expect("printed");
        let path = folder.path().join(format!("text.{}", format.code()));
        std::fs::write(&path, document.bytes).expect("written");
        let own = folder.path().to_path_buf();
        let read = draft::read(&path, "", &Limits::default(), Some(own)).expect("opened").expect("read");
        assert_eq!(read.images, 2, "{format:?}: {}", read.body);
        let mark = |number: usize| format!("{IMAGE}{number}{IMAGE}");
        let wanted = format!("![Le pont]({})\n\nUn ![sceau]({}) ici.", mark(0), mark(1));
        assert_eq!(read.body.trim(), wanted, "{format:?}");
        for (number, content) in ["aa01", "cc01"].iter().enumerate() {
            let back = std::fs::read(folder.path().join(number.to_string())).expect("an image");
            assert_eq!(back, files()[*content], "{format:?}");
        }
    }
}
