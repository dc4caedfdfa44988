use domain::{
    FieldProblem,
    contributions::{Absence, ReviewerState},
    groups::{GroupRole, GroupState},
    refusal::{Forbidden, Transition},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::*;
use crate::{
    entities::{group, mandate, membership},
    testing::Person,
};

async fn state_of_reviewer(cx: &Cx, id: ContributionId, who: Person) -> Option<ReviewerState> {
    let text = show(cx, id).await.expect("read");
    text.reviewers.into_iter().find(|reviewer| reviewer.id == who.id).map(|reviewer| reviewer.state)
}

#[tokio::test]
async fn each_named_reviewer_is_followed_on_the_version_that_is_read() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let member = test.as_user(cast.member.id).await;
    name_reviewer(&member, id, cast.reviewer.id, "2026-12-03").await.expect("named by the author");
    let facilitator = test.as_user(cast.facilitator.id).await;
    name_reviewer(&facilitator, id, cast.facilitator.id, "").await.expect("named by the facilitator");
    let names: Vec<_> = reviewers(&member, id).await.expect("read").into_iter().map(|r| r.name).collect();
    assert_eq!(names, ["Maryse Belvaux", "Odile Rambert"]);
    let state = async || state_of_reviewer(&member, id, cast.reviewer).await;
    assert_eq!(state().await, Some(ReviewerState::Waiting));
    let reviewer = test.as_user(cast.reviewer.id).await;
    review(&reviewer, id, Version(1), &says(Verdict::Comment, "Je lis.")).await.expect("said");
    assert_eq!(state().await, Some(ReviewerState::Waiting), "a remark is not a position");
    review(&reviewer, id, Version(1), &says(Verdict::Approve, "")).await.expect("approved");
    assert_eq!(state().await, Some(ReviewerState::Approved));
    save(&member, id, Version(1), &form(TITLE, "Un autre texte.")).await.expect("saved");
    assert_eq!(state().await, Some(ReviewerState::ReviewedEarlier { version: Version(1) }));
    review(&reviewer, id, Version(2), &says(Verdict::RequestChanges, "Encore.")).await.expect("said");
    assert_eq!(state().await, Some(ReviewerState::AskedForChanges));
    let codes = test.journal().await;
    assert!(codes.iter().any(|code| code == "contribution.reviewer_named"));
    test.finish().await;
}

#[tokio::test]
async fn a_day_that_has_passed_is_told_as_long_as_something_is_expected() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let member = test.as_user(cast.member.id).await;
    name_reviewer(&member, id, cast.reviewer.id, "2026-11-25").await.expect("named");
    test.wait(chrono::TimeDelta::days(7));
    let member = test.as_user(cast.member.id).await;
    assert!(show(&member, id).await.expect("read").reviewers[0].late);
    let reviewer = test.as_user(cast.reviewer.id).await;
    review(&reviewer, id, Version(1), &says(Verdict::Approve, "")).await.expect("approved");
    assert!(!show(&member, id).await.expect("read").reviewers[0].late);
    test.finish().await;
}

#[tokio::test]
async fn an_author_is_not_a_reviewer_and_no_longer_counts_once_they_sign() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let own = Refusal::field("person", FieldProblem::IsAuthor);
    assert_eq!(refused(name_reviewer(&facilitator, id, cast.member.id, "").await), own);
    name_reviewer(&facilitator, id, cast.reviewer.id, "").await.expect("named");
    set_authors(&facilitator, id, &[cast.member.id, cast.reviewer.id]).await.expect("they sign");
    let state = state_of_reviewer(&facilitator, id, cast.reviewer).await;
    assert_eq!(state, Some(ReviewerState::Gone(Absence::Author)));
    test.finish().await;
}

