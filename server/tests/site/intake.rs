//! Files that become texts, through the whole site and without script; read by a process of their own.

use axum::http::StatusCode;
use backend::contributions;
use domain::{contributions::ContributionForm, ids::ContributionId};
use press::{Format, Proof};
use server::{
    drafter::{Drafted, Drafter},
    own_process::OwnProcess,
};

use crate::common::{
    Answer, Visit,
    files::{multipart, post},
};

const GROUP: &str = "/groupes/mobilites/contributions/fichier";

async fn send(visit: &Visit, cookie: Option<&str>, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
    let path = format!("{}&dans=mobilites", app::paths::posting_from(app::paths::FROM_FILE, GROUP));
    sent(visit, cookie, &path, fields, file).await
}

async fn sent(
    visit: &Visit,
    cookie: Option<&str>,
    path: &str,
    fields: &[(&str, &str)],
    file: (&str, &[u8]),
) -> Answer {
    let mut parts: Vec<(&str, Option<&str>, &[u8])> =
        fields.iter().map(|(name, value)| (*name, None, value.as_bytes())).collect();
    parts.push(("files", Some(file.0), file.1));
    post(visit, path, cookie, multipart(&parts)).await
}

/// A document as this program gives it.
fn document(body: &str) -> Vec<u8> {
    let proof = serde_json::json!({
        "council": "Conseil", "reference": "Avis", "title": "Le document d’ailleurs", "lead": [], "notices": [],
        "facts": [["Empreinte", "abc"]], "authors": [], "language": "fr", "day": [2026, 11, 22], "address": "https://a.org/1",
        "site": "https://a.org", "named": "https://a.org/n/", "summary": "", "body": body,
        "words": { "contents": "Sommaire", "brief": "En bref", "about": "À propos", "notes": "Notes", "note": "Note",
            "back": "Retour", "image": "Image", "image_untold": "Image", "page": "Page", "of": "sur" }
    });
    let proof: Proof = serde_json::from_value(proof).expect("a proof");
    press::print(&proof, &press::Files::new(), Format::Docx).expect("a document").bytes
}

fn id_of(answer: &Answer) -> ContributionId {
    let path = answer.location();
    let id = path.trim_start_matches("/contributions/").split('?').next().unwrap_or_default();
    id.parse().unwrap_or_else(|_| panic!("{path} {}", answer.text))
}

#[tokio::test]
async fn a_document_of_word_becomes_a_draft_whose_losses_are_told_until_they_are_put_away() {
    let visit = Visit::new().await;
    let session = visit.session(visit.cast.member.id).await;
    let cookie = Some(session.as_str());
    let new = visit.get("/groupes/mobilites/contributions/nouvelle", cookie).await.text;
    assert!(new.contains(GROUP), "the page of a new text leads to it");
    let page = visit.get(GROUP, cookie).await.text;
    assert!(page.contains("Partir d’un fichier") && page.contains("multipart/form-data"));
    let docx = document("## Le pont\n\nIl est **beau**[^1].\n\n- un\n- deux\n\n[^1]: Vraiment.");
    let begun = send(
        &visit,
        cookie,
        &[("kind", "opinion"), ("title", ""), ("keep", "oui")],
        ("mon pont.docx", &docx),
    )
    .await;
    let id = id_of(&begun);
    assert_eq!(begun.location(), format!("/contributions/{id}?fait=cree"));
    let cx = visit.test.as_user(visit.cast.member.id).await;
    let text = contributions::edit_view(&cx, id).await.expect("read").saved;
    assert_eq!((text.title.as_str(), text.kind.as_str()), ("Le document d’ailleurs", "opinion"));
    assert_eq!(text.body, "# Le pont\n\nIl est **beau**[^1].\n\n- un\n- deux\n\n[^1]: Vraiment.");
    assert!(visit.test.journal().await.contains(&"contribution.created".to_owned()));
    let shown = visit.get(begun.location(), cookie).await.text;
    assert!(shown.contains("Ce que le fichier est devenu") && shown.contains("mon pont.docx"), "{shown}");
    assert!(shown.contains("Un en-tête ou un pied de page n’est pas repris."), "{shown}");
    // Those who read it without writing it are not told.
    let chair = visit.session(visit.cast.chair.id).await;
    let read = visit.get(&format!("/contributions/{id}"), Some(&chair)).await.text;
    assert!(read.contains("Le pont") && !read.contains("mon pont.docx"), "{read}");
    let library = visit.get("/groupes/mobilites/bibliotheque", cookie).await.text;
    assert!(library.contains("mon pont"), "the file is kept: {library}");
    let away = visit
        .post_as("/api/contributions/put-files-away", cookie, &[("id", &id.to_string())], "text/html")
        .await;
    assert_eq!(away.location(), format!("/contributions/{id}?fait=range"));
    let after = visit.get(&format!("/contributions/{id}"), cookie).await.text;
    assert!(!after.contains("mon pont.docx"));
    let files = visit.get(&format!("/contributions/{id}/fichier"), cookie).await.text;
    assert!(files.contains("mon pont.docx") && files.contains("pied de page"), "{files}");
}

