//! Adding an entry, changing it, putting it aside and taking it up again.

use domain::{
    FieldProblem, Refusal, Version,
    glossary::{Acronym, AcronymForm},
    ids::AcronymId,
    policy::Permission,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};

use crate::{
    Cx, Error, Found, Result,
    entities::acronym,
    events::{Event, EventKind},
};

/// Adds an entry of the council's own, and gives its name in addresses.
///
/// # Errors
/// `Forbidden` but for who keeps the glossary; `Invalid`, also when the glossary has the acronym.
pub async fn add(cx: &Cx, form: &AcronymForm) -> Result<String> {
    cx.require(Permission::KeepGlossary)?;
    let acronym = form.check()?;
    let slug = markdown::slug(&acronym.term);
    let tx = cx.begin().await?;
    free(&tx, &slug, None).await?;
    let row = blank(cx, &slug, &acronym).insert(&tx).await?;
    told(cx, &tx, EventKind::AcronymAdded, row.id).await?;
    done(cx, tx).await?;
    Ok(slug)
}

/// Changes an entry, and gives its name in addresses, which follows the acronym.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`, also when another entry has the acronym; `Conflict`.
pub async fn change(cx: &Cx, slug: &str, version: Version, form: &AcronymForm) -> Result<String> {
    cx.require(Permission::KeepGlossary)?;
    let acronym = form.check()?;
    let tx = cx.begin().await?;
    let row = held(&tx, slug, version).await?;
    let slug = markdown::slug(&acronym.term);
    free(&tx, &slug, Some(row.id)).await?;
    let id = row.id;
    changed(cx, row, &slug, &acronym).update(&tx).await?;
    told(cx, &tx, EventKind::AcronymChanged, id).await?;
    done(cx, tx).await?;
    Ok(slug)
}

/// Puts an entry aside: texts no longer explain it.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Conflict`.
pub async fn put_aside(cx: &Cx, slug: &str, version: Version) -> Result<()> {
    place(cx, slug, version, true).await
}

/// Takes an entry up again.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Conflict`.
pub async fn take_up(cx: &Cx, slug: &str, version: Version) -> Result<()> {
    place(cx, slug, version, false).await
}

async fn place(cx: &Cx, slug: &str, version: Version, aside: bool) -> Result<()> {
    cx.require(Permission::KeepGlossary)?;
    let tx = cx.begin().await?;
    let row = held(&tx, slug, version).await?;
    let id = row.id;
    let mut row: acronym::ActiveModel = row.into();
    row.set_aside = Set(aside);
    stamped(cx, &mut row, version);
    row.update(&tx).await?;
    let kind = if aside { EventKind::AcronymSetAside } else { EventKind::AcronymTakenUp };
    told(cx, &tx, kind, id).await?;
    done(cx, tx).await
}

/// A new row of the council's own.
pub(super) fn blank(cx: &Cx, slug: &str, acronym: &Acronym) -> acronym::ActiveModel {
    let mut row = acronym::ActiveModel {
        slug: Set(slug.to_owned()),
        shipped: Set(String::new()),
        edited: Set(false),
        set_aside: Set(false),
        ..Default::default()
    };
    stamped(cx, &mut row, Version(0));
    filled(&mut row, acronym);
    row
}

/// A row changed by the council: a later version of the program leaves it as it is.
pub(super) fn changed(cx: &Cx, row: acronym::Model, slug: &str, acronym: &Acronym) -> acronym::ActiveModel {
    let version = row.version;
    let mut row: acronym::ActiveModel = row.into();
    row.slug = Set(slug.to_owned());
    row.edited = Set(true);
    stamped(cx, &mut row, version);
    filled(&mut row, acronym);
    row
}

pub(super) fn filled(row: &mut acronym::ActiveModel, acronym: &Acronym) {
    row.term = Set(acronym.term.clone());
    row.expansion = Set(acronym.expansion.clone());
    row.explanation = Set(acronym.explanation.clone());
    row.explanation_en = Set(acronym.explanation_en.clone());
    row.source = Set(acronym.source.clone());
}

pub(super) fn stamped(cx: &Cx, row: &mut acronym::ActiveModel, version: Version) {
    row.version = Set(version.next());
    row.changed_at = Set(cx.now);
    row.changed_by = Set(cx.actor.user_id());
}

async fn held(tx: &impl ConnectionTrait, slug: &str, version: Version) -> Result<acronym::Model> {
    let found = acronym::Entity::find().filter(acronym::Column::Slug.eq(slug)).lock_exclusive();
    let row = found.one(tx).await?.found()?;
    if row.version == version { Ok(row) } else { Err(Error::Refused(Refusal::Conflict)) }
}

async fn free(tx: &impl ConnectionTrait, slug: &str, own: Option<AcronymId>) -> Result<()> {
    let other = acronym::Entity::find().filter(acronym::Column::Slug.eq(slug)).one(tx).await?;
    match other.filter(|other| Some(other.id) != own) {
        Some(_) => Err(Refusal::field("term", FieldProblem::Taken).into()),
        None => Ok(()),
    }
}

async fn told(cx: &Cx, tx: &impl ConnectionTrait, kind: EventKind, acronym: AcronymId) -> Result<()> {
    Event::new(kind).data(&serde_json::json!({ "acronym": acronym }))?.record(cx, tx).await
}

async fn done(cx: &Cx, tx: crate::db::Transaction) -> Result<()> {
    cx.commit(tx).await?;
    cx.backend.0.glossary.forget();
    Ok(())
}
