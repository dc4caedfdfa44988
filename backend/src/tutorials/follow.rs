//! The steps that somebody took: theirs, seen by nobody else.

use domain::{FieldProblem, Refusal, ids::UserId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::OnConflict};

use super::{
    list::{lines, marks},
    show::readable,
};
use crate::{
    Cx, Result,
    entities::{tutorial_mark, tutorial_plea},
};

/// Says that one took a step, or has it to do again. Who was stuck there is not any more.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid` for a step that is not there.
pub async fn mark(cx: &Cx, slug: &str, step: u32, done: bool) -> Result<()> {
    let row = readable(cx, slug).await?;
    let me = cx.person()?.id;
    let step = i32::try_from(step).unwrap_or_default();
    if !(1..=row.steps).contains(&step) {
        return Err(Refusal::field("step", FieldProblem::NotAChoice).into());
    }
    let tx = cx.begin().await?;
    if done {
        let mark = tutorial_mark::ActiveModel {
            tutorial_id: Set(row.id),
            user_id: Set(me),
            step: Set(step),
            at: Set(cx.now),
            ..Default::default()
        };
        use tutorial_mark::Column as M;
        let once = OnConflict::columns([M::UserId, M::TutorialId, M::Step]).do_nothing().to_owned();
        tutorial_mark::Entity::insert(mark).on_conflict(once).exec_without_returning(&tx).await?;
        tutorial_plea::Entity::delete_many()
            .filter(tutorial_plea::Column::TutorialId.eq(row.id))
            .filter(tutorial_plea::Column::UserId.eq(me))
            .filter(tutorial_plea::Column::Step.eq(step))
            .exec(&tx)
            .await?;
    } else {
        tutorial_mark::Entity::delete_many()
            .filter(tutorial_mark::Column::TutorialId.eq(row.id))
            .filter(tutorial_mark::Column::UserId.eq(me))
            .filter(tutorial_mark::Column::Step.eq(step))
            .exec(&tx)
            .await?;
    }
    cx.commit(tx).await
}

/// Whether somebody took every step of some tutorial.
pub(crate) async fn any_finished(cx: &Cx, me: UserId) -> Result<bool> {
    let any = tutorial_mark::Entity::find().filter(tutorial_mark::Column::UserId.eq(me)).limit(1);
    if any.one(cx.reader()).await?.is_none() {
        return Ok(false);
    }
    let marks = marks(cx, Some(me)).await?;
    let finished = |line: super::list::Line| line.row(cx.language, &marks).is_done();
    Ok(lines(cx, None, false).await?.into_iter().any(finished))
}
