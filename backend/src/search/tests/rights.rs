//! What one may not see is neither counted, nor proposed, nor quoted.

use domain::{
    Version,
    contributions::{AdoptionForm, ConsultationForm},
    search::{Period, SubjectKind},
};

use super::*;
use crate::testing::Cast;

/// A text in each state in each group, all with the same word.
async fn everywhere(test: &TestBackend, cast: &Cast) -> Vec<ContributionId> {
    let mut texts = Vec::new();
    for (slug, [author, reviewer, facilitator]) in [
        ("mobilites", [cast.member, cast.reviewer, cast.facilitator]),
        ("alimentation", [cast.other, cast.other, cast.other]),
        ("bureau", [cast.chair, cast.chair, cast.chair]),
    ] {
        for state in ["draft", "in_review", "consulted", "ready", "adopted", "published"] {
            let by = test.as_user(author.id).await;
            let id = write(&by, slug, &format!("Passerelle {slug} {state}"), "Une passerelle.").await;
            texts.push(id);
            if state == "draft" {
                continue;
            }
            contributions::submit(&by, id).await.expect("sent");
            let run = test.as_user(facilitator.id).await;
            if state == "consulted" && slug != "bureau" {
                let until = run.today().to_string();
                let form = ConsultationForm { until, question: "Qu’en dites-vous ?".into() };
                contributions::consult(&run, id, &form).await.expect("in consultation");
            }
            // Nobody approves their own text.
            if slug != "mobilites" || matches!(state, "in_review" | "consulted") {
                continue;
            }
            let other = test.as_user(reviewer.id).await;
            contributions::review(&other, id, Version(1), &review("approve", "")).await.expect("approved");
            contributions::propose(&run, id).await.expect("proposed");
            if state == "ready" {
                continue;
            }
            let chair = test.as_user(cast.chair.id).await;
            let adoption = AdoptionForm {
                body: "Assemblée plénière".into(),
                adopted_on: chair.today().to_string(),
                votes_for: "3".into(),
                votes_against: "0".into(),
                votes_abstaining: "0".into(),
            };
            contributions::adopt(&chair, id, Version(1), &adoption).await.expect("adopted");
            if state == "published" {
                contributions::publish(&chair, id).await.expect("published");
            }
        }
    }
    texts
}

#[tokio::test]
async fn everybody_finds_the_texts_that_they_may_read_and_no_other() {
    let (test, cast) = TestBackend::with_cast().await;
    let texts = everywhere(&test, &cast).await;
    read(&test).await;
    let mut people = vec![("visitor", test.visitor())];
    for (name, person) in cast.everybody() {
        people.push((name, test.as_user(person.id).await));
    }
    for (name, cx) in people {
        let mut readable = Vec::new();
        for id in &texts {
            if contributions::show(&cx, *id).await.is_ok() {
                readable.push(said(&[Piece {
                    text: contributions::show(&cx, *id).await.expect("read").title,
                    marked: false,
                }]));
            }
        }
        let results = find(&cx, "passerelle", &Filter::default(), PageNumber::FIRST).await.expect("found");
        let mut got: Vec<String> = results.page.rows.iter().map(|found| said(&found.title)).collect();
        got.sort();
        readable.sort();
        assert_eq!(got, readable, "{name}");
        assert_eq!(results.page.total, readable.len() as u64, "{name}");
        let counted: u64 = results.facets.kinds.iter().map(|(_, count)| count).sum();
        assert_eq!(counted, readable.len() as u64, "{name}");
    }
    test.finish().await;
}

#[tokio::test]
async fn messages_are_found_by_those_who_read_them() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let thread =
        begin(&member, "mobilites", "La navette du matin", "Elle passe trop tôt, cette navette.").await;
    let hidden = answer(&member, thread, "Untel conduit la navette comme un pied.").await;
    let withdrawn = answer(&member, thread, "J’ai vu la navette brûler un feu.").await;
    let page = discussions::show(&member, "mobilites", thread, PageNumber::FIRST, None).await.expect("read");
    let id = |position| page.messages.rows.iter().find(|row| row.position == position).expect("there").id;
    discussions::hide(&facilitator, id(hidden), Version(1), "Une personne est visée.").await.expect("hidden");
    discussions::withdraw(&member, id(withdrawn)).await.expect("withdrawn");
    read(&test).await;
    for (who, person, expected) in [
        ("its author", cast.member, 2),
        ("who looks after the discussion", cast.facilitator, 2),
        ("the chair", cast.chair, 2),
        ("another member", cast.reviewer, 1),
        ("an observer", cast.observer, 1),
        ("somebody else", cast.other, 0),
        ("an administrator", cast.administrator, 0),
    ] {
        let cx = test.as_user(person.id).await;
        let found = found(&cx, "navette").await;
        assert_eq!(found.len(), expected, "{who}");
        assert!(found.iter().all(|found| said(&found.title) == "La navette du matin"), "{who}");
    }
    assert!(found(&test.visitor(), "navette").await.is_empty());
    // The subject goes with the first message.
    discussions::hide(&facilitator, id(1), Version(1), "À revoir.").await.expect("hidden");
    let answered = answer(&member, thread, "La navette est revenue.").await;
    read(&test).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let seen = found(&reviewer, "navette").await;
    assert_eq!(seen.len(), 1);
    assert!(seen[0].title.is_empty(), "the subject is hidden");
    assert!(matches!(&seen[0].subject, Subject::Message { position, .. } if *position == answered));
    test.finish().await;
}

