use domain::refusal::{Forbidden, Transition};

use super::*;

#[tokio::test]
async fn an_adopted_text_has_the_next_number_of_its_year() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    for expected in ["2026-01", "2026-02"] {
        let id = text_in(&test, &cast, State::ReadyForAdoption).await;
        let number = adopt(&chair, id, Version(1), &vote()).await.expect("adopted");
        assert_eq!(number.to_string(), expected);
    }
    let id = text_in(&test, &cast, State::ReadyForAdoption).await;
    let earlier = AdoptionForm { adopted_on: "2025-12-18".into(), ..vote() };
    assert_eq!(adopt(&chair, id, Version(1), &earlier).await.expect("adopted").to_string(), "2025-01");
    test.finish().await;
}

#[tokio::test]
async fn only_the_chair_adopts_and_publishes() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::ReadyForAdoption).await;
    let only_chair = Refusal::Forbidden(Forbidden::ChairOnly);
    for person in [cast.member, cast.facilitator, cast.other] {
        let cx = test.as_user(person.id).await;
        assert_eq!(refused(adopt(&cx, id, Version(1), &vote()).await), only_chair);
    }
    let visitor = adopt(&test.visitor(), id, Version(1), &vote()).await;
    assert_eq!(refused(visitor), Refusal::NotFound);
    bring_to_adopted(&test, &cast, id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert_eq!(refused(publish(&facilitator, id).await), only_chair);
    test.finish().await;
}

async fn bring_to_adopted(test: &TestBackend, cast: &Cast, id: ContributionId) {
    let chair = test.as_user(cast.chair.id).await;
    adopt(&chair, id, Version(1), &vote()).await.expect("adopted");
}

#[tokio::test]
async fn two_chairs_adopting_at_once_make_one_number() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::ReadyForAdoption).await;
    let chair = test.as_user(cast.chair.id).await;
    let (here, there) = (vote(), vote());
    let (a, b) = tokio::join!(adopt(&chair, id, Version(1), &here), adopt(&chair, id, Version(1), &there));
    let (won, lost) = if a.is_ok() { (a, b) } else { (b, a) };
    assert_eq!(won.expect("one wins").to_string(), "2026-01");
    assert_eq!(refused(lost), Refusal::Transition(Transition::ContributionState));
    test.finish().await;
}

#[tokio::test]
async fn many_texts_adopted_at_once_are_numbered_without_holes() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let mut ids = Vec::new();
    for _ in 0..8 {
        ids.push(text_in(&test, &cast, State::ReadyForAdoption).await);
    }
    let form = vote();
    let all = futures::future::join_all(ids.iter().map(|id| adopt(&chair, *id, Version(1), &form))).await;
    let mut numbers: Vec<_> = all.into_iter().map(|n| n.expect("adopted").sequence).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    test.finish().await;
}

#[tokio::test]
async fn years_are_numbered_apart_and_an_adoption_that_fails_leaves_no_hole() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let years = ["2025-12-18", "2026-11-20"].map(|day| AdoptionForm { adopted_on: day.into(), ..vote() });
    let mut ids = Vec::new();
    for _ in 0..6 {
        ids.push(text_in(&test, &cast, State::ReadyForAdoption).await);
    }
    // Each text is adopted by two chairs at the same moment: one number, one winner, a sentence for the other.
    let twice = ids.iter().chain(&ids).zip(years.iter().cycle());
    let all = twice.map(|(id, form)| adopt(&chair, *id, Version(1), form));
    let mut numbers = Vec::new();
    for result in futures::future::join_all(all).await {
        match result {
            Ok(number) => numbers.push(number.to_string()),
            lost => {
                let late = Refusal::Transition(Transition::ContributionState);
                assert_eq!(refused(lost), late);
            }
        }
    }
    numbers.sort_unstable();
    assert_eq!(numbers, ["2025-01", "2025-02", "2025-03", "2026-01", "2026-02", "2026-03"]);
    test.finish().await;
}

#[tokio::test]
async fn a_text_that_changed_since_it_was_read_is_not_adopted() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::ReadyForAdoption).await;
    let chair = test.as_user(cast.chair.id).await;
    send_back(&chair, id, "Une carte.").await.expect("sent back");
    let member = test.as_user(cast.member.id).await;
    save(&member, id, Version(1), &form(TITLE, "Avec une carte.")).await.expect("saved");
    submit(&member, id).await.expect("sent");
    let reviewer = test.as_user(cast.reviewer.id).await;
    review(&reviewer, id, Version(2), &says(Verdict::Approve, "")).await.expect("approved");
    propose(&test.as_user(cast.facilitator.id).await, id).await.expect("proposed");
    assert_eq!(refused(adopt(&chair, id, Version(1), &vote()).await), Refusal::Conflict);
    adopt(&chair, id, Version(2), &vote()).await.expect("adopted");
    test.finish().await;
}

#[tokio::test]
async fn a_text_is_published_once() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Published).await;
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(refused(publish(&chair, id).await), Refusal::Transition(Transition::ContributionState));
    let journal = test.journal().await;
    assert_eq!(
        journal,
        [
            "council.installed",
            "contribution.created",
            "contribution.submitted",
            "contribution.reviewed",
            "contribution.proposed",
            "contribution.adopted",
            "contribution.published",
        ]
    );
    test.finish().await;
}
