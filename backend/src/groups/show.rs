//! A group, as one person sees it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Version,
    contributions::State,
    groups::{GroupForm, GroupKind, GroupRole, GroupState, Visibility},
    ids::{ContributionId, GroupId},
    policy::{GroupAction, Permission},
};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};

use super::{
    admissions::{self, MyAdmission},
    people::{GroupPerson, first_people},
};
use crate::{
    Cx, Result, contributions,
    entities::{contribution, group, join},
};

/// How many people are shown on the page of a group: those who run it first.
const SHOWN: u64 = 15;

/// How many texts of a group stand in each state, counting only those the person asking reads.
pub type TextCounts = BTreeMap<State, u64>;

/// What one person sees of a group. What they may not see is not there.
#[derive(Clone, Debug)]
pub struct GroupView {
    /// Which group.
    pub id: GroupId,
    /// Its address.
    pub slug: String,
    /// Its name, typeset.
    pub name: String,
    /// Its kind.
    pub kind: GroupKind,
    /// Who sees it.
    pub visibility: Visibility,
    /// Where it stands.
    pub state: GroupState,
    /// What is asked of it, typeset; may be empty.
    pub mandate: String,
    /// By whom; may be empty.
    pub asked_by: String,
    /// For which day.
    pub due_on: Option<NaiveDate>,
    /// What is to be handed in; may be empty.
    pub deliverable: String,
    /// What it handed in, once closed.
    pub handed_in: Option<HandedIn>,
    /// What to remember of its work, once closed; may be empty.
    pub closing_note: String,
    /// Why it went back to work; empty if it never did.
    pub reopening_reason: String,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it ended its work.
    pub closed_at: Option<DateTime<Utc>>,
    /// What tells its picture from another, if it has one.
    pub portrait: Option<String>,
    /// For the next change.
    pub version: Version,
    /// The role of the person asking.
    pub role: Option<GroupRole>,
    /// Who runs it.
    pub facilitators: Option<Vec<GroupPerson>>,
    /// The first of its members and observers.
    pub people: Option<Vec<GroupPerson>>,
    /// How many people take part.
    pub members: Option<u64>,
    /// Whether nobody runs it any more, as far as the person asking may know.
    pub unled: bool,
    /// How many requests to join wait, for those who answer them.
    pub requests: u64,
    /// What the person asking waits for, or is invited to.
    pub admission: Option<MyAdmission>,
    /// Its texts by state.
    pub texts: TextCounts,
    /// What the person asking may do.
    pub may: GroupRights,
}

/// What a group handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedIn {
    /// One of its published texts: which one, and its title.
    Text(ContributionId, String),
    /// Something else, in a sentence.
    Sentence(String),
}

/// What a person may do in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupRights {
    /// See who is in it.
    pub see_people: bool,
    /// Read its texts.
    pub read_work: bool,
    /// Join it now.
    pub join: bool,
    /// Leave it.
    pub leave: bool,
    /// Write a new text now.
    pub write: bool,
    /// Add and remove people.
    pub manage_members: bool,
    /// Change its settings.
    pub edit: bool,
    /// Ask to join it now.
    pub ask: bool,
    /// Begin its work now.
    pub begin: bool,
    /// Close it now.
    pub close: bool,
    /// Put it back to work now.
    pub reopen: bool,
    /// Hand over running it.
    pub hand_over: bool,
    /// Name who runs it now, since nobody does.
    pub name_facilitator: bool,
}

impl GroupRights {
    /// The rights of the person asking.
    fn of(cx: &Cx, group: &group::Model) -> GroupRights {
        let facts = group.facts();
        let may = |action| cx.may(Permission::Group(action, &facts));
        let at_work = group.state != GroupState::Closed;
        GroupRights {
            see_people: may(GroupAction::SeePeople),
            read_work: may(GroupAction::ReadWork),
            join: at_work && may(GroupAction::Join),
            leave: cx.actor.role_in(group.id).is_some(),
            write: at_work && may(GroupAction::Write),
            manage_members: may(GroupAction::ManageMembers),
            edit: may(GroupAction::Edit),
            ask: at_work && group.visibility == Visibility::Closed && may(GroupAction::AskToJoin),
            begin: group.state == GroupState::SettingUp && may(GroupAction::Close),
            close: at_work && may(GroupAction::Close),
            reopen: !at_work && may(GroupAction::Reopen),
            hand_over: at_work && may(GroupAction::HandOver),
            name_facilitator: at_work && may(GroupAction::NameFacilitator),
        }
    }
}

