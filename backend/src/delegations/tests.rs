use chrono::{Days, NaiveDate, TimeDelta};
use domain::{
    FieldProblem, Refusal,
    delegations::{DelegationForm, Office},
    groups::{GroupRole, HandoverForm},
    home::AskedKind,
    ids::DelegationId,
    people::CouncilRole,
    policy::Permission,
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::{
    PageNumber, Result, accounts, groups, handovers, home, journal, people,
    testing::{Cast, Person, TestBackend},
};

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> Refusal {
    result.expect_err("refused").refusal().expect("a refusal, not a failure").clone()
}

fn over() -> Refusal {
    Refusal::Transition(Transition::DelegationOver)
}

fn days(test: &TestBackend, from: u64, to: u64) -> (NaiveDate, NaiveDate) {
    let today = test.visitor().today();
    (today + Days::new(from), today + Days::new(to))
}

fn form(office: &str, to: Person, days: (NaiveDate, NaiveDate)) -> DelegationForm {
    DelegationForm {
        office: office.into(),
        delegate: to.id.to_string(),
        from: days.0.to_string(),
        to: days.1.to_string(),
        reason: "En voyage".into(),
    }
}

/// The chair gives presiding to the member, who accepts.
async fn given(
    test: &TestBackend,
    cast: &Cast,
    office: &str,
    from: Person,
    days: (NaiveDate, NaiveDate),
) -> DelegationId {
    let giver = test.as_user(from.id).await;
    let id = offer(&giver, &form(office, cast.member, days)).await.expect("offered");
    answer(&test.as_user(cast.member.id).await, id, "accept").await.expect("accepted");
    id
}

async fn presides(test: &TestBackend, person: Person) -> bool {
    test.as_user(person.id).await.actor.presides()
}

async fn runs_mobilites(test: &TestBackend, cast: &Cast, person: Person) -> bool {
    test.as_user(person.id).await.actor.role_in(cast.mobilites.id()) == Some(GroupRole::Facilitator)
}

#[tokio::test]
async fn presiding_is_given_for_its_days_and_comes_back_by_itself() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let id = offer(&chair, &form("chair", cast.member, days(&test, 2, 3))).await.expect("offered");
    let member = test.as_user(cast.member.id).await;
    let asked = home::asked_of_me(&member).await.expect("read").now;
    assert!(asked.iter().any(|ask| ask.kind == AskedKind::StandIn), "{asked:?}");
    assert_eq!(refusal(answer(&test.as_user(cast.reviewer.id).await, id, "accept").await), Refusal::NotFound);
    answer(&member, id, "accept").await.expect("accepted");
    assert!(
        !home::asked_of_me(&member).await.expect("read").now.iter().any(|ask| ask.kind == AskedKind::StandIn)
    );
    for presiding in [false, false, true, true, false] {
        assert_eq!(presides(&test, cast.member).await, presiding, "on {}", test.visitor().today());
        assert!(presides(&test, cast.chair).await, "who gave it keeps it");
        let seen = in_council(&test.as_user(cast.other.id).await).await.expect("read");
        assert_eq!(seen.len(), usize::from(presiding));
        test.wait(TimeDelta::days(1));
    }
    let mine = mine(&test.as_user(cast.chair.id).await).await.expect("read");
    assert_eq!(mine.all[0].stage, Stage::Over);
    assert_eq!(test.journal().await[1..], ["delegation.offered", "delegation.accepted"]);
    test.finish().await;
}

#[tokio::test]
async fn running_a_group_is_given_to_a_member_of_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let office = Office::Group(cast.mobilites.id()).to_string();
    let facilitator = test.as_user(cast.facilitator.id).await;
    let today = days(&test, 0, 6);
    for nobody in [cast.other, cast.observer, cast.suspended, cast.facilitator, cast.chair] {
        let refused = refusal(offer(&facilitator, &form(&office, nobody, today)).await);
        assert_eq!(refused, Refusal::field("delegate", FieldProblem::NotAChoice));
    }
    let id = given(&test, &cast, &office, cast.facilitator, today).await;
    assert!(runs_mobilites(&test, &cast, cast.member).await);
    let again = offer(&facilitator, &form(&office, cast.reviewer, days(&test, 6, 9))).await;
    assert_eq!(refusal(again), Refusal::Transition(Transition::DelegatedAlready));
    let seen = in_group(&test.as_user(cast.reviewer.id).await, cast.mobilites.id()).await.expect("read");
    assert_eq!(seen[0].to.1, "Gérard Pontivy");
    assert_eq!(of_person(&test.as_user(cast.other.id).await, cast.member.id).await.expect("read"), []);

    // Ended by who has it, at once.
    end(&test.as_user(cast.member.id).await, id).await.expect("ended");
    assert!(!runs_mobilites(&test, &cast, cast.member).await);
    assert_eq!(in_group(&facilitator, cast.mobilites.id()).await.expect("read"), []);
    assert_eq!(refusal(end(&facilitator, id).await), over());
    test.finish().await;
}

