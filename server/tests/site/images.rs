//! Images of texts, through the whole site and without script: drawn again, put in the text, given to who reads it.

use axum::http::{StatusCode, header};
use backend::contributions;
use domain::{contributions::ContributionForm, ids::ContributionId};

use server::{own_process::OwnProcess, printer};

use crate::common::{
    Answer, Visit,
    files::{PNG, multipart, post, post_for},
};

async fn begun(visit: &Visit, body: &str) -> ContributionId {
    let cx = visit.test.as_user(visit.cast.member.id).await;
    let form = ContributionForm {
        title: "Le pont".into(),
        kind: "note".into(),
        body: body.into(),
        ..Default::default()
    };
    contributions::create(&cx, "mobilites", &form).await.expect("created")
}

async fn body(visit: &Visit, id: ContributionId) -> String {
    let cx = visit.test.as_user(visit.cast.member.id).await;
    let view = contributions::edit_view(&cx, id).await.expect("read");
    view.unsaved.map_or(view.saved.body, |unsaved| unsaved.form.body)
}

async fn send(
    visit: &Visit,
    cookie: Option<&str>,
    id: ContributionId,
    fields: &[(&str, &str)],
    file: (&str, &[u8]),
) -> Answer {
    let page = format!("/contributions/{id}/images");
    let path = format!("{}&texte={id}", app::paths::posting_from(app::paths::ADD_IMAGE, &page));
    let mut parts: Vec<(&str, Option<&str>, &[u8])> =
        fields.iter().map(|(name, value)| (*name, None, value.as_bytes())).collect();
    parts.push(("files", Some(file.0), file.1));
    post(visit, &path, cookie, multipart(&parts)).await
}

/// The address of the image in a text.
fn address(body: &str) -> String {
    body.split_once("](").and_then(|(_, rest)| rest.split_once(')')).expect("an image").0.to_owned()
}

