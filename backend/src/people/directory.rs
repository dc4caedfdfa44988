//! The directory: who sits in the council today.

use std::collections::BTreeMap;

use domain::{ids::UserId, people::CouncilRole, policy::Permission};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};

use super::in_force;
use crate::{
    Cx, Page, PageNumber, Result,
    entities::{mandate, user},
    fold,
};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectoryFilter {
    /// Words of the name, the organisation or the commune.
    pub q: String,
    /// A college, as the council writes it; empty for all.
    pub college: String,
}

/// A person, in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Their roles in the council today.
    pub roles: Vec<CouncilRole>,
    /// Their college, or empty.
    pub college: String,
    /// Whom they represent, or empty.
    pub organisation: String,
    /// Where they live or work, or empty.
    pub commune: String,
}

const PAGE: u64 = 40;

/// The people whose mandate runs today, by name. Suspended people are not shown.
///
/// # Errors
/// `Forbidden` but for members of the council and administrators.
pub async fn directory(cx: &Cx, filter: &DirectoryFilter, number: PageNumber) -> Result<Page<PersonRow>> {
    cx.require(Permission::ReadDirectory)?;
    let sitting = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::UserId)
        .filter(in_force(cx.today()))
        .into_query();
    let mut people = user::Entity::find()
        .filter(user::Column::SuspendedAt.is_null())
        .filter(user::Column::Id.in_subquery(sitting))
        .filter(words(&filter.q));
    if !filter.college.is_empty() {
        people = people.filter(user::Column::College.eq(&filter.college));
    }
    let total = people.clone().count(cx.reader()).await?;
    let rows = page(people, number, PAGE).all(cx.reader()).await?;
    let mut roles = roles_today(cx, rows.iter().map(|row| row.id).collect()).await?;
    let rows = rows
        .into_iter()
        .map(|row| PersonRow {
            id: row.id,
            name: row.name,
            roles: roles.remove(&row.id).unwrap_or_default(),
            college: row.college,
            organisation: row.organisation,
            commune: row.commune,
        })
        .collect();
    Ok(Page { rows, number, total, size: PAGE })
}

/// One page of people, by name.
pub(super) fn page(people: Select<user::Entity>, number: PageNumber, size: u64) -> Select<user::Entity> {
    people
        .order_by_asc(user::Column::Folded)
        .order_by_asc(user::Column::Id)
        .offset(number.offset(size))
        .limit(size)
}

/// People of whom every word typed is told.
pub(super) fn words(typed: &str) -> Condition {
    fold::patterns(typed)
        .into_iter()
        .fold(Condition::all(), |all, pattern| all.add(user::Column::Folded.like(fold::like(pattern))))
}

/// The roles of these people's mandates in force today.
pub(super) async fn roles_today(cx: &Cx, people: Vec<UserId>) -> Result<BTreeMap<UserId, Vec<CouncilRole>>> {
    let rows: Vec<(UserId, CouncilRole)> = mandate::Entity::find()
        .select_only()
        .columns([mandate::Column::UserId, mandate::Column::Role])
        .filter(mandate::Column::UserId.is_in(people))
        .filter(in_force(cx.today()))
        .order_by_asc(mandate::Column::Id)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let mut roles = BTreeMap::<_, Vec<_>>::new();
    for (user, role) in rows {
        let held = roles.entry(user).or_default();
        if !held.contains(&role) {
            held.push(role);
        }
    }
    Ok(roles)
}
