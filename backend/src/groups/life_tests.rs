//! The life of a group: its facilitators come and go with their mandates, it closes and goes back to work.

use chrono::TimeDelta;
use domain::{
    FieldProblem, Refusal, Version,
    contributions::ContributionForm,
    groups::{CloseForm, GroupRole, GroupState, ReopenForm},
    ids::{ContributionId, UserId},
    policy::Permission,
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::{
    PageNumber, accounts, contributions, people,
    testing::{Cast, Person, TestBackend},
};

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> Refusal {
    result.expect_err("refused").refusal().expect("a refusal, not a failure").clone()
}

/// Their mandates end today; tomorrow comes.
async fn mandate_ends(test: &TestBackend, cast: &Cast, person: Person) {
    let administrator = test.as_user(cast.administrator.id).await;
    for mandate in people::show(&administrator, person.id).await.expect("shown").mandates {
        people::end_mandate(&administrator, mandate.id, "22/11/2026").await.expect("ended");
    }
    test.wait(TimeDelta::days(1));
}

async fn roles(test: &TestBackend, reader: UserId) -> Vec<(UserId, bool)> {
    let page = people_of(&test.as_user(reader).await, "mobilites", PageNumber::FIRST).await.expect("read");
    page.rows.into_iter().map(|person| (person.id, person.mandate_over)).collect()
}

async fn text(test: &TestBackend, author: Person, slug: &str) -> ContributionId {
    let form = ContributionForm {
        title: "Rejoindre la gare".into(),
        kind: "note".into(),
        body: "À pied, dix minutes.".into(),
        ..Default::default()
    };
    contributions::create(&test.as_user(author.id).await, slug, &form).await.expect("written")
}

fn sentence(confirmed: &str) -> CloseForm {
    CloseForm {
        sentence: "Un guide des cars du pays.".into(),
        note: "Deux ans de travail.".into(),
        confirmed: confirmed.into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_place_in_a_group_ends_with_the_mandate_at_the_very_next_request() {
    let (test, cast) = TestBackend::with_cast().await;
    let draft = text(&test, cast.member, "mobilites").await;
    mandate_ends(&test, &cast, cast.member).await;
    let member = test.as_user(cast.member.id).await;
    assert_eq!(member.actor.role_in(cast.mobilites.id()), None);
    assert_eq!(refusal(show(&member, "mobilites").await), Refusal::NotFound);
    assert_eq!(refusal(contributions::show(&member, draft).await), Refusal::NotFound);
    // The group no longer counts nor shows them; those who manage it see why.
    let chair = show(&test.as_user(cast.chair.id).await, "mobilites").await.expect("shown");
    assert_eq!(chair.members, Some(2), "the facilitator and the reviewer");
    assert!(!roles(&test, cast.chair.id).await.iter().any(|(id, _)| *id == cast.member.id));
    assert!(roles(&test, cast.facilitator.id).await.contains(&(cast.member.id, true)));
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert!(people::show(&facilitator, cast.member.id).await.expect("shown").groups.is_empty());
    let named = contributions::set_authors(&facilitator, draft, &[cast.reviewer.id, cast.member.id]).await;
    named.expect("an author stays one");
    test.finish().await;
}

#[tokio::test]
async fn staff_and_guests_observe_whatever_the_group_gave_them() {
    let (test, cast) = TestBackend::with_cast().await;
    let observer = test.as_user(cast.observer.id).await;
    assert_eq!(observer.actor.role_in(cast.mobilites.id()), Some(GroupRole::Observer));
    let facilitator = test.as_user(cast.facilitator.id).await;
    let promoted = change_role(&facilitator, "mobilites", cast.observer.id, GroupRole::Member).await;
    assert_eq!(refusal(promoted), Refusal::field("role", FieldProblem::NotAChoice));
    mandate_ends(&test, &cast, cast.observer).await;
    assert_eq!(test.as_user(cast.observer.id).await.actor.role_in(cast.mobilites.id()), None);
    test.finish().await;
}

#[tokio::test]
async fn a_group_that_nobody_runs_is_told_to_the_chair_and_administrators() {
    let (test, cast) = TestBackend::with_cast().await;
    let told = async |id: UserId| {
        let cx = test.as_user(id).await;
        let page = list(&cx, &GroupFilter { unled: true, ..Default::default() }, PageNumber::FIRST).await;
        let page = page.expect("read");
        assert_eq!(page.total, page.rows.len() as u64);
        page.rows.into_iter().map(|row| (row.slug, row.unled)).collect::<Vec<_>>()
    };
    assert!(told(cast.chair.id).await.is_empty());
    mandate_ends(&test, &cast, cast.facilitator).await;
    let unled = [("mobilites".to_owned(), true)];
    assert_eq!(told(cast.chair.id).await, unled);
    assert_eq!(told(cast.administrator.id).await, unled);
    assert!(told(cast.member.id).await.is_empty(), "the others have nothing to see to");
    assert!(show(&test.as_user(cast.chair.id).await, "mobilites").await.expect("shown").unled);
    let administrator = test.as_user(cast.administrator.id).await;
    change_role(&administrator, "mobilites", cast.member.id, GroupRole::Facilitator).await.expect("named");
    assert!(told(cast.chair.id).await.is_empty());
    // A suspension has the same effect.
    accounts::suspend(&administrator, cast.member.id).await.expect("suspended");
    assert_eq!(told(cast.chair.id).await, unled);
    test.finish().await;
}

#[tokio::test]
async fn a_group_closes_with_what_it_hands_in_and_nothing_more_is_written_in_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let draft = text(&test, cast.member, "mobilites").await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let view = closing(&facilitator, "mobilites").await.expect("looked at");
    assert_eq!(view.unfinished.iter().map(|(id, ..)| *id).collect::<Vec<_>>(), [draft]);
    assert_eq!((view.hidden, view.published.len()), (0, 0));
    // An administrator closes without reading the texts: they are only counted.
    let administrator = test.as_user(cast.administrator.id).await;
    assert_eq!(closing(&administrator, "mobilites").await.expect("looked at").hidden, 1);

    let unread = close(&facilitator, "mobilites", view.version, &sentence("")).await;
    assert_eq!(refusal(unread), Refusal::Transition(Transition::UnfinishedTexts));
    let of_another = CloseForm { text: draft.to_string(), confirmed: "yes".into(), ..Default::default() };
    let not_published = close(&facilitator, "mobilites", view.version, &of_another).await;
    assert_eq!(refusal(not_published), Refusal::field("text", FieldProblem::NotAChoice));
    let late = close(&facilitator, "mobilites", Version(0), &sentence("yes")).await;
    assert_eq!(refusal(late), Refusal::Conflict);
    close(&facilitator, "mobilites", view.version, &sentence("yes")).await.expect("closed");

    let closed = show(&facilitator, "mobilites").await.expect("shown");
    assert_eq!(closed.state, GroupState::Closed);
    assert_eq!(closed.handed_in, Some(HandedIn::Sentence("Un guide des cars du pays.".into())));
    assert!(!closed.may.write && !closed.may.close && !closed.may.reopen);
    let again = close(&facilitator, "mobilites", Version(2), &sentence("yes")).await;
    assert_eq!(refusal(again), Refusal::Transition(Transition::GroupStep));
    let over = Refusal::Transition(Transition::GroupClosed);
    let member = test.as_user(cast.member.id).await;
    assert_eq!(refusal(contributions::submit(&member, draft).await), over);
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refusal(ask_to_join(&other, "mobilites", "").await), over);
    test.finish().await;
}

#[tokio::test]
async fn who_began_to_write_before_the_closing_is_told_that_it_is_over() {
    let (test, cast) = TestBackend::with_cast().await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let tx = facilitator.begin().await.expect("a transaction");
    still_at_work(&tx, cast.mobilites.id()).await.expect("at work");
    tx.rollback().await.expect("ended");
    close(&facilitator, "mobilites", Version::FIRST, &sentence("")).await.expect("closed");
    let tx = facilitator.begin().await.expect("a transaction");
    let refused = still_at_work(&tx, cast.mobilites.id()).await;
    assert_eq!(refusal(refused), Refusal::Transition(Transition::GroupClosed));
    tx.rollback().await.expect("ended");
    test.finish().await;
}

#[tokio::test]
async fn the_chair_puts_a_closed_group_back_to_work_with_a_reason() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    close(&chair, "mobilites", Version::FIRST, &sentence("")).await.expect("closed by the chair");
    let facilitator = test.as_user(cast.facilitator.id).await;
    let reason = ReopenForm { reason: "La région relance l’étude.".into() };
    assert_eq!(
        refusal(reopen(&facilitator, "mobilites", &reason).await),
        Refusal::Forbidden(Forbidden::ChairOrAdministratorOnly)
    );
    assert!(matches!(
        refusal(reopen(&chair, "mobilites", &ReopenForm::default()).await),
        Refusal::Invalid(_)
    ));
    reopen(&chair, "mobilites", &reason).await.expect("back to work");
    let view = show(&facilitator, "mobilites").await.expect("shown");
    assert_eq!((view.state, view.closed_at), (GroupState::Active, None));
    assert_eq!(view.reopening_reason, "La région relance l’étude.");
    assert_eq!(
        refusal(reopen(&chair, "mobilites", &reason).await),
        Refusal::Transition(Transition::GroupStep)
    );
    assert_eq!(refusal(begin(&chair, "mobilites").await), Refusal::Transition(Transition::GroupStep));
    assert_eq!(test.journal().await[1..], ["group.closed", "group.reopened"]);
    test.finish().await;
}

