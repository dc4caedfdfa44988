//! The texts that wait for somebody.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    Version,
    contributions::{ContributionFacts, Due, NEAR, State, SuggestionState, Verdict, is_consulted},
    groups::{GroupFacts, GroupState, Visibility},
    home::AskedKind,
    ids::{ContributionId, GroupId, UserId},
    policy::{ContributionAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationDef, Select,
    sea_query::{Expr, ExprTrait, IntoCondition, SelectStatement, UnionType},
};

use super::{AT_MOST, Asked, Subject};
use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{
        contribution, contribution_author, contribution_reviewer, group, join, reading, review, suggestion,
    },
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
    due_on: Option<NaiveDate>,
    consulted_until: Option<NaiveDate>,
    consulted_at: Option<DateTime<Utc>>,
    updated_at: DateTime<Utc>,
    version: Version,
    own_id: Option<UserId>,
    /// Whether the person asking is a named reviewer, and by when.
    named_id: Option<UserId>,
    named_due: Option<NaiveDate>,
    named_at: Option<DateTime<Utc>>,
    /// How many reviewers are named.
    reviewers: i64,
    /// The version they last read.
    read: Option<Version>,
    /// When they last said something about it, a remark included.
    spoke_at: Option<DateTime<Utc>>,
    /// The position the person asking took on the current revision.
    position: Option<Verdict>,
    /// The last position anybody took on it.
    last_position: Option<Verdict>,
    /// How many suggestions by others wait on it, and since when.
    suggested: i64,
    suggested_at: Option<DateTime<Utc>>,
}

/// The texts that wait for the person who asks, everywhere or in one group. One query.
pub(super) async fn waiting(cx: &Cx, me: UserId, of: Option<GroupId>) -> Result<Vec<Asked>> {
    let Some(may_wait) = may_wait(cx, me, of) else { return Ok(Vec::new()) };
    let texts: Vec<Text> = facts_of(me, first(cx, may_wait)).into_model().all(cx.reader()).await?;
    Ok(texts.into_iter().filter_map(|text| text.asked(cx)).collect())
}

/// The texts about which this person may be asked something: found by what is in progress for them, each kind by its
/// index, never by going through the texts of the council.
fn may_wait(cx: &Cx, me: UserId, of: Option<GroupId>) -> Option<SelectStatement> {
    let states = |states: &[State]| contribution::Column::State.is_in(states.iter().copied());
    let narrowed = |found: Select<contribution::Entity>| match of {
        Some(group) => found.filter(contribution::Column::GroupId.eq(group)),
        None => found,
    };
    let texts = || narrowed(contribution::Entity::find().select_only().column(contribution::Column::Id));
    let mine: Vec<GroupId> = cx.actor.groups().filter(|id| of.is_none_or(|of| of == *id)).collect();
    let mut kinds = Vec::new();
    if !mine.is_empty() {
        let mine = contribution::Column::GroupId.is_in(mine);
        kinds.push(texts().filter(mine.clone()).filter(states(&[State::InReview, State::ChangesRequested])));
        // A draft waits for its authors once its deadline is near.
        let near = cx.today().checked_add_days(Days::new(NEAR)).unwrap_or(cx.today());
        let signed = Expr::col((contribution::Entity, contribution::Column::Id)).in_subquery(signed_by(me));
        let due = contribution::Column::DueOn.lte(near);
        kinds.push(
            texts().filter(mine.clone()).filter(states(&[State::Draft])).filter(due).filter(signed.clone()),
        );
        let suggested = contribution::Column::Suggestions.gt(0);
        kinds.push(texts().filter(mine).filter(states(&[State::Draft])).filter(suggested).filter(signed));
    }
    if cx.actor.is_council_member() {
        // By the day alone, whose index is short; their state is looked at afterwards.
        kinds.push(texts().filter(contribution::Column::ConsultedUntil.gte(cx.today())));
        // Those who are asked by name review the texts of open groups they are not in.
        let named = contribution_reviewer::Entity::find()
            .select_only()
            .column(contribution_reviewer::Column::ContributionId)
            .filter(contribution_reviewer::Column::UserId.eq(me))
            .into_query();
        let named = Expr::col((contribution::Entity, contribution::Column::Id)).in_subquery(named);
        kinds.push(texts().filter(states(&[State::InReview])).filter(named));
    }
    if cx.actor.presides() {
        kinds.push(texts().filter(states(&[State::ReadyForAdoption, State::Adopted])));
    }
    let mut kinds = kinds.into_iter().map(QueryTrait::into_query);
    let mut all = kinds.next()?;
    all.unions(kinds.map(|kind| (UnionType::Distinct, kind)));
    Some(all)
}

/// The texts signed by this person.
fn signed_by(me: UserId) -> SelectStatement {
    contribution_author::Entity::find()
        .select_only()
        .column(contribution_author::Column::ContributionId)
        .filter(contribution_author::Column::UserId.eq(me))
        .into_query()
}

