//! Giving out a picture, to who sees whose it is.

use domain::{
    ids::UserId,
    policy::{GroupAction, Permission},
};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect};

use super::Whose;
use crate::{
    Cx, Found, Result,
    entities::{group, join, membership, user},
    groups,
    library::{FileView, kept_as},
};

/// The picture.
///
/// # Errors
/// `NotFound` when there is none, or when the person asking does not see whose it is.
pub async fn of(cx: &Cx, whose: &Whose) -> Result<FileView> {
    let sha256 = present(cx, whose).await?.found()?;
    kept_as(cx, &sha256).await
}

/// What tells the picture from another, if there is one.
///
/// # Errors
/// `NotFound` when the person asking does not see whose it is.
pub async fn present(cx: &Cx, whose: &Whose) -> Result<Option<String>> {
    match whose {
        Whose::Person(id) => {
            let user = user::Entity::find_by_id(*id).one(cx.reader()).await?.found()?;
            let manages = cx.may(Permission::ManagePeople);
            let seen = manages || (user.suspended_at.is_none() && sees(cx, *id).await?);
            seen.then_some(user.portrait).found()
        }
        Whose::Group(slug) => {
            let found = group::Entity::find().filter(group::Column::Slug.eq(slug.as_str())).one(cx.reader());
            let group = found.await?.found()?;
            cx.require(Permission::Group(GroupAction::See, &group.facts()))?;
            Ok(group.portrait)
        }
    }
}

/// Oneself, those who read the directory, and those who see the person among the people of a group.
async fn sees(cx: &Cx, id: UserId) -> Result<bool> {
    if cx.actor.user_id() == Some(id) || cx.may(Permission::ReadDirectory) {
        return Ok(true);
    }
    let groups_of = join::<membership::Entity, group::Entity>(membership::Column::GroupId, group::Column::Id);
    let shared = membership::Entity::find()
        .join(JoinType::InnerJoin, groups_of)
        .filter(membership::Column::UserId.eq(id))
        .filter(groups::people_visible_to(&cx.actor))
        .count(cx.reader())
        .await?;
    Ok(shared > 0)
}
