//! What stands around the text in a document for Word: styles, lists, the foot of pages, what the parts are.

use crate::{Proof, pictures::Picture, region, xml::Xml};

pub const NAMES: &[(&str, &str)] = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];

pub const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
"#;

pub const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="document" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
"#;

/// The parts that belong to the document.
pub const OWN_PARTS: &[&str] = &["styles", "numbering", "settings", "footnotes", "footer"];

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What a part refers to: other parts, addresses, images.
pub fn relations(parts: &[&str], links: &[String], pictures: &[Picture<'_>]) -> String {
    let mut xml = Xml::document();
    let names = [("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")];
    xml.open("Relationships", &names);
    for part in parts {
        let file = if *part == "footer" { "footer1.xml".to_owned() } else { format!("{part}.xml") };
        let kind = format!("{RELATION}/{part}");
        xml.empty("Relationship", &[("Id", part), ("Type", &kind), ("Target", &file)]);
    }
    let kind = format!("{RELATION}/hyperlink");
    for (i, href) in links.iter().enumerate() {
        let id = format!("link{}", i + 1);
        let link = [("Id", id.as_str()), ("Type", &kind), ("Target", href), ("TargetMode", "External")];
        xml.empty("Relationship", &link);
    }
    let kind = format!("{RELATION}/image");
    for (i, picture) in pictures.iter().enumerate() {
        let (id, file) = (format!("picture{}", i + 1), format!("media/{}", picture.file()));
        xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", &file)]);
    }
    xml.finish()
}

/// Title, authors, day.
pub fn core(proof: &Proof) -> String {
    let (year, month, day) = proof.day;
    let at = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    let mut xml = Xml::document();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.said("dc:title", &[], &proof.title);
    xml.said("dc:subject", &[], &format!("{}, {}", proof.council, proof.reference));
    xml.said("dc:creator", &[], &proof.authors.join(", "));
    xml.said("dc:identifier", &[], &proof.address);
    xml.said("dc:language", &[], &proof.language);
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.said(name, &[("xsi:type", "dcterms:W3CDTF")], &at);
    }
    xml.finish()
}

/// A4, with room, and nothing at the foot of the first page.
pub fn section(xml: &mut Xml) {
    xml.raw(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1304\" w:right=\"1361\" w:bottom=\"1304\" w:left=\"1361\" w:header=\"709\" \
         w:footer=\"624\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>",
    );
}

/// « Page 2 sur 9 ».
pub fn footer(proof: &Proof) -> String {
    let mut xml = Xml::document();
    xml.open("w:ftr", NAMES);
    xml.open("w:p", &[]);
    xml.raw("<w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>");
    let run = |xml: &mut Xml, words: &str| {
        xml.open("w:r", &[]);
        xml.said("w:t", &[("xml:space", "preserve")], words);
        xml.close();
    };
    let field = |xml: &mut Xml, name: &str| {
        xml.open("w:fldSimple", &[("w:instr", name)]);
        run(xml, "1");
        xml.close();
    };
    run(&mut xml, &format!("{}, {}", proof.council, proof.reference));
    xml.raw("<w:r><w:tab/></w:r>");
    run(&mut xml, &format!("{} ", proof.words.page));
    field(&mut xml, "PAGE");
    run(&mut xml, &format!(" {} ", proof.words.of));
    field(&mut xml, "NUMPAGES");
    xml.finish()
}

/// Notes at the foot of pages, and the language of the spelling.
pub fn settings(language: &str) -> String {
    let mut xml = Xml::document();
    xml.open("w:settings", NAMES);
    xml.raw(
        "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>",
    );
    xml.empty("w:themeFontLang", &[("w:val", region(language))]);
    xml.finish()
}

/// Every list of the text: with numbers, from the first one, or with dots.
pub fn numbering(lists: &[Option<u64>]) -> String {
    let mut xml = Xml::document();
    xml.open("w:numbering", NAMES);
    for (id, numbered) in [("0", false), ("1", true)] {
        xml.open("w:abstractNum", &[("w:abstractNumId", id)]);
        xml.empty("w:multiLevelType", &[("w:val", "multilevel")]);
        for level in 0..9 {
            xml.open("w:lvl", &[("w:ilvl", &level.to_string())]);
            xml.empty("w:start", &[("w:val", "1")]);
            xml.empty("w:numFmt", &[("w:val", if numbered { "decimal" } else { "bullet" })]);
            let dot = ["•", "–", "·"][level % 3];
            let mark = if numbered { format!("%{}.", level + 1) } else { dot.to_owned() };
            xml.empty("w:lvlText", &[("w:val", &mark)]);
            xml.empty("w:lvlJc", &[("w:val", "left")]);
            let left = (level + 1) * 360 + 60;
            xml.raw(&format!("<w:pPr><w:ind w:left=\"{left}\" w:hanging=\"360\"/></w:pPr>"));
            xml.close();
        }
        xml.close();
    }
    for (i, start) in lists.iter().enumerate() {
        xml.open("w:num", &[("w:numId", &(i + 1).to_string())]);
        xml.empty("w:abstractNumId", &[("w:val", if start.is_some() { "1" } else { "0" })]);
        if let Some(start) = start {
            let start = (*start).min(32_767);
            for level in 0..9 {
                xml.raw(&format!(
                    "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride>"
                ));
            }
        }
        xml.close();
    }
    xml.finish()
}

const INK: &str = "1C2B33";
const ACCENT: &str = "A63F22";
const QUIET: &str = "55636B";

