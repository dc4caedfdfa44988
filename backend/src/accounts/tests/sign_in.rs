use chrono::TimeDelta;
use domain::{FieldError, FieldProblem, accounts::ATTEMPTS_PER_ACCOUNT, refusal::Transition};

use super::*;

fn wrong() -> Refusal {
    Refusal::field("password", FieldProblem::Wrong)
}

#[tokio::test]
async fn the_first_page_makes_the_council_and_an_administrator_who_signs_in() {
    let test = TestBackend::empty().await;
    assert!(!is_installed(&test.visitor()).await.expect("read"));
    let id = install(&test.visitor(), &first_page()).await.expect("installed");
    assert!(is_installed(&test.visitor()).await.expect("read"));
    assert!(test.as_user(id).await.actor.is_administrator());
    let signed_in = sign_in(&test.visitor(), " NADEGE@conseil.example ", PASSWORD, HOME).await;
    assert_eq!(signed_in.expect("signed in"), id);
    assert_eq!(test.journal().await, ["council.installed", "account.opened"]);
    test.finish().await;
}

#[tokio::test]
async fn an_installation_happens_once() {
    let (test, _) = TestBackend::with_cast().await;
    let before = test.journal().await;
    assert_eq!(
        refusal(install(&test.visitor(), &first_page()).await),
        Refusal::Transition(Transition::AlreadyInstalled)
    );
    assert_eq!(test.journal().await, before);
    test.finish().await;
}

#[tokio::test]
async fn a_first_page_with_a_common_password_writes_nothing() {
    let test = TestBackend::empty().await;
    let form = InstallationForm {
        password: "1q2w3e4r5t6y".into(),
        password_again: "1q2w3e4r5t6y".into(),
        ..first_page()
    };
    assert_eq!(
        refusal(install(&test.visitor(), &form).await),
        Refusal::field("password", FieldProblem::TooCommon)
    );
    assert!(!is_installed(&test.visitor()).await.expect("read"));
    test.finish().await;
}

#[tokio::test]
async fn whoever_is_refused_is_not_told_why() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    open_account(&test, cast.other).await;
    suspend(&test.as_user(cast.administrator.id).await, cast.other.id).await.expect("suspended");
    let visitor = test.visitor();
    for (email, password) in [
        (cast.member.email, "quatre petits chats"), // wrong password
        ("inconnue@demo.example", PASSWORD),        // unknown address
        ("pas une adresse", PASSWORD),              // no address
        (cast.chair.email, PASSWORD),               // account never opened
        (cast.other.email, PASSWORD),               // suspended, with the right password
    ] {
        assert_eq!(refusal(sign_in(&visitor, email, password, HOME).await), wrong(), "{email}");
    }
    test.finish().await;
}

#[tokio::test]
async fn blank_fields_are_told_beside_each() {
    let test = TestBackend::empty().await;
    let both = ["email", "password"].map(|field| FieldError::new(field, FieldProblem::Missing));
    assert_eq!(refusal(sign_in(&test.visitor(), " ", "", HOME).await), Refusal::Invalid(both.to_vec()));
    test.finish().await;
}

#[tokio::test]
async fn an_account_tried_too_often_waits_even_with_the_right_password() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    for n in 0..ATTEMPTS_PER_ACCOUNT {
        let from = format!("198.51.100.{n}");
        let tried = sign_in(&test.visitor(), cast.member.email, "mauvais", &from).await;
        assert_eq!(refusal(tried), wrong());
        test.wait(TimeDelta::seconds(10));
    }
    let refused = refusal(sign_in(&test.visitor(), cast.member.email, PASSWORD, HOME).await);
    let left = 15 * 60 - 10 * u32::try_from(ATTEMPTS_PER_ACCOUNT).expect("few");
    assert_eq!(refused, Refusal::TooMany { retry_after_seconds: left });
    test.wait(TimeDelta::seconds(i64::from(left)));
    sign_in(&test.visitor(), cast.member.email, PASSWORD, HOME).await.expect("the wait is over");
    test.finish().await;
}

#[tokio::test]
async fn an_unknown_address_is_throttled_like_a_known_one() {
    let test = TestBackend::empty().await;
    for _ in 0..ATTEMPTS_PER_ACCOUNT {
        assert_eq!(refusal(sign_in(&test.visitor(), "x@demo.example", "mauvais", HOME).await), wrong());
    }
    let refused = refusal(sign_in(&test.visitor(), "X@demo.example", "mauvais", HOME).await);
    assert!(matches!(refused, Refusal::TooMany { .. }));
    test.finish().await;
}

#[tokio::test]
async fn one_address_cannot_try_every_account() {
    let test = TestBackend::empty().await;
    for n in 0..40 {
        // Addresses of one IPv6 network count as one.
        let from = format!("2001:db8:1:2::{n:x}");
        let tried = sign_in(&test.visitor(), &format!("p{n}@demo.example"), "mauvais", &from).await;
        assert_eq!(refusal(tried), wrong());
    }
    let refused = sign_in(&test.visitor(), "p99@demo.example", "mauvais", "2001:db8:1:2:ffff::1").await;
    assert!(matches!(refusal(refused), Refusal::TooMany { .. }));
    let elsewhere = sign_in(&test.visitor(), "p99@demo.example", "mauvais", "2001:db8:1:3::1").await;
    assert_eq!(refusal(elsewhere), wrong());
    test.finish().await;
}

#[tokio::test]
async fn signing_in_forgets_earlier_mistakes() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    for _ in 0..3 {
        for _ in 1..ATTEMPTS_PER_ACCOUNT {
            let tried = sign_in(&test.visitor(), cast.member.email, "mauvais", "").await;
            assert_eq!(refusal(tried), wrong());
        }
        sign_in(&test.visitor(), cast.member.email, PASSWORD, "").await.expect("the right password");
    }
    test.finish().await;
}

#[tokio::test]
async fn tries_at_once_do_not_slip_through_together() {
    let (test, cast) = TestBackend::with_cast().await;
    let visitor = test.visitor();
    let tries = (0..20).map(|_| sign_in(&visitor, cast.member.email, "mauvais", HOME));
    let answers = futures::future::join_all(tries).await;
    let judged = answers.into_iter().filter(|a| matches!(a, Err(e) if e.refusal() == Some(&wrong()))).count();
    assert!(judged as u64 <= ATTEMPTS_PER_ACCOUNT, "{judged}");
    test.finish().await;
}
