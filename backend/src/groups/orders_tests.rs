//! Whatever people try in a group, in whatever order: its life, who comes in, who leaves, who hands over.
//!
//! What is refused changes nothing; what is done leaves its event, with who and when; and no order leads to a state that
//! the rules do not know.

use chrono::TimeDelta;
use domain::{
    Version,
    groups::{
        AdmissionState, AnswerForm, CloseForm, GroupForm, GroupRole, GroupState, HandoverForm, HandoverState,
        ReopenForm, Visibility,
    },
    ids::{HandoverId, UserId},
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::*;
use crate::{
    Cx, Error,
    entities::{admission, event, group, handover, membership},
    handovers,
    testing::{Cast, Person, TestBackend},
};

/// What somebody tries, perhaps about somebody else.
#[derive(Clone, Copy, Debug)]
enum Act {
    Begin,
    Close,
    Reopen,
    Ask,
    TakeBackAsking,
    AnswerAsking { accept: bool },
    Invite,
    TakeBackInvitation,
    AnswerInvitation { accept: bool },
    Join,
    Leave,
    Remove,
    Change(GroupRole),
    HandOver,
    TakeBackHandover,
    AnswerHandover { accept: bool },
}

fn act() -> impl Strategy<Value = Act> {
    let accept = || prop_oneof![3 => Just(true), 1 => Just(false)];
    prop_oneof![
        3 => Just(Act::Begin),
        1 => Just(Act::Close),
        6 => Just(Act::Reopen),
        4 => Just(Act::Ask),
        4 => Just(Act::TakeBackAsking),
        4 => accept().prop_map(|accept| Act::AnswerAsking { accept }),
        4 => Just(Act::Invite),
        2 => Just(Act::TakeBackInvitation),
        4 => accept().prop_map(|accept| Act::AnswerInvitation { accept }),
        2 => Just(Act::Join),
        1 => Just(Act::Leave),
        1 => Just(Act::Remove),
        2 => prop_oneof![Just(GroupRole::Member), Just(GroupRole::Facilitator), Just(GroupRole::Observer)]
            .prop_map(Act::Change),
        8 => Just(Act::HandOver),
        3 => Just(Act::TakeBackHandover),
        8 => accept().prop_map(|accept| Act::AnswerHandover { accept }),
    ]
}

/// Who may try: those of the group, one who is not, the chair, staff.
fn people(cast: &Cast) -> [Person; 6] {
    [cast.facilitator, cast.member, cast.reviewer, cast.other, cast.chair, cast.administrator]
}

/// A group that is being set up, with a facilitator and two members.
async fn group_of(test: &TestBackend, cast: &Cast, visibility: Visibility) -> String {
    let form = GroupForm {
        name: format!("Essai {}", visibility.code()),
        kind: "working_group".into(),
        visibility: visibility.code().into(),
        mandate: "Essayer.".into(),
        ..GroupForm::default()
    };
    let chair = test.as_user(cast.chair.id).await;
    let slug = create(&chair, &form, &[cast.facilitator.id]).await.expect("created");
    let facilitator = test.as_user(cast.facilitator.id).await;
    for person in [cast.member, cast.reviewer] {
        let who = Newcomer::User(person.id);
        add_member(&facilitator, &slug, &who, GroupRole::Member).await.expect("added");
    }
    let program = test.backend.system();
    let tx = program.begin().await.expect("a transaction");
    bring_to_state(&program, &tx, &slug, GroupState::SettingUp).await.expect("set up");
    program.commit(tx).await.expect("committed");
    slug
}

/// Everything that is known of the group.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    group: group::Model,
    members: Vec<membership::Model>,
    admissions: Vec<admission::Model>,
    handovers: Vec<handover::Model>,
    events: usize,
}

impl Known {
    async fn now(test: &TestBackend, slug: &str) -> Known {
        let cx = test.visitor();
        let db = cx.reader();
        let group = group::Entity::find().filter(group::Column::Slug.eq(slug)).one(db).await;
        let group = group.expect("read").expect("there");
        let id = group.id;
        Known {
            group,
            members: membership::Entity::find()
                .filter(membership::Column::GroupId.eq(id))
                .order_by_asc(membership::Column::UserId)
                .all(db)
                .await
                .expect("read"),
            admissions: admission::Entity::find()
                .order_by_asc(admission::Column::Id)
                .all(db)
                .await
                .expect("read"),
            handovers: handover::Entity::find()
                .order_by_asc(handover::Column::Id)
                .all(db)
                .await
                .expect("read"),
            events: test.journal().await.len(),
        }
    }

    fn role(&self, person: UserId) -> Option<GroupRole> {
        self.members.iter().find(|row| row.user_id == person).map(|row| row.role)
    }

