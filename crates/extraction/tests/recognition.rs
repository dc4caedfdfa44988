//! Recognising words, with programs that stand for `pdftoppm` and `tesseract`.

mod common;

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::Duration,
};

use common::texts;
use extraction::{Block, Cut, Limits, State, ocr};

fn program(folder: &Path, name: &str, script: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a program");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("its rights");
    path
}

#[test]
fn pages_are_drawn_then_recognised_one_by_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let tools = ocr::Tools {
        // Writes the number of the page in the picture; the place of the picture is the last argument.
        pdftoppm: program(
            folder.path(),
            "pdftoppm",
            "for last; do :; done; echo \"page $8\" > \"$last.pgm\"",
        ),
        tesseract: program(folder.path(), "tesseract", "echo 'Lu à la'; cat \"$1\"; echo; echo \"en $4\""),
        languages: "fra".to_owned(),
    };
    let read = |pages, limits| ocr::read(Path::new("scan.pdf"), pages, folder.path(), &tools, &limits);
    let reading = read(2, Limits::default());
    assert_eq!((reading.state, reading.pages, reading.recognised), (State::Read, Some(2), true));
    let expected = [Block::Paragraph("Lu à la page 2".to_owned()), Block::Paragraph("en fra".to_owned())];
    assert_eq!(reading.sections[1].blocks, expected);
    let reading = read(5, Limits { pages: 3, ..Limits::default() });
    assert_eq!((texts(&reading).len(), reading.cut), (3, Some(Cut::Pages)));
    let reading = read(5, Limits { time: Duration::ZERO, ..Limits::default() });
    assert_eq!((reading.state, reading.recognised), (State::Empty, false));
}

#[test]
fn a_page_that_nobody_can_draw_is_empty() {
    let folder = tempfile::tempdir().expect("a folder");
    let fails = program(folder.path(), "fails", "exit 1");
    let tools = ocr::Tools { tesseract: fails.clone(), pdftoppm: fails, languages: "fra".to_owned() };
    let reading = ocr::read(Path::new("scan.pdf"), 3, folder.path(), &tools, &Limits::default());
    assert_eq!((reading.state, reading.pages), (State::Empty, Some(3)));
}
