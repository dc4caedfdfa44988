//! The library, through the whole site and without script.

use crate::common::{
    Answer, Visit,
    files::{BOUNDARY, multipart, post},
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

/// Posts files to the library of `mobilites`.
async fn deposit(visit: &Visit, cookie: Option<&str>, files: &[(&str, &[u8])]) -> Answer {
    let page = "/groupes/mobilites/bibliotheque";
    let path = format!("{}&dans=groupe-mobilites", app::paths::posting_from("/api/library/deposit", page));
    let fields: Vec<_> = files.iter().map(|(name, content)| ("files", Some(*name), *content)).collect();
    post(visit, &path, cookie, multipart(&fields)).await
}

/// The address of the document of that title, in the library of `mobilites`.
async fn address(visit: &Visit, cookie: &str, title: &str) -> String {
    let page = visit.get("/groupes/mobilites/bibliotheque", Some(cookie)).await.text;
    let at = page.find(&format!("{title}</a>")).expect("in the list");
    let start = page[..at].rfind("href=\"/documents/").expect("a link") + 6;
    page[start..].split('"').next().unwrap_or_default().to_owned()
}

async fn asked(visit: &Visit, path: &str, cookie: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    visit.ask(request, Some(cookie), "*/*", Body::empty()).await
}

#[tokio::test]
async fn files_are_deposited_without_script_and_the_rest_of_the_batch_goes_on() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let all = deposit(&visit, Some(&member), &[("Un.txt", b"un"), ("Deux.pdf", b"%PDF-1.7 deux")]).await;
    assert_eq!(all.status, StatusCode::SEE_OTHER, "{}", all.text);
    assert_eq!(all.location(), "/groupes/mobilites/bibliotheque?fait=depose&n=2");
    let page = visit.get(all.location(), Some(&member)).await.text;
    assert!(page.contains("2 fichiers sont déposés.") && page.contains("Gérard Pontivy, le 22"));
    let some = [
        ("Trois.txt", &b"trois"[..]),
        ("Vide.txt", b""),
        ("Un.txt", b"un"),
        ("virus.exe", b"MZ\x90\0\x03\0\0\0"),
    ];
    let some = deposit(&visit, Some(&member), &some).await;
    assert_eq!((some.status, some.h1().contains("Mobilités")), (StatusCode::UNPROCESSABLE_ENTITY, true));
    assert!(some.text.contains("Vide.txt") && some.text.contains("ce fichier est vide"));
    assert!(some.text.contains("les programmes ne sont pas acceptés"));
    assert!(some.text.contains("Un autre fichier a bien été déposé."));
    assert!(some.text.contains("Trois</a>") && !some.text.contains("Vide</a>"));
    let none = deposit(&visit, Some(&member), &[("", b"")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text.contains("error-summary"));
    let again = deposit(&visit, Some(&member), &[("Un.txt", b"un")]).await;
    assert_eq!(again.location(), "/groupes/mobilites/bibliotheque?fait=depose&n=0");
}

#[tokio::test]
async fn those_who_may_not_deposit_leave_nothing() {
    let visit = Visit::new().await;
    let before = visit.test.journal().await.len();
    let sessions = crate::common::sessions_of(&visit).await;
    for (person, status) in [
        ("visitor", 404),
        ("other", 403),
        ("member", 303),
        ("facilitator", 303),
        ("chair", 403),
        ("administrator", 403),
        ("suspended", 404),
    ] {
        let answer = deposit(&visit, sessions[person].as_deref(), &[("Un.txt", person.as_bytes())]).await;
        assert_eq!(answer.status.as_u16(), status, "{person}: {}", answer.text);
    }
    assert_eq!(visit.test.journal().await.len(), before + 2);
    let elsewhere = Request::post("/api/library/deposit?dans=groupe-mobilites")
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
        .header("sec-fetch-site", "cross-site");
    let body = Body::from(multipart(&[("files", Some("Un.txt"), b"un")]));
    let answer = visit.ask(elsewhere, sessions["member"].as_deref(), "text/html", body).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "from another site");
    let broken = post(
        &visit,
        "/api/library/deposit?dans=groupe-mobilites",
        sessions["member"].as_deref(),
        b"x".into(),
    );
    assert_eq!(broken.await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(visit.test.journal().await.len(), before + 2);
}

#[tokio::test]
async fn a_file_is_given_out_whole_in_part_and_never_as_a_page_of_ours() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let page = b"<!doctype html><script>alert(1)</script>";
    deposit(
        &visit,
        Some(&member),
        &[("Lettre.txt", b"0123456789"), ("page.html", page), ("plan.svg", b"<svg/>")],
    )
    .await;
    let text = format!("{}/fichier", address(&visit, &member, "Lettre").await);
    let whole = asked(&visit, &text, &member, &[("accept-encoding", "br, gzip")]).await;
    let header = |answer: &Answer, name: &str| {
        answer.headers.get(name).map(|v| v.to_str().unwrap_or_default().to_owned()).unwrap_or_default()
    };
    assert_eq!((whole.status, whole.text.as_str()), (StatusCode::OK, "0123456789"));
    assert_eq!(header(&whole, "content-type"), "text/plain; charset=utf-8");
    assert_eq!(header(&whole, "x-content-type-options"), "nosniff");
    assert!(header(&whole, "content-security-policy").starts_with("sandbox;"));
    assert!(header(&whole, "content-disposition").starts_with("inline; filename=\"Lettre.txt\""));
    assert_eq!(
        (header(&whole, "content-length"), header(&whole, "content-encoding")),
        ("10".into(), String::new())
    );
    assert!(header(&whole, "cache-control").contains("private"));
    let part = asked(&visit, &text, &member, &[("range", "bytes=2-4")]).await;
    assert_eq!((part.status, part.text.as_str()), (StatusCode::PARTIAL_CONTENT, "234"));
    assert_eq!(header(&part, "content-range"), "bytes 2-4/10");
    let outside = asked(&visit, &text, &member, &[("range", "bytes=10-")]).await;
    assert_eq!(outside.status, StatusCode::RANGE_NOT_SATISFIABLE);
    let known = asked(&visit, &text, &member, &[("if-none-match", &header(&whole, "etag"))]).await;
    assert_eq!((known.status, known.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let aside = asked(&visit, &format!("{text}?telecharger=oui"), &member, &[]).await;
    assert!(header(&aside, "content-disposition").starts_with("attachment;"));
    for title in ["page", "plan"] {
        let path = format!("{}/fichier", address(&visit, &member, title).await);
        let active = asked(&visit, &path, &member, &[]).await;
        assert_eq!(header(&active, "content-type"), "application/octet-stream", "{title}");
        assert!(header(&active, "content-disposition").starts_with("attachment;"), "{title}");
        assert!(header(&active, "content-security-policy").contains("sandbox"), "{title}");
    }
}

#[tokio::test]
async fn a_new_version_is_deposited_with_why_and_a_former_one_brought_back() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    deposit(&visit, Some(&member), &[("Plan.txt", b"premier plan")]).await;
    let document = address(&visit, &member, "Plan").await;
    let id = document.rsplit('/').next().unwrap_or_default().to_owned();
    let page = format!("{document}/version");
    let path = format!("{}&document={id}", app::paths::posting_from("/api/library/version", &page));
    let missing = multipart(&[("reason", None, "Les arrêts".as_bytes())]);
    let refused = post(&visit, &path, Some(&member), missing).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("value=\"Les arrêts\""), "what was typed is back");
    let form =
        multipart(&[("reason", None, "Les arrêts".as_bytes()), ("files", Some("Plan.txt"), b"second plan")]);
    let added = post(&visit, &path, Some(&member), form).await;
    assert_eq!(added.location(), format!("{document}?fait=version"));
    let seen = visit.get(added.location(), Some(&member)).await.text;
    assert!(seen.contains("second plan") && seen.contains("Version 2") && seen.contains("Les arrêts"));
    let former = visit.get(&format!("{document}/versions/1/fichier"), Some(&member)).await;
    assert_eq!(former.text, "premier plan");
    let form = [("document", id.as_str()), ("number", "1")];
    let restored = visit.post_from(&document, "/api/library/restore-version", Some(&member), &form).await;
    assert_eq!(restored.location(), format!("{document}?fait=retablie"));
    let seen = visit.get(&document, Some(&member)).await.text;
    assert!(seen.contains("premier plan") && seen.contains("Reprise de la version 1"));
}

