//! A dossier taken away: its documents as files, numbered, and its list as a text.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    ids::DocumentId,
    library::{DocumentKind, Media},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use super::{
    show::{rows_of, sight_of},
    sight::{Element, ElementView, Eyes, Sight},
};
use crate::{
    Cx, Result,
    entities::{document, document_version, dossier_element, join},
    library::{
        archive::{Held, Inside, Piece, plain, put},
        captions,
    },
};

/// Dossiers whose elements are read at once.
const AT_ONCE: usize = 50;

/// The lists of some dossiers, as texts.
pub(in crate::library) async fn outlines(
    cx: &Cx,
    ids: &[DocumentId],
    eyes: &Eyes,
) -> Result<BTreeMap<DocumentId, String>> {
    let mut outlines = BTreeMap::new();
    for some in ids.chunks(AT_ONCE) {
        let dossiers = document::Entity::find()
            .filter(document::Column::Id.is_in(some.iter().copied()))
            .all(cx.reader())
            .await?;
        let rows = dossier_element::Entity::find()
            .filter(dossier_element::Column::DossierId.is_in(some.iter().copied()))
            .order_by_asc(dossier_element::Column::Position)
            .order_by_asc(dossier_element::Column::Id)
            .all(cx.reader())
            .await?;
        let sight = Sight::of(cx, &rows, eyes).await?;
        for dossier in dossiers {
            let own = rows.iter().filter(|row| row.dossier_id == dossier.id);
            let seen: Vec<ElementView> = own.filter_map(|row| sight.see(row)).collect();
            outlines.insert(dossier.id, written(&dossier, &seen));
        }
    }
    Ok(outlines)
}

/// The list of a dossier in Markdown: what people wrote, and nothing else.
fn written(dossier: &document::Model, elements: &[ElementView]) -> String {
    let mut parts = vec![format!("# {}", dossier.title)];
    parts.extend([&dossier.audience, &dossier.description].into_iter().filter(|t| !t.is_empty()).cloned());
    let named = elements.iter().filter(|element| element.what != Element::Gone);
    for (number, element) in (1..).zip(named) {
        parts.push(format!("## {number}. {}", element.title));
        match &element.what {
            Element::Link { address } => parts.push(format!("<{address}>")),
            Element::Text { number: Some(number), .. } => parts.push(number.to_string()),
            _ => {}
        }
        if !element.comment.is_empty() {
            parts.push(element.comment.clone());
        }
    }
    parts.join("\n\n") + "\n"
}

#[derive(FromQueryResult)]
struct Line {
    id: DocumentId,
    title: String,
    kind: DocumentKind,
    sha256: Option<String>,
    file_name: String,
    media_type: String,
    bytes: i64,
    address: String,
    body: String,
}

/// Its list, then its documents, numbered as in the list.
pub(in crate::library) async fn pieces_of(cx: &Cx, row: &document::Model, eyes: &Eyes) -> Result<Vec<Piece>> {
    let (elements, _) = sight_of(cx, &rows_of(cx, row.id).await?, eyes).await?;
    let list =
        Piece { path: format!("{}.md", plain(&row.title)), inside: Inside::Text(written(row, &elements)) };
    let named = elements.iter().filter(|element| element.what != Element::Gone);
    let numbers: BTreeMap<DocumentId, usize> = (1..)
        .zip(named)
        .filter_map(|(number, element)| match element.what {
            Element::Document { id, .. } => Some((id, number)),
            _ => None,
        })
        .collect();
    let latest = Expr::col((document_version::Entity, document_version::Column::Number))
        .equals((document::Entity, document::Column::Latest));
    let versions = join::<document::Entity, document_version::Entity>(
        document::Column::Id,
        document_version::Column::DocumentId,
    );
    let mut lines: Vec<Line> = document::Entity::find()
        .select_only()
        .columns([
            document::Column::Id,
            document::Column::Title,
            document::Column::Kind,
            document::Column::Sha256,
            document::Column::FileName,
            document::Column::MediaType,
            document::Column::Bytes,
            document::Column::Address,
        ])
        .column(document_version::Column::Body)
        .join(JoinType::InnerJoin, versions)
        .filter(document::Column::Id.is_in(numbers.keys().copied()))
        .filter(latest)
        .into_model()
        .all(cx.reader())
        .await?;
    lines.sort_by_key(|line| numbers.get(&line.id));
    let mut taken = BTreeSet::from([list.path.to_lowercase()]);
    let mut heard = BTreeMap::new();
    let piece = |line: Line| {
        let number = numbers.get(&line.id).copied().unwrap_or_default();
        let held = Held {
            kind: line.kind,
            sha256: line.sha256,
            file_name: line.file_name,
            bytes: line.bytes,
            address: line.address,
            body: line.body,
        };
        let piece = put("", &format!("{number:02} {}", line.title), held, &mut taken)?;
        if Media::of(&line.media_type).is_heard() {
            heard.insert(line.id, piece.path.clone());
        }
        Some(piece)
    };
    let pieces: Vec<Piece> = lines.into_iter().filter_map(piece).collect();
    let beside = captions::beside(cx, &heard, &mut taken).await?;
    Ok(std::iter::once(list).chain(pieces).chain(beside).collect())
}
