use chrono::TimeDelta;
use domain::accounts::device::{Browser, Device, Machine};
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
};

use super::*;
use crate::sessions::{GREATEST_AGE_DAYS, Sessions, USER, key};

#[tokio::test]
async fn one_sees_one_s_own_sessions_the_present_one_first() {
    let (test, cast) = TestBackend::with_cast().await;
    let phone = open_session(&test, cast.member.id, "téléphone", "safari/iphone").await;
    test.wait(TimeDelta::hours(1));
    let desk = open_session(&test, cast.member.id, "bureau", "firefox/windows").await;
    open_session(&test, cast.chair.id, "autre", "chrome/mac").await;
    let seen = sessions(&test.as_user(cast.member.id).await, Some(&phone)).await.expect("read");
    assert_eq!(
        seen.iter().map(|s| (&s.key, s.present)).collect::<Vec<_>>(),
        [(&phone, true), (&desk, false)]
    );
    assert_eq!(seen[1].device, Device { browser: Browser::Firefox, machine: Machine::Windows });
    test.finish().await;
}

#[tokio::test]
async fn one_closes_one_s_own_sessions_only() {
    let (test, cast) = TestBackend::with_cast().await;
    let phone = open_session(&test, cast.member.id, "téléphone", "safari/iphone").await;
    let theirs = open_session(&test, cast.chair.id, "autre", "chrome/mac").await;
    let cx = test.as_user(cast.member.id).await;
    assert_eq!(refusal(revoke_session(&cx, &theirs).await), Refusal::NotFound);
    revoke_session(&cx, &phone).await.expect("closed");
    assert_eq!(refusal(revoke_session(&cx, &phone).await), Refusal::NotFound);
    assert_eq!(sessions(&test.as_user(cast.chair.id).await, None).await.expect("read").len(), 1);
    test.finish().await;
}

#[tokio::test]
async fn closing_the_others_keeps_the_present_one() {
    let (test, cast) = TestBackend::with_cast().await;
    let here = open_session(&test, cast.member.id, "ici", "firefox/linux").await;
    for name in ["un", "deux"] {
        open_session(&test, cast.member.id, name, "").await;
    }
    let cx = test.as_user(cast.member.id).await;
    assert_eq!(revoke_other_sessions(&cx, Some(&here)).await.expect("closed"), 2);
    assert_eq!(revoke_other_sessions(&cx, Some(&here)).await.expect("none left"), 0);
    assert_eq!(sessions(&cx, Some(&here)).await.expect("read").len(), 1);
    let told = test.journal().await.into_iter().filter(|kind| kind == "account.sessions_revoked").count();
    assert_eq!(told, 1);
    test.finish().await;
}

#[tokio::test]
async fn what_has_expired_is_removed_and_nothing_else() {
    use sea_orm::PaginatorTrait;

    use crate::entities::{email_change, one_time_link, sign_in_failure};

    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let cx = test.as_user(cast.member.id).await;
    open_session(&test, cast.member.id, "vieille", "").await;
    ask_email_change(&cx, "x@exemple.fr", PASSWORD).await.expect("asked");
    test.do_jobs().await;
    sign_in(&test.visitor(), "x@demo.example", "mauvais", HOME).await.expect_err("wrong");
    let db = test.backend.db().reader();
    let counts = async || {
        [
            session::Entity::find().count(db).await.expect("counted"),
            one_time_link::Entity::find().count(db).await.expect("counted"),
            email_change::Entity::find().count(db).await.expect("counted"),
            sign_in_failure::Entity::find().count(db).await.expect("counted"),
        ]
    };
    crate::personal_data::tidy_up(&test.backend).await.expect("removed");
    assert_eq!(counts().await, [1, 3, 1, 1]);
    test.wait(TimeDelta::days(40));
    open_session(&test, cast.member.id, "neuve", "").await;
    crate::personal_data::tidy_up(&test.backend).await.expect("removed");
    assert_eq!(counts().await, [1, 0, 0, 0]);
    test.finish().await;
}

/// A session of a person, as a browser begins it.
async fn begun(test: &TestBackend, id: UserId) -> Record {
    let mut record =
        Record { id: Id::default(), data: [(USER.to_owned(), id.0.into())].into(), expiry_date: later(test) };
    Sessions(test.backend.clone()).create(&mut record).await.expect("opened");
    record
}

/// Two weeks from now, as the site asks at each use.
fn later(test: &TestBackend) -> time::OffsetDateTime {
    let expiry = (test.backend.now() + TimeDelta::days(14)).timestamp();
    time::OffsetDateTime::from_unix_timestamp(expiry).expect("a moment")
}

#[tokio::test]
async fn a_session_closed_elsewhere_is_not_opened_again_by_a_request_under_way() {
    let (test, cast) = TestBackend::with_cast().await;
    let store = Sessions(test.backend.clone());
    let record = begun(&test, cast.member.id).await;
    test.wait(TimeDelta::hours(2));
    store.save(&record).await.expect("used");
    let cx = test.as_user(cast.member.id).await;
    let seen = sessions(&cx, None).await.expect("read");
    assert_eq!(seen[0].last_seen_at - seen[0].opened_at, TimeDelta::hours(2));
    revoke_session(&cx, &key(&record.id)).await.expect("closed");
    store.save(&record).await.expect("nothing to change");
    assert_eq!(store.load(&record.id).await.expect("read"), None);
    test.finish().await;
}

#[tokio::test]
async fn a_session_used_every_week_ends_at_its_greatest_age() {
    let (test, cast) = TestBackend::with_cast().await;
    let store = Sessions(test.backend.clone());
    let mut record = begun(&test, cast.member.id).await;
    let mut weeks = 0;
    while store.load(&record.id).await.expect("read").is_some() {
        record.expiry_date = later(&test);
        store.save(&record).await.expect("used");
        test.wait(TimeDelta::weeks(1));
        weeks += 1;
        assert!(weeks < 60, "it never ends");
    }
    assert_eq!(weeks, GREATEST_AGE_DAYS / 7 + 1);
    test.finish().await;
}

#[tokio::test]
async fn everybody_is_signed_out_at_once_and_the_journal_says_so() {
    let (test, cast) = TestBackend::with_cast().await;
    open_session(&test, cast.member.id, "ici", "firefox/linux").await;
    open_session(&test, cast.chair.id, "là", "").await;
    let member = test.as_user(cast.member.id).await;
    assert!(matches!(refusal(close_all_sessions(&member).await), Refusal::Forbidden(_)));
    assert_eq!(sessions(&member, None).await.expect("read").len(), 1);
    let system = test.backend.system();
    assert_eq!(close_all_sessions(&system).await.expect("closed"), 2);
    assert_eq!(close_all_sessions(&system).await.expect("none left"), 0);
    assert_eq!(sessions(&member, None).await.expect("read"), []);
    let told = test.journal().await.into_iter().filter(|kind| kind == "account.everybody_signed_out").count();
    assert_eq!(told, 1);
    test.finish().await;
}