#[tokio::test]
async fn what_reviewers_say_is_found_by_those_who_follow_the_work() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let id = write(&member, "mobilites", "Un abribus", "Du texte.").await;
    contributions::submit(&member, id).await.expect("sent");
    contributions::review(&reviewer, id, Version(1), &review("comment", "Avant : le belvédère."))
        .await
        .expect("said");
    test.wait(chrono::TimeDelta::minutes(5));
    let facilitator = test.backend.cx(facilitator.actor.clone(), facilitator.language);
    let form = ConsultationForm { until: facilitator.today().to_string(), question: "Et vous ?".into() };
    contributions::consult(&facilitator, id, &form).await.expect("in consultation");
    test.wait(chrono::TimeDelta::minutes(5));
    let reviewer = test.as_user(cast.reviewer.id).await;
    contributions::review(&reviewer, id, Version(1), &review("comment", "Pendant : le belvédère."))
        .await
        .expect("said");
    read(&test).await;
    for (person, expected) in [(cast.member, 2), (cast.chair, 2), (cast.other, 1), (cast.administrator, 0)] {
        let cx = test.as_user(person.id).await;
        let shown = found(&cx, "belvédère").await;
        assert_eq!(shown.len(), expected, "{}", person.email);
        assert!(shown.iter().all(|found| said(&found.title) == "Un abribus"));
    }
    test.finish().await;
}

#[tokio::test]
async fn groups_and_people_are_found_by_who_may_know_of_them() {
    let (test, cast) = TestBackend::with_cast().await;
    read(&test).await;
    let chair = test.as_user(cast.chair.id).await;
    let other = test.as_user(cast.other.id).await;
    assert_eq!(titles(&chair, "bureau").await, ["Bureau"]);
    assert!(titles(&other, "bureau").await.is_empty(), "a secret group");
    assert_eq!(titles(&other, "mobilités").await, ["Mobilités du quotidien"]);
    assert!(titles(&test.visitor(), "mobilités").await.is_empty(), "a closed group");
    assert_eq!(titles(&test.visitor(), "alimentation").await, ["Alimentation et terres agricoles"]);
    assert_eq!(titles(&other, "goasdoué").await, ["Armelle Goasdoué"]);
    assert!(titles(&test.visitor(), "goasdoué").await.is_empty(), "the directory is for members");
    assert!(titles(&other, "faugère").await.is_empty(), "their mandate is over");
    assert!(titles(&other, "lambron").await.is_empty(), "suspended");
    assert!(titles(&other, "presidence@demo.example").await.is_empty(), "no address is searched");
    test.finish().await;
}

#[tokio::test]
async fn nothing_is_told_of_a_secret_group_by_facets_corrections_or_filters() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    write(&chair, "bureau", "Le déménagement", "Quitter la rue des Tanneurs.").await;
    read(&test).await;
    let other = test.as_user(cast.other.id).await;
    for typed in ["déménagement", "tanneurs"] {
        assert_eq!(found(&chair, typed).await.len(), 1);
        let results = find(&other, typed, &Filter::default(), PageNumber::FIRST).await.expect("found");
        assert_eq!(results.page.total, 0);
    }
    for (typed, meant) in [("demenagemant", "déménagement"), ("taneurs", "tanneurs")] {
        let of = async |cx: &Cx| {
            find(cx, typed, &Filter::default(), PageNumber::FIRST).await.expect("found").correction
        };
        assert_eq!(of(&chair).await.as_deref(), Some(meant));
        assert_eq!(of(&other).await, None, "{typed}");
    }
    let secret = Filter { group: "bureau".into(), ..Filter::default() };
    assert_eq!(narrowed(&chair, "déménagement", secret.clone()).await.len(), 1);
    assert!(narrowed(&other, "déménagement", secret).await.is_empty());
    test.finish().await;
}

