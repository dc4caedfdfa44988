use chrono::TimeDelta;
use domain::{
    Refusal,
    groups::{AdmissionKind, AdmissionState, Answer, AnswerForm, GroupRole, GroupState},
    ids::UserId,
    people::CouncilRole,
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::{
    Cx,
    groups::{Newcomer, add_member, join, show},
    testing::{Cast, TestBackend},
};

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> Refusal {
    result.expect_err("refused").refusal().expect("a refusal, not a failure").clone()
}

fn answer(answer: &str, sentence: &str) -> AnswerForm {
    AnswerForm { answer: answer.into(), sentence: sentence.into() }
}

async fn role(test: &TestBackend, cast: &Cast, user: UserId) -> Option<GroupRole> {
    test.as_user(user).await.actor.role_in(cast.mobilites.id())
}

async fn waiting_names(cx: &Cx, slug: &str) -> Vec<String> {
    admissions_of(cx, slug).await.expect("read").into_iter().map(|row| row.name).collect()
}

#[tokio::test]
async fn who_asks_comes_in_once_accepted() {
    let (test, cast) = TestBackend::with_cast().await;
    let other = test.as_user(cast.other.id).await;
    ask_to_join(&other, "mobilites", "Je prends le car tous les jours.").await.expect("asked");
    let again = ask_to_join(&other, "mobilites", "").await;
    assert_eq!(refusal(again), Refusal::Transition(Transition::AdmissionWaiting));
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert_eq!(waiting_names(&facilitator, "mobilites").await, ["Simone Tréguier"]);
    assert_eq!(show(&facilitator, "mobilites").await.expect("shown").requests, 1);
    let asked = requests_waiting_for_me(&facilitator, None).await.expect("read");
    assert_eq!((asked[0].user, asked[0].group.slug.as_str()), (cast.other.id, "mobilites"));
    assert!(requests_waiting_for_me(&other, None).await.expect("read").is_empty());

    let accepted = answer_request(&facilitator, "mobilites", cast.other.id, &answer("accept", "")).await;
    assert_eq!(accepted.expect("answered"), Answer::Accept);
    assert_eq!(role(&test, &cast, cast.other.id).await, Some(GroupRole::Member));
    let again = answer_request(&facilitator, "mobilites", cast.other.id, &answer("refuse", "")).await;
    assert_eq!(refusal(again), Refusal::Transition(Transition::AdmissionOver));
    assert!(requests_waiting_for_me(&facilitator, None).await.expect("read").is_empty());
    assert_eq!(test.journal().await[1..], ["group.join_asked", "group.member_added"]);
    test.finish().await;
}

#[tokio::test]
async fn a_refused_request_says_why_and_may_be_made_again() {
    let (test, cast) = TestBackend::with_cast().await;
    let other = test.as_user(cast.other.id).await;
    ask_to_join(&other, "mobilites", "").await.expect("asked");
    let facilitator = test.as_user(cast.facilitator.id).await;
    let refused = answer("refuse", "Le groupe est au complet.");
    answer_request(&facilitator, "mobilites", cast.other.id, &refused).await.expect("answered");
    let mine = my_admissions(&other).await.expect("read");
    assert_eq!(mine[0].state, AdmissionState::Refused);
    assert_eq!(mine[0].answer, "Le groupe est au complet.");
    assert_eq!(role(&test, &cast, cast.other.id).await, None);
    ask_to_join(&other, "mobilites", "Et maintenant ?").await.expect("asked again");
    withdraw_request(&other, "mobilites").await.expect("withdrawn");
    assert!(my_admissions(&other).await.expect("read").is_empty());
    assert_eq!(
        refusal(withdraw_request(&other, "mobilites").await),
        Refusal::Transition(Transition::AdmissionOver)
    );
    assert!(waiting_names(&facilitator, "mobilites").await.is_empty());
    test.finish().await;
}

#[tokio::test]
async fn only_members_of_the_council_ask_and_only_of_closed_groups() {
    let (test, cast) = TestBackend::with_cast().await;
    let ask = async |id: UserId, slug: &str| refusal(ask_to_join(&test.as_user(id).await, slug, "").await);
    let transition = Refusal::Transition;
    assert_eq!(ask(cast.member.id, "alimentation").await, transition(Transition::GroupIsOpen));
    assert_eq!(ask(cast.member.id, "mobilites").await, transition(Transition::AlreadyMember));
    assert_eq!(ask(cast.other.id, "bureau").await, Refusal::NotFound);
    assert_eq!(ask(cast.former.id, "mobilites").await, Refusal::NotFound);
    assert_eq!(
        ask(cast.administrator.id, "mobilites").await,
        Refusal::Forbidden(Forbidden::CouncilMembersOnly)
    );
    assert_eq!(refusal(ask_to_join(&test.visitor(), "alimentation", "").await), Refusal::SignInRequired);
    let long = ask_to_join(&test.as_user(cast.other.id).await, "mobilites", &"é".repeat(1_001)).await;
    let Refusal::Invalid(errors) = refusal(long) else { panic!("invalid") };
    assert_eq!(errors[0].field, "message");
    for outside in [cast.member, cast.other, cast.chair] {
        let cx = test.as_user(outside.id).await;
        let forbidden = Refusal::Forbidden(Forbidden::FacilitatorOnly);
        assert_eq!(refusal(admissions_of(&cx, "mobilites").await), forbidden);
        let answered = answer_request(&cx, "mobilites", cast.other.id, &answer("accept", "")).await;
        assert_eq!(refusal(answered), forbidden);
    }
    test.finish().await;
}

#[tokio::test]
async fn who_is_invited_accepts_or_declines_even_to_a_secret_group() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let who = Newcomer::User(cast.other.id);
    invite(&chair, "bureau", &who, GroupRole::Member, "Vous nous manquez.").await.expect("invited");
    let again = invite(&chair, "bureau", &who, GroupRole::Member, "").await;
    assert_eq!(refusal(again), Refusal::Transition(Transition::AdmissionWaiting));
    let other = test.as_user(cast.other.id).await;
    let mine = my_admissions(&other).await.expect("read");
    assert_eq!((mine[0].kind, mine[0].by.as_str()), (AdmissionKind::Invitation, "Armelle Goasdoué"));
    assert!(show(&other, "bureau").await.is_err(), "an invitation opens no page");
    assert_eq!(answer_invitation(&other, "bureau", "refuse").await.expect("declined"), Answer::Refuse);
    assert!(my_admissions(&other).await.expect("read").is_empty());
    invite(&chair, "bureau", &who, GroupRole::Observer, "").await.expect("invited again");
    answer_invitation(&other, "bureau", "accept").await.expect("accepted");
    let other = test.as_user(cast.other.id).await;
    assert_eq!(other.actor.role_in(cast.bureau.id()), Some(GroupRole::Observer));
    assert_eq!(
        test.journal().await[1..],
        ["group.member_invited", "group.invitation_declined", "group.member_invited", "group.member_joined"]
    );
    // Nobody answers for another.
    assert_eq!(
        refusal(answer_invitation(&test.as_user(cast.member.id).await, "bureau", "accept").await),
        Refusal::NotFound
    );
    test.finish().await;
}

