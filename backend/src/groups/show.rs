//! A group, as one person sees it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Version,
    contributions::State,
    groups::{GroupForm, GroupKind, GroupRole, GroupState, Visibility},
    ids::GroupId,
    policy::{GroupAction, Permission},
};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect};

use super::people::{GroupPerson, first_people};
use crate::{
    Cx, Result, contributions,
    entities::{contribution, group, join, membership, user},
};

/// Facilitators, and other people, shown on the group's page.
const SHOWN: u64 = 12;

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
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it ended its work.
    pub closed_at: Option<DateTime<Utc>>,
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
    /// Its texts by state.
    pub texts: TextCounts,
    /// What the person asking may do.
    pub may: GroupRights,
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
        }
    }
}

/// The group, with what the person asking may see of it.
///
/// # Errors
/// `NotFound` when there is none or it is hidden from them.
pub async fn show(cx: &Cx, slug: &str) -> Result<GroupView> {
    let group = super::find(cx, slug, GroupAction::See).await?;
    let may = GroupRights::of(cx, &group);
    let facilitators = if cx.may(Permission::Group(GroupAction::SeeFacilitators, &group.facts())) {
        Some(first_people(cx, group.id, &[GroupRole::Facilitator], SHOWN).await?)
    } else {
        None
    };
    let (people, members) = if may.see_people {
        let others = [GroupRole::Member, GroupRole::Observer];
        (Some(first_people(cx, group.id, &others, SHOWN).await?), Some(members_of(cx, group.id).await?))
    } else {
        (None, None)
    };
    let texts = texts_by_state(cx, group.id).await?;
    Ok(GroupView {
        id: group.id,
        role: cx.actor.role_in(group.id),
        slug: group.slug,
        name: contributions::typeset(&group.name),
        kind: group.kind,
        visibility: group.visibility,
        state: group.state,
        mandate: contributions::typeset(&group.mandate),
        created_at: group.created_at,
        closed_at: group.closed_at,
        version: group.version,
        facilitators,
        people,
        members,
        texts,
        may,
    })
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
    };
    Ok((group.version, form))
}

async fn members_of(cx: &Cx, group: GroupId) -> Result<u64> {
    let people = join::<membership::Entity, user::Entity>(membership::Column::UserId, user::Column::Id);
    let count = membership::Entity::find()
        .join(JoinType::InnerJoin, people)
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.is_in([GroupRole::Facilitator, GroupRole::Member]))
        .filter(user::Column::SuspendedAt.is_null())
        .count(cx.reader())
        .await?;
    Ok(count)
}

async fn texts_by_state(cx: &Cx, group: GroupId) -> Result<TextCounts> {
    let groups =
        join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id);
    let rows: Vec<(State, i64)> = contribution::Entity::find()
        .select_only()
        .column(contribution::Column::State)
        .column_as(contribution::Column::Id.count(), "n")
        .join(JoinType::InnerJoin, groups)
        .filter(contribution::Column::GroupId.eq(group))
        .filter(contributions::visible_to(cx))
        .group_by(contribution::Column::State)
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(|(state, n)| (state, n.unsigned_abs())).collect())
}
