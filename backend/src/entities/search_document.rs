//! Table `search_documents`.

use domain::{
    ids::{ContributionId, GroupId, SearchDocumentId},
    search::SubjectKind,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_documents")]
pub struct Model {
    /// The later it was read, the greater.
    #[sea_orm(primary_key)]
    pub id: SearchDocumentId,
    pub kind: SubjectKind,
    pub subject_id: i64,
    pub group_id: Option<GroupId>,
    pub contribution_id: Option<ContributionId>,
    /// The numbers of people, each between two spaces.
    pub authors: String,
    pub at: DateTimeUtc,
    pub analyser: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
