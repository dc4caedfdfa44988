//! Table `backups`.

use domain::{
    backups::{BackupState, BackupTrouble},
    ids::BackupId,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "backups")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: BackupId,
    pub name: String,
    pub state: BackupState,
    pub started_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    pub tested_at: Option<DateTimeUtc>,
    pub bytes: i64,
    pub rows: i64,
    pub files: i64,
    pub missing: i64,
    pub encrypted: bool,
    pub trouble: Option<BackupTrouble>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
