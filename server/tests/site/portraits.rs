//! Photos of people and pictures of groups, through the whole site and without script.

use crate::common::{
    Answer, Visit,
    files::{PNG, multipart, post},
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use backend::portraits::{self, Whose};

async fn send(visit: &Visit, cookie: Option<&str>, whose: &str, page: &str, file: (&str, &[u8])) -> Answer {
    let path = format!("{}&de={whose}", app::paths::posting_from(app::paths::PORTRAIT, page));
    post(visit, &path, cookie, multipart(&[("files", Some(file.0), file.1)])).await
}

#[tokio::test]
async fn a_person_gives_a_photo_changes_it_and_takes_it_away() {
    let visit = Visit::new().await;
    let id = visit.cast.member.id;
    let whose = Whose::Person(id);
    let member = visit.session(id).await;
    let cookie = Some(member.as_str());
    let page = visit.get("/mon-compte", cookie).await.text;
    assert!(page.contains("Ajouter cette image") && !page.contains("Retirer la photo"));
    let given = send(&visit, cookie, &whose.to_string(), "/mon-compte", ("moi.png", PNG)).await;
    assert_eq!(given.location(), "/mon-compte?fait=photo", "{}", given.text);
    let page = visit.get(given.location(), cookie).await.text;
    assert!(page.contains("L’image est enregistrée.") && page.contains("Retirer la photo"));
    let other = visit.session(visit.cast.other.id).await;
    for address in ["/membres".to_owned(), format!("/membres/{id}"), "/groupes/mobilites/membres".to_owned()]
    {
        let page = visit.get(&address, cookie).await.text;
        assert!(page.contains(&format!("src=\"/membres/{id}/photo?v=")), "{address}");
    }
    for size in ["", "?taille=grande"] {
        let seen = visit.get(&format!("/membres/{id}/photo{size}"), Some(&other)).await;
        assert_eq!((seen.status, seen.header(header::CONTENT_TYPE)), (StatusCode::OK, "image/png"));
        assert!(seen.header(header::CACHE_CONTROL).starts_with("private"));
        assert_eq!(seen.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        let known = Request::get(format!("/membres/{id}/photo{size}"))
            .header(header::IF_NONE_MATCH, seen.header(header::ETAG));
        let again = visit.ask(known, Some(&other), "*/*", Body::empty()).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    }
    // What is kept was drawn here: it is not the file that was sent.
    let kept = portraits::present(&visit.test.backend.system(), &whose).await.expect("read").expect("there");
    assert_ne!(kept, backend::files::Fingerprint::of(PNG).as_str());
    let whose = whose.to_string();
    let fields = [("whose", whose.as_str()), ("back", "/mon-compte")];
    let taken = visit.post_as("/api/portraits/remove", cookie, &fields, "text/html").await;
    assert_eq!(taken.location(), "/mon-compte?fait=sans-photo", "{}", taken.text);
    assert_eq!(visit.get(&format!("/membres/{id}/photo"), cookie).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_no_picture_is_refused_in_clear_words() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let whose = Whose::Person(visit.cast.member.id).to_string();
    let before = visit.test.journal().await.len();
    let large = [PNG, &[0; 20_000_000]].concat();
    for (name, content, said) in [
        ("moi.exe", &b"MZ\x90\0\x03\0\0\0"[..], "ce fichier n’est pas une image"),
        ("moi.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "ce fichier n’est pas une image"),
        ("moi.pdf", b"%PDF-1.7 rien", "ce fichier n’est pas une image"),
        ("moi.png", &PNG[..30], "cette image ne peut pas être lue"),
        ("vide.png", b"", "ce fichier est vide"),
        ("grand.png", &large, "20\u{a0}Mo"),
        ("", b"", "une réponse est nécessaire"),
    ] {
        let refused = send(&visit, Some(&member), &whose, "/mon-compte", (name, content)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(refused.text.contains("error-summary") && refused.text.contains(said), "{name}: {said}");
    }
    assert_eq!(visit.test.journal().await.len(), before);
}

#[tokio::test]
async fn those_who_may_not_change_it_leave_nothing() {
    let visit = Visit::new().await;
    let sessions = crate::common::sessions_of(&visit).await;
    let person = Whose::Person(visit.cast.member.id).to_string();
    let expected = [
        (person.as_str(), [303, 403, 303, 403, 403, 303, 303]),
        ("groupe-mobilites", [404, 403, 403, 303, 403, 303, 404]),
        ("groupe-bureau", [404, 404, 404, 404, 303, 303, 404]),
        ("ailleurs", [404; 7]),
    ];
    let people = ["visitor", "other", "member", "facilitator", "chair", "administrator", "suspended"];
    for (whose, statuses) in expected {
        for (who, status) in people.into_iter().zip(statuses) {
            let answer = send(&visit, sessions[who].as_deref(), whose, "/groupes", ("a.png", PNG)).await;
            assert_eq!(answer.status.as_u16(), status, "{who} for {whose}: {}", answer.text);
        }
    }
    let groups = visit.get("/groupes", sessions["member"].as_deref()).await.text;
    assert!(groups.contains("/groupes/mobilites/image?v=") && !groups.contains("/groupes/bureau/image"));
    let group = visit.get("/groupes/mobilites", sessions["member"].as_deref()).await.text;
    assert!(group.contains("/groupes/mobilites/image?v=") && group.contains("taille=grande"));
}
