//! A sequence of tutorials, and the certificate of who finished it.

use chrono::NaiveDate;
use domain::{
    Language, Refusal,
    ids::{TutorialId, UserId},
    policy::{Permission, TutorialAction},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::list::{PathRow, TutorialRow, lines, marks, path_row};
use crate::{
    Cx, Found, Result, clock,
    entities::{tutorial_mark, tutorial_path},
};

/// A sequence.
#[derive(Clone, Debug)]
pub struct PathView {
    /// What the list shows of it.
    pub row: PathRow,
    /// Its tutorials, in order.
    pub tutorials: Vec<TutorialRow>,
    /// The day on which the person asking took the last step.
    pub finished_on: Option<NaiveDate>,
}

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Who.
    pub name: String,
    /// The sequence.
    pub path: PathRow,
    /// Its tutorials.
    pub tutorials: Vec<TutorialRow>,
    /// When the last step was taken.
    pub on: NaiveDate,
}

/// A sequence, with what the person asking did of it.
///
/// # Errors
/// `NotFound`, also of one that has no tutorial; `Forbidden`, `SignInRequired`.
pub async fn path(cx: &Cx, slug: &str) -> Result<PathView> {
    cx.require(Permission::Tutorial(TutorialAction::Read))?;
    let found = tutorial_path::Entity::find().filter(tutorial_path::Column::Slug.eq(slug));
    let row = found.one(cx.reader()).await?.found()?;
    let me = cx.actor.user_id();
    let marks = marks(cx, me).await?;
    let lines = lines(cx, Some(row.id), false).await?;
    let ids: Vec<TutorialId> = lines.iter().map(|line| line.id).collect();
    let tutorials: Vec<TutorialRow> = lines.into_iter().map(|line| line.row(cx.language, &marks)).collect();
    if tutorials.is_empty() {
        return Err(Refusal::NotFound.into());
    }
    let finished = tutorials.iter().all(TutorialRow::is_done);
    let finished_on = match me.filter(|_| finished) {
        Some(me) => last_step(cx, me, ids).await?,
        None => None,
    };
    Ok(PathView { row: path_row(row, cx.language), tutorials, finished_on })
}

async fn last_step(cx: &Cx, me: UserId, of: Vec<TutorialId>) -> Result<Option<NaiveDate>> {
    let last = tutorial_mark::Entity::find()
        .filter(tutorial_mark::Column::UserId.eq(me))
        .filter(tutorial_mark::Column::TutorialId.is_in(of))
        .order_by_desc(tutorial_mark::Column::At)
        .limit(1);
    Ok(last.one(cx.reader()).await?.map(|mark| clock::day(mark.at)))
}

/// One's own certificate, all of it in one language.
///
/// # Errors
/// `NotFound` as long as the sequence is not finished; as [`path`].
pub async fn certificate(cx: &Cx, slug: &str) -> Result<(Language, Certificate)> {
    let name = cx.person()?.name.clone();
    let view = path(cx, slug).await?;
    let on = view.finished_on.ok_or(Refusal::NotFound)?;
    let language = view.row.language;
    Ok((language, Certificate { name, path: view.row, tutorials: view.tutorials, on }))
}
