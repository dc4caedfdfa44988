use domain::{
    FieldProblem, Refusal,
    home::AskedKind,
    ids::UserId,
    people::{PersonForm, ProfileForm},
    tutorials::TutorialForm,
    welcome::{SponsorState, WelcomeStep},
};

use super::*;
use crate::{
    Cx, groups,
    home::asked_of_me,
    people,
    testing::{TestBackend, refused},
    tutorials,
};

/// A member of the council who has just opened their account.
async fn newcomer(test: &TestBackend) -> UserId {
    let cx = test.backend.system();
    let form =
        PersonForm { email: "neuve@demo.example".into(), name: "Yvonne Neuve".into(), ..Default::default() };
    let person = form.check(cx.today()).expect("valid");
    let tx = cx.begin().await.expect("a transaction");
    let (id, _) = people::upsert(&cx, &tx, &person).await.expect("written");
    begin(&cx, &tx, id).await.expect("begun");
    cx.commit(tx).await.expect("committed");
    id
}

async fn taken(cx: &Cx) -> Vec<WelcomeStep> {
    let steps = welcome(cx).await.expect("read").steps;
    steps.into_iter().filter(|(_, taken)| *taken).map(|(step, _)| step).collect()
}

async fn asks(cx: &Cx, kind: AskedKind) -> usize {
    asked_of_me(cx).await.expect("read").now.iter().filter(|ask| ask.kind == kind).count()
}

#[tokio::test]
async fn each_first_step_is_told_from_what_was_done() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = newcomer(&test).await;
    let cx = test.as_user(id).await;
    assert_eq!(taken(&cx).await, []);
    assert_eq!(asks(&cx, AskedKind::Welcome).await, 1);
    let profile = people::own_profile(&cx).await.expect("read");
    let form = ProfileForm {
        name: profile.name,
        language: "fr".into(),
        about: "Bonjour.".into(),
        email_shown_to: "council".into(),
        phone_shown_to: "council".into(),
        ..Default::default()
    };
    people::change_own_profile(&cx, profile.version, &form).await.expect("changed");
    assert_eq!(taken(&cx).await, [WelcomeStep::Profile]);
    groups::ask_to_join(&cx, "mobilites", "Bonjour.").await.expect("asked");
    assert_eq!(taken(&cx).await, [WelcomeStep::Profile, WelcomeStep::Group]);
    let chair = test.as_user(cast.chair.id).await;
    let tutorial = TutorialForm {
        title: "Un".into(),
        summary: "Une phrase.".into(),
        audiences: vec!["member".into()],
        minutes: "5".into(),
        body: "## Seule\n\nFait.".into(),
        ..Default::default()
    };
    tutorials::add(&chair, &tutorial).await.expect("written");
    tutorials::mark(&cx, "un", 1, true).await.expect("taken");
    assert_eq!(taken(&cx).await, [WelcomeStep::Profile, WelcomeStep::Group, WelcomeStep::Tutorial]);
    let discussion = domain::discussions::ThreadForm {
        subject: "Bonjour".into(),
        body: "Je me présente.".into(),
        ..Default::default()
    };
    crate::discussions::begin(&cx, "alimentation", &discussion).await.expect("begun");
    assert!(welcome(&cx).await.expect("read").is_finished());
    assert_eq!(asks(&cx, AskedKind::Welcome).await, 0);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn first_steps_are_put_away_and_are_not_asked_of_who_was_there_before() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    assert_eq!(
        (asks(&member, AskedKind::Welcome).await, welcome(&member).await.expect("read").begun_at),
        (0, None)
    );
    let id = newcomer(&test).await;
    let cx = test.as_user(id).await;
    put_away(&cx).await.expect("put away");
    assert_eq!(asks(&cx, AskedKind::Welcome).await, 0);
    assert!(welcome(&cx).await.expect("read").put_away);
    assert_eq!(refused(welcome(&test.visitor()).await), Refusal::SignInRequired);
    test.finish().await;
}

#[tokio::test]
async fn who_accompanies_a_new_member_is_named_or_offers_and_is_accepted() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = newcomer(&test).await;
    let new = test.as_user(id).await;
    let (member, reviewer) = (test.as_user(cast.member.id).await, test.as_user(cast.reviewer.id).await);
    let chair = test.as_user(cast.chair.id).await;
    offer(&member, id).await.expect("offered");
    assert_eq!(refused(offer(&member, id).await), Refusal::NotFound, "once");
    assert_eq!(refused(offer(&new, id).await), Refusal::NotFound, "not oneself");
    offer(&reviewer, id).await.expect("offered");
    assert_eq!(refused(offer(&member, cast.other.id).await), Refusal::NotFound, "who is not new");
    assert!(matches!(refused(offer(&test.as_user(cast.observer.id).await, id).await), Refusal::Forbidden(_)));
    let sponsors = async |cx: &Cx| -> Vec<(UserId, SponsorState)> {
        let sponsors = around(cx, id).await.expect("read").sponsors;
        sponsors.into_iter().map(|one| (one.person.id, one.state)).collect()
    };
    assert_eq!(sponsors(&new).await.len(), 2);
    assert_eq!(
        sponsors(&member).await,
        [(cast.member.id, SponsorState::Offered)],
        "offers are between the two"
    );
    assert!(sponsors(&chair).await.is_empty());
    accept(&new, cast.member.id).await.expect("accepted");
    assert_eq!(refused(accept(&new, cast.reviewer.id).await), Refusal::NotFound, "the others are thanked");
    assert_eq!(sponsors(&chair).await, [(cast.member.id, SponsorState::Agreed)]);
    assert_eq!(asks(&member, AskedKind::Accompany).await, 1);
    met(&member, id).await.expect("met");
    assert_eq!(asks(&member, AskedKind::Accompany).await, 0);
    assert_eq!(refused(met(&member, id).await), Refusal::NotFound);
    assert!(matches!(refused(name(&member, id, "").await), Refusal::Forbidden(_)));
    let nobody = name(&chair, id, &cast.observer.id.to_string()).await;
    assert_eq!(refused(nobody), Refusal::field("sponsor", FieldProblem::NotAChoice));
    name(&chair, id, &cast.reviewer.id.to_string()).await.expect("named");
    assert_eq!(sponsors(&new).await, [(cast.reviewer.id, SponsorState::Agreed)]);
    assert_eq!(asks(&reviewer, AskedKind::Accompany).await, 1);
    assert_eq!(refused(end(&member, id, cast.reviewer.id).await), Refusal::NotFound, "neither of the two");
    end(&new, id, cast.reviewer.id).await.expect("ended");
    assert!(sponsors(&new).await.is_empty());
    test.finish().await;
}
