//! The pages of groups and home, through the whole site and without script.

use crate::common::{Visit, things};
use axum::http::StatusCode;

const CREATE: &str = "/api/groups/create";
const CHANGE: &str = "/api/groups/change";

#[tokio::test]
async fn a_visitor_reads_of_an_open_group_its_name_and_mandate_only() {
    let visit = Visit::new().await;
    let page = visit.get("/groupes/alimentation", None).await;
    assert_eq!((page.status, page.h1().as_str()), (StatusCode::OK, "Alimentation et terres agricoles"));
    assert!(page.text.contains("Dire ce qui change pour les habitants."));
    assert!(!page.text.contains("Simone Tréguier"), "nobody is named");
    let list = visit.get("/groupes", None).await.text;
    assert!(list.contains("Alimentation"));
    assert!(!list.contains("Mobilités") && !list.contains("/groupes/bureau"));
}

#[tokio::test]
async fn what_is_searched_for_never_tells_of_what_is_hidden() {
    let visit = Visit::new().await;
    let other = visit.session(visit.cast.other.id).await;
    let found =
        visit.post_as("/api/groups/search", Some(&other), &[("q", "bureau")], "application/json").await;
    assert_eq!((found.status, found.text.as_str()), (StatusCode::OK, "[]"));
    let page = visit.get("/groupes?q=mobilites", Some(&other)).await;
    assert!(page.text.contains("Mobilités du quotidien") && !page.text.contains("Alimentation et terres"));
}

#[tokio::test]
async fn a_refused_group_comes_back_as_it_was_typed() {
    let visit = Visit::new().await;
    let chair = visit.session(visit.cast.chair.id).await;
    let form = [
        ("name", "E"),
        ("kind", "committee"),
        ("visibility", "secret"),
        ("mandate", "Dire ce qui change.</textarea><img src=x>"),
    ];
    let page = visit.post_from("/groupes/nouveau", CREATE, Some(&chair), &form).await;
    assert_eq!((page.status, page.h1().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "Créer un groupe"));
    assert!(page.text.contains("error-summary"));
    assert!(page.text.contains("Dire ce qui change.&lt;/textarea>"));
    assert!(!page.text.contains("<img"), "what is typed is never HTML");
    assert!(page.text.contains("au moins 2 caractères"));
}

#[tokio::test]
async fn a_group_is_created_then_its_people_are_added() {
    let visit = Visit::new().await;
    let administrator = visit.session(visit.cast.administrator.id).await;
    let runs = visit.cast.other.id.to_string();
    let form = [
        ("name", "L’eau"),
        ("kind", "working_group"),
        ("visibility", "closed"),
        ("facilitators", runs.as_str()),
    ];
    let created = visit.post_from("/groupes/nouveau", CREATE, Some(&administrator), &form).await;
    assert_eq!(created.location(), "/groupes/l-eau/membres?fait=created");
    let people = visit.get(created.location(), Some(&administrator)).await;
    assert!(people.text.contains("Le groupe est créé."));
    let member = visit.cast.member.id.to_string();
    let form = [("slug", "l-eau"), ("person", member.as_str()), ("role", "member")];
    let added = visit.post("/api/groups/add-member", Some(&administrator), &form).await;
    let people = visit.get(added.location(), Some(&administrator)).await;
    assert!(people.text.contains("Gérard Pontivy fait maintenant partie du groupe."));
}

