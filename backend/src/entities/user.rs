//! Table `users`.

use domain::{Version, ids::UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: UserId,
    pub email: String,
    pub name: String,
    pub is_administrator: bool,
    pub password_hash: Option<String>,
    pub college: String,
    pub organisation: String,
    pub commune: String,
    pub language: Option<String>,
    pub created_at: DateTimeUtc,
    pub suspended_at: Option<DateTimeUtc>,
    pub last_visit_at: Option<DateTimeUtc>,
    pub previous_visit_at: Option<DateTimeUtc>,
    pub version: Version,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
