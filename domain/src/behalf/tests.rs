use super::*;
use crate::{
    Actor, Person,
    delegations::{Delegated, Office},
    groups::{GroupFacts, GroupRole, GroupState, Visibility},
    ids::{DelegationId, GroupId, UserId},
    people::CouncilRole,
    policy::{GroupAction, Permission, decide},
};

const GROUP: GroupId = GroupId(7);
const RUN: GroupId = GroupId(8);

fn today() -> NaiveDate {
    "2026-11-23".parse().expect("a day")
}

fn form() -> PaperForm {
    PaperForm { asked_on: "20/11/2026".into(), asked_by: "letter".into(), note: String::new() }
}

fn somebody(roles: &[CouncilRole]) -> Person {
    Person {
        id: UserId(1),
        name: "Jeanne".into(),
        administrator: true,
        roles: roles.to_vec(),
        groups: vec![(GROUP, GroupRole::Member), (RUN, GroupRole::Facilitator)],
        delegated: Vec::new(),
    }
}

#[test]
fn nobody_asked_tomorrow_and_how_they_asked_is_said() {
    let asked = form().check(today()).expect("valid");
    assert_eq!((asked.asked_on.to_string().as_str(), asked.asked_by), ("2026-11-20", AskedBy::Letter));
    let wrong = |change: fn(&mut PaperForm)| {
        let mut form = form();
        change(&mut form);
        form.check(today()).expect_err("refused")
    };
    for (refusal, field, problem) in [
        (wrong(|form| form.asked_on = "24/11/2026".into()), "asked_on", FieldProblem::InTheFuture),
        (wrong(|form| form.asked_by = String::new()), "asked_by", FieldProblem::Missing),
        (wrong(|form| form.asked_by = "pigeon".into()), "asked_by", FieldProblem::NotAChoice),
    ] {
        assert_eq!(refusal, Refusal::field(field, problem));
    }
    assert!(wrong(|form| form.note = "x".repeat(501)) != Refusal::Malformed);
}

#[test]
fn a_member_s_rights_are_lent_and_no_office() {
    let mut chair = somebody(&[CouncilRole::Member, CouncilRole::Chair, CouncilRole::Staff]);
    chair.stand_in(Delegated {
        id: DelegationId(1),
        office: Office::Role(CouncilRole::ViceChair),
        from: UserId(9),
    });
    let lent = chair.lent();
    assert_eq!(lent.roles, [CouncilRole::Member]);
    assert_eq!(lent.groups, [(GROUP, GroupRole::Member), (RUN, GroupRole::Member)]);
    assert!(!lent.administrator && lent.delegated.is_empty());
    let lent = Actor::Person(lent);
    assert!(!lent.presides() && lent.is_council_member() && may_be_acted_for(&lent));
    let group = GroupFacts { id: GROUP, visibility: Visibility::Closed, state: GroupState::Active };
    assert!(decide(&lent, Permission::Group(GroupAction::Write, &group)).is_allowed());
    assert!(decide(&lent, Permission::ReadDirectory).is_allowed());
    for never in [
        Permission::Administer,
        Permission::ManagePeople,
        Permission::Invite,
        Permission::RunPolls,
        Permission::HandOverChair,
        Permission::ActOnBehalf,
        Permission::FollowBehalf,
    ] {
        assert!(is_never_lent(never) && !decide(&lent, never).is_allowed(), "{never:?}");
    }
}

#[test]
fn only_members_are_acted_for() {
    for (roles, expected) in [
        (&[CouncilRole::Member][..], true),
        (&[CouncilRole::ViceChair], true),
        (&[CouncilRole::Guest], false),
        (&[CouncilRole::Staff], false),
        (&[], false),
    ] {
        assert_eq!(may_be_acted_for(&Actor::Person(somebody(roles))), expected, "{roles:?}");
    }
}

#[test]
fn a_role_of_staff_held_for_somebody_else_does_not_let_one_act() {
    let mut member = somebody(&[CouncilRole::Member]);
    member.administrator = false;
    member.stand_in(Delegated {
        id: DelegationId(2),
        office: Office::Role(CouncilRole::Staff),
        from: UserId(9),
    });
    let member = Actor::Person(member);
    assert!(member.is_staff());
    assert!(!decide(&member, Permission::ActOnBehalf).is_allowed());
}
