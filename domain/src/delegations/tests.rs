use chrono::NaiveDate;

use super::*;
use crate::{
    Actor, Person,
    groups::GroupRole,
    ids::DelegationId,
    policy::{Permission, decide},
};

const GROUP: GroupId = GroupId(7);

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn somebody(roles: &[CouncilRole], place: Option<GroupRole>) -> Person {
    Person {
        id: UserId(1),
        name: "Camille".into(),
        administrator: false,
        roles: roles.to_vec(),
        groups: place.map(|role| (GROUP, role)).into_iter().collect(),
        delegated: Vec::new(),
    }
}

fn given(office: Office) -> Delegated {
    Delegated { id: DelegationId(3), office, from: UserId(2) }
}

fn form() -> DelegationForm {
    DelegationForm {
        office: "chair".into(),
        delegate: "2".into(),
        from: "2026-12-01".into(),
        to: "14/12/2026".into(),
        reason: "En voyage".into(),
    }
}

#[test]
fn a_delegation_has_an_end_and_is_bounded() {
    let today = day("2026-11-23");
    let new = form().check(today).expect("valid");
    assert_eq!(new.days, (day("2026-12-01"), day("2026-12-14")));
    let wrong = |change: fn(&mut DelegationForm)| {
        let mut form = form();
        change(&mut form);
        form.check(today).expect_err("refused")
    };
    for (refusal, field, problem) in [
        (wrong(|form| form.from = "2026-11-22".into()), "from", FieldProblem::InThePast),
        (wrong(|form| form.to = "2026-11-30".into()), "to", FieldProblem::EndsBeforeStart),
        (wrong(|form| form.to = "2027-03-03".into()), "to", FieldProblem::LongerThan { days: DAYS_MAX }),
        (wrong(|form| form.delegate = String::new()), "delegate", FieldProblem::Missing),
        (wrong(|form| form.reason = String::new()), "reason", FieldProblem::Missing),
    ] {
        assert_eq!(refusal, Refusal::field(field, problem));
    }
    assert!(form().check(day("2026-12-01")).is_ok(), "it may begin today");
    assert_eq!(wrong(|form| form.office = "member".into()), Refusal::Malformed);
}

#[test]
fn an_office_is_written_and_read_the_same() {
    for office in [Office::Role(CouncilRole::Chair), Office::Role(CouncilRole::Staff), Office::Group(GROUP)] {
        assert_eq!(office.to_string().parse(), Ok(office));
    }
    for text in ["member", "guest", "group-", "group-x", ""] {
        assert!(text.parse::<Office>().is_err(), "{text}");
    }
}

#[test]
fn only_a_member_of_the_council_stands_in_and_only_for_what_they_do_not_hold() {
    for role in DELEGABLE {
        let mut member = somebody(&[CouncilRole::Member], None);
        member.stand_in(given(Office::Role(role)));
        assert!(member.roles.contains(&role) && member.own_roles().eq([CouncilRole::Member]));
        for others in [&[CouncilRole::Guest][..], &[], &[CouncilRole::Staff]] {
            let mut guest = somebody(others, None);
            guest.stand_in(given(Office::Role(role)));
            assert_eq!((guest.roles.as_slice(), guest.delegated.len()), (others, 0));
        }
    }
    let mut chair = somebody(&[CouncilRole::Chair], Some(GroupRole::Facilitator));
    chair.stand_in(given(Office::Role(CouncilRole::Chair)));
    chair.stand_in(given(Office::Group(GROUP)));
    assert!(chair.delegated.is_empty(), "what is theirs stays theirs");
    for (place, runs) in [(None, false), (Some(GroupRole::Observer), false), (Some(GroupRole::Member), true)]
    {
        let mut person = somebody(&[CouncilRole::Member], place);
        person.stand_in(given(Office::Group(GROUP)));
        assert_eq!(person.run_groups().count() == 1, runs);
    }
}

#[test]
fn what_one_has_by_delegation_is_not_given_again_nor_handed_over() {
    let mut person = somebody(&[CouncilRole::Member], Some(GroupRole::Member));
    person.stand_in(given(Office::Role(CouncilRole::Chair)));
    person.stand_in(given(Office::Group(GROUP)));
    assert_eq!(person.own_offices(), []);
    let actor = Actor::Person(person);
    assert!(decide(&actor, Permission::Invite).is_allowed(), "they preside");
    assert!(!decide(&actor, Permission::HandOverChair).is_allowed());
    let own = somebody(&[CouncilRole::ViceChair], Some(GroupRole::Facilitator)).own_offices();
    assert_eq!(own, [Office::Role(CouncilRole::ViceChair), Office::Group(GROUP)]);
}

#[test]
fn an_act_tells_whether_it_took_the_delegation() {
    let mut person = somebody(&[CouncilRole::Member], None);
    person.stand_in(given(Office::Role(CouncilRole::Chair)));
    let actor = Actor::Person(person);
    assert_eq!(needed(&actor, Permission::Invite).map(|delegated| delegated.from), Some(UserId(2)));
    assert_eq!(needed(&actor, Permission::ReadDirectory), None, "a member does that by themselves");
    assert_eq!(needed(&actor, Permission::Administer), None, "nobody gave them that");
}

#[test]
fn what_is_over_stays_so() {
    use DelegationState::*;
    for state in DelegationState::ALL {
        for next in DelegationState::ALL {
            let allowed = matches!(
                (state, next),
                (Waiting, Accepted) | (Waiting, Declined) | (Waiting, Withdrawn) | (Accepted, Ended)
            );
            assert_eq!(state.becomes(*next).is_ok(), allowed, "{state:?} {next:?}");
        }
    }
}