#[tokio::test]
async fn it_ends_with_the_mandate_or_the_account_of_either() {
    for loss in ["giver's mandate", "delegate's mandate", "giver suspended", "delegate suspended"] {
        let (test, cast) = TestBackend::with_cast().await;
        given(&test, &cast, "chair", cast.chair, days(&test, 0, 30)).await;
        let administrator = test.as_user(cast.administrator.id).await;
        let who = if loss.starts_with("giver") { cast.chair } else { cast.member };
        assert!(presides(&test, cast.member).await);
        if loss.ends_with("suspended") {
            accounts::suspend(&administrator, who.id).await.expect("suspended");
        } else {
            let mandates = people::show(&administrator, who.id).await.expect("shown").mandates;
            let today = administrator.today().to_string();
            people::end_mandate(&administrator, mandates[0].id, &today).await.expect("ended");
            assert!(presides(&test, cast.member).await, "{loss}: until the end of the day");
            test.wait(TimeDelta::days(1));
        }
        assert!(!presides(&test, cast.member).await, "{loss}");
        test.finish().await;
    }
}

#[tokio::test]
async fn a_group_s_delegation_ends_when_either_leaves_their_place() {
    let (test, cast) = TestBackend::with_cast().await;
    let office = Office::Group(cast.mobilites.id()).to_string();
    given(&test, &cast, &office, cast.facilitator, days(&test, 0, 30)).await;
    let administrator = test.as_user(cast.administrator.id).await;
    groups::remove_member(&administrator, "mobilites", cast.member.id).await.expect("removed");
    assert_eq!(test.as_user(cast.member.id).await.actor.role_in(cast.mobilites.id()), None);

    let (test, cast) = TestBackend::with_cast().await;
    given(&test, &cast, &office, cast.facilitator, days(&test, 0, 30)).await;
    let successor = HandoverForm { successor: cast.reviewer.id.to_string(), note: String::new() };
    handovers::offer_group(&test.as_user(cast.facilitator.id).await, "mobilites", &successor)
        .await
        .expect("offered");
    let reviewer = test.as_user(cast.reviewer.id).await;
    let handover = handovers::handovers_for_me(&reviewer, None).await.expect("read")[0].id;
    handovers::answer(&reviewer, handover, "accept").await.expect("accepted");
    assert!(!runs_mobilites(&test, &cast, cast.member).await, "who gave it runs it no more");
    test.finish().await;
}

#[tokio::test]
async fn what_one_has_by_delegation_is_not_given_again_nor_made_one_s_own() {
    let (test, cast) = TestBackend::with_cast().await;
    let today = days(&test, 0, 9);
    let office = Office::Group(cast.mobilites.id()).to_string();
    given(&test, &cast, "chair", cast.chair, today).await;
    given(&test, &cast, &office, cast.facilitator, today).await;
    let member = test.as_user(cast.member.id).await;
    for office in ["chair", "vice_chair", "staff", office.as_str()] {
        let refused = refusal(offer(&member, &form(office, cast.reviewer, today)).await);
        assert_eq!(refused, Refusal::Forbidden(Forbidden::OthersOffice), "{office}");
        assert_eq!(refusal(offering(&member, office).await), Refusal::Forbidden(Forbidden::OthersOffice));
    }
    let successor = HandoverForm { successor: cast.reviewer.id.to_string(), note: String::new() };
    assert!(matches!(refusal(handovers::offer_chair(&member, &successor).await), Refusal::Forbidden(_)));
    let refused = refusal(handovers::offer_group(&member, "mobilites", &successor).await);
    assert_eq!(refused, Refusal::Forbidden(Forbidden::FacilitatorOnly));
    let own = groups::change_role(&member, "mobilites", cast.member.id, GroupRole::Facilitator).await;
    assert!(matches!(refusal(own), Refusal::Invalid(_)), "nor named for good by oneself");
    let all = mine(&member).await.expect("read");
    assert_eq!((all.offices.len(), all.all.len()), (0, 2));
    test.finish().await;
}

