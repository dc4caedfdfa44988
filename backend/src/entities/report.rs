//! Table `reports`: what each person reported.

use domain::{
    ids::{CaseId, FramingArticleId, ReportId, UserId},
    moderation::Ground,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ReportId,
    pub case_id: CaseId,
    pub user_id: UserId,
    pub at: DateTimeUtc,
    pub ground: Ground,
    pub words: String,
    pub article_id: Option<FramingArticleId>,
    pub told: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