#[tokio::test]
async fn only_those_who_run_it_the_chair_and_administrators_close_a_group() {
    let (test, cast) = TestBackend::with_cast().await;
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let facts = &cast.mobilites.facts;
        let allowed = cx.may(Permission::Group(GroupAction::Close, facts));
        assert_eq!(allowed, matches!(name, "facilitator" | "chair" | "administrator"), "{name}");
        let looked = closing(&cx, "mobilites").await;
        assert_eq!(looked.is_ok(), allowed, "{name}");
    }
    let cx = test.backend.system();
    let tx = cx.begin().await.expect("a transaction");
    bring_to_state(&cx, &tx, "alimentation", GroupState::SettingUp).await.expect("set up");
    cx.commit(tx).await.expect("committed");
    begin(&test.as_user(cast.other.id).await, "alimentation").await.expect("begun");
    let view = show(&test.as_user(cast.other.id).await, "alimentation").await.expect("shown");
    assert_eq!(view.state, GroupState::Active);
    test.finish().await;
}

#[tokio::test]
async fn a_text_begun_while_the_group_closes_is_either_counted_or_refused() {
    let (test, cast) = TestBackend::with_cast().await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let member = test.as_user(cast.member.id).await;
    let form = ContributionForm {
        title: "Au dernier moment".into(),
        kind: "note".into(),
        body: "Une idée.".into(),
        ..Default::default()
    };
    let closing_form = sentence("");
    let (closed, written) = tokio::join!(
        close(&facilitator, "mobilites", Version::FIRST, &closing_form),
        contributions::create(&member, "mobilites", &form),
    );
    match (closed, written) {
        (Ok(()), Err(late)) => {
            assert_eq!(late.refusal(), Some(&Refusal::Transition(Transition::GroupClosed)));
        }
        (Err(late), Ok(_)) => {
            assert_eq!(late.refusal(), Some(&Refusal::Transition(Transition::UnfinishedTexts)));
        }
        both => panic!("one of the two wins: {both:?}"),
    }
    test.finish().await;
}
