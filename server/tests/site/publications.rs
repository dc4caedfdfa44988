//! Publications from outside: the frozen bytes, the feed, the page of a visitor.

use crate::common::{Visit, things};
use axum::http::{StatusCode, header};
use backend::files::Fingerprint;

#[tokio::test]
async fn the_bytes_served_have_the_fingerprint_that_the_page_shows() {
    let visit = Visit::new().await;
    things::make(&visit).await;
    let source = visit.get("/publications/2026-02.md", None).await;
    assert_eq!(source.headers[header::CONTENT_TYPE], "text/markdown; charset=utf-8");
    assert_eq!(source.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    let page = visit.get("/publications/2026-02", None).await;
    let fingerprint = Fingerprint::of(source.text.as_bytes());
    assert!(page.text.contains(fingerprint.as_str()), "{}", page.text);
    let (brief, contents) = (page.text.find("id=\"en-bref\""), page.text.find("id=\"sommaire\""));
    assert!(brief.is_some() && brief < contents, "the summary comes before the contents");
    assert!(source.text.starts_with("# Un texte published de mobilites\n\nEn bref.\n"));
    visit.test.finish().await;
}

#[tokio::test]
async fn the_feed_holds_what_is_published_and_nothing_else() {
    let visit = Visit::new().await;
    things::make(&visit).await;
    let feed = visit.get("/publications.atom", None).await;
    assert_eq!(feed.headers[header::CONTENT_TYPE], "application/atom+xml; charset=utf-8");
    assert!(feed.text.contains("https://conseil.example/publications/2026-02"));
    assert!(!feed.text.contains("2026-01"), "an adopted text is not public yet");
    visit.test.finish().await;
}

#[tokio::test]
async fn a_refused_text_comes_back_as_it_was_typed() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let form = [
        ("slug", "mobilites"),
        ("title", ""),
        ("kind", "opinion"),
        ("body", "\nUn long travail & des <idées>."),
    ];
    let page = "/groupes/mobilites/contributions/nouvelle";
    let answer = visit.post_from(page, "/api/contributions/create", Some(&member), &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("Un long travail &amp; des &lt;idées&gt;."), "{}", answer.text);
    assert!(answer.text.contains(r##"href="#create-title""##), "{}", answer.text);
    visit.test.finish().await;
}

#[tokio::test]
async fn a_save_over_an_older_version_leads_to_both_texts() {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let id = things.fill("<mobilites.draft>");
    let member = visit.session(visit.cast.member.id).await;
    let facilitator = visit.session(visit.cast.facilitator.id).await;
    let page = format!("/contributions/{id}/modifier");
    let form = |body: &'static str| {
        [("id", id.as_str()), ("base", "1"), ("title", "Un texte"), ("kind", "note"), ("body", body)]
    };
    let first = visit
        .post(
            "/api/contributions/save",
            Some(&facilitator),
            &form("Leur texte.</textarea><script>x()</script>"),
        )
        .await;
    assert_eq!(
        (first.status, first.location()),
        (StatusCode::SEE_OTHER, format!("/contributions/{id}?fait=enregistre").as_str())
    );
    let late = visit.post("/api/contributions/save", Some(&member), &form("Mon texte.")).await;
    assert_eq!((late.status, late.location()), (StatusCode::SEE_OTHER, page.as_str()));
    let both = visit.get(&page, Some(&member)).await;
    assert_eq!(both.h1(), "Le texte a changé pendant que vous écriviez");
    assert!(!both.text.contains("<script>x()"), "{}", both.text);
    assert!(both.text.contains("Leur") && both.text.contains("Mon texte."), "{}", both.text);
    assert!(both.text.contains(r#"name="base" value="2""#), "{}", both.text);
    visit.test.finish().await;
}

#[tokio::test]
async fn a_member_removed_in_mid_edit_gets_back_what_they_typed() {
    const LONG: &str =
        "Un <long> travail de plusieurs soirées, qui ne doit pas se perdre parce que l’on quitte un groupe.";
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let id = things.fill("<mobilites.draft>");
    let reviewer = visit.session(visit.cast.reviewer.id).await;
    let facilitator = visit.test.as_user(visit.cast.facilitator.id).await;
    backend::groups::remove_member(&facilitator, "mobilites", visit.cast.reviewer.id).await.expect("removed");
    let page = format!("/contributions/{id}/modifier");
    let form = [("id", id.as_str()), ("base", "1"), ("title", "Un texte"), ("kind", "note"), ("body", LONG)];
    let answer = visit.post_from(&page, "/api/contributions/save", Some(&reviewer), &form).await;
    assert_eq!((answer.status, answer.h1().as_str()), (StatusCode::NOT_FOUND, "Page introuvable"));
    assert!(answer.text.contains(&LONG.replace('<', "&lt;")), "{}", answer.text);
    visit.test.finish().await;
}

#[tokio::test]
async fn a_corrected_text_keeps_its_former_bytes_at_their_own_address() {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let id = things.fill("<mobilites.published>");
    let chair = visit.session(visit.cast.chair.id).await;
    let before = visit.get("/publications/2026-02.md", None).await;
    let form = [
        ("id", id.as_str()),
        ("version", "1"),
        ("title", "Un texte corrigé"),
        ("body", "Cinq trajets sur dix."),
        ("reason", "Un chiffre <faux>"),
    ];
    let done = visit.post("/api/contributions/correct", Some(&chair), &form).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/publications/2026-02?fait=corrige"));
    let former = visit.get("/publications/2026-02/versions/1.md", None).await;
    assert_eq!(former.text, before.text);
    assert_eq!(former.headers[header::CONTENT_TYPE], "text/markdown; charset=utf-8");
    let page = visit.get("/publications/2026-02/versions/1", None).await;
    assert!(page.text.contains(Fingerprint::of(before.text.as_bytes()).as_str()), "{}", page.text);
    let newest = visit.get("/publications/2026-02.md", None).await;
    assert!(newest.text.starts_with("# Un texte corrigé\n"), "{}", newest.text);
    let same = visit.get("/publications/2026-02/versions/2.md", None).await;
    assert_eq!(same.text, newest.text);
    let page = visit.get("/publications/2026-02", None).await;
    assert!(page.text.contains("Un chiffre &lt;faux&gt;"), "{}", page.text);
    assert!(page.text.contains("/publications/2026-02/versions/1"), "{}", page.text);
    let feed = visit.get("/publications.atom", None).await;
    assert!(feed.text.contains("Un texte corrigé"), "{}", feed.text);
    visit.test.finish().await;
}