#[tokio::test]
async fn only_those_who_can_review_are_named_and_only_by_authors_and_facilitators() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let nobody = Refusal::field("person", FieldProblem::NotAChoice);
    for person in [cast.other, cast.observer, cast.former, cast.suspended, cast.chair] {
        assert_eq!(refused(name_reviewer(&facilitator, id, person.id, "").await), nobody, "{person:?}");
    }
    let day = Refusal::field("due_on", FieldProblem::NotADate);
    assert_eq!(refused(name_reviewer(&facilitator, id, cast.reviewer.id, "demain").await), day);
    let reviewer = test.as_user(cast.reviewer.id).await;
    let not_theirs = Refusal::Forbidden(Forbidden::AuthorsOrFacilitatorsOnly);
    assert_eq!(refused(name_reviewer(&reviewer, id, cast.facilitator.id, "").await), not_theirs);
    let offered = reviewer_candidates(&facilitator, id, "").await.expect("read");
    let offered: Vec<_> = offered.iter().map(|candidate| candidate.id).collect();
    assert_eq!(offered, [cast.facilitator.id, cast.reviewer.id], "neither the author nor the observer");
    let offered = reviewer_candidates(&facilitator, id, "ODILE").await.expect("read");
    assert_eq!(offered.len(), 1);
    test.finish().await;
}

#[tokio::test]
async fn a_member_of_the_council_named_for_a_text_of_an_open_group_reviews_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let other = test.as_user(cast.other.id).await;
    let id = create(&other, "alimentation", &form("Des terres", "Un texte.")).await.expect("begun");
    submit(&other, id).await.expect("sent");
    let member = test.as_user(cast.member.id).await;
    let yes = says(Verdict::Approve, "");
    let outside = Refusal::Forbidden(Forbidden::GroupMembersOnly);
    assert_eq!(refused(review(&member, id, Version(1), &yes).await), outside);
    assert!(reviewer_candidates(&other, id, "").await.expect("read").iter().any(|c| c.id == cast.member.id));
    name_reviewer(&other, id, cast.member.id, "").await.expect("named");
    review(&member, id, Version(1), &yes).await.expect("approved");
    dismiss_reviewer(&other, id, cast.member.id).await.expect("dismissed");
    assert_eq!(refused(dismiss_reviewer(&other, id, cast.member.id).await), Refusal::NotFound);
    assert_eq!(refused(review(&member, id, Version(1), &yes).await), outside);
    assert!(show(&other, id).await.expect("read").is_approved(), "what they said stays");
    test.finish().await;
}

#[tokio::test]
async fn whoever_leaves_the_group_or_the_council_during_a_review_no_longer_counts() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    name_reviewer(&facilitator, id, cast.reviewer.id, "2026-12-03").await.expect("named");
    let writer = test.backend.db().writer();
    let yesterday = facilitator.today().pred_opt();
    mandate::Entity::update_many()
        .col_expr(mandate::Column::EndsOn, Expr::value(yesterday))
        .filter(mandate::Column::UserId.eq(cast.reviewer.id))
        .exec(writer)
        .await
        .expect("the mandate ends");
    let state = state_of_reviewer(&facilitator, id, cast.reviewer).await;
    assert_eq!(state, Some(ReviewerState::Gone(Absence::NotInCouncil)));
    mandate::Entity::update_many()
        .col_expr(mandate::Column::EndsOn, Expr::value(None::<chrono::NaiveDate>))
        .filter(mandate::Column::UserId.eq(cast.reviewer.id))
        .exec(writer)
        .await
        .expect("renewed");
    assert_eq!(state_of_reviewer(&facilitator, id, cast.reviewer).await, Some(ReviewerState::Waiting));
    membership::Entity::delete_many()
        .filter(membership::Column::UserId.eq(cast.reviewer.id))
        .exec(writer)
        .await
        .expect("removed");
    let state = state_of_reviewer(&facilitator, id, cast.reviewer).await;
    assert_eq!(state, Some(ReviewerState::Gone(Absence::NotInGroup)));
    let gone = test.as_user(cast.reviewer.id).await;
    let late = review(&gone, id, Version(1), &says(Verdict::Approve, "")).await;
    assert_eq!(refused(late), Refusal::NotFound, "the right ends with what gave it");
    test.finish().await;
}

