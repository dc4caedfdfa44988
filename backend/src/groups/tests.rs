use domain::{
    Refusal, Version,
    groups::{GroupForm, GroupKind, GroupRole, GroupSettings, Visibility},
    ids::UserId,
    policy::{Decision, GroupAction, Permission, decide},
    refusal::{Forbidden, Transition},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, sea_query::Expr};

use super::{visible::visible_to, *};
use crate::{
    Cx, Outcome, PageNumber,
    entities::membership,
    testing::{Cast, TestBackend},
};

fn form(name: &str, visibility: Visibility) -> GroupForm {
    GroupForm {
        name: name.to_owned(),
        kind: GroupKind::WorkingGroup.code().to_owned(),
        visibility: visibility.code().to_owned(),
        mandate: "Dire ce qui change.".to_owned(),
        ..Default::default()
    }
}

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> Refusal {
    result.expect_err("refused").refusal().expect("a refusal, not a failure").clone()
}

async fn names(cx: &Cx, filter: &GroupFilter) -> Vec<String> {
    let page = list(cx, filter, PageNumber::FIRST).await.expect("a list");
    assert_eq!(page.total, page.rows.len() as u64, "the count tells no more than the list");
    page.rows.into_iter().map(|row| row.slug).collect()
}

async fn roles(test: &TestBackend, cast: &Cast, slug: &str) -> Vec<(UserId, GroupRole)> {
    let cx = test.as_user(cast.administrator.id).await;
    let page = people_of(&cx, slug, PageNumber::FIRST).await.expect("people");
    page.rows.into_iter().map(|person| (person.id, person.role)).collect()
}

/// Lists against the policy: each person, each group, each filter.
#[tokio::test]
async fn lists_hold_what_the_policy_allows() {
    let (test, cast) = TestBackend::with_cast().await;
    let groups = [cast.mobilites, cast.alimentation, cast.bureau];
    let mut people = vec![("visitor", test.visitor()), ("program", test.backend.system())];
    for (name, person) in cast.everybody() {
        people.push((name, test.as_user(person.id).await));
    }
    for (name, cx) in people {
        let filters: [(GroupAction, Condition); 3] = [
            (GroupAction::See, visible_to(&cx.actor)),
            (GroupAction::SeePeople, people_visible_to(&cx.actor)),
            (GroupAction::ReadWork, work_visible_to(&cx.actor)),
        ];
        for (action, filter) in filters {
            let listed = group::Entity::find().filter(filter).all(cx.reader()).await.expect("a list");
            for group in &groups {
                let allowed = decide(&cx.actor, Permission::Group(action, &group.facts)) == Decision::Allow;
                let found = listed.iter().any(|row| row.id == group.id());
                assert_eq!(found, allowed, "{name}, {action:?}, {}", group.slug);
            }
        }
        let listed = names(&cx, &GroupFilter::default()).await;
        for group in &groups {
            let allowed = cx.may(Permission::Group(GroupAction::See, &group.facts));
            assert_eq!(listed.contains(&group.slug.to_owned()), allowed, "{name}, {}", group.slug);
            let shown = show(&cx, group.slug).await;
            assert_eq!(shown.is_ok(), allowed, "{name}, {}", group.slug);
        }
    }
    test.finish().await;
}

