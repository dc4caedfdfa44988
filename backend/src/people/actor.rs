//! From a session to an actor, with every right as it is now, in one query.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use domain::{
    Actor, Language, Person,
    api::Scopes,
    delegations::{Delegated, Office},
    groups::{GroupRole, role_today},
    ids::{ActingId, ApiTokenId, DelegationId, GroupId, UserId},
    people::CouncilRole,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Select,
    sea_query::{Expr, IntoCondition},
};

use crate::{
    Cx, Result,
    api::Asking,
    behalf::{self, Acting},
    delegations,
    entities::{acting, api_token, delegation, join, mandate, membership, session, user},
};

/// Somebody whose session is open.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who it is, with every right as it is now.
    pub actor: Actor,
    /// The language they chose.
    pub language: Option<Language>,
    /// When the use of the session was last noted.
    pub seen_at: DateTime<Utc>,
    /// On behalf of whom it acts, if it does: the actor is them then, as far as they are lent.
    pub acting: Option<Arc<Acting>>,
}

#[derive(Clone, FromQueryResult)]
struct Row {
    id: UserId,
    name: String,
    is_administrator: bool,
    language: Option<String>,
    role: Option<CouncilRole>,
    group_id: Option<GroupId>,
    group_role: Option<GroupRole>,
    seen_at: Option<DateTime<Utc>>,
    delegation_id: Option<DelegationId>,
    delegated_role: Option<CouncilRole>,
    delegated_group: Option<GroupId>,
    delegated_by: Option<UserId>,
}

/// Whose session this is; `None` if it is closed, or its person is suspended or erased: they are visitors, at the very
/// next request. `key` is what [`crate::sessions::key`] makes of the session's identifier.
///
/// # Errors
/// The database cannot be read.
pub async fn signed_in(cx: &Cx, key: &str) -> Result<Option<SignedIn>> {
    #[derive(FromQueryResult)]
    struct Opened {
        acting: Option<ActingId>,
        acting_for: Option<UserId>,
        acting_until: Option<DateTime<Utc>>,
        #[sea_orm(nested)]
        row: Row,
    }
    let sessions = join::<user::Entity, session::Entity>(user::Column::Id, session::Column::UserId);
    let lines: Vec<Opened> = people(cx)
        .column_as(session::Column::LastSeenAt, "seen_at")
        .column_as(acting::Column::Id, "acting")
        .column_as(acting::Column::ForId, "acting_for")
        .column_as(acting::Column::UntilAt, "acting_until")
        .join(JoinType::InnerJoin, sessions)
        .join(JoinType::LeftJoin, behalf::of_session(cx.now))
        .filter(session::Column::Id.eq(key))
        .filter(session::Column::ExpiresAt.gt(cx.now))
        .into_model()
        .all(cx.reader())
        .await?;
    let Some(first) = lines.first() else { return Ok(None) };
    let begun = first.acting.zip(first.acting_for).zip(first.acting_until);
    let seen_at = first.row.seen_at;
    let rows = lines.into_iter().map(|line| line.row).collect();
    let Some(((actor, language), seen_at)) = actor(rows).zip(seen_at) else { return Ok(None) };
    if let Some(((id, of), until)) = begun
        && let Some((actor, acting)) = behalf::stands(cx, &actor, (id, of, until)).await?
    {
        return Ok(Some(SignedIn { actor, language, seen_at, acting: Some(Arc::new(acting)) }));
    }
    Ok(Some(SignedIn { actor, language, seen_at, acting: None }))
}

/// Whose sessions these are, by their keys, with every right as it is now: the same as [`signed_in`], for several. Those
/// that act on behalf of somebody are left out: nobody writes together so.
pub(crate) async fn all_signed_in(cx: &Cx, keys: &[String]) -> Result<HashMap<String, Actor>> {
    #[derive(FromQueryResult)]
    struct Keyed {
        key: String,
        #[sea_orm(nested)]
        row: Row,
    }
    let sessions = join::<user::Entity, session::Entity>(user::Column::Id, session::Column::UserId);
    let rows: Vec<Keyed> = people(cx)
        .column_as(session::Column::Id, "key")
        .column_as(session::Column::LastSeenAt, "seen_at")
        .join(JoinType::InnerJoin, sessions)
        .join(JoinType::LeftJoin, behalf::of_session(cx.now))
        .filter(acting::Column::Id.is_null())
        .filter(session::Column::Id.is_in(keys))
        .filter(session::Column::ExpiresAt.gt(cx.now))
        .into_model()
        .all(cx.reader())
        .await?;
    let mut by_key: HashMap<String, Vec<Row>> = HashMap::new();
    for line in rows {
        by_key.entry(line.key).or_default().push(line.row);
    }
    Ok(by_key.into_iter().filter_map(|(key, rows)| Some((key, actor(rows)?.0))).collect())
}

