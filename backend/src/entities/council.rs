//! Table `council`.

use domain::Version;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "council")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub name: String,
    pub territory: String,
    pub presentation: String,
    pub joining: String,
    pub contact_email: String,
    pub colleges: String,
    pub words: String,
    pub created_at: DateTimeUtc,
    pub version: Version,
    pub checklist: String,
    pub codes_required: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
