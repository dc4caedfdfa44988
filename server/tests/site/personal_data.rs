//! Personal data, through the whole site and without script: the register, a copy of one's data, erasing somebody.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read},
};

use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use backend::{
    accounts, people, personal_data,
    portraits::{self, Whose},
};
use domain::people::{PersonForm, ProfileForm};

use crate::common::{Visit, files::PNG, things};

const PASSWORD: &str = "dix-huit cars le soir";
/// Words that nobody else has, as they are typed and as the search keeps them.
const WORDS: [&str; 8] =
    ["quillcoat", "Zéphyrine", "zephyrine", "nullepart", "vroumax", "wyxheim", "xylogra", "99 88 77"];

/// The member, before anything else happens, as somebody whom nothing else can be taken for.
async fn unmistakable(visit: &Visit) {
    let id = visit.cast.member.id;
    let administrator = visit.test.as_user(visit.cast.administrator.id).await;
    let version =
        people::show(&administrator, id).await.expect("shown").administration.expect("asked").version;
    let record = PersonForm {
        email: "zephyrine.quillcoat@nullepart.example".into(),
        name: "Zéphyrine Quillcoat".into(),
        college: "Habitants".into(),
        ..PersonForm::default()
    };
    people::change(&administrator, id, version, &record).await.expect("changed");
    let member = visit.test.as_user(id).await;
    let version = people::own_profile(&member).await.expect("read").version;
    let profile = ProfileForm {
        name: "Zéphyrine Quillcoat".into(),
        organisation: "Quincaillerie Vroumax".into(),
        commune: "Wyxheim".into(),
        language: "fr".into(),
        about: "Passionnée de xylographie.".into(),
        phone: "06 99 88 77 66".into(),
        email_shown_to: "council".into(),
        phone_shown_to: "council".into(),
    };
    people::change_own_profile(&member, version, &profile).await.expect("changed");
}

async fn council() -> Visit {
    let visit = Visit::new().await;
    let program = visit.test.backend.system();
    for person in [visit.cast.administrator, visit.cast.member] {
        accounts::give_password(&program, person.id, PASSWORD).await.expect("given");
    }
    visit
}

/// The tables in which the council of `things` does not name its member: either it names somebody else there, or an
/// identifier only, which then names a shell. Those that hold a name are played in `backend`.
const NOT_PLAYED: [&str; 53] = [
    "acronyms",
    "actings",
    "admissions",
    "adoptions",
    "api_tokens",
    "begun_images",
    "checked_points",
    "code_secrets",
    "comment_mentions",
    "contribution_reviewers",
    "delegations",
    "dissent_signatures",
    "email_changes",
    "erasures",
    "former_editions",
    "framing_amendment_supports",
    "framing_revisions",
    "framing_signatures",
    "framing_texts",
    "framing_versions",
    "handovers",
    "known_devices",
    "library_links",
    "library_tags",
    "linked_accounts",
    "live_texts",
    "methods",
    "one_time_links",
    "paper_consents",
    "passkeys",
    "poll_open_ballots",
    "poll_rules",
    "polls",
    "recovery_codes",
    "reminders",
    "reviews",
    "revision_writers",
    "search_documents",
    "snoozes",
    "sponsors",
    "text_images",
    "text_intakes",
    "text_templates",
    "tutorial_marks",
    "tutorial_opinions",
    "tutorial_pleas",
    "tutorials",
    "unreminded",
    "unsaved_texts",
    "unsent_messages",
    "uploads",
    "webhooks",
    "welcomes",
];

