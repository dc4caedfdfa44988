use chrono::TimeDelta;
use domain::accounts::LinkPurpose;

use super::*;

#[tokio::test]
async fn a_link_received_by_mail_signs_in_once_and_soon() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let visitor = test.visitor();
    ask_sign_in_link(&visitor, " MEMBRE@demo.example ", HOME).await.expect("asked");
    ask_sign_in_link(&visitor, cast.member.email, HOME).await.expect("asked again");
    test.do_jobs().await;
    let token = mailed_token(&test, "sign_in");
    for _ in 0..2 {
        assert_eq!(look_at_link(&visitor, &token).await.expect("a link").purpose, LinkPurpose::SignIn);
    }
    assert_eq!(sign_in_by_link(&visitor, &token).await.expect("in"), cast.member.id);
    assert_eq!(refusal(sign_in_by_link(&visitor, &token).await), Refusal::LinkExpired);
    let mails = test.letterbox.mails();
    let first = mails.iter().flat_map(|mail| mail.lines()).find_map(|line| line.strip_prefix("sign_in "));
    let first = first.expect("the first link").trim();
    assert_ne!(first, token);
    assert_eq!(
        refusal(sign_in_by_link(&visitor, first).await),
        Refusal::LinkExpired,
        "the others go with it"
    );

    ask_sign_in_link(&visitor, cast.member.email, HOME).await.expect("asked");
    test.do_jobs().await;
    test.wait(TimeDelta::minutes(15));
    let late = sign_in_by_link(&test.visitor(), &mailed_token(&test, "sign_in")).await;
    assert_eq!(refusal(late), Refusal::LinkExpired);
    test.finish().await;
}

#[tokio::test]
async fn asking_for_a_link_tells_nothing_of_who_has_an_account() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.other).await;
    suspend(&test.as_user(cast.administrator.id).await, cast.other.id).await.expect("suspended");
    for (email, left) in [("inconnue@demo.example", 0), (cast.other.email, 0), (cast.member.email, 1)] {
        for _ in 0..3 {
            ask_sign_in_link(&test.visitor(), email, "").await.expect("the same answer");
        }
        let refused = refusal(ask_sign_in_link(&test.visitor(), email, "").await);
        assert!(matches!(refused, Refusal::TooMany { .. }), "{email}");
        assert_eq!(test.do_jobs().await, 3 * left, "{email}");
    }
    // An account that was never opened gets its invitation.
    let token = mailed_token(&test, "invitation");
    assert_eq!(refusal(sign_in_by_link(&test.visitor(), &token).await), Refusal::LinkExpired);
    test.finish().await;
}

#[tokio::test]
async fn a_link_for_something_else_does_not_sign_in() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    ask_password_reset(&test.visitor(), cast.member.email, HOME).await.expect("asked");
    ask_sign_in_link(&test.visitor(), cast.member.email, HOME).await.expect("asked");
    test.do_jobs().await;
    let reset = mailed_token(&test, "password_reset");
    assert_eq!(refusal(sign_in_by_link(&test.visitor(), &reset).await), Refusal::LinkExpired);
    let link = mailed_token(&test, "sign_in");
    let misused = reset_password(&test.visitor(), &link, ANOTHER, ANOTHER).await;
    assert_eq!(refusal(misused), Refusal::LinkExpired);
    // Another password withdraws the link.
    reset_password(&test.visitor(), &reset, ANOTHER, ANOTHER).await.expect("changed");
    assert_eq!(refusal(sign_in_by_link(&test.visitor(), &link).await), Refusal::LinkExpired);
    test.do_jobs().await;
    test.finish().await;
}
