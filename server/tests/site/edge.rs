//! The edge: headers, refusals in words, posts from elsewhere, languages.

use crate::common::Visit;
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

const CHOOSE_LANGUAGE: &str = "/api/site/language";

#[tokio::test]
async fn every_answer_carries_the_usual_headers() {
    let visit = Visit::new().await;
    for path in ["/mentions", "/nulle-part", "/healthz", "/assets/rien.css"] {
        let answer = visit.get(path, None).await;
        for name in
            ["content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy"]
        {
            assert!(answer.headers.contains_key(name), "{path}: {name}");
        }
    }
}

#[tokio::test]
async fn a_page_without_islands_sends_no_script() {
    let visit = Visit::new().await;
    let answer = visit.get("/accessibilite", None).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(!answer.text.contains("<script"), "{}", answer.text);
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
    assert!(policy.contains("script-src 'none'"), "{policy}");
}

#[tokio::test]
async fn a_page_that_does_not_exist_says_so_in_both_languages() {
    let visit = Visit::new().await;
    let french = visit.get("/nulle-part", None).await;
    assert_eq!((french.status, french.h1().as_str()), (StatusCode::NOT_FOUND, "Page introuvable"));
    let english = visit.get("/nulle-part", Some("langue=en")).await;
    assert_eq!((english.status, english.h1().as_str()), (StatusCode::NOT_FOUND, "Page not found"));
}

#[tokio::test]
async fn a_post_from_another_site_is_refused_in_words() {
    let visit = Visit::new().await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://ailleurs.example")] {
        let request = Request::post(CHOOSE_LANGUAGE)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::HOST, "conseil.example")
            .header(name, value);
        let answer = visit.ask(request, None, "text/html", Body::from("language=en")).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
        assert!(answer.text.contains("venait d’un autre site"), "{name}: {}", answer.text);
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "{name}");
    }
}

#[tokio::test]
async fn too_large_a_post_is_refused_in_words() {
    let visit = Visit::new().await;
    let request = Request::post(CHOOSE_LANGUAGE)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    let body = Body::from(vec![b'a'; server::routes::action::LIMIT + 1]);
    let answer = visit.ask(request, None, "text/html", body).await;
    assert_eq!(
        (answer.status, answer.h1().as_str()),
        (StatusCode::PAYLOAD_TOO_LARGE, "Envoi trop volumineux")
    );
}

#[tokio::test]
async fn a_malformed_post_never_shows_the_decoder_s_words() {
    let visit = Visit::new().await;
    for (accept, body) in
        [("text/html", "language[a]=1&language=2"), ("application/json", "language[a]=1&language=2")]
    {
        let request = Request::post(CHOOSE_LANGUAGE)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        let answer = visit.ask(request, None, accept, Body::from(body)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{accept}: {}", answer.text);
        for word in ["deserial", "serde", "expected", "Args"] {
            assert!(!answer.text.contains(word), "{accept}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn a_refused_form_leads_nowhere_and_says_what_to_correct() {
    let visit = Visit::new().await;
    let answer = visit.post_from("/mentions", CHOOSE_LANGUAGE, None, &[("language", "tlh")]).await;
    assert_eq!((answer.status, answer.h1().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "Mentions légales"));
    assert!(answer.text.contains("error-summary"));
}

#[tokio::test]
async fn a_form_never_leads_to_another_site() {
    let visit = Visit::new().await;
    let form = [("language", "en"), ("back", "https://ailleurs.example")];
    let answer = visit.post_from("//ailleurs.example", CHOOSE_LANGUAGE, None, &form).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"));
}

#[tokio::test]
async fn the_address_left_by_a_refusal_leads_back_to_the_form() {
    let visit = Visit::new().await;
    for (page, led) in [("/mentions", "/mentions"), ("//ailleurs.example", "/")] {
        let answer = visit.get(&app::paths::posting_from(CHOOSE_LANGUAGE, page), None).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, led));
    }
    assert_eq!(visit.get(CHOOSE_LANGUAGE, None).await.location(), "/");
}

#[tokio::test]
async fn the_language_chosen_once_signed_in_is_kept_in_the_record() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let answer = visit.post(CHOOSE_LANGUAGE, Some(&member), &[("language", "en")]).await;
    // The site of the tests is reached over https.
    assert!(answer.headers[header::SET_COOKIE].to_str().is_ok_and(|cookie| cookie.ends_with("; Secure")));
    assert!(visit.get("/", Some(&member)).await.text.contains("<html lang=\"en\""));
}

#[tokio::test]
async fn an_empty_installation_leads_to_its_first_page() {
    let test = backend::testing::TestBackend::empty().await;
    let visit_router = crate::common::site(&test);
    let request = Request::get("/").header(header::ACCEPT, "text/html").body(Body::empty()).expect("valid");
    let answer = tower::ServiceExt::oneshot(visit_router, request).await.expect("infallible");
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(answer.headers()[header::LOCATION], "/installation");
}

#[tokio::test]
async fn a_database_that_is_away_makes_nobody_a_visitor_and_loses_nothing_that_was_typed() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let group = "/groupes/alimentation";
    assert_eq!(visit.get(group, Some(&member)).await.status, StatusCode::OK);
    let db = visit.test.backend.db().clone();
    db.close().await.expect("closed");
    let away = "Le site ne peut pas lire ses données pour le moment";
    let page = visit.get(group, Some(&member)).await;
    assert_eq!((page.status, page.h1().as_str()), (StatusCode::SERVICE_UNAVAILABLE, away));
    assert_eq!((page.header(header::RETRY_AFTER), page.header(header::CACHE_CONTROL)), ("30", "no-store"));
    assert!(page.header(header::CONTENT_SECURITY_POLICY).contains("style-src 'self'"));
    let home = visit.get("/", None).await;
    assert_eq!((home.status, home.h1().as_str()), (StatusCode::SERVICE_UNAVAILABLE, away));
    let text = "Le pont est étroit, et les vélos y croisent les cars de ramassage.";
    let secret = "un mot de passe de plus de soixante lettres, qui n’est redonné à personne";
    let form = [("slug", "mobilites"), ("body", text), ("password", secret)];
    let path = app::paths::posting_from("/api/contributions/create", group);
    let refused = visit.post(&path, Some(&member), &form).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.text.contains(text) && !refused.text.contains(secret), "{}", refused.text);
    let island = visit.post_as(&path, Some(&member), &form, "application/json").await;
    assert_eq!(island.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(island.text.contains("Database") && !island.text.contains("html"), "{}", island.text);
    let token = Request::get("/api/v1/me").header(header::AUTHORIZATION, "Bearer preau_inconnu");
    let told = visit.ask(token, None, "application/json", Body::empty()).await;
    assert_eq!(told.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(told.header(header::CONTENT_TYPE), "application/problem+json");
    assert!(told.text.contains(away), "{}", told.text);
    visit.test.leave().await;
}
