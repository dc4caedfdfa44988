//! The tutorials that come with the program: what they name exists, in both languages; the certificate as a PDF.

use std::collections::BTreeSet;

use axum::http::{StatusCode, header};
use domain::tutorials::{Step, lesson, pictures};

use crate::common::{Visit, things};

/// Tutorials, steps of each, words of each, at least.
const AT_LEAST: (usize, usize, usize) = (12, 3, 300);
/// Bytes of a picture at most.
const HEAVIEST: usize = 40_000;

/// Every page and file, its names as stars.
fn routes() -> Vec<Vec<String>> {
    let pages = server::web::pages().into_iter().map(|page| page.path().to_owned());
    let files = server::routes::DOWNLOADS.iter().map(|path| (*path).to_owned());
    pages.chain(files).map(|path| parts(&path)).collect()
}

fn parts(path: &str) -> Vec<String> {
    let part = |part: &str| if part.starts_with('{') { "*".to_owned() } else { part.to_owned() };
    path.trim_end_matches('/').split('/').map(part).collect()
}

/// Whether a page answers at this address, whose names may be left open.
fn leads_somewhere(routes: &[Vec<String>], address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let asked = parts(path);
    routes.iter().any(|route| {
        route.len() == asked.len() && route.iter().zip(&asked).all(|(own, part)| own == "*" || own == part)
    })
}

/// What follows `open` up to `close`, each time.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Vec<&'t str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once(open) {
        let Some((inside, after)) = after.split_once(close) else { break };
        found.push(inside);
        rest = after;
    }
    found
}

/// As it is read aloud: which space, which apostrophe is not looked at.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'");
    text.trim().trim_end_matches(['.', ':']).trim().to_owned()
}

/// Every sentence of a language, each form of it.
fn sentences(language: &str) -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/locales").join(language);
    let mut all = BTreeSet::new();
    for file in std::fs::read_dir(folder).expect("the locale folder").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a locale file");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let form = line.trim().trim_start_matches('*');
            let said = match form.split_once(']') {
                Some((_, said)) if form.starts_with('[') => said,
                _ => line.split_once(" = ").map_or(line, |(_, said)| said),
            };
            all.insert(plain(said));
        }
    }
    all
}

#[test]
fn what_a_shipped_tutorial_names_exists() {
    let routes = routes();
    let guides = server::shipped::guides().expect("read");
    assert!(guides.len() >= AT_LEAST.0, "{} tutorials", guides.len());
    let known: BTreeSet<String> =
        server::shipped::paths().expect("read").into_iter().map(|path| path.slug).collect();
    let mut wrong = Vec::new();
    for (language, place) in [("fr", 0), ("en", 1)] {
        let sentences = sentences(language);
        for guide in &guides {
            let told = &guide.told;
            let body = [&told.body, &told.english[2]][place];
            let here = format!("{language}/{}", guide.slug);
            for name in between(body, "**", "**") {
                if !sentences.contains(&plain(name)) {
                    wrong.push(format!("{here}: no sentence is « {name} »"));
                }
            }
            for link in between(body, "](", ")").into_iter().filter(|link| link.starts_with('/')) {
                if !leads_somewhere(&routes, link) {
                    wrong.push(format!("{here}: no page at {link}"));
                }
            }
            for at in pictures(body) {
                let name = body[at].rsplit_once('.').map(|(name, _)| name.to_owned()).unwrap_or_default();
                match server::shipped::picture(language, &format!("{name}.jpg")) {
                    Some((bytes, _)) if bytes.len() <= HEAVIEST => {}
                    Some((bytes, _)) => wrong.push(format!("{here}: {name} has {} bytes", bytes.len())),
                    None => wrong.push(format!("{here}: no picture {name}")),
                }
            }
            let steps: Vec<Step> = lesson(body).steps;
            let words = body.split_whitespace().count();
            if steps.len() < AT_LEAST.1 || words < AT_LEAST.2 {
                wrong.push(format!("{here}: {} steps, {words} words", steps.len()));
            }
        }
    }
    for guide in &guides {
        for line in &guide.told.help {
            if !leads_somewhere(&routes, &line.screen) {
                wrong.push(format!("{}: no page at {}", guide.slug, line.screen));
            }
        }
        if !guide.told.path.is_empty() && !known.contains(&guide.told.path) {
            wrong.push(format!("{}: no sequence {}", guide.slug, guide.told.path));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[tokio::test]
async fn the_certificate_is_a_pdf_for_who_finished_the_sequence_and_for_nobody_else() {
    let visit = Visit::new().await;
    things::make(&visit).await;
    let path = "/parcours/debut/attestation.pdf";
    let other = visit.session(visit.cast.other.id).await;
    let answer = visit.get(path, Some(&other)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/pdf");
    assert!(answer.text.starts_with("%PDF-"));
    let chair = visit.session(visit.cast.chair.id).await;
    assert_eq!(visit.get(path, Some(&chair)).await.status, StatusCode::NOT_FOUND);
    visit.test.finish().await;
}

#[tokio::test]
async fn each_page_leads_to_its_tutorial() {
    let visit = Visit::new().await;
    let chair = visit.test.as_user(visit.cast.chair.id).await;
    let form = domain::tutorials::TutorialForm {
        title: "Lire les textes".into(),
        summary: "Une phrase.".into(),
        audiences: vec!["member".into()],
        minutes: "5".into(),
        help: "/textes#2\n/groupes/{slug}".into(),
        body: "## Ouvrir\n\nA.\n\n## Finir\n\nB.".into(),
        ..Default::default()
    };
    backend::tutorials::add(&chair, &form).await.expect("written");
    let member = visit.session(visit.cast.member.id).await;
    let page = async |path: &str, cookie: Option<&str>| visit.get(path, cookie).await.text;
    let second = "href=\"/tutoriels/lire-les-textes#etape-2\"";
    let first = "href=\"/tutoriels/lire-les-textes#etape-1\"";
    assert!(page("/textes", Some(&member)).await.contains(second));
    assert!(page("/groupes/mobilites", Some(&member)).await.contains(first));
    assert!(
        !page("/groupes", Some(&member)).await.contains("lire-les-textes"),
        "no link where there is none"
    );
    assert!(!page("/groupes/alimentation", None).await.contains("lire-les-textes"));
    visit.test.finish().await;
}
