//! What waits at the door of a group, for those who run it.

use chrono::{DateTime, Utc};
use domain::{
    groups::{AdmissionKind, AdmissionState, GroupRole, GroupState},
    ids::{AdmissionId, GroupId, UserId},
    policy::GroupAction,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{admission, group, join, user},
    groups::find,
    people::{of_the_council, writing_members},
};

/// Shown at most.
const AT_MOST: u64 = 100;

/// Somebody at the door of a group.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct AdmissionRow {
    /// Who.
    pub user_id: UserId,
    /// Their name.
    pub name: String,
    /// Their college, or empty.
    pub college: String,
    /// Whether they ask or are invited.
    pub kind: AdmissionKind,
    /// The role it gives.
    pub role: GroupRole,
    /// What was said; may be empty.
    pub message: String,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// The requests and invitations of a group that wait, the oldest first.
///
/// # Errors
/// `NotFound`; `Forbidden` but for facilitators and administrators.
pub async fn admissions_of(cx: &Cx, slug: &str) -> Result<Vec<AdmissionRow>> {
    let group = find(cx, slug, GroupAction::ManageMembers).await?;
    if group.state == GroupState::Closed {
        return Ok(Vec::new());
    }
    let rows = waiting(cx)
        .select_only()
        .columns([user::Column::Name, user::Column::College])
        .columns([
            admission::Column::UserId,
            admission::Column::Kind,
            admission::Column::Role,
            admission::Column::Message,
            admission::Column::At,
        ])
        .filter(admission::Column::GroupId.eq(group.id))
        .order_by_asc(admission::Column::At)
        .order_by_asc(admission::Column::Id)
        .limit(AT_MOST)
        .into_model()
        .all(cx.reader())
        .await?;
    Ok(rows)
}

/// How many requests wait for those who run the group.
pub(in crate::groups) async fn count_requests(cx: &Cx, group: GroupId) -> Result<u64> {
    let requests = waiting(cx)
        .filter(admission::Column::GroupId.eq(group))
        .filter(admission::Column::Kind.eq(AdmissionKind::Request));
    Ok(requests.count(cx.reader()).await?)
}

/// A request that waits for the person asking, who runs the group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRequest {
    /// Which one.
    pub id: AdmissionId,
    /// Who asks to come in.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// The group.
    pub group: GroupRef,
    /// Since when.
    pub since: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Waiting {
    id: AdmissionId,
    user_id: UserId,
    name: String,
    slug: String,
    group_name: String,
    at: DateTime<Utc>,
}

/// The requests to join that wait for the person asking, in the groups at work that they run or in one of them, the
/// oldest first.
///
/// # Errors
/// `SignInRequired`.
pub async fn requests_waiting_for_me(cx: &Cx, of: Option<GroupId>) -> Result<Vec<WaitingRequest>> {
    let person = cx.person()?;
    let run: Vec<GroupId> = person.run_groups().filter(|group| of.is_none_or(|of| of == *group)).collect();
    if run.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Waiting> = waiting(cx)
        .select_only()
        .columns([admission::Column::Id, admission::Column::UserId, admission::Column::At])
        .column(user::Column::Name)
        .column(group::Column::Slug)
        .column_as(group::Column::Name, "group_name")
        .join(
            JoinType::InnerJoin,
            join::<admission::Entity, group::Entity>(admission::Column::GroupId, group::Column::Id),
        )
        .filter(admission::Column::GroupId.is_in(run))
        .filter(admission::Column::Kind.eq(AdmissionKind::Request))
        .filter(group::Column::State.ne(GroupState::Closed))
        .order_by_asc(admission::Column::At)
        .limit(AT_MOST)
        .into_model()
        .all(cx.reader())
        .await?;
    let view = |row: Waiting| WaitingRequest {
        id: row.id,
        user: row.user_id,
        name: row.name,
        group: GroupRef { slug: row.slug, name: typeset(&row.group_name) },
        since: row.at,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// What waits from or for people who may still come in.
fn waiting(cx: &Cx) -> Select<admission::Entity> {
    let today = cx.today();
    let counts = Condition::any().add(writing_members(today)).add(
        Condition::all().add(admission::Column::Role.eq(GroupRole::Observer)).add(of_the_council(today)),
    );
    admission::Entity::find()
        .join(
            JoinType::InnerJoin,
            join::<admission::Entity, user::Entity>(admission::Column::UserId, user::Column::Id),
        )
        .filter(admission::Column::State.eq(AdmissionState::Waiting))
        .filter(counts)
}
