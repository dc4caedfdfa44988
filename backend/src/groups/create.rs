//! Opening a group.

use domain::{
    FieldProblem, Refusal, Version,
    groups::{GroupForm, GroupRole, GroupSettings, GroupState, slug},
    ids::{GroupId, UserId},
    policy::Permission,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, SqlErr,
};

use super::{membership, people};
use crate::{
    Cx, Error, Result,
    entities::group,
    events::{Event, EventKind},
    fold,
};

/// Opens a group run by `facilitators`, and gives its address.
///
/// # Errors
/// `Forbidden` but for the chair and administrators; `Invalid`, with `facilitators` when there is none or one of them
/// is not of the council.
pub async fn create(cx: &Cx, form: &GroupForm, facilitators: &[UserId]) -> Result<String> {
    cx.require(Permission::CreateGroup)?;
    let named = match facilitators {
        [] => Err(Refusal::field("facilitators", FieldProblem::Missing)),
        _ => Ok(()),
    };
    let settings = Refusal::both(form.check(), named)?;
    let tx = cx.begin().await?;
    let known = people::who_may_be(cx, &tx, GroupRole::Facilitator, facilitators).await?;
    if facilitators.iter().any(|id| !known.contains(id)) {
        return Err(Refusal::field("facilitators", FieldProblem::NotAChoice).into());
    }
    let slug = free_slug(&tx, &slug(&settings.name)).await?;
    let id = insert(cx, &tx, &slug, &settings).await?;
    for user in &known {
        membership::insert(cx, &tx, id, *user, GroupRole::Facilitator).await?;
    }
    Event::new(EventKind::GroupCreated).group(id).record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(slug)
}

/// Writes the row of a new group.
pub(super) async fn insert(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    slug: &str,
    settings: &GroupSettings,
) -> Result<GroupId> {
    let row = group::ActiveModel {
        slug: Set(slug.to_owned()),
        name: Set(settings.name.clone()),
        name_folded: Set(fold::fold(&settings.name)),
        kind: Set(settings.kind),
        visibility: Set(settings.visibility),
        state: Set(GroupState::Active),
        mandate: Set(settings.mandate.clone()),
        asked_by: Set(settings.asked_by.clone()),
        due_on: Set(settings.due_on),
        deliverable: Set(settings.deliverable.clone()),
        created_at: Set(cx.now),
        version: Set(Version::FIRST),
        ..Default::default()
    };
    match group::Entity::insert(row).exec(tx).await {
        Ok(inserted) => Ok(inserted.last_insert_id),
        // Two people opened a group of the same name at the same moment.
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Error::Refused(Refusal::Conflict))
        }
        Err(error) => Err(error.into()),
    }
}

/// The address itself, or the first of `-2`, `-3`… that no group has.
async fn free_slug(tx: &impl ConnectionTrait, wanted: &str) -> Result<String> {
    let taken: Vec<String> = group::Entity::find()
        .select_only()
        .column(group::Column::Slug)
        .filter(group::Column::Slug.starts_with(wanted))
        .into_tuple()
        .all(tx)
        .await?;
    let mut free = wanted.to_owned();
    let mut suffix = 1;
    while taken.contains(&free) {
        suffix += 1;
        free = format!("{wanted}-{suffix}");
    }
    Ok(free)
}
