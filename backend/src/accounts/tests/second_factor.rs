use chrono::TimeDelta;
use domain::{FieldProblem, accounts::codes::in_fours, refusal::Transition};
use sea_orm::ActiveValue::Set;

use super::*;
use crate::{
    council,
    entities::{code_secret, recovery_code},
    files::Fingerprint,
    people,
};

fn wrong() -> Refusal {
    Refusal::field("code", FieldProblem::WrongCode)
}

/// Puts codes in place for somebody, and gives their secret and recovery codes.
async fn put_in_place(test: &TestBackend, person: Person) -> (String, Vec<String>) {
    let me = test.as_user(person.id).await;
    prepare_codes(&me, Whose::Mine).await.expect("prepared");
    let (secret, email) = prepared_secret(&me, Whose::Mine).await.expect("read").expect("a secret");
    assert_eq!(email, person.email);
    let code = test.code_of(&secret);
    let recovery = confirm_codes(&me, Whose::Mine, &code, HOME).await.expect("confirmed");
    test.do_jobs().await;
    // The code that confirmed is spent: the next one is another.
    test.wait(TimeDelta::seconds(30));
    (secret, recovery)
}

/// Somebody gave their password: what is asked of them next.
async fn half_way(test: &TestBackend, person: Person) -> HalfWay {
    let visitor = test.visitor();
    let user = sign_in(&visitor, person.email, PASSWORD, HOME).await.expect("the password");
    match still_asked(&visitor, user).await.expect("known") {
        Asked::Code(half) | Asked::Enrolment(half) => half,
        Asked::Nothing => panic!("nothing is asked"),
    }
}

#[tokio::test]
async fn a_code_is_asked_once_one_proved_that_it_works() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let me = test.as_user(cast.member.id).await;
    prepare_codes(&me, Whose::Mine).await.expect("prepared");
    assert_eq!(still_asked(&test.visitor(), cast.member.id).await.expect("known"), Asked::Nothing);
    let (secret, _) = prepared_secret(&me, Whose::Mine).await.expect("read").expect("a secret");
    assert_eq!(secret.len(), 32, "160 bits");
    prepare_codes(&me, Whose::Mine).await.expect("asked again");
    let again = prepared_secret(&me, Whose::Mine).await.expect("read").expect("a secret");
    assert_eq!(again.0, secret, "whoever scanned it already is not lost");
    assert_eq!(refusal(confirm_codes(&me, Whose::Mine, "000000", HOME).await), wrong());
    assert_eq!(refusal(confirm_codes(&me, Whose::Mine, "0123 4567 89AB CDEF", HOME).await), wrong());
    let code = test.code_of(&secret);
    let recovery = confirm_codes(&me, Whose::Mine, &code, HOME).await.expect("confirmed");
    assert_eq!(recovery.len(), 10);
    assert_eq!(test.do_jobs().await, 1);
    assert!(test.letterbox.mails().iter().any(|mail| mail.contains("way_changed codes-on")));
    assert_eq!(second_factor(&me).await.expect("read").recovery_left, 10);
    assert!(matches!(still_asked(&test.visitor(), cast.member.id).await.expect("known"), Asked::Code(_)));
    assert_eq!(prepared_secret(&me, Whose::Mine).await.expect("read"), None, "it is never shown again");
    let twice = refusal(prepare_codes(&me, Whose::Mine).await);
    assert_eq!(twice, Refusal::Transition(Transition::CodesAreOn));
    test.finish().await;
}

