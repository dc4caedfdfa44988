//! A text as it is read: one joined query for everything that has one value, one for what reviewers said.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Version,
    contributions::{ContributionFacts, ContributionKind, PublicationNumber, State, Verdict},
    groups::{GroupFacts, GroupState, Visibility},
    ids::{ContributionId, GroupId, ReviewId, RevisionId, UserId},
    policy::{ContributionAction, GroupAction, Permission},
};
use markdown::Heading;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

use super::{
    list::{GroupRef, group_ref, names, number, typeset},
    load::{to_group, to_own},
    render,
};
use crate::{
    Cx, Found, Result,
    entities::{adoption, contribution, group, join, rendering, review, revision, user},
};

/// One version of a text: which, by whom, when, why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionRef {
    /// Its number, from 1.
    pub version: Version,
    /// Who saved it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, in their words; may be empty.
    pub reason: String,
}

/// What a reviewer said.
#[derive(Clone, Debug)]
pub struct ReviewView {
    /// Which review.
    pub id: ReviewId,
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Their verdict.
    pub verdict: Verdict,
    /// What they wrote, rendered; may be empty.
    pub comment_html: String,
    /// The version they read.
    pub version: Version,
}

/// How a text was adopted.
#[derive(Clone, Debug)]
pub struct AdoptionView {
    /// Its number.
    pub number: PublicationNumber,
    /// Who adopted it.
    pub body: String,
    /// The day.
    pub adopted_on: NaiveDate,
    /// Votes for.
    pub votes_for: u32,
    /// Votes against.
    pub votes_against: u32,
    /// Abstentions.
    pub votes_abstaining: u32,
    /// SHA-256 of the frozen text.
    pub fingerprint: String,
    /// When it was made public.
    pub published_at: Option<DateTime<Utc>>,
}

/// A text as it is read.
#[derive(Clone, Debug)]
pub struct ContributionView {
    /// For the policy: what may be done with it.
    pub facts: ContributionFacts,
    /// Its kind.
    pub kind: ContributionKind,
    /// Its title, typeset.
    pub title: String,
    /// Its group, if one may know of it.
    pub group: Option<GroupRef>,
    /// Its authors, in their order.
    pub authors: Vec<String>,
    /// The version that is read.
    pub revision: RevisionRef,
    /// Its summary, rendered; may be empty.
    pub summary_html: String,
    /// The text, rendered; may be empty.
    pub html: String,
    /// Its headings.
    pub headings: Vec<Heading>,
    /// How many words it has.
    pub words: u32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// Since when it is in this state.
    pub state_since: DateTime<Utc>,
    /// What reviewers said, the latest first; empty for those who read only the result.
    pub reviews: Vec<ReviewView>,
    /// How it was adopted, if it was.
    pub adoption: Option<AdoptionView>,
    /// Whether one follows the work itself: reviews, history.
    pub inside: bool,
}

impl ContributionView {
    /// Whether somebody approved this very version and nobody asked for changes since.
    pub fn is_approved(&self) -> bool {
        let current = self.reviews.iter().filter(|r| r.version == self.revision.version);
        current.map(|r| r.verdict).find(|verdict| *verdict != Verdict::Comment) == Some(Verdict::Approve)
    }
}

#[derive(FromQueryResult)]
struct Line {
    id: ContributionId,
    kind: ContributionKind,
    state: State,
    title: String,
    byline: String,
    created_at: DateTime<Utc>,
    state_since: DateTime<Utc>,
    group_id: GroupId,
    slug: String,
    name: String,
    visibility: Visibility,
    group_state: GroupState,
    own_id: Option<UserId>,
    revision_id: RevisionId,
    position: i32,
    by: String,
    at: DateTime<Utc>,
    reason: String,
    html: Option<String>,
    summary_html: Option<String>,
    headings: Option<String>,
    words: Option<i32>,
    pipeline: Option<i32>,
    year: Option<i32>,
    sequence: Option<i32>,
    body: Option<String>,
    adopted_on: Option<NaiveDate>,
    votes_for: Option<i32>,
    votes_against: Option<i32>,
    votes_abstaining: Option<i32>,
    fingerprint: Option<String>,
    published_at: Option<DateTime<Utc>>,
}

impl Line {
    fn facts(&self) -> ContributionFacts {
        let group = GroupFacts { id: self.group_id, visibility: self.visibility, state: self.group_state };
        ContributionFacts { id: self.id, group, state: self.state, own: self.own_id.is_some() }
    }

    fn rendering(&mut self) -> Option<rendering::Model> {
        Some(rendering::Model {
            revision_id: self.revision_id,
            html: self.html.take()?,
            summary_html: self.summary_html.take()?,
            headings: self.headings.take()?,
            words: self.words?,
            pipeline: self.pipeline?,
        })
    }

    fn adoption(&mut self) -> Option<AdoptionView> {
        let votes = |count: Option<i32>| u32::try_from(count.unwrap_or_default()).unwrap_or_default();
        Some(AdoptionView {
            number: number(self.year.zip(self.sequence))?,
            body: self.body.take()?,
            adopted_on: self.adopted_on?,
            votes_for: votes(self.votes_for),
            votes_against: votes(self.votes_against),
            votes_abstaining: votes(self.votes_abstaining),
            fingerprint: self.fingerprint.take()?,
            published_at: self.published_at,
        })
    }
}

