//! The page of the search, as a browser without script gets it.

use crate::common::{Answer, Visit};
use backend::{contributions, library, search};
use domain::{Version, contributions::ContributionForm, library::DocumentForm};

async fn with_texts() -> (Visit, String) {
    let visit = Visit::new().await;
    let cx = visit.test.as_user(visit.cast.other.id).await;
    for (title, body) in [
        ("La légumerie partagée", "Une légumerie <script>alert(1)</script> & des cantines."),
        ("Terres agricoles", "Garder des terres près des cantines, avec une légumerie."),
    ] {
        let form = ContributionForm {
            title: title.into(),
            kind: "note".into(),
            body: body.into(),
            ..Default::default()
        };
        contributions::create(&cx, "alimentation", &form).await.expect("begun");
    }
    search::catch_up(&visit.test.backend).await.expect("the index follows");
    let session = visit.session(visit.cast.other.id).await;
    (visit, session)
}

async fn look(visit: &Visit, session: &str, query: &str) -> Answer {
    visit.get(&format!("/recherche?{query}"), Some(session)).await
}

#[tokio::test]
async fn what_is_found_is_named_and_its_words_are_marked() {
    let (visit, session) = with_texts().await;
    let page = look(&visit, &session, "q=l%C3%A9gumeries").await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("La <mark>légumerie</mark> partagée"), "{}", page.text);
    assert!(page.text.contains("2 résultats"));
    // A text is quoted, never run.
    assert!(page.text.contains("&lt;script&gt;alert(1)"));
    assert!(!page.text.contains("<script>alert"));
}

#[tokio::test]
async fn a_search_is_narrowed_by_its_address() {
    let (visit, session) = with_texts().await;
    let page = look(&visit, &session, "q=cantines&nature=message").await;
    assert!(page.text.contains("Rien ne correspond avec ces choix."));
    assert!(page.text.contains("href=\"/recherche?q=cantines\""), "a way back to everything");
    let page = look(&visit, &session, "q=cantines&groupe=alimentation&page=7").await;
    assert_eq!(page.status, 200);
    let page = look(&visit, &session, "q=cantines&nature=x&auteur=y&date=z").await;
    assert!(page.text.contains("2 résultats"), "what is not known narrows nothing");
}

#[tokio::test]
async fn a_keyword_is_a_choice_kept_in_the_address_and_taken_back() {
    let (visit, session) = with_texts().await;
    let cx = visit.test.as_user(visit.cast.facilitator.id).await;
    for (title, tags) in [("Menus", "Été"), ("Recettes", "été, hiver"), ("Fiches", "")] {
        let place = library::Place::Common;
        let form = DocumentForm { title: title.into(), body: "Aux cantines.".into(), ..Default::default() };
        let id = library::create_note(&cx, &place, &form).await.expect("made");
        let form = DocumentForm { tags: tags.into(), ..form };
        library::change(&cx, id, Version(1), &form).await.expect("described");
    }
    search::catch_up(&visit.test.backend).await.expect("the index follows");
    let page = look(&visit, &session, "q=cantines").await;
    assert!(page.text.contains("<label for=\"mot-cle\">Mot-clé</label>"), "{}", page.text);
    assert!(page.text.contains("<option value=\"ete\">Été (2)</option>"), "{}", page.text);
    assert!(!page.text.contains("Ne plus limiter"));
    for asked in ["ete", "%C3%89t%C3%A9"] {
        let page = look(&visit, &session, &format!("q=cantines&mot-cle={asked}&date=semaine")).await;
        assert!(page.text.contains("2 résultats") && !page.text.contains("Fiches"), "{}", page.text);
        assert!(page.text.contains("value=\"ete\" selected>Été (2)"), "{}", page.text);
        assert!(
            page.text.contains("Mot-clé\u{a0}: Été") && page.text.contains("Date\u{a0}: Depuis sept jours")
        );
        assert!(page.text.contains("href=\"/recherche?q=cantines&amp;date=semaine\""), "{}", page.text);
    }
    let none = look(&visit, &session, "q=cantines&mot-cle=%3Cb%3E").await;
    assert!(none.text.contains("Rien ne correspond avec ces choix.") && none.text.contains("&lt;b&gt;"));
    let form = [("q", "cantines"), ("tag", "hiver")];
    let typing = visit.post_as("/api/search/find", Some(&session), &form, "application/json").await;
    assert!(typing.text.contains("Recettes") && !typing.text.contains("Menus"), "{}", typing.text);
}

#[tokio::test]
async fn empty_places_say_what_to_do_next() {
    let (visit, session) = with_texts().await;
    let blank = look(&visit, &session, "").await;
    assert!(blank.text.contains("Cherchez un mot dans les textes"));
    let common = look(&visit, &session, "q=le").await;
    assert!(common.text.contains("trop courant"));
    let mistyped = look(&visit, &session, "q=l%C3%A9gumrie").await;
    assert!(mistyped.text.contains("Essayez avec"));
    assert!(mistyped.text.contains("href=\"/recherche?q=l%C3%A9gumerie\""), "{}", mistyped.text);
    let visitor = visit.get("/recherche?q=cantines", None).await;
    assert!(visitor.text.contains("Sans vous connecter"));
    assert!(!visitor.text.contains("Terres agricoles"));
}

#[tokio::test]
async fn every_page_has_the_search_and_no_page_that_reads_gets_a_script_for_it() {
    let (visit, session) = with_texts().await;
    for (path, own) in [("/", false), ("/publications", false), ("/membres", true), ("/recherche", true)] {
        let page = visit.get(path, Some(&session)).await;
        assert!(page.text.contains("href=\"/recherche\""), "{path}");
        assert_eq!(page.text.contains("id=\"rechercher\""), !own, "{path}: one field of that name a page");
        let script = path == "/recherche";
        assert_eq!(page.text.contains("leptos-island"), script, "{path}");
    }
}

#[tokio::test]
async fn what_is_found_while_typing_is_what_the_page_finds() {
    let (visit, session) = with_texts().await;
    let found =
        visit.post_as("/api/search/find", Some(&session), &[("q", "légum")], "application/json").await;
    assert_eq!(found.status, 200);
    assert!(found.text.contains("Terres agricoles"), "{}", found.text);
    let nothing = visit.post_as("/api/search/find", None, &[("q", "légum")], "application/json").await;
    assert_eq!(nothing.text, "[]");
}