    /// What holds whatever was done before.
    fn is_sound(&self) {
        let waiting = |row: &&admission::Model| row.state == AdmissionState::Waiting;
        for row in &self.admissions {
            let waits = row.state == AdmissionState::Waiting;
            assert_eq!(row.answered_at.is_none(), waits, "an answer has its moment: {row:?}");
            assert!(!waits || self.role(row.user_id).is_none(), "who belongs waits for nothing: {row:?}");
            let same = self.admissions.iter().filter(waiting).filter(|other| other.user_id == row.user_id);
            assert!(same.count() <= 1, "one thing at a time waits for somebody");
        }
        let handed = self.handovers.iter().filter(|row| row.state == HandoverState::Waiting);
        let mut from: Vec<UserId> = handed.map(|row| row.from_id).collect();
        let all = from.len();
        from.sort_unstable();
        from.dedup();
        assert_eq!(from.len(), all, "somebody hands over to one person at a time");
        let is_closed = self.group.state == GroupState::Closed;
        assert_eq!(
            self.group.closed_at.is_some(),
            is_closed,
            "a closed group says since when: {:?}",
            self.group
        );
        let facilitators = self.members.iter().filter(|row| row.role == GroupRole::Facilitator).count();
        assert!(facilitators > 0, "somebody always runs it: {:?}", self.members);
    }
}

/// Tries it.
async fn attempt(cx: &Cx, act: Act, about: UserId, known: &Known) -> Result<()> {
    let answer = |accept: bool| (if accept { "accept" } else { "refuse" }).to_owned();
    let form = |accept: bool| AnswerForm { answer: answer(accept), sentence: String::new() };
    let handed = |mine: fn(&handover::Model) -> UserId| {
        let me = cx.person().map(|person| person.id).ok();
        known.handovers.iter().rev().find(|row| Some(mine(row)) == me).map_or(HandoverId(0), |row| row.id)
    };
    let slug = known.group.slug.as_str();
    match act {
        Act::Begin => begin(cx, slug).await,
        Act::Close => {
            let form =
                CloseForm { sentence: "Un guide.".into(), confirmed: "yes".into(), ..CloseForm::default() };
            close(cx, slug, Version(known.group.version.0), &form).await
        }
        Act::Reopen => reopen(cx, slug, &ReopenForm { reason: "Une suite est demandée.".into() }).await,
        Act::Ask => ask_to_join(cx, slug, "").await,
        Act::TakeBackAsking => withdraw_request(cx, slug).await,
        Act::AnswerAsking { accept } => answer_request(cx, slug, about, &form(accept)).await.map(drop),
        Act::Invite => invite(cx, slug, &Newcomer::User(about), GroupRole::Member, "").await.map(drop),
        Act::TakeBackInvitation => withdraw_invitation(cx, slug, about).await,
        Act::AnswerInvitation { accept } => answer_invitation(cx, slug, &answer(accept)).await.map(drop),
        Act::Join => join(cx, slug).await,
        Act::Leave => leave(cx, slug).await,
        Act::Remove => remove_member(cx, slug, about).await,
        Act::Change(role) => change_role(cx, slug, about, role).await,
        Act::HandOver => {
            let form = HandoverForm { successor: about.to_string(), note: String::new() };
            handovers::offer_group(cx, slug, &form).await
        }
        Act::TakeBackHandover => handovers::withdraw(cx, handed(|row| row.from_id)).await.map(drop),
        Act::AnswerHandover { accept } => {
            handovers::answer(cx, handed(|row| row.to_id), &answer(accept)).await.map(drop)
        }
    }
}

#[tokio::test]
async fn no_order_of_acts_leads_where_the_rules_do_not_and_each_has_its_person_and_its_moment() {
    let mut runner = TestRunner::deterministic();
    let (test, cast) = TestBackend::with_cast().await;
    let groups =
        [group_of(&test, &cast, Visibility::Open).await, group_of(&test, &cast, Visibility::Closed).await];
    let scene = test.into_scene().await;
    let mut done = std::collections::BTreeMap::<String, usize>::new();
    for slug in groups.iter().cycle().take(16) {
        let steps = prop::collection::vec((act(), 0..6_usize, 0..6_usize), 80);
        let steps = steps.new_tree(&mut runner).expect("steps").current();
        let test = scene.play().await;
        let mut known = Known::now(&test, slug).await;
        for (act, who, about) in steps {
            test.wait(TimeDelta::minutes(1));
            let (who, about) = (people(&cast)[who], people(&cast)[about]);
            let cx = test.as_user(who.id).await;
            let result = attempt(&cx, act, about.id, &known).await;
            let after = Known::now(&test, slug).await;
            match result {
                Err(Error::Refused(_)) => {
                    assert_eq!(after, known, "{act:?} was refused and changed something")
                }
                Err(error) => panic!("{act:?} failed: {error:?}"),
                // What is so already, such as a role given again.
                Ok(()) if after == known => {}
                Ok(()) => {
                    assert!(after.events > known.events, "{act:?} left no event");
                    for event in latest(&test, after.events - known.events).await {
                        assert_eq!((event.actor_id, event.at), (Some(who.id), cx.now), "{act:?}: {event:?}");
                    }
                    let name = format!("{act:?}");
                    *done.entry(name.split(['(', ' ']).next().unwrap_or_default().to_owned()).or_default() +=
                        1;
                }
            }
            after.is_sound();
            known = after;
        }
        test.leave().await;
    }
    // A property of what never happens would hold: each act was done.
    assert_eq!(done.len(), 16, "{done:?}");
}

async fn latest(test: &TestBackend, count: usize) -> Vec<event::Model> {
    let events = event::Entity::find().order_by_desc(event::Column::Id).all(test.visitor().reader()).await;
    events.expect("read").into_iter().take(count).collect()
}
