//! The versions of a text: who, when, why, how much changed.

use chrono::{DateTime, Utc};
use domain::{
    Version,
    behalf::Entered,
    ids::{ContributionId, RevisionId, UserId},
    policy::ContributionAction,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{compare::require_inside, load::load, versions::writers, view::RevisionRef};
use crate::{Cx, Page, PageNumber, Result, behalf, entities::revision};

const SIZE: u64 = 30;

/// A version in the history of a text.
#[derive(Clone, Debug)]
pub struct HistoryRow {
    /// Which, by whom, when, why.
    pub revision: RevisionRef,
    /// Who else typed it.
    pub with: Vec<String>,
    /// By whose hand, if who wrote it takes part on paper.
    pub entered_by: Option<String>,
    /// The name that people gave it.
    pub name: Option<String>,
    /// Words it added to the version before.
    pub words_added: u32,
    /// Words it removed from it.
    pub words_removed: u32,
    /// The version it was typed over, when it was put together with a later one.
    pub merged_from: Option<Version>,
}

/// A page of the history of a text, the latest version first.
#[derive(Clone, Debug)]
pub struct History {
    /// The versions.
    pub page: Page<HistoryRow>,
    /// The time that the page covers, of which the beginning belongs to the page of what is older; without end on the
    /// first page, without beginning on the last.
    pub time: (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
}

/// The versions of a text, the latest first, for those who follow the work of its group.
///
/// # Errors
/// `NotFound` if the text may not be read.
pub async fn history(cx: &Cx, id: ContributionId, page: PageNumber) -> Result<History> {
    #[derive(FromQueryResult)]
    struct Line {
        id: RevisionId,
        author_id: UserId,
        position: i32,
        at: DateTime<Utc>,
        reason: String,
        name: Option<String>,
        words_added: i32,
        words_removed: i32,
        merged_from: Option<i32>,
    }
    let text = load(cx, id, ContributionAction::Read).await?;
    require_inside(cx, &text)?;
    let found = revision::Entity::find().filter(revision::Column::ContributionId.eq(id));
    let total = found.clone().count(cx.reader()).await?;
    let lines: Vec<Line> = found
        .clone()
        .select_only()
        .columns([
            revision::Column::Id,
            revision::Column::AuthorId,
            revision::Column::Position,
            revision::Column::At,
            revision::Column::Reason,
            revision::Column::Name,
            revision::Column::WordsAdded,
            revision::Column::WordsRemoved,
            revision::Column::MergedFrom,
        ])
        .order_by_desc(revision::Column::Position)
        .offset(page.offset(SIZE))
        .limit(SIZE)
        .into_model()
        .all(cx.reader())
        .await?;
    let ids: Vec<(RevisionId, UserId)> = lines.iter().map(|line| (line.id, line.author_id)).collect();
    let mut written = writers(cx, &ids).await?;
    let mut entered = behalf::marks(cx, Entered::Revision, ids.iter().map(|(id, _)| id.0).collect()).await?;
    // The oldest version of the page before is where this one ends.
    let after = lines.first().map(|line| Version(line.position).next());
    let until = match after.filter(|_| page.get() > 1) {
        Some(after) => {
            let at = found.filter(revision::Column::Position.eq(after.0)).select_only();
            at.column(revision::Column::At).into_tuple().one(cx.reader()).await?
        }
        None => None,
    };
    let from = lines.last().filter(|line| Version(line.position) != Version::FIRST).map(|line| line.at);
    let row = |line: Line| {
        let mut names = written.remove(&line.id).unwrap_or_default().into_iter();
        HistoryRow {
            revision: RevisionRef {
                version: Version(line.position),
                by: names.next().unwrap_or_default(),
                at: line.at,
                reason: line.reason,
            },
            with: names.collect(),
            entered_by: entered.remove(&line.id.0),
            name: line.name,
            words_added: u32::try_from(line.words_added).unwrap_or_default(),
            words_removed: u32::try_from(line.words_removed).unwrap_or_default(),
            merged_from: line.merged_from.map(Version),
        }
    };
    let rows = lines.into_iter().map(row).collect();
    Ok(History { page: Page { rows, number: page, total, size: SIZE }, time: (from, until) })
}
