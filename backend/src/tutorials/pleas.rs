//! Being stuck: said by the person, who agrees that those who look after them see it, and takes it back at will.

use chrono::{DateTime, Utc};
use domain::{
    FieldProblem, Refusal,
    form::{self, Problems},
    groups::GroupRole,
    ids::{PleaId, TutorialId, UserId},
    policy::{Permission, TutorialAction},
    tutorials::lesson,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
    sea_query::{Expr, OnConflict},
};

use super::{change::recorded, show::readable};
use crate::{
    Cx, Found, Result,
    contributions::typeset,
    entities::{join, membership, tutorial, tutorial_plea, user},
    events::EventKind,
};

/// Characters of free words.
const WORDS_MAX: u32 = 1_000;

/// What is typed when one is stuck.
#[derive(Clone, Debug, Default)]
pub struct PleaForm {
    /// The step, from 1.
    pub step: String,
    /// What stops the person; may be empty.
    pub words: String,
    /// `yes` when they agree that it be seen.
    pub agreed: String,
}

/// Where one said that one is stuck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plea {
    /// The step, from 1.
    pub step: u32,
    /// What stops the person; may be empty.
    pub words: String,
    /// Who said that it is settled.
    pub settled_by: Option<String>,
}

/// Somebody who is stuck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which plea.
    pub id: PleaId,
    /// Who.
    pub who: UserId,
    /// Their name.
    pub name: String,
    /// The tutorial.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The step, from 1.
    pub step: u32,
    /// The title of the step.
    pub step_title: String,
    /// What stops them; may be empty.
    pub words: String,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// Says where one is stuck, once one agrees that those who look after one see it.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`, also without the agreement.
pub async fn stuck(cx: &Cx, slug: &str, typed: &PleaForm) -> Result<()> {
    let row = readable(cx, slug).await?;
    let me = cx.person()?.id;
    let mut problems = Problems::new();
    let step = typed.step.trim().parse::<i32>().ok().filter(|step| (1..=row.steps).contains(step));
    let step = problems.check("step", step.ok_or(FieldProblem::NotAChoice));
    let words = problems.check("words", form::text(&typed.words, 0, WORDS_MAX));
    if typed.agreed.trim() != "yes" {
        problems.add("agreed", FieldProblem::Missing);
    }
    problems.into_result()?;
    let tx = cx.begin().await?;
    use tutorial_plea::Column as P;
    let plea = tutorial_plea::ActiveModel {
        tutorial_id: Set(row.id),
        user_id: Set(me),
        step: Set(step.unwrap_or(1)),
        words: Set(words.unwrap_or_default()),
        at: Set(cx.now),
        settled_at: Set(None),
        settled_by: Set(None),
        ..Default::default()
    };
    let again = OnConflict::columns([P::TutorialId, P::UserId])
        .update_columns([P::Step, P::Words, P::At, P::SettledAt, P::SettledBy])
        .to_owned();
    tutorial_plea::Entity::insert(plea).on_conflict(again).exec_without_returning(&tx).await?;
    recorded(cx, &tx, EventKind::TutorialStuck, row.id).await?;
    cx.commit(tx).await
}

/// Takes back what one said: nothing is kept of it.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn unstuck(cx: &Cx, slug: &str) -> Result<()> {
    let row = readable(cx, slug).await?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let gone = tutorial_plea::Entity::delete_many()
        .filter(tutorial_plea::Column::TutorialId.eq(row.id))
        .filter(tutorial_plea::Column::UserId.eq(me))
        .exec(&tx)
        .await?;
    if gone.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    cx.commit(tx).await
}

/// What waits, of those whom the person asking looks after: everybody for the chair, the staff and the administrators;
/// the people of their groups for who runs one.
fn visible(cx: &Cx) -> Result<Select<tutorial_plea::Entity>> {
    use tutorial_plea::Column as P;
    cx.require(Permission::Tutorial(TutorialAction::Help))?;
    let waiting = tutorial_plea::Entity::find().filter(P::SettledAt.is_null());
    let Some(person) = cx.actor.person() else { return Ok(waiting) };
    let others = waiting.filter(P::UserId.ne(person.id));
    if cx.may(Permission::Tutorial(TutorialAction::Hear)) {
        return Ok(others);
    }
    let of_my_groups = membership::Entity::find()
        .select_only()
        .column(membership::Column::UserId)
        .filter(membership::Column::GroupId.is_in(person.run_groups()))
        .filter(membership::Column::Role.ne(GroupRole::Observer))
        .into_query();
    Ok(others.filter(P::UserId.in_subquery(of_my_groups)))
}

