//! A file is read by a process of its own, within limits that the kernel keeps.

mod common;

use std::{path::Path, process::Command, time::Duration};

use extraction::{Reading, State};
use server::{own_process::OwnProcess, reader};

const PREAU: &str = env!("CARGO_BIN_EXE_preau");

fn read(process: &OwnProcess, bytes: &[u8], name: &str) -> Reading {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, bytes).expect("a file");
    let own = folder.path().join("own");
    std::fs::create_dir(&own).expect("a folder");
    reader::read(process, &file, name, "", &own).expect("a program that starts")
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
    let font = "/BaseFont/Own/Encoding<</Differences[65/oe/eacute]>>";
    let pdf = common::files::page("BT /F1 12 Tf 50 700 Td (AB) Tj ET", font);
    let reading = read(&OwnProcess::new(PREAU.into()), &pdf, "a.pdf");
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

#[tokio::test]
async fn the_page_of_a_document_says_what_came_of_its_text_and_leads_to_it() {
    use backend::library::{Deposited, Place, deposit, receive, room};

    let visit = common::Visit::new().await;
    let cx = visit.test.as_user(visit.cast.chair.id).await;
    let cookie = visit.session(visit.cast.chair.id).await;
    let mut addresses = Vec::new();
    let files: [(&str, &[u8]); 4] = [
        ("Avis.csv", b"Commune;Habitants\nValcendre;412"),
        ("Abime.pdf", b"%PDF-1.7 rien de plus"),
        ("Secret.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
        ("Ordre du jour.html", b"<h1>Ordre du jour</h1><ul><li>La for\xc3\xaat</li></ul>"),
    ];
    for (name, content) in files {
        let room = room(&cx, &Place::Common).await.expect("there is room");
        let coming = futures::stream::iter([Ok::<_, std::io::Error>(bytes::Bytes::from_static(content))]);
        let staged = receive(&cx, room, coming).await.expect("received");
        match deposit(&cx, &Place::Common, name, staged).await.expect("deposited") {
            Deposited::New(id) => addresses.push(format!("/documents/{id}")),
            Deposited::AlreadyThere(_) => panic!("{name} is new"),
        }
    }
    visit.test.do_jobs().await;
    let get = async |path: &str| visit.get(path, Some(&cookie)).await.text;
    assert!(get(&addresses[0]).await.contains("Texte en cours de lecture."));
    let process = OwnProcess::new(PREAU.into());
    let read = reader::read_all(&visit.test.backend, &process).await.expect("read");
    assert_eq!(read, files.len());
    assert!(get(&addresses[0]).await.contains("Lire le texte"));
    assert!(get(&format!("{}/texte", addresses[0])).await.contains("Valcendre</td>"));
    assert!(get(&addresses[1]).await.contains("le fichier semble abîmé"));
    assert!(get(&addresses[2]).await.contains("Protégé par un mot de passe"));
    let page = get(&format!("{}/texte", addresses[3])).await;
    assert!(page.contains("Ordre du jour</h3>") && page.contains("La forêt</li>"), "{page}");
    visit.test.finish().await;
}
