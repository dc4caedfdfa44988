use chrono::TimeDelta;
use domain::{FieldProblem, policy::ContributionAction, refusal::Transition};

use super::*;
use crate::{PageNumber, events::EventKind, feed};

/// A draft with as many versions, a day between two.
async fn with_versions(test: &TestBackend, cast: &Cast, bodies: &[&str]) -> ContributionId {
    let member = test.as_user(cast.member.id).await;
    let id = create(&member, "mobilites", &form(TITLE, bodies[0])).await.expect("begun");
    for (base, body) in (1..).zip(&bodies[1..]) {
        test.wait(TimeDelta::days(1));
        let member = test.as_user(cast.member.id).await;
        save(&member, id, Version(base), &form(TITLE, body)).await.expect("saved");
    }
    id
}

#[tokio::test]
async fn a_version_is_read_as_it_was_and_has_a_name() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = with_versions(&test, &cast, &["## Avant\n\nUn chemin.", "Un pont."]).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let name = name_version(&facilitator, id, Version(1), " Version envoyée aux communes ").await;
    assert_eq!(name.expect("named").as_deref(), Some("Version envoyée aux communes"));
    let read = version(&facilitator, id, Version(1)).await.expect("read");
    assert!(read.html.contains("Un chemin.") && !read.html.contains("Un pont."), "{}", read.html);
    assert_eq!(read.name.as_deref(), Some("Version envoyée aux communes"));
    assert_eq!((read.revision.by.as_str(), read.head.version), ("Gérard Pontivy", Version(2)));
    let rows = history(&facilitator, id, PageNumber::FIRST).await.expect("read").page.rows;
    let names: Vec<Option<&str>> = rows.iter().map(|row| row.name.as_deref()).collect();
    assert_eq!(names, [None, Some("Version envoyée aux communes")]);
    // The same name again changes nothing; a blank one takes it away.
    let before = test.journal().await.len();
    name_version(&facilitator, id, Version(1), "Version envoyée aux communes").await.expect("the same");
    assert_eq!(test.journal().await.len(), before);
    assert_eq!(name_version(&facilitator, id, Version(1), " ").await.expect("taken away"), None);
    assert_eq!(version(&facilitator, id, Version(1)).await.expect("read").name, None);
    let long = name_version(&facilitator, id, Version(1), &"x".repeat(81)).await;
    assert_eq!(refused(long), Refusal::field("name", FieldProblem::TooLong { max: 80 }));
    assert_eq!(refused(version(&facilitator, id, Version(3)).await), Refusal::NotFound);
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(version(&other, id, Version(1)).await), Refusal::NotFound);
    assert_eq!(refused(name_version(&other, id, Version(1), "À moi").await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn a_version_is_brought_back_and_nothing_is_lost() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = with_versions(&test, &cast, &["Un chemin.", "Un pont."]).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let saved = restore(&facilitator, id, Version(1), Version(2), "Retour à la version 1").await;
    assert!(matches!(saved, Ok(Saved::Version(Version(3)))), "{saved:?}");
    let rows = history(&facilitator, id, PageNumber::FIRST).await.expect("read").page.rows;
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].revision.reason, "Retour à la version 1");
    assert_eq!(rows[0].revision.by, "Maryse Belvaux");
    assert!(show(&facilitator, id).await.expect("read").html.contains("Un chemin."));
    assert!(version(&facilitator, id, Version(2)).await.expect("read").html.contains("Un pont."));
    // What it says already makes no version.
    let again = restore(&facilitator, id, Version(1), Version(3), "").await;
    assert!(matches!(again, Ok(Saved::Unchanged(Version(3)))), "{again:?}");
    test.finish().await;
}

