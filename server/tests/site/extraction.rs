//! A file is read by a process of its own, within limits that the kernel keeps.

use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use crate::common::files::{deposited, pdf};
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

fn stream(dictionary: &str, content: &str) -> String {
    format!("<<{dictionary}/Length {}>>stream\n{content}\nendstream", content.len())
}

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R>>";

/// The objects of a PDF of that many pages.
pub(crate) fn pages(count: usize) -> Vec<String> {
    let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let tree = format!(
        "<</Type/Pages/Kids[{}]/Count {count}/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>>>",
        kids.concat()
    );
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned();
    let page = |page: usize| {
        let content = stream("", &format!("BT /F1 12 Tf 50 700 Td (Page {}) Tj ET", page + 1));
        [format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", 5 + 2 * page), content]
    };
    [CATALOG.to_owned(), tree, font].into_iter().chain((0..count).flat_map(page)).collect()
}

/// A PDF whose drawing draws itself, many times over.
fn mirror() -> Vec<u8> {
    let drawn = "/M Do ".repeat(40);
    pdf(
        &[
            CATALOG.to_owned(),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</M 5 0 R>>>>>>"
                .to_owned(),
            stream("", &drawn),
            stream("/Type/XObject/Subtype/Form/Resources<</XObject<</M 5 0 R>>>>", &drawn),
        ],
        "",
    )
}

/// An office document in an archive, with this body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("word/document.xml", options).expect("a part");
    archive.write_all(body.as_bytes()).expect("written");
    archive.finish().expect("closed").into_inner()
}

#[test]
fn a_pdf_is_read_within_the_usual_limits() {
    // Glyphs named one by one: what takes most of the stack.
    let mut objects = pages(1);
    objects[2] =
        "<</Type/Font/Subtype/Type1/BaseFont/Own/Encoding<</Differences[65/oe/eacute]>>>>".to_owned();
    objects[4] = stream("", "BT /F1 12 Tf 50 700 Td (AB) Tj ET");
    let reading = read(&OwnProcess::new(PREAU.into()), &pdf(&objects, ""), "a.pdf");
    assert_eq!(reading.state, State::Read);
    assert_eq!(reading.sections[0].text(), "œé\n");
}

#[test]
fn a_hostile_file_is_told_in_a_word_and_the_next_one_is_read() {
    let reader = OwnProcess::new(PREAU.into());
    let whole = pdf(&pages(3), "");
    let mut locked = pages(1);
    let secret = "61".repeat(32);
    locked.push(format!("<</Filter/Standard/V 1/R 2/O<{secret}>/U<{secret}>/P -4>>"));
    let locked = pdf(&locked, &format!("/Encrypt {} 0 R/ID[<61><61>]", locked.len()));
    let bomb = docx(&" ".repeat(20 << 20));
    assert!(bomb.len() < 1 << 20);
    let deep = docx(&"<w:p>".repeat(100_000));
    let half = docx("<w:p><w:r><w:t>Entier</w:t></w:r></w:p>");
    for (file, name, state) in [
        (&b""[..], "vide.pdf", State::Empty),
        (&whole[..whole.len() / 3], "coupe.pdf", State::Damaged),
        (&half[..half.len() / 2], "coupe.docx", State::Damaged),
        (&locked[..], "secret.pdf", State::Encrypted),
        (&bomb[..], "bombe.docx", State::TooLarge),
        (&deep[..], "profond.docx", State::Damaged),
        (b"\x7fELF", "programme.pdf", State::Unsupported),
        (&whole[..], "sain.pdf", State::Read),
    ] {
        assert_eq!(read(&reader, file, name).state, state, "{name}");
    }
}

#[test]
fn a_document_of_ten_thousand_pages_is_read_as_far_as_the_limits() {
    let reading = read(&OwnProcess::new(PREAU.into()), &pdf(&pages(10_000), ""), "annuaire.pdf");
    assert_eq!((reading.state, reading.pages), (State::Read, Some(10_000)));
    assert!(reading.cut.is_some() && reading.sections.len() <= 3_000, "{:?}", reading.cut);
    assert_eq!(reading.sections[0].text(), "Page 1\n");
}

#[test]
fn a_file_without_end_is_given_up_when_it_is_late() {
    let started = Instant::now();
    let reader = OwnProcess::new(PREAU.into()).with_patience(Duration::from_secs(1));
    assert_eq!(read(&reader, &mirror(), "miroir.pdf").state, State::Damaged);
    let spent = started.elapsed();
    assert!((Duration::from_secs(1)..Duration::from_secs(15)).contains(&spent), "{spent:?}");
}

#[test]
fn memory_and_time_are_limited_by_the_kernel() {
    let folder = tempfile::tempdir().expect("a folder");
    let ends_well = |bytes: &[u8], name: &str, memory: &str, seconds: &str| {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).expect("a file");
        let mut command = Command::new(PREAU);
        command.arg("extract").arg(&file).args(["--name", name, "--memory", memory, "--seconds", seconds]);
        command
            .env_clear()
            .env("MIMALLOC_ARENA_RESERVE", "65536")
            .output()
            .expect("a program that starts")
            .status
            .success()
    };
    let table = "mot;mot;mot;mot\n".repeat(2 << 20).into_bytes();
    assert!(ends_well(&table, "a.csv", "1024", "60"));
    assert!(!ends_well(&table, "a.csv", "1", "60"));
    assert!(!ends_well(&mirror(), "a.pdf", "1024", "0"));
}

#[tokio::test]
async fn the_page_of_a_document_says_what_came_of_its_text_and_leads_to_it() {
    use backend::library::Place;

    let visit = crate::common::Visit::new().await;
    let cx = visit.test.as_user(visit.cast.chair.id).await;
    let cookie = visit.session(visit.cast.chair.id).await;
    let mut addresses = Vec::new();
    let letter = docx("<w:p><w:r><w:t>Une lettre</w:t></w:r></w:p>");
    let files: [(&str, &[u8]); 5] = [
        ("Avis.csv", b"Commune;Habitants\nValcendre;412"),
        ("Abime.pdf", b"%PDF-1.7 rien de plus"),
        ("Secret.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
        ("Ordre du jour.html", b"<h1>Ordre du jour</h1><ul><li>La for\xc3\xaat</li></ul>"),
        ("Lettre.docx", &letter),
    ];
    for (name, content) in files {
        addresses.push(app::paths::document(deposited(&cx, &Place::Common, name, content).await));
    }
    visit.test.do_jobs().await;
    let get = async |path: &str| visit.get(path, Some(&cookie)).await.text;
    assert!(get(&addresses[0]).await.contains("Texte en cours de lecture."));
    let reader = OwnProcess::new(PREAU.into());
    let read = reader::read_all(&visit.test.backend, &reader).await.expect("read");
    assert_eq!(read, files.len());
    assert!(get(&addresses[0]).await.contains("Lire le texte"));
    assert!(get(&format!("{}/texte", addresses[0])).await.contains("Valcendre</td>"));
    assert!(get(&addresses[1]).await.contains("Fichier endommagé"));
    assert!(get(&addresses[2]).await.contains("Protégé par un mot de passe"));
    let page = get(&format!("{}/texte", addresses[3])).await;
    assert!(page.contains("Ordre du jour</h2>") && page.contains("La forêt</li>"), "{page}");
    // What no browser shows is read here.
    assert!(get(&addresses[4]).await.contains("Lire sans télécharger"));
    assert!(get(&format!("{}/texte", addresses[4])).await.contains("Une lettre</p>"));
    visit.test.finish().await;
}
