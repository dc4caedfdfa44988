//! Table `reviews`.

use domain::{
    contributions::Verdict,
    ids::{ContributionId, ReviewId, RevisionId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reviews")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ReviewId,
    pub contribution_id: ContributionId,
    pub revision_id: RevisionId,
    pub reviewer_id: UserId,
    pub verdict: Verdict,
    pub comment: String,
    pub comment_html: String,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
