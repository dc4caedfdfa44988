//! Who gets what: every page and every server function, tried as each person of the cast.
//!
//! `access/pages.txt` and `access/actions.txt` are closed tables, written by hand: they are compared with the routes
//! that Leptos generates and with the server functions that exist, so that a new one fails here until it says who
//! gets what. A refused change leaves no trace in the journal.

use std::collections::BTreeSet;

use crate::common::{PERSONS, Visit, sessions_of, things};

/// A line of a table.
pub struct Line<'a> {
    /// The route.
    pub route: &'a str,
    /// What is asked of it.
    pub ask: &'a str,
    statuses: Vec<(&'static str, u16)>,
    text: &'a str,
}

/// The lines of a table.
pub fn lines(table: &str) -> Vec<Line<'_>> {
    table
        .lines()
        .filter(|line| line.starts_with('/'))
        .map(|line| {
            let (left, right) = line.rsplit_once(" | ").unwrap_or_else(|| panic!("no answers in: {line}"));
            let (route, ask) =
                left.split_once(" | ").map_or((left.trim(), left.trim()), |(r, a)| (r.trim(), a.trim()));
            let answers: Vec<u16> = right.split_whitespace().map(|s| s.parse().expect("a status")).collect();
            assert_eq!(answers.len(), PERSONS.len(), "one answer a person: {line}");
            Line { route, ask, statuses: PERSONS.into_iter().zip(answers).collect(), text: line }
        })
        .collect()
}

#[test]
fn the_table_of_pages_is_complete() {
    let table: BTreeSet<String> =
        lines(include_str!("access/pages.txt")).iter().map(|line| line.route.to_owned()).collect();
    let pages: BTreeSet<String> = server::web::pages().iter().map(|page| page.path().to_owned()).collect();
    let downloads = server::routes::DOWNLOADS.iter().map(|path| (*path).to_owned());
    let expected: BTreeSet<String> = pages.into_iter().chain(downloads).collect();
    assert_eq!(table, expected);
}

#[test]
fn the_table_of_actions_is_complete() {
    let table: BTreeSet<&str> =
        lines(include_str!("access/actions.txt")).iter().map(|line| line.route).collect();
    let existing: BTreeSet<&str> = server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    assert_eq!(table, existing);
}

#[tokio::test]
async fn every_page_answers_each_person_as_the_table_says() {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let sessions = sessions_of(&visit).await;
    let mut wrong = Vec::new();
    for line in lines(include_str!("access/pages.txt")) {
        let path = things.fill(line.ask);
        for (person, expected) in &line.statuses {
            let answer = visit.get(&path, sessions[person].as_deref()).await;
            if answer.status.as_u16() != *expected {
                wrong.push(format!("{person} got {}: {}", answer.status.as_u16(), line.text));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// How many lines the journal has. That a ballot or a signature was refused is one, on purpose: it is the only trace of
/// the attempt.
async fn traces(visit: &Visit) -> usize {
    let on_purpose = ["poll.ballot_refused", "charter.signature_refused"];
    visit.test.journal().await.iter().filter(|line| !on_purpose.contains(&line.as_str())).count()
}

/// The actions are tried in parts, side by side: after each that succeeds, the council is as it was.
const PARTS: usize = 4;

async fn actions_answer_as_the_table_says(part: usize) {
    let mut wrong = Vec::new();
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let sessions = sessions_of(&visit).await;
    let (cast, scene) = (visit.cast, visit.test.into_scene().await);
    let mut visit = Visit::again(&scene, cast).await;
    for line in lines(include_str!("access/actions.txt")).into_iter().skip(part).step_by(PARTS) {
        for (person, expected) in &line.statuses {
            let form = things.fill(line.ask);
            let form: Vec<(&str, &str)> =
                form.split('&').filter(|f| *f != "-").filter_map(|field| field.split_once('=')).collect();
            let before = traces(&visit).await;
            let cookie = sessions[person].as_deref();
            let answer = visit.post_as(line.route, cookie, &form, "application/json").await;
            let status = answer.status.as_u16();
            if status != *expected {
                wrong.push(format!("{person} got {status} ({}): {}", answer.text, line.text));
            }
            let after = traces(&visit).await;
            if status >= 400 && after != before {
                wrong.push(format!("{person} was refused and left a trace: {}", line.text));
            }
            if status < 400 {
                visit.test.leave().await;
                visit = Visit::again(&scene, cast).await;
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_action_answers_each_person_as_the_table_says_part_one() {
    actions_answer_as_the_table_says(0).await;
}

#[tokio::test]
async fn every_action_answers_each_person_as_the_table_says_part_two() {
    actions_answer_as_the_table_says(1).await;
}

#[tokio::test]
async fn every_action_answers_each_person_as_the_table_says_part_three() {
    actions_answer_as_the_table_says(2).await;
}

#[tokio::test]
async fn every_action_answers_each_person_as_the_table_says_part_four() {
    actions_answer_as_the_table_says(3).await;
}
