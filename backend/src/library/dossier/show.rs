//! A dossier, as far as somebody sees.

use domain::{
    Refusal,
    ids::DocumentId,
    library::{DocumentKind, ELEMENTS_MAX},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    outline::pieces_of,
    sight::{ElementView, Eyes, Sight},
};
use crate::{
    Cx, Result,
    entities::dossier_element,
    library::{DocumentView, Piece, load, show::known},
};

/// A dossier, for its page.
#[derive(Clone, Debug)]
pub struct DossierView {
    /// Its record, where it stands, what the person asking may do.
    pub document: DocumentView,
    /// What it holds, in its order, as far as they see.
    pub elements: Vec<ElementView>,
    /// Whether nothing more may be added.
    pub full: bool,
}

/// The dossier, for somebody who reads it.
///
/// # Errors
/// `NotFound`, also for another document.
pub async fn dossier(cx: &Cx, id: DocumentId) -> Result<DossierView> {
    let cx = &cx.reading_together().await?;
    let (document, _) = known(cx, id).await?;
    if document.kind != DocumentKind::Dossier {
        return Err(Refusal::NotFound.into());
    }
    let rows = rows_of(cx, id).await?;
    let (elements, _) = sight_of(cx, &rows, &Eyes::of(cx)).await?;
    Ok(DossierView { document, elements, full: rows.len() >= ELEMENTS_MAX as usize })
}

/// The documents of a dossier that the person asking sees, its list first; and its title.
///
/// # Errors
/// `NotFound`, also for another document.
pub async fn dossier_pieces(cx: &Cx, id: DocumentId) -> Result<(String, Vec<Piece>)> {
    let cx = &cx.reading_together().await?;
    let (row, _) = load::document(cx, id).await?;
    if row.kind != DocumentKind::Dossier {
        return Err(Refusal::NotFound.into());
    }
    Ok((row.title.clone(), pieces_of(cx, &row, &Eyes::of(cx)).await?))
}

/// What somebody sees of a dossier, and how many elements they do not.
pub(in crate::library) async fn seen_by(
    cx: &Cx,
    id: DocumentId,
    eyes: &Eyes,
) -> Result<(Vec<ElementView>, usize)> {
    sight_of(cx, &rows_of(cx, id).await?, eyes).await
}

pub(super) async fn sight_of(
    cx: &Cx,
    rows: &[dossier_element::Model],
    eyes: &Eyes,
) -> Result<(Vec<ElementView>, usize)> {
    let sight = Sight::of(cx, rows, eyes).await?;
    let seen: Vec<ElementView> = rows.iter().filter_map(|row| sight.see(row)).collect();
    let hidden = rows.len() - seen.len();
    Ok((seen, hidden))
}

pub(super) async fn rows_of(cx: &Cx, id: DocumentId) -> Result<Vec<dossier_element::Model>> {
    let rows = dossier_element::Entity::find()
        .filter(dossier_element::Column::DossierId.eq(id))
        .order_by_asc(dossier_element::Column::Position)
        .order_by_asc(dossier_element::Column::Id)
        .limit(u64::from(ELEMENTS_MAX))
        .all(cx.reader())
        .await?;
    Ok(rows)
}
