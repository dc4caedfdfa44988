//! The pages of groups and home, through the whole site and without script.

mod common;

use axum::http::StatusCode;
use common::Visit;

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
    let form = [("slug", "mobilites")];
    let refused = visit.post_from(page, "/api/groups/leave", Some(&facilitator), &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("nommez-en une autre d’abord"));
    assert!(refused.text.contains("Quitter le groupe «"));
}

#[tokio::test]
async fn home_says_first_what_is_asked() {
    let visit = Visit::new().await;
    common::things::make(&visit).await;
    let chair = visit.session(visit.cast.chair.id).await;
    let page = visit.get("/", Some(&chair)).await;
    assert_eq!(page.h1(), "Deux choses vous attendent");
    assert!(page.text.contains("Faire adopter un texte") && page.text.contains("Publier un texte adopté"));
    let administrator = visit.session(visit.cast.administrator.id).await;
    assert_eq!(visit.get("/", Some(&administrator)).await.h1(), "Rien ne vous attend");
    let english = visit.get("/", Some(&format!("{chair}; langue=en"))).await;
    assert_eq!(english.h1(), "Two things are asked of you");
}
