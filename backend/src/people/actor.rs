//! From a session's person to an actor, with every right as it is now, in one query.

use domain::{
    Actor, Language, Person,
    groups::{GroupRole, role_today},
    ids::{GroupId, UserId},
    people::CouncilRole,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, sea_query::IntoCondition,
};

use crate::{
    Cx, Result,
    entities::{join, mandate, membership, user},
};

#[derive(FromQueryResult)]
struct Row {
    name: String,
    is_administrator: bool,
    language: Option<String>,
    role: Option<CouncilRole>,
    group_id: Option<GroupId>,
    group_role: Option<GroupRole>,
}

/// The actor for a signed-in person, and the language they chose.
///
/// Suspended people and erased accounts are visitors, at the very next request.
///
/// # Errors
/// The database cannot be read.
pub async fn actor_of(cx: &Cx, id: UserId) -> Result<(Actor, Option<Language>)> {
    let in_force = super::in_force(cx.today());
    let mandates = user::Entity::belongs_to(mandate::Entity)
        .from(user::Column::Id)
        .to(mandate::Column::UserId)
        .on_condition(move |_, _| in_force.clone().into_condition())
        .into();
    let memberships = join::<user::Entity, membership::Entity>(user::Column::Id, membership::Column::UserId);
    let rows: Vec<Row> = user::Entity::find_by_id(id)
        .select_only()
        .columns([user::Column::Name, user::Column::IsAdministrator, user::Column::Language])
        .column_as(mandate::Column::Role, "role")
        .column_as(membership::Column::GroupId, "group_id")
        .column_as(membership::Column::Role, "group_role")
        .join(JoinType::LeftJoin, mandates)
        .join(JoinType::LeftJoin, memberships)
        .filter(user::Column::SuspendedAt.is_null())
        .into_model()
        .all(cx.reader())
        .await?;
    let Some(first) = rows.first() else { return Ok((Actor::Visitor, None)) };
    let language = first.language.as_deref().and_then(Language::from_tag);
    let mut person = Person {
        id,
        name: first.name.clone(),
        administrator: first.is_administrator,
        roles: Vec::new(),
        groups: Vec::new(),
    };
    for row in rows {
        if let Some(role) = row.role.filter(|role| !person.roles.contains(role)) {
            person.roles.push(role);
        }
        if let Some(group) = row.group_id.zip(row.group_role).filter(|group| !person.groups.contains(group)) {
            person.groups.push(group);
        }
    }
    // A place in a group lasts as long as the mandate.
    let places = std::mem::take(&mut person.groups);
    let today = |(group, given)| Some((group, role_today(given, &person.roles, person.administrator)?));
    person.groups = places.into_iter().filter_map(today).collect();
    Ok((Actor::Person(person), language))
}