#[tokio::test]
async fn a_member_removed_in_mid_edit_loses_the_right_and_not_what_they_typed() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let typed = form(TITLE, "Ce que j'étais en train d'écrire.");
    autosave(&reviewer, &Place::Of(id), Version(1), &typed).await.expect("put aside");
    let mine = membership::Column::UserId.eq(cast.reviewer.id);
    membership::Entity::update_many()
        .col_expr(membership::Column::Role, Expr::value(GroupRole::Observer))
        .filter(mine.clone())
        .exec(test.backend.db().writer())
        .await
        .expect("an observer now");
    let reviewer = test.as_user(cast.reviewer.id).await;
    let outside = Refusal::Forbidden(Forbidden::GroupMembersOnly);
    assert_eq!(refused(save(&reviewer, id, Version(1), &typed).await), outside);
    membership::Entity::update_many()
        .col_expr(membership::Column::Role, Expr::value(GroupRole::Member))
        .filter(mine)
        .exec(test.backend.db().writer())
        .await
        .expect("a member again");
    let reviewer = test.as_user(cast.reviewer.id).await;
    let kept = edit_view(&reviewer, id).await.expect("read").unsaved.expect("kept");
    assert_eq!(kept.form.body, typed.body);
    test.finish().await;
}

#[tokio::test]
async fn a_group_that_closes_stops_the_reviews_and_the_drafts_stay_readable() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    name_reviewer(&facilitator, id, cast.reviewer.id, "").await.expect("named");
    group::Entity::update_many()
        .col_expr(group::Column::State, Expr::value(GroupState::Closed))
        .exec(test.backend.db().writer())
        .await
        .expect("closed");
    let closed = Refusal::Transition(Transition::GroupClosed);
    assert_eq!(refused(name_reviewer(&facilitator, id, cast.reviewer.id, "").await), closed);
    assert_eq!(refused(dismiss_reviewer(&facilitator, id, cast.reviewer.id).await), closed);
    assert_eq!(refused(set_deadline(&facilitator, id, "2026-12-01").await), closed);
    assert_eq!(refused(check_points(&facilitator, id, &[]).await), closed);
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert_eq!(refused(review(&reviewer, id, Version(1), &says(Verdict::Approve, "")).await), closed);
    assert!(show(&reviewer, id).await.is_ok());
    test.finish().await;
}

#[tokio::test]
async fn a_deadline_is_set_by_those_who_write_and_taken_away() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    set_deadline(&member, id, "15/01/2027").await.expect("set");
    let due = domain::form::date("2027-01-15").ok();
    assert_eq!(show(&member, id).await.expect("read").due.map(|due| due.on), due);
    let observer = test.as_user(cast.observer.id).await;
    assert_eq!(
        refused(set_deadline(&observer, id, "").await),
        Refusal::Forbidden(Forbidden::GroupMembersOnly)
    );
    let wrong = Refusal::field("due_on", FieldProblem::NotADate);
    assert_eq!(refused(set_deadline(&member, id, "bientôt").await), wrong);
    assert_eq!(set_deadline(&member, id, " ").await.expect("taken away"), None);
    assert_eq!(show(&member, id).await.expect("read").due, None);
    let set = test.journal().await.into_iter().filter(|code| code == "contribution.deadline_set").count();
    assert_eq!(set, 2);
    test.finish().await;
}

#[tokio::test]
async fn who_is_awaited_or_against_is_told_before_a_text_is_proposed() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    for named in [cast.reviewer, cast.facilitator] {
        name_reviewer(&facilitator, id, named.id, "").await.expect("named");
    }
    let reviewer = test.as_user(cast.reviewer.id).await;
    review(&reviewer, id, Version(1), &says(Verdict::Approve, "")).await.expect("approved");
    let awaited = Reminders { awaited: vec!["Maryse Belvaux".into()], ..Reminders::default() };
    assert_eq!(propose(&facilitator, id).await.expect("answered"), Proposed::Reminded(awaited.clone()));
    assert_eq!(reminders(&facilitator, id).await.expect("read"), awaited);
    assert_eq!(state_of(&facilitator, id).await, State::InReview);
    review(&facilitator, id, Version(1), &says(Verdict::Approve, "")).await.expect("approved");
    assert_eq!(propose(&facilitator, id).await.expect("answered"), Proposed::Done);
    test.finish().await;
}
