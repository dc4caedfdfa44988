//! Lists of texts: one query for the rows, one for how many there are, no text loaded.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Version,
    contributions::{ContributionKind, Due, PublicationNumber, Standing, State, is_consulted},
    groups::{GroupFacts, GroupState, Visibility},
    ids::{ContributionId, GroupId},
    policy::{GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};

use super::{
    load::{to_group, to_reading},
    visible::{consulted, visible_in, visible_to},
};
use crate::{
    Cx, Page, PageNumber, Result,
    db::count_up_to,
    entities::{adoption, contribution, group, join, reading},
    fold,
};

/// Rows a page.
const SIZE: u64 = 20;
/// Texts counted at most: among more than that, one looks for words rather than page after page.
pub const COUNTED: u64 = 1_000;

/// Which texts are looked for, among those that one may read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words of the title; case and accents do not count.
    pub q: String,
    /// Only in this state.
    pub state: Option<State>,
    /// Only of this kind.
    pub kind: Option<ContributionKind>,
    /// Only of this group.
    pub group: Option<GroupId>,
    /// Only those in consultation of the whole council today.
    pub consulted: bool,
}

/// The name and address of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRef {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A text in a list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which text.
    pub id: ContributionId,
    /// Its kind.
    pub kind: ContributionKind,
    /// Where it stands.
    pub state: State,
    /// Its title, typeset.
    pub title: String,
    /// Its authors.
    pub authors: Vec<String>,
    /// Its group, if one may know of it.
    pub group: Option<GroupRef>,
    /// Its current version.
    pub version: Version,
    /// When something last happened to it.
    pub updated_at: DateTime<Utc>,
    /// Since when it is in this state.
    pub state_since: DateTime<Utc>,
    /// Its number, once adopted.
    pub number: Option<PublicationNumber>,
    /// Whether it still speaks for the council, once adopted.
    pub standing: Option<Standing>,
    /// The day by which it is due; only while it is written.
    pub due: Option<Due>,
    /// The last day of its consultation, while that goes on.
    pub consulted_until: Option<NaiveDate>,
    /// How many versions were saved since the person asking last opened it; none if they never had.
    pub versions_since: u32,
}

#[derive(FromQueryResult)]
struct Line {
    id: ContributionId,
    kind: ContributionKind,
    state: State,
    title: String,
    byline: String,
    version: Version,
    updated_at: DateTime<Utc>,
    state_since: DateTime<Utc>,
    group_id: GroupId,
    slug: String,
    name: String,
    visibility: Visibility,
    group_state: GroupState,
    year: Option<i32>,
    sequence: Option<i32>,
    standing: Option<Standing>,
    due_on: Option<NaiveDate>,
    consulted_until: Option<NaiveDate>,
    read_version: Option<Version>,
}

/// The texts that one may read, the latest first. The total is [`COUNTED`] where there are as many or more: the rest
/// costs nothing.
///
/// # Errors
/// The database cannot be read.
pub async fn list(cx: &Cx, filter: &Filter, page: PageNumber) -> Result<Page<Row>> {
    let mut wanted = Condition::all().add(visible_to(cx));
    for pattern in fold::patterns(&filter.q) {
        wanted = wanted.add(contribution::Column::TitleFolded.like(fold::like(pattern)));
    }
    let wanted = wanted
        .add_option(filter.state.map(|state| contribution::Column::State.eq(state)))
        .add_option(filter.kind.map(|kind| contribution::Column::Kind.eq(kind)))
        .add_option(filter.group.map(|group| contribution::Column::GroupId.eq(group)))
        .add_option(filter.consulted.then(|| consulted(cx)));
    let found = contribution::Entity::find().join(JoinType::InnerJoin, to_group()).filter(wanted);
    let ids = found.clone().select_only().column(contribution::Column::Id).into_query();
    let total = count_up_to(cx.reader(), ids, COUNTED).await?;
    latest(cx, found, page, total).await
}

/// The texts of a group that one may read, the latest first; there are `total` of them.
///
/// # Errors
/// The database cannot be read.
pub async fn list_of_group(cx: &Cx, group: GroupId, total: u64, page: PageNumber) -> Result<Page<Row>> {
    let found =
        contribution::Entity::find().join(JoinType::InnerJoin, to_group()).filter(visible_in(cx, group));
    latest(cx, found, page, total).await
}

