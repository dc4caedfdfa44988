//! What people tell of a method after a meeting.

use chrono::NaiveDate;
use domain::{
    FieldProblem, Refusal,
    groups::GroupFacts,
    ids::{GroupId, MethodId, MethodUseId, UserId},
    policy::{GroupAction, Permission, ToolboxAction},
    toolbox::UsedForm,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::{change::told, show::readable};
use crate::{
    Cx, Error, Found, Result,
    contributions::{GroupRef, typeset},
    entities::{group, join, method_use, user},
    events::EventKind,
    groups,
};

/// What is shown of it at most: the latest.
const SHOWN: u64 = 50;

/// What somebody told of a method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseView {
    /// Which telling.
    pub id: MethodUseId,
    /// The day of the meeting.
    pub held_on: NaiveDate,
    /// The group that met, if one may know of it.
    pub group: Option<GroupRef>,
    /// Who tells.
    pub by: String,
    /// What worked.
    pub worked: String,
    /// May be empty.
    pub otherwise: String,
    /// Whether the person asking may take it away.
    pub removable: bool,
}

#[derive(FromQueryResult)]
struct Line {
    id: MethodUseId,
    held_on: NaiveDate,
    worked: String,
    otherwise: String,
    told_by: UserId,
    by: String,
    group_id: Option<GroupId>,
    slug: Option<String>,
    name: Option<String>,
    visibility: Option<domain::groups::Visibility>,
    state: Option<domain::groups::GroupState>,
}

pub(super) async fn told_of(cx: &Cx, method: MethodId) -> Result<Vec<UseView>> {
    use method_use::Column as U;
    let lines: Vec<Line> = method_use::Entity::find()
        .select_only()
        .columns([U::Id, U::HeldOn, U::Worked, U::Otherwise, U::ToldBy, U::GroupId])
        .column_as(user::Column::Name, "by")
        .columns([group::Column::Slug, group::Column::Name, group::Column::Visibility, group::Column::State])
        .join(JoinType::InnerJoin, join::<method_use::Entity, user::Entity>(U::ToldBy, user::Column::Id))
        .join(JoinType::LeftJoin, join::<method_use::Entity, group::Entity>(U::GroupId, group::Column::Id))
        .filter(U::MethodId.eq(method))
        .order_by_desc(U::HeldOn)
        .order_by_desc(U::Id)
        .limit(SHOWN)
        .into_model()
        .all(cx.reader())
        .await?;
    let moderates = cx.may(Permission::Toolbox(ToolboxAction::Moderate));
    let view = |line: Line| UseView {
        id: line.id,
        held_on: line.held_on,
        group: seen(cx, &line).map(|(slug, name)| GroupRef { slug, name: typeset(&name) }),
        removable: moderates || cx.actor.user_id() == Some(line.told_by),
        by: line.by,
        worked: line.worked,
        otherwise: line.otherwise,
    };
    Ok(lines.into_iter().map(view).collect())
}

/// The group, for somebody who may know that it exists.
fn seen(cx: &Cx, line: &Line) -> Option<(String, String)> {
    let facts = GroupFacts { id: line.group_id?, visibility: line.visibility?, state: line.state? };
    let known = cx.may(Permission::Group(GroupAction::See, &facts));
    line.slug.clone().zip(line.name.clone()).filter(|_| known)
}

/// Tells how a method served, in one of one's groups or in none.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`, also for a group that is not one's own.
pub async fn tell(cx: &Cx, slug: &str, form: &UsedForm) -> Result<()> {
    cx.require(Permission::Toolbox(ToolboxAction::Tell))?;
    let method = readable(cx, slug).await?;
    let person = cx.person()?.id;
    let group = group_of(cx, &form.group).await?;
    let other = if group.is_err() { Err(Refusal::field("group", FieldProblem::NotAChoice)) } else { Ok(()) };
    let used = Refusal::both(form.check(cx.today()), other)?;
    let tx = cx.begin().await?;
    let row = method_use::ActiveModel {
        method_id: Set(method.id),
        held_on: Set(used.held_on),
        group_id: Set(group.unwrap_or_default()),
        worked: Set(used.worked),
        otherwise: Set(used.otherwise),
        told_by: Set(person),
        told_at: Set(cx.now),
        ..Default::default()
    };
    row.insert(&tx).await?;
    told(cx, &tx, EventKind::MethodTold, method.id).await?;
    cx.commit(tx).await
}

/// One of one's groups by its address; none for a blank one.
async fn group_of(cx: &Cx, slug: &str) -> Result<std::result::Result<Option<GroupId>, ()>> {
    if slug.trim().is_empty() {
        return Ok(Ok(None));
    }
    match groups::find(cx, slug.trim(), GroupAction::See).await {
        Ok(group) if cx.actor.role_in(group.id).is_some() => Ok(Ok(Some(group.id))),
        Ok(_) | Err(Error::Refused(_)) => Ok(Err(())),
        Err(failure) => Err(failure),
    }
}

/// Takes away what one told, or what somebody else did if one keeps the toolbox.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn untell(cx: &Cx, slug: &str, id: MethodUseId) -> Result<()> {
    let method = readable(cx, slug).await?;
    let found = method_use::Entity::find_by_id(id).filter(method_use::Column::MethodId.eq(method.id));
    let row = found.one(cx.reader()).await?.found()?;
    let own = cx.actor.user_id() == Some(row.told_by);
    cx.require(Permission::Toolbox(if own { ToolboxAction::Tell } else { ToolboxAction::Moderate }))?;
    let tx = cx.begin().await?;
    let gone = method_use::Entity::delete_by_id(id).exec(&tx).await?;
    if gone.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    told(cx, &tx, EventKind::MethodUntold, method.id).await?;
    cx.commit(tx).await
}
