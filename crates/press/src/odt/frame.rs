//! What stands around the text in a document for LibreOffice: styles, lists, the foot of pages, what the files are.

use crate::{Proof, pictures::Picture, region, xml::Xml};

pub const NAMES: &[(&str, &str)] = &[
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("office:version", "1.3"),
];

const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>"#;

/// The files of the document.
pub fn manifest(pictures: &[Picture<'_>]) -> String {
    let mut xml = Xml::default();
    xml.raw(MANIFEST);
    for picture in pictures {
        let path = format!("Pictures/{}", picture.file());
        let entry = [("manifest:full-path", &*path), ("manifest:media-type", picture.kind.media_type())];
        xml.empty("manifest:file-entry", &entry);
    }
    xml.raw("</manifest:manifest>\n");
    xml.finish()
}

/// The looks of cells and of words, which belong to the text.
pub const AUTOMATIC: &str = r##"<office:automatic-styles><style:style style:name="Table" style:family="table"><style:table-properties style:rel-width="100%" fo:margin-top="0.2cm" fo:margin-bottom="0.4cm" table:align="margins"/></style:style><style:style style:name="CellHead" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border-top="1pt solid #1c2b33" fo:border-bottom="1pt solid #1c2b33"/></style:style><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border-bottom="0.5pt solid #c9cfd2"/></style:style><style:style style:name="Picture" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline" fo:border="none" fo:padding="0cm"/></style:style><style:style style:name="Struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="Raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles>"##;

/// Title, authors, day.
pub fn meta(proof: &Proof) -> String {
    let (year, month, day) = proof.day;
    let at = format!("{year:04}-{month:02}-{day:02}T00:00:00");
    let mut xml = Xml::document();
    xml.open("office:document-meta", NAMES);
    xml.open("office:meta", &[]);
    xml.said("meta:generator", &[], "Préau");
    xml.said("dc:title", &[], &proof.title);
    xml.said("dc:subject", &[], &format!("{}, {}", proof.council, proof.reference));
    xml.said("dc:language", &[], region(&proof.language));
    xml.said("meta:initial-creator", &[], &proof.authors.join(", "));
    xml.said("meta:creation-date", &[], &at);
    xml.said("dc:date", &[], &at);
    xml.finish()
}

/// How a paragraph looks: its name, the one it is based on, its shape, its words.
type Look<'a> = (&'a str, &'a str, &'a str, &'a str);

const LOOKS: &[Look<'_>] = &[
    ("Text_body", "Standard", "fo:margin-bottom=\"0.25cm\"", ""),
    ("Council", "Standard", "fo:margin-bottom=\"1.2cm\"", "fo:color=\"#55636b\""),
    ("Reference", "Standard", "fo:margin-bottom=\"0.1cm\"", "fo:color=\"#a63f22\" fo:font-weight=\"bold\""),
    ("Title", "Standard", "fo:margin-bottom=\"0.4cm\"", "fo:font-size=\"24pt\" fo:font-weight=\"bold\""),
    ("Subtitle", "Standard", "fo:margin-bottom=\"0.1cm\"", "fo:color=\"#55636b\""),
    (
        "ContentsTitle",
        "Standard",
        "fo:margin-top=\"0.8cm\" fo:margin-bottom=\"0.2cm\"",
        "fo:font-size=\"13.5pt\" fo:font-weight=\"bold\"",
    ),
    ("Contents_1", "Standard", "fo:margin-bottom=\"0.1cm\"", ""),
    ("Contents_2", "Standard", "fo:margin-bottom=\"0.1cm\" fo:margin-left=\"0.5cm\"", ""),
    (
        "Quotations",
        "Text_body",
        "fo:margin-left=\"0.6cm\" fo:padding-left=\"0.3cm\" fo:border-left=\"1.5pt solid #c9cfd2\"",
        "fo:color=\"#55636b\"",
    ),
    (
        "Alert",
        "Text_body",
        "fo:padding=\"0.2cm\" fo:border-left=\"3pt solid #a63f22\" fo:background-color=\"#ebf1f1\"",
        "",
    ),
    ("Recommendation", "Text_body", "fo:padding=\"0.2cm\" fo:border-left=\"3pt solid #a63f22\"", ""),
    ("Brief", "Text_body", "fo:padding=\"0.25cm\" fo:background-color=\"#ebf1f1\"", ""),
    ("Term", "Standard", "fo:keep-with-next=\"always\" fo:margin-top=\"0.15cm\"", "fo:font-weight=\"bold\""),
    ("Caption", "Standard", "fo:margin-bottom=\"0.4cm\"", "fo:font-size=\"9.5pt\" fo:color=\"#55636b\""),
    ("Meaning", "Text_body", "fo:margin-left=\"0.5cm\"", ""),
    (
        "Code",
        "Standard",
        "fo:padding=\"0.2cm\" fo:background-color=\"#ebf1f1\" fo:margin-bottom=\"0.25cm\"",
        "style:font-name=\"Mono\" fo:font-size=\"9.5pt\"",
    ),
    ("Rule", "Standard", "fo:border-bottom=\"0.5pt solid #c9cfd2\" fo:margin-bottom=\"0.5cm\"", ""),
    ("CellStart", "Standard", "", "fo:font-size=\"10pt\""),
    ("CellCenter", "CellStart", "fo:text-align=\"center\"", ""),
    ("CellEnd", "CellStart", "fo:text-align=\"end\"", ""),
    ("HeadStart", "CellStart", "", "fo:font-weight=\"bold\""),
    ("HeadCenter", "HeadStart", "fo:text-align=\"center\"", ""),
    ("HeadEnd", "HeadStart", "fo:text-align=\"end\"", ""),
    ("Footnote", "Standard", "", "fo:font-size=\"9pt\""),
    ("Footer", "Standard", "", "fo:font-size=\"9pt\" fo:color=\"#55636b\""),
];

/// The styles, the lists, the page and its foot.
pub fn styles(proof: &Proof) -> String {
    let mut xml = Xml::document();
    xml.open("office:document-styles", NAMES);
    xml.raw(
        "<office:font-face-decls><style:font-face style:name=\"Text\" \
         svg:font-family=\"'Atkinson Hyperlegible Next', Verdana, sans-serif\"/><style:font-face style:name=\"Mono\" \
         svg:font-family=\"'DejaVu Sans Mono', monospace\"/></office:font-face-decls>",
    );
    xml.open("office:styles", &[]);
    let (language, country) = region(&proof.language).split_once('-').unwrap_or(("fr", "FR"));
    xml.raw(&format!(
        "<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:line-height=\"130%\"/>\
         <style:text-properties style:font-name=\"Text\" fo:font-size=\"11pt\" fo:color=\"#1c2b33\" \
         fo:language=\"{language}\" fo:country=\"{country}\"/></style:default-style>\
         <style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\"/>"
    ));
    for (name, base, shape, words) in LOOKS {
        look(&mut xml, name, base, "", shape, words);
    }
    for (level, size) in [(1, "16pt"), (2, "13.5pt"), (3, "12pt"), (4, "11pt"), (5, "11pt"), (6, "11pt")] {
        look(
            &mut xml,
            &format!("Heading_{level}"),
            "Standard",
            &format!(" style:default-outline-level=\"{level}\" style:display-name=\"Heading {level}\""),
            "fo:keep-with-next=\"always\" fo:margin-top=\"0.6cm\" fo:margin-bottom=\"0.2cm\"",
            &format!("fo:font-size=\"{size}\" fo:font-weight=\"bold\""),
        );
    }
    for (name, words) in [
        ("Emphasis", "fo:font-style=\"italic\""),
        ("Strong_Emphasis", "fo:font-weight=\"bold\""),
        ("Internet_link", "fo:color=\"#a63f22\" style:text-underline-style=\"solid\""),
        ("CodeWords", "style:font-name=\"Mono\" fo:font-size=\"10pt\""),
    ] {
        xml.raw(&format!(
            "<style:style style:name=\"{name}\" style:family=\"text\"><style:text-properties {words}/></style:style>"
        ));
    }
    for (name, numbered) in [("Dots", false), ("Numbers", true)] {
        list(&mut xml, name, numbered);
    }
    xml.raw(
        "<text:notes-configuration text:note-class=\"footnote\" style:num-format=\"1\" text:start-value=\"0\" \
         text:footnotes-position=\"page\" text:start-numbering-at=\"document\"/>",
    );
    xml.close();
    xml.raw(
        "<office:automatic-styles><style:page-layout style:name=\"A4\"><style:page-layout-properties \
         fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin-top=\"2.3cm\" fo:margin-bottom=\"1.6cm\" \
         fo:margin-left=\"2.4cm\" fo:margin-right=\"2.4cm\"/><style:footer-style><style:header-footer-properties \
         fo:min-height=\"0.8cm\" fo:margin-top=\"0.4cm\"/></style:footer-style></style:page-layout>\
         </office:automatic-styles>",
    );
    xml.open("office:master-styles", &[]);
    xml.open("style:master-page", &[("style:name", "Standard"), ("style:page-layout-name", "A4")]);
    xml.open("style:footer", &[]);
    xml.open("text:p", &[("text:style-name", "Footer")]);
    xml.text(&format!("{}, {}. {} ", proof.council, proof.reference, proof.words.page));
    xml.said("text:page-number", &[("text:select-page", "current")], "1");
    xml.text(&format!(" {} ", proof.words.of));
    xml.said("text:page-count", &[], "1");
    xml.finish()
}

fn look(xml: &mut Xml, name: &str, base: &str, more: &str, shape: &str, words: &str) {
    xml.raw(&format!(
        "<style:style style:name=\"{name}\" style:family=\"paragraph\" style:parent-style-name=\"{base}\"{more}>\
         <style:paragraph-properties {shape}/><style:text-properties {words}/></style:style>"
    ));
}

fn list(xml: &mut Xml, name: &str, numbered: bool) {
    xml.open("text:list-style", &[("style:name", name)]);
    for level in 1..=10 {
        let dot = ["•", "–", "·"][(level - 1) % 3];
        let (open, close) = if numbered {
            (
                format!(
                    "<text:list-level-style-number text:level=\"{level}\" style:num-format=\"1\" \
                     style:num-suffix=\".\">"
                ),
                "</text:list-level-style-number>",
            )
        } else {
            (
                format!("<text:list-level-style-bullet text:level=\"{level}\" text:bullet-char=\"{dot}\">"),
                "</text:list-level-style-bullet>",
            )
        };
        let left = 0.6 * level as f32;
        xml.raw(&format!(
            "{open}<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">\
             <style:list-level-label-alignment text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"{left}cm\" \
             fo:text-indent=\"-0.6cm\" fo:margin-left=\"{left}cm\"/></style:list-level-properties>{close}"
        ));
    }
    xml.close();
}
