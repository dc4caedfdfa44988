//! Bringing in a group that may already be there.

use std::collections::BTreeMap;

use domain::{
    groups::{GroupRole, GroupSettings, GroupState},
    ids::{GroupId, UserId},
    policy::Permission,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};

use super::{create, membership};
use crate::{
    Cx, Found, Outcome, Result,
    entities::{self, group},
    events::{Event, EventKind},
    fold,
};

/// Creates the group at this address, or gives it these settings; adds who is missing, takes nobody out.
///
/// A member named as facilitator becomes one; a facilitator named as member stays one.
///
/// # Errors
/// `Forbidden` but for administrators and the program itself.
pub async fn upsert(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    slug: &str,
    settings: &GroupSettings,
    facilitators: &[UserId],
    members: &[UserId],
) -> Result<Outcome> {
    cx.require(Permission::Administer)?;
    let existing = group::Entity::find().filter(group::Column::Slug.eq(slug)).one(tx).await?;
    let created = existing.is_none();
    let (id, mut changed) = match existing {
        Some(row) => (row.id, bring_up_to_date(cx, tx, row, settings).await?),
        None => {
            let id = create::insert(cx, tx, slug, settings).await?;
            Event::new(EventKind::GroupCreated).group(id).record(cx, tx).await?;
            (id, true)
        }
    };
    changed |= add_people(cx, tx, id, facilitators, members).await?;
    Ok(match (created, changed) {
        (true, _) => Outcome::Created,
        (false, true) => Outcome::Changed,
        (false, false) => Outcome::Unchanged,
    })
}

/// Every group by its address, hidden ones too.
///
/// # Errors
/// `Forbidden` but for administrators and the program itself.
pub async fn addresses(cx: &Cx, tx: &impl ConnectionTrait) -> Result<BTreeMap<String, GroupId>> {
    cx.require(Permission::Administer)?;
    let rows: Vec<(String, GroupId)> = group::Entity::find()
        .select_only()
        .columns([group::Column::Slug, group::Column::Id])
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Says where the group at this address stands, and whether that changed anything.
///
/// # Errors
/// `Forbidden` but for administrators and the program itself; `NotFound`.
pub async fn bring_to_state(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    slug: &str,
    state: GroupState,
) -> Result<bool> {
    cx.require(Permission::Administer)?;
    let row = group::Entity::find().filter(group::Column::Slug.eq(slug)).one(tx).await?.found()?;
    if row.state == state {
        return Ok(false);
    }
    let (id, version) = (row.id, row.version.next());
    let mut row: group::ActiveModel = row.into();
    row.state = Set(state);
    row.closed_at = Set((state == GroupState::Closed).then_some(cx.now));
    row.version = Set(version);
    row.update(tx).await?;
    Event::new(EventKind::GroupChanged).group(id).record(cx, tx).await?;
    Ok(true)
}

async fn bring_up_to_date(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    row: group::Model,
    settings: &GroupSettings,
) -> Result<bool> {
    // A file that says nothing of the mandate letter changes nothing of it.
    let settings = &completed(settings, &row);
    let same = row.name == settings.name
        && row.kind == settings.kind
        && row.visibility == settings.visibility
        && row.mandate == settings.mandate
        && row.asked_by == settings.asked_by
        && row.due_on == settings.due_on
        && row.deliverable == settings.deliverable;
    if same {
        return Ok(false);
    }
    let (id, version) = (row.id, row.version.next());
    let mut row: group::ActiveModel = row.into();
    row.name = Set(settings.name.clone());
    row.name_folded = Set(fold::fold(&settings.name));
    row.kind = Set(settings.kind);
    row.visibility = Set(settings.visibility);
    row.mandate = Set(settings.mandate.clone());
    row.asked_by = Set(settings.asked_by.clone());
    row.due_on = Set(settings.due_on);
    row.deliverable = Set(settings.deliverable.clone());
    row.version = Set(version);
    row.update(tx).await?;
    Event::new(EventKind::GroupChanged).group(id).record(cx, tx).await?;
    Ok(true)
}

fn completed(settings: &GroupSettings, row: &group::Model) -> GroupSettings {
    let said = |new: &String, old: &String| if new.is_empty() { old.clone() } else { new.clone() };
    GroupSettings {
        asked_by: said(&settings.asked_by, &row.asked_by),
        due_on: settings.due_on.or(row.due_on),
        deliverable: said(&settings.deliverable, &row.deliverable),
        ..settings.clone()
    }
}

async fn add_people(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    group: GroupId,
    facilitators: &[UserId],
    members: &[UserId],
) -> Result<bool> {
    let mut places: BTreeMap<UserId, entities::membership::Model> = entities::membership::Entity::find()
        .filter(entities::membership::Column::GroupId.eq(group))
        .all(tx)
        .await?
        .into_iter()
        .map(|place| (place.user_id, place))
        .collect();
    let mut wanted: BTreeMap<UserId, GroupRole> = BTreeMap::new();
    wanted.extend(members.iter().map(|id| (*id, GroupRole::Member)));
    wanted.extend(facilitators.iter().map(|id| (*id, GroupRole::Facilitator)));
    let mut changed = false;
    for (user, role) in wanted {
        match places.remove(&user) {
            None => {
                membership::insert(cx, tx, group, user, role).await?;
                Event::new(EventKind::MemberAdded).group(group).user(user).record(cx, tx).await?;
                changed = true;
            }
            Some(place) if role == GroupRole::Facilitator && place.role != role => {
                let mut place: entities::membership::ActiveModel = place.into();
                place.role = Set(role);
                place.update(tx).await?;
                Event::new(EventKind::MemberRoleChanged).group(group).user(user).record(cx, tx).await?;
                changed = true;
            }
            Some(_) => {}
        }
    }
    Ok(changed)
}
