//! The API: its tokens, what it promises of texts and files, and how strictly it reads.

mod table;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{
    api::{REQUESTS_A_MINUTE, Scope, TokenForm},
    ids::UserId,
};
use serde_json::{Value, json};

pub use self::table::{asked, lines};
use crate::common::{Answer, Visit, things};

/// A token for everything.
pub async fn token_of(visit: &Visit, id: UserId) -> String {
    token_for(visit, id, Scope::ALL).await
}

async fn token_for(visit: &Visit, id: UserId, scopes: &[Scope]) -> String {
    let cx = visit.test.as_user(id).await;
    let scopes = scopes.iter().map(|scope| scope.code().to_owned()).collect();
    let form = TokenForm { name: "Essai".into(), scopes, days: "30".into() };
    let token = backend::api::make(&cx, &form).await.expect("made");
    // The mail that tells of it.
    visit.test.do_jobs().await;
    token
}

async fn by(visit: &Visit, mut request: http::request::Builder, token: Option<&str>, sent: String) -> Answer {
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    visit.ask(request, None, "application/json", Body::from(sent)).await
}

async fn get(visit: &Visit, path: &str, token: &str) -> Answer {
    by(visit, Request::get(path), Some(token), String::new()).await
}

async fn post(visit: &Visit, path: &str, token: &str, sent: &Value) -> Answer {
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
    by(visit, request, Some(token), sent.to_string()).await
}

fn read(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
}

#[tokio::test]
async fn a_token_does_what_it_is_for_and_nothing_else() {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let member = visit.cast.member.id;
    for line in lines() {
        let described = server::routes::api::endpoints();
        let called =
            described.iter().find(|one| one.path == line.route && one.method == line.method.as_str());
        let Some(scope) = called.expect("described").scope else { continue };
        let others: Vec<Scope> = Scope::ALL.iter().copied().filter(|one| *one != scope).collect();
        let cx = visit.test.as_user(member).await;
        let token = token_for(&visit, member, &others).await;
        let before = visit.test.journal().await.len();
        let answer = asked(&visit, &things, &line, Some(&token)).await;
        assert!([400, 403, 404, 422].contains(&answer.status.as_u16()), "{}: {answer:?}", line.text);
        if answer.status == StatusCode::FORBIDDEN {
            let challenge = answer.header(header::WWW_AUTHENTICATE);
            assert!(challenge.contains(&format!("scope=\"{}\"", scope.code())), "{}: {challenge}", line.text);
        }
        assert_eq!(visit.test.journal().await.len(), before, "{}", line.text);
        for token in backend::api::mine(&cx).await.expect("read") {
            backend::api::revoke(&cx, token.id).await.expect("revoked");
        }
    }
    // Searching finds what the token is for.
    backend::search::catch_up(&visit.test.backend).await.expect("read");
    let only = token_for(&visit, member, &[Scope::LibraryRead]).await;
    let found = read(&get(&visit, "/api/v1/search?q=trajets", &only).await);
    assert_eq!(found["total"], 0, "texts are not found by a token for libraries: {found}");
    assert_eq!(get(&visit, "/api/v1/search?q=trajets&kind=text", &only).await.status, StatusCode::FORBIDDEN);
    let texts = token_for(&visit, member, &[Scope::TextsRead]).await;
    assert!(read(&get(&visit, "/api/v1/search?q=trajets", &texts).await)["total"].as_u64() > Some(0));
    visit.test.leave().await;
}

#[tokio::test]
async fn a_token_opens_no_page_and_a_cookie_no_endpoint() {
    let visit = Visit::new().await;
    let member = visit.cast.member.id;
    let (token, cookie) = (token_of(&visit, member).await, visit.session(member).await);
    let bearer = format!("Bearer {token}");
    let page = Request::get("/mon-compte").header(header::AUTHORIZATION, &bearer);
    assert_eq!(visit.ask(page, None, "text/html", Body::empty()).await.status, StatusCode::SEE_OTHER);
    let action = Request::post("/api/groups/leave")
        .header(header::AUTHORIZATION, &bearer)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let sent = Body::from("slug=mobilites");
    let answer = visit.ask(action, None, "application/json", sent).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "as for a visitor");
    let asked = Request::get("/api/v1/me");
    let answer = visit.ask(asked, Some(&cookie), "application/json", Body::empty()).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.header(header::SET_COOKIE).is_empty());
    visit.test.finish().await;
}

