//! The text inside a document, part by part, for somebody who reads the document.

use std::num::NonZeroU64;

use domain::{
    ids::DocumentId,
    library::{FilePart, FileTextCut, FileTextState, Media},
};
use extraction::{Block, Place, Section};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::super::load::{self, LibraryRef};
use crate::{
    Cx, Found, Page, PageNumber, Result,
    entities::{document, file_text, file_text_part},
};

/// Parts shown at a time.
const SIZE: NonZeroU64 = NonZeroU64::new(10).expect("ten is not zero");

/// What is known of the text inside a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextInside {
    /// What came of reading it.
    pub state: FileTextState,
    /// Why only its beginning is here, where that is so.
    pub cut: Option<FileTextCut>,
    /// How many pages, slides or sheets there are.
    pub pages: Option<u32>,
    /// Whether the words were recognised on pictures.
    pub recognised: bool,
}

/// A part of a text: a page, a slide, a sheet, or what follows of one that is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPart {
    /// What it is.
    pub kind: FilePart,
    /// Which one, from 1.
    pub page: u32,
    /// The name of a sheet.
    pub name: String,
    /// Whether it is what follows of the part before.
    pub follows: bool,
    /// What is written.
    pub blocks: Vec<Block>,
}

/// The text inside a document.
#[derive(Clone, Debug)]
pub struct TextInsideView {
    /// The title of the document.
    pub title: String,
    /// The library that answers for it, if the person asking reads it.
    pub library: Option<LibraryRef>,
    /// The family of its type.
    pub media: Media,
    /// Its last version.
    pub latest: i32,
    /// What is known of it.
    pub inside: TextInside,
    /// Its text; of a document that was scanned, pages without a word.
    pub parts: Page<TextPart>,
}

/// What is known of the text of a content; it is being read as long as nothing is.
pub(in crate::library) async fn of_content(db: &impl ConnectionTrait, sha256: &str) -> Result<TextInside> {
    let waiting = TextInside { state: FileTextState::Waiting, cut: None, pages: None, recognised: false };
    let row = file_text::Entity::find_by_id(sha256.to_owned()).one(db).await?;
    Ok(row.map_or(waiting, |row| TextInside {
        state: row.state,
        cut: row.cut,
        pages: row.pages.and_then(|pages| u32::try_from(pages).ok()),
        recognised: row.recognised,
    }))
}

/// The text inside a document: the parts of that number, or those where the page `from` begins.
///
/// # Errors
/// `NotFound`, also if it is not a file.
pub async fn text_inside(
    cx: &Cx,
    id: DocumentId,
    number: PageNumber,
    from: Option<u32>,
) -> Result<TextInsideView> {
    let (row, library) = load::document(cx, id).await?;
    text_of(cx, row, library.reference_for(cx), number, from).await
}

/// The same, for whoever was let in.
pub(in crate::library) async fn text_of(
    cx: &Cx,
    row: document::Model,
    library: Option<LibraryRef>,
    number: PageNumber,
    from: Option<u32>,
) -> Result<TextInsideView> {
    let sha256 = row.sha256.clone().found()?;
    let known = of_content(cx.reader(), &sha256).await?;
    if let (FileTextState::Empty, Some(pages)) = (known.state, known.pages) {
        let number = from.map_or(number, |from| PageNumber::holding(u64::from(from.saturating_sub(1)), SIZE));
        return Ok(view(row, library, known, blank(pages, number)));
    }
    let of = || file_text_part::Entity::find().filter(file_text_part::Column::Sha256.eq(&sha256));
    let number = match from.and_then(|from| i32::try_from(from).ok()) {
        Some(from) => {
            let before = of().filter(file_text_part::Column::Page.lt(from)).count(cx.reader()).await?;
            PageNumber::holding(before, SIZE)
        }
        None => number,
    };
    let total = of().count(cx.reader()).await?;
    let offset = number.offset(SIZE.get());
    // One more before, to know whether the first follows it.
    let rows = of()
        .order_by_asc(file_text_part::Column::Number)
        .offset(offset.saturating_sub(1))
        .limit(SIZE.get() + u64::from(offset > 0))
        .all(cx.reader())
        .await?;
    let mut before = None;
    let mut parts = Vec::new();
    for (place, row) in rows.into_iter().enumerate() {
        let follows = before == Some(row.page);
        before = Some(row.page);
        if place > 0 || offset == 0 {
            parts.push(part(row, follows)?);
        }
    }
    Ok(view(row, library, known, Page { rows: parts, number, total, size: SIZE.get() }))
}

fn view(
    row: document::Model,
    library: Option<LibraryRef>,
    inside: TextInside,
    parts: Page<TextPart>,
) -> TextInsideView {
    TextInsideView {
        title: row.title,
        library,
        media: Media::of(&row.media_type),
        latest: row.latest,
        inside,
        parts,
    }
}

/// The pages of a document that was scanned.
fn blank(pages: u32, number: PageNumber) -> Page<TextPart> {
    let first = u32::try_from(number.offset(SIZE.get())).unwrap_or(u32::MAX).saturating_add(1);
    let last = first.saturating_add(SIZE.get() as u32 - 1).min(pages);
    let rows = (first..=last).map(|page| TextPart {
        kind: FilePart::Page,
        page,
        name: String::new(),
        follows: false,
        blocks: Vec::new(),
    });
    Page { rows: rows.collect(), number, total: u64::from(pages), size: SIZE.get() }
}

fn part(row: file_text_part::Model, follows: bool) -> Result<TextPart> {
    Ok(TextPart {
        kind: row.kind,
        page: u32::try_from(row.page).unwrap_or(1),
        name: row.name,
        follows,
        blocks: serde_json::from_str(&row.blocks)?,
    })
}

/// The first letters of the text of a content, for a comparison.
pub(super) async fn text_to_compare(db: &impl ConnectionTrait, sha256: &str, most: usize) -> Result<String> {
    let rows = file_text_part::Entity::find()
        .filter(file_text_part::Column::Sha256.eq(sha256))
        .order_by_asc(file_text_part::Column::Number)
        .limit(1_000)
        .all(db)
        .await?;
    let mut text = String::new();
    for row in rows {
        let blocks: Vec<Block> = serde_json::from_str(&row.blocks)?;
        for block in blocks {
            let section = Section { place: Place::Whole, blocks: vec![block] };
            // A paragraph is compared with a paragraph.
            text.push_str(section.text().trim());
            text.push_str("\n\n");
        }
        if text.len() > most {
            break;
        }
    }
    Ok(text)
}