#[tokio::test]
async fn a_folder_is_made_filled_put_away_and_taken_back_without_script() {
    let visit = Visit::new().await;
    let facilitator = visit.session(visit.cast.facilitator.id).await;
    let add = "/bibliotheque/ajouter?dans=groupe-mobilites&quoi=dossier";
    let form = [("place", "groupe-mobilites"), ("name", "")];
    let refused = visit.post_from(add, "/api/library/create-folder", Some(&facilitator), &form).await;
    assert_eq!(
        (refused.status, refused.h1().as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, "Créer un dossier")
    );
    let form = [("place", "groupe-mobilites"), ("name", "Cartes")];
    let made = visit.post_from(add, "/api/library/create-folder", Some(&facilitator), &form).await;
    let folder = made.location().split('?').next().unwrap_or_default().to_owned();
    let id = folder.rsplit('/').next().unwrap_or_default();
    assert_eq!(visit.get(&folder, Some(&facilitator)).await.h1(), "Cartes");
    let arrange = visit.get(&format!("/bibliotheque/elements/{id}"), Some(&facilitator)).await;
    assert!(arrange.text.contains("Mettre «\u{a0}Cartes\u{a0}» à la corbeille"));
    let binned = visit.post_from(&folder, "/api/library/bin", Some(&facilitator), &[("entry", id)]).await;
    assert_eq!(binned.location(), "/groupes/mobilites/bibliotheque?fait=corbeille");
    assert_eq!(visit.get(&folder, Some(&facilitator)).await.status, StatusCode::NOT_FOUND);
    let bin = "/groupes/mobilites/bibliotheque/corbeille";
    let seen = visit.get(bin, Some(&facilitator)).await.text;
    assert!(seen.contains("Cartes") && seen.contains("disparaît le 22"));
    let back = visit.post_from(bin, "/api/library/bring-back", Some(&facilitator), &[("entry", id)]).await;
    assert_eq!(back.location(), "/groupes/mobilites/bibliotheque?fait=revenu");
    assert_eq!(visit.get(&folder, Some(&facilitator)).await.status, StatusCode::OK);
}