#[tokio::test]
async fn a_token_that_is_over_or_revoked_opens_nothing() {
    let visit = Visit::new().await;
    let member = visit.cast.member.id;
    let (revoked, over) = (token_of(&visit, member).await, token_of(&visit, member).await);
    assert_eq!(get(&visit, "/api/v1/me", &revoked).await.status, StatusCode::OK);
    let cx = visit.test.as_user(member).await;
    let first = backend::api::mine(&cx).await.expect("read").pop().expect("a token").id;
    backend::api::revoke(&cx, first).await.expect("revoked");
    visit.test.wait(chrono::TimeDelta::days(31));
    for token in [revoked.as_str(), over.as_str(), "preau_faux", "Basic"] {
        let answer = get(&visit, "/api/v1/me", token).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert!(answer.header(header::WWW_AUTHENTICATE).contains("invalid_token"));
    }
    visit.test.finish().await;
}

#[tokio::test]
async fn a_text_is_read_saved_and_never_lost() {
    let visit = Visit::new().await;
    let member = token_of(&visit, visit.cast.member.id).await;
    let typed = json!({ "title": "Un texte", "kind": "note", "body": "Une phrase." });
    let made = post(&visit, "/api/v1/groups/mobilites/contributions", &member, &typed).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let address = made.location().to_owned();
    let text = get(&visit, &address, &member).await;
    let tag = text.header(header::ETAG).to_owned();
    assert_eq!(read(&text)["body"], "Une phrase.");
    let again = Request::get(&address).header(header::IF_NONE_MATCH, &tag);
    let again = by(&visit, again, Some(&member), String::new()).await;
    assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let put = async |tag: Option<&str>, body: &str| {
        let changed = json!({ "title": "Un texte", "kind": "note", "body": body });
        let mut request = Request::put(&address).header(header::CONTENT_TYPE, "application/json");
        if let Some(tag) = tag {
            request = request.header(header::IF_MATCH, tag);
        }
        by(&visit, request, Some(&member), changed.to_string()).await
    };
    assert_eq!(put(None, "Autre.").await.status, StatusCode::PRECONDITION_REQUIRED);
    assert_eq!(put(Some("*"), "Autre.").await.status, StatusCode::PRECONDITION_REQUIRED);
    let saved = put(Some(tag.as_str()), "Une phrase, puis une autre.").await;
    assert_eq!((saved.status, &read(&saved)["version"]), (StatusCode::OK, &json!(2)));
    let late = put(Some(tag.as_str()), "Trop tard.").await;
    assert_eq!((late.status, &read(&late)["version"]), (StatusCode::PRECONDITION_FAILED, &json!(2)));
    assert_eq!(read(&get(&visit, &address, &member).await)["body"], "Une phrase, puis une autre.");
    let versions = read(&get(&visit, &format!("{address}/revisions"), &member).await);
    assert_eq!((&versions["total"], &versions["items"][0]["version"]), (&json!(2), &json!(2)));
    visit.test.finish().await;
}

