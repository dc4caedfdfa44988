//! What was written by the hand of somebody else: a mark beside each, which lasts as long as what was written.

use std::{collections::HashMap, sync::Arc};

use chrono::TimeDelta;
use domain::behalf::Entered;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
    RelationDef,
    sea_query::{Expr, ExprTrait, IntoCondition},
};

use crate::{
    Cx, Result,
    entities::{acting, behalf_mark, join, user},
};

/// In most councils nobody was ever acted for, and no page asks: another node may begin.
const KEEP: TimeDelta = TimeDelta::seconds(15);

/// Marks what the actor has just written, if it is by the hand of somebody else; in the transaction that writes it.
pub(crate) async fn mark(cx: &Cx, tx: &impl ConnectionTrait, kind: Entered, subject: i64) -> Result<()> {
    let Some(acting) = cx.entered_by() else { return Ok(()) };
    let row = behalf_mark::ActiveModel {
        acting_id: Set(acting.id),
        kind: Set(kind),
        subject: Set(subject),
        ..Default::default()
    };
    behalf_mark::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// By whose hand these were written, those that were: the name of whoever acted.
pub(crate) async fn marks(cx: &Cx, kind: Entered, subjects: Vec<i64>) -> Result<HashMap<i64, String>> {
    if subjects.is_empty() || !any(cx).await? {
        return Ok(HashMap::new());
    }
    let [to_acting, to_hand] = to_hand();
    let found: Vec<(i64, String)> = behalf_mark::Entity::find()
        .select_only()
        .column(behalf_mark::Column::Subject)
        .column(user::Column::Name)
        .join(JoinType::InnerJoin, to_acting)
        .join(JoinType::InnerJoin, to_hand)
        .filter(behalf_mark::Column::Kind.eq(kind))
        .filter(behalf_mark::Column::Subject.is_in(subjects))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(found.into_iter().collect())
}

/// From what was written to its mark, for a page that reads both at once; `hand` is then the name of whoever acted.
pub(crate) fn to_mark<E: EntityTrait>(id: E::Column, kind: Entered) -> RelationDef {
    E::belongs_to(behalf_mark::Entity)
        .from(id)
        .to(behalf_mark::Column::Subject)
        .on_condition(move |_, marks| {
            Expr::col((marks, behalf_mark::Column::Kind)).eq(kind.code()).into_condition()
        })
        .into()
}

/// From marks to those who acted.
pub(crate) fn to_hand() -> [RelationDef; 2] {
    [
        join::<behalf_mark::Entity, acting::Entity>(behalf_mark::Column::ActingId, acting::Column::Id),
        join::<acting::Entity, user::Entity>(acting::Column::ById, user::Column::Id),
    ]
}

/// Whether anybody was ever acted for.
async fn any(cx: &Cx) -> Result<bool> {
    if let Some(known) = cx.backend.0.acted.get(cx.now, KEEP) {
        return Ok(*known);
    }
    let found = acting::Entity::find().limit(1).count(cx.reader()).await? > 0;
    cx.backend.0.acted.set(cx.now, Arc::new(found));
    Ok(found)
}
