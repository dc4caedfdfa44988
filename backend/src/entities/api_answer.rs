//! Table `api_answers`: what was answered to requests that say by a key that they are one.

use domain::ids::ApiTokenId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_answers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_id: ApiTokenId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub request_key: String,
    pub fingerprint: String,
    pub at: DateTimeUtc,
    pub status: i32,
    pub headers: String,
    pub body: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
