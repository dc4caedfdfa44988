use chrono::TimeDelta;
use domain::{FieldProblem, accounts::RESETS_PER_ACCOUNT};

use super::*;

#[tokio::test]
async fn a_forgotten_password_is_chosen_again_by_mail() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let visitor = test.visitor();
    open_session(&test, cast.member.id, "ordinateur", "firefox/linux").await;
    ask_password_reset(&visitor, "MEMBRE@demo.example", HOME).await.expect("asked");
    test.do_jobs().await;
    let token = mailed_token(&test, "password_reset");
    let id = reset_password(&visitor, &token, ANOTHER, ANOTHER).await.expect("chosen");
    assert_eq!(id, cast.member.id);
    assert_eq!(sessions(&test.as_user(id).await, None).await.expect("read"), [], "open sessions are closed");
    sign_in(&visitor, cast.member.email, PASSWORD, HOME).await.expect_err("the former one opens nothing");
    sign_in(&visitor, cast.member.email, ANOTHER, HOME).await.expect("the new one does");
    test.do_jobs().await;
    let told = test.letterbox.mails().pop().expect("a mail");
    assert!(told.contains("password_changed") && told.contains(cast.member.email));
    test.finish().await;
}

#[tokio::test]
async fn asking_for_a_link_tells_nothing_of_who_exists() {
    let (test, cast) = TestBackend::with_cast().await;
    let visitor = test.visitor();
    for email in ["inconnue@demo.example", cast.suspended.email] {
        ask_password_reset(&visitor, email, HOME).await.expect("the same answer");
    }
    assert_eq!(test.do_jobs().await, 0, "nobody is written to");
    test.finish().await;
}

#[tokio::test]
async fn somebody_who_never_opened_their_account_gets_their_invitation_again() {
    let (test, cast) = TestBackend::with_cast().await;
    ask_password_reset(&test.visitor(), cast.member.email, HOME).await.expect("asked");
    test.do_jobs().await;
    let token = mailed_token(&test, "invitation");
    accept_invitation(&test.visitor(), &token, PASSWORD, PASSWORD).await.expect("accepted");
    test.finish().await;
}

#[tokio::test]
async fn links_are_asked_for_a_few_times_only_known_or_not() {
    let (test, cast) = TestBackend::with_cast().await;
    for email in [cast.member.email, "inconnue@demo.example"] {
        for _ in 0..RESETS_PER_ACCOUNT {
            ask_password_reset(&test.visitor(), email, "").await.expect("asked");
        }
        let refused = refusal(ask_password_reset(&test.visitor(), email, "").await);
        assert!(matches!(refused, Refusal::TooMany { .. }));
    }
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_link_serves_only_what_it_is_for_and_not_after_two_hours() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    ask_password_reset(&test.visitor(), cast.member.email, HOME).await.expect("asked");
    test.do_jobs().await;
    let token = mailed_token(&test, "password_reset");
    let visitor = test.visitor();
    let other_use = accept_invitation(&visitor, &token, ANOTHER, ANOTHER).await;
    assert_eq!(refusal(other_use), Refusal::LinkExpired);
    assert_eq!(refusal(confirm_email_change(&visitor, &token).await), Refusal::LinkExpired);
    test.wait(TimeDelta::hours(2));
    let late = reset_password(&test.visitor(), &token, ANOTHER, ANOTHER).await;
    assert_eq!(refusal(late), Refusal::LinkExpired);
    test.finish().await;
}

#[tokio::test]
async fn a_password_is_changed_with_the_present_one_and_closes_the_other_sessions() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let here = open_session(&test, cast.member.id, "ici", "firefox/linux").await;
    open_session(&test, cast.member.id, "ailleurs", "safari/iphone").await;
    let cx = test.as_user(cast.member.id).await;
    for (current, password, again, field, problem) in [
        ("", ANOTHER, ANOTHER, "current_password", FieldProblem::Missing),
        ("mauvais", ANOTHER, ANOTHER, "current_password", FieldProblem::Wrong),
        (PASSWORD, PASSWORD, PASSWORD, "password", FieldProblem::Unchanged),
        (PASSWORD, "court", "court", "password", FieldProblem::TooShort { min: 12 }),
    ] {
        let refused = change_password(&cx, Some(&here), current, password, again).await;
        assert_eq!(refusal(refused), Refusal::field(field, problem));
    }
    change_password(&cx, Some(&here), PASSWORD, ANOTHER, ANOTHER).await.expect("changed");
    let left = sessions(&cx, Some(&here)).await.expect("read");
    assert_eq!(left.iter().map(|s| (&s.key, s.present)).collect::<Vec<_>>(), [(&here, true)]);
    assert_eq!(test.do_jobs().await, 1, "the person is told by mail");
    test.finish().await;
}

#[tokio::test]
async fn a_session_left_open_cannot_be_used_to_guess_the_password() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let cx = test.as_user(cast.member.id).await;
    for _ in 0..4 {
        change_password(&cx, None, "mauvais", ANOTHER, ANOTHER).await.expect_err("wrong");
        ask_email_change(&cx, "x@exemple.fr", "mauvais").await.expect_err("wrong");
    }
    let refused = refusal(change_password(&cx, None, PASSWORD, ANOTHER, ANOTHER).await);
    assert!(matches!(refused, Refusal::TooMany { .. }));
    test.finish().await;
}

#[tokio::test]
async fn what_a_visitor_has_no_account_for_asks_to_sign_in() {
    let test = TestBackend::empty().await;
    let visitor = test.visitor();
    let answers = [
        refusal(change_password(&visitor, None, PASSWORD, ANOTHER, ANOTHER).await),
        refusal(ask_email_change(&visitor, "x@exemple.fr", PASSWORD).await),
        refusal(sessions(&visitor, None).await),
        refusal(revoke_session(&visitor, "x").await),
        refusal(revoke_other_sessions(&visitor, None).await),
    ];
    assert!(answers.iter().all(|answer| *answer == Refusal::SignInRequired));
    test.finish().await;
}
