//! The pages of discussions, through the whole site and without script.

use crate::common::Visit;
use axum::http::StatusCode;

/// Begins a discussion as the member of `mobilites`, and gives its address.
async fn begun(visit: &Visit, body: &str) -> String {
    let member = visit.session(visit.cast.member.id).await;
    let form = [("slug", "mobilites"), ("subject", "Le dernier car"), ("body", body)];
    let page = "/groupes/mobilites/discussions/nouvelle";
    let begun = visit.post_from(page, "/api/discussions/begin", Some(&member), &form).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
    begun.location().split('?').next().unwrap_or_default().to_owned()
}

/// The number at the end of an address.
fn number(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// The address of the first message's page.
fn first_message(page: &str) -> String {
    let at = page.find("/messages/").expect("a link to a message");
    let start = page[..at].rfind('"').expect("an address") + 1;
    page[start..].split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_discussion_is_begun_and_answered_without_script() {
    let visit = Visit::new().await;
    let path = begun(&visit, "Il part **trop tôt**.").await;
    let reviewer = visit.session(visit.cast.reviewer.id).await;
    let list = visit.get("/groupes/mobilites/discussions", Some(&reviewer)).await.text;
    assert!(list.contains("Le dernier car") && list.contains("1 non lu") && list.contains("Sans réponse"));
    let group = visit.get("/groupes/mobilites", Some(&reviewer)).await.text;
    assert!(group.contains("Le dernier car"), "on the page of the group too");
    let asked = visit.get(&format!("{path}?repondre=1"), Some(&reviewer)).await;
    assert_eq!(asked.h1(), "Le dernier car");
    assert!(asked.text.contains("En réponse à Gérard Pontivy") && asked.text.contains("Il part trop tôt."));
    let form = [("slug", "mobilites"), ("thread", number(&path)), ("to", "1"), ("body", "Oui, le samedi.")];
    let answered = visit.post_from(&path, "/api/discussions/answer", Some(&reviewer), &form).await;
    assert_eq!(answered.location(), format!("{path}?fait=repondu#message-2"));
    let page = visit.get(&path, Some(&reviewer)).await.text;
    assert!(page.contains(r#"id="message-2""#) && page.contains("Oui, le samedi."));
    let list = visit.get("/groupes/mobilites/discussions", Some(&reviewer)).await.text;
    assert!(!list.contains("non lu") && !list.contains("state waiting"), "read, and answered");
}

#[tokio::test]
async fn what_is_refused_comes_back_as_it_was_typed() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let page = "/groupes/mobilites/discussions/nouvelle";
    let form = [("slug", "mobilites"), ("subject", ""), ("body", "Un début</textarea><img src=x>")];
    let refused = visit.post_from(page, "/api/discussions/begin", Some(&member), &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("error-summary") && !refused.text.contains("<img"));
    assert!(refused.text.contains("Un début&lt;/textarea>"));
    let path = begun(&visit, "Bonjour.").await;
    let form = [("slug", "mobilites"), ("thread", number(&path)), ("body", " ")];
    let refused = visit.post_from(&path, "/api/discussions/answer", Some(&member), &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.h1(), "Le dernier car");
}

#[tokio::test]
async fn a_preview_keeps_what_is_typed() {
    let visit = Visit::new().await;
    let path = begun(&visit, "Bonjour.").await;
    let member = visit.session(visit.cast.member.id).await;
    let form = [("slug", "mobilites"), ("thread", number(&path)), ("body", "Un **mot**"), ("go", "preview")];
    let seen = visit.post_from(&path, "/api/discussions/answer", Some(&member), &form).await;
    assert_eq!(seen.location(), format!("{path}?fait=apercu#apercu"));
    let page = visit.get(&format!("{path}?fait=apercu"), Some(&member)).await.text;
    assert!(page.contains("<strong>mot</strong>") && page.contains("Un **mot**"));
    let later = visit.get(&path, Some(&member)).await.text;
    assert!(later.contains("Un **mot**") && later.contains("sans l’envoyer"));
}

#[tokio::test]
async fn what_was_hidden_is_in_no_page_of_those_who_may_not_read_it() {
    let visit = Visit::new().await;
    let path = begun(&visit, "Untel est un voleur.").await;
    let facilitator = visit.session(visit.cast.facilitator.id).await;
    let seen = visit.get(&path, Some(&facilitator)).await.text;
    let message = first_message(&seen);
    let form = [
        ("page", message.as_str()),
        ("message", number(&message)),
        ("version", "1"),
        ("reason", "Une personne y est accusée."),
    ];
    let hidden = visit.post_from(&message, "/api/discussions/hide", Some(&facilitator), &form).await;
    assert_eq!(hidden.location(), format!("{message}?fait=masque"));
    let reviewer = visit.session(visit.cast.reviewer.id).await;
    for page in [
        path.as_str(),
        &format!("{path}?repondre=1"),
        &message,
        "/groupes/mobilites/discussions",
        "/groupes/mobilites",
        "/",
    ] {
        let answer = visit.get(page, Some(&reviewer)).await;
        assert_eq!(answer.status, StatusCode::OK, "{page}");
        for secret in ["voleur", "accusée", "Le dernier car"] {
            assert!(!answer.text.contains(secret), "{page} says {secret}");
        }
    }
    let shown = visit.get(&path, Some(&reviewer)).await.text;
    assert!(shown.contains("Ce message a été masqué par une personne qui veille sur les discussions."));
    let author = visit.session(visit.cast.member.id).await;
    let own = visit.get(&path, Some(&author)).await.text;
    assert!(own.contains("voleur") && own.contains("Une personne y est accusée."));
    assert!(!own.contains("Maryse Belvaux"), "its author reads why, not who");
    let moderation = visit.get("/groupes/mobilites/moderation", Some(&facilitator)).await.text;
    assert!(moderation.contains("Maryse Belvaux a masqué un message de Gérard Pontivy."));
    let administrator = visit.session(visit.cast.administrator.id).await;
    let journal = visit.get("/administration/journal", Some(&administrator)).await.text;
    assert!(journal.contains("Maryse Belvaux a masqué un message de Gérard Pontivy."));
    assert!(!journal.contains("voleur") && !journal.contains("accusée"));
}

#[tokio::test]
async fn a_correction_over_another_shows_both() {
    let visit = Visit::new().await;
    let path = begun(&visit, "Bonjour.").await;
    let member = visit.session(visit.cast.member.id).await;
    let message = first_message(&visit.get(&path, Some(&member)).await.text);
    let form = |body| {
        [
            ("page", message.as_str()),
            ("message", number(&message)),
            ("version", "1"),
            ("subject", "Le car"),
            ("body", body),
        ]
    };
    let first = visit.post_from(&message, "/api/discussions/edit", Some(&member), &form("Bonsoir.")).await;
    assert_eq!(first.location(), format!("{message}?fait=modifie"));
    let second = visit.post_from(&message, "/api/discussions/edit", Some(&member), &form("Salut.")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text.contains("Bonsoir.") && second.text.contains("Salut."));
    assert!(second.text.contains(r#"name="version" value="2""#), "saving again is on purpose");
    assert!(visit.get(&path, Some(&member)).await.text.contains("modifié le"));
}
