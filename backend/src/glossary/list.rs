//! The entries of the glossary, to be read and to be changed.

use chrono::{DateTime, Utc};
use domain::{Language, Version, glossary::AcronymForm, policy::Permission};
use markdown::Typography;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{Cx, Found, Result, contributions::typeset, entities::acronym, fold::fold};

/// An entry of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcronymRow {
    /// Its name in addresses.
    pub slug: String,
    /// The acronym.
    pub term: String,
    /// What its letters stand for.
    pub expansion: String,
    /// What it is.
    pub explanation: String,
    /// The same in English; may be empty.
    pub explanation_en: String,
    /// Empty while it is to be checked.
    pub source: String,
    /// Whether it is out of the glossary for now.
    pub set_aside: bool,
    /// For the next change.
    pub version: Version,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
}

impl AcronymRow {
    pub(super) fn of(row: acronym::Model) -> AcronymRow {
        AcronymRow {
            slug: row.slug,
            term: row.term,
            expansion: typeset(&row.expansion),
            explanation: typeset(&row.explanation),
            explanation_en: markdown::typeset(&row.explanation_en, Typography::English),
            source: typeset(&row.source),
            set_aside: row.set_aside,
            version: row.version,
            changed_at: row.changed_at,
        }
    }

    /// What it is, in the language asked for where that is there, otherwise in French.
    pub fn explained(&self, asked: Language) -> (Language, &str) {
        match asked {
            Language::English if !self.explanation_en.is_empty() => (Language::English, &self.explanation_en),
            _ => (Language::French, &self.explanation),
        }
    }

    fn holds(&self, words: &str) -> bool {
        let all = fold(&[&*self.term, &*self.expansion, &*self.explanation, &*self.explanation_en].join(" "));
        fold(words).split(' ').all(|word| all.contains(word))
    }
}

/// The entries that hold these words, in the order of the alphabet; those put aside only for who keeps the glossary.
///
/// # Errors
/// The database cannot be read.
pub async fn all(cx: &Cx, words: &str) -> Result<Vec<AcronymRow>> {
    let mut found = acronym::Entity::find().order_by_asc(acronym::Column::Slug);
    if !cx.may(Permission::KeepGlossary) {
        found = found.filter(acronym::Column::SetAside.eq(false));
    }
    let rows = found.all(cx.reader()).await?;
    Ok(rows.into_iter().map(AcronymRow::of).filter(|row| row.holds(words)).collect())
}

/// An entry to be changed, as it was typed.
///
/// # Errors
/// `Forbidden` but for who keeps the glossary; `NotFound`.
pub async fn one(cx: &Cx, slug: &str) -> Result<(AcronymRow, AcronymForm)> {
    cx.require(Permission::KeepGlossary)?;
    let row =
        acronym::Entity::find().filter(acronym::Column::Slug.eq(slug)).one(cx.reader()).await?.found()?;
    let form = AcronymForm {
        term: row.term.clone(),
        expansion: row.expansion.clone(),
        explanation: row.explanation.clone(),
        explanation_en: row.explanation_en.clone(),
        source: row.source.clone(),
    };
    Ok((AcronymRow::of(row), form))
}
