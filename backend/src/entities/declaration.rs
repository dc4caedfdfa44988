//! Table `declarations`: what members declare.

use domain::{
    declarations::DeclarationKind,
    ids::{DeclarationId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "declarations")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: DeclarationId,
    pub user_id: UserId,
    pub kind: DeclarationKind,
    pub subject: String,
    pub words: String,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    pub declared_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
