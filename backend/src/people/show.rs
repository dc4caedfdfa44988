//! One person's page.

use domain::{
    Language, Version,
    groups::{GroupRole, role_today},
    ids::UserId,
    people::{CouncilRole, PersonState, ShownTo},
    policy::{GroupAction, Permission},
};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};

use super::{MandateView, mandates};
use crate::{
    Cx, Found, Result,
    entities::{group, join, membership, user},
};

/// A person, as members of the council see them.
#[derive(Clone, Debug)]
pub struct PersonView {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Their college, or empty.
    pub college: String,
    /// Whom they represent, or empty.
    pub organisation: String,
    /// Where they live or work, or empty.
    pub commune: String,
    /// A few words about themselves; may be empty.
    pub about: String,
    /// Their address, if they show it to the reader.
    pub email: Option<String>,
    /// Their telephone number, if they show it to the reader.
    pub phone: Option<String>,
    /// Their mandates, the latest first.
    pub mandates: Vec<MandateView>,
    /// Their groups, as far as the reader may know.
    pub groups: Vec<GroupOfPerson>,
    /// What tells their photo from another, if they have one.
    pub portrait: Option<String>,
    /// What only administrators see.
    pub administration: Option<PersonAdministration>,
}

/// A group somebody belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupOfPerson {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Their role in it.
    pub role: GroupRole,
}

/// What only administrators see of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonAdministration {
    /// Their address.
    pub email: String,
    /// Where their account stands.
    pub state: PersonState,
    /// Whether they are an administrator.
    pub is_administrator: bool,
    /// The language they chose, if any.
    pub language: Option<Language>,
    /// For the next change.
    pub version: Version,
}

/// Shows a person.
///
/// # Errors
/// `Forbidden` but for members of the council, administrators and the person; `NotFound`, for suspended people too
/// unless an administrator asks.
pub async fn show(cx: &Cx, id: UserId) -> Result<PersonView> {
    let oneself = cx.actor.user_id() == Some(id);
    if !oneself {
        cx.require(Permission::ReadDirectory)?;
    }
    let manages = cx.may(Permission::ManagePeople);
    let user = user::Entity::find_by_id(id).one(cx.reader()).await?;
    let seen = |user: &user::Model| user.suspended_at.is_none() || (manages && user.erased_at.is_none());
    let user = user.filter(seen).found()?;
    let mandates = mandates::of(cx, id).await?;
    let (groups, shares) = groups(cx, &user, &mandates).await?;
    let sees = |shown: ShownTo| manages || oneself || shown.reaches(shares);
    let phone = Some(user.phone.clone()).filter(|phone| !phone.is_empty() && sees(user.phone_shown_to));
    Ok(PersonView {
        id,
        groups,
        email: sees(user.email_shown_to).then(|| user.email.clone()),
        phone,
        about: user.about.clone(),
        mandates,
        administration: manages.then(|| administration(&user)),
        name: user.name,
        college: user.college,
        organisation: user.organisation,
        commune: user.commune,
        portrait: user.portrait,
    })
}

fn administration(user: &user::Model) -> PersonAdministration {
    PersonAdministration {
        email: user.email.clone(),
        state: user.state(),
        is_administrator: user.is_administrator,
        language: user.language.as_deref().and_then(Language::from_tag),
        version: user.version,
    }
}

/// Who belongs to a group is told by the group: here as there. Also whether the reader shares one.
async fn groups(cx: &Cx, user: &user::Model, mandates: &[MandateView]) -> Result<(Vec<GroupOfPerson>, bool)> {
    let held: Vec<CouncilRole> = mandates.iter().filter(|held| held.in_force).map(|held| held.role).collect();
    let rows = membership::Entity::find()
        .join(
            JoinType::InnerJoin,
            join::<membership::Entity, group::Entity>(membership::Column::GroupId, group::Column::Id),
        )
        .select_also(group::Entity)
        .filter(membership::Column::UserId.eq(user.id))
        .all(cx.reader())
        .await?;
    let places: Vec<(GroupRole, group::Model)> = rows
        .into_iter()
        .filter_map(|(place, group)| {
            let role = role_today(place.role, &held, user.is_administrator)?;
            Some((role, group?))
        })
        .collect();
    let shares = places.iter().any(|(_, group)| cx.actor.role_in(group.id).is_some());
    let mut groups: Vec<_> = places
        .into_iter()
        .filter(|(role, group)| {
            let facts = group.facts();
            let action = match role {
                // Everybody who knows a group knows who runs it.
                GroupRole::Facilitator => GroupAction::See,
                GroupRole::Member | GroupRole::Observer => GroupAction::SeePeople,
            };
            cx.may(Permission::Group(action, &facts))
        })
        .map(|(role, group)| GroupOfPerson { slug: group.slug, name: group.name, role })
        .collect();
    groups.sort_by_key(|group| crate::fold::fold(&group.name));
    Ok((groups, shares))
}
