//! Contents stay while a backup is made: it names them, and copies them after the rows that do.
//!
//! Whoever makes a backup writes until when in the one row of `backup_plan`, then looks at the rows. Whoever removes
//! contents holds that row while the last row that names them goes. So one of the two sees the other, whichever node or
//! program they are.

use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};
use tokio::task::AbortHandle;

use crate::{Backend, Cx, Result, entities::backup_plan};

pub(super) const PLAN: i64 = 1;
/// How long contents stay after the last sign of life of who makes a backup.
const STAY: TimeDelta = TimeDelta::minutes(10);
/// How often it gives one.
const SIGN: Duration = Duration::from_secs(120);

/// Contents stay until it is dropped, and a little more.
pub(crate) struct Hold(AbortHandle);

impl Hold {
    pub async fn take(backend: &Backend) -> Result<Hold> {
        extend(backend).await?;
        let backend = backend.clone();
        let signs = tokio::spawn(async move {
            loop {
                tokio::time::sleep(SIGN).await;
                if let Err(error) = extend(&backend).await {
                    tracing::warn!(%error, "a backup cannot have contents stay");
                }
            }
        });
        Ok(Hold(signs.abort_handle()))
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn extend(backend: &Backend) -> Result<()> {
    let until = backend.now() + STAY;
    let tx = backend.db().begin().await?;
    backup_plan::Entity::update_many()
        .col_expr(backup_plan::Column::HeldUntil, Expr::value(until))
        .filter(backup_plan::Column::Id.eq(PLAN))
        .exec(&tx)
        .await?;
    tx.commit().await
}

/// Whether contents may be removed in this transaction: no backup is being made, and none begins before its end.
pub(crate) async fn may_remove(cx: &Cx, tx: &impl ConnectionTrait) -> Result<bool> {
    let plan = backup_plan::Entity::find_by_id(PLAN).lock_exclusive().one(tx).await?;
    Ok(plan.and_then(|plan| plan.held_until).is_none_or(|until| until < cx.now))
}
