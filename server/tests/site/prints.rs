//! Documents of texts: asked for, made by a process of its own, given out.

use std::{
    os::unix::fs::PermissionsExt,
    process::Command,
    time::{Duration, Instant},
};

use crate::common::{Answer, Visit, things};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use server::{
    notary::{Notary, Written},
    own_process::OwnProcess,
    painter::{Drawing, Drawn, Painter},
    printer,
};

const PREAU: &str = env!("CARGO_BIN_EXE_preau");
const SITE: &str = "https://conseil.example";

async fn print_all(visit: &Visit) -> usize {
    // Long enough for what nobody asks for.
    visit.test.wait(chrono::TimeDelta::minutes(1));
    let press = OwnProcess::new(PREAU.into());
    printer::print_all(&visit.test.backend, SITE, &press).await.expect("printed")
}

fn assert_waits(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::ACCEPTED);
    assert_eq!(answer.h1(), "Votre document se prépare");
    assert_eq!(answer.header(header::REFRESH), "1");
    assert_eq!(answer.header(header::RETRY_AFTER), "1");
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
}

#[tokio::test]
async fn the_documents_of_a_publication_are_made_and_given_to_everybody() {
    let visit = Visit::new().await;
    things::make(&visit).await;
    // What was published is wanted already.
    assert_waits(&visit.get("/publications/2026-02.pdf", None).await);
    assert!(print_all(&visit).await >= 5);
    for (ending, media_type, starts) in [
        ("pdf", "application/pdf", "%PDF-1.7"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"),
        ("odt", "application/vnd.oasis.opendocument.text", "PK"),
        ("epub", "application/epub+zip", "PK"),
        ("html", "text/html; charset=utf-8", "<!DOCTYPE html>"),
    ] {
        let path = format!("/publications/2026-02.{ending}");
        let answer = visit.get(&path, None).await;
        assert_eq!(answer.status, StatusCode::OK, "{ending}");
        assert_eq!(answer.header(header::CONTENT_TYPE), media_type);
        let name = format!("attachment; filename=\"2026-02-un-texte-published-de-mobilites.{ending}\"");
        assert!(answer.header(header::CONTENT_DISPOSITION).starts_with(&name), "{ending}");
        assert!(answer.header(header::CONTENT_SECURITY_POLICY).starts_with("sandbox"), "{ending}");
        assert!(answer.text.starts_with(starts), "{ending}");
        // A browser that has it is not sent it again; one that has a part gets the rest.
        let tag = answer.headers[header::ETAG].clone();
        let again = Request::get(&path).header(header::IF_NONE_MATCH, tag);
        let again = visit.ask(again, None, "*/*", Body::empty()).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{ending}");
        let part = Request::get(&path).header(header::RANGE, "bytes=0-1");
        let part = visit.ask(part, None, "*/*", Body::empty()).await;
        assert_eq!(part.status, StatusCode::PARTIAL_CONTENT, "{ending}");
    }
    assert_eq!(print_all(&visit).await, 0, "each is made once");
    // The page says how large they are.
    let page = visit.get("/publications/2026-02", None).await;
    assert!(page.text.contains("href=\"/publications/2026-02.epub\""));
    assert!(page.text.contains("pour lire et imprimer, "), "{}", page.text);
    visit.test.finish().await;
}

#[tokio::test]
async fn a_draft_is_downloaded_as_it_was_at_each_version() {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let member = visit.session(visit.cast.member.id).await;
    let path = things.fill("/contributions/<mobilites.draft>/versions/1.html");
    assert_waits(&visit.get(&path, Some(&member)).await);
    print_all(&visit).await;
    let answer = visit.get(&path, Some(&member)).await;
    assert_eq!(answer.status, StatusCode::OK);
    for said in ["Document de travail", "Groupe « Mobilités du quotidien »", "Un texte draft de mobilites"]
    {
        let said = said.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        assert!(answer.text.contains(&said), "{said}: {}", answer.text);
    }
    // Made, it is given to those who read the text and to nobody else.
    assert_eq!(visit.get(&path, None).await.status, StatusCode::NOT_FOUND);
    let source = visit.get(&path.replace(".html", ".md"), Some(&member)).await;
    assert!(source.text.starts_with("# Un texte draft de mobilites\n\nEn bref.\n"), "{}", source.text);
    visit.test.finish().await;
}

/// A program that does this.
fn program(folder: &std::path::Path, script: &str) -> OwnProcess {
    let path = folder.join("program");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a program");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o700)).expect("its rights");
    OwnProcess::new(path).with_patience(Duration::from_secs(1))
}

#[tokio::test]
async fn however_a_press_ends_it_costs_one_document() {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    print_all(&visit).await;
    let member = visit.session(visit.cast.member.id).await;
    let folder = tempfile::tempdir().expect("a folder");
    let texts = ["draft", "in_review", "changes", "ready"];
    for (state, script) in texts.iter().zip(["exit 1", "kill -9 $$", "echo null", "exec sleep 60"]) {
        let path = things.fill(&format!("/contributions/<mobilites.{state}>/versions/1.pdf"));
        assert_waits(&visit.get(&path, Some(&member)).await);
        let press = program(folder.path(), script);
        printer::print_all(&visit.test.backend, SITE, &press).await.expect("it went on");
        let answer = visit.get(&path, Some(&member)).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{script}");
        assert_eq!(answer.h1(), "Ce document n’a pas pu être préparé", "{script}");
        assert_eq!(answer.header(header::REFRESH), "");
    }
    visit.test.finish().await;
}

/// As while `make run` still builds it, on a new machine.
#[tokio::test]
async fn a_program_without_a_press_lets_documents_and_pictures_wait_for_one_that_has_it() {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let member = visit.session(visit.cast.member.id).await;
    let path = things.fill("/contributions/<mobilites.draft>/versions/1.pdf");
    assert_waits(&visit.get(&path, Some(&member)).await);
    let folder = tempfile::tempdir().expect("a folder");
    let without = OwnProcess::new(folder.path().join("preau-makers"));
    let failed = printer::print_all(&visit.test.backend, SITE, &without).await;
    assert!(failed.is_err(), "nothing is told to have been made");
    assert_waits(&visit.get(&path, Some(&member)).await);
    let painter = Painter::new(without.clone());
    let drawn = painter.of(b"photograph", Drawing::Photograph, 160).await.expect("it goes on");
    assert_eq!(drawn, Drawn::Busy);
    let written = Notary::new(without).write("{}".to_owned(), "pdf").await.expect("it goes on");
    assert_eq!(written, Written::Busy);
    // It was claimed by who could not make it.
    visit.test.wait(chrono::TimeDelta::minutes(6));
    print_all(&visit).await;
    assert_eq!(visit.get(&path, Some(&member)).await.status, StatusCode::OK);
    visit.test.finish().await;
}

/// The kernel ends what takes too much.
#[test]
fn a_press_has_limits_of_memory_and_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("proof");
    let words =
        ["contents", "brief", "about", "notes", "note", "back", "image", "image_untold", "page", "of"];
    let words: serde_json::Map<_, _> = words.iter().map(|name| ((*name).to_owned(), "x".into())).collect();
    let proof = serde_json::json!({
        "council": "x", "reference": "x", "title": "x", "lead": [], "notices": [], "facts": [], "authors": [],
        "language": "fr", "day": [2026, 9, 17], "address": "https://x.example/", "site": "https://x.example",
        "named": "https://x.example/", "summary": "", "body": "Un *long* texte.\n\n".repeat(6_000), "words": words,
    });
    std::fs::write(&file, proof.to_string()).expect("written");
    let run = |limits: &[&str]| {
        let began = Instant::now();
        let mut command = Command::new(PREAU);
        let command = command.arg("press").arg(&file).arg("--format=pdf").args(limits);
        // As `OwnProcess` does: its allocator would set a gibibyte aside before the limit.
        let command = command.env("MIMALLOC_ARENA_RESERVE", "65536");
        let output = command.output().expect("a program that starts");
        (output, began.elapsed())
    };
    let (output, _) = run(&["--memory=24"]);
    assert!(!output.status.success() && output.stdout.is_empty());
    let (output, took) = run(&["--seconds=1"]);
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(took < Duration::from_secs(30), "{took:?}");
    // What is not understood is refused.
    std::fs::write(&file, "{\"title\": 3}").expect("written");
    assert!(!run(&[]).0.status.success());
}
