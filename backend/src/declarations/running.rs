//! The declarations that run or are to come, kept in memory; where they are seen.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use domain::{
    actor::Period,
    declarations::{DeclarationKind, Target},
    ids::{DeclarationId, UserId},
    policy::Permission,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{
    Cx, Result,
    entities::{declaration, declaration_target, join, user},
};

/// Another node may have changed them.
const KEEP: TimeDelta = TimeDelta::seconds(15);

/// A declaration where it is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// On what, or why they stand back.
    pub subject: String,
    /// From when until when.
    pub period: Period,
}

/// What runs, or is to come.
#[derive(Debug, Default)]
pub(crate) struct Running {
    all: Vec<(DeclarationKind, Declared, Vec<Target>)>,
}

#[derive(FromQueryResult)]
struct Line {
    id: DeclarationId,
    kind: DeclarationKind,
    user_id: UserId,
    name: String,
    subject: String,
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
}

async fn running(cx: &Cx) -> Result<Arc<Running>> {
    let kept = &cx.backend.0.declared;
    if let Some(running) = kept.get(cx.now, KEEP) {
        return Ok(running);
    }
    let not_over = Condition::any()
        .add(declaration::Column::EndsOn.is_null())
        .add(declaration::Column::EndsOn.gte(cx.today()));
    use declaration::Column as C;
    let lines: Vec<Line> = declaration::Entity::find()
        .select_only()
        .columns([C::Id, C::Kind, C::UserId, C::Subject, C::StartsOn, C::EndsOn])
        .column(user::Column::Name)
        .join(JoinType::InnerJoin, join::<declaration::Entity, user::Entity>(C::UserId, user::Column::Id))
        .filter(not_over)
        .filter(C::EndedAt.is_null())
        .order_by_asc(user::Column::Name)
        .order_by_asc(C::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let mut running = Running::default();
    if !lines.is_empty() {
        let about = declaration_target::Entity::find()
            .filter(declaration_target::Column::DeclarationId.is_in(lines.iter().map(|line| line.id)))
            .all(cx.reader())
            .await?;
        running.all = lines
            .into_iter()
            .map(|line| {
                let targets = about.iter().filter(|row| row.declaration_id == line.id);
                let targets = targets.map(declaration_target::Model::target).collect();
                let period = Period { from: line.starts_on, to: line.ends_on };
                let declared =
                    Declared { user: line.user_id, name: line.name, subject: line.subject, period };
                (line.kind, declared, targets)
            })
            .collect();
    }
    let running = Arc::new(running);
    kept.set(cx.now, running.clone());
    Ok(running)
}

/// Who declared a conflict of interest on this, today; for those who read the directory. The caller reads the target.
///
/// # Errors
/// The database cannot be read.
pub async fn declared_on(cx: &Cx, target: Target) -> Result<Vec<Declared>> {
    if !cx.may(Permission::ReadDirectory) {
        return Ok(Vec::new());
    }
    let running = running(cx).await?;
    let today = cx.today();
    let here = running.all.iter().filter(|(kind, declared, targets)| {
        *kind == DeclarationKind::Conflict && declared.period.contains(today) && targets.contains(&target)
    });
    Ok(here.map(|(_, declared, _)| declared.clone()).collect())
}

/// Who stands back on one of the days between these two; for those who read the directory.
///
/// # Errors
/// The database cannot be read.
pub async fn standing_back(cx: &Cx, from: NaiveDate, to: NaiveDate) -> Result<Vec<Declared>> {
    if !cx.may(Permission::ReadDirectory) {
        return Ok(Vec::new());
    }
    let running = running(cx).await?;
    let meets = |period: &Period| period.from <= to && period.to.is_none_or(|end| from <= end);
    let back = running
        .all
        .iter()
        .filter(|(kind, declared, _)| *kind == DeclarationKind::Withdrawal && meets(&declared.period));
    Ok(back.map(|(_, declared, _)| declared.clone()).collect())
}

/// What the person asking declared that touches this today: standing back, or a conflict of interest on it.
///
/// # Errors
/// The database cannot be read.
pub async fn mine_on(cx: &Cx, target: Target) -> Result<Vec<(DeclarationKind, Declared)>> {
    let Some(me) = cx.actor.user_id() else { return Ok(Vec::new()) };
    let running = running(cx).await?;
    let today = cx.today();
    let mine = running.all.iter().filter(|(kind, declared, targets)| {
        declared.user == me
            && declared.period.contains(today)
            && (*kind == DeclarationKind::Withdrawal || targets.contains(&target))
    });
    Ok(mine.map(|(kind, declared, _)| (*kind, declared.clone())).collect())
}