/// The styles, under the names that Word translates.
pub fn styles(language: &str) -> String {
    let mut xml = Xml::document();
    xml.open("w:styles", NAMES);
    let region = region(language);
    xml.raw(&format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Atkinson Hyperlegible Next\" \
         w:hAnsi=\"Atkinson Hyperlegible Next\" w:cs=\"Arial\" w:eastAsia=\"Arial\"/><w:color w:val=\"{INK}\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{region}\" w:eastAsia=\"{region}\" \
         w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"290\" \
         w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    ));
    paragraph(&mut xml, "Normal", "Normal", "", "");
    for (level, size) in [(1, 32), (2, 27), (3, 24), (4, 22), (5, 22), (6, 22)] {
        paragraph(
            &mut xml,
            &format!("Heading{level}"),
            &format!("heading {level}"),
            &format!(
                "<w:keepNext/><w:spacing w:before=\"{}\" w:after=\"100\"/><w:outlineLvl w:val=\"{}\"/>",
                440 - level * 50,
                level - 1
            ),
            &format!("<w:b/><w:sz w:val=\"{size}\"/>"),
        );
    }
    let ash = format!("<w:color w:val=\"{QUIET}\"/>");
    let side = |color: &str| {
        format!("<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"10\" w:color=\"{color}\"/></w:pBdr>")
    };
    let indent = "<w:ind w:left=\"284\"/>";
    for (id, name, block, words) in [
        ("Council", "Conseil", "<w:spacing w:after=\"480\"/>", ash.as_str()),
        (
            "Reference",
            "Référence",
            "<w:spacing w:after=\"60\"/>",
            &format!("<w:b/><w:color w:val=\"{ACCENT}\"/>"),
        ),
        (
            "Title",
            "Title",
            "<w:spacing w:after=\"200\" w:line=\"252\" w:lineRule=\"auto\"/>",
            "<w:b/><w:sz w:val=\"48\"/>",
        ),
        ("Subtitle", "Subtitle", "<w:spacing w:after=\"60\"/>", &ash),
        (
            "TOCHeading",
            "TOC Heading",
            "<w:spacing w:before=\"400\" w:after=\"100\"/>",
            "<w:b/><w:sz w:val=\"27\"/>",
        ),
        ("TOC1", "toc 1", "<w:spacing w:after=\"60\"/>", ""),
        ("TOC2", "toc 2", "<w:spacing w:after=\"60\"/><w:ind w:left=\"284\"/>", ""),
        ("ListParagraph", "List Paragraph", "<w:spacing w:after=\"80\"/>", ""),
        ("Quote", "Quote", &format!("{}{indent}", side("C9CFD2")), &ash),
        (
            "Alert",
            "Encadré",
            &format!("{}<w:shd w:val=\"clear\" w:fill=\"EBF1F1\"/>{indent}", side(ACCENT)),
            "",
        ),
        ("Recommendation", "Recommandation", &format!("{}{indent}", side(ACCENT)), ""),
        ("Brief", "En bref", "<w:shd w:val=\"clear\" w:fill=\"EBF1F1\"/>", ""),
        ("Term", "Terme", "<w:keepNext/><w:spacing w:after=\"20\"/>", "<w:b/>"),
        ("Caption", "caption", "<w:spacing w:after=\"200\"/>", &format!("{ash}<w:sz w:val=\"19\"/>")),
        ("Meaning", "Définition", "<w:ind w:left=\"284\"/>", ""),
        (
            "Cell",
            "Cellule",
            "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"252\" w:lineRule=\"auto\"/>",
            "<w:sz w:val=\"20\"/>",
        ),
        (
            "Rule",
            "Filet",
            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"C9CFD2\"/></w:pBdr>",
            "",
        ),
        (
            "Code",
            "Code",
            "<w:shd w:val=\"clear\" w:fill=\"EBF1F1\"/>",
            "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\"/><w:sz w:val=\"19\"/>",
        ),
        (
            "FootnoteText",
            "footnote text",
            "<w:spacing w:after=\"40\" w:line=\"252\" w:lineRule=\"auto\"/>",
            "<w:sz w:val=\"18\"/>",
        ),
        (
            "Footer",
            "footer",
            "<w:tabs><w:tab w:val=\"right\" w:pos=\"9184\"/></w:tabs>",
            &format!("{ash}<w:sz w:val=\"18\"/>"),
        ),
    ] {
        paragraph(&mut xml, id, name, block, words);
    }
    xml.raw(&format!(
        "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr>\
         <w:color w:val=\"{ACCENT}\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr>\
         <w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"CodeChar\"><w:name w:val=\"HTML Code\"/><w:rPr>\
         <w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>\
         <w:top w:val=\"single\" w:sz=\"8\" w:color=\"{INK}\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:color=\"{INK}\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"C9CFD2\"/></w:tblBorders></w:tblPr></w:style>"
    ));
    xml.finish()
}

fn paragraph(xml: &mut Xml, id: &str, name: &str, block: &str, words: &str) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", id)];
    if id == "Normal" {
        attributes.push(("w:default", "1"));
    }
    xml.open("w:style", &attributes);
    xml.empty("w:name", &[("w:val", name)]);
    if id != "Normal" {
        xml.empty("w:basedOn", &[("w:val", "Normal")]);
    }
    xml.empty("w:qFormat", &[]);
    xml.raw(&format!("<w:pPr>{block}</w:pPr><w:rPr>{words}</w:rPr>"));
    xml.close();
}