#[tokio::test]
async fn a_code_serves_once_and_only_about_now() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let (secret, _) = put_in_place(&test, cast.member).await;
    let visitor = test.visitor();
    let code = test.code_of(&secret);
    let half = half_way(&test, cast.member).await;
    assert_eq!(give_code(&visitor, &half, &code, HOME).await.expect("in"), cast.member.id);
    let half = half_way(&test, cast.member).await;
    assert_eq!(refusal(give_code(&visitor, &half, &code, HOME).await), wrong(), "it was used");

    // The code before the last one used is worth nothing either, though it is of about now.
    test.wait(TimeDelta::seconds(30));
    let earlier = test.code_of(&secret);
    test.wait(TimeDelta::seconds(30));
    let cx = test.visitor();
    give_code(&cx, &half, &in_fours(&test.code_of(&secret)), HOME).await.expect("in, however it is typed");
    assert_eq!(refusal(give_code(&cx, &half, &earlier, HOME).await), wrong());

    // A clock that is late by one step is borne with, not by three.
    test.wait(TimeDelta::seconds(60));
    let late = test.code_of(&secret);
    test.wait(TimeDelta::seconds(30));
    give_code(&test.visitor(), &half, &late, HOME).await.expect("in");
    test.wait(TimeDelta::seconds(60));
    let too_late = test.code_of(&secret);
    test.wait(TimeDelta::seconds(90));
    assert_eq!(refusal(give_code(&test.visitor(), &half, &too_late, HOME).await), wrong());
    test.finish().await;
}

#[tokio::test]
async fn one_code_given_many_times_at_once_opens_once() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let (secret, recovery) = put_in_place(&test, cast.member).await;
    let half = half_way(&test, cast.member).await;
    let visitor = test.visitor();
    for code in [test.code_of(&secret), recovery[0].clone()] {
        let tries = (0..5).map(|_| give_code(&visitor, &half, &code, ""));
        let answers = futures::future::join_all(tries).await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    }
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_recovery_code_made_before_they_were_hashed_slowly_still_serves() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let (_, recovery) = put_in_place(&test, cast.member).await;
    let db = test.backend.db().writer();
    recovery_code::Entity::delete_many().exec(db).await.expect("forgotten");
    let rows = recovery.iter().map(|code| recovery_code::ActiveModel {
        user_id: Set(cast.member.id),
        code_hash: Set(Fingerprint::of(format!("recovery {} {code}", cast.member.id).as_bytes()).to_string()),
        created_at: Set(test.backend.now()),
        ..Default::default()
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(db).await.expect("as before");
    let half = half_way(&test, cast.member).await;
    give_code(&test.visitor(), &half, &recovery[1], HOME).await.expect("in");
    assert_eq!(refusal(give_code(&test.visitor(), &half, &recovery[1], HOME).await), wrong());
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_recovery_code_serves_once_and_its_person_is_told() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let (_, recovery) = put_in_place(&test, cast.member).await;
    let kept = recovery_code::Entity::find().all(test.backend.db().reader()).await.expect("read");
    assert!(kept.iter().all(|row| !recovery.contains(&row.code_hash)), "only hashes are kept");
    assert!(kept.iter().all(|row| row.code_hash.starts_with("$argon2id$")), "slow ones");
    let visitor = test.visitor();
    let half = half_way(&test, cast.member).await;
    let typed = in_fours(&recovery[3]).to_lowercase();
    give_code(&visitor, &half, &typed, HOME).await.expect("in");
    assert_eq!(test.do_jobs().await, 1);
    assert!(test.letterbox.mails().iter().any(|mail| mail.contains("way_changed recovery-used")));
    assert_eq!(refusal(give_code(&visitor, &half, &recovery[3], HOME).await), wrong());
    let me = test.as_user(cast.member.id).await;
    assert_eq!(second_factor(&me).await.expect("read").recovery_left, 9);

    let others = renew_recovery_codes(&me).await.expect("renewed");
    test.do_jobs().await;
    assert_eq!(
        refusal(give_code(&visitor, &half, &recovery[4], HOME).await),
        wrong(),
        "those before are void"
    );
    give_code(&visitor, &half, &others[0], HOME).await.expect("in");
    test.do_jobs().await;
    assert!(test.journal().await.iter().any(|code| code == "account.recovery_used"));
    test.finish().await;
}

#[tokio::test]
async fn codes_are_throttled_like_passwords() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let (secret, _) = put_in_place(&test, cast.member).await;
    let half = half_way(&test, cast.member).await;
    let visitor = test.visitor();
    for n in 0..8 {
        let from = format!("198.51.100.{n}");
        assert_eq!(refusal(give_code(&visitor, &half, "000000", &from).await), wrong());
    }
    // Starting again with the password gives no other tries.
    let half = half_way(&test, cast.member).await;
    let refused = refusal(give_code(&visitor, &half, &test.code_of(&secret), HOME).await);
    assert!(matches!(refused, Refusal::TooMany { .. }));
    test.wait(TimeDelta::minutes(16));
    let half = half_way(&test, cast.member).await;
    give_code(&test.visitor(), &half, &test.code_of(&secret), HOME).await.expect("the wait is over");
    test.finish().await;
}