#[tokio::test]
async fn a_visitor_sees_of_an_open_group_its_name_and_mandate_only() {
    let (test, cast) = TestBackend::with_cast().await;
    for cx in [test.visitor(), test.as_user(cast.former.id).await, test.as_user(cast.suspended.id).await] {
        let view = show(&cx, "alimentation").await.expect("an open group");
        assert_eq!((view.facilitators, view.people, view.members), (None, None, None));
        assert!(view.texts.is_empty());
        let row = list(&cx, &GroupFilter::default(), PageNumber::FIRST).await.expect("a list").rows.remove(0);
        assert_eq!((row.members, row.texts), (None, 0));
    }
    assert_eq!(
        refusal(people_of(&test.visitor(), "alimentation", PageNumber::FIRST).await),
        Refusal::SignInRequired
    );
    assert_eq!(refusal(show(&test.visitor(), "mobilites").await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn a_member_of_the_council_sees_who_runs_a_closed_group() {
    let (test, cast) = TestBackend::with_cast().await;
    let view = show(&test.as_user(cast.other.id).await, "mobilites").await.expect("a closed group");
    let facilitators: Vec<UserId> = view.facilitators.expect("shown").iter().map(|p| p.id).collect();
    assert_eq!(facilitators, [cast.facilitator.id]);
    assert_eq!((view.people, view.members), (None, None));
    assert!(!view.may.join && !view.may.see_people);
    test.finish().await;
}

#[tokio::test]
async fn groups_are_found_by_name_whatever_the_accents() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let filter = |q: &str| GroupFilter { q: q.to_owned(), ..Default::default() };
    assert_eq!(names(&cx, &filter("MOBILITES")).await, ["mobilites"]);
    assert_eq!(names(&cx, &filter("terres alim")).await, ["alimentation"]);
    assert!(names(&cx, &filter("%")).await.is_empty());
    assert!(names(&cx, &filter("bureau")).await.is_empty());
    assert_eq!(names(&cx, &GroupFilter { mine: true, ..Default::default() }).await, ["mobilites"]);
    assert_eq!(kinds(&cx).await.expect("kinds"), [GroupKind::WorkingGroup]);
    let bureaus = GroupFilter { kind: Some(GroupKind::Bureau), ..Default::default() };
    assert!(names(&cx, &bureaus).await.is_empty());
    test.finish().await;
}

#[tokio::test]
async fn suspended_people_are_seen_by_those_who_manage_the_group_only() {
    let (test, cast) = TestBackend::with_cast().await;
    let seen = async |id| {
        let cx = test.as_user(id).await;
        let page = people_of(&cx, "mobilites", PageNumber::FIRST).await.expect("people");
        page.rows.iter().any(|person| person.id == cast.suspended.id)
    };
    assert!(seen(cast.facilitator.id).await);
    assert!(!seen(cast.member.id).await);
    let view = show(&test.as_user(cast.member.id).await, "mobilites").await.expect("shown");
    assert_eq!(
        view.members,
        Some(3),
        "facilitator, member, reviewer: neither the observer nor the suspended"
    );
    test.finish().await;
}

#[tokio::test]
async fn the_chair_opens_a_group_with_an_address_of_its_own() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.chair.id).await;
    let slug = create(&cx, &form("L’eau", Visibility::Open), &[cast.other.id]).await.expect("created");
    assert_eq!(slug, "l-eau");
    let again = create(&cx, &form("L'eau", Visibility::Secret), &[cast.member.id]).await.expect("created");
    assert_eq!(again, "l-eau-2");
    assert_eq!(roles(&test, &cast, "l-eau").await, [(cast.other.id, GroupRole::Facilitator)]);
    assert_eq!(test.journal().await[1..], ["group.created", "group.created"]);
    // The chair who opened a secret group is not in it, and no longer sees it.
    assert_eq!(refusal(show(&cx, "l-eau-2").await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn a_group_has_somebody_to_run_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.administrator.id).await;
    let eau = form("L’eau", Visibility::Open);
    for nobody in [&[][..], &[cast.former.id], &[cast.suspended.id], &[UserId(404)]] {
        let Refusal::Invalid(errors) = refusal(create(&cx, &eau, nobody).await) else { panic!("invalid") };
        assert_eq!(errors[0].field, "facilitators");
    }
    // All that is missing is told at once.
    let nameless = form("", Visibility::Open);
    let Refusal::Invalid(errors) = refusal(create(&cx, &nameless, &[]).await) else { panic!("invalid") };
    assert_eq!(errors.iter().map(|error| error.field.as_str()).collect::<Vec<_>>(), ["name", "facilitators"]);
    let member = test.as_user(cast.member.id).await;
    assert_eq!(
        refusal(create(&member, &eau, &[cast.member.id]).await),
        Refusal::Forbidden(Forbidden::ChairOrAdministratorOnly)
    );
    assert_eq!(test.journal().await.len(), 1, "nothing was written");
    test.finish().await;
}

#[tokio::test]
async fn a_change_on_an_older_version_is_refused() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let renamed = form("Se déplacer", Visibility::Open);
    change(&cx, "mobilites", Version::FIRST, &renamed).await.expect("changed");
    assert_eq!(refusal(change(&cx, "mobilites", Version::FIRST, &renamed).await), Refusal::Conflict);
    let view = show(&test.visitor(), "mobilites").await.expect("open now");
    assert_eq!((view.name.as_str(), view.version), ("Se déplacer", Version(2)));
    let outsider = test.as_user(cast.other.id).await;
    assert_eq!(
        refusal(change(&outsider, "mobilites", Version(2), &renamed).await),
        Refusal::Forbidden(Forbidden::FacilitatorOnly)
    );
    test.finish().await;
}

