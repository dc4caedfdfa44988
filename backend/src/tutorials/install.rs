//! Tutorials that come with the program, and those of an import.

use std::collections::BTreeMap;

use domain::{
    policy::{Permission, TutorialAction},
    tutorials::Tutorial,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::change::{blank, changed, filled, path_of, stamped};
use crate::{
    Cx, Outcome, Result,
    entities::{tutorial, tutorial_path},
    files::Fingerprint,
};

/// A sequence that comes with the program, or with an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShippedPath {
    /// Its name in addresses, which never changes.
    pub slug: String,
    /// Its name.
    pub title: String,
    /// What it leads to.
    pub summary: String,
    /// Its name in English; may be empty.
    pub title_en: String,
    /// What it leads to, in English; may be empty.
    pub summary_en: String,
}

/// A tutorial that comes with the program.
#[derive(Clone, Debug)]
pub struct Shipped {
    /// Its name in addresses, which never changes.
    pub slug: String,
    /// What it says.
    pub told: Tutorial,
}

/// Brings in what comes with the program, in a transaction: what is new, and what nobody changed here. Gives how many
/// were.
///
/// # Errors
/// `Forbidden` but for the program itself; `Invalid` for a tutorial of a sequence that is not there.
pub async fn install(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    paths: &[ShippedPath],
    shipped: &[Shipped],
) -> Result<usize> {
    cx.require(Permission::Administer)?;
    let mut brought = 0;
    let known = tutorial_path::Entity::find().all(tx).await?;
    let mut known: BTreeMap<String, tutorial_path::Model> =
        known.into_iter().map(|row| (row.slug.clone(), row)).collect();
    for path in paths {
        let mark = Fingerprint::of(format!("{path:?}").as_bytes()).as_str().to_owned();
        match known.remove(&path.slug) {
            None => {
                let mut row = written(blank_path(), path);
                row.shipped = Set(mark);
                row.insert(tx).await?;
            }
            Some(row) if row.shipped.is_empty() || row.shipped == mark => continue,
            Some(row) => {
                let mut row = written(row.into(), path);
                row.shipped = Set(mark);
                row.update(tx).await?;
            }
        }
        brought += 1;
    }
    let known = tutorial::Entity::find().all(tx).await?;
    let mut known: BTreeMap<String, tutorial::Model> =
        known.into_iter().map(|row| (row.slug.clone(), row)).collect();
    for Shipped { slug, told } in shipped {
        let mark = Fingerprint::of(format!("{told:?}").as_bytes()).as_str().to_owned();
        match known.remove(slug) {
            None => {
                let mut row = blank(cx, slug, told, path_of(tx, told).await?);
                row.shipped = Set(mark);
                row.insert(tx).await?;
            }
            Some(row) if row.edited || row.shipped.is_empty() || row.shipped == mark => continue,
            Some(row) => {
                let version = row.version;
                let mut row: tutorial::ActiveModel = row.into();
                row.shipped = Set(mark);
                filled(&mut row, told, path_of(tx, told).await?);
                stamped(cx, &mut row, version);
                row.update(tx).await?;
            }
        }
        brought += 1;
    }
    Ok(brought)
}

fn written(mut row: tutorial_path::ActiveModel, path: &ShippedPath) -> tutorial_path::ActiveModel {
    row.slug = Set(path.slug.clone());
    row.title = Set(path.title.clone());
    row.summary = Set(path.summary.clone());
    row.title_en = Set(path.title_en.clone());
    row.summary_en = Set(path.summary_en.clone());
    row
}

/// Brings a sequence of an import, in a transaction.
///
/// # Errors
/// `Forbidden` but for who writes tutorials.
pub async fn upsert_path(cx: &Cx, tx: &impl ConnectionTrait, path: &ShippedPath) -> Result<Outcome> {
    cx.require(Permission::Tutorial(TutorialAction::Write))?;
    let found = tutorial_path::Entity::find().filter(tutorial_path::Column::Slug.eq(&path.slug));
    let Some(row) = found.one(tx).await? else {
        let mut row = written(blank_path(), path);
        row.shipped = Set(String::new());
        row.insert(tx).await?;
        return Ok(Outcome::Created);
    };
    // From now on it is the council's own.
    let mut said = row.clone();
    said.shipped = String::new();
    let said = written(said.into(), path);
    if tutorial_path::Model::try_from(said.clone()).is_ok_and(|said| said == row) {
        return Ok(Outcome::Unchanged);
    }
    let mut said = written(row.into(), path);
    said.shipped = Set(String::new());
    said.update(tx).await?;
    Ok(Outcome::Changed)
}

/// Brings a tutorial of an import, in a transaction.
///
/// # Errors
/// `Forbidden` but for who writes them; `Invalid` when its sequence is not there.
pub async fn upsert(cx: &Cx, tx: &impl ConnectionTrait, slug: &str, told: &Tutorial) -> Result<Outcome> {
    cx.require(Permission::Tutorial(TutorialAction::Write))?;
    let path = path_of(tx, told).await?;
    let found = tutorial::Entity::find().filter(tutorial::Column::Slug.eq(slug)).one(tx).await?;
    let Some(row) = found else {
        blank(cx, slug, told, path).insert(tx).await?;
        return Ok(Outcome::Created);
    };
    let mut said: tutorial::ActiveModel = row.clone().into();
    filled(&mut said, told, path);
    if tutorial::Model::try_from(said).is_ok_and(|said| said == row) {
        return Ok(Outcome::Unchanged);
    }
    changed(cx, row, told, path).update(tx).await?;
    Ok(Outcome::Changed)
}

fn blank_path() -> tutorial_path::ActiveModel {
    tutorial_path::ActiveModel { ..Default::default() }
}
