//! Table `prints`: documents made of texts. `mark` is the fingerprint of everything that one says, and is empty as long
//! as nobody has said it; `proof` is what it says, until it is made.

use domain::{
    Version,
    ids::{ContributionId, PrintId},
    printing::{PrintFormat, PrintShortfall, PrintState},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "prints")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PrintId,
    pub contribution_id: ContributionId,
    pub version: Version,
    pub format: PrintFormat,
    pub mark: String,
    pub proof: String,
    pub lasting: bool,
    pub state: PrintState,
    pub shortfall: Option<PrintShortfall>,
    pub sha256: Option<String>,
    pub bytes: i64,
    pub attempts: i32,
    pub asked_at: DateTimeUtc,
    pub claimed_at: Option<DateTimeUtc>,
    pub made_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
