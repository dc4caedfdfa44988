//! Sheets that come with the program, and those of an import.

use std::collections::BTreeMap;

use domain::{
    policy::{Permission, ToolboxAction},
    toolbox::Method,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::change::{blank, changed, filled, stamped};
use crate::{Cx, Outcome, Result, entities::method, files::Fingerprint};

/// A sheet that comes with the program.
#[derive(Clone, Debug)]
pub struct Shipped {
    /// Its name in addresses, which never changes.
    pub slug: String,
    /// What it says.
    pub sheet: Method,
}

/// Brings in the sheets that come with the program, in a transaction: new ones, and those that nobody changed here.
/// Gives how many were.
///
/// # Errors
/// `Forbidden` but for the program itself.
pub async fn install(cx: &Cx, tx: &impl ConnectionTrait, shipped: &[Shipped]) -> Result<usize> {
    cx.require(Permission::Administer)?;
    let known = method::Entity::find().all(tx).await?;
    let mut known: BTreeMap<String, method::Model> =
        known.into_iter().map(|row| (row.slug.clone(), row)).collect();
    let mut brought = 0;
    for Shipped { slug, sheet } in shipped {
        let mark = Fingerprint::of(format!("{sheet:?}").as_bytes()).as_str().to_owned();
        match known.remove(slug) {
            None => {
                let mut row = blank(cx, slug, sheet);
                row.shipped = Set(mark);
                row.insert(tx).await?;
            }
            Some(row) if row.edited || row.shipped.is_empty() || row.shipped == mark => continue,
            Some(row) => {
                let version = row.version;
                let mut row: method::ActiveModel = row.into();
                row.shipped = Set(mark);
                filled(&mut row, sheet);
                stamped(cx, &mut row, version);
                row.update(tx).await?;
            }
        }
        brought += 1;
    }
    Ok(brought)
}

/// Brings a sheet of an import, in a transaction.
///
/// # Errors
/// `Forbidden` but for who writes sheets.
pub async fn upsert(cx: &Cx, tx: &impl ConnectionTrait, slug: &str, sheet: &Method) -> Result<Outcome> {
    cx.require(Permission::Toolbox(ToolboxAction::Write))?;
    let Some(row) = method::Entity::find().filter(method::Column::Slug.eq(slug)).one(tx).await? else {
        blank(cx, slug, sheet).insert(tx).await?;
        return Ok(Outcome::Created);
    };
    let mut said: method::ActiveModel = row.clone().into();
    filled(&mut said, sheet);
    if method::Model::try_from(said).is_ok_and(|said| said == row) {
        return Ok(Outcome::Unchanged);
    }
    changed(cx, row, sheet).update(tx).await?;
    Ok(Outcome::Changed)
}
