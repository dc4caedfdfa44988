//! Table `framing_versions`: the versions of framing texts.

use domain::{
    Version,
    charter::VersionState,
    ids::{FramingTextId, FramingVersionId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framing_versions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: FramingVersionId,
    pub text_id: FramingTextId,
    /// Its place among the versions of its text, from 1.
    pub number: i32,
    pub state: VersionState,
    /// What it changes, and why.
    pub motives: String,
    /// In Markdown, each article under its number.
    pub body: String,
    /// When amendments may be proposed, both days included.
    pub amendable_from: Option<Date>,
    pub amendable_until: Option<Date>,
    /// From when it would be in force; none for the day of the decision.
    pub starts_on: Option<Date>,
    /// From when it is, once adopted.
    pub in_force_on: Option<Date>,
    /// The number of the decision, or its words for one from before.
    pub decision: String,
    pub decided_by: String,
    pub decided_on: Option<Date>,
    /// Of what was adopted; empty before.
    pub fingerprint: String,
    /// Grows with each change; what was saved at each is a revision.
    pub version: Version,
    pub begun_at: DateTimeUtc,
    pub begun_by: Option<UserId>,
    /// When it came into its state, and who brought it there.
    pub state_at: Option<DateTimeUtc>,
    pub state_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
