use domain::{
    FieldProblem,
    contributions::ConsultationForm,
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::PageNumber;

fn asking(until: &str) -> ConsultationForm {
    ConsultationForm { until: until.into(), question: "Ces mesures vous paraissent-elles justes ?".into() }
}

#[tokio::test]
async fn the_council_reads_a_text_in_consultation_and_comments_on_it_until_the_date() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    review(&reviewer, id, Version(1), &says(Verdict::Comment, "Entre nous.")).await.expect("said");
    let facilitator = test.as_user(cast.facilitator.id).await;
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(show(&other, id).await), Refusal::NotFound);
    test.wait(chrono::TimeDelta::minutes(1));
    let later = test.as_user(cast.facilitator.id).await;
    consult(&later, id, &asking("2026-12-01")).await.expect("opened");
    let view = show(&other, id).await.expect("read");
    assert!(!view.inside && view.reviews.is_empty(), "what was said before stays with the group");
    let asked = view.consultation.expect("a consultation");
    assert_eq!(asked.question, "Ces mesures vous paraissent-elles justes ?");
    let only = Filter { consulted: true, ..Filter::default() };
    assert_eq!(list(&other, &only, PageNumber::FIRST).await.expect("listed").total, 1);
    test.wait(chrono::TimeDelta::minutes(1));
    let now = test.as_user(cast.other.id).await;
    review(&now, id, Version(1), &says(Verdict::Comment, "Et les villages ?")).await.expect("said");
    let outside = Refusal::Forbidden(Forbidden::GroupMembersOnly);
    assert_eq!(refused(review(&now, id, Version(1), &says(Verdict::Approve, "")).await), outside);
    assert_eq!(refused(history(&now, id, PageNumber::FIRST).await), Refusal::NotFound);
    let said = show(&now, id).await.expect("read").reviews;
    assert_eq!(said.len(), 1);
    assert!(said[0].comment_html.contains("villages"));
    assert_eq!(show(&facilitator, id).await.expect("read").reviews.len(), 2);
    // It ends by itself.
    test.wait(chrono::TimeDelta::days(10));
    let after = test.as_user(cast.other.id).await;
    assert_eq!(refused(show(&after, id).await), Refusal::NotFound);
    assert_eq!(list(&after, &only, PageNumber::FIRST).await.expect("listed").total, 0);
    let group = test.as_user(cast.member.id).await;
    assert!(show(&group, id).await.expect("read").consultation.is_none());
    test.finish().await;
}

#[tokio::test]
async fn a_consultation_goes_on_while_the_authors_answer_and_ends_with_the_proposal() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    consult(&facilitator, id, &asking("2026-12-01")).await.expect("opened");
    let reviewer = test.as_user(cast.reviewer.id).await;
    review(&reviewer, id, Version(1), &says(Verdict::RequestChanges, "Encore.")).await.expect("said");
    let other = test.as_user(cast.other.id).await;
    assert!(show(&other, id).await.expect("read").consultation.is_some());
    consult(&facilitator, id, &asking("2026-12-08")).await.expect("longer");
    submit(&facilitator, id).await.expect("sent again");
    review(&reviewer, id, Version(1), &says(Verdict::Approve, "")).await.expect("approved");
    propose(&facilitator, id).await.expect("proposed");
    assert!(show(&other, id).await.expect("read by the whole council").consultation.is_none());
    test.finish().await;
}

#[tokio::test]
async fn a_facilitator_ends_a_consultation_early() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let over = Refusal::Transition(Transition::ContributionState);
    assert_eq!(refused(end_consultation(&facilitator, id).await), over);
    consult(&facilitator, id, &asking("2026-12-01")).await.expect("opened");
    end_consultation(&facilitator, id).await.expect("ended");
    assert_eq!(refused(show(&test.as_user(cast.other.id).await, id).await), Refusal::NotFound);
    let journal = test.journal().await;
    assert_eq!(
        journal[journal.len() - 2..],
        ["contribution.consultation_opened", "contribution.consultation_ended"]
    );
    test.finish().await;
}

