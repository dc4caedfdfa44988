//! Mandates: a role in the council between two dates.

use chrono::NaiveDate;
use domain::{
    FieldProblem, Refusal,
    actor::Period,
    ids::{MandateId, UserId},
    people::{CouncilRole, MandateForm},
    policy::Permission,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use crate::{
    Cx, Found, Result,
    entities::{mandate, user},
    events::{Event, EventKind},
};

/// A mandate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MandateView {
    /// Which one.
    pub id: MandateId,
    /// The role it gives.
    pub role: CouncilRole,
    /// When it runs.
    pub period: Period,
    /// Whether it runs today.
    pub in_force: bool,
}

/// The mandates that run on this day.
pub(crate) fn in_force(day: NaiveDate) -> Condition {
    Condition::all()
        .add(mandate::Column::StartsOn.lte(day))
        .add(Condition::any().add(mandate::Column::EndsOn.is_null()).add(mandate::Column::EndsOn.gte(day)))
}

/// Somebody's mandates, the latest first.
pub(super) async fn of(cx: &Cx, user: UserId) -> Result<Vec<MandateView>> {
    let rows = mandate::Entity::find()
        .filter(mandate::Column::UserId.eq(user))
        .order_by_desc(mandate::Column::StartsOn)
        .order_by_desc(mandate::Column::Id)
        .all(cx.reader())
        .await?;
    let today = cx.today();
    Ok(rows
        .into_iter()
        .map(|row| {
            let period = Period { from: row.starts_on, to: row.ends_on };
            MandateView { id: row.id, role: row.role, period, in_force: period.contains(today) }
        })
        .collect())
}

/// Writes a mandate.
pub(crate) async fn write(
    tx: &impl ConnectionTrait,
    user: UserId,
    role: CouncilRole,
    period: Period,
) -> Result<()> {
    let row = mandate::ActiveModel {
        user_id: Set(user),
        role: Set(role),
        starts_on: Set(period.from),
        ends_on: Set(period.to),
        ..Default::default()
    };
    mandate::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Gives somebody a mandate.
///
/// # Errors
/// `Forbidden` but for an administrator; `NotFound`; `Invalid`.
pub async fn add_mandate(cx: &Cx, user: UserId, form: &MandateForm) -> Result<()> {
    cx.require(Permission::ManagePeople)?;
    let (role, period) = form.check(cx.today())?;
    let tx = cx.begin().await?;
    user::Entity::find_by_id(user).one(&tx).await?.filter(|user| user.erased_at.is_none()).found()?;
    if overlaps(&tx, user, role, period).await? {
        return Err(Refusal::field("mandate_start", FieldProblem::MandateRuns).into());
    }
    write(&tx, user, role, period).await?;
    Event::new(EventKind::PersonChanged).user(user).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Whether somebody has that role already during a part of that time.
async fn overlaps(
    tx: &impl ConnectionTrait,
    user: UserId,
    role: CouncilRole,
    period: Period,
) -> Result<bool> {
    let mut found = mandate::Entity::find()
        .filter(mandate::Column::UserId.eq(user))
        .filter(mandate::Column::Role.eq(role))
        .filter(
            Condition::any()
                .add(mandate::Column::EndsOn.is_null())
                .add(mandate::Column::EndsOn.gte(period.from)),
        );
    if let Some(to) = period.to {
        found = found.filter(mandate::Column::StartsOn.lte(to));
    }
    Ok(found.count(tx).await? > 0)
}

/// Ends a mandate on this day, which is its last; gives whose it was.
///
/// # Errors
/// `Forbidden` but for an administrator; `NotFound`; `Invalid`.
pub async fn end_mandate(cx: &Cx, id: MandateId, last_day: &str) -> Result<UserId> {
    cx.require(Permission::ManagePeople)?;
    let last_day = domain::form::date(last_day).map_err(|problem| Refusal::field("mandate_end", problem))?;
    let tx = cx.begin().await?;
    let row = mandate::Entity::find_by_id(id).one(&tx).await?.found()?;
    if last_day < row.starts_on {
        return Err(Refusal::field("mandate_end", FieldProblem::EndsBeforeStart).into());
    }
    let user = row.user_id;
    let mut row: mandate::ActiveModel = row.into();
    row.ends_on = Set(Some(last_day));
    row.update(&tx).await?;
    Event::new(EventKind::PersonChanged).user(user).record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(user)
}
