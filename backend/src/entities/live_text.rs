//! Table `live_texts`: what several people are writing together.

use domain::{
    Version,
    ids::{ContributionId, FramingVersionId, LiveTextId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "live_texts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: LiveTextId,
    /// What it is of: one of these, which [`crate::live::Subject`] names.
    pub contribution_id: Option<ContributionId>,
    pub framing_version_id: Option<FramingVersionId>,
    /// The shared text, as Yjs writes it.
    pub state: Vec<u8>,
    /// The last update that the state holds.
    pub folded_seq: i64,
    /// The last update written.
    pub seq: i64,
    /// The last update that a version of the text holds.
    pub named_seq: i64,
    /// That version.
    pub named_version: Version,
    /// Who typed since, the latest last.
    pub typed_by: String,
    pub touched_at: DateTimeUtc,
    /// Since when something was typed that no version holds.
    pub unnamed_since: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
