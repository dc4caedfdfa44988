use domain::{contributions::DissentForm, ids::DissentId, refusal::Transition};

use super::*;
use crate::{
    entities::{dissent, dissent_signature},
    printing, publications,
};
use sea_orm::{EntityTrait, PaginatorTrait};

fn says_no() -> DissentForm {
    DissentForm { title: "Un chemin trop cher".into(), body: "Nous demandons *un bus*.".into() }
}

async fn opened(test: &TestBackend, cast: &Cast, state: State) -> (ContributionId, DissentId) {
    let id = text_in(test, cast, state).await;
    let other = test.as_user(cast.reviewer.id).await;
    (id, open_dissent(&other, id, &says_no()).await.expect("opened"))
}

#[tokio::test]
async fn members_open_and_sign_each_for_themselves() {
    let (test, cast) = TestBackend::with_cast().await;
    let (id, which) = opened(&test, &cast, State::InReview).await;
    let member = test.as_user(cast.member.id).await;
    sign_dissent(&member, id, which, Version(1)).await.expect("signed");
    sign_dissent(&member, id, which, Version(1)).await.expect("again");
    let read = show(&member, id).await.expect("read").dissents;
    assert_eq!(read.len(), 1);
    assert_eq!((read[0].signatures, read[0].own, read[0].names.len()), (2, true, 2));
    assert!(read[0].names.contains(&"Gérard Pontivy".to_owned()), "{:?}", read[0].names);
    assert!(read[0].html.contains("<em>un bus</em>"), "{}", read[0].html);
    // Words that somebody else signed do not change any more.
    let reviewer = test.as_user(cast.reviewer.id).await;
    let reworded = reword_dissent(&reviewer, id, which, Version(1), &says_no()).await;
    assert_eq!(refused(reworded), Refusal::Transition(Transition::SignedByOthers));
    assert!(!unsign_dissent(&member, id, which).await.expect("taken back"));
    assert_eq!(refused(unsign_dissent(&member, id, which).await), Refusal::NotFound);
    reword_dissent(&reviewer, id, which, Version(1), &says_no()).await.expect("reworded");
    // What one signs is what one read.
    assert_eq!(refused(sign_dissent(&member, id, which, Version(1)).await), Refusal::Conflict);
    assert!(unsign_dissent(&reviewer, id, which).await.expect("withdrawn"));
    assert!(show(&member, id).await.expect("read").dissents.is_empty());
    let rows = dissent_signature::Entity::find().count(member.reader()).await.expect("counted");
    assert_eq!(rows, 0);
    let codes = test.journal().await;
    let told: Vec<&String> = codes.iter().filter(|code| code.starts_with("dissent.")).collect();
    assert_eq!(
        told,
        ["dissent.opened", "dissent.signed", "dissent.unsigned", "dissent.reworded", "dissent.withdrawn"]
    );
    test.finish().await;
}

#[tokio::test]
async fn it_is_frozen_and_published_with_the_text() {
    let (test, cast) = TestBackend::with_cast().await;
    let (id, which) = opened(&test, &cast, State::ReadyForAdoption).await;
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(show(&chair, id).await.expect("read").dissents.len(), 1);
    let number = adopt(&chair, id, Version(1), &vote()).await.expect("adopted");
    let reviewer = test.as_user(cast.reviewer.id).await;
    let late = Refusal::Transition(Transition::ContributionState);
    assert_eq!(refused(open_dissent(&reviewer, id, &says_no()).await), late);
    assert_eq!(refused(unsign_dissent(&reviewer, id, which).await), late);
    assert_eq!(refused(sign_dissent(&chair, id, which, Version(1)).await), late);
    assert_eq!(refused(reword_dissent(&reviewer, id, which, Version(1), &says_no()).await), late);
    publish(&chair, id).await.expect("published");
    // The fingerprint stays that of the text alone.
    let frozen = publications::frozen_bytes(&test.visitor(), number, None).await.expect("read");
    assert!(!String::from_utf8_lossy(&frozen).contains("bus"));
    let mut corrected = form(TITLE, "Un chemin **continu**.");
    corrected.reason = "Une faute.".into();
    correct(&chair, id, Version(1), &corrected).await.expect("corrected");
    for edition in [None, Some(1)] {
        let read = publications::show(&test.visitor(), number, edition).await.expect("read").text.dissents;
        assert_eq!(read[0].title, "Un chemin trop cher");
        assert_eq!((read[0].names.len(), read[0].own), (1, false));
        let printed = printing::edition(&test.visitor(), number, edition).await.expect("read").dissents;
        assert_eq!(printed[0].body, "Nous demandons *un bus*.");
    }
    test.finish().await;
}

#[tokio::test]
async fn a_draft_has_none_and_one_that_is_not_read_does_not_exist() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let early = Refusal::Transition(Transition::ContributionState);
    assert_eq!(refused(open_dissent(&member, id, &says_no()).await), early);
    let (id, which) = opened(&test, &cast, State::InReview).await;
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(sign_dissent(&other, id, which, Version(1)).await), Refusal::NotFound);
    assert_eq!(refused(new_dissent(&other, id).await.map(|_| ())), Refusal::NotFound);
    // Of another text, it is not found either.
    let another = text_in(&test, &cast, State::InReview).await;
    assert_eq!(refused(sign_dissent(&member, another, which, Version(1)).await), Refusal::NotFound);
    assert_eq!(refused(dissent(&member, id, which).await.map(|_| ())), Refusal::NotFound);
    let blank = open_dissent(&member, id, &DissentForm::default()).await;
    assert_eq!(refused(blank), Refusal::field("body", domain::FieldProblem::Missing));
    assert_eq!(dissent::Entity::find().count(member.reader()).await.expect("counted"), 1);
    test.finish().await;
}
