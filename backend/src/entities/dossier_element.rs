//! Table `dossier_elements`: what each dossier holds, in its order.

use domain::{
    ids::{ContributionId, DocumentId, ElementId, UserId},
    library::ElementKind,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dossier_elements")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ElementId,
    pub dossier_id: DocumentId,
    pub position: i32,
    pub kind: ElementKind,
    /// The document; none for a text or a link, or once it is gone.
    pub document_id: Option<DocumentId>,
    /// The text; none for a document or a link, or once it is gone.
    pub contribution_id: Option<ContributionId>,
    /// Of a link.
    pub title: String,
    pub address: String,
    pub comment: String,
    pub added_at: DateTimeUtc,
    pub added_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
