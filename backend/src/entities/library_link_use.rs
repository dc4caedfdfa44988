//! Table `library_link_uses`: when a link was used, and never by whom.

use domain::{ids::LibraryLinkId, library::LinkAct};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "library_link_uses")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub link_id: LibraryLinkId,
    pub act: LinkAct,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
