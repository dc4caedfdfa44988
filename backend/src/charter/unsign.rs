//! Taking somebody's name away where they signed a framing text: that it was signed stays, and when.

use domain::{ids::UserId, personal_data::FORMER_MEMBER};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};

use crate::{Result, entities::framing_signature};

/// Has somebody's signatures be those of a former member, without what was scanned: gives the contents.
pub(crate) async fn unsign(tx: &impl ConnectionTrait, person: UserId) -> Result<Vec<String>> {
    let scans: Vec<Option<String>> = framing_signature::Entity::find()
        .select_only()
        .column(framing_signature::Column::Scan)
        .filter(framing_signature::Column::UserId.eq(person))
        .into_tuple()
        .all(tx)
        .await?;
    let none: Option<String> = None;
    framing_signature::Entity::update_many()
        .col_expr(framing_signature::Column::Name, Expr::value(FORMER_MEMBER))
        .col_expr(framing_signature::Column::Scan, Expr::value(none))
        .filter(framing_signature::Column::UserId.eq(person))
        .exec(tx)
        .await?;
    Ok(scans.into_iter().flatten().collect())
}
