//! A text as it is read: one joined query for everything that has one value, one for what reviewers said, and while it
//! is written one for who was asked to review it, one for the checklist.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Version,
    contributions::{
        ContributionFacts, ContributionKind, Due, PublicationNumber, Standing, State, Verdict, is_consulted,
    },
    groups::{GroupFacts, GroupState, Visibility},
    ids::{ContributionId, GroupId, ReviewId, RevisionId, UserId},
    policy::{ContributionAction, GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, sea_query::Expr,
};

use super::{
    checklist,
    list::{group_ref, names, number, typeset},
    load::{to_group, to_named, to_own, to_reading},
    reading, render, reviewers,
    view::{AdoptionView, ConsultationView, ContributionView, ReviewView, RevisionRef, StandingView},
};
use crate::{
    Cx, Found, Result,
    entities::{
        adoption, contribution, contribution_author, contribution_reviewer, group, join, reading as readings,
        rendering, review, revision, user,
    },
};

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
    named_id: Option<UserId>,
    due_on: Option<NaiveDate>,
    consulted_until: Option<NaiveDate>,
    consultation: String,
    consulted_at: Option<DateTime<Utc>>,
    read_version: Option<Version>,
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
    edition: Option<i32>,
    corrected_at: Option<DateTime<Utc>>,
    correction: Option<String>,
    standing: Option<Standing>,
    standing_at: Option<DateTime<Utc>>,
    standing_reason: Option<String>,
    replaced_by: Option<String>,
}

impl Line {
    fn facts(&self, today: NaiveDate) -> ContributionFacts {
        ContributionFacts {
            id: self.id,
            group: GroupFacts { id: self.group_id, visibility: self.visibility, state: self.group_state },
            state: self.state,
            own: self.own_id.is_some(),
            named: self.named_id.is_some(),
            consulted: is_consulted(self.state, self.consulted_until, today),
        }
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
            edition: u32::try_from(self.edition?).unwrap_or(1),
            corrected_at: self.corrected_at,
            correction: self.correction.take().unwrap_or_default(),
            standing: StandingView {
                standing: self.standing?,
                at: self.standing_at,
                reason: self.standing_reason.take().unwrap_or_default(),
                replaced_by: self.replaced_by.take().and_then(|number| number.parse().ok()),
            },
        })
    }
}

/// A text, for somebody who may read it.
///
/// # Errors
/// `NotFound` if it does not exist or may not be read.
pub async fn show(cx: &Cx, id: ContributionId) -> Result<ContributionView> {
    let mut view = find(cx, contribution::Column::Id.eq(id)).await?;
    let version = view.revision.version;
    if view.inside {
        view.reviews = reviews(cx, id, None).await?;
    } else if let Some(consultation) = &view.consultation {
        view.reviews = reviews(cx, id, Some(consultation.since)).await?;
    }
    if view.inside && view.facts.state.is_writable() {
        let group = view.facts.group;
        let text = reviewers::Of { id, group: group.id, visibility: group.visibility, version };
        view.reviewers = reviewers::of(cx, &text).await?;
    }
    if view.inside && view.facts.state == State::InReview {
        view.checklist = checklist::of(cx, id).await?;
    }
    if view.inside {
        reading::opened(cx, id, version, view.read_before).await;
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
    let facts = line.facts(cx.today());
    let id = facts.id;
    cx.require(Permission::Contribution(ContributionAction::Read, &facts))?;
    let inside = cx.may(Permission::Group(GroupAction::ReadWork, &facts.group));
    let adoption = line.adoption();
    let rendering = line.rendering();
    let rendering = render::kept(cx, id, line.revision_id, rendering).await?;
    let group = group_ref(cx, &facts.group, line.slug, line.name);
    let question = line.consultation;
    let consultation = line
        .consulted_until
        .filter(|_| facts.consulted)
        .zip(line.consulted_at)
        .map(|(until, since)| ConsultationView { until, since, question });
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
        reviewers: Vec::new(),
        checklist: Vec::new(),
        due: line.due_on.filter(|_| facts.state.is_writable()).map(|due| Due::new(due, cx.today())),
        consultation,
        read_before: line.read_version,
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
            C::DueOn,
            C::ConsultedUntil,
            C::Consultation,
            C::ConsultedAt,
        ])
        .columns([group::Column::Slug, group::Column::Name, group::Column::Visibility])
        .column_as(group::Column::State, "group_state")
        .column_as(contribution_author::Column::UserId, "own_id")
        .column_as(contribution_reviewer::Column::UserId, "named_id")
        .column_as(readings::Column::Version, "read_version")
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
            adoption::Column::Edition,
            adoption::Column::CorrectedAt,
            adoption::Column::Correction,
            adoption::Column::Standing,
            adoption::Column::StandingAt,
            adoption::Column::StandingReason,
            adoption::Column::ReplacedBy,
        ])
        .join(JoinType::InnerJoin, to_group())
        .join(JoinType::LeftJoin, to_own(cx))
        .join(JoinType::LeftJoin, to_named(cx))
        .join(JoinType::LeftJoin, to_reading(cx))
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

/// What was said of the text; for those who are only consulted, the remarks made since then.
async fn reviews(
    cx: &Cx,
    id: ContributionId,
    consulted_since: Option<DateTime<Utc>>,
) -> Result<Vec<ReviewView>> {
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
        .apply_if(consulted_since, |said, since| {
            said.filter(review::Column::At.gte(since)).filter(review::Column::Verdict.eq(Verdict::Comment))
        })
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
