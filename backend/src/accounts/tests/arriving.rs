use chrono::TimeDelta;
use domain::accounts::device::Device;

use super::*;
use crate::entities::{
    code_secret, email_change, known_device, linked_account, one_time_link, passkey, recovery_code, session,
    user,
};

fn firefox() -> Device {
    Device::from_code("firefox/windows")
}

fn told(test: &TestBackend) -> usize {
    test.letterbox.mails().iter().filter(|mail| mail.contains("new_device firefox/windows")).count()
}

#[tokio::test]
async fn a_browser_never_seen_is_told_of_but_for_the_first() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    test.do_jobs().await;
    let id = cast.member.id;
    let visitor = test.visitor();
    let first = arrive(&visitor, id, None, &firefox()).await.expect("in").expect("a value to hold");
    test.do_jobs().await;
    assert_eq!(told(&test), 0, "the first browser goes without saying");
    assert_eq!(arrive(&visitor, id, Some(&first), &firefox()).await.expect("in"), None);
    assert_eq!(test.do_jobs().await, 0, "a browser that is known is not told of");

    let second = arrive(&visitor, id, None, &firefox()).await.expect("in").expect("another value");
    assert_ne!(first, second);
    test.do_jobs().await;
    assert_eq!(told(&test), 1);

    // Two people on one computer: each is told of their own.
    let other = cast.other.id;
    assert_eq!(arrive(&visitor, other, Some(&first), &firefox()).await.expect("in"), None);
    assert_eq!(test.do_jobs().await, 0);
    // A value that is not one of ours is not kept.
    assert!(arrive(&visitor, other, Some("court"), &firefox()).await.expect("in").is_some());
    test.do_jobs().await;
    assert_eq!(test.journal().await.iter().filter(|code| *code == "account.signed_in").count(), 5);
    test.finish().await;
}

#[tokio::test]
async fn a_browser_not_used_for_long_is_forgotten() {
    let (test, cast) = TestBackend::with_cast().await;
    let visitor = test.visitor();
    arrive(&visitor, cast.member.id, None, &firefox()).await.expect("in");
    test.wait(TimeDelta::days(401));
    assert!(crate::personal_data::tidy_up(&test.backend).await.expect("purged"));
    let left = known_device::Entity::find().all(test.backend.db().reader()).await.expect("read");
    assert!(left.is_empty());
    test.finish().await;
}

#[tokio::test]
async fn nobody_arrives_once_suspended() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    suspend(&test.as_user(cast.administrator.id).await, cast.member.id).await.expect("suspended");
    let refused = arrive(&test.visitor(), cast.member.id, None, &firefox()).await;
    assert_eq!(refusal(refused), Refusal::SignInRequired);
    test.finish().await;
}

#[tokio::test]
async fn every_way_of_somebody_is_forgotten_and_those_of_others_are_not() {
    let (test, cast) = TestBackend::with_cast().await;
    for person in [cast.member, cast.other] {
        open_account(&test, person).await;
        open_session(&test, person.id, person.email, "firefox/linux").await;
        arrive(&test.visitor(), person.id, None, &firefox()).await.expect("in");
        let me = test.as_user(person.id).await;
        prepare_codes(&me, Whose::Mine).await.expect("prepared");
        let (secret, _) = prepared_secret(&me, Whose::Mine).await.expect("read").expect("a secret");
        let code = test.code_of(&secret);
        confirm_codes(&me, Whose::Mine, &code, HOME).await.expect("confirmed");
        ask_password_reset(&test.visitor(), person.email, HOME).await.expect("asked");
        let row = passkey::ActiveModel {
            user_id: Set(person.id),
            handle: Set("h".to_owned()),
            credential: Set(person.email.to_owned()),
            name: Set("Téléphone".to_owned()),
            data: Set("{}".to_owned()),
            created_at: Set(test.backend.now()),
            ..Default::default()
        };
        passkey::Entity::insert(row).exec_without_returning(test.backend.db().writer()).await.expect("a key");
        let row = linked_account::ActiveModel {
            user_id: Set(person.id),
            issuer: Set("https://connexion.example".to_owned()),
            subject: Set(person.email.to_owned()),
            created_at: Set(test.backend.now()),
            ..Default::default()
        };
        let db = test.backend.db().writer();
        linked_account::Entity::insert(row).exec_without_returning(db).await.expect("an account elsewhere");
        ask_email_change(&me, &format!("autre.{}", person.email), PASSWORD).await.expect("asked");
    }
    test.do_jobs().await;
    let cx = test.backend.system();
    let tx = cx.begin().await.expect("a transaction");
    forget_all_ways(&tx, cast.member.id).await.expect("forgotten");
    cx.commit(tx).await.expect("committed");
    let db = test.backend.db().reader();
    macro_rules! whose {
        ($($table:ident),*) => {$({
            let rows = $table::Entity::find().all(db).await.expect("read");
            assert!(!rows.is_empty(), concat!(stringify!($table), ": the other's stay"));
            let left = rows.iter().any(|row| Some(cast.member.id) == row.user_id.into());
            assert!(!left, stringify!($table));
        })*};
    }
    whose!(code_secret, recovery_code, known_device, passkey, linked_account, one_time_link);
    whose!(email_change, session);
    let user = user::Entity::find_by_id(cast.member.id).one(db).await.expect("read").expect("their record");
    assert_eq!(user.password_hash, None);
    sign_in(&test.visitor(), cast.other.email, PASSWORD, HOME).await.expect("the other signs in");
    test.finish().await;
}