#[tokio::test]
async fn results_are_narrowed_by_kind_group_author_and_date() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let other = test.as_user(cast.other.id).await;
    write(&member, "mobilites", "La halte", "Une halte.").await;
    write(&other, "alimentation", "Une halte aussi", "Ailleurs.").await;
    begin(&member, "mobilites", "Halte ou gare ?", "Je penche pour la halte.").await;
    read(&test).await;
    let chair = test.as_user(cast.chair.id).await;
    let narrow = async |filter: Filter| narrowed(&chair, "halte", filter).await.len();
    assert_eq!(narrow(Filter::default()).await, 3);
    assert_eq!(narrow(Filter { kind: Some(SubjectKind::Message), ..Filter::default() }).await, 1);
    assert_eq!(narrow(Filter { kind: Some(SubjectKind::Text), ..Filter::default() }).await, 2);
    assert_eq!(narrow(Filter { group: "mobilites".into(), ..Filter::default() }).await, 2);
    assert_eq!(narrow(Filter { author: Some(cast.other.id), ..Filter::default() }).await, 1);
    assert_eq!(narrow(Filter { period: Some(Period::Week), ..Filter::default() }).await, 3);
    assert_eq!(narrow(Filter { period: Some(Period::Older), ..Filter::default() }).await, 0);
    let filter = Filter { group: "mobilites".into(), ..Filter::default() };
    let facets = find(&chair, "halte", &filter, PageNumber::FIRST).await.expect("found").facets;
    assert_eq!(facets.kinds, [(SubjectKind::Text, 1), (SubjectKind::Message, 1)]);
    let groups: Vec<(&str, u64)> = facets.groups.iter().map(|(group, n)| (group.slug.as_str(), *n)).collect();
    assert_eq!(groups, [("alimentation", 1), ("mobilites", 2)]);
    let authors: Vec<(&str, u64)> = facets.authors.iter().map(|(_, name, n)| (name.as_str(), *n)).collect();
    assert_eq!(authors, [("Gérard Pontivy", 2)]);
    test.finish().await;
}

#[tokio::test]
async fn comments_are_found_by_those_who_read_them() {
    use contributions::comments::{Target, answer, comment, comments, hide, withdraw};
    use domain::contributions::CommentForm;

    let (test, cast) = TestBackend::with_cast().await;
    let texts = everywhere(&test, &cast).await;
    let authors = [(0, cast.member), (2, cast.member), (5, cast.member), (6, cast.other), (12, cast.chair)];
    let member = test.as_user(cast.member.id).await;
    let mut commented = Vec::new();
    for (at, author) in authors {
        let id = texts[at];
        let cx = test.as_user(author.id).await;
        let target = Target { base: Version(1), range: 0..13 };
        let form = CommentForm { words: String::new(), body: format!("Une girouette, {at}.") };
        // What is public takes no more.
        if comment(&cx, id, &target, &form).await.is_ok() {
            commented.push(id);
        }
    }
    assert_eq!(commented.len(), 4);
    // One that is hidden, and one that was taken back.
    let first = comments(&member, texts[0], PageNumber::FIRST).await.expect("read").comments.rows.remove(0);
    let said = discussions_said("Une girouette de trop.");
    let withdrawn = answer(&member, texts[0], first.id, &said).await.expect("answered");
    withdraw(&member, texts[0], first.id, withdrawn).await.expect("withdrawn");
    let hidden = answer(&member, texts[0], first.id, &said).await.expect("answered");
    let facilitator = test.as_user(cast.facilitator.id).await;
    hide(&facilitator, texts[0], first.id, hidden, Version(1), "Un motif.").await.expect("hidden");
    read(&test).await;
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let mut readable = 0;
        for id in &commented {
            let Ok(view) = comments(&cx, *id, PageNumber::FIRST).await else { continue };
            let messages = view.comments.rows.iter().flat_map(|comment| &comment.messages);
            readable += messages.filter(|message| message.html.is_some()).count();
        }
        assert_eq!(found(&cx, "girouette").await.len(), readable, "{name}");
    }
    assert!(found(&test.visitor(), "girouette").await.is_empty());
    let all = found(&member, "girouette").await;
    assert!(all.iter().all(|found| matches!(found.subject, Subject::Comment { .. })));
    test.finish().await;
}

fn discussions_said(body: &str) -> MessageForm {
    MessageForm { body: body.into(), ..Default::default() }
}
