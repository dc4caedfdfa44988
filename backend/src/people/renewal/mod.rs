//! Renewing a council: the seats of today, what ending several mandates would leave, and ending them at once.
//!
//! Whoever keeps the records knows the groups and their people, not what they write: texts are counted.

mod left;

pub use left::GroupLeft;

use chrono::NaiveDate;
use domain::{
    FieldProblem, Refusal,
    actor::Period,
    ids::{MandateId, UserId},
    people::{CouncilRole, MandatesForm},
    policy::Permission,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, Select, sea_query::Expr,
};

use super::in_force;
use crate::{
    Cx, Result,
    entities::{join, mandate, user},
    events::{Event, EventKind},
};

/// A mandate that runs today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Which one.
    pub id: MandateId,
    /// Whose it is.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Their college, or empty.
    pub college: String,
    /// The role it gives.
    pub role: CouncilRole,
    /// When it runs.
    pub period: Period,
}

/// What ending some mandates would change.
#[derive(Clone, Debug)]
pub struct Departure {
    /// Their last day.
    pub last_day: NaiveDate,
    /// The mandates that would end that day.
    pub ending: Vec<Seat>,
    /// Those that end before, and stay as they are.
    pub already: Vec<Seat>,
    /// What the groups would lack.
    pub groups: Vec<GroupLeft>,
    /// Whether nobody would preside any more.
    pub nobody_presides: bool,
    /// Those who would still hold the keys of the installation.
    pub administrators: Vec<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: MandateId,
    user_id: UserId,
    name: String,
    college: String,
    role: CouncilRole,
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
    is_administrator: bool,
}

impl Row {
    fn seat(self) -> Seat {
        Seat {
            id: self.id,
            user: self.user_id,
            name: self.name,
            college: self.college,
            role: self.role,
            period: Period { from: self.starts_on, to: self.ends_on },
        }
    }
}

/// The mandates that run today, college by college, by name. One query.
///
/// # Errors
/// `Forbidden` but for an administrator.
pub async fn seats(cx: &Cx) -> Result<Vec<Seat>> {
    cx.require(Permission::ManagePeople)?;
    let rows: Vec<Row> = mandates().filter(in_force(cx.today())).into_model().all(cx.reader()).await?;
    Ok(rows.into_iter().map(Row::seat).collect())
}

/// What ending these mandates that day would change; nothing is written.
///
/// # Errors
/// `Forbidden` but for an administrator; `Invalid`.
pub async fn departure(cx: &Cx, form: &MandatesForm) -> Result<Departure> {
    cx.require(Permission::ManagePeople)?;
    let (ids, last_day) = form.check()?;
    let rows = chosen(cx.reader(), &ids, last_day).await?;
    let gone = left::gone(cx, &rows, last_day).await?;
    let administrators = rows.iter().filter(|row| row.is_administrator).map(|row| row.name.clone());
    let mut administrators: Vec<String> = administrators.collect();
    administrators.dedup();
    let presided = rows.iter().any(|row| presides(row.role));
    let nobody_presides = presided && left::nobody_presides(cx, &ids, last_day).await?;
    let groups = left::groups(cx, &gone, last_day).await?;
    let (already, ending): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| ends_by(row, last_day));
    let seats = |rows: Vec<Row>| rows.into_iter().map(Row::seat).collect();
    Ok(Departure {
        last_day,
        ending: seats(ending),
        already: seats(already),
        groups,
        nobody_presides,
        administrators,
    })
}

/// Ends these mandates on this day, which is their last, all of them or none; those that end before stay as they are.
/// Says how many ended.
///
/// # Errors
/// `Forbidden` but for an administrator; `Invalid`.
pub async fn end_mandates(cx: &Cx, form: &MandatesForm) -> Result<usize> {
    cx.require(Permission::ManagePeople)?;
    let (ids, last_day) = form.check()?;
    let tx = cx.begin().await?;
    let rows = chosen(&tx, &ids, last_day).await?;
    let ending: Vec<&Row> = rows.iter().filter(|row| !ends_by(row, last_day)).collect();
    mandate::Entity::update_many()
        .col_expr(mandate::Column::EndsOn, Expr::value(Some(last_day)))
        .filter(mandate::Column::Id.is_in(ending.iter().map(|row| row.id)))
        .exec(&tx)
        .await?;
    for row in &ending {
        Event::new(EventKind::PersonChanged).user(row.user_id).record(cx, &tx).await?;
    }
    let ended = ending.len();
    cx.commit(tx).await?;
    Ok(ended)
}

