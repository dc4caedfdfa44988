//! Table `users`.

use domain::{
    Version,
    ids::UserId,
    people::{PersonState, ShownTo},
};
use sea_orm::{ActiveValue, entity::prelude::*};

use crate::fold::fold;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: UserId,
    pub email: String,
    pub name: String,
    pub is_administrator: bool,
    pub password_hash: Option<String>,
    pub college: String,
    pub organisation: String,
    pub commune: String,
    pub language: Option<String>,
    pub created_at: DateTimeUtc,
    pub suspended_at: Option<DateTimeUtc>,
    pub last_visit_at: Option<DateTimeUtc>,
    pub previous_visit_at: Option<DateTimeUtc>,
    pub version: Version,
    /// What the directory searches: name, organisation and commune, folded. Written by `before_save`.
    pub folded: String,
    /// A few words about oneself; may be empty.
    pub about: String,
    /// May be empty.
    pub phone: String,
    pub email_shown_to: ShownTo,
    pub phone_shown_to: ShownTo,
    /// The SHA-256 of their photo, if they have one.
    pub portrait: Option<String>,
    /// When they were erased: an empty shell since, so that what names them stays whole.
    pub erased_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

#[async_trait::async_trait]
impl ActiveModelBehavior for ActiveModel {
    async fn before_save<C: ConnectionTrait>(mut self, _: &C, _insert: bool) -> Result<Self, DbErr> {
        let value = |column: &ActiveValue<String>| column.try_as_ref().cloned();
        // A change that knows only some of the three, such as a suspension, leaves the search as it was.
        if let (Some(name), Some(organisation), Some(commune)) =
            (value(&self.name), value(&self.organisation), value(&self.commune))
        {
            self.folded = ActiveValue::Set(fold(&format!("{name} {organisation} {commune}")));
        }
        Ok(self)
    }
}

impl Model {
    /// Where their account stands.
    pub fn state(&self) -> PersonState {
        if self.suspended_at.is_some() {
            PersonState::Suspended
        } else if self.password_hash.is_some() {
            PersonState::Active
        } else {
            PersonState::Invited
        }
    }
}
