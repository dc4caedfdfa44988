//! Table `adoptions`.

use domain::{
    contributions::Standing,
    ids::{ContributionId, RevisionId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "adoptions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub contribution_id: ContributionId,
    pub revision_id: RevisionId,
    pub body: String,
    pub adopted_on: Date,
    pub votes_for: i32,
    pub votes_against: i32,
    pub votes_abstaining: i32,
    pub year: i32,
    pub sequence: i32,
    pub fingerprint: String,
    pub recorded_by: UserId,
    pub recorded_at: DateTimeUtc,
    pub published_at: Option<DateTimeUtc>,
    pub published_by: Option<UserId>,
    pub edition: i32,
    pub corrected_at: Option<DateTimeUtc>,
    pub correction: String,
    pub standing: Standing,
    pub standing_at: Option<DateTimeUtc>,
    pub standing_reason: String,
    pub replaced_by: Option<String>,
    pub updated_at: Option<DateTimeUtc>,
    /// Whether the record is the result of a poll.
    pub by_poll: bool,
    /// When the record was last mended, and why: it had been typed in wrongly.
    pub mended_at: Option<DateTimeUtc>,
    pub mending: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
