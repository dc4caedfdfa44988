//! The versions of a text: who, when, why, how much changed.

use domain::{Version, ids::ContributionId, policy::ContributionAction};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{compare::require_inside, load::load, view::RevisionRef};
use crate::{
    Cx, Page, PageNumber, Result,
    entities::{join, revision, user},
};

const SIZE: u64 = 30;

/// A version in the history of a text.
#[derive(Clone, Debug)]
pub struct HistoryRow {
    /// Which, by whom, when, why.
    pub revision: RevisionRef,
    /// Words it added to the version before.
    pub words_added: u32,
    /// Words it removed from it.
    pub words_removed: u32,
    /// The version it was typed over, when it was put together with a later one.
    pub merged_from: Option<Version>,
}

/// The versions of a text, the latest first, for those who follow the work of its group.
///
/// # Errors
/// `NotFound` if the text may not be read.
pub async fn history(cx: &Cx, id: ContributionId, page: PageNumber) -> Result<Page<HistoryRow>> {
    #[derive(FromQueryResult)]
    struct Line {
        position: i32,
        at: chrono::DateTime<chrono::Utc>,
        reason: String,
        name: String,
        words_added: i32,
        words_removed: i32,
        merged_from: Option<i32>,
    }
    let text = load(cx, id, ContributionAction::Read).await?;
    require_inside(cx, &text)?;
    let found = revision::Entity::find().filter(revision::Column::ContributionId.eq(id));
    let total = found.clone().count(cx.reader()).await?;
    let lines: Vec<Line> = found
        .select_only()
        .columns([
            revision::Column::Position,
            revision::Column::At,
            revision::Column::Reason,
            revision::Column::WordsAdded,
            revision::Column::WordsRemoved,
            revision::Column::MergedFrom,
        ])
        .column(user::Column::Name)
        .join(
            JoinType::InnerJoin,
            join::<revision::Entity, user::Entity>(revision::Column::AuthorId, user::Column::Id),
        )
        .order_by_desc(revision::Column::Position)
        .offset(page.offset(SIZE))
        .limit(SIZE)
        .into_model()
        .all(cx.reader())
        .await?;
    let row = |line: Line| HistoryRow {
        revision: RevisionRef {
            version: Version(line.position),
            by: line.name,
            at: line.at,
            reason: line.reason,
        },
        words_added: u32::try_from(line.words_added).unwrap_or_default(),
        words_removed: u32::try_from(line.words_removed).unwrap_or_default(),
        merged_from: line.merged_from.map(Version),
    };
    Ok(Page { rows: lines.into_iter().map(row).collect(), number: page, total, size: SIZE })
}
