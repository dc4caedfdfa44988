use chrono::TimeDelta;
use domain::{
    FieldError, FieldProblem,
    accounts::LinkPurpose,
    people::{PersonForm, list::LineProblem},
    refusal::{Forbidden, Transition},
};

use super::*;

fn anne() -> PersonForm {
    PersonForm { email: "anne@exemple.fr".into(), name: "Anne Quidelleur".into(), ..Default::default() }
}

#[tokio::test]
async fn somebody_invited_opens_their_account_with_the_link_they_receive() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let id = invite(&administrator, &anne()).await.expect("invited");
    assert_eq!(test.do_jobs().await, 1);
    let token = mailed_token(&test, "invitation");

    let visitor = test.visitor();
    for _ in 0..2 {
        let link = look_at_link(&visitor, &token).await.expect("looking does not use it");
        assert_eq!((link.purpose, link.name.as_str()), (LinkPurpose::Invitation, "Anne Quidelleur"));
    }
    assert_eq!(accept_invitation(&visitor, &token, PASSWORD, PASSWORD).await.expect("accepted"), id);
    assert_eq!(sign_in(&visitor, "anne@exemple.fr", PASSWORD, HOME).await.expect("signed in"), id);
    assert!(test.as_user(id).await.actor.is_council_member());

    let again = accept_invitation(&visitor, &token, ANOTHER, ANOTHER).await;
    assert_eq!(refusal(again), Refusal::LinkExpired);
    let journal = test.journal().await;
    assert!(journal.ends_with(&["person.invited", "account.opened"].map(String::from)));
    test.finish().await;
}

#[tokio::test]
async fn a_refused_password_does_not_use_the_invitation() {
    let (test, cast) = TestBackend::with_cast().await;
    invite(&test.as_user(cast.chair.id).await, &anne()).await.expect("the chair invites");
    test.do_jobs().await;
    let token = mailed_token(&test, "invitation");
    let visitor = test.visitor();
    for (password, again, field, problem) in [
        ("court", "court", "password", FieldProblem::TooShort { min: 12 }),
        ("quidelleur22", "quidelleur22", "password", FieldProblem::TooCommon),
        (PASSWORD, "", "password_again", FieldProblem::Missing),
        (PASSWORD, ANOTHER, "password_again", FieldProblem::DoesNotMatch),
    ] {
        let refused = accept_invitation(&visitor, &token, password, again).await;
        assert_eq!(refusal(refused), Refusal::field(field, problem));
    }
    accept_invitation(&visitor, &token, PASSWORD, PASSWORD).await.expect("still of use");
    test.finish().await;
}

#[tokio::test]
async fn an_invitation_expires_and_can_be_sent_again() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = invite(&test.as_user(cast.administrator.id).await, &anne()).await.expect("invited");
    test.do_jobs().await;
    let first = mailed_token(&test, "invitation");
    test.wait(TimeDelta::days(13));
    look_at_link(&test.visitor(), &first).await.expect("still of use");
    test.wait(TimeDelta::days(1));
    assert_eq!(refusal(look_at_link(&test.visitor(), &first).await), Refusal::LinkExpired);

    resend_invitation(&test.as_user(cast.administrator.id).await, id).await.expect("sent again");
    test.do_jobs().await;
    let second = mailed_token(&test, "invitation");
    assert_ne!(first, second);
    accept_invitation(&test.visitor(), &second, PASSWORD, PASSWORD).await.expect("accepted");
    assert_eq!(
        refusal(resend_invitation(&test.as_user(cast.administrator.id).await, id).await),
        Refusal::Transition(Transition::AlreadyActive)
    );
    test.finish().await;
}

#[tokio::test]
async fn sending_again_withdraws_the_former_link() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = invite(&test.as_user(cast.administrator.id).await, &anne()).await.expect("invited");
    test.do_jobs().await;
    let first = mailed_token(&test, "invitation");
    resend_invitation(&test.as_user(cast.administrator.id).await, id).await.expect("sent again");
    assert_eq!(refusal(look_at_link(&test.visitor(), &first).await), Refusal::LinkExpired);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_link_accepted_twice_at_once_opens_one_account() {
    let (test, cast) = TestBackend::with_cast().await;
    let token = create_link_now(&test.backend.system(), cast.member.id).await.expect("a link");
    let visitor = test.visitor();
    let (one, two) = tokio::join!(
        accept_invitation(&visitor, &token, PASSWORD, PASSWORD),
        accept_invitation(&visitor, &token, ANOTHER, ANOTHER),
    );
    assert_eq!([one, two].iter().filter(|answer| answer.is_ok()).count(), 1);
    test.finish().await;
}

