use chrono::TimeDelta;
use domain::{Actor, groups::GroupRole, people::CouncilRole};

use crate::testing::TestBackend;

#[tokio::test]
async fn rights_are_those_of_mandates_and_memberships_in_force() {
    let (test, cast) = TestBackend::with_cast().await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let person = facilitator.person().expect("signed in");
    assert_eq!(person.roles, [CouncilRole::Member]);
    assert_eq!(person.groups, [(cast.mobilites.id(), GroupRole::Facilitator)]);
    assert!(!test.as_user(cast.former.id).await.actor.is_council_member());
    test.finish().await;
}

#[tokio::test]
async fn a_suspended_person_is_a_visitor() {
    let (test, cast) = TestBackend::with_cast().await;
    assert_eq!(test.as_user(cast.suspended.id).await.actor, Actor::Visitor);
    test.finish().await;
}

#[tokio::test]
async fn a_mandate_begins_at_midnight_in_the_council_s_zone() {
    let (test, _) = TestBackend::with_cast().await;
    let morning = test.visitor().today();
    test.wait(TimeDelta::hours(14)); // 23 h in Paris
    assert_eq!(test.visitor().today(), morning);
    test.wait(TimeDelta::hours(1));
    assert_eq!(test.visitor().today(), morning.succ_opt().expect("a next day"));
    test.finish().await;
}
