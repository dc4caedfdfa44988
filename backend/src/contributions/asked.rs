//! What texts ask of a person beyond their state: a review asked for by name, a consultation, versions not read yet, a
//! deadline. Each is one query, in which rights are conditions.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Version,
    contributions::{State, Verdict},
    groups::{GroupState, Visibility},
    ids::{ContributionId, UserId},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};

use super::{
    list::{GroupRef, typeset},
    load::{to_group, to_named, to_own, to_reading},
    visible::{consulted, visible_to},
};
use crate::{
    Cx, Result,
    entities::{contribution, contribution_author, contribution_reviewer, group, reading, review},
};

/// Texts read by one of these queries: far more than anybody should have waiting.
const AT_MOST: u64 = 200;
/// How long before its day a deadline is told.
const SOON: TimeDelta = TimeDelta::days(14);

/// Something a text asks of the person asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextAsked {
    /// Which text.
    pub id: ContributionId,
    /// Its title, typeset.
    pub title: String,
    /// Its group.
    pub group: GroupRef,
    /// The day by which it is asked, if one was given.
    pub due: Option<NaiveDate>,
    /// Since when it is.
    pub since: DateTime<Utc>,
    /// The version the person last opened, if they ever did.
    pub read: Option<Version>,
    /// The version that is read now.
    pub version: Version,
}

#[derive(FromQueryResult)]
struct Line {
    id: ContributionId,
    title: String,
    slug: String,
    name: String,
    due: Option<NaiveDate>,
    since: Option<DateTime<Utc>>,
    read: Option<Version>,
    version: Version,
    state_since: DateTime<Utc>,
}

/// The reviews asked of the person by name that they may still give: those on whose current version they have taken no
/// position.
///
/// # Errors
/// `SignInRequired`.
pub async fn reviews_asked(cx: &Cx) -> Result<Vec<TextAsked>> {
    let me = cx.person()?.id;
    let may_review = Condition::any()
        .add(group::Column::Id.is_in(writing_groups(cx)))
        .add_option(cx.actor.is_council_member().then(|| group::Column::Visibility.eq(Visibility::Open)));
    let found = texts(cx)
        .column_as(contribution_reviewer::Column::DueOn, "due")
        .column_as(contribution_reviewer::Column::NamedAt, "since")
        .join(JoinType::InnerJoin, to_named(cx))
        .filter(contribution::Column::State.eq(State::InReview))
        .filter(may_review)
        .filter(contribution_author::Column::UserId.is_null())
        .filter(
            Expr::exists(said(me).filter(review::Column::Verdict.ne(Verdict::Comment)).into_query()).not(),
        )
        .order_by_asc(contribution_reviewer::Column::NamedAt);
    all(cx, found).await
}

/// The consultations that go on, on which the person has said nothing yet and which are not about their own text.
///
/// # Errors
/// `SignInRequired`.
pub async fn consultations_asked(cx: &Cx) -> Result<Vec<TextAsked>> {
    let me = cx.person()?.id;
    if !cx.actor.is_council_member() {
        return Ok(Vec::new());
    }
    let since = Expr::col((contribution::Entity, contribution::Column::ConsultedAt));
    let answered = of_text(review::Entity::find().select_only().column(review::Column::Id))
        .filter(review::Column::ReviewerId.eq(me))
        .filter(Expr::col((review::Entity, review::Column::At)).gte(since));
    let found = texts(cx)
        .column_as(contribution::Column::ConsultedUntil, "due")
        .column_as(contribution::Column::ConsultedAt, "since")
        .filter(consulted(cx))
        .filter(group::Column::Visibility.ne(Visibility::Secret))
        .filter(contribution_author::Column::UserId.is_null())
        .filter(Expr::exists(answered.into_query()).not())
        .order_by_asc(contribution::Column::ConsultedUntil);
    all(cx, found).await
}