#[tokio::test]
async fn whoever_is_erased_leaves_no_trace_in_a_council_that_did_everything() {
    let visit = council().await;
    unmistakable(&visit).await;
    let things = things::make(&visit).await;
    let id = visit.cast.member.id;
    let member = visit.session(id).await;
    for path in ["/contributions/<mobilites.consulted>", "/contributions/<mobilites.draft>/modifier", "/"] {
        visit.get(&things.fill(path), Some(&member)).await;
    }
    let wrong = [("email", "zephyrine.quillcoat@nullepart.example"), ("password", "mauvais")];
    visit.post_as("/api/accounts/sign-in", None, &wrong, "text/html").await;
    visit.post_as("/api/personal-data/export", Some(&member), &[], "text/html").await;
    visit
        .post_as("/api/personal-data/ask-erasure", Some(&member), &[("words", "Je pars.")], "text/html")
        .await;
    backend::jobs::run_due(&visit.test.backend).await.expect("jobs run");
    backend::search::catch_up(&visit.test.backend).await.expect("read");
    // A table that names them and is not looked at would prove nothing: what the scene leaves out is written above.
    let named = visit.test.tables_naming(id).await;
    let people: BTreeSet<&str> = domain::personal_data::register::tables()
        .filter(|table| {
            use domain::personal_data::register::Holds::{By, Whose};
            table.holding(Whose).chain(table.holding(By)).next().is_some()
        })
        .map(|table| table.name)
        .collect();
    let absent: Vec<&str> = people.difference(&named).copied().collect();
    assert_eq!(absent, NOT_PLAYED);
    assert!(visit.test.traces_of(&WORDS).await.len() > 10);

    let administrator = visit.session(visit.cast.administrator.id).await;
    let cookie = Some(administrator.as_str());
    let page = visit.get(&format!("/administration/membres/{id}/effacer"), cookie).await;
    assert!(page.text.contains("Effacer Zéphyrine Quillcoat") && page.text.contains("Je pars."));
    let who = id.to_string();
    let erase = async |password: &str| {
        let form = [("id", who.as_str()), ("password", password)];
        visit.post_as("/api/personal-data/erase", cookie, &form, "text/html").await
    };
    let answer = erase("mauvais").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    let answer = erase(PASSWORD).await;
    assert_eq!(answer.location(), "/administration/donnees?fait=efface", "{}", answer.text);

    assert_eq!(visit.test.traces_of(&WORDS).await, [""; 0]);
    assert_eq!(visit.get("/mon-compte", Some(&member)).await.status, StatusCode::SEE_OTHER);
    let published = visit.get(&things.fill("/publications/<number>"), None).await;
    assert!(published.text.contains("Ancien membre") && published.text.contains("Quatre trajets sur dix"));
    let facilitator = visit.session(visit.cast.facilitator.id).await;
    for path in [
        "/contributions/<mobilites.published>/historique",
        "/groupes/mobilites/membres",
        "/groupes/mobilites/fil",
        "/groupes/mobilites/discussions",
        "/votes",
        "/charte",
        "/membres",
    ] {
        let page = visit.get(&things.fill(path), Some(&facilitator)).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.text.contains("Quillcoat"), "{path}");
    }
    let journal = visit.get("/administration/journal", cookie).await;
    assert!(journal.text.contains("a effacé une personne"), "{}", journal.text);
    visit.test.leave().await;
}

