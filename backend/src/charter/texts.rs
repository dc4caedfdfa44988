//! Adding a framing text, and changing what is said of it.

use domain::{
    FieldProblem, Refusal, Version,
    charter::{FramingForm, Settings},
    policy::{CharterAction, Permission},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    load::{hold_text, told},
    write::{blank_version, insert_version},
};
use crate::{Cx, Found, Result, entities::framing_text, events::EventKind};

/// Adds a framing text with its first version, which is still empty. Gives its name in addresses, and the number of the
/// version.
///
/// # Errors
/// `Forbidden` but for who prepares the framing texts; `Invalid`, also when another has the same title.
pub async fn add(cx: &Cx, form: &FramingForm) -> Result<(String, i32)> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let settings = form.check()?;
    let slug = slug_of(&settings)?;
    let tx = cx.begin().await?;
    must_be_free(&tx, &slug).await?;
    let text = blank(cx, &slug, &settings).insert(&tx).await?;
    told(cx, &tx, EventKind::FramingTextAdded, &text, None).await?;
    let version = insert_version(&tx, blank_version(cx, text.id, 1, String::new())).await?;
    told(cx, &tx, EventKind::FramingVersionBegun, &text, Some(version.number)).await?;
    cx.commit(tx).await?;
    Ok((slug, version.number))
}

/// What is said of a text, for who changes it, as it was typed.
///
/// # Errors
/// `Forbidden`, `NotFound`.
pub async fn settings(cx: &Cx, slug: &str) -> Result<(Version, FramingForm)> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let row =
        framing_text::Entity::find().filter(framing_text::Column::Slug.eq(slug)).one(cx.reader()).await?;
    let row = row.found()?;
    let form = FramingForm {
        kind: row.kind.code().to_owned(),
        title: row.title,
        aim: row.aim,
        to_sign: if row.to_sign { "oui".to_owned() } else { String::new() },
    };
    Ok((row.version, form))
}

/// Changes what is said of a text. Its address stays: people have written it down.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Invalid`, `Conflict`.
pub async fn change(cx: &Cx, slug: &str, version: Version, form: &FramingForm) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let settings = form.check()?;
    let tx = cx.begin().await?;
    let row = hold_text(&tx, slug).await?;
    if row.version != version {
        return Err(Refusal::Conflict.into());
    }
    let mut row: framing_text::ActiveModel = row.into();
    fill(cx, &mut row, &settings, version.next());
    let text = row.update(&tx).await?;
    told(cx, &tx, EventKind::FramingTextChanged, &text, None).await?;
    cx.commit(tx).await
}

fn slug_of(settings: &Settings) -> Result<String> {
    match markdown::slug(&settings.title) {
        // « ajouter » is a page of its own.
        slug if slug.is_empty() || slug == "ajouter" => {
            Err(Refusal::field("title", FieldProblem::BadCharacters).into())
        }
        slug => Ok(slug),
    }
}

async fn must_be_free(db: &impl ConnectionTrait, slug: &str) -> Result<()> {
    let taken = framing_text::Entity::find().filter(framing_text::Column::Slug.eq(slug)).one(db).await?;
    if taken.is_some() { Err(Refusal::field("title", FieldProblem::Taken).into()) } else { Ok(()) }
}

/// A new row.
pub(super) fn blank(cx: &Cx, slug: &str, settings: &Settings) -> framing_text::ActiveModel {
    let mut row = framing_text::ActiveModel { slug: Set(slug.to_owned()), ..Default::default() };
    fill(cx, &mut row, settings, Version::FIRST);
    row
}

pub(super) fn fill(cx: &Cx, row: &mut framing_text::ActiveModel, settings: &Settings, version: Version) {
    row.kind = Set(settings.kind);
    row.title = Set(settings.title.clone());
    row.aim = Set(settings.aim.clone());
    row.to_sign = Set(settings.to_sign);
    row.version = Set(version);
    row.changed_at = Set(cx.now);
    row.changed_by = Set(cx.actor.user_id());
}