#[tokio::test]
async fn one_joins_an_open_group_once_and_leaves_it() {
    let (test, cast) = TestBackend::with_cast().await;
    join(&test.as_user(cast.member.id).await, "alimentation").await.expect("joined");
    let cx = test.as_user(cast.member.id).await;
    assert_eq!(refusal(join(&cx, "alimentation").await), Refusal::Transition(Transition::AlreadyMember));
    leave(&cx, "alimentation").await.expect("left");
    assert_eq!(roles(&test, &cast, "alimentation").await, [(cast.other.id, GroupRole::Facilitator)]);
    assert_eq!(test.journal().await[1..], ["group.member_joined", "group.member_left"]);
    test.finish().await;
}

#[tokio::test]
async fn nobody_joins_by_themselves_a_group_that_is_not_open() {
    let (test, cast) = TestBackend::with_cast().await;
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refusal(join(&other, "mobilites").await), Refusal::Transition(Transition::GroupNotOpen));
    assert_eq!(refusal(join(&other, "bureau").await), Refusal::NotFound);
    let former = test.as_user(cast.former.id).await;
    assert_eq!(
        refusal(join(&former, "alimentation").await),
        Refusal::Forbidden(Forbidden::CouncilMembersOnly)
    );
    assert_eq!(refusal(join(&test.visitor(), "alimentation").await), Refusal::SignInRequired);
    test.finish().await;
}

/// Makes somebody a facilitator of `mobilites`, whoever they are.
async fn facilitates(test: &TestBackend, cast: &Cast, user: UserId) {
    membership::Entity::update_many()
        .col_expr(membership::Column::Role, Expr::value(GroupRole::Facilitator))
        .filter(membership::Column::GroupId.eq(cast.mobilites.id()))
        .filter(membership::Column::UserId.eq(user))
        .exec(test.backend.db().writer())
        .await
        .expect("named");
}

#[tokio::test]
async fn the_last_facilitator_stays_until_another_is_named() {
    let (test, cast) = TestBackend::with_cast().await;
    let last = Refusal::Transition(Transition::LastFacilitator);
    let cx = test.as_user(cast.facilitator.id).await;
    let administrator = test.as_user(cast.administrator.id).await;
    assert_eq!(refusal(leave(&cx, "mobilites").await), last);
    let demoted = change_role(&cx, "mobilites", cast.facilitator.id, GroupRole::Member).await;
    assert_eq!(refusal(demoted), last);
    assert_eq!(refusal(remove_member(&administrator, "mobilites", cast.facilitator.id).await), last);
    // A suspended facilitator runs nothing: they do not count.
    facilitates(&test, &cast, cast.suspended.id).await;
    assert_eq!(refusal(leave(&cx, "mobilites").await), last);
    change_role(&cx, "mobilites", cast.reviewer.id, GroupRole::Facilitator).await.expect("named");
    leave(&cx, "mobilites").await.expect("left");
    test.finish().await;
}

#[tokio::test]
async fn a_facilitator_adds_people_of_the_council() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let offered = |q: &'static str| {
        let cx = &cx;
        async move { candidates(cx, "mobilites", q).await.expect("offered") }
    };
    assert_eq!(offered("TREGUIER").await.iter().map(|p| p.id).collect::<Vec<_>>(), [cast.other.id]);
    assert_eq!(offered("autre@demo.example").await.len(), 1, "by address");
    assert!(offered("faugere").await.is_empty(), "a former member is not of the council");
    assert!(offered("gérard").await.is_empty(), "already in the group");

    let by_address = Newcomer::Email(" AUTRE@demo.example ".into());
    let added = add_member(&cx, "mobilites", &by_address, GroupRole::Member).await.expect("added");
    assert_eq!(added, cast.other.id);
    let again = add_member(&cx, "mobilites", &Newcomer::User(cast.other.id), GroupRole::Member).await;
    assert_eq!(refusal(again), Refusal::Transition(Transition::AlreadyMember));
    for nobody in [
        Newcomer::Email("inconnu@demo.example".into()),
        Newcomer::Email("inconnu".into()),
        Newcomer::User(cast.former.id),
    ] {
        let refused = refusal(add_member(&cx, "mobilites", &nobody, GroupRole::Member).await);
        let Refusal::Invalid(errors) = refused else { panic!("invalid") };
        assert_eq!(errors[0].field, "person");
    }
    remove_member(&cx, "mobilites", cast.other.id).await.expect("removed");
    assert_eq!(refusal(remove_member(&cx, "mobilites", cast.other.id).await), Refusal::NotFound);
    assert_eq!(test.journal().await[1..], ["group.member_added", "group.member_removed"]);
    test.finish().await;
}

