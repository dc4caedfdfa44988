//! Table `paper_consents`.

use domain::{
    behalf::AskedBy,
    ids::{PaperConsentId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "paper_consents")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PaperConsentId,
    pub user_id: UserId,
    pub asked_on: Date,
    pub asked_by: AskedBy,
    /// May be empty.
    pub note: String,
    pub at: DateTimeUtc,
    pub recorded_by: UserId,
    pub ended_at: Option<DateTimeUtc>,
    pub ended_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