/// The bytes of an answer.
async fn bytes(visit: &Visit, path: &str, cookie: &str) -> Vec<u8> {
    use tower::ServiceExt;

    let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).expect("valid");
    let router = crate::common::site(&visit.test);
    let answer = router.oneshot(request).await.expect("infallible");
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/zip");
    to_bytes(answer.into_body(), usize::MAX).await.expect("whole").to_vec()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_takes_a_copy_of_their_data() {
    let visit = council().await;
    unmistakable(&visit).await;
    things::make(&visit).await;
    let photo = Whose::Person(visit.cast.member.id);
    portraits::change(&visit.test.backend.system(), &photo, PNG.into()).await.expect("given");
    let member = visit.session(visit.cast.member.id).await;
    let file = "/mon-compte/donnees/copie.zip";
    let early = visit.get(file, Some(&member)).await;
    assert_eq!((early.status, early.location()), (StatusCode::SEE_OTHER, "/mon-compte/donnees"));
    let page = visit.get("/mon-compte/donnees", Some(&member)).await.text;
    assert!(page.contains("Préparer ma copie") && !page.contains("Télécharger ma copie"));
    let asked = visit.post_as("/api/personal-data/export", Some(&member), &[], "text/html").await;
    assert_eq!(asked.location(), "/mon-compte/donnees?fait=copie", "{}", asked.text);
    assert!(visit.get(asked.location(), Some(&member)).await.text.contains("Télécharger ma copie"));
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes(&visit, file, &member).await)).expect("a zip");
    let names: Vec<String> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let mut read = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).expect("there").read_to_string(&mut text).expect("words");
        text
    };
    assert!(read("index.html").contains("Les données de Zéphyrine Quillcoat"));
    let profile: serde_json::Value = serde_json::from_str(&read("json/profile.json")).expect("JSON");
    assert_eq!(profile[0]["phone"], "06 99 88 77 66");
    assert!(read("pages/versions.html").contains("Quatre trajets sur dix"));
    assert!(read("pages/journal.html").contains("Zéphyrine Quillcoat"));
    for page in names.iter().filter(|name| name.ends_with(".html")) {
        let text = read(page);
        assert!(!text.contains("personal-data-") && !text.contains("<script"), "{page}: {text}");
    }
    assert!(names.iter().any(|name| name.starts_with("fichiers/photo.")), "{names:?}");
    // Of a secret vote, only that one took part.
    let votes: serde_json::Value = serde_json::from_str(&read("json/votes.json")).expect("JSON");
    for vote in votes.as_array().expect("a list") {
        assert!(vote["secret"] == false || vote.get("choice").is_none(), "{vote}");
    }
    for _ in 0..2 {
        visit.post_as("/api/personal-data/export", Some(&member), &[], "text/html").await;
    }
    let often = visit.post_as("/api/personal-data/export", Some(&member), &[], "text/html").await;
    assert_eq!(often.status, StatusCode::TOO_MANY_REQUESTS, "{}", often.text);
    visit.test.leave().await;
}

#[tokio::test]
async fn the_register_tells_every_table_and_who_answers() {
    let visit = council().await;
    let administrator = visit.session(visit.cast.administrator.id).await;
    let cookie = Some(administrator.as_str());
    let page = visit.get("/administration/donnees", cookie).await.text;
    for table in domain::personal_data::register::tables() {
        assert!(page.contains(&format!(">{}<", table.name)), "{}", table.name);
    }
    assert!(page.contains("Personne n’est encore indiqué"));
    let typed = [("version", "0"), ("responsible", "Communauté de communes"), ("mails", "3000")];
    let refused = visit.post_as(
        "/api/personal-data/settings?page=/administration/donnees/durees",
        cookie,
        &typed,
        "text/html",
    );
    let refused = refused.await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Communauté de communes"), "what was typed is kept");
    assert!(refused.text.contains("écrivez un nombre de 7 à 365"), "{}", refused.text);
    let typed = [("version", "0"), ("responsible", "Communauté de communes"), ("mails", "30")];
    let kept = visit.post_as("/api/personal-data/settings", cookie, &typed, "text/html").await;
    assert_eq!(kept.location(), "/administration/donnees/durees?fait=reglages", "{}", kept.text);
    // Visitors read it too.
    let public = visit.get("/donnees-personnelles", None).await.text;
    assert!(public.contains("Communauté de communes") && public.contains("30 jours"), "{public}");
    visit.test.leave().await;
}

#[tokio::test]
async fn the_list_beside_the_backups_outlives_the_installation() {
    let visit = council().await;
    let folder = tempfile::tempdir().expect("a folder");
    let backend = &visit.test.backend;
    server::erasures::keep(backend, folder.path()).await.expect("kept");
    assert!(server::erasures::read(folder.path()).expect("read").is_empty());
    assert!(!folder.path().join(server::erasures::NAME).exists(), "nobody was erased");
    std::fs::write(folder.path().join(server::erasures::NAME), "une-autre\n").expect("written");
    let administrator = visit.test.as_user(visit.cast.administrator.id).await;
    personal_data::erase(&administrator, visit.cast.member.id, PASSWORD).await.expect("erased");
    server::erasures::keep(backend, folder.path()).await.expect("kept");
    let marks = server::erasures::read(folder.path()).expect("read");
    assert_eq!(marks.len(), 2);
    assert!(marks.contains("une-autre"));
    assert!(marks.is_superset(&personal_data::marks(backend).await.expect("read")));
    visit.test.leave().await;
}