#[tokio::test]
async fn a_made_up_token_is_no_link() {
    let (test, _) = TestBackend::with_cast().await;
    // The hash of a link not sent yet is empty: nothing must match it.
    for token in ["", " ", "inventé", &"a".repeat(10_000)] {
        assert_eq!(refusal(look_at_link(&test.visitor(), token).await), Refusal::LinkExpired);
    }
    test.finish().await;
}

#[tokio::test]
async fn only_the_chair_and_administrators_invite() {
    let (test, cast) = TestBackend::with_cast().await;
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let form = PersonForm { email: format!("p{}@exemple.fr", person.id), ..anne() };
        let expected = match name {
            "chair" | "administrator" => None,
            "suspended" => Some(Refusal::SignInRequired),
            _ => Some(Refusal::Forbidden(Forbidden::ChairOrAdministratorOnly)),
        };
        let answers = [
            invite(&cx, &form).await.map(|_| ()),
            invite_list(&cx, &format!("q{}@exemple.fr; Anne", person.id)).await.map(|_| ()),
            resend_invitation(&cx, cast.member.id).await,
            waiting(&cx).await.map(|_| ()),
            invite_waiting(&cx).await.map(|_| ()),
        ];
        for answer in answers {
            assert_eq!(answer.err().and_then(|e| e.refusal().cloned()), expected, "{name}");
        }
    }
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn nobody_is_invited_twice() {
    let (test, cast) = TestBackend::with_cast().await;
    let form = PersonForm { email: " Membre@Demo.example".into(), ..anne() };
    assert_eq!(
        refusal(invite(&test.as_user(cast.administrator.id).await, &form).await),
        Refusal::field("email", FieldProblem::Taken)
    );
    test.finish().await;
}

#[tokio::test]
async fn a_list_invites_who_is_told_well_and_reports_the_other_lines() {
    let (test, cast) = TestBackend::with_cast().await;
    let list = "anne@exemple.fr; Anne Quidelleur\n\
                Bruno Salaün <bruno@exemple.fr>\n\
                \n\
                membre@demo.example; Gérard Pontivy\n\
                sans adresse\n\
                ANNE@exemple.fr; Anne encore";
    let outcome = invite_list(&test.as_user(cast.administrator.id).await, list).await.expect("read");
    assert_eq!(outcome.invited, ["Anne Quidelleur", "Bruno Salaün"]);
    let refused: Vec<_> = outcome.refused.into_iter().map(|line| (line.number, line.problems)).collect();
    let field = |field, problem| LineProblem::Field(FieldError::new(field, problem));
    assert_eq!(
        refused,
        [
            (4, vec![field("email", FieldProblem::Taken)]),
            (5, vec![field("email", FieldProblem::NotAnEmail), field("name", FieldProblem::Missing)]),
            (6, vec![LineProblem::SameAsLine(1)]),
        ]
    );
    assert_eq!(test.do_jobs().await, 2);
    test.finish().await;
}

#[tokio::test]
async fn a_link_for_the_command_line_is_made_by_the_program_only() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    assert_eq!(refusal(create_link_now(&administrator, cast.chair.id).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn those_who_came_with_an_import_are_invited_in_one_go_and_once() {
    let (test, cast) = TestBackend::with_cast().await;
    // Nobody of the cast has opened an account; the former member and the suspended one are not written to.
    let administrator = test.as_user(cast.administrator.id).await;
    let expected = waiting(&administrator).await.expect("counted");
    assert_eq!(invite_waiting(&administrator).await.expect("invited") as u64, expected);
    test.do_jobs().await;
    let written_to: Vec<String> = test.letterbox.mails();
    for person in [cast.member, cast.other] {
        assert!(written_to.iter().any(|mail| mail.contains(person.email)), "{}", person.email);
    }
    for person in [cast.former, cast.suspended] {
        assert!(!written_to.iter().any(|mail| mail.contains(person.email)), "{}", person.email);
    }
    assert_eq!(waiting(&administrator).await.expect("counted"), 0);
    assert_eq!(invite_waiting(&administrator).await.expect("nobody"), 0);
    test.wait(TimeDelta::days(15));
    let administrator = test.as_user(cast.administrator.id).await;
    assert_eq!(waiting(&administrator).await.expect("counted"), expected, "their links have expired");
    test.finish().await;
}
