//! The directory: who sits in the council today.

use std::collections::BTreeMap;

use domain::{ids::UserId, people::CouncilRole, policy::Permission};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, RelationDef, Select,
};

use super::{holding_mandates, in_force};
use crate::{
    Cx, Page, PageNumber, Result,
    contributions::typeset,
    entities::{group, join, mandate, membership, user},
    fold, groups,
};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectoryFilter {
    /// Words of the name, the organisation or the commune.
    pub q: String,
    /// A college, as the council writes it; empty for all.
    pub college: String,
    /// A commune, as it is written in the records; empty for all.
    pub commune: String,
    /// Only those who hold this role today.
    pub role: Option<CouncilRole>,
    /// Only the people of the group at this address; empty for all.
    pub group: String,
}

/// What the directory may be narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectoryChoices {
    /// The communes of those who sit today.
    pub communes: Vec<String>,
    /// The roles held today.
    pub roles: Vec<CouncilRole>,
    /// Address and name of the groups whose people the reader may see.
    pub groups: Vec<(String, String)>,
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
    /// What tells their photo from another, if they have one.
    pub portrait: Option<String>,
}

const PAGE: u64 = 40;

/// The people whose mandate runs today, by name. Suspended people are not shown.
///
/// # Errors
/// `Forbidden` but for members of the council and administrators.
pub async fn directory(cx: &Cx, filter: &DirectoryFilter, number: PageNumber) -> Result<Page<PersonRow>> {
    cx.require(Permission::ReadDirectory)?;
    let roles: Vec<CouncilRole> = filter.role.map_or(CouncilRole::ALL.to_vec(), |role| vec![role]);
    let mut people =
        user::Entity::find().filter(holding_mandates(cx.today(), &roles)).filter(words(&filter.q));
    if !filter.college.is_empty() {
        people = people.filter(user::Column::College.eq(&filter.college));
    }
    if !filter.commune.is_empty() {
        people = people.filter(user::Column::Commune.eq(&filter.commune));
    }
    if !filter.group.is_empty() {
        // Who is in a group is told by the group: one that is hidden has nobody.
        let inside = membership::Entity::find()
            .select_only()
            .column(membership::Column::UserId)
            .join(JoinType::InnerJoin, to_group())
            .filter(group::Column::Slug.eq(&filter.group))
            .filter(groups::people_visible_to(&cx.actor))
            .into_query();
        people = people.filter(user::Column::Id.in_subquery(inside));
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
            portrait: row.portrait,
        })
        .collect();
    Ok(Page { rows, number, total, size: PAGE })
}

/// What the directory may be narrowed to, for the person asking.
///
/// # Errors
/// `Forbidden` but for members of the council and administrators.
pub async fn directory_choices(cx: &Cx) -> Result<DirectoryChoices> {
    cx.require(Permission::ReadDirectory)?;
    let communes: Vec<String> = user::Entity::find()
        .select_only()
        .column(user::Column::Commune)
        .distinct()
        .filter(holding_mandates(cx.today(), CouncilRole::ALL))
        .filter(user::Column::Commune.ne(""))
        .into_tuple()
        .all(cx.reader())
        .await?;
    let mut roles: Vec<CouncilRole> = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::Role)
        .distinct()
        .filter(in_force(cx.today()))
        .into_tuple()
        .all(cx.reader())
        .await?;
    roles.sort_unstable();
    let groups: Vec<(String, String)> = group::Entity::find()
        .select_only()
        .columns([group::Column::Slug, group::Column::Name])
        .filter(groups::people_visible_to(&cx.actor))
        .order_by_asc(group::Column::NameFolded)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let mut communes = communes;
    communes.sort_by_key(|commune| fold::fold(commune));
    let groups = groups.into_iter().map(|(slug, name)| (slug, typeset(&name))).collect();
    Ok(DirectoryChoices { communes, roles, groups })
}

fn to_group() -> RelationDef {
    join::<membership::Entity, group::Entity>(membership::Column::GroupId, group::Column::Id)
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
pub(crate) async fn roles_today(cx: &Cx, people: Vec<UserId>) -> Result<BTreeMap<UserId, Vec<CouncilRole>>> {
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
