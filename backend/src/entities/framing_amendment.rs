//! Table `framing_amendments`: what members propose to change in a version of a framing text.

use domain::{
    Version,
    charter::{AmendmentKind, AmendmentState},
    ids::{AmendmentId, FramingVersionId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framing_amendments")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: AmendmentId,
    pub version_id: FramingVersionId,
    /// Its place among the amendments to its version, from 1.
    pub number: i32,
    /// The amendment that it amends.
    pub parent_id: Option<AmendmentId>,
    pub kind: AmendmentKind,
    /// The article, or the one before that which is added; empty before all.
    pub article: String,
    /// What it was written on: the article, or the words of the other amendment; empty for an article that is added.
    pub base_title: String,
    pub base_body: String,
    /// What it would say; empty for an article that is taken away.
    pub title: String,
    pub body: String,
    pub reasons: String,
    pub author_id: UserId,
    pub at: DateTimeUtc,
    pub state: AmendmentState,
    /// Grows with each change.
    pub version: Version,
    pub settled_at: Option<DateTimeUtc>,
    pub settled_by: Option<UserId>,
    pub note: String,
    /// Its place among those that were adopted, in the order in which they were.
    pub adopted_as: Option<i32>,
    /// Hands, if they were counted: the three or none.
    pub in_favour: Option<i32>,
    pub against: Option<i32>,
    pub abstained: Option<i32>,
    /// The adopted amendment for which it fell.
    pub fell_for: Option<AmendmentId>,
    /// The words on which a person settled because it met others, and those that they had before them.
    pub settled_title: Option<String>,
    pub settled_body: Option<String>,
    pub met_title: String,
    pub met_body: String,
    /// At which change of the version its words were put in, and in which article.
    pub integrated_in: Option<Version>,
    pub became: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
