use chrono::TimeDelta;
use domain::FieldProblem;

use super::*;

const NEW: &str = "gerard@exemple.fr";

#[tokio::test]
async fn an_address_changes_once_both_addresses_have_confirmed() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let cx = test.as_user(cast.member.id).await;
    ask_email_change(&cx, " Gerard@Exemple.fr ", PASSWORD).await.expect("asked");
    assert_eq!(test.do_jobs().await, 2);
    let mails = test.letterbox.mails();
    assert!(mails[0].contains(cast.member.email) && mails[0].contains("confirm_present_address"));
    assert!(mails[1].contains(NEW) && mails[1].contains("confirm_new_address"));

    let visitor = test.visitor();
    let new = mailed_token(&test, "confirm_new_address");
    assert_eq!(look_at_link(&visitor, &new).await.expect("a link").email, NEW);
    let confirmed = confirm_email_change(&visitor, &new).await.expect("confirmed");
    assert_eq!(confirmed, AddressConfirmed::OneOfTwo);
    sign_in(&visitor, NEW, PASSWORD, HOME).await.expect_err("not yet theirs");
    let pending = pending_email_change(&cx).await.expect("read").expect("under way");
    assert!(pending.new_confirmed && !pending.present_confirmed);

    let present = mailed_token(&test, "confirm_present_address");
    let confirmed = confirm_email_change(&visitor, &present).await.expect("confirmed");
    assert_eq!(confirmed, AddressConfirmed::Changed);
    assert_eq!(sign_in(&visitor, NEW, PASSWORD, HOME).await.expect("signed in"), cast.member.id);
    assert_eq!(pending_email_change(&cx).await.expect("read"), None);
    test.do_jobs().await;
    let told = test.letterbox.mails().pop().expect("a mail");
    assert!(told.contains("address_changed") && told.contains(cast.member.email), "the former one is told");
    test.finish().await;
}

#[tokio::test]
async fn an_address_that_is_wrong_taken_or_the_same_is_refused() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let cx = test.as_user(cast.member.id).await;
    for (email, password, field, problem) in [
        ("gerard", PASSWORD, "new_email", FieldProblem::NotAnEmail),
        (cast.member.email, PASSWORD, "new_email", FieldProblem::Unchanged),
        (cast.chair.email, PASSWORD, "new_email", FieldProblem::Taken),
        (cast.chair.email, "mauvais", "password", FieldProblem::Wrong),
    ] {
        let refused = refusal(ask_email_change(&cx, email, password).await);
        assert_eq!(refused, Refusal::field(field, problem), "{email}");
    }
    assert_eq!(test.do_jobs().await, 0);
    test.finish().await;
}

#[tokio::test]
async fn asking_again_drops_the_former_demand() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    let cx = test.as_user(cast.member.id).await;
    ask_email_change(&cx, NEW, PASSWORD).await.expect("asked");
    test.do_jobs().await;
    let first = mailed_token(&test, "confirm_new_address");
    ask_email_change(&cx, "autre.adresse@exemple.fr", PASSWORD).await.expect("asked again");
    test.do_jobs().await;
    assert_eq!(refusal(confirm_email_change(&test.visitor(), &first).await), Refusal::LinkExpired);
    test.finish().await;
}

#[tokio::test]
async fn of_two_people_who_ask_for_one_address_the_first_to_confirm_has_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let mut links = Vec::new();
    for person in [cast.member, cast.other] {
        open_account(&test, person).await;
        ask_email_change(&test.as_user(person.id).await, NEW, PASSWORD).await.expect("asked");
        test.do_jobs().await;
        let present = mailed_token(&test, "confirm_present_address");
        confirm_email_change(&test.visitor(), &present).await.expect("confirmed");
        links.push(mailed_token(&test, "confirm_new_address"));
    }
    let first = confirm_email_change(&test.visitor(), &links[0]).await;
    assert_eq!(first.expect("changed"), AddressConfirmed::Changed);
    let second = confirm_email_change(&test.visitor(), &links[1]).await;
    assert_eq!(refusal(second), Refusal::field("new_email", FieldProblem::Taken));
    look_at_link(&test.visitor(), &links[1]).await.expect("nothing was written");
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_change_that_nobody_confirms_is_forgotten() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    ask_email_change(&test.as_user(cast.member.id).await, NEW, PASSWORD).await.expect("asked");
    test.do_jobs().await;
    let token = mailed_token(&test, "confirm_new_address");
    test.wait(TimeDelta::days(2));
    assert_eq!(refusal(confirm_email_change(&test.visitor(), &token).await), Refusal::LinkExpired);
    assert_eq!(pending_email_change(&test.as_user(cast.member.id).await).await.expect("read"), None);
    test.finish().await;
}