/// Whether there may be somebody to help: rights are looked at by [`waiting`].
pub(crate) fn any_waiting(me: UserId) -> Select<tutorial_plea::Entity> {
    tutorial_plea::Entity::find()
        .filter(tutorial_plea::Column::SettledAt.is_null())
        .filter(tutorial_plea::Column::UserId.ne(me))
}

#[derive(FromQueryResult)]
struct Line {
    id: PleaId,
    user_id: UserId,
    name: String,
    slug: String,
    title: String,
    body: String,
    step: i32,
    words: String,
    at: DateTime<Utc>,
}

/// Those who are stuck and whom one looks after, the first first.
///
/// # Errors
/// `Forbidden` but for who helps.
pub async fn waiting(cx: &Cx) -> Result<Vec<Waiting>> {
    use tutorial_plea::Column as P;
    let lines: Vec<Line> = visible(cx)?
        .select_only()
        .columns([P::Id, P::UserId, P::Step, P::Words, P::At])
        .column(user::Column::Name)
        .columns([tutorial::Column::Slug, tutorial::Column::Title, tutorial::Column::Body])
        .join(JoinType::InnerJoin, join::<tutorial_plea::Entity, user::Entity>(P::UserId, user::Column::Id))
        .join(
            JoinType::InnerJoin,
            join::<tutorial_plea::Entity, tutorial::Entity>(P::TutorialId, tutorial::Column::Id),
        )
        .filter(user::Column::SuspendedAt.is_null())
        .order_by_asc(P::At)
        .order_by_asc(P::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let view = |line: Line| {
        let step = line.step.unsigned_abs();
        let title = lesson(&line.body).steps.into_iter().nth((step as usize).saturating_sub(1));
        Waiting {
            id: line.id,
            who: line.user_id,
            name: line.name,
            slug: line.slug,
            title: typeset(&line.title),
            step,
            step_title: title.map(|step| typeset(&step.title)).unwrap_or_default(),
            words: line.words,
            at: line.at,
        }
    };
    Ok(lines.into_iter().map(view).collect())
}

/// Says that somebody is helped.
///
/// # Errors
/// `Forbidden`; `NotFound`, also when it is settled or taken back already.
pub async fn settle(cx: &Cx, id: PleaId) -> Result<()> {
    let row = visible(cx)?.filter(tutorial_plea::Column::Id.eq(id)).one(cx.reader()).await?.found()?;
    let tx = cx.begin().await?;
    let settled = tutorial_plea::Entity::update_many()
        .col_expr(tutorial_plea::Column::SettledAt, Expr::value(Some(cx.now)))
        .col_expr(tutorial_plea::Column::SettledBy, Expr::value(cx.actor.user_id()))
        .filter(tutorial_plea::Column::Id.eq(id))
        .filter(tutorial_plea::Column::SettledAt.is_null())
        .exec(&tx)
        .await?;
    if settled.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    recorded(cx, &tx, EventKind::TutorialSettled, row.tutorial_id).await?;
    cx.commit(tx).await
}

/// Where the person asking said that they are stuck.
pub(super) async fn of_mine(cx: &Cx, tutorial: TutorialId) -> Result<Option<Plea>> {
    let Some(me) = cx.actor.user_id() else { return Ok(None) };
    use tutorial_plea::Column as P;
    let found = tutorial_plea::Entity::find()
        .join(JoinType::LeftJoin, join::<tutorial_plea::Entity, user::Entity>(P::SettledBy, user::Column::Id))
        .select_also(user::Entity)
        .filter(P::TutorialId.eq(tutorial))
        .filter(P::UserId.eq(me));
    let row = found.one(cx.reader()).await?;
    Ok(row.map(|(plea, by)| Plea {
        step: plea.step.unsigned_abs(),
        words: plea.words,
        settled_by: by.map(|by| by.name),
    }))
}