/// The group, with what the person asking may see of it.
///
/// # Errors
/// `NotFound` when there is none or it is hidden from them.
pub async fn show(cx: &Cx, slug: &str) -> Result<GroupView> {
    let group = super::find(cx, slug, GroupAction::See).await?;
    let mut may = GroupRights::of(cx, &group);
    let group_role = cx.actor.role_in(group.id);
    let (facilitators, people, members) =
        if cx.may(Permission::Group(GroupAction::SeeFacilitators, &group.facts())) {
            let (all, members) = first_people(cx, group.id, may.see_people, SHOWN).await?;
            let (running, others): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|person| person.role == GroupRole::Facilitator);
            (Some(running), may.see_people.then_some(others), may.see_people.then_some(members))
        } else {
            (None, None, None)
        };
    let texts = texts_by_state(cx, group.id).await?;
    let at_work = group.state != GroupState::Closed;
    let unled = at_work && facilitators.as_ref().is_some_and(Vec::is_empty);
    may.name_facilitator &= unled;
    let requests =
        if may.manage_members && at_work { admissions::count_requests(cx, group.id).await? } else { 0 };
    let admission = match group_role {
        None => admissions::mine_in(cx, group.id).await?,
        Some(_) => None,
    };
    let handed_in = if at_work { None } else { handed_in(cx, &group).await? };
    Ok(GroupView {
        id: group.id,
        role: group_role,
        slug: group.slug,
        name: contributions::typeset(&group.name),
        kind: group.kind,
        visibility: group.visibility,
        state: group.state,
        mandate: contributions::typeset(&group.mandate),
        asked_by: contributions::typeset(&group.asked_by),
        due_on: group.due_on,
        deliverable: contributions::typeset(&group.deliverable),
        handed_in,
        closing_note: if at_work { String::new() } else { contributions::typeset(&group.closing_note) },
        reopening_reason: if at_work {
            contributions::typeset(&group.reopening_reason)
        } else {
            String::new()
        },
        created_at: group.created_at,
        closed_at: group.closed_at,
        portrait: group.portrait,
        version: group.version,
        facilitators,
        people,
        members,
        unled,
        requests,
        admission,
        texts,
        may,
    })
}

/// What a closed group handed in, if it was said.
async fn handed_in(cx: &Cx, group: &group::Model) -> Result<Option<HandedIn>> {
    let Some(id) = group.handed_in_id else {
        let sentence = contributions::typeset(&group.handed_in);
        return Ok((!sentence.is_empty()).then_some(HandedIn::Sentence(sentence)));
    };
    let title: Option<String> = contribution::Entity::find_by_id(id)
        .select_only()
        .column(contribution::Column::Title)
        .into_tuple()
        .one(cx.reader())
        .await?;
    Ok(title.map(|title| HandedIn::Text(id, contributions::typeset(&title))))
}

/// The group's settings as they were typed, with the version that a change is compared with.
///
/// # Errors
/// `NotFound`; `Forbidden` but for facilitators and administrators.
pub async fn settings(cx: &Cx, slug: &str) -> Result<(Version, GroupForm)> {
    let group = super::find(cx, slug, GroupAction::Edit).await?;
    let form = GroupForm {
        name: group.name,
        kind: group.kind.code().to_owned(),
        visibility: group.visibility.code().to_owned(),
        mandate: group.mandate,
        asked_by: group.asked_by,
        due_on: group.due_on.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default(),
        deliverable: group.deliverable,
    };
    Ok((group.version, form))
}

async fn texts_by_state(cx: &Cx, group: GroupId) -> Result<TextCounts> {
    let groups =
        join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id);
    let rows: Vec<(State, i64)> = contribution::Entity::find()
        .select_only()
        .column(contribution::Column::State)
        .column_as(contribution::Column::Id.count(), "n")
        .join(JoinType::InnerJoin, groups)
        .filter(contributions::visible_in(cx, group))
        .group_by(contribution::Column::State)
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(|(state, n)| (state, n.unsigned_abs())).collect())
}
