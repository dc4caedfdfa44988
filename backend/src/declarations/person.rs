//! What somebody declared, now and before, as members read it.

use chrono::NaiveDate;
use domain::{
    actor::Period,
    declarations::{DeclarationKind, Target},
    ids::{DeclarationId, UserId},
    policy::Permission,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::targets::{Named, named};
use crate::{
    Cx, Result, clock,
    contributions::typeset,
    entities::{declaration, declaration_target},
};

/// Where a declaration stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It runs.
    Now,
    /// It is to come.
    Later,
    /// It is over.
    Over,
}

/// A declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclarationView {
    /// Which.
    pub id: DeclarationId,
    /// What is declared.
    pub kind: DeclarationKind,
    /// On what, or why; typeset.
    pub subject: String,
    /// More, typeset; may be empty.
    pub words: String,
    /// From when until when.
    pub period: Period,
    /// Where it stands.
    pub stage: Stage,
    /// When it was declared.
    pub declared_on: NaiveDate,
    /// What it is about, as far as the person asking sees it.
    pub targets: Vec<Named>,
    /// Whether the person asking may end it.
    pub end: bool,
}

/// What somebody declared: what runs first, what is over last. For those who read the directory.
///
/// # Errors
/// `Forbidden` for the others.
pub async fn of_person(cx: &Cx, user: UserId) -> Result<Vec<DeclarationView>> {
    cx.require(Permission::ReadDirectory)?;
    let rows = declaration::Entity::find()
        .filter(declaration::Column::UserId.eq(user))
        .order_by_desc(declaration::Column::Id)
        .all(cx.reader())
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let about = declaration_target::Entity::find()
        .filter(declaration_target::Column::DeclarationId.is_in(rows.iter().map(|row| row.id)))
        .all(cx.reader())
        .await?;
    let all: Vec<Target> = about.iter().map(declaration_target::Model::target).collect();
    let names = named(cx, &all).await?;
    let today = cx.today();
    let mine = cx.actor.user_id() == Some(user);
    let view = |row: declaration::Model| {
        let stage = match (row.ended_at, row.ends_on) {
            (Some(_), _) => Stage::Over,
            (None, Some(day)) if day < today => Stage::Over,
            _ if row.starts_on > today => Stage::Later,
            _ => Stage::Now,
        };
        let targets = about.iter().filter(|target| target.declaration_id == row.id);
        let targets = targets
            .filter_map(|target| names.iter().find(|named| named.target == target.target()).cloned())
            .collect();
        DeclarationView {
            id: row.id,
            kind: row.kind,
            subject: typeset(&row.subject),
            words: typeset(&row.words),
            period: Period { from: row.starts_on, to: row.ends_on },
            stage,
            declared_on: clock::day(row.declared_at),
            targets,
            end: mine && stage != Stage::Over,
        }
    };
    let mut views: Vec<DeclarationView> = rows.into_iter().map(view).collect();
    views.sort_by_key(|view| view.stage);
    Ok(views)
}