#[tokio::test]
async fn an_invitation_is_taken_back_and_one_who_came_in_otherwise_waits_no_more() {
    let (test, cast) = TestBackend::with_cast().await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let who = Newcomer::Email(cast.other.email.to_owned());
    invite(&facilitator, "mobilites", &who, GroupRole::Member, "").await.expect("invited");
    withdraw_invitation(&facilitator, "mobilites", cast.other.id).await.expect("withdrawn");
    let other = test.as_user(cast.other.id).await;
    assert_eq!(
        refusal(answer_invitation(&other, "mobilites", "accept").await),
        Refusal::Transition(Transition::AdmissionOver)
    );
    ask_to_join(&other, "mobilites", "").await.expect("asked");
    add_member(&facilitator, "mobilites", &who, GroupRole::Member).await.expect("added");
    assert!(waiting_names(&facilitator, "mobilites").await.is_empty());
    // The same by joining a group that opened in between.
    let runs_it = test.as_user(cast.other.id).await;
    let member = Newcomer::User(cast.member.id);
    invite(&runs_it, "alimentation", &member, GroupRole::Member, "").await.expect("invited");
    join(&test.as_user(cast.member.id).await, "alimentation").await.expect("joined");
    assert!(waiting_names(&runs_it, "alimentation").await.is_empty());
    test.finish().await;
}

#[tokio::test]
async fn a_request_expires_with_the_mandate_and_with_the_group() {
    let (test, cast) = TestBackend::with_cast().await;
    ask_to_join(&test.as_user(cast.other.id).await, "mobilites", "").await.expect("asked");
    let administrator = test.as_user(cast.administrator.id).await;
    let mandate =
        crate::people::show(&administrator, cast.other.id).await.expect("shown").mandates[0].clone();
    assert_eq!(mandate.role, CouncilRole::Member);
    crate::people::end_mandate(&administrator, mandate.id, "22/11/2026").await.expect("ended");
    test.wait(TimeDelta::days(1));
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert!(waiting_names(&facilitator, "mobilites").await.is_empty());
    assert_eq!(show(&facilitator, "mobilites").await.expect("shown").requests, 0);
    let accepted = answer_request(&facilitator, "mobilites", cast.other.id, &answer("accept", "")).await;
    assert_eq!(refusal(accepted), Refusal::NotFound);

    invite(&facilitator, "mobilites", &Newcomer::User(cast.chair.id), GroupRole::Member, "")
        .await
        .expect("invited");
    let cx = test.backend.system();
    let tx = cx.begin().await.expect("a transaction");
    crate::groups::bring_to_state(&cx, &tx, "mobilites", GroupState::Closed).await.expect("closed");
    cx.commit(tx).await.expect("committed");
    let chair = test.as_user(cast.chair.id).await;
    assert!(my_admissions(&chair).await.expect("read").is_empty());
    assert_eq!(
        refusal(answer_invitation(&chair, "mobilites", "accept").await),
        Refusal::Transition(Transition::GroupClosed)
    );
    test.finish().await;
}

#[tokio::test]
async fn two_answers_at_once_make_one_place_and_one_sentence_for_the_other() {
    let (test, cast) = TestBackend::with_cast().await;
    ask_to_join(&test.as_user(cast.other.id).await, "mobilites", "").await.expect("asked");
    let facilitator = test.as_user(cast.facilitator.id).await;
    let administrator = test.as_user(cast.administrator.id).await;
    let (yes, no) = (answer("accept", ""), answer("refuse", ""));
    let (first, second) = tokio::join!(
        answer_request(&facilitator, "mobilites", cast.other.id, &yes),
        answer_request(&administrator, "mobilites", cast.other.id, &no),
    );
    let over = Refusal::Transition(Transition::AdmissionOver);
    let inside = role(&test, &cast, cast.other.id).await.is_some();
    match (first, second) {
        (Ok(Answer::Accept), Err(late)) => assert_eq!((late.refusal(), inside), (Some(&over), true)),
        (Err(late), Ok(Answer::Refuse)) => assert_eq!((late.refusal(), inside), (Some(&over), false)),
        both => panic!("one of the two wins: {both:?}"),
    }
    test.finish().await;
}
