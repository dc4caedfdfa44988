use domain::{contributions::ConsultationForm, home::AskedKind};

use super::*;
use crate::home::{Subject, asked_of_me};

/// What is asked of somebody about this text, and for when.
async fn asked(cx: &Cx, id: ContributionId) -> Option<(AskedKind, Option<chrono::NaiveDate>)> {
    let asked = asked_of_me(cx).await.expect("read").now;
    let about: Vec<_> = asked.into_iter().filter(|ask| ask.subject == Subject::Text(id)).collect();
    assert!(about.len() <= 1, "a text is asked about once");
    about.first().map(|ask| (ask.kind, ask.due))
}

#[tokio::test]
async fn a_review_asked_by_name_waits_until_a_position_is_taken_on_the_version_that_is_read() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let member = test.as_user(cast.member.id).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let review_it = Some((AskedKind::Review, None));
    assert_eq!((asked(&reviewer, id).await, asked(&facilitator, id).await), (review_it, review_it));
    name_reviewer(&member, id, cast.reviewer.id, "2026-12-03").await.expect("named");
    let by_name = Some((AskedKind::Review, domain::form::date("2026-12-03").ok()));
    assert_eq!(asked(&reviewer, id).await, by_name);
    assert_eq!(asked(&facilitator, id).await, None, "it is asked of somebody else");
    review(&reviewer, id, Version(1), &says(Verdict::Comment, "Je lis.")).await.expect("said");
    assert_eq!(asked(&reviewer, id).await, by_name, "a remark is not a position");
    review(&reviewer, id, Version(1), &says(Verdict::Approve, "")).await.expect("approved");
    assert_eq!(asked(&reviewer, id).await, None);
    save(&member, id, Version(1), &form(TITLE, "Un autre texte.")).await.expect("saved");
    assert_eq!(asked(&reviewer, id).await, by_name, "the text has changed since");
    set_authors(&member, id, &[cast.member.id, cast.reviewer.id]).await.expect("they sign");
    assert_eq!(asked(&reviewer, id).await, None);
    test.finish().await;
}

#[tokio::test]
async fn a_consultation_is_asked_of_the_council_until_each_has_answered_or_it_ends() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let asking = ConsultationForm { until: "2026-12-01".into(), question: "Qu’en dites-vous ?".into() };
    consult(&facilitator, id, &asking).await.expect("opened");
    let until = domain::form::date("2026-12-01").ok();
    for (person, expected) in [
        (cast.other, Some((AskedKind::Consult, until))),
        (cast.chair, Some((AskedKind::Consult, until))),
        (cast.reviewer, Some((AskedKind::Review, None))),
        (cast.member, None),
        (cast.former, None),
        (cast.administrator, None),
    ] {
        let cx = test.as_user(person.id).await;
        assert_eq!(asked(&cx, id).await, expected, "{person:?}");
    }
    let other = test.as_user(cast.other.id).await;
    review(&other, id, Version(1), &says(Verdict::Comment, "Oui.")).await.expect("said");
    assert_eq!(asked(&other, id).await, None);
    test.wait(chrono::TimeDelta::days(12));
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(asked(&chair, id).await, None);
    test.finish().await;
}

#[tokio::test]
async fn what_changed_since_one_read_it_is_asked_of_who_is_not_asked_more() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::InReview).await;
    let member = test.as_user(cast.member.id).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    name_reviewer(&member, id, cast.facilitator.id, "").await.expect("named");
    assert_eq!(asked(&reviewer, id).await, None, "never opened");
    show(&reviewer, id).await.expect("read");
    assert_eq!(asked(&reviewer, id).await, None, "as it was read");
    save(&member, id, Version(1), &form(TITLE, "Un autre texte.")).await.expect("saved");
    assert_eq!(asked(&reviewer, id).await, Some((AskedKind::Reread, None)));
    assert_eq!(asked(&member, id).await, None, "one's own version");
    show(&reviewer, id).await.expect("read again");
    assert_eq!(asked(&reviewer, id).await, None);
    test.finish().await;
}

#[tokio::test]
async fn a_draft_is_asked_of_its_authors_once_its_deadline_is_near() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let member = test.as_user(cast.member.id).await;
    assert_eq!(asked(&member, id).await, None, "no day is set");
    set_deadline(&facilitator, id, "2026-12-07").await.expect("set");
    assert_eq!(asked(&member, id).await, None, "that day is far");
    set_deadline(&facilitator, id, "2026-12-06").await.expect("set");
    let due = domain::form::date("2026-12-06").ok();
    let finish = Some((AskedKind::Finish, due));
    assert_eq!(asked(&member, id).await, finish);
    for person in [cast.facilitator, cast.reviewer, cast.observer, cast.other, cast.chair] {
        assert_eq!(asked(&test.as_user(person.id).await, id).await, None, "{person:?}");
    }
    test.wait(chrono::TimeDelta::days(30));
    let member = test.as_user(cast.member.id).await;
    assert_eq!(asked(&member, id).await, finish, "it is late");
    // Once it goes on, it is asked about by the next step only.
    submit(&member, id).await.expect("sent");
    assert_eq!(asked(&member, id).await, None);
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert_eq!(asked(&reviewer, id).await, Some((AskedKind::Review, due)));
    test.finish().await;
}
