//! The text inside a content as the search reads it.

use domain::library::FilePart;
use extraction::{Place, Section};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{Result, entities::file_text_part};

/// Bytes of a text that are searched, about the words that the index keeps of anything: what comes after is read on the
/// page of the text, and not found.
const SEARCHED: usize = 1 << 20;
/// Parts read at a time: a long text is never whole in memory with its shape.
const ROWS: u64 = 64;

/// The text of a content for the search. A form feed comes before each page, slide or sheet; there is none in a file
/// without pages.
pub(crate) async fn text_for_search(db: &impl ConnectionTrait, sha256: &str) -> Result<String> {
    let (mut text, mut page, mut last) = (String::new(), 0, 0);
    loop {
        let rows = file_text_part::Entity::find()
            .filter(file_text_part::Column::Sha256.eq(sha256))
            .filter(file_text_part::Column::Number.gt(last))
            .order_by_asc(file_text_part::Column::Number)
            .limit(ROWS)
            .all(db)
            .await?;
        let Some(end) = rows.last().map(|row| row.number) else { return Ok(text) };
        last = end;
        for row in rows {
            if row.kind != FilePart::Whole && page < row.page {
                // A page that has no part is a page.
                text.extend((page..row.page).map(|_| '\u{c}'));
                page = row.page;
                text.push_str(&row.name);
                text.push('\n');
            }
            let blocks = serde_json::from_str(&row.blocks)?;
            text.push_str(&Section { place: Place::Whole, blocks }.text());
            if text.len() >= SEARCHED {
                text.truncate((0..=SEARCHED).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0));
                return Ok(text);
            }
        }
    }
}
