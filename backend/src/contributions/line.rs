//! Everything of a text that has one value, in one joined query.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Version,
    contributions::{ContributionFacts, ContributionKind, Standing, State, is_consulted},
    groups::{GroupFacts, GroupState, Visibility},
    ids::{ContributionId, GroupId, RevisionId, UserId},
};
use sea_orm::{
    EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    sea_query::{Expr, Query},
};

use super::{
    list::number,
    load::{to_group, to_named, to_own, to_reading},
    view::{AdoptionView, StandingView},
};
use crate::{
    Cx, Found, Result,
    entities::{
        adoption, checked_point, contribution, contribution_author, contribution_reviewer, dissent, group,
        join, reading as readings, rendering, review, revision, text_intake, thread, user,
    },
};

/// What a text has several of, or none: what it has none of is not asked for.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    pub reviewed: bool,
    pub reviewers_named: bool,
    pub points_checked: bool,
    pub contested: bool,
    pub commented: bool,
    pub brought: bool,
}

#[derive(FromQueryResult)]
pub(super) struct Line {
    pub id: ContributionId,
    pub kind: ContributionKind,
    pub state: State,
    pub title: String,
    pub byline: String,
    pub created_at: DateTime<Utc>,
    pub state_since: DateTime<Utc>,
    pub group_id: GroupId,
    pub slug: String,
    pub name: String,
    pub visibility: Visibility,
    pub group_state: GroupState,
    pub own_id: Option<UserId>,
    pub named_id: Option<UserId>,
    pub due_on: Option<NaiveDate>,
    pub consulted_until: Option<NaiveDate>,
    pub consultation: String,
    pub consulted_at: Option<DateTime<Utc>>,
    pub suggestions: i32,
    pub comments: i32,
    pub read_version: Option<Version>,
    pub revision_id: RevisionId,
    pub position: i32,
    pub by: String,
    pub at: DateTime<Utc>,
    pub reason: String,
    pub html: Option<String>,
    pub summary_html: Option<String>,
    pub headings: Option<String>,
    pub words: Option<i32>,
    pub pipeline: Option<i32>,
    pub year: Option<i32>,
    pub sequence: Option<i32>,
    pub body: Option<String>,
    pub adopted_on: Option<NaiveDate>,
    pub votes_for: Option<i32>,
    pub votes_against: Option<i32>,
    pub votes_abstaining: Option<i32>,
    pub fingerprint: Option<String>,
    pub published_at: Option<DateTime<Utc>>,
    pub edition: Option<i32>,
    pub corrected_at: Option<DateTime<Utc>>,
    pub correction: Option<String>,
    pub standing: Option<Standing>,
    pub standing_at: Option<DateTime<Utc>>,
    pub standing_reason: Option<String>,
    pub replaced_by: Option<String>,
    pub by_poll: Option<bool>,
    pub mended_at: Option<DateTime<Utc>>,
    pub mending: Option<String>,
    pub reviewed: bool,
    pub reviewers_named: bool,
    pub points_checked: bool,
    pub contested: bool,
    pub discussed: bool,
    pub brought: bool,
}

impl Line {
    /// For the policy.
    pub fn facts(&self, today: NaiveDate) -> ContributionFacts {
        ContributionFacts {
            id: self.id,
            group: GroupFacts { id: self.group_id, visibility: self.visibility, state: self.group_state },
            state: self.state,
            own: self.own_id.is_some(),
            named: self.named_id.is_some(),
            consulted: is_consulted(self.state, self.consulted_until, today),
        }
    }

    /// What there is of several.
    pub fn beside(&self) -> Beside {
        let Line { reviewed, reviewers_named, points_checked, contested, brought, .. } = *self;
        let commented = self.comments > 0;
        Beside { reviewed, reviewers_named, points_checked, contested, commented, brought }
    }

    pub fn rendering(&mut self) -> Option<rendering::Model> {
        Some(rendering::Model {
            revision_id: self.revision_id,
            html: self.html.take()?,
            summary_html: self.summary_html.take()?,
            headings: self.headings.take()?,
            words: self.words?,
            pipeline: self.pipeline?,
        })
    }

    pub fn adoption(&mut self) -> Option<AdoptionView> {
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
            by_poll: self.by_poll.unwrap_or_default(),
            mended: self.mended_at.zip(self.mending.take()),
        })
    }
}

/// The line of the text that `which` tells apart.
pub(super) async fn line(cx: &Cx, which: Expr) -> Result<Line> {
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
            C::Suggestions,
            C::Comments,
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
            adoption::Column::ByPoll,
            adoption::Column::MendedAt,
            adoption::Column::Mending,
        ])
        .expr_as(exists(review::Entity, review::Column::ContributionId), "reviewed")
        .expr_as(
            exists(contribution_reviewer::Entity, contribution_reviewer::Column::ContributionId),
            "reviewers_named",
        )
        .expr_as(exists(checked_point::Entity, checked_point::Column::ContributionId), "points_checked")
        .expr_as(exists(dissent::Entity, dissent::Column::ContributionId), "contested")
        .expr_as(exists(text_intake::Entity, text_intake::Column::ContributionId), "brought")
        .expr_as(exists(thread::Entity, thread::Column::ContributionId), "discussed")
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

/// Whether that table has a line for the text. What is not there is then not asked for.
fn exists<E: EntityTrait>(entity: E, of: E::Column) -> Expr {
    let lines = Query::select()
        .expr(Expr::value(1))
        .from(entity)
        .and_where(Expr::col((entity, of)).equals((contribution::Entity, contribution::Column::Id)))
        .to_owned();
    Expr::exists(lines)
}
