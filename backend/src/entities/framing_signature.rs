//! Table `framing_signatures`: who signed which version of a framing text. A line is never changed.

use domain::ids::{FramingVersionId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framing_signatures")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: FramingVersionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    /// Their name, as it was that day.
    pub name: String,
    pub signed_on: Date,
    /// Of what was read.
    pub fingerprint: String,
    /// The content of the scan, if it was signed on paper.
    pub scan: Option<String>,
    pub recorded_at: DateTimeUtc,
    /// Who wrote it down, if it was signed on paper.
    pub recorded_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