#[tokio::test]
async fn a_file_becomes_another_version_merged_as_saves_are() {
    let visit = Visit::new().await;
    let session = visit.session(visit.cast.member.id).await;
    let cookie = Some(session.as_str());
    let begun = send(
        &visit,
        cookie,
        &[("kind", "note"), ("title", "Le pont")],
        ("a.md", b"Un.\n\nDeux.\n\nTrois.\n"),
    )
    .await;
    let id = id_of(&begun);
    let page = format!("/contributions/{id}/fichier");
    let path = |version: i32| {
        format!("{}&texte={id}&version={version}", app::paths::posting_from(app::paths::FROM_FILE, &page))
    };
    let again =
        sent(&visit, cookie, &path(1), &[("reason", "Relu")], ("b.md", b"Un.\n\nDeux.\n\nTrois et plus.\n"))
            .await;
    assert_eq!(again.location(), format!("/contributions/{id}?fait=enregistre"), "{}", again.text);
    // Typed over the first version: elsewhere in the text.
    let merged = sent(&visit, cookie, &path(1), &[], ("c.md", b"Un, vraiment.\n\nDeux.\n\nTrois.\n")).await;
    assert!(merged.location().contains("fait=fusionne"), "{}", merged.location());
    let cx = visit.test.as_user(visit.cast.member.id).await;
    let text = contributions::edit_view(&cx, id).await.expect("read");
    assert_eq!(text.saved.body, "Un, vraiment.\n\nDeux.\n\nTrois et plus.");
    assert_eq!(text.saved.title, "Le pont");
    // The same place: nothing typed is lost, and nothing is overwritten.
    let meets = sent(&visit, cookie, &path(1), &[], ("d.md", b"Un.\n\nDeux.\n\nTrois, ou quatre.\n")).await;
    assert_eq!(meets.location(), format!("/contributions/{id}/modifier"));
    let side = visit.get(meets.location(), cookie).await.text;
    assert!(side.contains("Trois, ou quatre.") && side.contains("Trois et plus."), "{side}");
    let told = contributions::intakes(&cx, id).await.expect("read").files;
    let names: Vec<&str> = told.iter().map(|file| file.file_name.as_str()).collect();
    assert_eq!(names, ["d.md", "c.md", "b.md", "a.md"]);
}

#[tokio::test]
async fn files_that_are_no_texts_are_refused_in_clear_words_and_leave_nothing() {
    let visit = Visit::new().await;
    let session = visit.session(visit.cast.member.id).await;
    let docx = document("Bonjour.");
    let long = "mot ".repeat(150_000);
    let before = visit.test.journal().await.len();
    for (name, content, said) in [
        ("photo.png", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], "n’est ni un document Word"),
        ("texte.docx", b"%PDF-1.7", "n’est ni un document Word"),
        ("coupe.docx", &docx[..docx.len() / 2], "est abîmé"),
        ("vide.docx", b"", "ce fichier est vide"),
        ("blanc.md", b" \n \n", "ne contient aucun mot"),
        ("long.md", long.as_bytes(), "400"),
        ("", b"", "une réponse est nécessaire"),
    ] {
        let fields = [("kind", "note"), ("title", "Mon titre à moi"), ("keep", "oui")];
        let refused = send(&visit, Some(&session), &fields, (name, content)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {}", refused.text);
        assert!(
            refused.text.contains("error-summary") && refused.text.contains(said),
            "{name}: {}",
            refused.text
        );
        assert!(refused.text.contains("value=\"Mon titre à moi\""), "{name}: the title is kept");
        assert!(
            refused.text.contains("value=\"note\" checked"),
            "{name}: the kind is kept: {}",
            refused.text
        );
    }
    assert_eq!(visit.test.journal().await.len(), before, "nothing is half kept");
    let library = visit.get("/groupes/mobilites/bibliotheque", Some(&session)).await.text;
    assert!(!library.contains("coupe") && !library.contains("long"));
}

#[tokio::test]
async fn those_who_do_not_write_in_a_group_bring_nothing() {
    let visit = Visit::new().await;
    let cast = &visit.cast;
    for (user, status) in [(cast.other.id, 403), (cast.chair.id, 403), (cast.administrator.id, 403)] {
        let session = visit.session(user).await;
        let answer = send(&visit, Some(&session), &[("kind", "note")], ("a.md", b"Bonjour.")).await;
        assert_eq!(answer.status.as_u16(), status);
    }
    let nobody = send(&visit, None, &[("kind", "note")], ("a.md", b"Bonjour.")).await;
    assert!(matches!(nobody.status.as_u16(), 303 | 404), "{}", nobody.status);
    let cx = visit.test.as_user(cast.member.id).await;
    let form = ContributionForm {
        title: "Le mien".into(),
        kind: "note".into(),
        body: "Un.".into(),
        ..Default::default()
    };
    let id = contributions::create(&cx, "mobilites", &form).await.expect("created");
    let page = format!("/contributions/{id}/fichier");
    let path = format!("{}&texte={id}&version=1", app::paths::posting_from(app::paths::FROM_FILE, &page));
    let session = visit.session(cast.other.id).await;
    let answer = sent(&visit, Some(&session), &path, &[], ("a.md", b"Non.")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(contributions::edit_view(&cx, id).await.expect("read").saved.body, "Un.");
}

#[tokio::test]
async fn a_reader_that_dies_or_never_ends_costs_one_file() {
    for program in ["/bin/false", "/bin/true"] {
        let read =
            Drafter::new(OwnProcess::new(program.into())).read(b"Bonjour.", "a.md").await.expect("it ends");
        assert_eq!(read, Drafted::Unread(extraction::State::Damaged), "{program}");
    }
}