/// In whose name a program asks by the token of this hash, with every right as it is now; `None` as [`signed_in`], and
/// when the token is over or was revoked.
pub(crate) async fn holding_token(cx: &Cx, hash: &str) -> Result<Option<Asking>> {
    #[derive(FromQueryResult)]
    struct Held {
        token: ApiTokenId,
        scopes: String,
        #[sea_orm(nested)]
        row: Row,
    }
    let nobody = Expr::value(Option::<DateTime<Utc>>::None);
    let tokens = join::<user::Entity, api_token::Entity>(user::Column::Id, api_token::Column::UserId);
    let lines: Vec<Held> = people(cx)
        .expr_as(nobody, "seen_at")
        .column_as(api_token::Column::Id, "token")
        .column_as(api_token::Column::Scopes, "scopes")
        .join(JoinType::InnerJoin, tokens)
        .filter(api_token::Column::TokenHash.eq(hash))
        .filter(api_token::Column::RevokedAt.is_null())
        .filter(api_token::Column::ExpiresAt.gt(cx.now))
        .into_model()
        .all(cx.reader())
        .await?;
    let Some(first) = lines.first() else { return Ok(None) };
    let (token, scopes) = (first.token, Scopes::stored(&first.scopes));
    let found = actor(lines.into_iter().map(|line| line.row).collect());
    Ok(found.map(|(actor, language)| Asking { token, scopes, actor, language }))
}

/// The actor for a person, as if they signed in, and the language they chose; a visitor if they could not.
///
/// # Errors
/// The database cannot be read.
pub async fn actor_of(cx: &Cx, id: UserId) -> Result<(Actor, Option<Language>)> {
    let nobody = Expr::value(Option::<DateTime<Utc>>::None);
    let rows = people(cx)
        .expr_as(nobody, "seen_at")
        .filter(user::Column::Id.eq(id))
        .into_model()
        .all(cx.reader())
        .await?;
    Ok(actor(rows).unwrap_or((Actor::Visitor, None)))
}

/// The actors for several people, as if they signed in; those who could not are left out.
pub(crate) async fn actors_of(cx: &Cx, ids: &[UserId]) -> Result<HashMap<UserId, Actor>> {
    let nobody = Expr::value(Option::<DateTime<Utc>>::None);
    let rows: Vec<Row> = people(cx)
        .expr_as(nobody, "seen_at")
        .filter(user::Column::Id.is_in(ids.iter().copied()))
        .into_model()
        .all(cx.reader())
        .await?;
    let mut by_person: HashMap<UserId, Vec<Row>> = HashMap::new();
    for row in rows {
        by_person.entry(row.id).or_default().push(row);
    }
    Ok(by_person.into_iter().filter_map(|(id, rows)| Some((id, actor(rows)?.0))).collect())
}

/// A line for each mandate in force, each place in a group, and each role that they have in the place of somebody else.
fn people(cx: &Cx) -> Select<user::Entity> {
    let in_force = super::in_force(cx.today());
    let runs = delegations::runs(cx.today());
    let delegations = user::Entity::belongs_to(delegation::Entity)
        .from(user::Column::Id)
        .to(delegation::Column::ToId)
        .on_condition(move |_, _| runs.clone().into_condition())
        .into();
    let mandates = user::Entity::belongs_to(mandate::Entity)
        .from(user::Column::Id)
        .to(mandate::Column::UserId)
        .on_condition(move |_, _| in_force.clone().into_condition())
        .into();
    let memberships = join::<user::Entity, membership::Entity>(user::Column::Id, membership::Column::UserId);
    user::Entity::find()
        .select_only()
        .columns([
            user::Column::Id,
            user::Column::Name,
            user::Column::IsAdministrator,
            user::Column::Language,
        ])
        .column_as(mandate::Column::Role, "role")
        .column_as(membership::Column::GroupId, "group_id")
        .column_as(membership::Column::Role, "group_role")
        .column_as(delegation::Column::Id, "delegation_id")
        .column_as(delegation::Column::Role, "delegated_role")
        .column_as(delegation::Column::GroupId, "delegated_group")
        .column_as(delegation::Column::FromId, "delegated_by")
        .join(JoinType::LeftJoin, mandates)
        .join(JoinType::LeftJoin, delegations)
        .join(JoinType::LeftJoin, memberships)
        .filter(user::Column::SuspendedAt.is_null())
}

fn actor(rows: Vec<Row>) -> Option<(Actor, Option<Language>)> {
    let first = rows.first()?;
    let language = first.language.as_deref().and_then(Language::from_tag);
    let mut person = Person {
        id: first.id,
        name: first.name.clone(),
        administrator: first.is_administrator,
        roles: Vec::new(),
        groups: Vec::new(),
        delegated: Vec::new(),
    };
    let mut delegated: Vec<Delegated> = Vec::new();
    for row in rows {
        let office = Office::of(row.delegated_role, row.delegated_group);
        if let Some(((id, from), office)) = row.delegation_id.zip(row.delegated_by).zip(office)
            && !delegated.iter().any(|known| known.id == id)
        {
            delegated.push(Delegated { id, office, from });
        }
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
    for delegated in delegated {
        person.stand_in(delegated);
    }
    Some((Actor::Person(person), language))
}
