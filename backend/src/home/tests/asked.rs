use domain::{FieldError, FieldProblem, contributions::ReviewForm, home::SnoozeForm, people::MandateForm};

use super::*;
use crate::{contributions, people};

#[tokio::test]
async fn a_text_in_review_is_asked_of_the_group_but_its_authors() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    let gare = shelf.text(cast.mobilites, cast.member, State::InReview, "La gare").await;
    let review = asks(&[(AskedKind::Review, "La gare")]);
    assert_eq!(shelf.asked(cast.reviewer).await, review);
    assert_eq!(shelf.asked(cast.facilitator).await, review);
    for person in [cast.member, cast.observer, cast.other, cast.chair, cast.administrator, cast.former] {
        assert_eq!(shelf.asked(person).await, asks(&[]), "{}", person.email);
    }
    // A remark is not a position.
    shelf.verdict(gare, cast.reviewer, Verdict::Comment).await;
    assert_eq!(shelf.asked(cast.reviewer).await, review);
    shelf.verdict(gare, cast.reviewer, Verdict::Approve).await;
    assert_eq!(shelf.asked(cast.reviewer).await, asks(&[]));
    // Approved: the facilitator may propose it, and is asked one thing about it, not two.
    assert_eq!(shelf.asked(cast.facilitator).await, asks(&[(AskedKind::Propose, "La gare")]));
    test.finish().await;
}

#[tokio::test]
async fn changes_are_asked_of_the_authors() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    shelf.text(cast.mobilites, cast.member, State::ChangesRequested, "Le marché").await;
    assert_eq!(shelf.asked(cast.member).await, asks(&[(AskedKind::Revise, "Le marché")]));
    assert_eq!(shelf.asked(cast.reviewer).await, asks(&[]));
    test.finish().await;
}

#[tokio::test]
async fn adoption_and_publication_are_asked_of_the_chair() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    shelf.text(cast.mobilites, cast.member, State::Adopted, "Le vélo").await;
    test.wait(TimeDelta::hours(1));
    shelf.text(cast.mobilites, cast.member, State::ReadyForAdoption, "Les bus").await;
    shelf.text(cast.bureau, cast.chair, State::ReadyForAdoption, "Le budget").await;
    shelf.text(cast.mobilites, cast.member, State::Published, "Le train").await;
    assert_eq!(
        shelf.asked(cast.chair).await,
        asks(&[
            (AskedKind::Adopt, "Les bus"),
            (AskedKind::Adopt, "Le budget"),
            (AskedKind::Publish, "Le vélo")
        ])
    );
    for person in [cast.facilitator, cast.member, cast.administrator] {
        assert_eq!(shelf.asked(person).await, asks(&[]), "{}", person.email);
    }
    test.finish().await;
}

#[tokio::test]
async fn a_chair_outside_a_secret_group_is_asked_nothing_of_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };

    shelf.text(cast.bureau, cast.chair, State::ReadyForAdoption, "Le budget").await;
    let administrator = test.as_user(cast.administrator.id).await;
    groups::add_member(
        &administrator,
        "bureau",
        &groups::Newcomer::User(cast.member.id),
        GroupRole::Facilitator,
    )
    .await
    .expect("added");
    groups::remove_member(&administrator, "bureau", cast.chair.id).await.expect("removed");
    assert_eq!(shelf.asked(cast.chair).await, asks(&[]));
    test.finish().await;
}

#[tokio::test]
async fn an_unsaved_text_comes_first_and_nothing_comes_twice() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    let market = shelf.text(cast.mobilites, cast.member, State::ChangesRequested, "Le marché").await;
    shelf.text(cast.mobilites, cast.reviewer, State::InReview, "La gare").await;
    shelf.unsaved(cast.mobilites, Some(market.0), cast.member, "Le marché du samedi").await;
    shelf.unsaved(cast.mobilites, None, cast.member, "").await;
    // In a group one does not write in, nothing can be saved any more.
    shelf.unsaved(cast.alimentation, None, cast.member, "Les terres").await;
    let adopted = shelf.text(cast.mobilites, cast.member, State::Adopted, "Le vélo").await;
    shelf.unsaved(cast.mobilites, Some(adopted.0), cast.member, "Le vélo, encore").await;
    let asked = shelf.asked(cast.member).await;
    let mut resumed = asked[..2].to_vec();
    resumed.sort();
    assert_eq!(resumed, asks(&[(AskedKind::Resume, ""), (AskedKind::Resume, "Le marché du samedi")]));
    assert_eq!(asked[2..], asks(&[(AskedKind::Review, "La gare")]));
    test.finish().await;
}

#[tokio::test]
async fn only_those_of_the_group_or_named_are_asked_to_review_and_before_they_propose() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    // The chair reads it without being of its group; so does a member of the council in an open one.
    let (gare, _) = shelf.text(cast.mobilites, cast.member, State::InReview, "La gare").await;
    shelf.text(cast.alimentation, cast.other, State::InReview, "Les terres").await;
    assert_eq!(shelf.asked(cast.chair).await, []);
    assert_eq!(shelf.asked(cast.reviewer).await, asks(&[(AskedKind::Review, "La gare")]));
    let facilitator = test.as_user(cast.facilitator.id).await;
    contributions::name_reviewer(&facilitator, gare, cast.facilitator.id, "").await.expect("named");
    contributions::name_reviewer(&facilitator, gare, cast.reviewer.id, "").await.expect("named");
    let reviewer = test.as_user(cast.reviewer.id).await;
    let approves = ReviewForm { verdict: "approve".into(), comment: String::new() };
    contributions::review(&reviewer, gare, Version(1), &approves).await.expect("approved");
    assert_eq!(shelf.asked(cast.facilitator).await, asks(&[(AskedKind::Review, "La gare")]));
    contributions::review(&facilitator, gare, Version(1), &approves).await.expect("approved");
    assert_eq!(shelf.asked(cast.facilitator).await, asks(&[(AskedKind::Propose, "La gare")]));
    test.finish().await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in() {
    let (test, _) = TestBackend::with_cast().await;
    let visitor = test.visitor();
    let sign_in = |error: crate::Error| assert_eq!(error.refusal(), Some(&Refusal::SignInRequired));
    sign_in(asked_of_me(&visitor).await.expect_err("refused"));
    sign_in(my_groups(&visitor).await.expect_err("refused"));
    sign_in(since_last_visit(&visitor).await.expect_err("refused"));
    test.finish().await;
}

