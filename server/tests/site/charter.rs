//! Framing texts through the site: what is printed of them, the page of a long examination.

use std::time::Instant;

use axum::http::{StatusCode, header};
use backend::charter::{self, amendments};
use domain::{
    Version,
    charter::{Amendable, AmendmentForm, FramingForm, VersionForm},
};

use crate::common::{Visit, things};

#[tokio::test]
async fn a_version_in_force_is_printed_for_everybody_and_one_in_preparation_for_the_council() {
    let visit = Visit::new().await;
    things::make(&visit).await;
    let version = "/charte/charte/versions/1";
    for (name, media_type, starts) in [
        ("livret.pdf", "application/pdf", "%PDF-1.7"),
        ("livret-a-plier.pdf", "application/pdf", "%PDF-1.7"),
        ("texte.pdf", "application/pdf", "%PDF-1.7"),
        ("texte.odt", "application/vnd.oasis.opendocument.text", "PK"),
        ("texte.html", "text/html; charset=utf-8", "<!DOCTYPE html>"),
    ] {
        let answer = visit.get(&format!("{version}/{name}"), None).await;
        assert_eq!(answer.status, StatusCode::OK, "{name}");
        assert_eq!(answer.header(header::CONTENT_TYPE), media_type, "{name}");
        let disposition = format!("attachment; filename=\"charte-version-1-{name}\"");
        assert_eq!(answer.header(header::CONTENT_DISPOSITION), disposition);
        assert!(answer.header(header::CONTENT_SECURITY_POLICY).starts_with("sandbox"), "{name}");
        assert!(answer.text.starts_with(starts), "{name}");
    }
    // It says what it is, from when it is in force, by how many votes, and which exact words these are.
    let page = visit.get(&format!("{version}/texte.html"), None).await.text;
    let chair = visit.test.as_user(visit.cast.chair.id).await;
    let known = charter::version(&chair, "charte", 1).await.expect("read").version;
    for said in [
        "Charte",
        "En vigueur depuis le",
        "1\u{a0}pour, 0\u{a0}contre",
        "Article 2. Séances",
        &known.fingerprint,
    ] {
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(plain(&page).contains(&plain(said)), "{said}: {page}");
    }
    assert!(!page.contains("Document de travail"));
    for path in ["/charte", "/charte/charte", version] {
        let page = visit.get(path, None).await.text;
        assert!(page.contains("href=\"/charte/charte/versions/1/livret.pdf\""), "{path}");
    }
    let draft = "/charte/charte/versions/2/texte.html";
    assert_eq!(visit.get(draft, None).await.status, StatusCode::NOT_FOUND);
    let member = visit.session(visit.cast.member.id).await;
    assert!(visit.get(draft, Some(&member)).await.text.contains("Document de travail"));
    visit.test.finish().await;
}

/// The same words are made once: the next one who asks is given what was made.
#[tokio::test]
async fn a_booklet_is_made_once() {
    let visit = Visit::new().await;
    things::make(&visit).await;
    let path = "/charte/charte/versions/1/livret.pdf";
    let first = visit.get(path, None).await;
    let start = Instant::now();
    let again = visit.get(path, None).await;
    assert!(start.elapsed().as_millis() < 1_000, "{:?}", start.elapsed());
    assert_eq!(first.text, again.text);
    visit.test.finish().await;
}

const ARTICLES: usize = 40;
const AMENDMENTS: usize = 300;

/// The page of the examination, whole, as the site gives it. It shows one amendment in full and those of one article in
/// brief, so neither its length nor its time grow with the others.
#[tokio::test]
async fn the_page_of_an_examination_is_bounded() {
    let visit = Visit::new().await;
    let chair = visit.test.as_user(visit.cast.chair.id).await;
    let form = FramingForm {
        kind: "rules".into(),
        title: "Règlement".into(),
        aim: String::new(),
        to_sign: String::new(),
    };
    charter::add(&chair, &form).await.expect("added");
    let article = |number: usize| {
        let words: Vec<String> = (0..120).map(|word| format!("mot{number}x{word}")).collect();
        words.join(" ")
    };
    let body = (1..=ARTICLES).map(|n| format!("## Article {n}. Sujet {n}\n\n{}", article(n)));
    let form = VersionForm { body: body.collect::<Vec<_>>().join("\n\n"), ..VersionForm::default() };
    charter::save(&chair, "reglement", 1, Version(1), &form).await.expect("saved");
    let days = Amendable { from: String::new(), until: chair.today().to_string() };
    charter::open_amendments(&chair, "reglement", 1, Version(2), &days).await.expect("opened");
    let member = visit.test.as_user(visit.cast.member.id).await;
    for at in 0..AMENDMENTS {
        let number = 1 + at % ARTICLES;
        let word = format!("mot{number}x{} ", (at / ARTICLES) * 9 + 2);
        let form = AmendmentForm {
            kind: "change".into(),
            article: number.to_string(),
            title: format!("Sujet {number}"),
            body: article(number).replacen(&word, &format!("proposé{at} et{at} "), 1),
            reasons: format!("Motif {at}."),
        };
        amendments::propose(&member, "reglement", 1, Version(3), None, &form).await.expect("proposed");
    }
    charter::examine(&chair, "reglement", 1, Version(3)).await.expect("examined");
    let session = visit.session(visit.cast.chair.id).await;
    let path = "/charte/reglement/versions/1/examen";
    // Once for what is read once.
    visit.get(path, Some(&session)).await;
    let mut times = Vec::new();
    let mut page = String::new();
    for turn in [String::new(), "?amendement=150".into(), "?amendement=300".into(), "?apres=40".into()] {
        let start = Instant::now();
        let answer = visit.get(&format!("{path}{turn}"), Some(&session)).await;
        times.push(start.elapsed());
        assert_eq!(answer.status, StatusCode::OK);
        page = answer.text;
    }
    println!(
        "page of the examination of {AMENDMENTS} amendments on {ARTICLES} articles: {times:?}, {} bytes",
        page.len()
    );
    assert!(page.contains("300") && page.matches("<li id=\"article-").count() == ARTICLES);
    let brief = page.matches("/examen?amendement=").count();
    assert!(brief < ARTICLES + 2 * AMENDMENTS.div_ceil(ARTICLES) + 10, "{brief} links");
    assert!(page.len() < 80_000, "{} bytes", page.len());
    visit.test.finish().await;
}
