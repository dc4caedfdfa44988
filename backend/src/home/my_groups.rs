//! The groups a person belongs to, and where their texts stand.

use std::collections::BTreeMap;

use domain::{
    contributions::State,
    groups::{GroupKind, GroupRole, GroupState},
    ids::GroupId,
};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, Order, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Cx, Result, contributions,
    entities::{contribution, group, join},
    groups::TextCounts,
};

/// A group the person belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyGroup {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: GroupKind,
    /// Where it stands.
    pub state: GroupState,
    /// Their role in it.
    pub role: GroupRole,
    /// Its texts by state.
    pub texts: TextCounts,
}

/// The groups of the person asking: those at work first, by name. Two queries.
///
/// # Errors
/// `SignInRequired`.
pub async fn my_groups(cx: &Cx) -> Result<Vec<MyGroup>> {
    cx.person()?;
    let groups = group::Entity::find()
        .filter(group::Column::Id.is_in(cx.actor.groups()))
        .order_by(group::Column::State.eq(GroupState::Closed), Order::Asc)
        .order_by_asc(group::Column::NameFolded)
        .all(cx.reader())
        .await?;
    let mut texts = texts_by_group(cx).await?;
    let mine = groups.into_iter().filter_map(|group| {
        Some(MyGroup {
            role: cx.actor.role_in(group.id)?,
            texts: texts.remove(&group.id).unwrap_or_default(),
            slug: group.slug,
            name: contributions::typeset(&group.name),
            kind: group.kind,
            state: group.state,
        })
    });
    Ok(mine.collect())
}

async fn texts_by_group(cx: &Cx) -> Result<BTreeMap<GroupId, TextCounts>> {
    let groups =
        join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id);
    let rows: Vec<(GroupId, State, i64)> = contribution::Entity::find()
        .select_only()
        .columns([contribution::Column::GroupId, contribution::Column::State])
        .column_as(contribution::Column::Id.count(), "n")
        .join(JoinType::InnerJoin, groups)
        .filter(contribution::Column::GroupId.is_in(cx.actor.groups()))
        .filter(contributions::visible_to(cx))
        .group_by(contribution::Column::GroupId)
        .group_by(contribution::Column::State)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let mut texts: BTreeMap<GroupId, TextCounts> = BTreeMap::new();
    for (group, state, n) in rows {
        texts.entry(group).or_default().insert(state, n.unsigned_abs());
    }
    Ok(texts)
}
