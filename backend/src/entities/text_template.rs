//! Table `text_templates`: the models that the council wrote. Without a body, the kind is back to the model it came with.

use domain::{Version, contributions::ContributionKind, ids::UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "text_templates")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: ContributionKind,
    pub body: Option<String>,
    pub version: Version,
    pub changed_by: UserId,
    pub changed_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
