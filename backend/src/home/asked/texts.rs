//! The texts that wait for somebody.

use chrono::{DateTime, Utc};
use domain::{
    contributions::{ContributionFacts, State, Verdict},
    groups::{GroupFacts, GroupState, Visibility},
    home::AskedKind,
    ids::{ContributionId, GroupId, UserId},
    policy::{ContributionAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};

use super::{AT_MOST, Asked, Subject};
use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{contribution, contribution_author, group, join, review},
};

#[derive(FromQueryResult)]
struct Text {
    id: ContributionId,
    title: String,
    state: State,
    state_since: DateTime<Utc>,
    group_id: GroupId,
    slug: String,
    name: String,
    visibility: Visibility,
    group_state: GroupState,
    own_id: Option<UserId>,
    /// The position the person asking took on the current revision.
    position: Option<Verdict>,
    /// The last position anybody took on it.
    last_position: Option<Verdict>,
}

/// The texts that wait for the person who asks. One query.
pub(super) async fn waiting(cx: &Cx, me: UserId) -> Result<Vec<Asked>> {
    let texts: Vec<Text> = texts_waiting(cx, me).into_model().all(cx.reader()).await?;
    Ok(texts.into_iter().filter_map(|text| text.asked(cx)).collect())
}

/// The texts that may wait for this person: those of their groups, and for who presides those put to the council.
fn texts_waiting(cx: &Cx, me: UserId) -> Select<contribution::Entity> {
    let mut waiting =
        Condition::any().add(Condition::all().add(group::Column::Id.is_in(cx.actor.groups())).add(
            contribution::Column::State.is_in([
                State::InReview,
                State::ChangesRequested,
                State::ReadyForAdoption,
                State::Adopted,
            ]),
        ));
    if cx.actor.presides() {
        waiting = waiting.add(
            Condition::all()
                .add(group::Column::Visibility.ne(Visibility::Secret))
                .add(contribution::Column::State.is_in([State::ReadyForAdoption, State::Adopted])),
        );
    }
    let own = contribution_author::Entity::find()
        .select_only()
        .column(contribution_author::Column::UserId)
        .filter(
            Expr::col((contribution_author::Entity, contribution_author::Column::ContributionId))
                .equals((contribution::Entity, contribution::Column::Id)),
        )
        .filter(contribution_author::Column::UserId.eq(me))
        .into_query();
    contribution::Entity::find()
        .select_only()
        .columns([
            contribution::Column::Id,
            contribution::Column::Title,
            contribution::Column::State,
            contribution::Column::StateSince,
            contribution::Column::GroupId,
        ])
        .columns([group::Column::Slug, group::Column::Name, group::Column::Visibility])
        .column_as(group::Column::State, "group_state")
        .expr_as(own, "own_id")
        .expr_as(position().filter(review::Column::ReviewerId.eq(me)).into_query(), "position")
        .expr_as(position().into_query(), "last_position")
        .join(
            JoinType::InnerJoin,
            join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id),
        )
        .filter(waiting)
        .order_by_asc(contribution::Column::StateSince)
        .limit(AT_MOST)
}

/// The last position taken on the current revision of a text; a remark is not one.
fn position() -> Select<review::Entity> {
    review::Entity::find()
        .select_only()
        .column(review::Column::Verdict)
        .filter(
            Expr::col((review::Entity, review::Column::RevisionId))
                .equals((contribution::Entity, contribution::Column::RevisionId)),
        )
        .filter(review::Column::Verdict.ne(Verdict::Comment))
        .order_by(review::Column::At, Order::Desc)
        .order_by(review::Column::Id, Order::Desc)
        .limit(1)
}

impl Text {
    fn asked(self, cx: &Cx) -> Option<Asked> {
        Some(Asked {
            kind: self.kind(cx)?,
            subject: Subject::Text(self.id),
            title: typeset(&self.title),
            group: Some(GroupRef { slug: self.slug, name: typeset(&self.name) }),
            since: self.state_since,
            due: None,
            count: 1,
        })
    }

    /// The one thing asked about it, if any: the step that brings it furthest.
    fn kind(&self, cx: &Cx) -> Option<AskedKind> {
        let group = GroupFacts { id: self.group_id, visibility: self.visibility, state: self.group_state };
        let own = self.own_id.is_some();
        let facts =
            ContributionFacts { id: self.id, group, state: self.state, own, named: false, consulted: false };
        let may = |action| cx.may(Permission::Contribution(action, &facts));
        let at_work = self.group_state != GroupState::Closed;
        let approved = self.last_position == Some(Verdict::Approve);
        match self.state {
            State::InReview if at_work && approved && may(ContributionAction::Propose) => {
                Some(AskedKind::Propose)
            }
            State::InReview if at_work && self.position.is_none() && may(ContributionAction::Review) => {
                Some(AskedKind::Review)
            }
            State::ChangesRequested if at_work && own && may(ContributionAction::Write) => {
                Some(AskedKind::Revise)
            }
            State::ReadyForAdoption if may(ContributionAction::Adopt) => Some(AskedKind::Adopt),
            State::Adopted if may(ContributionAction::Publish) => Some(AskedKind::Publish),
            _ => None,
        }
    }
}
