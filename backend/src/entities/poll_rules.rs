//! Table `poll_rules`, of one row at most: the rules that polls usually have.

use domain::{
    Version,
    ids::UserId,
    polls::{Majority, Quorum, Secrecy},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "poll_rules")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub body: String,
    pub secrecy: Secrecy,
    pub quorum: Quorum,
    pub majority: Majority,
    pub proxies: i32,
    pub changed_at: DateTimeUtc,
    pub changed_by: Option<UserId>,
    pub version: Version,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
