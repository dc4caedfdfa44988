//! Finding.

use std::collections::BTreeMap;

use domain::{
    ids::{SearchDocumentId, UserId},
    search::{Period, SubjectKind},
};
use lexis::{Passage, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{
    correction,
    facets::{Facets, Known, facets, keywords},
    subjects,
    view::{Found, Results},
    window::{Line, window},
};
use crate::{Cx, Page, PageNumber, Result, entities::search_text, fold::fold};

/// Results a page.
const SIZE: u64 = 20;
/// Bytes of a passage.
const PASSAGE: usize = 260;

/// To what results are narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this kind.
    pub kind: Option<SubjectKind>,
    /// Only of these kinds; all of them if there are none.
    pub among: Vec<SubjectKind>,
    /// Only of the group at this address; empty for all.
    pub group: String,
    /// Only by this person.
    pub author: Option<UserId>,
    /// Only last written in this period.
    pub period: Option<Period>,
    /// Only documents that have this keyword, whatever its case and its accents; empty for all.
    pub tag: String,
}

/// Looks for what was typed, among what the person asking may see.
///
/// # Errors
/// The database cannot be read.
pub async fn find(cx: &Cx, typed: &str, filter: &Filter, number: PageNumber) -> Result<Results> {
    let query = Query::new(typed);
    let filter = &Filter { tag: fold(&filter.tag), ..filter.clone() };
    let none = |asked| Results {
        page: Page { rows: Vec::new(), number, total: 0, size: SIZE },
        more: false,
        facets: Facets::default(),
        correction: None,
        asked,
    };
    if query.is_empty() {
        return Ok(none(false));
    }
    let all = window(cx, &query, None).await?;
    if all.lines.is_empty() {
        return Ok(Results { correction: correction::correct(cx, typed).await?, ..none(true) });
    }
    let known = Known::of(cx, &all.lines).await?.with_keywords(keywords(cx, &all.lines).await?);
    let facets = facets(cx, &known, filter, &all.lines).await?;
    let (lines, more) = if all.more && *filter != Filter::default() {
        let narrowed = window(cx, &query, Some(filter)).await?;
        (narrowed.lines, narrowed.more)
    } else {
        (all.lines.into_iter().filter(|line| known.keeps(cx, filter, line)).collect(), all.more)
    };
    let total = lines.len() as u64;
    let from = usize::try_from(number.offset(SIZE)).unwrap_or(usize::MAX);
    let page: Vec<Line> = lines.into_iter().skip(from).take(SIZE as usize).collect();
    // Narrowed lines may be of groups that the latest thousand did not show.
    let known = if more || all.more { Known::of(cx, &page).await? } else { known };
    let rows = found(cx, &query, &known, page).await?;
    Ok(Results { page: Page { rows, number, total, size: SIZE }, more, facets, ..none(true) })
}

/// Names the lines of a page and cuts their passages.
async fn found(cx: &Cx, query: &Query, known: &Known, lines: Vec<Line>) -> Result<Vec<Found>> {
    let mut named = subjects::named(cx, &lines).await?;
    let texts: Vec<(SearchDocumentId, String)> = search_text::Entity::find()
        .select_only()
        .columns([search_text::Column::DocumentId, search_text::Column::Body])
        .filter(search_text::Column::DocumentId.is_in(lines.iter().map(|line| line.id)))
        .into_tuple()
        .all(cx.reader())
        .await?;
    // What is inside files is long: no other request waits while it is looked through.
    let asked = query.clone();
    let cut = move |(id, text): (SearchDocumentId, String)| {
        let nothing = Passage { pieces: Vec::new(), page: None };
        (id, if text.is_empty() { nothing } else { lexis::passage(&text, &asked, PASSAGE) })
    };
    let mut passages: BTreeMap<SearchDocumentId, Passage> =
        tokio::task::spawn_blocking(move || texts.into_iter().map(cut).collect()).await?;
    let result = |line: Line| {
        let kind = subjects::family(line.kind).first().copied().unwrap_or(line.kind);
        // Gone between two queries.
        let named = named.remove(&(kind, line.subject_id))?;
        let mut passage = passages.remove(&line.id).unwrap_or(Passage { pieces: Vec::new(), page: None });
        // The record of a document comes before its first page.
        passage.page = passage.page.map(|page| page - 1).filter(|page| *page > 0);
        let title = match named.title.as_str() {
            "" => Vec::new(),
            title => lexis::passage(title, query, usize::MAX / 4).pieces,
        };
        Some(Found {
            subject: named.subject,
            title,
            passage,
            group: known.group(&line).cloned(),
            by: named.by,
            at: line.at,
        })
    };
    Ok(lines.into_iter().filter_map(result).collect())
}
