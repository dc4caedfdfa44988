//! The smallest files that office programs open: a text, a sheet, slides.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A zip of these files, stored as they are, the same each time.
fn zipped(files: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default());
    for (name, content) in files {
        // Writing to memory does not fail.
        let begun = zip.start_file(*name, options).is_ok();
        if !begun || zip.write_all(content.as_bytes()).is_err() {
            return Vec::new();
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

const WORDS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A text for word processors.
pub fn docx(title: &str, text: &str) -> Vec<u8> {
    let paragraph = |style: &str, text: &str| {
        let style = if style.is_empty() {
            String::new()
        } else {
            format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")
        };
        format!("<w:p>{style}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(text))
    };
    let body: String = text.lines().map(|line| paragraph("", line)).collect();
    written(&format!("{}{body}", paragraph("Heading1", title)))
}

/// A document of Word, from the marks of its body.
pub fn written(body: &str) -> Vec<u8> {
    let document = format!(
        "{XML}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}\
         </w:body></w:document>"
    );
    let types = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{WORDS}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{WORDS}.styles+xml\"/></Types>"
    );
    let styles = format!(
        "{XML}<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:pPr>\
         <w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"34\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:pPr>\
         <w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr></w:style></w:styles>"
    );
    zipped(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", relations("officeDocument", "word/document.xml")),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", relations("styles", "styles.xml")),
        ("word/styles.xml", styles),
    ])
}

fn relations(kind: &str, target: &str) -> String {
    format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" \
         Target=\"{target}\"/></Relationships>"
    )
}

/// A text in the open format.
pub fn odt(title: &str, text: &str) -> Vec<u8> {
    let body: String = text.lines().map(|line| format!("<text:p>{}</text:p>", escaped(line))).collect();
    let title = escaped(title);
    opendocument("text", &format!("<text:h text:outline-level=\"1\">{title}</text:h>{body}"))
}

/// Slides in the open format: parted by a blank line, each with its title and its points.
pub fn odp(text: &str) -> Vec<u8> {
    let frame = |class: &str, top: &str, inner: &str| {
        format!(
            "<draw:frame presentation:class=\"{class}\" svg:x=\"2cm\" svg:y=\"{top}\" svg:width=\"24cm\" \
             svg:height=\"3cm\"><draw:text-box>{inner}</draw:text-box></draw:frame>"
        )
    };
    let slide = |text: &str| {
        let (title, points) = text.trim().split_once('\n').unwrap_or((text.trim(), ""));
        let point =
            |point: &str| format!("<text:list-item><text:p>{}</text:p></text:list-item>", escaped(point));
        let points: String = points.lines().map(point).collect();
        let title = frame("title", "1cm", &format!("<text:p>{}</text:p>", escaped(title)));
        let outline = frame("outline", "5cm", &format!("<text:list>{points}</text:list>"));
        format!("<draw:page>{title}{outline}</draw:page>")
    };
    opendocument("presentation", &text.split("\n\n").map(slide).collect::<String>())
}

/// A file in the open format, whose body is of this kind.
fn opendocument(kind: &str, body: &str) -> Vec<u8> {
    const NAMES: &str = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "{XML}<office:document-content xmlns:office=\"{NAMES}:office:1.0\" xmlns:text=\"{NAMES}:text:1.0\" \
         xmlns:draw=\"{NAMES}:drawing:1.0\" xmlns:presentation=\"{NAMES}:presentation:1.0\" \
         xmlns:svg=\"{NAMES}:svg-compatible:1.0\" office:version=\"1.3\"><office:body><office:{kind}>{body}\
         </office:{kind}></office:body></office:document-content>"
    );
    let kind = format!("application/vnd.oasis.opendocument.{kind}");
    let manifest = format!(
        "{XML}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/>\
         <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
    );
    zipped(&[("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", content)])
}

/// A sheet from lines whose cells are parted by semicolons.
pub fn xlsx(table: &str) -> Vec<u8> {
    let cell = |text: &str| match text.replace(',', ".").parse::<f64>() {
        Ok(number) => format!("<c><v>{number}</v></c>"),
        Err(_) => format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text)),
    };
    let rows: String = table
        .lines()
        .map(|line| format!("<row>{}</row>", line.split(';').map(cell).collect::<String>()))
        .collect();
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let sheet = format!("{XML}<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
    let workbook = format!(
        "{XML}<workbook xmlns=\"{MAIN}\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
         <sheet name=\"Feuille 1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    const SHEETS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let types = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{SHEETS}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{SHEETS}.worksheet+xml\"/></Types>"
    );
    zipped(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", relations("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}