#[tokio::test]
async fn two_people_changing_a_group_see_both_what_they_typed_and_what_is_saved() {
    let visit = Visit::new().await;
    let facilitator = visit.session(visit.cast.facilitator.id).await;
    let form = |name| {
        [
            ("slug", "mobilites"),
            ("version", "1"),
            ("name", name),
            ("kind", "working_group"),
            ("visibility", "closed"),
        ]
    };
    let first = visit
        .post_from("/groupes/mobilites/modifier", CHANGE, Some(&facilitator), &form("Se déplacer"))
        .await;
    assert_eq!(first.location(), "/groupes/mobilites?fait=changed");
    let second = visit
        .post_from("/groupes/mobilites/modifier", CHANGE, Some(&facilitator), &form("Aller et venir"))
        .await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text.contains("Aller et venir") && second.text.contains("Se déplacer"));
    assert!(second.text.contains(r#"name="version" value="2""#), "saving again is on purpose");
}

#[tokio::test]
async fn removing_somebody_asks_first_and_names_them() {
    let visit = Visit::new().await;
    let facilitator = visit.session(visit.cast.facilitator.id).await;
    let page = format!("/groupes/mobilites/membres?retirer={}", visit.cast.reviewer.id);
    let asked = visit.get(&page, Some(&facilitator)).await;
    assert!(asked.text.contains("Retirer Odile Rambert du groupe"));
    // Who does not run the group is not asked.
    let member = visit.session(visit.cast.member.id).await;
    assert!(!visit.get(&page, Some(&member)).await.text.contains("Retirer Odile Rambert"));
}

#[tokio::test]
async fn the_last_facilitator_reads_why_they_stay() {
    let visit = Visit::new().await;
    let facilitator = visit.session(visit.cast.facilitator.id).await;
    let page = "/groupes/mobilites/membres?quitter=oui";
    let offered = visit.get(page, Some(&facilitator)).await;
    assert!(offered.text.contains("Personne d’autre n’anime ce groupe"));
    assert!(offered.text.contains("href=\"/groupes/mobilites/passation\""));
    assert!(!offered.text.contains("action=\"/api/groups/leave\""));
    let form = [("slug", "mobilites")];
    let refused = visit.post_from(page, "/api/groups/leave", Some(&facilitator), &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("nommez-en une autre d’abord"));
    assert!(refused.text.contains("Quitter le groupe «"));
}

#[tokio::test]
async fn home_says_first_what_is_asked() {
    let visit = Visit::new().await;
    things::make(&visit).await;
    let chair = visit.session(visit.cast.chair.id).await;
    let page = visit.get("/", Some(&chair)).await;
    assert_eq!(page.h1(), "11 choses vous attendent");
    assert!(page.text.contains("Voter") && page.text.contains("Proclamer un résultat"));
    assert!(page.text.contains("Donner votre avis au conseil") && page.text.contains("Signer"));
    assert!(page.text.contains("Faire adopter un texte") && page.text.contains("Publier un texte adopté"));
    let administrator = visit.session(visit.cast.administrator.id).await;
    // Somebody said that they are stuck in a tutorial; a message and what hid another wait for a decision.
    assert_eq!(visit.get("/", Some(&administrator)).await.h1(), "Trois choses vous attendent");
    let english = visit.get("/", Some(&format!("{chair}; langue=en"))).await;
    assert_eq!(english.h1(), "11 things are asked of you");
}

const SAVE: &str = "/api/contributions/save";

#[tokio::test]
async fn who_is_taken_out_or_signed_out_while_writing_is_given_back_what_they_wrote() {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let member = visit.session(visit.cast.member.id).await;
    let id = things.fill("<mobilites.draft>");
    let page = format!("/contributions/{id}/modifier");
    let body = "Depuis la gare, il faut vingt minutes à pied pour rejoindre le collège & <la mairie>.";
    let form = [("id", id.as_str()), ("base", "1"), ("title", "Un titre"), ("kind", "note"), ("body", body)];
    let administrator = visit.test.as_user(visit.cast.administrator.id).await;
    backend::groups::remove_member(&administrator, "mobilites", visit.cast.member.id).await.expect("removed");
    let given_back = "vingt minutes à pied pour rejoindre le collège &amp; &lt;la mairie>.";
    let refused = visit.post_from(&page, SAVE, Some(&member), &form).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert!(refused.text.contains(given_back), "{}", refused.text);
    assert!(!refused.text.contains("Un titre"), "short answers are not worth keeping");
    backend::accounts::suspend(&administrator, visit.cast.member.id).await.expect("suspended");
    let signed_out = visit.post_from(&page, SAVE, Some(&member), &form).await;
    assert!(signed_out.text.contains(given_back));
}

#[tokio::test]
async fn a_request_is_answered_where_it_is_read() {
    let visit = Visit::new().await;
    let other = visit.session(visit.cast.other.id).await;
    let asked = visit
        .post_from(
            "/groupes/mobilites/demande",
            "/api/groups/ask-to-join",
            Some(&other),
            &[("slug", "mobilites"), ("message", "Je prends le car.")],
        )
        .await;
    assert_eq!(asked.location(), "/groupes/mobilites?fait=asked");
    let facilitator = visit.session(visit.cast.facilitator.id).await;
    let door = format!("/groupes/mobilites/membres?demande={}", visit.cast.other.id);
    let read = visit.get(&door, Some(&facilitator)).await;
    assert!(read.text.contains("Répondre à Simone Tréguier") && read.text.contains("Je prends le car."));
    // A long sentence comes back as it was typed, beside its error.
    let person = visit.cast.other.id.to_string();
    let long = "non ".repeat(300);
    let form = [
        ("slug", "mobilites"),
        ("person", person.as_str()),
        ("answer", "refuse"),
        ("sentence", long.as_str()),
    ];
    let refused = visit.post_from(&door, "/api/groups/answer-request", Some(&facilitator), &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains(long.trim_end()) && refused.text.contains("1\u{202f}000"));
}

#[tokio::test]
async fn closing_a_group_lists_what_is_not_finished_and_asks_to_confirm() {
    let visit = Visit::new().await;
    things::make(&visit).await;
    let facilitator = visit.session(visit.cast.facilitator.id).await;
    let page = "/groupes/mobilites/clore";
    let looked = visit.get(page, Some(&facilitator)).await;
    assert!(looked.text.contains("6 textes ne sont pas terminés"));
    assert!(looked.text.contains("Un texte draft de mobilites"));
    let form =
        [("slug", "mobilites"), ("version", "1"), ("sentence", "Un guide des cars"), ("note", "Merci.")];
    let refused = visit.post_from(page, "/api/groups/close", Some(&facilitator), &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("relisez-en la liste") && refused.text.contains("Un guide des cars"));
    // An administrator confirms without reading the titles.
    let administrator = visit.session(visit.cast.administrator.id).await;
    let looked = visit.get(page, Some(&administrator)).await;
    assert!(!looked.text.contains("Un texte draft de mobilites"));
}