#[tokio::test]
async fn only_those_who_run_the_group_manage_its_people() {
    let (test, cast) = TestBackend::with_cast().await;
    for person in [cast.member, cast.observer, cast.other, cast.chair] {
        let cx = test.as_user(person.id).await;
        let newcomer = Newcomer::User(cast.chair.id);
        for refused in [
            add_member(&cx, "mobilites", &newcomer, GroupRole::Member).await.map(drop),
            remove_member(&cx, "mobilites", cast.reviewer.id).await,
            change_role(&cx, "mobilites", cast.reviewer.id, GroupRole::Observer).await,
            candidates(&cx, "mobilites", "").await.map(drop),
        ] {
            assert_eq!(refusal(refused), Refusal::Forbidden(Forbidden::FacilitatorOnly));
        }
    }
    let chair = test.as_user(cast.chair.id).await;
    assert!(people_of(&chair, "mobilites", PageNumber::FIRST).await.is_ok());
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refusal(people_of(&other, "bureau", PageNumber::FIRST).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn an_administrator_becomes_an_observer_and_no_more() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.administrator.id).await;
    let oneself = Newcomer::User(cast.administrator.id);
    for role in [GroupRole::Member, GroupRole::Facilitator] {
        let Refusal::Invalid(errors) = refusal(add_member(&cx, "bureau", &oneself, role).await) else {
            panic!("invalid")
        };
        assert_eq!(errors[0].field, "role");
    }
    add_member(&cx, "bureau", &oneself, GroupRole::Observer).await.expect("added");
    let cx = test.as_user(cast.administrator.id).await;
    assert!(change_role(&cx, "bureau", cast.administrator.id, GroupRole::Member).await.is_err());
    // The group sees it.
    let chair = test.as_user(cast.chair.id).await;
    let view = show(&chair, "bureau").await.expect("shown");
    assert_eq!(view.people.expect("shown")[0].role, GroupRole::Observer);
    test.finish().await;
}

#[tokio::test]
async fn brought_in_twice_a_group_changes_once() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.backend.system();
    let settings = GroupSettings {
        name: "L’eau".into(),
        kind: GroupKind::Committee,
        visibility: Visibility::Closed,
        mandate: String::new(),
        asked_by: String::new(),
        due_on: None,
        deliverable: String::new(),
    };
    let bring = async |slug: &str, settings: &GroupSettings, facilitators: &[UserId]| {
        let tx = cx.begin().await.expect("a transaction");
        let members = [cast.member.id, cast.other.id];
        let outcome = upsert(&cx, &tx, slug, settings, facilitators, &members).await.expect("brought in");
        cx.commit(tx).await.expect("committed");
        outcome
    };
    assert_eq!(bring("eau", &settings, &[cast.other.id]).await, Outcome::Created);
    let events = test.journal().await.len();
    assert_eq!(bring("eau", &settings, &[cast.other.id]).await, Outcome::Unchanged);
    assert_eq!(test.journal().await.len(), events, "nothing happened, nothing is told");
    assert_eq!(bring("eau", &settings, &[cast.member.id]).await, Outcome::Changed);
    let renamed = GroupSettings { name: "Eau et rivières".into(), ..settings };
    assert_eq!(bring("eau", &renamed, &[]).await, Outcome::Changed);
    assert_eq!(
        roles(&test, &cast, "eau").await,
        [(cast.member.id, GroupRole::Facilitator), (cast.other.id, GroupRole::Facilitator)]
    );
    test.finish().await;
}
