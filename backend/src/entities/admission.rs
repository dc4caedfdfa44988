//! Table `admissions`.

use domain::{
    groups::{AdmissionKind, AdmissionState, GroupRole},
    ids::{AdmissionId, GroupId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "admissions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: AdmissionId,
    pub group_id: GroupId,
    /// Who comes in.
    pub user_id: UserId,
    pub kind: AdmissionKind,
    pub state: AdmissionState,
    pub role: GroupRole,
    /// Who began: the person themselves, or who invites them.
    pub by_id: UserId,
    pub message: String,
    pub at: DateTimeUtc,
    pub answered_by: Option<UserId>,
    pub answer: String,
    pub answered_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
