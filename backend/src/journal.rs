//! Reading the journal, for administrators: what happened, latest first, as data.
//!
//! Not the contents of groups: a line names the group, never the text.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    ids::{EventId, GroupId, UserId},
    policy::Permission,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Cx, Page, PageNumber, Result,
    entities::{event, group, user},
};

/// A line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLine {
    /// Which one.
    pub id: EventId,
    /// When.
    pub at: DateTime<Utc>,
    /// What happened: the code of an [`EventKind`](crate::events::EventKind).
    pub kind: String,
    /// Who did it; nobody, when it was the program or a visitor.
    pub actor: Option<(UserId, String)>,
    /// Who it happened to.
    pub user: Option<(UserId, String)>,
    /// In which group.
    pub group: Option<String>,
}

const PAGE: u64 = 50;

/// The journal, latest first.
///
/// # Errors
/// `Forbidden` but for an administrator.
pub async fn list(cx: &Cx, number: PageNumber) -> Result<Page<JournalLine>> {
    cx.require(Permission::Administer)?;
    let total = event::Entity::find().count(cx.reader()).await?;
    let rows = event::Entity::find()
        .order_by_desc(event::Column::Id)
        .offset(number.offset(PAGE))
        .limit(PAGE)
        .all(cx.reader())
        .await?;
    // Owned lists: an iterator that borrows across an await cannot be sent to another thread.
    let people: Vec<UserId> = rows.iter().flat_map(|row| [row.actor_id, row.user_id]).flatten().collect();
    let groups: Vec<GroupId> = rows.iter().filter_map(|row| row.group_id).collect();
    let people = names(cx, people).await?;
    let groups = group_names(cx, groups).await?;
    let named = |id: Option<UserId>| id.and_then(|id| Some((id, people.get(&id)?.clone())));
    let rows = rows
        .into_iter()
        .map(|row| JournalLine {
            id: row.id,
            at: row.at,
            actor: named(row.actor_id),
            user: named(row.user_id),
            group: row.group_id.and_then(|id| groups.get(&id).cloned()),
            kind: row.kind,
        })
        .collect();
    Ok(Page { rows, number, total, size: PAGE })
}

async fn names(cx: &Cx, ids: Vec<UserId>) -> Result<BTreeMap<UserId, String>> {
    let rows: Vec<(UserId, String)> = user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name])
        .filter(user::Column::Id.is_in(ids))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().collect())
}

async fn group_names(cx: &Cx, ids: Vec<GroupId>) -> Result<BTreeMap<GroupId, String>> {
    let rows: Vec<(GroupId, String)> = group::Entity::find()
        .select_only()
        .columns([group::Column::Id, group::Column::Name])
        .filter(group::Column::Id.is_in(ids))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().collect())
}
