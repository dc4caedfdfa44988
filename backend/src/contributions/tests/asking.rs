use domain::contributions::ConsultationForm;

use super::*;

fn ids(asked: Vec<TextAsked>) -> Vec<ContributionId> {
    asked.into_iter().map(|asked| asked.id).collect()
}

#[tokio::test]
async fn a_review_asked_by_name_waits_until_a_position_is_taken_on_the_version_that_is_read() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let member = test.as_user(cast.member.id).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert!(reviews_asked(&reviewer).await.expect("read").is_empty());
    name_reviewer(&member, id, cast.reviewer.id, "2026-12-03").await.expect("named");
    let (asked, reads) = test.reads(&reviewer, async |cx| reviews_asked(&cx).await.expect("read")).await;
    assert_eq!(reads, 1);
    assert_eq!(asked[0].due, domain::form::date("2026-12-03").ok());
    assert!(reviews_asked(&facilitator).await.expect("read").is_empty(), "it is asked of somebody else");
    review(&reviewer, id, Version(1), &says(Verdict::Comment, "Je lis.")).await.expect("said");
    assert_eq!(reviews_asked(&reviewer).await.expect("read").len(), 1, "a remark is not a position");
    review(&reviewer, id, Version(1), &says(Verdict::Approve, "")).await.expect("approved");
    assert!(reviews_asked(&reviewer).await.expect("read").is_empty());
    save(&member, id, Version(1), &form(TITLE, "Un autre texte.")).await.expect("saved");
    assert_eq!(reviews_asked(&reviewer).await.expect("read").len(), 1, "the text has changed since");
    set_authors(&member, id, &[cast.member.id, cast.reviewer.id]).await.expect("they sign");
    assert!(reviews_asked(&reviewer).await.expect("read").is_empty());
    test.finish().await;
}

#[tokio::test]
async fn a_consultation_is_asked_of_the_council_until_each_has_answered_or_it_ends() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let asking = ConsultationForm { until: "2026-12-01".into(), question: "Qu’en dites-vous ?".into() };
    consult(&facilitator, id, &asking).await.expect("opened");
    for (person, asked) in [
        (cast.other, true),
        (cast.chair, true),
        (cast.reviewer, true),
        (cast.member, false),
        (cast.former, false),
        (cast.administrator, false),
    ] {
        let cx = test.as_user(person.id).await;
        let found = ids(consultations_asked(&cx).await.expect("read"));
        assert_eq!(found.contains(&id), asked, "{person:?}");
    }
    let other = test.as_user(cast.other.id).await;
    review(&other, id, Version(1), &says(Verdict::Comment, "Oui.")).await.expect("said");
    assert!(consultations_asked(&other).await.expect("read").is_empty());
    test.wait(chrono::TimeDelta::days(12));
    let chair = test.as_user(cast.chair.id).await;
    assert!(consultations_asked(&chair).await.expect("read").is_empty());
    test.finish().await;
}

#[tokio::test]
async fn what_changed_since_one_read_it_and_what_is_due_soon() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let member = test.as_user(cast.member.id).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert!(changed_since_read(&reviewer).await.expect("read").is_empty(), "never opened");
    show(&reviewer, id).await.expect("read");
    save(&member, id, Version(1), &form(TITLE, "Un autre texte.")).await.expect("saved");
    let changed = changed_since_read(&reviewer).await.expect("read");
    assert_eq!((changed[0].read, changed[0].version), (Some(Version(1)), Version(2)));
    assert!(changed_since_read(&member).await.expect("read").is_empty(), "one's own version");
    assert!(deadlines_of_mine(&member).await.expect("read").is_empty());
    set_deadline(&member, id, "2027-01-15").await.expect("set");
    assert!(deadlines_of_mine(&member).await.expect("read").is_empty(), "not before long");
    set_deadline(&member, id, "2026-11-30").await.expect("set");
    assert_eq!(ids(deadlines_of_mine(&member).await.expect("read")), [id]);
    assert!(deadlines_of_mine(&reviewer).await.expect("read").is_empty(), "it is somebody else's text");
    test.finish().await;
}