#[tokio::test]
async fn my_groups_say_where_their_texts_stand() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    for title in ["Un", "Deux"] {
        shelf.text(cast.mobilites, cast.member, State::Draft, title).await;
    }
    let mine = my_groups(&test.as_user(cast.observer.id).await).await.expect("groups");
    assert_eq!(mine.len(), 1);
    assert_eq!((mine[0].slug.as_str(), mine[0].role), ("mobilites", GroupRole::Observer));
    assert_eq!(mine[0].texts, groups::TextCounts::from([(State::Draft, 2)]));
    assert!(my_groups(&test.as_user(cast.former.id).await).await.expect("groups").is_empty());
    test.finish().await;
}

#[tokio::test]
async fn what_is_put_off_comes_back_on_its_day() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    let text = shelf.text(cast.mobilites, cast.member, State::InReview, "La gare").await;
    let other = shelf.text(cast.mobilites, cast.member, State::InReview, "Le marché").await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let form = |until: &str| SnoozeForm {
        kind: AskedKind::Review.code().into(),
        subject: text.0.to_string(),
        until: until.into(),
    };
    let refused = put_off(&reviewer, &form("hier")).await.expect_err("refused");
    let expected = Refusal::Invalid(vec![FieldError::new("until", FieldProblem::NotADate)]);
    assert_eq!(refused.refusal(), Some(&expected));
    let day = reviewer.today() + TimeDelta::days(3);
    for until in [reviewer.today() + TimeDelta::days(9), day] {
        put_off(&reviewer, &form(&until.to_string())).await.expect("put off, again");
    }
    let asked = asked_of_me(&reviewer).await.expect("read");
    assert_eq!(asked.now.iter().map(|ask| ask.subject).collect::<Vec<_>>(), [Subject::Text(other.0)]);
    assert_eq!(
        asked.later.iter().map(|(day, ask)| (*day, ask.subject)).collect::<Vec<_>>(),
        [(day, Subject::Text(text.0))]
    );
    // It is asked of others all the same.
    assert_eq!(shelf.asked(cast.facilitator).await.len(), 2);
    test.wait(TimeDelta::days(3));
    assert_eq!(shelf.asked(cast.reviewer).await.len(), 2);
    test.finish().await;
}

#[tokio::test]
async fn what_was_put_off_can_be_taken_up_at_once() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    let text = shelf.text(cast.mobilites, cast.member, State::InReview, "La gare").await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let until = (reviewer.today() + TimeDelta::days(3)).to_string();
    let form = SnoozeForm { kind: "review".into(), subject: text.0.to_string(), until };
    put_off(&reviewer, &form).await.expect("put off");
    assert_eq!(shelf.asked(cast.reviewer).await.len(), 0);
    bring_back(&reviewer).await.expect("taken up");
    assert_eq!(shelf.asked(cast.reviewer).await, asks(&[(AskedKind::Review, "La gare")]));
    let visitor = test.visitor();
    assert!(put_off(&visitor, &form).await.is_err() && bring_back(&visitor).await.is_err());
    test.finish().await;
}

#[tokio::test]
async fn mandates_about_to_end_are_asked_once_of_who_keeps_the_records() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let today = administrator.today();
    let renew = async |person: Person| {
        let asked = asked_of_me(&test.as_user(person.id).await).await.expect("read").now;
        asked.into_iter().find(|ask| ask.kind == AskedKind::Renew)
    };
    assert_eq!(renew(cast.administrator).await, None);
    let mandate = async |person: Person, from: i64, to: Option<i64>| {
        let form = MandateForm {
            role: "member".into(),
            mandate_start: (today + TimeDelta::days(from)).to_string(),
            mandate_end: to.map(|to| (today + TimeDelta::days(to)).to_string()).unwrap_or_default(),
        };
        people::add_mandate(&administrator, person.id, &form).await.expect("a mandate");
    };
    let end_of = async |person: Person, to: i64| {
        let mandates = people::show(&administrator, person.id).await.expect("read").mandates;
        let day = (today + TimeDelta::days(to)).to_string();
        people::end_mandate(&administrator, mandates[0].id, &day).await.expect("ended");
    };
    end_of(cast.member, 60).await;
    end_of(cast.reviewer, 40).await;
    end_of(cast.other, 91).await;
    end_of(cast.facilitator, 30).await;
    mandate(cast.facilitator, 31, Some(900)).await;
    let asked = renew(cast.administrator).await.expect("asked");
    assert_eq!((asked.count, asked.due), (2, Some(today + TimeDelta::days(40))));
    for person in [cast.member, cast.chair, cast.other] {
        assert_eq!(renew(person).await, None, "{}", person.email);
    }
    mandate(cast.member, 61, None).await;
    mandate(cast.reviewer, 41, None).await;
    assert_eq!(renew(cast.administrator).await, None, "every seat is kept");
    test.finish().await;
}
