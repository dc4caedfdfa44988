//! What is to be read, one file at a time, and what came of it.

use chrono::{DateTime, TimeDelta, Utc};
use domain::library::{FilePart, FileTextCut, FileTextState};
use extraction::{Block, Cut, Place, Reading, Section, State};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict},
};

use crate::{
    Backend, Cx, Result,
    entities::{file, file_text, file_text_part},
    files::Fingerprint,
    library::read_back,
};

/// After so long, who was reading a file is taken to be gone.
const CLAIM: TimeDelta = TimeDelta::minutes(10);
/// Times that a file is tried: one that takes its reader along is not worth more.
const ATTEMPTS: i32 = 3;
/// Bytes of text of a part; what is longer is in several.
const PART: usize = 12_000;
/// Rows written by one statement.
const ROWS: usize = 50;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToRead {
    /// The address of its content.
    pub fingerprint: Fingerprint,
    /// Its length.
    pub bytes: u64,
    /// Its type, as recognised.
    pub media_type: String,
    /// Its name.
    pub name: String,
}

/// Checks a file that has just arrived, and asks for its text.
///
/// # Errors
/// What was written is not what had come, or it cannot be read.
pub(crate) async fn ask(cx: &Cx, sha256: &str, media_type: &str, name: &str) -> Result<()> {
    read_back(cx, sha256).await?;
    if file::Entity::find_by_id(sha256.to_owned()).one(cx.reader()).await?.is_none() {
        return Ok(());
    }
    let row = file_text::ActiveModel {
        sha256: Set(sha256.to_owned()),
        state: Set(FileTextState::Waiting),
        cut: Set(None),
        pages: Set(None),
        recognised: Set(false),
        characters: Set(0),
        media_type: Set(media_type.to_owned()),
        name: Set(name.to_owned()),
        attempts: Set(0),
        asked_at: Set(cx.now),
        claimed_at: Set(None),
        read_at: Set(None),
    };
    file_text::Entity::insert(row)
        .on_conflict(OnConflict::column(file_text::Column::Sha256).do_nothing().to_owned())
        .exec_without_returning(cx.backend.db().writer())
        .await?;
    cx.backend.files_to_read().notify_one();
    Ok(())
}

/// The next file to read, which nobody else is given meanwhile.
///
/// # Errors
/// The database failed.
pub async fn next_to_read(backend: &Backend) -> Result<Option<ToRead>> {
    let now = backend.now();
    let db = backend.db().writer();
    let free = || {
        Condition::all().add(file_text::Column::State.eq(FileTextState::Waiting)).add(
            Condition::any()
                .add(file_text::Column::ClaimedAt.is_null())
                .add(file_text::Column::ClaimedAt.lt(now - CLAIM)),
        )
    };
    loop {
        let next = file_text::Entity::find()
            .filter(free())
            .order_by_asc(file_text::Column::AskedAt)
            .order_by_asc(file_text::Column::Sha256)
            .one(backend.db().reader())
            .await?;
        let Some(row) = next else { return Ok(None) };
        let attempts = row.attempts + 1;
        let state = if attempts > ATTEMPTS { FileTextState::Damaged } else { FileTextState::Waiting };
        let taken = file_text::Entity::update_many()
            .col_expr(file_text::Column::ClaimedAt, Expr::value(now))
            .col_expr(file_text::Column::Attempts, Expr::value(attempts))
            .col_expr(file_text::Column::State, Expr::value(state))
            .filter(file_text::Column::Sha256.eq(&row.sha256))
            .filter(free())
            .exec(db)
            .await?;
        if taken.rows_affected != 1 || state == FileTextState::Damaged {
            continue;
        }
        let Some(kept) = file::Entity::find_by_id(row.sha256.clone()).one(db).await? else { continue };
        return Ok(Some(ToRead {
            fingerprint: Fingerprint::stored(&row.sha256),
            bytes: u64::try_from(kept.bytes).unwrap_or_default(),
            media_type: row.media_type,
            name: row.name,
        }));
    }
}