#[tokio::test]
async fn an_image_goes_after_a_paragraph_and_is_read_with_the_text() {
    let visit = Visit::new().await;
    let id = begun(&visit, "Un.\n\nDeux.").await;
    let session = visit.session(visit.cast.member.id).await;
    let cookie = Some(session.as_str());
    let page = visit.get(&format!("/contributions/{id}/images"), cookie).await.text;
    assert!(page.contains("Après le passage 1") && page.contains("À la fin du texte"), "{page}");
    let put = send(&visit, cookie, id, &[("alt", "Le pont [vu]"), ("after", "1")], ("a.png", PNG)).await;
    assert_eq!(put.location(), format!("/contributions/{id}?fait=enregistre"), "{}", put.text);
    let said = body(&visit, id).await;
    let at = address(&said.replace("\\]", ""));
    assert_eq!(said, format!("Un.\n\n![Le pont \\[vu\\]]({at})\n\nDeux."));
    assert!(at.starts_with(&format!("/contributions/{id}/images/")) && at.ends_with(".png"), "{at}");
    let shown = visit.get(&format!("/contributions/{id}"), cookie).await.text;
    assert!(shown.contains(&format!("<img src=\"{at}\" alt=\"Le pont [vu]\"")), "{shown}");
    let image = visit.get(&at, cookie).await;
    assert_eq!((image.status, image.header(header::CONTENT_TYPE)), (StatusCode::OK, "image/png"));
    assert!(image.header(header::CACHE_CONTROL).starts_with("private"));
    // A draft of a closed group is read by its members, and by the chair.
    for (user, status) in
        [(visit.cast.chair.id, 200), (visit.cast.other.id, 404), (visit.cast.administrator.id, 404)]
    {
        let session = visit.session(user).await;
        assert_eq!(visit.get(&at, Some(&session)).await.status.as_u16(), status);
    }
    assert_eq!(visit.get(&at, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(visit.get(&format!("{at}x"), cookie).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_image_joins_what_is_typed_and_not_saved() {
    let visit = Visit::new().await;
    let id = begun(&visit, "Un.").await;
    let session = visit.session(visit.cast.member.id).await;
    let cookie = Some(session.as_str());
    let text = id.to_string();
    let typed = [
        ("id", text.as_str()),
        ("base", "1"),
        ("title", "Le pont"),
        ("kind", "note"),
        ("body", "Un.\n\nPas encore."),
        ("go", "image"),
    ];
    let led = visit.post_as("/api/contributions/save", cookie, &typed, "text/html").await;
    assert_eq!(led.location(), format!("/contributions/{id}/images"));
    let put = send(&visit, cookie, id, &[("decorative", "oui")], ("a.png", PNG)).await;
    assert_eq!(put.location(), format!("/contributions/{id}/modifier?fait=image"));
    let said = body(&visit, id).await;
    assert!(said.starts_with("Un.\n\nPas encore.\n\n![](/contributions/"), "{said}");
    let edited = visit.get(put.location(), cookie).await.text;
    assert!(
        edited.contains("Pas encore.") && edited.contains("L’image est dans le texte que vous écrivez."),
        "{edited}"
    );
}

#[tokio::test]
async fn what_is_no_image_or_is_not_described_is_refused_and_the_form_is_kept() {
    let visit = Visit::new().await;
    let id = begun(&visit, "Un.").await;
    let session = visit.session(visit.cast.member.id).await;
    let huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xff\xff\0\xff\xff\xff\x08\x02\0\0\0";
    for (fields, file, said) in [
        (vec![("alt", "Une photo"), ("after", "1")], ("a.png", &b"Bonjour."[..]), "image"),
        (vec![("alt", "Une photo"), ("after", "1")], ("a.png", &huge[..]), "image"),
        (vec![("alt", "Une photo"), ("after", "1")], ("a.svg", &b"<svg/>"[..]), "image"),
        (vec![("alt", ""), ("after", "1")], ("a.png", PNG), "décrivez l’image"),
        (vec![("alt", "Une photo"), ("after", "1")], ("", &b""[..]), "une réponse est nécessaire"),
    ] {
        let refused = send(&visit, Some(&session), id, &fields, file).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        assert!(
            refused.text.contains("error-summary") && refused.text.contains(said),
            "{said}: {}",
            refused.text
        );
        assert!(refused.text.contains("value=\"1\" selected"), "the place is kept: {}", refused.text);
        assert!(
            fields[0].1.is_empty() || refused.text.contains("value=\"Une photo\""),
            "the description is kept"
        );
    }
    assert_eq!(body(&visit, id).await, "Un.");
    let other = visit.session(visit.cast.other.id).await;
    let answer = send(&visit, Some(&other), id, &[("alt", "x")], ("a.png", PNG)).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_documents_of_a_text_show_its_images() {
    let visit = Visit::new().await;
    let id = begun(&visit, "Un.").await;
    let session = visit.session(visit.cast.member.id).await;
    let cookie = Some(session.as_str());
    send(&visit, cookie, id, &[("alt", "Le pont")], ("a.png", PNG)).await;
    let path = |ending: &str| format!("/contributions/{id}/versions/2.{ending}");
    for ending in ["html", "pdf", "docx"] {
        assert_eq!(visit.get(&path(ending), cookie).await.status, StatusCode::ACCEPTED);
    }
    let press = OwnProcess::new(env!("CARGO_BIN_EXE_preau").into());
    let made = printer::print_all(&visit.test.backend, "https://conseil.example", &press).await;
    assert_eq!(made.expect("printed"), 3);
    let page = visit.get(&path("html"), cookie).await.text;
    assert!(page.contains("<img src=\"data:image/png;base64,") && page.contains("alt=\"Le pont\""), "{page}");
    let pdf = visit.get(&path("pdf"), cookie).await.text;
    assert!(pdf.contains("/Subtype/Image") && pdf.contains("pdfuaid:part"));
    assert!(visit.get(&path("docx"), cookie).await.text.contains("word/media/"));
    // The version before has none.
    let before = format!("/contributions/{id}/versions/1.html");
    visit.get(&before, cookie).await;
    printer::print_all(&visit.test.backend, "https://conseil.example", &press).await.expect("printed");
    assert!(!visit.get(&before, cookie).await.text.contains("<img"));
}

#[tokio::test]
async fn an_image_comes_before_its_text_is_saved_and_joins_it() {
    let visit = Visit::new().await;
    let session = visit.session(visit.cast.member.id).await;
    let cookie = Some(session.as_str());
    let send = async |cookie, group: &str, accept| {
        let path = format!("{}?groupe={group}", app::paths::ADD_IMAGE);
        post_for(&visit, &path, cookie, accept, multipart(&[("files", Some("a.png"), PNG)])).await
    };
    let sent = send(cookie, "mobilites", "application/json").await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text);
    let sent: serde_json::Value = serde_json::from_str(&sent.text).expect("an address");
    let at = sent["address"].as_str().expect("an address").to_owned();
    assert!(at.starts_with("/contributions/images/") && at.ends_with(".png"), "{at}");
    assert_eq!(visit.get(&at, cookie).await.header(header::CONTENT_TYPE), "image/png");
    let chair = visit.session(visit.cast.chair.id).await;
    assert_eq!(visit.get(&at, Some(&chair)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(visit.get(&at, None).await.status, StatusCode::NOT_FOUND);
    let body = format!("![Le pont]({at})");
    let typed = [("slug", "mobilites"), ("title", "Le pont"), ("kind", "note"), ("body", body.as_str())];
    let led = visit.post_as("/api/contributions/create", cookie, &typed, "text/html").await;
    let page = visit.get(led.location(), cookie).await.text;
    let text = led.location().split('?').next().expect("a path").to_owned();
    let src = format!("<img src=\"{text}/images/");
    assert!(page.contains(&src), "{page}");
    // A group where one does not write, and what is not a script.
    assert_eq!(send(cookie, "bureau", "application/json").await.status, StatusCode::NOT_FOUND);
    assert_eq!(send(cookie, "mobilites", "text/html").await.status, StatusCode::NOT_FOUND);
}
