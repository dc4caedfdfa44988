//! Table `live_updates`: what was typed since the state of a live text was folded.

use domain::ids::LiveTextId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "live_updates")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub live_text_id: LiveTextId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// As Yjs writes it.
    pub bytes: Vec<u8>,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