/// Keeps what came of reading a file.
///
/// # Errors
/// The database failed.
pub async fn was_read(backend: &Backend, read: &ToRead, reading: Reading) -> Result<()> {
    let sha256 = read.fingerprint.as_str();
    let parts = tokio::task::spawn_blocking({
        let (sha256, sections) = (sha256.to_owned(), reading.sections);
        move || parts(&sha256, sections)
    })
    .await?;
    let (characters, parts) = parts?;
    let tx = backend.db().begin().await?;
    file_text_part::Entity::delete_many().filter(file_text_part::Column::Sha256.eq(sha256)).exec(&tx).await?;
    let changed: sea_orm::UpdateResult = file_text::Entity::update_many()
        .set(file_text::ActiveModel {
            state: Set(state(reading.state)),
            cut: Set(reading.cut.map(cut)),
            pages: Set(reading.pages.and_then(|pages| i32::try_from(pages).ok())),
            recognised: Set(reading.recognised),
            characters: Set(characters),
            claimed_at: Set(None::<DateTime<Utc>>),
            read_at: Set(Some(backend.now())),
            ..Default::default()
        })
        .filter(file_text::Column::Sha256.eq(sha256))
        .exec(&tx)
        .await?;
    // A content that is gone meanwhile takes its text along.
    if changed.rows_affected == 1 {
        for some in parts.chunks(ROWS) {
            file_text_part::Entity::insert_many(some.to_vec()).exec_without_returning(&tx).await?;
        }
    }
    tx.commit().await?;
    // The search is told at once.
    backend.0.changed.notify_one();
    Ok(())
}

fn state(state: State) -> FileTextState {
    match state {
        State::Read => FileTextState::Read,
        State::Empty => FileTextState::Empty,
        State::Encrypted => FileTextState::Encrypted,
        State::Damaged => FileTextState::Damaged,
        State::TooLarge => FileTextState::TooLarge,
        State::Unsupported => FileTextState::Unsupported,
    }
}

fn cut(cut: Cut) -> FileTextCut {
    match cut {
        Cut::Pages => FileTextCut::Pages,
        Cut::Text => FileTextCut::Text,
        Cut::Time => FileTextCut::Time,
    }
}

/// How many characters there are, and the rows that hold them.
fn parts(sha256: &str, sections: Vec<Section>) -> Result<(i64, Vec<file_text_part::ActiveModel>)> {
    let (mut characters, mut rows, mut number) = (0, Vec::new(), 0);
    for (place, section) in (1..).zip(sections) {
        characters += section.text().chars().count();
        let (kind, page, name) = match section.place {
            Place::Page(page) => (FilePart::Page, i32::try_from(page).unwrap_or(place), String::new()),
            Place::Slide(slide) => (FilePart::Slide, i32::try_from(slide).unwrap_or(place), String::new()),
            Place::Sheet(name) => (FilePart::Sheet, place, name),
            Place::Whole => (FilePart::Whole, place, String::new()),
        };
        for blocks in cut_up(section.blocks) {
            number += 1;
            rows.push(file_text_part::ActiveModel {
                sha256: Set(sha256.to_owned()),
                number: Set(number),
                kind: Set(kind),
                page: Set(page),
                name: Set(name.clone()),
                blocks: Set(serde_json::to_string(&blocks)?),
            });
        }
    }
    Ok((i64::try_from(characters).unwrap_or(i64::MAX), rows))
}

/// The blocks of a section in parts that are not too long, at least one. Tables are cut between rows.
fn cut_up(blocks: Vec<Block>) -> Vec<Vec<Block>> {
    let mut parts = vec![Vec::new()];
    let mut length = 0;
    let mut add = |block: Block, weight: usize| {
        if length > 0 && length + weight > PART {
            parts.push(Vec::new());
            length = 0;
        }
        length += weight;
        if let Some(part) = parts.last_mut() {
            match (part.last_mut(), block) {
                (Some(Block::Table(rows)), Block::Table(more)) if more.len() == 1 => rows.extend(more),
                (_, block) => part.push(block),
            }
        }
    };
    for block in blocks {
        match block {
            Block::Heading(_, ref words) | Block::Paragraph(ref words) | Block::Item(ref words) => {
                let weight = words.len();
                add(block, weight);
            }
            Block::Table(rows) => {
                for row in rows {
                    let weight = row.iter().map(|cell| cell.len() + 10).sum();
                    add(Block::Table(vec![row]), weight);
                }
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_in_several_parts() {
        let row = || vec!["mot".repeat(1_000)];
        let blocks =
            vec![Block::Paragraph("a".repeat(20_000)), Block::Table((0..6).map(|_| row()).collect())];
        let parts = cut_up(blocks);
        let rows = |part: &[Block]| match part {
            [Block::Table(rows)] => rows.len(),
            _ => 0,
        };
        assert_eq!(parts.iter().map(|part| rows(part)).collect::<Vec<_>>(), [0, 3, 3]);
        assert_eq!(cut_up(Vec::new()), [Vec::new()]);
    }
}
