//! Carrying comments on when a version is written: nothing settles one, wherever its words go.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryTrait, Statement, sea_query::Expr,
};

use super::load::anchor;
use crate::{
    Result,
    contributions::anchors::{Onto, Passing, kept},
    entities::comment,
};

/// What to write, in the transaction that has made the text ours.
pub(in super::super) async fn carry(
    tx: &impl ConnectionTrait,
    onto: Onto,
    passing: &Passing,
) -> Result<Vec<Statement>> {
    use comment::Column as C;
    let rows = comment::Entity::find().filter(C::ContributionId.eq(onto.text)).all(tx).await?;
    let mut writes = Vec::new();
    for row in rows {
        let was = anchor(&row);
        let is = was.carried(&passing.before, &passing.after, &passing.edits);
        if is == was {
            continue;
        }
        let mut moved = comment::Entity::update_many()
            .col_expr(C::Starts, Expr::value(kept(is.start)))
            .col_expr(C::Ends, Expr::value(kept(is.end)))
            .filter(C::Id.eq(row.id));
        if is.place != was.place {
            moved = moved.col_expr(C::Place, Expr::value(is.place));
        }
        writes.push(moved.build(tx.get_database_backend()));
    }
    Ok(writes)
}