/// The texts in review, of the person's groups or asked of them by name, that changed since they last opened them.
///
/// # Errors
/// `SignInRequired`.
pub async fn changed_since_read(cx: &Cx) -> Result<Vec<TextAsked>> {
    cx.person()?;
    let followed = Condition::any()
        .add(group::Column::Id.is_in(cx.actor.groups()))
        .add(contribution_reviewer::Column::UserId.is_not_null());
    let read = Expr::col((reading::Entity, reading::Column::Version));
    let found = texts(cx)
        .column_as(contribution::Column::DueOn, "due")
        .column_as(contribution::Column::UpdatedAt, "since")
        .join(JoinType::LeftJoin, to_named(cx))
        .filter(contribution::Column::State.eq(State::InReview))
        .filter(followed)
        .filter(read.lt(Expr::col((contribution::Entity, contribution::Column::Version))))
        .order_by_asc(contribution::Column::UpdatedAt);
    all(cx, found).await
}

/// The texts the person signs and still writes, whose day has passed or comes within two weeks.
///
/// # Errors
/// `SignInRequired`.
pub async fn deadlines_of_mine(cx: &Cx) -> Result<Vec<TextAsked>> {
    cx.person()?;
    let writable = State::ALL.iter().copied().filter(|state| state.is_writable());
    let found = texts(cx)
        .column_as(contribution::Column::DueOn, "due")
        .column_as(contribution::Column::StateSince, "since")
        .filter(contribution::Column::State.is_in(writable))
        .filter(group::Column::Id.is_in(writing_groups(cx)))
        .filter(contribution_author::Column::UserId.is_not_null())
        .filter(contribution::Column::DueOn.lte(cx.today() + SOON))
        .order_by_asc(contribution::Column::DueOn);
    all(cx, found).await
}

/// The texts that the person reads, in groups at work, with whether they sign them and what they last opened.
fn texts(cx: &Cx) -> Select<contribution::Entity> {
    contribution::Entity::find()
        .select_only()
        .columns([
            contribution::Column::Id,
            contribution::Column::Title,
            contribution::Column::Version,
            contribution::Column::StateSince,
        ])
        .columns([group::Column::Slug, group::Column::Name])
        .column_as(reading::Column::Version, "read")
        .join(JoinType::InnerJoin, to_group())
        .join(JoinType::LeftJoin, to_own(cx))
        .join(JoinType::LeftJoin, to_reading(cx))
        .filter(visible_to(cx))
        .filter(group::Column::State.ne(GroupState::Closed))
}

async fn all(cx: &Cx, found: Select<contribution::Entity>) -> Result<Vec<TextAsked>> {
    let lines: Vec<Line> =
        found.order_by_asc(contribution::Column::Id).limit(AT_MOST).into_model().all(cx.reader()).await?;
    let asked = |line: Line| TextAsked {
        id: line.id,
        title: typeset(&line.title),
        group: GroupRef { slug: line.slug, name: typeset(&line.name) },
        due: line.due,
        since: line.since.unwrap_or(line.state_since),
        read: line.read,
        version: line.version,
    };
    Ok(lines.into_iter().map(asked).collect())
}

/// What somebody said of the current version of the text of the outer query.
fn said(who: UserId) -> Select<review::Entity> {
    let current = Expr::col((contribution::Entity, contribution::Column::RevisionId));
    review::Entity::find()
        .select_only()
        .column(review::Column::Id)
        .filter(review::Column::ReviewerId.eq(who))
        .filter(Expr::col((review::Entity, review::Column::RevisionId)).eq(current))
}

/// What was said of the text of the outer query.
fn of_text(said: Select<review::Entity>) -> Select<review::Entity> {
    let text = Expr::col((contribution::Entity, contribution::Column::Id));
    said.filter(Expr::col((review::Entity, review::Column::ContributionId)).eq(text))
}

/// The groups in which the person writes.
fn writing_groups(cx: &Cx) -> Vec<domain::ids::GroupId> {
    let groups = cx.actor.person().map(|person| person.groups.as_slice()).unwrap_or_default();
    groups.iter().filter(|(_, role)| role.writes()).map(|(group, _)| *group).collect()
}