async fn latest(
    cx: &Cx,
    found: Select<contribution::Entity>,
    page: PageNumber,
    total: u64,
) -> Result<Page<Row>> {
    let lines = lines(cx, found)
        .order_by_desc(contribution::Column::UpdatedAt)
        .order_by_desc(contribution::Column::Id)
        .offset(page.offset(SIZE))
        .limit(SIZE)
        .into_model::<Line>()
        .all(cx.reader())
        .await?;
    Ok(Page { rows: lines.into_iter().map(|line| row(cx, line)).collect(), number: page, total, size: SIZE })
}

/// The text of this title that one may read: a published one first, then the latest.
///
/// # Errors
/// The database cannot be read.
pub async fn by_title(cx: &Cx, title: &str) -> Result<Option<Row>> {
    let found = contribution::Entity::find()
        .join(JoinType::InnerJoin, to_group())
        .filter(contribution::Column::TitleFolded.eq(fold::fold(title)))
        .filter(visible_to(cx));
    let lines = lines(cx, found)
        .order_by_desc(contribution::Column::UpdatedAt)
        .limit(SIZE)
        .into_model::<Line>()
        .all(cx.reader())
        .await?;
    let mut rows: Vec<Row> = lines.into_iter().map(|line| row(cx, line)).collect();
    rows.sort_by_key(|row| row.state != State::Published);
    Ok(rows.into_iter().next())
}

fn lines(cx: &Cx, found: Select<contribution::Entity>) -> Select<contribution::Entity> {
    found
        .select_only()
        .columns([
            contribution::Column::Id,
            contribution::Column::Kind,
            contribution::Column::State,
            contribution::Column::Title,
            contribution::Column::Byline,
            contribution::Column::Version,
            contribution::Column::UpdatedAt,
            contribution::Column::StateSince,
            contribution::Column::GroupId,
            contribution::Column::DueOn,
            contribution::Column::ConsultedUntil,
        ])
        .columns([group::Column::Slug, group::Column::Name, group::Column::Visibility])
        .column_as(group::Column::State, "group_state")
        .columns([adoption::Column::Year, adoption::Column::Sequence, adoption::Column::Standing])
        .column_as(reading::Column::Version, "read_version")
        .join(JoinType::LeftJoin, to_reading(cx))
        .join(
            JoinType::LeftJoin,
            join::<contribution::Entity, adoption::Entity>(
                contribution::Column::Id,
                adoption::Column::ContributionId,
            ),
        )
}

fn row(cx: &Cx, line: Line) -> Row {
    let facts = GroupFacts { id: line.group_id, visibility: line.visibility, state: line.group_state };
    let in_consultation = is_consulted(line.state, line.consulted_until, cx.today());
    let since = line.read_version.map(|read| line.version.0 - read.0);
    Row {
        id: line.id,
        kind: line.kind,
        state: line.state,
        title: typeset(&line.title),
        authors: names(&line.byline),
        group: group_ref(cx, &facts, line.slug, line.name),
        version: line.version,
        updated_at: line.updated_at,
        state_since: line.state_since,
        number: number(line.year.zip(line.sequence)),
        standing: line.standing,
        due: line.due_on.filter(|_| line.state.is_writable()).map(|due| Due::new(due, cx.today())),
        consulted_until: line.consulted_until.filter(|_| in_consultation),
        versions_since: since.and_then(|versions| u32::try_from(versions).ok()).unwrap_or_default(),
    }
}

/// The group's name, for somebody who may know that it exists.
pub(super) fn group_ref(cx: &Cx, facts: &GroupFacts, slug: String, name: String) -> Option<GroupRef> {
    cx.may(Permission::Group(GroupAction::See, facts)).then_some(GroupRef { slug, name })
}

/// A title as it is shown.
pub(crate) fn typeset(title: &str) -> String {
    markdown::typeset(title, markdown::Typography::French)
}

/// The names kept in a byline, one a line.
pub(super) fn names(byline: &str) -> Vec<String> {
    byline.lines().map(str::to_owned).collect()
}

/// A number as it is stored.
pub(crate) fn number(stored: Option<(i32, i32)>) -> Option<PublicationNumber> {
    let (year, sequence) = stored?;
    Some(PublicationNumber { year, sequence: u32::try_from(sequence).ok()? })
}
