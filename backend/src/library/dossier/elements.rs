//! Making a dossier, and choosing, commenting and putting in order what it holds.

use domain::{
    Refusal, Version,
    ids::{ContributionId, DocumentId, ElementId},
    library::{DocumentForm, DocumentKind, ELEMENTS_MAX, ElementForm, ElementKind, ElementWords, Way, moved},
    refusal::Transition,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    show::{rows_of, sight_of},
    sight::Eyes,
};
use crate::{
    Cx, Error, Found, Result, contributions,
    entities::{contribution, document, dossier_element, group, join},
    events::EventKind,
    library::{
        Place,
        change::told,
        create::create,
        load::{self, Library},
        visible_to,
    },
};

/// What is added to a dossier, besides links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A document.
    Document(DocumentId),
    /// A text.
    Text(ContributionId),
}

/// Makes a dossier.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`.
pub async fn create_dossier(cx: &Cx, place: &Place, form: &DocumentForm) -> Result<DocumentId> {
    create(cx, place, DocumentKind::Dossier, form).await
}

/// Adds a document or a text that the person asking sees, at the end.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`; `StandsThere` if the dossier holds it already, `DossierFull`.
pub async fn add_element(cx: &Cx, id: DocumentId, chosen: Chosen, form: &ElementForm) -> Result<()> {
    let (_, library) = dossier_to_change(cx, id).await?;
    seen(cx, chosen).await?;
    let kind = match chosen {
        Chosen::Document(_) => ElementKind::Document,
        Chosen::Text(_) => ElementKind::Text,
    };
    add(cx, id, &library, kind, Some(chosen), form.check(kind)?).await
}

/// Adds a link, at the end.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`; `DossierFull`.
pub async fn add_link(cx: &Cx, id: DocumentId, form: &ElementForm) -> Result<()> {
    let (_, library) = dossier_to_change(cx, id).await?;
    add(cx, id, &library, ElementKind::Link, None, form.check(ElementKind::Link)?).await
}

async fn add(
    cx: &Cx,
    id: DocumentId,
    library: &Library,
    kind: ElementKind,
    chosen: Option<Chosen>,
    words: ElementWords,
) -> Result<()> {
    let tx = cx.begin().await?;
    let row = held(&tx, id, None).await?;
    let of_dossier = dossier_element::Entity::find().filter(dossier_element::Column::DossierId.eq(id));
    if of_dossier.clone().count(&tx).await? >= u64::from(ELEMENTS_MAX) {
        return Err(Refusal::Transition(Transition::DossierFull).into());
    }
    let (document, text) = match chosen {
        Some(Chosen::Document(document)) => (Some(document), None),
        Some(Chosen::Text(text)) => (None, Some(text)),
        None => (None, None),
    };
    let same = match chosen {
        Some(Chosen::Document(document)) => Some(dossier_element::Column::DocumentId.eq(document)),
        Some(Chosen::Text(text)) => Some(dossier_element::Column::ContributionId.eq(text)),
        None => None,
    };
    if let Some(same) = same
        && of_dossier.clone().filter(same).count(&tx).await? > 0
    {
        return Err(Refusal::Transition(Transition::StandsThere).into());
    }
    let last = of_dossier.order_by_desc(dossier_element::Column::Position).limit(1).one(&tx).await?;
    let element = dossier_element::ActiveModel {
        dossier_id: Set(id),
        position: Set(last.map_or(1, |last| last.position + 1)),
        kind: Set(kind),
        document_id: Set(document),
        contribution_id: Set(text),
        title: Set(words.title),
        address: Set(words.address),
        comment: Set(words.comment),
        added_at: Set(cx.now),
        added_by: Set(cx.actor.user_id()),
        ..Default::default()
    };
    dossier_element::Entity::insert(element).exec_without_returning(&tx).await?;
    touch(cx, &tx, row).await?;
    told(cx, &tx, EventKind::DossierElementAdded, library, id).await?;
    cx.commit(tx).await
}

/// Changes what is written of an element.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`; `Conflict` if somebody changed the dossier since `version`.
pub async fn change_element(
    cx: &Cx,
    id: ElementId,
    version: Version,
    form: &ElementForm,
) -> Result<DocumentId> {
    let found = element_to_change(cx, id).await?;
    let words = form.check(found.row.kind)?;
    let tx = cx.begin().await?;
    let dossier = held(&tx, found.row.dossier_id, Some(version)).await?;
    let changed = dossier_element::ActiveModel {
        id: Set(id),
        title: Set(words.title),
        address: Set(words.address),
        comment: Set(words.comment),
        ..Default::default()
    };
    changed.update(&tx).await?;
    ordered(cx, tx, dossier, &found.library).await
}

