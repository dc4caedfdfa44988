//! What is inside files: whatever they hold, reading them ends, within its limits.
//!
//! The first byte says what the file calls itself. For a capital letter, what follows is the heart of an archive that is
//! made here: changes of an archive itself would seldom get past its checksums.

use std::{io::Write, time::Duration};

use extraction::{Limits, captions, draft, read};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

fn limits() -> Limits {
    Limits {
        file: 1 << 20,
        text: 1 << 16,
        unpacked: 1 << 20,
        parts: 100,
        pages: 50,
        rows: 1_000,
        time: Duration::from_secs(3),
        ..Limits::default()
    }
}

const SLIDES: [(&str, &str); 2] = [
    ("ppt/presentation.xml", "<p:p><p:sldIdLst><p:sldId id=\"256\" r:id=\"r1\"/></p:sldIdLst></p:p>"),
    ("ppt/_rels/presentation.xml.rels", "<R><Relationship Id=\"r1\" Target=\"slides/slide1.xml\"/></R>"),
];
const SHEETS: [(&str, &str); 3] = [
    ("xl/workbook.xml", "<w><sheets><sheet name=\"Un\" r:id=\"r1\"/></sheets></w>"),
    ("xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></R>"),
    ("xl/sharedStrings.xml", "<sst><si><t>Commune</t></si></sst>"),
];
const STYLES: [(&str, &str); 2] = [
    ("[Content_Types].xml", "<Types/>"),
    (
        "word/styles.xml",
        "<w:styles><w:style w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>",
    ),
];
const TEXT: [(&str, &str); 2] =
    [("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", "<m/>")];

/// Reads a file in every way there is.
pub fn run(bytes: &[u8]) {
    let Some((kind, content)) = bytes.split_first() else { return };
    let made = match kind {
        b'D' => Some(archive(&STYLES, "word/document.xml", content)),
        b'N' => Some(archive(&[STYLES[0], ("word/document.xml", "<w:p/>")], "word/styles.xml", content)),
        b'O' => Some(archive(&TEXT, "content.xml", content)),
        b'P' => Some(archive(&SLIDES, "ppt/slides/slide1.xml", content)),
        b'S' => Some(archive(&SHEETS, "xl/worksheets/sheet1.xml", content)),
        _ => None,
    };
    let name = match kind {
        b'c' => "f.csv",
        b'f' => "f.fodt",
        b'h' => "f.html",
        b'm' => "f.md",
        b'p' => "f.pdf",
        b't' => "f.txt",
        b'z' => "f.docx",
        _ => "f",
    };
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(made.as_deref().unwrap_or(content)).expect("written");
    let limits = limits();
    let reading = read(file.path(), name, "", &limits).expect("a file that can be read");
    let text: usize = reading.sections.iter().map(|section| section.text().len()).sum();
    // A section may end with the piece that went over.
    assert!(text <= 4 * limits.text, "{text} bytes");
    // A draft has its own check: each line that it writes is read back.
    drop(draft::read(file.path(), name, &limits, None).expect("a file that can be read"));
    if kind == &b's'
        && let Ok(cues) = captions::read(content)
    {
        let written = captions::web_vtt(&cues);
        assert_eq!(captions::read(written.as_bytes()).as_deref(), Ok(cues.as_slice()), "{written}");
    }
}

fn archive(around: &[(&str, &str)], heart: &str, content: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let around = around.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, bytes) in around.chain([(heart, content)]) {
        archive.start_file(name, stored).expect("a part");
        archive.write_all(bytes).expect("written");
    }
    archive.finish().expect("closed").into_inner()
}
