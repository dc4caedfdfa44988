//! Those who preside and those who work for the council: who is who for whoever takes over.

use domain::{ids::UserId, people::CouncilRole};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};

use super::in_force;
use crate::{
    Cx, Result,
    entities::{join, mandate, user},
};

/// Listed at most.
const LISTED: u64 = 30;

/// Somebody who presides, or works for the council.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Officer {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Their role today.
    pub role: CouncilRole,
}

/// Those who preside or work for the council today, by name; the caller decided who may read it.
pub(crate) async fn officers(cx: &Cx) -> Result<Vec<Officer>> {
    let rows = mandate::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name])
        .column(mandate::Column::Role)
        .join(
            JoinType::InnerJoin,
            join::<mandate::Entity, user::Entity>(mandate::Column::UserId, user::Column::Id),
        )
        .filter(mandate::Column::Role.is_in([CouncilRole::Chair, CouncilRole::ViceChair, CouncilRole::Staff]))
        .filter(in_force(cx.today()))
        .filter(user::Column::SuspendedAt.is_null())
        .order_by_asc(user::Column::Folded)
        .order_by_asc(user::Column::Id)
        .limit(LISTED)
        .into_model()
        .all(cx.reader())
        .await?;
    Ok(rows)
}
