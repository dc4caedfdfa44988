//! What is typed and not saved yet: one text a person and a place, put aside as they type, removed when saved.

use chrono::{DateTime, Utc};
use domain::{
    Refusal, Version,
    contributions::{BODY_MAX, ContributionForm},
    groups::GroupFacts,
    ids::{ContributionId, GroupId, UserId},
    policy::{self, ContributionAction, GroupAction, Permission},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryTrait, Statement,
};

use super::{load::load, render};
use crate::{
    Cx, Found, Result,
    entities::{group, unsaved_text},
};

/// Where somebody is writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A new text, in the group of this address.
    New(String),
    /// A text that exists.
    Of(ContributionId),
}

/// A place, found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub group: GroupId,
    pub contribution: Option<ContributionId>,
}

/// The group in which somebody may begin a text.
pub(super) async fn group_to_write_in(cx: &Cx, slug: &str) -> Result<group::Model> {
    let found = group::Entity::find().filter(group::Column::Slug.eq(slug)).one(cx.reader()).await?.found()?;
    let facts: GroupFacts = found.facts();
    cx.require(Permission::Group(GroupAction::Write, &facts))?;
    policy::group_is_at_work(&facts)?;
    Ok(found)
}

async fn spot(cx: &Cx, place: &Place) -> Result<Spot> {
    match place {
        Place::New(slug) => Ok(Spot { group: group_to_write_in(cx, slug).await?.id, contribution: None }),
        Place::Of(id) => {
            let text = load(cx, *id, ContributionAction::Write).await?;
            text.require_writable()?;
            Ok(Spot { group: text.group_id, contribution: Some(*id) })
        }
    }
}

/// Puts aside what is being typed, as it is, without any check but its size.
///
/// # Errors
/// `TooLarge`; `NotFound` or `Forbidden` for those who may not write there.
pub async fn autosave(
    cx: &Cx,
    place: &Place,
    base: Version,
    form: &ContributionForm,
) -> Result<DateTime<Utc>> {
    let spot = spot(cx, place).await?;
    let tx = cx.begin().await?;
    keep(cx, &tx, spot, base, form).await?;
    cx.commit(tx).await?;
    Ok(cx.now)
}

/// Forgets what was put aside.
///
/// # Errors
/// `NotFound` or `Forbidden` for those who may not write there.
pub async fn discard(cx: &Cx, place: &Place) -> Result<()> {
    let spot = spot(cx, place).await?;
    let user = cx.person()?.id;
    forget(cx.backend.db().writer(), user, spot).await
}

/// Renders what is being typed, without keeping it.
///
/// # Errors
/// `SignInRequired`; `TooLarge`.
pub async fn preview(cx: &Cx, body: &str) -> Result<String> {
    cx.person()?;
    bounded(body, BODY_MAX)?;
    render::preview(body.to_owned()).await
}

fn bounded(text: &str, characters: u32) -> Result<()> {
    if text.chars().count() <= characters as usize {
        return Ok(());
    }
    // A character takes up to four bytes.
    Err(Refusal::TooLarge { limit: u64::from(characters) * 4 }.into())
}

/// Puts aside, in place of what was there.
pub(super) async fn keep(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    spot: Spot,
    base: Version,
    form: &ContributionForm,
) -> Result<()> {
    const SHORT: u32 = 8_000;
    for short in [&form.title, &form.summary, &form.reason, &form.kind] {
        bounded(short, SHORT)?;
    }
    bounded(&form.body, BODY_MAX)?;
    let user = cx.person()?.id;
    forget(tx, user, spot).await?;
    // PostgreSQL keeps no NUL.
    let text = |typed: &str| typed.replace('\0', "");
    let row = unsaved_text::ActiveModel {
        user_id: Set(user),
        group_id: Set(spot.group),
        contribution_id: Set(spot.contribution),
        base_version: Set(base),
        title: Set(text(&form.title)),
        kind: Set(text(&form.kind)),
        summary: Set(text(&form.summary)),
        body: Set(text(&form.body)),
        reason: Set(text(&form.reason)),
        at: Set(cx.now),
        ..Default::default()
    };
    unsaved_text::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Forgets what somebody put aside there.
pub(super) async fn forget(tx: &impl ConnectionTrait, user: UserId, spot: Spot) -> Result<()> {
    tx.execute_raw(forgotten(tx, user, spot)).await?;
    Ok(())
}

/// The same, for [`crate::db::execute_all`].
pub(super) fn forgotten(tx: &impl ConnectionTrait, user: UserId, spot: Spot) -> Statement {
    let place = match spot.contribution {
        Some(id) => unsaved_text::Column::ContributionId.eq(id),
        None => unsaved_text::Column::ContributionId.is_null(),
    };
    unsaved_text::Entity::delete_many()
        .filter(unsaved_text::Column::UserId.eq(user))
        .filter(unsaved_text::Column::GroupId.eq(spot.group))
        .filter(place)
        .build(tx.get_database_backend())
}
