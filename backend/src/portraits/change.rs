//! Adding, changing, removing a picture.

use bytes::Bytes;
use domain::{
    FieldProblem, Refusal,
    ids::GroupId,
    library::Media,
    policy::{GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, UpdateMany,
    sea_query::{Expr, IntoIden},
};

use super::Whose;
use crate::{
    Cx, Found, Result,
    entities::{group, user},
    events::{Event, EventKind},
    files::Staged,
    groups,
    library::{self, Room, keep_made, room_of, still_kept},
};

/// The largest picture received, in megabytes: what telephones take is smaller.
pub const MEGABYTES: u64 = 20;

/// Who may change it: the person and those who manage people; those who may change the group.
async fn allowed(cx: &Cx, whose: &Whose) -> Result<Option<GroupId>> {
    match whose {
        Whose::Person(id) => {
            if cx.actor.user_id() != Some(*id) {
                cx.require(Permission::ManagePeople)?;
            }
            let known = user::Entity::find_by_id(*id).count(cx.reader()).await?;
            (known > 0).then_some(None).found()
        }
        Whose::Group(slug) => Ok(Some(groups::find(cx, slug, GroupAction::Edit).await?.id)),
    }
}

/// What may be received of a picture.
///
/// # Errors
/// `NotFound`, `Forbidden`, `SignInRequired`.
pub async fn room(cx: &Cx, whose: &Whose) -> Result<Room> {
    allowed(cx, whose).await?;
    let Room { file, left } = room_of(cx, None).await?;
    Ok(Room { file: file.min(MEGABYTES * 1_000_000), left })
}

/// Whether what has arrived may be drawn: it is said before anybody reads it.
///
/// # Errors
/// `Invalid` on the field `files`.
pub fn may_be(staged: &Staged) -> Result<()> {
    let media_type = library::recognised(&staged.head).unwrap_or_default();
    match Media::of(media_type) {
        Media::Image => Ok(()),
        _ => Err(Refusal::field("files", FieldProblem::NotAPicture).into()),
    }
}

/// Gives a picture that the program drew.
///
/// # Errors
/// `NotFound`, `Forbidden`, `SignInRequired`; `Storage`.
pub async fn change(cx: &Cx, whose: &Whose, drawn: Bytes) -> Result<()> {
    allowed(cx, whose).await?;
    let media_type = library::recognised(&drawn).unwrap_or("application/octet-stream");
    let sha256 = keep_made(cx, drawn, media_type).await?;
    write(cx, whose, Some(sha256)).await
}

/// Takes the picture away; without one, nothing changes.
///
/// # Errors
/// `NotFound`, `Forbidden`, `SignInRequired`.
pub async fn remove(cx: &Cx, whose: &Whose) -> Result<()> {
    write(cx, whose, None).await
}

async fn write(cx: &Cx, whose: &Whose, portrait: Option<String>) -> Result<()> {
    let group = allowed(cx, whose).await?;
    let tx = cx.begin().await?;
    if let Some(sha256) = &portrait {
        still_kept(&tx, sha256).await?;
    }
    if set(&tx, whose, portrait).await? {
        match (whose, group) {
            (Whose::Person(id), _) => Event::new(EventKind::PersonChanged).user(*id),
            (Whose::Group(_), Some(group)) => Event::new(EventKind::GroupChanged).group(group),
            (Whose::Group(_), None) => Event::new(EventKind::GroupChanged),
        }
        .record(cx, &tx)
        .await?;
    }
    cx.commit(tx).await
}

/// Whether something changed.
async fn set(tx: &impl ConnectionTrait, whose: &Whose, portrait: Option<String>) -> Result<bool> {
    let changed = match whose {
        Whose::Person(id) => {
            let set =
                setting::<user::Entity>(user::Column::Portrait, portrait).filter(user::Column::Id.eq(*id));
            set.exec(tx).await?
        }
        Whose::Group(slug) => {
            let set = setting::<group::Entity>(group::Column::Portrait, portrait)
                .filter(group::Column::Slug.eq(slug.as_str()));
            set.exec(tx).await?
        }
    };
    Ok(changed.rows_affected > 0)
}

/// Sets a column where it is something else.
fn setting<E: EntityTrait>(
    column: impl ColumnTrait + IntoIden + Copy,
    value: Option<String>,
) -> UpdateMany<E> {
    let other = match &value {
        Some(value) => Condition::any().add(column.ne(value.as_str())).add(column.is_null()),
        None => Condition::all().add(column.is_not_null()),
    };
    E::update_many().col_expr(column, Expr::value(value)).filter(other)
}