/// Has these mandates run until this day, all of them or none; those that end later, or never, stay as they are. Says
/// how many are prolonged.
///
/// # Errors
/// `Forbidden` but for an administrator; `Invalid`: `EndsLater` when none is prolonged, `MandateRuns` when somebody has
/// that role again meanwhile.
pub async fn prolong_mandates(cx: &Cx, form: &MandatesForm) -> Result<usize> {
    cx.require(Permission::ManagePeople)?;
    let (ids, last_day) = form.check()?;
    let tx = cx.begin().await?;
    let rows = chosen(&tx, &ids, last_day).await?;
    let prolonged: Vec<&Row> =
        rows.iter().filter(|row| row.ends_on.is_some_and(|day| day < last_day)).collect();
    if prolonged.is_empty() {
        return Err(Refusal::field("last_day", FieldProblem::EndsLater).into());
    }
    let again = mandate::Entity::find()
        .filter(prolonged.iter().fold(Condition::any(), |any, row| {
            let same = Condition::all()
                .add(mandate::Column::UserId.eq(row.user_id))
                .add(mandate::Column::Role.eq(row.role))
                .add(mandate::Column::StartsOn.gt(row.starts_on))
                .add(mandate::Column::StartsOn.lte(last_day));
            any.add(same)
        }))
        .one(&tx)
        .await?;
    if again.is_some() {
        return Err(Refusal::field("mandates", FieldProblem::MandateRuns).into());
    }
    mandate::Entity::update_many()
        .col_expr(mandate::Column::EndsOn, Expr::value(Some(last_day)))
        .filter(mandate::Column::Id.is_in(prolonged.iter().map(|row| row.id)))
        .exec(&tx)
        .await?;
    for row in &prolonged {
        Event::new(EventKind::PersonChanged).user(row.user_id).record(cx, &tx).await?;
    }
    let count = prolonged.len();
    cx.commit(tx).await?;
    Ok(count)
}

fn ends_by(row: &Row, last_day: NaiveDate) -> bool {
    row.ends_on.is_some_and(|day| day <= last_day)
}

fn presides(role: CouncilRole) -> bool {
    matches!(role, CouncilRole::Chair | CouncilRole::ViceChair)
}

/// The chosen mandates: they all exist, and had begun by that day.
async fn chosen(db: &impl ConnectionTrait, ids: &[MandateId], last_day: NaiveDate) -> Result<Vec<Row>> {
    let rows: Vec<Row> =
        mandates().filter(mandate::Column::Id.is_in(ids.iter().copied())).into_model().all(db).await?;
    if rows.len() != ids.len() {
        return Err(Refusal::field("mandates", FieldProblem::NotAChoice).into());
    }
    if rows.iter().any(|row| last_day < row.starts_on) {
        return Err(Refusal::field("last_day", FieldProblem::EndsBeforeStart).into());
    }
    Ok(rows)
}

fn mandates() -> Select<mandate::Entity> {
    mandate::Entity::find()
        .select_only()
        .columns([
            mandate::Column::Id,
            mandate::Column::UserId,
            mandate::Column::Role,
            mandate::Column::StartsOn,
            mandate::Column::EndsOn,
        ])
        .columns([user::Column::Name, user::Column::College, user::Column::IsAdministrator])
        .join(
            JoinType::InnerJoin,
            join::<mandate::Entity, user::Entity>(mandate::Column::UserId, user::Column::Id),
        )
        .order_by_asc(user::Column::College)
        .order_by_asc(user::Column::Folded)
        .order_by_asc(mandate::Column::Id)
}

#[cfg(test)]
mod tests;
