//! An EPUB 3: the text in one page, its table of contents, and what readers want to know of a book.

use crate::{
    Failure, html,
    package::Package,
    pictures::{Picture, each},
    work::Work,
    xml::Xml,
};

/// The book.
pub fn write(work: &Work<'_>) -> Result<Vec<u8>, Failure> {
    let mut package = Package::said_to_be("application/epub+zip")?;
    package.add("META-INF/container.xml", CONTAINER)?;
    let pictures = each(work.pictures.values());
    package.add("EPUB/book.opf", &about(work, &pictures))?;
    package.add("EPUB/contents.xhtml", &contents(work))?;
    package.add("EPUB/text.xhtml", &text(work))?;
    package.add("EPUB/page.css", include_str!("page.css"))?;
    package.add_pictures("EPUB/images", &pictures)?;
    package.finish()
}

const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"#;

fn about(work: &Work<'_>, pictures: &[Picture<'_>]) -> String {
    let proof = work.proof;
    let (year, month, day) = proof.day;
    let day = format!("{year:04}-{month:02}-{day:02}");
    let mut xml = Xml::document();
    xml.open(
        "package",
        &[
            ("xmlns", "http://www.idpf.org/2007/opf"),
            ("version", "3.0"),
            ("unique-identifier", "address"),
            ("xml:lang", &proof.language),
        ],
    );
    xml.open("metadata", &[("xmlns:dc", "http://purl.org/dc/elements/1.1/")]);
    xml.said("dc:identifier", &[("id", "address")], &proof.address);
    xml.said("dc:title", &[], &proof.title);
    xml.said("dc:language", &[], &proof.language);
    xml.said("dc:publisher", &[], &proof.council);
    xml.said("dc:date", &[], &day);
    xml.said("dc:description", &[], &proof.reference);
    for author in &proof.authors {
        xml.said("dc:creator", &[], author);
    }
    xml.said("meta", &[("property", "dcterms:modified")], &format!("{day}T00:00:00Z"));
    for (property, value) in [
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityFeature", "readingOrder"),
        ("schema:accessibilityHazard", "none"),
    ] {
        xml.said("meta", &[("property", property)], value);
    }
    if !pictures.is_empty() {
        xml.said("meta", &[("property", "schema:accessMode")], "visual");
        xml.said("meta", &[("property", "schema:accessibilityFeature")], "alternativeText");
    }
    xml.close();
    xml.open("manifest", &[]);
    let xhtml = "application/xhtml+xml";
    let nav = [("id", "contents"), ("href", "contents.xhtml"), ("media-type", xhtml), ("properties", "nav")];
    xml.empty("item", &nav);
    xml.empty("item", &[("id", "text"), ("href", "text.xhtml"), ("media-type", xhtml)]);
    xml.empty("item", &[("id", "style"), ("href", "page.css"), ("media-type", "text/css")]);
    for (i, picture) in pictures.iter().enumerate() {
        let (id, href) = (format!("image{}", i + 1), format!("images/{}", picture.file()));
        xml.empty("item", &[("id", &id), ("href", &href), ("media-type", picture.kind.media_type())]);
    }
    xml.close();
    xml.open("spine", &[]);
    xml.empty("itemref", &[("idref", "text")]);
    xml.finish()
}

fn page(work: &Work<'_>, title: &str, write: impl FnOnce(&mut Xml)) -> String {
    let language = work.proof.language.as_str();
    let mut xml = Xml::document();
    xml.raw("<!DOCTYPE html>\n");
    xml.open(
        "html",
        &[
            ("xmlns", "http://www.w3.org/1999/xhtml"),
            ("xmlns:epub", "http://www.idpf.org/2007/ops"),
            ("lang", language),
            ("xml:lang", language),
        ],
    );
    xml.open("head", &[]);
    xml.said("title", &[], title);
    xml.empty("link", &[("rel", "stylesheet"), ("href", "page.css")]);
    xml.close();
    xml.open("body", &[]);
    write(&mut xml);
    xml.finish()
}

fn contents(work: &Work<'_>) -> String {
    let words = &work.proof.words;
    page(work, &words.contents, |xml| {
        xml.open("nav", &[("epub:type", "toc"), ("id", "toc")]);
        xml.said("h1", &[], &words.contents);
        if work.headings.iter().any(|heading| heading.level <= 2) {
            html::contents(xml, work, "text.xhtml");
        } else {
            xml.open("ol", &[]);
            xml.open("li", &[]);
            xml.said("a", &[("href", "text.xhtml")], &work.proof.title);
            xml.close();
            xml.close();
        }
        xml.close();
    })
}

fn text(work: &Work<'_>) -> String {
    page(work, &work.proof.title, |xml| {
        xml.open("header", &[]);
        html::head(xml, work);
        xml.close();
        html::text(xml, work);
        html::about(xml, work);
    })
}
