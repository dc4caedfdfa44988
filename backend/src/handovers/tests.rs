use chrono::TimeDelta;
use domain::{
    Refusal,
    groups::{Answer, GroupRole, HandoverForm},
    people::CouncilRole,
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::{
    Result, accounts, groups, people,
    testing::{Person, TestBackend},
};

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> Refusal {
    result.expect_err("refused").refusal().expect("a refusal, not a failure").clone()
}

fn to(person: Person) -> HandoverForm {
    HandoverForm { successor: person.id.to_string(), note: "Le rapport est presque prêt.".into() }
}

#[tokio::test]
async fn running_a_group_changes_hands_when_the_successor_accepts() {
    let (test, cast) = TestBackend::with_cast().await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    offer_group(&facilitator, "mobilites", &to(cast.member)).await.expect("offered");
    let role = async |person: Person| {
        test.as_user(person.id).await.actor.role_in(cast.mobilites.id()).expect("in the group")
    };
    assert_eq!(role(cast.member).await, GroupRole::Member, "nothing moves yet");
    let member = test.as_user(cast.member.id).await;
    let received = handovers_for_me(&member, None).await.expect("read");
    assert_eq!(received[0].note, "Le rapport est presque prêt.");
    let screen = of_group(&member, "mobilites").await.expect("shown to the successor");
    assert!(!screen.gives && screen.successors.is_empty());
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert_eq!(
        refusal(of_group(&reviewer, "mobilites").await),
        Refusal::Forbidden(Forbidden::FacilitatorOnly)
    );
    assert_eq!(refusal(answer(&reviewer, received[0].id, "accept").await), Refusal::NotFound);

    let (slug, said) = answer(&member, received[0].id, "accept").await.expect("accepted");
    assert_eq!((slug.as_deref(), said), (Some("mobilites"), Answer::Accept));
    assert_eq!(role(cast.member).await, GroupRole::Facilitator);
    assert_eq!(role(cast.facilitator).await, GroupRole::Member);
    let again = answer(&test.as_user(cast.member.id).await, received[0].id, "accept").await;
    assert_eq!(refusal(again), Refusal::Transition(Transition::HandoverOver));
    assert_eq!(test.journal().await[1..], ["handover.offered", "handover.accepted"]);
    test.finish().await;
}

#[tokio::test]
async fn a_handover_is_declined_taken_back_or_made_to_another() {
    let (test, cast) = TestBackend::with_cast().await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let member = test.as_user(cast.member.id).await;
    offer_group(&facilitator, "mobilites", &to(cast.member)).await.expect("offered");
    let id = handovers_for_me(&member, None).await.expect("read")[0].id;
    assert!(matches!(refusal(answer(&member, id, "peut-être").await), Refusal::Invalid(_)));
    assert_eq!(answer(&member, id, "refuse").await.expect("declined").1, Answer::Refuse);
    offer_group(&facilitator, "mobilites", &to(cast.member)).await.expect("offered again");
    offer_group(&facilitator, "mobilites", &to(cast.reviewer)).await.expect("to another");
    assert!(handovers_for_me(&member, None).await.expect("read").is_empty(), "one successor at a time");
    let reviewer = test.as_user(cast.reviewer.id).await;
    let id = handovers_for_me(&reviewer, None).await.expect("read")[0].id;
    assert_eq!(refusal(withdraw(&member, id).await), Refusal::NotFound);
    withdraw(&facilitator, id).await.expect("taken back");
    let late = answer(&reviewer, id, "accept").await;
    assert_eq!(refusal(late), Refusal::Transition(Transition::HandoverOver));
    test.finish().await;
}

#[tokio::test]
async fn only_somebody_who_writes_in_the_group_may_take_over() {
    let (test, cast) = TestBackend::with_cast().await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let screen = of_group(&facilitator, "mobilites").await.expect("shown");
    let names: Vec<&str> = screen.successors.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Gérard Pontivy", "Odile Rambert"], "neither the observer nor the suspended");
    for nobody in [cast.observer, cast.suspended, cast.other, cast.facilitator] {
        let Refusal::Invalid(errors) = refusal(offer_group(&facilitator, "mobilites", &to(nobody)).await)
        else {
            panic!("invalid")
        };
        assert_eq!(errors[0].field, "successor");
    }
    let member = test.as_user(cast.member.id).await;
    assert_eq!(
        refusal(offer_group(&member, "mobilites", &to(cast.reviewer)).await),
        Refusal::Forbidden(Forbidden::FacilitatorOnly)
    );
    test.finish().await;
}

#[tokio::test]
async fn what_one_lost_in_the_meantime_is_not_handed_over() {
    let (test, cast) = TestBackend::with_cast().await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    offer_group(&facilitator, "mobilites", &to(cast.member)).await.expect("offered");
    let administrator = test.as_user(cast.administrator.id).await;
    accounts::suspend(&administrator, cast.facilitator.id).await.expect("suspended");
    let member = test.as_user(cast.member.id).await;
    let id = handovers_for_me(&member, None).await.expect("read")[0].id;
    assert_eq!(refusal(answer(&member, id, "accept").await), Refusal::Transition(Transition::HandoverOver));
    assert_eq!(
        test.as_user(cast.member.id).await.actor.role_in(cast.mobilites.id()),
        Some(GroupRole::Member)
    );
    // A closed group is not handed over either.
    let chair = test.as_user(cast.chair.id).await;
    let close = domain::groups::CloseForm { sentence: "Un guide.".into(), ..Default::default() };
    groups::close(&chair, "mobilites", domain::Version::FIRST, &close).await.expect("closed");
    assert!(handovers_for_me(&member, None).await.expect("read").is_empty());
    test.finish().await;
}

#[tokio::test]
async fn presiding_changes_hands_between_yesterday_and_today() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    offer_chair(&chair, &to(cast.other)).await.expect("offered");
    assert!(of_chair(&chair).await.expect("shown").gives);
    let other = test.as_user(cast.other.id).await;
    let screen = of_chair(&other).await.expect("shown to the successor");
    assert!(!screen.gives);
    answer(&other, screen.waiting[0].id, "accept").await.expect("accepted");

    assert!(test.as_user(cast.other.id).await.actor.is_the_chair());
    let former = test.as_user(cast.chair.id).await;
    assert!(!former.actor.presides());
    assert!(former.actor.is_council_member(), "who presided still sits in the council");
    assert_eq!(
        former.actor.role_in(cast.bureau.id()),
        Some(GroupRole::Facilitator),
        "and keeps their groups"
    );
    let administrator = test.as_user(cast.administrator.id).await;
    let mandates = people::show(&administrator, cast.chair.id).await.expect("shown").mandates;
    let today = administrator.today();
    let presided = mandates.iter().find(|held| held.role == CouncilRole::Chair).expect("kept as it was");
    assert_eq!(presided.period.to, today.pred_opt());
    test.wait(TimeDelta::days(1));
    assert!(test.as_user(cast.other.id).await.actor.is_the_chair());

    // The new chair hands it back the same day as another began.
    let other = test.as_user(cast.other.id).await;
    offer_chair(&other, &to(cast.chair)).await.expect("offered");
    let former = test.as_user(cast.chair.id).await;
    let id = handovers_for_me(&former, None).await.expect("read")[0].id;
    answer(&former, id, "accept").await.expect("accepted");
    assert!(test.as_user(cast.chair.id).await.actor.is_the_chair());
    assert!(!test.as_user(cast.other.id).await.actor.presides());
    test.finish().await;
}

