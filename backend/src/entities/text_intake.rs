//! Table `text_intakes`.

use domain::ids::{ContributionId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "text_intakes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub contribution_id: ContributionId,
    /// The name of the file that was sent.
    pub file_name: String,
    /// What could not be kept, as JSON.
    pub lost: String,
    pub at: DateTimeUtc,
    pub by_id: UserId,
    /// Since when it is no longer shown on the page of the text.
    pub put_away_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
