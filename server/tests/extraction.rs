//! A file is read by a process of its own, within limits that the kernel keeps.

use std::{path::Path, process::Command, time::Duration};

use extraction::{Reading, State};
use server::reader::OwnProcess;

const PREAU: &str = env!("CARGO_BIN_EXE_preau");

fn read(reader: &OwnProcess, bytes: &[u8], name: &str) -> Reading {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, bytes).expect("a file");
    let own = folder.path().join("own");
    std::fs::create_dir(&own).expect("a folder");
    reader.read(&file, name, "", &own).expect("a program that starts")
}

#[test]
fn a_file_is_read_by_a_process_of_its_own() {
    let reading = read(&OwnProcess::new(PREAU.into()), "Les élus\n\nLa forêt".as_bytes(), "avis.txt");
    assert_eq!(reading.state, State::Read);
    assert_eq!(reading.sections[0].text(), "Les élus\nLa forêt\n");
    // A name is not a setting.
    let reading = read(&OwnProcess::new(PREAU.into()), b"a;b", "--memory=0.csv");
    assert_eq!(reading.state, State::Read);
}

/// A program that does this.
fn program(folder: &Path, script: &str) -> OwnProcess {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("program");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a program");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o700)).expect("its rights");
    OwnProcess::new(path).with_patience(Duration::from_secs(2))
}

#[test]
fn however_a_process_ends_it_costs_one_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for script in ["exit 1", "kill -9 $$", "echo nothing that is understood", "exec sleep 60"] {
        let reading = read(&program(folder.path(), script), b"a", "a.txt");
        assert_eq!(reading.state, State::Damaged, "{script}");
    }
    // It sees nothing of the settings.
    let script = "[ -z \"$(env | grep -vE '^(PWD|SHLVL|_|MIMALLOC_ARENA_RESERVE)=')\" ] && echo '{\"state\":\"empty\",\"recognised\":false,\"sections\":[]}'";
    assert_eq!(read(&program(folder.path(), script), b"a", "a.txt").state, State::Empty);
}

#[test]
fn a_pdf_is_read_within_the_usual_limits() {
    // Glyphs named one by one: what takes most of the stack.
    let page = "BT /F1 12 Tf 50 700 Td (AB) Tj ET";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
            .to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Own/Encoding<</Differences[65/oe/eacute]>>>>".to_owned(),
        format!("<</Length {}>>stream\n{page}\nendstream", page.len()),
    ];
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(objects) {
        places.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let end = pdf.len();
    pdf.push_str(&format!("xref\n0 6\n0000000000 65535 f \n{places}trailer\n<</Root 1 0 R/Size 6>>\n"));
    pdf.push_str(&format!("startxref\n{end}\n%%EOF"));
    let reading = read(&OwnProcess::new(PREAU.into()), pdf.as_bytes(), "a.pdf");
    assert_eq!(reading.state, State::Read);
    assert_eq!(reading.sections[0].text(), "œé\n");
}

#[test]
fn memory_and_time_are_limited_by_the_kernel() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.csv");
    std::fs::write(&file, "mot;".repeat(8 << 20)).expect("a file");
    let ends_well = |memory: &str, seconds: &str| {
        let mut command = Command::new(PREAU);
        command.arg("extract").arg(&file).args(["--name=a.csv", "--memory", memory, "--seconds", seconds]);
        command
            .env_clear()
            .env("MIMALLOC_ARENA_RESERVE", "65536")
            .output()
            .expect("a program that starts")
            .status
            .success()
    };
    assert!(ends_well("1024", "60"));
    assert!(!ends_well("1", "60"));
    assert!(!ends_well("1024", "0"));
}