#[tokio::test]
async fn only_the_chair_hands_over_presiding_and_only_to_a_member_of_the_council() {
    let (test, cast) = TestBackend::with_cast().await;
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        assert_eq!(of_chair(&cx).await.is_ok(), name == "chair", "{name}");
        assert_eq!(offer_chair(&cx, &to(cast.member)).await.is_ok(), name == "chair", "{name}");
    }
    let chair = test.as_user(cast.chair.id).await;
    for nobody in [cast.administrator, cast.observer, cast.former, cast.suspended] {
        assert!(matches!(refusal(offer_chair(&chair, &to(nobody)).await), Refusal::Invalid(_)));
    }
    test.finish().await;
}

#[tokio::test]
async fn whoever_hands_over_and_whoever_takes_over_see_what_waits_and_what_is_late() {
    use domain::{
        contributions::ContributionForm,
        discussions::{MessageForm, ThreadForm},
    };

    use crate::{contributions, discussions};
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let form = |title: &str| ContributionForm {
        title: title.into(),
        kind: "note".into(),
        body: "Un texte.".into(),
        ..Default::default()
    };
    let first = contributions::create(&member, "mobilites", &form("Sans échéance")).await.expect("begun");
    let late = contributions::create(&member, "mobilites", &form("En retard")).await.expect("begun");
    contributions::set_deadline(&member, late, "2026-11-22").await.expect("set");
    test.wait(TimeDelta::days(2));
    let member = test.as_user(cast.member.id).await;
    let opening = |subject: &str| ThreadForm {
        subject: subject.into(),
        body: "Qu’en pensez-vous ?".into(),
        text: String::new(),
    };
    discussions::begin(&member, "mobilites", &opening("Sans réponse")).await.expect("begun");
    let answered = discussions::begin(&member, "mobilites", &opening("Répondue")).await.expect("begun");
    let facilitator = test.as_user(cast.facilitator.id).await;
    let said = MessageForm { body: "Oui.".into(), ..Default::default() };
    discussions::answer(&facilitator, answered, None, &said).await.expect("answered");
    offer_group(&facilitator, "mobilites", &to(cast.member)).await.expect("offered");
    for cx in [&facilitator, &member] {
        let screen = of_group(cx, "mobilites").await.expect("shown");
        let texts: Vec<_> = screen.texts.iter().map(|text| text.id).collect();
        assert_eq!(texts, [late, first], "what is due comes first");
        assert!(screen.texts[0].due.is_some_and(|due| due.is_late()) && screen.texts[1].due.is_none());
        assert_eq!(screen.texts[0].authors, ["Gérard Pontivy"]);
        let waiting: Vec<_> = screen.unanswered.rows.iter().map(|row| row.subject.clone()).collect();
        assert_eq!(waiting, [Some("Sans réponse".to_owned())]);
        assert!(screen.people.iter().any(|person| person.id == cast.reviewer.id));
    }
    let chair = of_chair(&test.as_user(cast.chair.id).await).await.expect("shown");
    let people: Vec<_> = chair.people.iter().map(|person| (person.id, person.role)).collect();
    assert!(people.contains(&(cast.chair.id, CouncilRole::Chair)), "{people:?}");
    assert!(people.contains(&(cast.administrator.id, CouncilRole::Staff)), "{people:?}");
    assert!(chair.late.is_empty());
    test.finish().await;
}