#[tokio::test]
async fn the_password_counts_for_ten_minutes_unless_something_changes() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let (secret, _) = put_in_place(&test, cast.member).await;
    let half = half_way(&test, cast.member).await;
    test.wait(TimeDelta::minutes(10));
    let late = give_code(&test.visitor(), &half, &test.code_of(&secret), HOME).await;
    assert_eq!(refusal(late), Refusal::SignInRequired);

    let half = half_way(&test, cast.member).await;
    let me = test.as_user(cast.member.id).await;
    change_password(&me, None, PASSWORD, ANOTHER, ANOTHER).await.expect("changed");
    let taken_back = give_code(&test.visitor(), &half, &test.code_of(&secret), HOME).await;
    assert_eq!(refusal(taken_back), Refusal::SignInRequired, "somebody who knew the former password is out");

    let user = sign_in(&test.visitor(), cast.member.email, ANOTHER, HOME).await.expect("the password");
    let Asked::Code(half) = still_asked(&test.visitor(), user).await.expect("known") else {
        panic!("a code")
    };
    suspend(&test.as_user(cast.administrator.id).await, cast.member.id).await.expect("suspended");
    let suspended = give_code(&test.visitor(), &half, &test.code_of(&secret), HOME).await;
    assert_eq!(refusal(suspended), Refusal::SignInRequired);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn both_the_password_and_a_code_turn_it_off() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let (secret, recovery) = put_in_place(&test, cast.member).await;
    let me = test.as_user(cast.member.id).await;
    let code = test.code_of(&secret);
    let without = refusal(stop_codes(&me, "mauvais", &code, HOME).await);
    assert_eq!(without, Refusal::field("password", FieldProblem::Wrong));
    assert_eq!(refusal(stop_codes(&me, PASSWORD, "000000", HOME).await), wrong());
    stop_codes(&me, PASSWORD, &recovery[0], HOME).await.expect("off");
    test.do_jobs().await;
    assert!(test.letterbox.mails().iter().any(|mail| mail.contains("way_changed codes-off")));
    assert_eq!(still_asked(&test.visitor(), cast.member.id).await.expect("known"), Asked::Nothing);
    let db = test.backend.db().reader();
    assert!(code_secret::Entity::find().all(db).await.expect("read").is_empty());
    assert!(recovery_code::Entity::find().all(db).await.expect("read").is_empty());
    let twice = refusal(stop_codes(&me, PASSWORD, &code, HOME).await);
    assert_eq!(twice, Refusal::Transition(Transition::CodesAreOff));
    test.finish().await;
}