/// Those that have waited longest: what costs more is asked about these only.
fn first(cx: &Cx, may_wait: SelectStatement) -> SelectStatement {
    // What is in a secret group exists for its people only.
    let known = Condition::any()
        .add(group::Column::Visibility.ne(Visibility::Secret))
        .add(group::Column::Id.is_in(cx.actor.groups()));
    contribution::Entity::find()
        .select_only()
        .column(contribution::Column::Id)
        .join(JoinType::InnerJoin, to_group())
        .filter(Expr::col((contribution::Entity, contribution::Column::Id)).in_subquery(may_wait))
        .filter(known)
        .order_by_asc(contribution::Column::StateSince)
        .limit(AT_MOST)
        .into_query()
}

fn to_group() -> RelationDef {
    join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id)
}

/// What decides of what is asked about these texts.
fn facts_of(me: UserId, texts: SelectStatement) -> Select<contribution::Entity> {
    let own = contribution_author::Entity::find()
        .select_only()
        .column(contribution_author::Column::UserId)
        .filter(
            Expr::col((contribution_author::Entity, contribution_author::Column::ContributionId))
                .equals((contribution::Entity, contribution::Column::Id)),
        )
        .filter(contribution_author::Column::UserId.eq(me))
        .into_query();
    let named = contribution::Entity::belongs_to(contribution_reviewer::Entity)
        .from(contribution::Column::Id)
        .to(contribution_reviewer::Column::ContributionId)
        .on_condition(move |_, _| contribution_reviewer::Column::UserId.eq(me).into_condition())
        .into();
    let read = contribution::Entity::belongs_to(reading::Entity)
        .from(contribution::Column::Id)
        .to(reading::Column::ContributionId)
        .on_condition(move |_, _| reading::Column::UserId.eq(me).into_condition())
        .into();
    contribution::Entity::find()
        .select_only()
        .columns([
            contribution::Column::Id,
            contribution::Column::Title,
            contribution::Column::State,
            contribution::Column::StateSince,
            contribution::Column::GroupId,
            contribution::Column::DueOn,
            contribution::Column::ConsultedUntil,
            contribution::Column::ConsultedAt,
            contribution::Column::UpdatedAt,
            contribution::Column::Version,
        ])
        .column_as(contribution_reviewer::Column::UserId, "named_id")
        .column_as(contribution_reviewer::Column::DueOn, "named_due")
        .column_as(contribution_reviewer::Column::NamedAt, "named_at")
        .column_as(reading::Column::Version, "read")
        .expr_as(reviewers(), "reviewers")
        .expr_as(spoke(me), "spoke_at")
        .expr_as(suggested(me, suggestion::Column::Id.count()), "suggested")
        .expr_as(suggested(me, suggestion::Column::At.min()), "suggested_at")
        .columns([group::Column::Slug, group::Column::Name, group::Column::Visibility])
        .column_as(group::Column::State, "group_state")
        .expr_as(own, "own_id")
        .expr_as(position().filter(review::Column::ReviewerId.eq(me)).into_query(), "position")
        .expr_as(position().into_query(), "last_position")
        .join(JoinType::InnerJoin, to_group())
        .join(JoinType::LeftJoin, named)
        .join(JoinType::LeftJoin, read)
        .filter(Expr::col((contribution::Entity, contribution::Column::Id)).in_subquery(texts))
        .order_by_asc(contribution::Column::StateSince)
}

/// The last position taken on the current revision of a text; a remark is not one.
fn position() -> Select<review::Entity> {
    review::Entity::find()
        .select_only()
        .column(review::Column::Verdict)
        .filter(
            Expr::col((review::Entity, review::Column::ContributionId))
                .equals((contribution::Entity, contribution::Column::Id)),
        )
        .filter(
            Expr::col((review::Entity, review::Column::RevisionId))
                .equals((contribution::Entity, contribution::Column::RevisionId)),
        )
        .filter(review::Column::Verdict.ne(Verdict::Comment))
        .order_by(review::Column::At, Order::Desc)
        .order_by(review::Column::Id, Order::Desc)
        .limit(1)
}

fn reviewers() -> SelectStatement {
    contribution_reviewer::Entity::find()
        .select_only()
        .column_as(contribution_reviewer::Column::UserId.count(), "n")
        .filter(
            Expr::col((contribution_reviewer::Entity, contribution_reviewer::Column::ContributionId))
                .equals((contribution::Entity, contribution::Column::Id)),
        )
        .into_query()
}

