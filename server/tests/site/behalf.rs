//! Acting on behalf of somebody, over the whole site: what the other gets, what is one's own alone, forms of before and
//! after, pages without scripts, and the way in and out.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use backend::behalf;
use chrono::TimeDelta;
use domain::{behalf::PaperForm, ids::UserId};

use crate::{
    access::lines,
    common::{Visit, things},
};

const PASSWORD: &str = "un préau sous la pluie";

async fn noted(visit: &Visit, of: UserId) {
    let staff = visit.test.as_user(visit.cast.administrator.id).await;
    let form =
        PaperForm { asked_on: staff.today().to_string(), asked_by: "phone".into(), note: String::new() };
    behalf::note(&staff, of, &form).await.expect("noted");
}

/// The administrator acts for somebody: the cookie, and what forms say meanwhile.
async fn acting(visit: &Visit, of: UserId) -> (String, String) {
    noted(visit, of).await;
    let cookie = visit.session(visit.cast.administrator.id).await;
    let person = of.to_string();
    let began = visit.post("/api/behalf/begin", Some(&cookie), &[("person", &person)]).await;
    assert_eq!((began.status, began.location()), (StatusCode::SEE_OTHER, "/"), "{}", began.text);
    let home = visit.get("/", Some(&cookie)).await;
    let (_, mark) = home.text.split_once("pour=").expect("a form that says for whom");
    let mark: String = mark.chars().take_while(char::is_ascii_digit).collect();
    (cookie, format!("pour={mark}"))
}

/// Pages that are one's own alone, whoever one acts for.
const OWN_PAGES: [&str; 17] = [
    "/bienvenue/imprimer",
    "/mon-compte",
    "/mon-compte/delegations",
    "/mon-compte/delegations/{role}",
    "/mon-compte/donnees",
    "/mon-compte/donnees/copie.zip",
    "/mon-compte/en-mon-nom",
    "/mon-compte/jetons",
    "/mon-compte/journal",
    "/mon-compte/securite",
    "/mon-compte/securite/cle",
    "/mon-compte/securite/cle/{id}",
    "/mon-compte/securite/codes",
    "/mon-compte/confirmer",
    "/charte/{slug}/signer",
    "/charte/{slug}/versions/{number}/direct",
    "/contributions/{id}/direct",
];