#[tokio::test]
async fn only_an_administrator_resets_the_codes_of_another() {
    let (test, cast) = TestBackend::with_cast().await;
    for person in [cast.member, cast.administrator] {
        open_account(&test, person).await;
        put_in_place(&test, person).await;
    }
    for person in [cast.member, cast.facilitator, cast.chair] {
        let refused = refusal(reset_codes(&test.as_user(person.id).await, cast.administrator.id).await);
        assert!(matches!(refused, Refusal::Forbidden(_)), "{}", person.email);
    }
    let administrator = test.as_user(cast.administrator.id).await;
    let oneself = refusal(reset_codes(&administrator, cast.administrator.id).await);
    assert_eq!(oneself, Refusal::Transition(Transition::Oneself), "one's own need the password and a code");
    let none = refusal(reset_codes(&administrator, cast.other.id).await);
    assert_eq!(none, Refusal::Transition(Transition::CodesAreOff));
    assert!(has_codes(&administrator, cast.member.id).await.expect("read"));
    reset_codes(&administrator, cast.member.id).await.expect("reset");
    test.do_jobs().await;
    assert!(test.letterbox.mails().iter().any(|mail| mail.contains("way_changed codes-reset")));
    assert_eq!(test.journal().await.last().map(String::as_str), Some("account.codes_reset"));
    assert_eq!(still_asked(&test.visitor(), cast.member.id).await.expect("known"), Asked::Nothing);
    test.finish().await;
}

#[tokio::test]
async fn the_council_may_require_codes_of_those_who_hold_its_keys() {
    let (test, cast) = TestBackend::with_cast().await;
    for person in [cast.administrator, cast.chair, cast.member] {
        open_account(&test, person).await;
        open_session(&test, person.id, person.email, "firefox/linux").await;
    }
    let administrator = test.as_user(cast.administrator.id).await;
    let refused = refusal(require_codes(&test.as_user(cast.chair.id).await, true).await);
    assert!(matches!(refused, Refusal::Forbidden(_)));
    let first = refusal(require_codes(&administrator, true).await);
    assert_eq!(first, Refusal::Transition(Transition::OwnCodesFirst));
    put_in_place(&test, cast.administrator).await;
    require_codes(&administrator, true).await.expect("required");
    require_codes(&administrator, true).await.expect("twice is once");
    assert!(council::current(&test.visitor()).await.expect("read").expect("it").codes_required);
    let journal = test.journal().await;
    assert_eq!(journal.iter().filter(|code| *code == "council.codes_required").count(), 1);

    let open: Vec<UserId> = session::Entity::find()
        .all(test.backend.db().reader())
        .await
        .expect("read")
        .into_iter()
        .filter_map(|row| row.user_id)
        .collect();
    assert!(!open.contains(&cast.chair.id), "whoever has none signs in again, and puts them in place");
    assert!(open.contains(&cast.administrator.id) && open.contains(&cast.member.id));

    assert_eq!(still_asked(&test.visitor(), cast.member.id).await.expect("known"), Asked::Nothing);
    let half = half_way(&test, cast.chair).await;
    assert!(half.enrols());
    let arriving = Whose::Arriving(&half);
    let visitor = test.visitor();
    prepare_codes(&visitor, arriving).await.expect("prepared");
    let (secret, _) = prepared_secret(&visitor, arriving).await.expect("read").expect("a secret");
    let code = test.code_of(&secret);
    assert_eq!(confirm_codes(&visitor, arriving, &code, HOME).await.expect("confirmed").len(), 10);
    assert!(!half_way(&test, cast.chair).await.enrols());

    // Whoever only has a code to give puts nothing in place.
    let half = half_way(&test, cast.administrator).await;
    let refused = refusal(prepare_codes(&visitor, Whose::Arriving(&half)).await);
    assert_eq!(refused, Refusal::SignInRequired);
    require_codes(&administrator, false).await.expect("no longer");
    people::name_administrator(&administrator, cast.member.id).await.expect("named");
    assert_eq!(still_asked(&test.visitor(), cast.member.id).await.expect("known"), Asked::Nothing);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn who_proves_again_gives_the_right_password() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let me = test.as_user(cast.member.id).await;
    let field = |problem| Refusal::field("proof_password", problem);
    assert_eq!(refusal(prove_again(&me, "").await), field(FieldProblem::Missing));
    assert_eq!(refusal(prove_again(&me, "mauvais").await), field(FieldProblem::Wrong));
    prove_again(&me, PASSWORD).await.expect("proved");
    assert_eq!(refusal(prove_again(&test.visitor(), PASSWORD).await), Refusal::SignInRequired);
    test.finish().await;
}
