//! Table `groups`.

use domain::{
    Version,
    groups::{GroupFacts, GroupKind, GroupState, Visibility},
    ids::{ContributionId, GroupId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "groups")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: GroupId,
    pub slug: String,
    pub name: String,
    pub name_folded: String,
    pub kind: GroupKind,
    pub visibility: Visibility,
    pub state: GroupState,
    pub mandate: String,
    pub created_at: DateTimeUtc,
    pub closed_at: Option<DateTimeUtc>,
    pub version: Version,
    /// By whom its work is asked; may be empty.
    pub asked_by: String,
    /// For which day.
    pub due_on: Option<Date>,
    /// What is to be handed in; may be empty.
    pub deliverable: String,
    /// What it handed in when it closed: one of its published texts…
    pub handed_in_id: Option<ContributionId>,
    /// …or else a sentence.
    pub handed_in: String,
    pub closing_note: String,
    pub reopening_reason: String,
    /// The SHA-256 of its picture, if it has one.
    pub portrait: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What the policy needs to know of it.
    pub fn facts(&self) -> GroupFacts {
        GroupFacts { id: self.id, visibility: self.visibility, state: self.state }
    }
}
