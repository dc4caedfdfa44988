//! Entries that come with the program, and those of an import.

use std::collections::BTreeMap;

use domain::{
    glossary::{Acronym, AcronymForm},
    policy::Permission,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::change::{blank, changed, filled, stamped};
use crate::{Cx, Outcome, Result, entities::acronym, files::Fingerprint};

/// Brings in the entries that come with the program, in a transaction: new ones, and those that nobody changed here.
/// Gives how many were.
///
/// # Errors
/// `Forbidden` but for the program itself; an entry is not right.
pub async fn install(cx: &Cx, tx: &impl ConnectionTrait, shipped: &[AcronymForm]) -> Result<usize> {
    cx.require(Permission::Administer)?;
    let known = acronym::Entity::find().all(tx).await?;
    let mut known: BTreeMap<String, acronym::Model> =
        known.into_iter().map(|row| (row.slug.clone(), row)).collect();
    let mut brought = 0;
    for form in shipped {
        let acronym = form.check()?;
        let slug = markdown::slug(&acronym.term);
        let mark = mark(&acronym);
        match known.remove(&slug) {
            None => {
                let mut row = blank(cx, &slug, &acronym);
                row.shipped = Set(mark);
                row.insert(tx).await?;
            }
            Some(row) if row.edited || row.shipped.is_empty() || row.shipped == mark => continue,
            Some(row) => {
                let version = row.version;
                let mut row: acronym::ActiveModel = row.into();
                row.shipped = Set(mark);
                filled(&mut row, &acronym);
                stamped(cx, &mut row, version);
                row.update(tx).await?;
            }
        }
        brought += 1;
    }
    if brought > 0 {
        cx.backend.0.glossary.forget();
    }
    Ok(brought)
}

fn mark(acronym: &Acronym) -> String {
    let Acronym { term, expansion, explanation, explanation_en, source } = acronym;
    Fingerprint::of(
        [term, expansion, explanation, explanation_en, source].map(String::as_str).join("\n").as_bytes(),
    )
    .as_str()
    .to_owned()
}

/// Brings an entry of an import, in a transaction.
///
/// # Errors
/// `Forbidden` but for who keeps the glossary.
pub async fn upsert(cx: &Cx, tx: &impl ConnectionTrait, acronym: &Acronym) -> Result<Outcome> {
    cx.require(Permission::KeepGlossary)?;
    let slug = markdown::slug(&acronym.term);
    let row = acronym::Entity::find().filter(acronym::Column::Slug.eq(&slug)).one(tx).await?;
    let outcome = match row {
        None => {
            blank(cx, &slug, acronym).insert(tx).await?;
            Outcome::Created
        }
        Some(row) => {
            let same = row.term == acronym.term
                && row.expansion == acronym.expansion
                && row.explanation == acronym.explanation
                && row.explanation_en == acronym.explanation_en
                && row.source == acronym.source;
            if same {
                return Ok(Outcome::Unchanged);
            }
            changed(cx, row, &slug, acronym).update(tx).await?;
            Outcome::Changed
        }
    };
    cx.backend.0.glossary.forget();
    Ok(outcome)
}
