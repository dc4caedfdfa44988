//! Table `report_cases`: what was reported, and what was decided.

use domain::{
    Version,
    ids::{CaseId, FramingArticleId, GroupId, UserId},
    moderation::{CaseState, Reported, ReportedKind},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_cases")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: CaseId,
    pub kind: ReportedKind,
    pub subject_id: i64,
    pub group_id: Option<GroupId>,
    pub author_id: Option<UserId>,
    pub title: String,
    pub state: CaseState,
    pub opened_at: DateTimeUtc,
    pub decided_by: Option<UserId>,
    pub decided_at: Option<DateTimeUtc>,
    pub reason: String,
    pub article_id: Option<FramingArticleId>,
    pub appealed_at: Option<DateTimeUtc>,
    pub appeal: String,
    pub ruled_by: Option<UserId>,
    pub ruled_at: Option<DateTimeUtc>,
    pub ruling: String,
    pub author_told: bool,
    pub version: Version,
}

impl Model {
    /// What it is about.
    pub fn reported(&self) -> Reported {
        Reported { kind: self.kind, id: self.subject_id }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