/// Moves an element past the one above or below it, among those that the person asking sees.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Malformed`; `Conflict` if somebody changed the dossier since `version`.
pub async fn move_element(cx: &Cx, id: ElementId, version: Version, way: &str) -> Result<DocumentId> {
    let found = element_to_change(cx, id).await?;
    let way = Way::from_code(way).ok_or(Refusal::Malformed)?;
    let tx = cx.begin().await?;
    let dossier = held(&tx, found.row.dossier_id, Some(version)).await?;
    let places: Vec<(ElementId, i32)> = dossier_element::Entity::find()
        .select_only()
        .columns([dossier_element::Column::Id, dossier_element::Column::Position])
        .filter(dossier_element::Column::DossierId.eq(dossier.id))
        .order_by_asc(dossier_element::Column::Position)
        .order_by_asc(dossier_element::Column::Id)
        .into_tuple()
        .all(&tx)
        .await?;
    let order: Vec<ElementId> = places.iter().map(|(id, _)| *id).collect();
    let after = moved(&order, &found.seen, id, way);
    for (position, element) in (1..).zip(&after) {
        if places.contains(&(*element, position)) {
            continue;
        }
        let placed =
            dossier_element::ActiveModel { id: Set(*element), position: Set(position), ..Default::default() };
        placed.update(&tx).await?;
    }
    ordered(cx, tx, dossier, &found.library).await
}

/// Takes an element out of its dossier; what it led to stays where it is.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` if somebody changed the dossier since `version`.
pub async fn remove_element(cx: &Cx, id: ElementId, version: Version) -> Result<DocumentId> {
    let found = element_to_change(cx, id).await?;
    let tx = cx.begin().await?;
    let dossier = held(&tx, found.row.dossier_id, Some(version)).await?;
    dossier_element::Entity::delete_by_id(id).exec(&tx).await?;
    ordered(cx, tx, dossier, &found.library).await
}

async fn ordered(
    cx: &Cx,
    tx: crate::db::Transaction,
    dossier: document::Model,
    library: &Library,
) -> Result<DocumentId> {
    let id = dossier.id;
    touch(cx, &tx, dossier).await?;
    told(cx, &tx, EventKind::DossierArranged, library, id).await?;
    cx.commit(tx).await?;
    Ok(id)
}

/// The dossier, for somebody who may change it now.
async fn dossier_to_change(cx: &Cx, id: DocumentId) -> Result<(document::Model, Library)> {
    let (row, library) = load::document_to_change(cx, id).await?;
    if row.kind == DocumentKind::Dossier { Ok((row, library)) } else { Err(Refusal::NotFound.into()) }
}

/// An element with its library, and those of its dossier that the person asking sees.
struct ToChange {
    row: dossier_element::Model,
    library: Library,
    seen: Vec<ElementId>,
}

/// The element, for somebody who sees it and may change its dossier now.
async fn element_to_change(cx: &Cx, id: ElementId) -> Result<ToChange> {
    let row = dossier_element::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let (_, library) = dossier_to_change(cx, row.dossier_id).await?;
    let (elements, _) = sight_of(cx, &rows_of(cx, row.dossier_id).await?, &Eyes::of(cx)).await?;
    let seen: Vec<ElementId> = elements.into_iter().map(|element| element.id).collect();
    if seen.contains(&id) { Ok(ToChange { row, library, seen }) } else { Err(Refusal::NotFound.into()) }
}

/// Holds the dossier until the change is committed, at `version` if it is given.
async fn held(
    tx: &impl ConnectionTrait,
    id: DocumentId,
    version: Option<Version>,
) -> Result<document::Model> {
    let row = document::Entity::find_by_id(id).lock_exclusive().one(tx).await?.found()?;
    match version {
        Some(version) if version != row.version => Err(Error::Refused(Refusal::Conflict)),
        _ => Ok(row),
    }
}

async fn touch(cx: &Cx, tx: &impl ConnectionTrait, row: document::Model) -> Result<()> {
    let version = row.version.next();
    let mut row: document::ActiveModel = row.into();
    row.changed_at = Set(cx.now);
    row.changed_by = Set(cx.actor.user_id());
    row.version = Set(version);
    row.update(tx).await?;
    Ok(())
}

/// Only what one sees is added; a dossier holds no other dossier.
async fn seen(cx: &Cx, chosen: Chosen) -> Result<()> {
    let there = match chosen {
        Chosen::Document(id) => {
            document::Entity::find_by_id(id)
                .filter(document::Column::Kind.ne(DocumentKind::Dossier))
                .filter(visible_to(cx))
                .count(cx.reader())
                .await?
        }
        Chosen::Text(id) => {
            let groups =
                join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id);
            contribution::Entity::find_by_id(id)
                .join(JoinType::InnerJoin, groups)
                .filter(contributions::visible_to(cx))
                .count(cx.reader())
                .await?
        }
    };
    if there == 0 { Err(Refusal::NotFound.into()) } else { Ok(()) }
}
