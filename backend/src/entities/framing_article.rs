//! Table `framing_articles`: the articles of the versions that were adopted.

use domain::ids::{FramingArticleId, FramingVersionId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framing_articles")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: FramingArticleId,
    pub version_id: FramingVersionId,
    /// Its place in the version, from 0.
    pub place: i32,
    /// Such as `4 bis`.
    pub number: String,
    pub title: String,
    pub body: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