#[tokio::test]
async fn every_page_is_that_of_the_other_or_is_refused() {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let own = visit.session(visit.cast.member.id).await;
    let (cookie, _) = acting(&visit, visit.cast.member.id).await;
    let (mut wrong, mut refused) = (Vec::new(), BTreeSet::new());
    for line in lines(include_str!("access/pages.txt")) {
        let path = things.fill(line.ask);
        let got = visit.get(&path, Some(&cookie)).await;
        let expected = visit.get(&path, Some(&own)).await;
        if got.status == expected.status {
            let is_page = got.status.is_success() && got.text.contains("<main");
            if is_page && !got.text.contains("class=\"acting") {
                wrong.push(format!("{path} does not say on behalf of whom"));
            }
            if is_page && got.text.contains("<script") {
                wrong.push(format!("{path} has a script"));
            }
            continue;
        }
        if got.status == StatusCode::FORBIDDEN && OWN_PAGES.contains(&line.route) {
            refused.insert(line.route);
        } else {
            wrong.push(format!("{path}: {} instead of {}", got.status, expected.status));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(refused.contains("/mon-compte") && refused.contains("/contributions/{id}/direct"), "{refused:?}");
}

/// What is done that is one's own alone: the beginnings of the routes.
const OWN_ACTIONS: [&str; 11] = [
    "/api/accounts/",
    "/api/api/",
    "/api/behalf/end-mine",
    "/api/charter/sign",
    "/api/delegations/",
    "/api/personal-data/",
    "/api/polls/cast",
    "/api/polls/proxy",
    "/api/polls/take-back-proxy",
    "/api/reminders/",
    "/api/site/",
];

#[tokio::test]
async fn every_action_is_that_of_the_other_or_is_refused() {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let own = visit.session(visit.cast.member.id).await;
    let (cookie, mark) = acting(&visit, visit.cast.member.id).await;
    let (cast, scene) = (visit.cast, visit.test.into_scene().await);
    let mut visit = Visit::again(&scene, cast).await;
    let mut wrong = Vec::new();
    for line in lines(include_str!("access/actions.txt")) {
        // These end what this test is about.
        if ["/api/accounts/sign-out", "/api/behalf/stop", "/api/accounts/sign-in"].contains(&line.route) {
            continue;
        }
        let form = things.fill(line.ask);
        let form: Vec<(&str, &str)> =
            form.split('&').filter(|f| *f != "-").filter_map(|field| field.split_once('=')).collect();
        let mut statuses = Vec::new();
        for (cookie, route) in [(&cookie, format!("{}?{mark}", line.route)), (&own, line.route.to_owned())] {
            let answer = visit.post_as(&route, Some(cookie), &form, "application/json").await;
            statuses.push(answer.status);
            if answer.status.is_success() {
                visit.test.leave().await;
                visit = Visit::again(&scene, cast).await;
            }
        }
        let refused = statuses[0] == StatusCode::FORBIDDEN;
        let is_own = OWN_ACTIONS.iter().any(|own| line.route.starts_with(own));
        if statuses[0] != statuses[1] && !(refused && is_own) {
            wrong.push(format!("{}: {} instead of {}", line.ask, statuses[0], statuses[1]));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[tokio::test]
async fn what_was_typed_for_one_is_not_saved_for_another_and_is_shown_again() {
    let visit = Visit::new().await;
    let member = visit.cast.member.id;
    let page = "/groupes/alimentation/discussions/nouvelle";
    let words = "Le marché du jeudi ferme avant que ceux qui travaillent ne soient rentrés chez eux.";
    let form = [("slug", "alimentation"), ("subject", "Le marché"), ("body", words)];
    let (cookie, mark) = acting(&visit, member).await;
    let begin = format!("{}&{mark}", app::paths::posting_from("/api/discussions/begin", page));
    // Of a page opened in one's own name.
    let before = visit.post_from(page, "/api/discussions/begin", Some(&cookie), &form).await;
    assert_eq!(before.status, StatusCode::CONFLICT);
    assert!(before.text.contains("a été ouverte avant") && before.text.contains(words), "{}", before.text);
    // An island is told the same.
    let island = visit.post_as("/api/discussions/begin", Some(&cookie), &form, "application/json").await;
    assert_eq!(island.status, StatusCode::CONFLICT);
    assert_eq!(visit.test.journal().await.last().map(String::as_str), Some("behalf.begun"));
    // For whom it was filled in.
    let done = visit.post(&begin, Some(&cookie), &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let read = visit.get(done.location(), Some(&cookie)).await;
    assert!(read.text.contains("en son nom, saisi par"), "{}", read.text);
    // The hour is over: nothing of it is taken for the staff's own.
    visit.test.wait(TimeDelta::minutes(61));
    let after = visit.post(&begin, Some(&cookie), &form).await;
    assert_eq!(after.status, StatusCode::CONFLICT);
    assert!(after.text.contains("Vous n’agissez plus") && after.text.contains(words), "{}", after.text);
    assert_eq!(visit.test.journal().await.last().map(String::as_str), Some("discussion.opened"));
}

#[tokio::test]
async fn beginning_asks_who_one_is_and_signing_out_ends_it() {
    let visit = Visit::new().await;
    let (staff, member) = (visit.cast.administrator.id, visit.cast.member.id);
    let program = visit.test.backend.system();
    backend::accounts::give_password(&program, staff, PASSWORD).await.expect("given");
    noted(&visit, member).await;
    let long_ago = visit.test.backend.now() - TimeDelta::hours(3);
    let cookie = visit.session_proved_at(staff, long_ago).await;
    let page = app::paths::on_paper(member);
    let person = member.to_string();
    let asked = visit.post_from(&page, "/api/behalf/begin", Some(&cookie), &[("person", &person)]).await;
    assert!(asked.text.contains("proof_password"), "{}", asked.text);
    let form = [("person", person.as_str()), ("proof_password", PASSWORD)];
    let began = visit.post_from(&page, "/api/behalf/begin", Some(&cookie), &form).await;
    assert_eq!(began.status, StatusCode::SEE_OTHER, "{}", began.text);
    // Proving who one is gave another identifier.
    let cookie = began.cookie("preau").expect("another cookie");
    let home = visit.get("/", Some(&cookie)).await;
    assert!(home.text.contains("Vous agissez au nom de Gérard Pontivy"), "{}", home.text);
    visit.post("/api/accounts/sign-out", Some(&cookie), &[]).await;
    assert_eq!(visit.test.journal().await.last().map(String::as_str), Some("behalf.ended"));
    assert!(!visit.get("/", Some(&cookie)).await.text.contains("class=\"acting"));
}