#[tokio::test]
async fn only_members_of_the_council_stand_in_for_what_is_one_s_own() {
    let (test, cast) = TestBackend::with_cast().await;
    let today = days(&test, 0, 9);
    let chair = test.as_user(cast.chair.id).await;
    for nobody in [cast.suspended, cast.former, cast.observer, cast.administrator, cast.chair] {
        let refused = refusal(offer(&chair, &form("chair", nobody, today)).await);
        assert_eq!(refused, Refusal::field("delegate", FieldProblem::NotAChoice));
    }
    let names = offering(&chair, "chair").await.expect("read").people;
    assert!(
        names.iter().any(|person| person.id == cast.member.id) && names.iter().all(|p| p.id != cast.chair.id)
    );
    for somebody in [cast.member, cast.facilitator, cast.administrator] {
        let somebody = test.as_user(somebody.id).await;
        let refused = refusal(offer(&somebody, &form("chair", cast.reviewer, today)).await);
        assert_eq!(refused, Refusal::Forbidden(Forbidden::OthersOffice));
    }
    assert_eq!(
        refusal(offer(&test.visitor(), &form("chair", cast.member, today)).await),
        Refusal::SignInRequired
    );
    // Staff give theirs to a member of the council.
    given(&test, &cast, "staff", cast.observer, today).await;
    assert!(test.as_user(cast.member.id).await.actor.is_staff());
    test.finish().await;
}

#[tokio::test]
async fn it_is_declined_taken_back_and_answered_once_while_its_days_last() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let today = days(&test, 0, 1);
    let id = offer(&chair, &form("chair", cast.member, today)).await.expect("offered");
    let member = test.as_user(cast.member.id).await;
    assert_eq!(refusal(end(&test.as_user(cast.other.id).await, id).await), Refusal::NotFound);
    assert_eq!(refusal(end(&member, id).await), over(), "who was asked answers");
    answer(&member, id, "refuse").await.expect("declined");
    assert_eq!(refusal(answer(&member, id, "accept").await), over());
    let id = offer(&chair, &form("chair", cast.member, today)).await.expect("offered again");
    end(&chair, id).await.expect("taken back");
    assert_eq!(refusal(answer(&member, id, "accept").await), over());
    let id = offer(&chair, &form("chair", cast.member, today)).await.expect("offered again");
    test.wait(TimeDelta::days(2));
    let late = test.as_user(cast.member.id).await;
    assert_eq!(refusal(answer(&late, id, "accept").await), over());
    assert!(!presides(&test, cast.member).await);
    test.finish().await;
}

#[tokio::test]
async fn what_takes_the_delegation_says_so_in_the_journal_and_the_rest_does_not() {
    let (test, cast) = TestBackend::with_cast().await;
    given(&test, &cast, "chair", cast.chair, days(&test, 0, 9)).await;
    let act = async |name: &str| {
        let member = test.as_user(cast.member.id).await;
        let form = domain::groups::GroupForm {
            name: name.into(),
            kind: "working_group".into(),
            visibility: "open".into(),
            ..Default::default()
        };
        groups::create(&member, &form, &[cast.reviewer.id]).await.expect("created");
    };
    act("Eau et rivières").await;
    let member = test.as_user(cast.member.id).await;
    assert!(member.may(Permission::Invite));
    accounts::revoke_other_sessions(&member, None).await.expect("ended");
    groups::join(&test.as_user(cast.member.id).await, "alimentation").await.expect("joined");
    let administrator = test.as_user(cast.administrator.id).await;
    let lines =
        journal::list(&administrator, &Default::default(), PageNumber::FIRST).await.expect("read").rows;
    let in_place = |kind: &str| {
        let line = lines.iter().find(|line| line.kind == kind).expect(kind);
        line.in_place_of.clone().map(|(id, _)| id)
    };
    assert_eq!(in_place("group.created"), Some(cast.chair.id));
    assert_eq!(in_place("group.member_joined"), None);
    let own = journal::own(&member, PageNumber::FIRST).await.expect("read").rows;
    assert!(own.iter().any(|line| line.kind == "group.created" && line.in_place_of.is_some()));
    test.finish().await;
}

#[tokio::test]
async fn the_roles_of_others_are_read_at_each_request() {
    let (test, cast) = TestBackend::with_cast().await;
    let before = test.as_user(cast.member.id).await;
    let id = given(&test, &cast, "chair", cast.chair, days(&test, 0, 9)).await;
    let during = test.as_user(cast.member.id).await;
    end(&test.as_user(cast.chair.id).await, id).await.expect("ended by who gave it");
    let after = test.as_user(cast.member.id).await;
    assert!(during.actor.person().expect("signed in").roles.contains(&CouncilRole::Chair));
    assert_eq!(before.actor, after.actor);
    test.finish().await;
}
