//! The dossiers in which somebody may put what they read.

use domain::{
    ids::{DocumentId, GroupId, UserId},
    library::DocumentKind,
    policy::{DocumentAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    elements::Chosen,
    sight::{Element, Eyes, Sight},
};
use crate::{
    Cx, Found, Result,
    entities::{document, dossier_element, group, join},
    library::{
        LibraryRef,
        load::{Library, facts, library},
        visible_to,
    },
};

/// Dossiers proposed, the last changed first.
const SHOWN: usize = 50;
/// Dossiers read: those that one reads and may not change are left out.
const READ: u64 = 200;

/// A dossier in which something may be put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierChoice {
    /// Which one.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// The library that answers for it.
    pub library: LibraryRef,
}

/// Where something may be put.
#[derive(Clone, Debug)]
pub struct DossiersToFill {
    /// The title of what is put there.
    pub title: String,
    /// The last changed first.
    pub dossiers: Vec<DossierChoice>,
    /// Whether there are older ones.
    pub more: bool,
}

#[derive(FromQueryResult)]
struct Line {
    id: DocumentId,
    title: String,
    group_id: Option<GroupId>,
    created_by: Option<UserId>,
}

/// The dossiers in which the person asking may put something that they see.
///
/// # Errors
/// `NotFound`: they do not see it.
pub async fn dossiers_to_fill(cx: &Cx, chosen: Chosen) -> Result<DossiersToFill> {
    let title = title_of(cx, chosen).await?;
    let theirs = Condition::any()
        .add(document::Column::GroupId.is_null())
        .add(document::Column::GroupId.is_in(cx.actor.groups()));
    let lines: Vec<Line> = document::Entity::find()
        .select_only()
        .columns([
            document::Column::Id,
            document::Column::Title,
            document::Column::GroupId,
            document::Column::CreatedBy,
        ])
        .join(
            JoinType::LeftJoin,
            join::<document::Entity, group::Entity>(document::Column::GroupId, group::Column::Id),
        )
        .filter(document::Column::Kind.eq(DocumentKind::Dossier))
        .filter(theirs)
        .filter(visible_to(cx))
        .order_by_desc(document::Column::ChangedAt)
        .order_by_desc(document::Column::Id)
        .limit(READ)
        .into_model()
        .all(cx.reader())
        .await?;
    let mut known: Vec<Library> = Vec::new();
    let mut dossiers = Vec::new();
    for line in lines {
        if known.iter().all(|one| one.id() != line.group_id) {
            known.push(library(cx, line.group_id).await?);
        }
        let Some(of) = known.iter().find(|one| one.id() == line.group_id) else { continue };
        let facts = facts(cx, of, line.created_by);
        let may = cx.may(Permission::Document(DocumentAction::Change, &facts));
        if may && of.facts.is_at_work().is_ok() {
            dossiers.push(DossierChoice { id: line.id, title: line.title, library: of.reference() });
        }
    }
    let more = dossiers.len() > SHOWN;
    dossiers.truncate(SHOWN);
    Ok(DossiersToFill { title, dossiers, more })
}

async fn title_of(cx: &Cx, chosen: Chosen) -> Result<String> {
    let (kind, document, text) = match chosen {
        Chosen::Document(id) => (domain::library::ElementKind::Document, Some(id), None),
        Chosen::Text(id) => (domain::library::ElementKind::Text, None, Some(id)),
    };
    // As it would be seen once it is there.
    let row = dossier_element::Model {
        id: domain::ids::ElementId(0),
        dossier_id: DocumentId(0),
        position: 0,
        kind,
        document_id: document,
        contribution_id: text,
        title: String::new(),
        address: String::new(),
        comment: String::new(),
        added_at: cx.now,
        added_by: None,
    };
    let sight = Sight::of(cx, std::slice::from_ref(&row), &Eyes::of(cx)).await?;
    let seen = sight.see(&row).filter(|element| match element.what {
        Element::Document { kind, .. } => kind != DocumentKind::Dossier,
        Element::Text { .. } => true,
        Element::Link { .. } | Element::Gone => false,
    });
    Ok(seen.found()?.title)
}
