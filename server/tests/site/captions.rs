//! Captions of sounds and films, through the whole site and without script; read by a process of their own.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use backend::library::Place;
use domain::ids::DocumentId;
use server::{
    captioner::{Captioner, Listened},
    own_process::OwnProcess,
};

use crate::common::{
    Answer, Visit,
    files::{deposited, multipart, post, wav},
};

const SUBRIP: &[u8] =
    b"1\r\n00:00:01,000 --> 00:00:04,000\r\n\xc9cole <i>et</i> <script>alert(1)</script>c\x9cur\r\n\r\n\
    2\r\n01:00:04,500 --> 01:00:06,000\r\nLa passerelle.\r\n";

/// A sound of the closed group.
async fn sound(visit: &Visit) -> DocumentId {
    let cx = visit.test.as_user(visit.cast.member.id).await;
    let id = deposited(&cx, &Place::Group("mobilites".into()), "Réunion publique.wav", &wav()).await;
    visit.test.do_jobs().await;
    id
}

async fn send(visit: &Visit, cookie: Option<&str>, id: &str, language: &str, file: (&str, &[u8])) -> Answer {
    let page = format!("/documents/{id}");
    let path = format!("{}&document={id}", app::paths::posting_from(app::paths::CAPTIONS, &page));
    let fields = [("language", None, language.as_bytes()), ("files", Some(file.0), file.1)];
    post(visit, &path, cookie, multipart(&fields)).await
}