/// Of the suggestions that others made and that wait.
fn suggested(me: UserId, what: Expr) -> SelectStatement {
    suggestion::Entity::find()
        .select_only()
        .expr_as(what, "what")
        .filter(
            Expr::col((suggestion::Entity, suggestion::Column::ContributionId))
                .equals((contribution::Entity, contribution::Column::Id)),
        )
        .filter(suggestion::Column::State.eq(SuggestionState::Open))
        .filter(suggestion::Column::AuthorId.ne(me))
        .into_query()
}

fn spoke(me: UserId) -> SelectStatement {
    review::Entity::find()
        .select_only()
        .column_as(review::Column::At.max(), "at")
        .filter(
            Expr::col((review::Entity, review::Column::ContributionId))
                .equals((contribution::Entity, contribution::Column::Id)),
        )
        .filter(review::Column::ReviewerId.eq(me))
        .into_query()
}

impl Text {
    fn asked(self, cx: &Cx) -> Option<Asked> {
        let (kind, since, due) = self.what(cx)?;
        let count = if kind == AskedKind::Examine { self.suggested } else { 1 };
        Some(Asked {
            title: typeset(&self.title),
            group: Some(GroupRef { slug: self.slug, name: typeset(&self.name) }),
            since: Some(since),
            due,
            count: usize::try_from(count).unwrap_or(1),
            ..Asked::one(kind, Subject::Text(self.id))
        })
    }

    /// The one thing asked about it, if any: the step that brings it furthest; since when, and for when.
    fn what(&self, cx: &Cx) -> Option<(AskedKind, DateTime<Utc>, Option<NaiveDate>)> {
        let group = GroupFacts { id: self.group_id, visibility: self.visibility, state: self.group_state };
        let (own, named) = (self.own_id.is_some(), self.named_id.is_some());
        let until = self.consulted_until.filter(|until| is_consulted(self.state, Some(*until), cx.today()));
        let consulted = until.is_some();
        let facts = ContributionFacts { id: self.id, group, state: self.state, own, named, consulted };
        let may = |action| cx.may(Permission::Contribution(action, &facts));
        if !may(ContributionAction::Read) {
            return None;
        }
        let at_work = self.group_state != GroupState::Closed;
        let approved = self.last_position == Some(Verdict::Approve);
        // When reviewers are named, the others are asked nothing: they may still say what they think. So may those who
        // read the text without being of its group.
        let expected = named || (self.reviewers == 0 && cx.actor.role_in(self.group_id).is_some());
        let mine_to_review = self.position.is_none() && expected;
        let asked = |kind| Some((kind, self.state_since, self.due_on));
        let furthest = match self.state {
            State::Draft if at_work && own && self.is_nearly_due(cx) && may(ContributionAction::Write) => {
                asked(AskedKind::Finish)
            }
            State::InReview
                if at_work && approved && !(named && mine_to_review) && may(ContributionAction::Propose) =>
            {
                asked(AskedKind::Propose)
            }
            State::InReview if at_work && mine_to_review && may(ContributionAction::Review) => {
                let since = self.named_at.map_or(self.state_since, |named| Ord::max(named, self.state_since));
                Some((AskedKind::Review, since, self.named_due.or(self.due_on)))
            }
            State::ChangesRequested if at_work && own && may(ContributionAction::Write) => {
                asked(AskedKind::Revise)
            }
            State::ReadyForAdoption if may(ContributionAction::Adopt) => asked(AskedKind::Adopt),
            State::Adopted if may(ContributionAction::Publish) => asked(AskedKind::Publish),
            _ => None,
        };
        let examined = own && at_work && self.state.is_writable() && may(ContributionAction::Write);
        let suggested = self.suggested_at.filter(|_| examined && self.suggested > 0);
        let examine = || suggested.map(|since| (AskedKind::Examine, since, self.due_on));
        furthest.or_else(examine).or_else(|| self.consultation(until, own)).or_else(|| self.changed(cx, own))
    }

    fn is_nearly_due(&self, cx: &Cx) -> bool {
        self.due_on.is_some_and(|due| Due::new(due, cx.today()).is_near())
    }

    /// A text put to the whole council, of which the person asking has said nothing since.
    fn consultation(
        &self,
        until: Option<NaiveDate>,
        own: bool,
    ) -> Option<(AskedKind, DateTime<Utc>, Option<NaiveDate>)> {
        let opened = self.consulted_at?;
        let silent = self.spoke_at.is_none_or(|spoke| spoke < opened);
        (until.is_some() && silent && !own).then_some((AskedKind::Consult, opened, until))
    }

    /// A text of one's groups that changed since one read it.
    fn changed(&self, cx: &Cx, own: bool) -> Option<(AskedKind, DateTime<Utc>, Option<NaiveDate>)> {
        let moved = self.read.is_some_and(|read| read < self.version);
        let worked_on = matches!(self.state, State::InReview | State::ChangesRequested);
        let mine = cx.actor.role_in(self.group_id).is_some();
        (moved && worked_on && mine && !own).then_some((AskedKind::Reread, self.updated_at, None))
    }
}
