use domain::{
    FieldProblem,
    contributions::{Adoption, MendingForm},
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::publications;

/// The record as it was typed, but for the votes for.
fn mending(votes_for: &str, reason: &str) -> MendingForm {
    MendingForm { record: AdoptionForm { votes_for: votes_for.into(), ..vote() }, reason: reason.into() }
}

#[tokio::test]
async fn a_record_typed_in_wrongly_is_mended_and_the_text_stays() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Published).await;
    let number = "2026-01".parse().expect("a number");
    let before = publications::show(&test.visitor(), number, None).await.expect("read").adoption;
    test.wait(chrono::TimeDelta::days(2));
    let chair = test.as_user(cast.chair.id).await;
    let typed: Adoption = record(&chair, id).await.expect("read").record;
    assert_eq!(typed.votes_for, 31);
    assert_eq!(mend(&chair, id, &mending("33", "Deux voix oubliées")).await.expect("mended"), number);
    let after = publications::show(&test.visitor(), number, None).await.expect("read").adoption;
    assert_eq!((after.votes_for, &after.fingerprint, after.edition), (33, &before.fingerprint, 1));
    let (at, reason) = after.mended.expect("told");
    assert_eq!((at, reason.as_str()), (chair.now, "Deux voix oubliées"));
    let feed = publications::feed(&test.visitor()).await.expect("read");
    assert_eq!(feed[0].updated_at, chair.now, "readers of the feed are told");
    assert_eq!(test.journal().await.last().map(String::as_str), Some("contribution.record_mended"));
    // A second time, from what it says now.
    mend(&chair, id, &mending("34", "Et une procuration")).await.expect("mended");
    test.finish().await;
}

#[tokio::test]
async fn a_record_is_mended_for_a_reason_in_the_year_of_its_number() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Adopted).await;
    let chair = test.as_user(cast.chair.id).await;
    let why = Refusal::field("reason", FieldProblem::Missing);
    assert_eq!(refused(mend(&chair, id, &mending("33", " ")).await), why);
    let same = Refusal::field("body", FieldProblem::Unchanged);
    assert_eq!(refused(mend(&chair, id, &mending("31", "Rien")).await), same);
    let mut other = mending("33", "Une autre année");
    other.record.adopted_on = "2025-12-18".into();
    let year = Refusal::field("adopted_on", FieldProblem::OtherYear);
    assert_eq!(refused(mend(&chair, id, &other).await), year);
    let view = show(&chair, id).await.expect("shown").adoption.expect("adopted");
    assert_eq!((view.votes_for, view.mended), (31, None), "nothing changed");
    test.finish().await;
}

#[tokio::test]
async fn only_the_chair_mends_a_record_and_only_once_there_is_one() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Published).await;
    let form = mending("33", "Deux voix oubliées");
    for person in [cast.member, cast.facilitator, cast.other] {
        let cx = test.as_user(person.id).await;
        assert_eq!(refused(mend(&cx, id, &form).await), Refusal::Forbidden(Forbidden::ChairOnly));
    }
    let proposed = text_in(&test, &cast, State::ReadyForAdoption).await;
    let chair = test.as_user(cast.chair.id).await;
    let none = Refusal::Transition(Transition::ContributionState);
    assert_eq!(refused(mend(&chair, proposed, &form).await), none);
    test.finish().await;
}
