//! Table `declaration_targets`: what a conflict of interest is about.

use domain::{
    declarations::{Target, TargetKind},
    ids::DeclarationId,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "declaration_targets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub declaration_id: DeclarationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: TargetKind,
    #[sea_orm(primary_key, auto_increment = false)]
    pub target_id: i64,
}

impl Model {
    /// What it is.
    pub fn target(&self) -> Target {
        Target { kind: self.kind, id: self.target_id }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
