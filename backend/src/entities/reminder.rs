//! Table `reminders`: what people were written to about, how often, and when last.

use domain::{ids::UserId, reminders::ReminderKind};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminders")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: ReminderKind,
    /// A poll, or a version of a framing text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject: i64,
    pub times: i32,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
