//! Files made here.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::io::Write;

use extraction::{Limits, Reading, read};
use lopdf::{Document, Object, Stream, content::Content, content::Operation, dictionary};
use zip::{ZipWriter, write::SimpleFileOptions};

/// An archive of these parts.
pub fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("written");
    }
    archive.finish().expect("closed").into_inner()
}

/// A PDF with these lines on its pages, twelve points high.
pub fn pdf(pages: &[&str]) -> Document {
    let written = |text: &&str| -> Vec<Operation> {
        let (letters, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        vec![
            Operation::new("BT", vec![]),
            Operation::new("Tf", vec!["F1".into(), 12.into()]),
            Operation::new("Td", vec![50.into(), 700.into()]),
            Operation::new("Tj", vec![Object::string_literal(letters.into_owned())]),
            Operation::new("ET", vec![]),
        ]
    };
    drawn(&pages.iter().map(written).collect::<Vec<_>>())
}

/// A PDF with these drawings on its pages.
pub fn drawn(pages: &[Vec<Operation>]) -> Document {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    });
    let resources = document.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let kids: Vec<Object> = pages
        .iter()
        .map(|operations| {
            let content = Content { operations: operations.clone() }.encode().expect("content");
            let stream = document.add_object(Stream::new(dictionary! {}, content));
            let page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => stream };
            document.add_object(page).into()
        })
        .collect();
    let count = i64::try_from(kids.len()).expect("few");
    document.objects.insert(
        tree,
        dictionary! {
            "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        }
        .into(),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    document
}

pub fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("saved");
    bytes
}

pub fn within(bytes: &[u8], name: &str, limits: &Limits) -> Reading {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(bytes).expect("written");
    read(file.path(), name, "", limits).expect("a file that can be read")
}

pub fn of(bytes: &[u8], name: &str) -> Reading {
    within(bytes, name, &Limits::default())
}

/// The text of each section.
pub fn texts(reading: &Reading) -> Vec<String> {
    reading.sections.iter().map(|section| section.text().trim().to_owned()).collect()
}