#[tokio::test]
async fn a_request_under_a_key_is_done_once() {
    let visit = Visit::new().await;
    let member = token_of(&visit, visit.cast.member.id).await;
    let make = async |key: &str, title: &str| {
        let request = Request::post("/api/v1/groups/mobilites/contributions")
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", key);
        by(&visit, request, Some(&member), json!({ "title": title, "kind": "note" }).to_string()).await
    };
    let (first, again) = (make("a", "Un texte").await, make("a", "Un texte").await);
    assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::CREATED));
    assert_eq!((first.location(), &first.text), (again.location(), &again.text));
    assert_eq!(again.headers["idempotent-replayed"], "true");
    assert_eq!(make("a", "Deux textes").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_ne!(make("b", "Un texte").await.location(), first.location());
    // A refusal is an answer too; a key that is none is refused.
    let (wrong, same) = (make("c", "").await, make("c", "").await);
    assert_eq!((wrong.status, &wrong.text), (StatusCode::UNPROCESSABLE_ENTITY, &same.text));
    assert_eq!(same.header(header::CONTENT_TYPE), "application/problem+json");
    assert_eq!(make("", "Un texte").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(make(&"k".repeat(201), "Un texte").await.status, StatusCode::BAD_REQUEST);
    let made = visit.test.journal().await.iter().filter(|line| *line == "contribution.created").count();
    assert_eq!(made, 2);
    // Another token has keys of its own.
    let other = token_of(&visit, visit.cast.member.id).await;
    let request = Request::post("/api/v1/groups/mobilites/contributions")
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", "a");
    let sent = json!({ "title": "Un texte", "kind": "note" }).to_string();
    assert_ne!(by(&visit, request, Some(&other), sent).await.location(), first.location());
    visit.test.finish().await;
}

#[tokio::test]
async fn the_same_file_is_deposited_once_and_given_back_whole() {
    let visit = Visit::new().await;
    let member = token_of(&visit, visit.cast.member.id).await;
    let deposit = async |kind: &str| {
        let request = Request::post("/api/v1/library/groupe-mobilites/documents?name=Lettre.txt")
            .header(header::CONTENT_TYPE, kind);
        by(&visit, request, Some(&member), "Bonjour à tous.".into()).await
    };
    assert_eq!(deposit("text/plain").await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let (made, there) =
        (deposit("application/octet-stream").await, deposit("application/octet-stream").await);
    assert_eq!((made.status, there.status), (StatusCode::CREATED, StatusCode::OK));
    assert_eq!(read(&made)["id"], read(&there)["id"]);
    let file = get(&visit, &format!("{}/file", made.location()), &member).await;
    assert_eq!((file.status, file.text.as_str()), (StatusCode::OK, "Bonjour à tous."));
    let folder = read(&get(&visit, "/api/v1/library/groupe-mobilites", &member).await);
    assert_eq!(folder["items"][0]["name"], "Lettre");
    visit.test.do_jobs().await;
    visit.test.finish().await;
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_in_words() {
    let visit = Visit::new().await;
    let member = token_of(&visit, visit.cast.member.id).await;
    let texts = "/api/v1/groups/mobilites/contributions";
    let json_to = |path: &str| Request::post(path).header(header::CONTENT_TYPE, "application/json");
    let long = format!("/api/v1/groups?q={}", "a".repeat(201));
    let huge = format!("{{\"title\":\"{}\"}}", "a".repeat(2_600_000));
    for (request, sent, status, code) in [
        (Request::get("/api/v1/nothing"), "", 404, "not-found"),
        (Request::get("/api/v1/groups/%00"), "", 404, "not-found"),
        (Request::get("/api/v1/groups/%ff"), "", 404, "not-found"),
        (Request::get("/api/v1/groups?q=%00"), "", 400, "bad-query"),
        (Request::get("/api/v1/groups?unknown=1"), "", 400, "bad-query"),
        (Request::get("/api/v1/groups?page=un"), "", 400, "bad-query"),
        (Request::get("/api/v1/groups?page=1&page=2"), "", 400, "bad-query"),
        (Request::get(long.as_str()), "", 400, "bad-query"),
        (Request::delete("/api/v1/groups"), "", 405, "method"),
        (Request::post(texts), "{}", 415, "media-type"),
        (json_to(texts), "{", 400, "not-json"),
        (json_to(texts), "{}", 422, "bad-body"),
        (json_to(texts), "[]", 422, "bad-body"),
        (json_to(texts), "{\"title\":3,\"kind\":\"note\"}", 422, "bad-body"),
        (json_to(texts), huge.as_str(), 413, "too-large"),
        (json_to(texts), "{\"title\":\"a\\u0000b\",\"kind\":\"note\"}", 422, "invalid"),
    ] {
        let answer = by(&visit, request, Some(&member), sent.to_owned()).await;
        assert_eq!(answer.status.as_u16(), status, "{code}: {answer:?}");
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json");
        let problem = read(&answer);
        assert_eq!((&problem["code"], &problem["status"]), (&json!(code), &json!(status)));
        assert!(!problem["title"].as_str().unwrap_or_default().is_empty());
    }
    let bearer = format!("Bearer {member}");
    let asked = Request::get("/api/v1/groups").header(header::AUTHORIZATION, &bearer);
    let page = visit.ask(asked, None, "text/html", Body::empty()).await;
    assert_eq!(page.status, StatusCode::NOT_ACCEPTABLE);
    let invalid =
        read(&by(&visit, json_to(texts), Some(&member), "{\"title\":\"\",\"kind\":\"poem\"}".into()).await);
    let fields: Vec<&str> = invalid["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .filter_map(|one| one["field"].as_str())
        .collect();
    assert_eq!(fields, ["title", "kind"]);
    visit.test.finish().await;
}

#[tokio::test]
async fn a_problem_is_told_in_the_language_that_is_asked_for() {
    let visit = Visit::new().await;
    let member = token_of(&visit, visit.cast.member.id).await;
    let french = read(&get(&visit, "/api/v1/groups/bureau", &member).await);
    assert!(french["detail"].as_str().unwrap_or_default().contains("n’existe pas"), "{french}");
    let english = Request::get("/api/v1/groups/bureau").header(header::ACCEPT_LANGUAGE, "en");
    let english = english.header(header::AUTHORIZATION, format!("Bearer {member}"));
    // What comes first counts.
    let english = visit.ask(english, None, "application/json", Body::empty()).await;
    assert_eq!(english.headers[header::CONTENT_LANGUAGE], "en");
    assert!(!english.text.contains("n’existe pas"), "{}", english.text);
    visit.test.finish().await;
}

#[tokio::test]
async fn a_program_that_asks_too_often_is_told_when_to_come_back() {
    let visit = Visit::new().await;
    let member = token_of(&visit, visit.cast.member.id).await;
    for _ in 0..REQUESTS_A_MINUTE {
        assert_eq!(get(&visit, "/api/v1/council", &member).await.status, StatusCode::OK);
    }
    let answer = get(&visit, "/api/v1/council", &member).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    let wait: i64 = answer.header(header::RETRY_AFTER).parse().expect("seconds");
    visit.test.wait(chrono::TimeDelta::seconds(wait));
    assert_eq!(get(&visit, "/api/v1/council", &member).await.status, StatusCode::OK);
    visit.test.finish().await;
}

#[tokio::test]
async fn a_list_comes_page_by_page_with_links() {
    let visit = Visit::new().await;
    let member = token_of(&visit, visit.cast.member.id).await;
    for number in 0..21 {
        let typed = json!({ "title": format!("Texte {number}"), "kind": "note" });
        post(&visit, "/api/v1/groups/mobilites/contributions", &member, &typed).await;
    }
    let first = get(&visit, "/api/v1/contributions?kind=note", &member).await;
    let links = first.header(header::LINK);
    assert!(links.contains("</api/v1/contributions?kind=note&page=2>; rel=\"next\""), "{links}");
    assert!(!links.contains("prev"), "{links}");
    let page = read(&first);
    assert_eq!((&page["page"], &page["pages"], &page["total"]), (&json!(1), &json!(2), &json!(21)));
    let last = read(&get(&visit, "/api/v1/contributions?kind=note&page=2", &member).await);
    assert_eq!(last["items"].as_array().expect("items").len(), 1);
    let beyond = read(&get(&visit, "/api/v1/contributions?kind=note&page=9", &member).await);
    assert_eq!(beyond["items"], json!([]));
    visit.test.finish().await;
}
