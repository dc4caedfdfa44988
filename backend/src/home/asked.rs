//! What is asked of a person: each thing once, the first thing first.

use chrono::{DateTime, Utc};
use domain::{
    contributions::{ContributionFacts, State, Verdict},
    groups::{GroupFacts, GroupState, Visibility},
    ids::{ContributionId, GroupId, UserId},
    policy::{ContributionAction, GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{contribution, contribution_author, group, join, review, unsaved_text},
};

/// Texts read to find what is asked: far more than anybody should have waiting.
const AT_MOST: u64 = 200;

/// What is asked, in the order in which it is shown: first what is one's own and could be lost or waits for oneself,
/// then what the council waits for, then what the group does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AskedKind {
    /// Go on with a text typed and not saved.
    Resume,
    /// Take up one's own text, for which changes were requested.
    Revise,
    /// Adopt a text that is ready, or send it back.
    Adopt,
    /// Publish a text that was adopted.
    Publish,
    /// Propose for adoption a text that was approved.
    Propose,
    /// Review a text of one's group.
    Review,
}

/// One thing asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is asked.
    pub kind: AskedKind,
    /// About which text; none for a text that was never saved.
    pub contribution: Option<ContributionId>,
    /// Its title; may be empty for a text that was never saved.
    pub title: String,
    /// Its group.
    pub group: GroupRef,
    /// Since when it waits.
    pub since: DateTime<Utc>,
}

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

#[derive(FromQueryResult)]
struct Unsaved {
    contribution_id: Option<ContributionId>,
    typed: String,
    at: DateTime<Utc>,
    title: Option<String>,
    state: Option<State>,
    group_id: GroupId,
    slug: String,
    name: String,
    visibility: Visibility,
    group_state: GroupState,
}

/// Everything asked of the person who asks: each text once. Two queries.
///
/// # Errors
/// `SignInRequired`.
pub async fn asked_of_me(cx: &Cx) -> Result<Vec<Asked>> {
    let me = cx.person()?.id;
    let unsaved: Vec<Unsaved> = unsaved_texts(me).into_model().all(cx.reader()).await?;
    let mut asked: Vec<Asked> = unsaved.into_iter().filter_map(|text| text.asked(cx)).collect();
    let resumed: Vec<ContributionId> = asked.iter().filter_map(|ask| ask.contribution).collect();
    let texts: Vec<Text> = texts_waiting(cx, me).into_model().all(cx.reader()).await?;
    let waiting = texts.into_iter().filter(|text| !resumed.contains(&text.id));
    asked.extend(waiting.filter_map(|text| text.asked(cx)));
    asked.sort_by_key(|ask| (ask.kind, ask.since, ask.contribution));
    Ok(asked)
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

fn unsaved_texts(me: UserId) -> Select<unsaved_text::Entity> {
    unsaved_text::Entity::find()
        .select_only()
        .columns([
            unsaved_text::Column::ContributionId,
            unsaved_text::Column::At,
            unsaved_text::Column::GroupId,
        ])
        .column_as(unsaved_text::Column::Title, "typed")
        .columns([contribution::Column::Title, contribution::Column::State])
        .columns([group::Column::Slug, group::Column::Name, group::Column::Visibility])
        .column_as(group::Column::State, "group_state")
        .join(
            JoinType::InnerJoin,
            join::<unsaved_text::Entity, group::Entity>(unsaved_text::Column::GroupId, group::Column::Id),
        )
        .join(
            JoinType::LeftJoin,
            join::<unsaved_text::Entity, contribution::Entity>(
                unsaved_text::Column::ContributionId,
                contribution::Column::Id,
            ),
        )
        .filter(unsaved_text::Column::UserId.eq(me))
        .order_by_asc(unsaved_text::Column::At)
        .limit(AT_MOST)
}

impl Text {
    fn asked(self, cx: &Cx) -> Option<Asked> {
        Some(Asked {
            kind: self.kind(cx)?,
            contribution: Some(self.id),
            title: typeset(&self.title),
            group: GroupRef { slug: self.slug, name: typeset(&self.name) },
            since: self.state_since,
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

impl Unsaved {
    /// Still asked only as long as it can be saved.
    fn asked(self, cx: &Cx) -> Option<Asked> {
        let group = GroupFacts { id: self.group_id, visibility: self.visibility, state: self.group_state };
        let writable = self.state.is_none_or(State::is_writable);
        let may_write = cx.may(Permission::Group(GroupAction::Write, &group));
        if self.group_state == GroupState::Closed || !writable || !may_write {
            return None;
        }
        let typed = Some(self.typed).filter(|title| !title.trim().is_empty());
        Some(Asked {
            kind: AskedKind::Resume,
            contribution: self.contribution_id,
            title: typeset(&typed.or(self.title).unwrap_or_default()),
            group: GroupRef { slug: self.slug, name: typeset(&self.name) },
            since: self.at,
        })
    }
}
