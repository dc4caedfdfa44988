//! What the elements of dossiers lead to, as far as somebody sees.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    contributions::{ContributionKind, PublicationNumber, State},
    ids::{ContributionId, DocumentId, ElementId},
    library::{DocumentKind, ElementKind, Media},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect};

use crate::{
    Cx, Result,
    contributions::{self, typeset},
    entities::{adoption, contribution, document, dossier_element, group, join, library_entry},
    library::{show::rendered, visible_to},
};

/// Who looks: which documents and which texts are seen, as conditions of the queries.
pub(in crate::library) struct Eyes {
    documents: Condition,
    texts: Condition,
}

impl Eyes {
    /// Those of the person asking.
    pub fn of(cx: &Cx) -> Eyes {
        Eyes { documents: visible_to(cx), texts: contributions::visible_to(cx) }
    }

    /// Those of somebody outside: published texts, and the documents that a link opens.
    pub fn outside(documents: Condition) -> Eyes {
        Eyes { documents, texts: Condition::all().add(contribution::Column::State.eq(State::Published)) }
    }
}

/// What an element leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// A document.
    Document {
        /// Which one.
        id: DocumentId,
        /// What it is made of.
        kind: DocumentKind,
        /// The family of its type.
        media: Media,
        /// The length of its file.
        bytes: u64,
    },
    /// A text.
    Text {
        /// Which one.
        id: ContributionId,
        /// Its kind.
        kind: ContributionKind,
        /// Where it stands.
        state: State,
        /// Its number, once it is published.
        number: Option<PublicationNumber>,
    },
    /// An address elsewhere.
    Link {
        /// The address.
        address: String,
    },
    /// Nothing any more.
    Gone,
}

/// An element of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementView {
    /// Which one.
    pub id: ElementId,
    /// What it leads to.
    pub what: Element,
    /// Its title; empty for what is gone.
    pub title: String,
    /// Why it is there, in Markdown; may be empty.
    pub comment: String,
    /// The same as it is read.
    pub html: Option<String>,
}

#[derive(FromQueryResult)]
struct DocumentLine {
    id: DocumentId,
    kind: DocumentKind,
    title: String,
    media_type: String,
    bytes: i64,
}

#[derive(FromQueryResult)]
struct TextLine {
    id: ContributionId,
    kind: ContributionKind,
    state: State,
    title: String,
    year: Option<i32>,
    sequence: Option<i32>,
}

/// What is seen of some elements: three queries, however many there are.
pub(super) struct Sight {
    documents: BTreeMap<DocumentId, DocumentLine>,
    standing: BTreeSet<DocumentId>,
    texts: BTreeMap<ContributionId, TextLine>,
}

impl Sight {
    pub async fn of(cx: &Cx, rows: &[dossier_element::Model], eyes: &Eyes) -> Result<Sight> {
        let ids: Vec<DocumentId> = rows.iter().filter_map(|row| row.document_id).collect();
        let texts: Vec<ContributionId> = rows.iter().filter_map(|row| row.contribution_id).collect();
        Ok(Sight {
            documents: documents(cx, &ids, eyes).await?,
            standing: standing(cx, &ids).await?,
            texts: seen_texts(cx, &texts, eyes).await?,
        })
    }

    /// The element as it is seen; nothing if it is not.
    pub fn see(&self, row: &dossier_element::Model) -> Option<ElementView> {
        let (what, title) = match row.kind {
            ElementKind::Link => (Element::Link { address: row.address.clone() }, row.title.clone()),
            ElementKind::Document => match row.document_id.and_then(|id| self.documents.get(&id)) {
                Some(line) => (line.element(), line.title.clone()),
                None if row.document_id.is_some_and(|id| self.standing.contains(&id)) => return None,
                None => (Element::Gone, String::new()),
            },
            ElementKind::Text => match row.contribution_id {
                Some(id) => self.texts.get(&id).map(|line| (line.element(), typeset(&line.title)))?,
                None => (Element::Gone, String::new()),
            },
        };
        // What was said of a thing could name it.
        let comment = if what == Element::Gone { String::new() } else { row.comment.clone() };
        let html = (!comment.is_empty()).then(|| rendered(&format!("element-{}-", row.id), &comment));
        Some(ElementView { id: row.id, what, title, comment, html })
    }
}

impl DocumentLine {
    fn element(&self) -> Element {
        Element::Document {
            id: self.id,
            kind: self.kind,
            media: Media::of(&self.media_type),
            bytes: u64::try_from(self.bytes).unwrap_or_default(),
        }
    }
}

impl TextLine {
    fn element(&self) -> Element {
        let number = contributions::number(self.year.zip(self.sequence));
        let number = number.filter(|_| self.state == State::Published);
        Element::Text { id: self.id, kind: self.kind, state: self.state, number }
    }
}

async fn documents(cx: &Cx, ids: &[DocumentId], eyes: &Eyes) -> Result<BTreeMap<DocumentId, DocumentLine>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let lines: Vec<DocumentLine> = document::Entity::find()
        .select_only()
        .columns([
            document::Column::Id,
            document::Column::Kind,
            document::Column::Title,
            document::Column::MediaType,
            document::Column::Bytes,
        ])
        .filter(document::Column::Id.is_in(ids.iter().copied()))
        .filter(eyes.documents.clone())
        .into_model()
        .all(cx.reader())
        .await?;
    Ok(lines.into_iter().map(|line| (line.id, line)).collect())
}

/// Those that stand somewhere, outside the bins.
async fn standing(cx: &Cx, ids: &[DocumentId]) -> Result<BTreeSet<DocumentId>> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let found: Vec<DocumentId> = library_entry::Entity::find()
        .select_only()
        .column(library_entry::Column::DocumentId)
        .filter(library_entry::Column::DocumentId.is_in(ids.iter().copied()))
        .filter(library_entry::Column::BinnedAt.is_null())
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(found.into_iter().collect())
}

async fn seen_texts(
    cx: &Cx,
    ids: &[ContributionId],
    eyes: &Eyes,
) -> Result<BTreeMap<ContributionId, TextLine>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let groups =
        join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id);
    let adoptions = join::<contribution::Entity, adoption::Entity>(
        contribution::Column::Id,
        adoption::Column::ContributionId,
    );
    let lines: Vec<TextLine> = contribution::Entity::find()
        .select_only()
        .columns([
            contribution::Column::Id,
            contribution::Column::Kind,
            contribution::Column::State,
            contribution::Column::Title,
        ])
        .columns([adoption::Column::Year, adoption::Column::Sequence])
        .join(JoinType::InnerJoin, groups)
        .join(JoinType::LeftJoin, adoptions)
        .filter(contribution::Column::Id.is_in(ids.iter().copied()))
        .filter(eyes.texts.clone())
        .into_model()
        .all(cx.reader())
        .await?;
    Ok(lines.into_iter().map(|line| (line.id, line)).collect())
}
