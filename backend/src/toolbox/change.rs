//! Writing a sheet, changing it, putting it aside and taking it up again.

use domain::{
    FieldProblem, Refusal, Version,
    ids::MethodId,
    policy::{Permission, ToolboxAction},
    toolbox::{Method, MethodForm, steps_text, total},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};

use crate::{
    Cx, Error, Found, Result,
    entities::method,
    events::{Event, EventKind},
};

/// Adds a sheet of the council's own, and gives its name in addresses.
///
/// # Errors
/// `Forbidden` but for who writes sheets; `Invalid`, also when another has the same title.
pub async fn add(cx: &Cx, form: &MethodForm) -> Result<String> {
    cx.require(Permission::Toolbox(ToolboxAction::Write))?;
    let sheet = form.check()?;
    let slug = slug_of(&sheet)?;
    let tx = cx.begin().await?;
    if method::Entity::find().filter(method::Column::Slug.eq(&slug)).one(&tx).await?.is_some() {
        return Err(Refusal::field("title", FieldProblem::Taken).into());
    }
    let row = blank(cx, &slug, &sheet).insert(&tx).await?;
    told(cx, &tx, EventKind::MethodAdded, row.id).await?;
    cx.commit(tx).await?;
    Ok(slug)
}

/// Changes a sheet. Its address stays: people have written it down.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`, `Conflict`.
pub async fn change(cx: &Cx, slug: &str, version: Version, form: &MethodForm) -> Result<()> {
    cx.require(Permission::Toolbox(ToolboxAction::Write))?;
    let sheet = form.check()?;
    let tx = cx.begin().await?;
    let row = held(&tx, slug, version).await?;
    let id = row.id;
    changed(cx, row, &sheet).update(&tx).await?;
    told(cx, &tx, EventKind::MethodChanged, id).await?;
    cx.commit(tx).await
}

/// Puts a sheet aside: only those who write sheets see it.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Conflict`.
pub async fn put_aside(cx: &Cx, slug: &str, version: Version) -> Result<()> {
    place(cx, slug, version, true).await
}

/// Takes a sheet up again.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Conflict`.
pub async fn take_up(cx: &Cx, slug: &str, version: Version) -> Result<()> {
    place(cx, slug, version, false).await
}

async fn place(cx: &Cx, slug: &str, version: Version, aside: bool) -> Result<()> {
    cx.require(Permission::Toolbox(ToolboxAction::Write))?;
    let tx = cx.begin().await?;
    let row = held(&tx, slug, version).await?;
    let id = row.id;
    let mut row: method::ActiveModel = row.into();
    row.set_aside = Set(aside);
    stamped(cx, &mut row, version);
    row.update(&tx).await?;
    let kind = if aside { EventKind::MethodSetAside } else { EventKind::MethodTakenUp };
    told(cx, &tx, kind, id).await?;
    cx.commit(tx).await
}

fn slug_of(sheet: &Method) -> Result<String> {
    // « ajouter » is a page of its own.
    match markdown::slug(&sheet.title) {
        slug if slug.is_empty() || slug == "ajouter" => {
            Err(Refusal::field("title", FieldProblem::BadCharacters).into())
        }
        slug => Ok(slug),
    }
}

/// A new row of the council's own.
pub(super) fn blank(cx: &Cx, slug: &str, sheet: &Method) -> method::ActiveModel {
    let mut row = method::ActiveModel {
        slug: Set(slug.to_owned()),
        shipped: Set(String::new()),
        edited: Set(false),
        set_aside: Set(false),
        ..Default::default()
    };
    stamped(cx, &mut row, Version(0));
    filled(&mut row, sheet);
    row
}

/// A row changed by the council: a later version of the program leaves it as it is.
pub(super) fn changed(cx: &Cx, row: method::Model, sheet: &Method) -> method::ActiveModel {
    let version = row.version;
    let mut row: method::ActiveModel = row.into();
    row.edited = Set(true);
    stamped(cx, &mut row, version);
    filled(&mut row, sheet);
    row
}

pub(super) fn filled(row: &mut method::ActiveModel, sheet: &Method) {
    let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    row.title = Set(sheet.title.clone());
    row.aim = Set(sheet.aim.clone());
    row.needs = Set(sheet.needs.iter().map(|need| need.code()).collect::<Vec<_>>().join(" "));
    row.people_min = Set(number(sheet.people.0));
    row.people_max = Set(number(sheet.people.1));
    row.minutes = Set(number(total(&sheet.steps)));
    row.steps = Set(steps_text(&sheet.steps));
    row.use_when = Set(sheet.use_when.clone());
    row.room = Set(sheet.room.clone());
    row.variants = Set(sheet.variants.clone());
    row.traps = Set(sheet.traps.clone());
    row.accessibility = Set(sheet.accessibility.clone());
    row.source = Set(sheet.source.clone());
    row.english = Set(sheet.english.clone());
}

pub(super) fn stamped(cx: &Cx, row: &mut method::ActiveModel, version: Version) {
    row.version = Set(version.next());
    row.changed_at = Set(cx.now);
    row.changed_by = Set(cx.actor.user_id());
}

async fn held(tx: &impl ConnectionTrait, slug: &str, version: Version) -> Result<method::Model> {
    let found = method::Entity::find().filter(method::Column::Slug.eq(slug)).lock_exclusive();
    let row = found.one(tx).await?.found()?;
    if row.version == version { Ok(row) } else { Err(Error::Refused(Refusal::Conflict)) }
}

pub(super) async fn told(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    kind: EventKind,
    method: MethodId,
) -> Result<()> {
    Event::new(kind).data(&serde_json::json!({ "method": method }))?.record(cx, tx).await
}