/// A text, for somebody who may read it.
///
/// # Errors
/// `NotFound` if it does not exist or may not be read.
pub async fn show(cx: &Cx, id: ContributionId) -> Result<ContributionView> {
    let mut view = find(cx, contribution::Column::Id.eq(id)).await?;
    if view.inside {
        view.reviews = reviews(cx, id).await?;
    }
    Ok(view)
}

/// The text of this number, without its reviews, for somebody who may read it.
///
/// # Errors
/// `NotFound` if there is none, or it may not be read.
pub(crate) async fn numbered(cx: &Cx, wanted: PublicationNumber) -> Result<ContributionView> {
    let sequence = i32::try_from(wanted.sequence).unwrap_or_default();
    find(cx, adoption::Column::Year.eq(wanted.year).and(adoption::Column::Sequence.eq(sequence))).await
}

async fn find(cx: &Cx, which: Expr) -> Result<ContributionView> {
    let mut line = line(cx, which).await?;
    let facts = line.facts();
    let id = facts.id;
    cx.require(Permission::Contribution(ContributionAction::Read, &facts))?;
    let inside = cx.may(Permission::Group(GroupAction::ReadWork, &facts.group));
    let adoption = line.adoption();
    let rendering = line.rendering();
    let rendering = render::kept(cx, id, line.revision_id, rendering).await?;
    let group = group_ref(cx, &facts.group, line.slug, line.name);
    Ok(ContributionView {
        facts,
        kind: line.kind,
        title: typeset(&line.title),
        // Who is in a secret group is its own business.
        authors: if group.is_none() && facts.group.visibility == Visibility::Secret {
            Vec::new()
        } else {
            names(&line.byline)
        },
        group,
        revision: RevisionRef {
            version: Version(line.position),
            by: line.by,
            at: line.at,
            reason: line.reason,
        },
        summary_html: rendering.summary_html,
        html: rendering.html,
        headings: rendering.headings,
        words: rendering.words,
        created_at: line.created_at,
        state_since: line.state_since,
        reviews: Vec::new(),
        adoption,
        inside,
    })
}

async fn line(cx: &Cx, which: Expr) -> Result<Line> {
    use contribution::Column as C;
    contribution::Entity::find()
        .filter(which)
        .select_only()
        .columns([
            C::Id,
            C::Kind,
            C::State,
            C::Title,
            C::Byline,
            C::CreatedAt,
            C::StateSince,
            C::GroupId,
            C::RevisionId,
        ])
        .columns([group::Column::Slug, group::Column::Name, group::Column::Visibility])
        .column_as(group::Column::State, "group_state")
        .column_as(crate::entities::contribution_author::Column::UserId, "own_id")
        .columns([revision::Column::Position, revision::Column::At, revision::Column::Reason])
        .column_as(user::Column::Name, "by")
        .columns([
            rendering::Column::Html,
            rendering::Column::SummaryHtml,
            rendering::Column::Headings,
            rendering::Column::Words,
            rendering::Column::Pipeline,
        ])
        .columns([
            adoption::Column::Year,
            adoption::Column::Sequence,
            adoption::Column::Body,
            adoption::Column::AdoptedOn,
            adoption::Column::VotesFor,
            adoption::Column::VotesAgainst,
            adoption::Column::VotesAbstaining,
            adoption::Column::Fingerprint,
            adoption::Column::PublishedAt,
        ])
        .join(JoinType::InnerJoin, to_group())
        .join(JoinType::LeftJoin, to_own(cx))
        .join(
            JoinType::InnerJoin,
            join::<contribution::Entity, revision::Entity>(C::RevisionId, revision::Column::Id),
        )
        .join(
            JoinType::InnerJoin,
            join::<revision::Entity, user::Entity>(revision::Column::AuthorId, user::Column::Id),
        )
        .join(
            JoinType::LeftJoin,
            join::<contribution::Entity, rendering::Entity>(C::RevisionId, rendering::Column::RevisionId),
        )
        .join(
            JoinType::LeftJoin,
            join::<contribution::Entity, adoption::Entity>(C::Id, adoption::Column::ContributionId),
        )
        .into_model()
        .one(cx.reader())
        .await?
        .found()
}

async fn reviews(cx: &Cx, id: ContributionId) -> Result<Vec<ReviewView>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: ReviewId,
        name: String,
        at: DateTime<Utc>,
        verdict: Verdict,
        comment_html: String,
        position: i32,
    }
    let lines: Vec<Line> = review::Entity::find()
        .select_only()
        .columns([
            review::Column::Id,
            review::Column::At,
            review::Column::Verdict,
            review::Column::CommentHtml,
        ])
        .column(user::Column::Name)
        .column(revision::Column::Position)
        .join(
            JoinType::InnerJoin,
            join::<review::Entity, user::Entity>(review::Column::ReviewerId, user::Column::Id),
        )
        .join(
            JoinType::InnerJoin,
            join::<review::Entity, revision::Entity>(review::Column::RevisionId, revision::Column::Id),
        )
        .filter(review::Column::ContributionId.eq(id))
        .order_by_desc(review::Column::At)
        .order_by_desc(review::Column::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let view = |line: Line| ReviewView {
        id: line.id,
        by: line.name,
        at: line.at,
        verdict: line.verdict,
        comment_html: line.comment_html,
        version: Version(line.position),
    };
    Ok(lines.into_iter().map(view).collect())
}
