//! `french.txt`: what people type, and what must come. The same answers on both databases.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

#[tokio::test]
async fn what_people_type_finds_what_they_mean() {
    let (test, cast) = TestBackend::with_cast().await;
    let table = include_str!("french.txt");
    let cx = test.as_user(cast.other.id).await;
    let mut names = BTreeMap::new();
    for line in table.lines().filter_map(|line| line.strip_prefix('@')) {
        let parts: Vec<&str> = line.splitn(3, '|').map(str::trim).collect();
        let id = write(&cx, "alimentation", parts[1], parts[2]).await;
        names.insert(id, parts[0]);
    }
    read(&test).await;
    let searches: Vec<(&str, &str)> =
        table.lines().skip(5).filter_map(|line| line.split_once("=>")).collect();
    assert!(searches.len() >= 150, "{} searches", searches.len());
    let mut wrong = Vec::new();
    for (typed, expected) in searches {
        let expected: BTreeSet<&str> = expected.split_whitespace().collect();
        let got: BTreeSet<&str> = found(&cx, typed.trim())
            .await
            .iter()
            .filter_map(|found| match &found.subject {
                Subject::Text { id, .. } => names.get(id).copied(),
                _ => None,
            })
            .collect();
        if got != expected {
            wrong.push(format!("{typed}: {got:?} instead of {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    test.finish().await;
}

#[tokio::test]
async fn a_mistyped_word_is_corrected_and_a_right_one_is_left_alone() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.other.id).await;
    write(&cx, "alimentation", "Légumerie", "Une légumerie partagée pour les communautés d’agglomération.")
        .await;
    read(&test).await;
    let correction = async |typed: &str| {
        find(&cx, typed, &Filter::default(), PageNumber::FIRST).await.expect("found").correction
    };
    assert_eq!(correction("légumrie").await.as_deref(), Some("légumerie"));
    assert_eq!(correction("comunautés partagée").await.as_deref(), Some("communautés partagée"));
    assert_eq!(correction("agglomération communotés").await.as_deref(), Some("agglomération communautés"));
    assert_eq!(correction("légumerie").await, None, "found as it is");
    assert_eq!(correction("kangourou").await, None, "nothing is near");
    assert_eq!(correction("légumrie kangourou").await, None, "it would find nothing either");
    test.finish().await;
}

#[tokio::test]
async fn a_title_answers_better_than_a_passing_word_and_words_are_marked() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.other.id).await;
    let long = "Un long propos sur autre chose. ".repeat(30);
    write(&cx, "alimentation", "Tout autre chose", &format!("{long} La cantine, une fois. {long}")).await;
    write(&cx, "alimentation", "Les cantines du pays", "Des repas préparés sur place.").await;
    write(&cx, "alimentation", "Encore autre chose", &format!("{long} La cantine aussi. {long}")).await;
    read(&test).await;
    let found = found(&cx, "cantine").await;
    assert_eq!(said(&found[0].title), "Les cantines du pays");
    assert_eq!(marked(&found[0].title), ["cantines"]);
    assert_eq!(found.len(), 3);
    assert_eq!(marked(&found[1].passage.pieces), ["cantine"]);
    assert!(said(&found[1].passage.pieces).len() < 400, "a passage, not the text");
    assert_eq!(found[0].group.as_ref().map(|group| group.slug.as_str()), Some("alimentation"));
    assert_eq!(found[0].by, ["Simone Tréguier"]);
    test.finish().await;
}
