use domain::{
    FieldProblem,
    refusal::{Forbidden, Transition},
};

use super::*;

#[tokio::test]
async fn authors_do_not_review_their_own_text_and_may_comment_on_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let member = test.as_user(cast.member.id).await;
    let own = Refusal::Forbidden(Forbidden::OwnText);
    assert_eq!(refused(review(&member, id, Version(1), &says(Verdict::Approve, "")).await), own);
    review(&member, id, Version(1), &says(Verdict::Comment, "Merci **à tous**.")).await.expect("said");
    let said = &show(&member, id).await.expect("read").reviews[0];
    assert!(said.comment_html.contains("<strong>à tous</strong>"));
    test.finish().await;
}

#[tokio::test]
async fn a_request_for_changes_says_what_and_sends_the_text_back() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let missing = Refusal::field("comment", FieldProblem::Missing);
    assert_eq!(
        refused(review(&reviewer, id, Version(1), &says(Verdict::RequestChanges, " ")).await),
        missing
    );
    review(&reviewer, id, Version(1), &says(Verdict::RequestChanges, "Préciser.")).await.expect("said");
    assert_eq!(state_of(&reviewer, id).await, State::ChangesRequested);
    let member = test.as_user(cast.member.id).await;
    submit(&member, id).await.expect("sent again");
    assert_eq!(state_of(&reviewer, id).await, State::InReview);
    test.finish().await;
}

#[tokio::test]
async fn a_review_of_an_older_version_is_kept_and_moves_nothing() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let member = test.as_user(cast.member.id).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    save(&member, id, Version(1), &form(TITLE, "Un autre texte.")).await.expect("saved");
    let late = review(&reviewer, id, Version(1), &says(Verdict::RequestChanges, "Préciser.")).await;
    assert_eq!(late.expect("said"), Reviewed::Outdated { current: Version(2) });
    let view = show(&reviewer, id).await.expect("read");
    assert_eq!(view.facts.state, State::InReview);
    assert_eq!(view.reviews[0].version, Version(1));
    test.finish().await;
}

#[tokio::test]
async fn only_an_approved_version_is_proposed_and_by_a_facilitator() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let member = test.as_user(cast.member.id).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let not_approved = Refusal::Transition(Transition::NotApproved);
    assert_eq!(refused(propose(&facilitator, id).await), not_approved);
    review(&reviewer, id, Version(1), &says(Verdict::Approve, "")).await.expect("approved");
    assert!(show(&member, id).await.expect("read").is_approved());
    assert_eq!(refused(propose(&member, id).await), Refusal::Forbidden(Forbidden::FacilitatorOnly));
    // An approval is of one version.
    save(&member, id, Version(1), &form(TITLE, "Un autre texte.")).await.expect("saved");
    assert!(!show(&member, id).await.expect("read").is_approved());
    assert_eq!(refused(propose(&facilitator, id).await), not_approved);
    review(&reviewer, id, Version(2), &says(Verdict::Approve, "")).await.expect("approved");
    test.wait(chrono::TimeDelta::minutes(5));
    let facilitator = test.as_user(cast.facilitator.id).await;
    review(&facilitator, id, Version(2), &says(Verdict::RequestChanges, "Encore.")).await.expect("said");
    submit(&member, id).await.expect("sent again");
    assert_eq!(refused(propose(&facilitator, id).await), not_approved, "somebody asked for changes since");
    test.wait(chrono::TimeDelta::minutes(5));
    let reviewer = test.as_user(cast.reviewer.id).await;
    review(&reviewer, id, Version(2), &says(Verdict::Approve, "")).await.expect("approved");
    propose(&facilitator, id).await.expect("proposed");
    test.finish().await;
}

#[tokio::test]
async fn the_chair_sends_a_proposed_text_back_with_a_reason() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::ReadyForAdoption).await;
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(refused(send_back(&chair, id, "").await), Refusal::field("reason", FieldProblem::Missing));
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert_eq!(refused(send_back(&facilitator, id, "x").await), Refusal::Forbidden(Forbidden::ChairOnly));
    send_back(&chair, id, "La plénière demande une carte.").await.expect("sent back");
    let view = show(&facilitator, id).await.expect("read");
    assert_eq!(view.facts.state, State::ChangesRequested);
    assert!(view.reviews[0].comment_html.contains("une carte"));
    assert_eq!(test.journal().await.last().map(String::as_str), Some("contribution.sent_back"));
    test.finish().await;
}