#[tokio::test]
async fn a_member_gives_captions_which_are_played_read_and_taken_away() {
    let visit = Visit::new().await;
    let id = sound(&visit).await.to_string();
    let page = format!("/documents/{id}");
    let session = visit.session(visit.cast.member.id).await;
    let cookie = Some(session.as_str());
    let before = visit.get(&page, cookie).await.text;
    assert!(before.contains("Ajouter ou remplacer des sous-titres") && !before.contains("<track"));
    let given = send(&visit, cookie, &id, "fr", ("réunion.srt", SUBRIP)).await;
    assert_eq!(given.location(), format!("{page}?fait=sous-titres"), "{}", given.text);
    let shown = visit.get(given.location(), cookie).await.text;
    assert!(shown.contains("Les sous-titres sont enregistrés."));
    let track = format!(
        "<track kind=\"captions\" src=\"{page}/sous-titres/fr\" srclang=\"fr\" label=\"Français\" default"
    );
    assert!(shown.contains(&track), "{shown}");
    assert!(shown.contains("Lire ce qui est dit</summary>") && shown.contains("1:00:04</time>"), "{shown}");
    assert!(shown.contains("École et alert(1)cœur") && !shown.contains("<script>alert"), "{shown}");
    let reader = visit.session(visit.cast.chair.id).await;
    let read = visit.get(&page, Some(&reader)).await.text;
    assert!(read.contains("La passerelle.") && !read.contains("Ajouter ou remplacer des sous-titres"));
    let address = format!("{page}/sous-titres/fr");
    let file = visit.get(&address, Some(&reader)).await;
    assert_eq!(file.header(header::CONTENT_TYPE), "text/vtt; charset=utf-8");
    assert_eq!(file.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert!(file.header(header::CONTENT_SECURITY_POLICY).contains("sandbox"));
    assert!(file.header(header::CACHE_CONTROL).starts_with("private"));
    assert_eq!(
        file.text,
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nÉcole <i>et</i> alert(1)cœur\n\n\
         01:00:04.500 --> 01:00:06.000\nLa passerelle.\n"
    );
    let known = Request::get(&address).header(header::IF_NONE_MATCH, file.header(header::ETAG));
    let again = visit.ask(known, Some(&reader), "*/*", Body::empty()).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    let aside = visit.get(&format!("{address}?telecharger=oui"), Some(&reader)).await;
    assert!(aside.header(header::CONTENT_DISPOSITION).starts_with("attachment;"));
    assert!(aside.header(header::CONTENT_DISPOSITION).contains(".fr.vtt"));
    let english =
        send(&visit, cookie, &id, "en", ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n")).await;
    assert_eq!(english.status, StatusCode::SEE_OTHER);
    let both = visit.get(&page, cookie).await.text;
    assert!(
        both.contains("Lire ce qui est dit (Anglais)") && both.matches(" default").count() == 1,
        "{both}"
    );
    let fields = [("document", id.as_str()), ("language", "fr")];
    let taken = visit.post_as("/api/library/remove-captions", cookie, &fields, "text/html").await;
    assert_eq!(taken.location(), format!("{page}?fait=sans-sous-titres"));
    assert_eq!(visit.get(&address, cookie).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn captions_that_cannot_be_read_are_refused_in_clear_words() {
    let visit = Visit::new().await;
    let id = sound(&visit).await.to_string();
    let session = visit.session(visit.cast.member.id).await;
    let before = visit.test.journal().await.len();
    let bomb = format!("1\n00:00:01,000 --> 00:00:02,000\n{}", "a".repeat(1_000_000));
    for (name, content, said) in [
        ("photo.png", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], "n’est pas un fichier de sous-titres"),
        ("lettre.srt", b"Bonjour.\nCeci est une lettre.\n", "n’est pas un fichier de sous-titres"),
        ("vide.vtt", b"", "ce fichier est vide"),
        ("muet.vtt", b"WEBVTT\n\nNOTE rien\n", "ne contiennent aucun mot"),
        ("a.srt", b"1\n00:00:01 -> 00:00:0z\nA\n", "n’est pas un fichier de sous-titres"),
        ("b.srt", b"1\n00:00:01,000 --> demain\nA\n", "à la ligne 2, les moments ne peuvent pas être lus"),
        ("c.srt", b"1\n00:00:05,000 --> 00:00:02,000\nA\n", "à la ligne 2, les moments ne se suivent pas"),
        ("d.srt", bomb.as_bytes(), "1\u{a0}Mo"),
        ("", b"", "une réponse est nécessaire"),
    ] {
        let refused = send(&visit, Some(&session), &id, "br", (name, content)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(
            refused.text.contains("error-summary") && refused.text.contains(said),
            "{name}: {}",
            refused.text
        );
        assert!(refused.text.contains("<option value=\"br\" selected"), "{name}: the language is kept");
        assert!(refused.text.contains("<details open class=\"unfold\""), "{name}: the form is open");
    }
    let language = send(&visit, Some(&session), &id, "xx", ("a.srt", SUBRIP)).await;
    assert_eq!(language.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(visit.test.journal().await.len(), before, "nothing is half kept");
    assert!(!visit.get(&format!("/documents/{id}"), Some(&session)).await.text.contains("<track"));
}

#[tokio::test]
async fn those_who_may_not_change_a_sound_leave_nothing() {
    let visit = Visit::new().await;
    let sessions = crate::common::sessions_of(&visit).await;
    let id = sound(&visit).await.to_string();
    let cx = visit.test.as_user(visit.cast.member.id).await;
    let letter =
        deposited(&cx, &Place::Group("mobilites".into()), "Lettre.txt", b"Bonjour.").await.to_string();
    let people = ["visitor", "other", "chair", "administrator", "suspended", "member", "facilitator"];
    for (whose, expected) in [
        (id.as_str(), [404, 404, 403, 404, 404, 303, 303]),
        (letter.as_str(), [404, 404, 403, 404, 404, 404, 404]),
        ("999999", [404; 7]),
        ("x", [404; 7]),
    ] {
        for (who, status) in people.into_iter().zip(expected) {
            let answer = send(&visit, sessions[who].as_deref(), whose, "fr", ("a.srt", SUBRIP)).await;
            assert_eq!(answer.status.as_u16(), status, "{who} for {whose}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn a_reader_that_dies_or_says_anything_costs_one_file() {
    for program in ["/bin/false", "/bin/echo"] {
        let captioner = Captioner::new(OwnProcess::new(program.into()).with_patience(Duration::from_secs(2)));
        let read = captioner.read(SUBRIP).await.expect("answered");
        assert_eq!(read, Listened::Flawed(extraction::captions::Flaw::Unknown), "{program}");
    }
}
