use domain::{
    Actor,
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::people;

#[tokio::test]
async fn somebody_suspended_is_cut_off_at_once_and_comes_back_with_their_password() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.member).await;
    open_session(&test, cast.member.id, "ici", "firefox/linux").await;
    let administrator = test.as_user(cast.administrator.id).await;
    let link = create_link_now(&test.backend.system(), cast.member.id).await.expect("a link");

    suspend(&administrator, cast.member.id).await.expect("suspended");
    assert_eq!(test.as_user(cast.member.id).await.actor, Actor::Visitor);
    assert_eq!(refusal(look_at_link(&test.visitor(), &link).await), Refusal::LinkExpired);
    sign_in(&test.visitor(), cast.member.email, PASSWORD, HOME).await.expect_err("suspended");
    suspend(&administrator, cast.member.id).await.expect("already done");

    restore(&administrator, cast.member.id).await.expect("restored");
    assert_eq!(sessions(&test.as_user(cast.member.id).await, None).await.expect("read"), []);
    sign_in(&test.visitor(), cast.member.email, PASSWORD, HOME).await.expect("signed in");
    let journal = test.journal().await;
    let told = ["person.suspended", "person.restored"].map(String::from);
    assert!(journal.ends_with(&told));
    test.finish().await;
}

#[tokio::test]
async fn only_administrators_suspend_and_never_themselves() {
    let (test, cast) = TestBackend::with_cast().await;
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let answers = [suspend(&cx, cast.observer.id).await, restore(&cx, cast.observer.id).await];
        for answer in answers {
            let expected = match name {
                "administrator" => None,
                "suspended" => Some(Refusal::SignInRequired),
                _ => Some(Refusal::Forbidden(Forbidden::AdministratorOnly)),
            };
            assert_eq!(answer.err().and_then(|e| e.refusal().cloned()), expected, "{name}");
        }
    }
    let administrator = test.as_user(cast.administrator.id).await;
    let oneself = suspend(&administrator, cast.administrator.id).await;
    assert_eq!(refusal(oneself), Refusal::Transition(Transition::Oneself));
    test.finish().await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let (test, cast) = TestBackend::with_cast().await;
    open_account(&test, cast.administrator).await;
    let last = Refusal::Transition(Transition::LastAdministrator);
    let program = test.backend.system();
    assert_eq!(refusal(suspend(&program, cast.administrator.id).await), last);
    let administrator = test.as_user(cast.administrator.id).await;
    assert_eq!(refusal(people::end_administrator(&administrator, cast.administrator.id).await), last);

    // Somebody who never opened their account would leave nobody to administer.
    people::name_administrator(&administrator, cast.observer.id).await.expect("named");
    assert_eq!(refusal(people::end_administrator(&administrator, cast.administrator.id).await), last);
    open_account(&test, cast.observer).await;
    people::end_administrator(&administrator, cast.administrator.id).await.expect("handed over");
    assert!(!test.as_user(cast.administrator.id).await.actor.is_administrator());
    assert!(test.as_user(cast.observer.id).await.actor.is_administrator());
    test.finish().await;
}