#[tokio::test]
async fn a_consultation_has_a_question_a_day_to_come_and_a_text_in_review() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let not_yet = Refusal::Transition(Transition::ContributionState);
    assert_eq!(refused(consult(&facilitator, id, &asking("2026-12-01")).await), not_yet);
    submit(&facilitator, id).await.expect("sent");
    let Refusal::Invalid(errors) = refused(
        consult(&facilitator, id, &ConsultationForm { until: "2026-11-01".into(), ..Default::default() })
            .await,
    ) else {
        panic!("two problems")
    };
    let found: Vec<_> = errors.iter().map(|e| (e.field.as_str(), e.problem.clone())).collect();
    assert_eq!(found, [("until", FieldProblem::InThePast), ("question", FieldProblem::Missing)]);
    let member = test.as_user(cast.member.id).await;
    let not_theirs = Refusal::Forbidden(Forbidden::FacilitatorOnly);
    assert_eq!(refused(consult(&member, id, &asking("2026-12-01")).await), not_theirs);
    test.finish().await;
}

#[tokio::test]
async fn a_secret_group_consults_nobody() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let id = create(&chair, "bureau", &form("Entre nous", "Un texte.")).await.expect("begun");
    submit(&chair, id).await.expect("sent");
    let secret = Refusal::Forbidden(Forbidden::SecretGroup);
    assert_eq!(refused(consult(&chair, id, &asking("2026-12-01")).await), secret);
    test.finish().await;
}

#[tokio::test]
async fn the_checklist_says_who_ticked_what_and_reminds_before_a_proposal() {
    let (test, cast) = TestBackend::with_cast().await;
    let admin = test.as_user(cast.administrator.id).await;
    let council = crate::council::current(&admin).await.expect("read").expect("installed");
    let settings = domain::council::CouncilForm {
        name: council.name.clone(),
        territory: council.territory.clone(),
        checklist: "Le résumé tient en trois phrases\nChaque chiffre a sa source".into(),
        ..Default::default()
    };
    crate::council::change(&admin, Version(council.version), &settings, council.words.clone())
        .await
        .expect("changed");
    let id = text_in(&test, &cast, State::InReview).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    review(&reviewer, id, Version(1), &says(Verdict::Approve, "")).await.expect("approved");
    let first = "Le résumé tient en trois phrases".to_owned();
    check_points(&reviewer, id, &[first.clone(), "Un point inconnu".into()]).await.expect("ticked");
    let member = test.as_user(cast.member.id).await;
    let points = show(&member, id).await.expect("read").checklist;
    assert_eq!(points[0].done.as_ref().map(|(name, _)| name.as_str()), Some("Odile Rambert"));
    assert_eq!((points.len(), points[1].done.is_none()), (2, true));
    // Ticking it again does not change who did it first.
    check_points(&member, id, &[first]).await.expect("the same");
    let points = show(&member, id).await.expect("read").checklist;
    assert_eq!(points[0].done.as_ref().map(|(name, _)| name.as_str()), Some("Odile Rambert"));
    let facilitator = test.as_user(cast.facilitator.id).await;
    let second = "Chaque chiffre a sa source".to_owned();
    let reminded = propose(&facilitator, id).await.expect("answered");
    assert_eq!(
        reminded,
        Proposed::Reminded(Reminders { unticked: vec![second.clone()], ..Reminders::default() })
    );
    assert_eq!(state_of(&member, id).await, State::InReview);
    assert_eq!(reminders(&facilitator, id).await.expect("read").unticked, [second]);
    check_points(&member, id, &[]).await.expect("unticked");
    assert!(show(&member, id).await.expect("read").checklist.iter().all(|point| point.done.is_none()));
    propose_anyway(&facilitator, id).await.expect("proposed");
    assert_eq!(state_of(&member, id).await, State::ReadyForAdoption);
    let frozen = Refusal::Transition(Transition::ContributionState);
    assert_eq!(refused(check_points(&member, id, &[]).await), frozen);
    test.finish().await;
}