#[tokio::test]
async fn what_came_meanwhile_is_put_together_with_what_is_brought_back() {
    let (test, cast) = TestBackend::with_cast().await;
    let both = |one: &str, two: &str| format!("Ouvrir {one}.\n\nPlanter {two}.");
    let [first, second, third] =
        [both("un chemin", "un arbre"), both("un pont", "un arbre"), both("un pont", "deux haies")];
    let id = with_versions(&test, &cast, &[&first, &second, &third]).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    // The page was read before the third version.
    let saved = restore(&facilitator, id, Version(1), Version(2), "").await;
    assert!(matches!(saved, Ok(Saved::Merged { .. })), "{saved:?}");
    let text = edit_view(&facilitator, id).await.expect("read").saved.body;
    assert_eq!(text, both("un chemin", "deux haies"));
    test.finish().await;
}

#[tokio::test]
async fn an_adopted_text_goes_back_to_nothing_but_its_versions_may_be_named() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Adopted).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let late = refused(restore(&facilitator, id, Version(1), Version(1), "").await);
    assert_eq!(late, Refusal::Transition(Transition::ContributionState));
    name_version(&facilitator, id, Version(1), "Version adoptée").await.expect("named");
    test.finish().await;
}

#[tokio::test]
async fn the_life_of_a_text_is_told_once_whatever_the_page() {
    let (test, cast) = TestBackend::with_cast().await;
    let bodies: Vec<String> = (0..32).map(|n| format!("Un chemin de {n} pas.")).collect();
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    // Thirty-two versions: two are on the second page. The text is sent before the last one and after the first.
    let member = test.as_user(cast.member.id).await;
    let id = create(&member, "mobilites", &form(TITLE, bodies[0])).await.expect("begun");
    set_deadline(&member, id, "15/01/2027").await.expect("set");
    for (base, body) in (1..).zip(&bodies[1..]) {
        test.wait(TimeDelta::hours(1));
        let member = test.as_user(cast.member.id).await;
        save(&member, id, Version(base), &form(TITLE, body)).await.expect("saved");
    }
    test.wait(TimeDelta::hours(1));
    let member = test.as_user(cast.member.id).await;
    submit(&member, id).await.expect("sent");
    let mut told = Vec::new();
    for number in ["1", "2"] {
        let page = PageNumber::parse(Some(number));
        let found = history(&member, id, page).await.expect("read");
        let lines = feed::of_text(&member, id, found.time).await.expect("read");
        told.push((found.page.rows.len(), lines.iter().map(|line| line.kind).collect::<Vec<_>>()));
    }
    let expected =
        [(30, vec![EventKind::ContributionSubmitted]), (2, vec![EventKind::ContributionDeadlineSet])];
    assert_eq!(told, expected);
    let other = test.as_user(cast.other.id).await;
    assert_eq!(feed::of_text(&other, id, (None, None)).await.expect("read"), []);
    test.finish().await;
}

#[tokio::test]
async fn each_word_has_an_author_known_to_those_inside() {
    let (test, cast) = TestBackend::with_cast().await;
    let id =
        with_versions(&test, &cast, &["Ouvrir un chemin.\n\nPlanter.", "Ouvrir un long chemin.\n\nPlanter."])
            .await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    save(&facilitator, id, Version(2), &form(TITLE, "Ouvrir un long chemin.\n\nPlanter trois haies."))
        .await
        .expect("saved");
    let found = passages(&facilitator, id).await.expect("read");
    let share = |who: &str, versions: &[i32], words| Share {
        who: vec![who.to_owned()],
        versions: versions.iter().map(|version| Version(*version)).collect(),
        words,
    };
    assert_eq!(found.passages[0].shares, [share("Gérard Pontivy", &[1, 2], 4)]);
    assert_eq!(found.passages[1].shares, [share("Maryse Belvaux", &[3], 3)]);
    assert_eq!(found.whole, [share("Gérard Pontivy", &[1, 2], 4), share("Maryse Belvaux", &[3], 3)]);
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(passages(&other, id).await), Refusal::NotFound);
    assert_eq!(refused(head(&other, id, ContributionAction::Read).await), Refusal::NotFound);
    test.finish().await;
}
