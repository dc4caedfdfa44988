//! What a verb needs to know of a text before it decides.

use chrono::NaiveDate;
use domain::{
    Refusal, Version,
    contributions::{ContributionFacts, ContributionKind, State, Step, is_consulted},
    groups::{GroupFacts, GroupState, Visibility},
    ids::{ContributionId, GroupId, RevisionId, UserId},
    policy::{self, ContributionAction, GroupAction, Permission},
    refusal::Transition,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    RelationDef,
    sea_query::{Expr, IntoCondition},
};

use super::{
    anchors::Attached,
    list::{GroupRef, group_ref, typeset},
};
use crate::{
    Cx, Error, Found, Result,
    entities::{
        contribution, contribution_author, contribution_reviewer, group, join, live_text, reading, revision,
    },
    live,
};

/// A text, its group, and whether the person asking is one of its authors.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Loaded {
    pub id: ContributionId,
    pub kind: ContributionKind,
    pub state: State,
    pub title: String,
    pub version: Version,
    pub revision_id: Option<RevisionId>,
    pub group_id: GroupId,
    pub visibility: Visibility,
    pub group_state: GroupState,
    pub slug: String,
    pub name: String,
    pub own_id: Option<UserId>,
    pub named_id: Option<UserId>,
    pub due_on: Option<NaiveDate>,
    pub consulted_until: Option<NaiveDate>,
    /// How many suggestions wait on it.
    pub suggestions: i32,
    /// How many comments it has.
    pub comments: i32,
    /// Of its shared text, if it has one: the last update, and the last one that a version holds.
    pub live_seq: Option<i64>,
    pub live_named_seq: Option<i64>,
    /// The day on which it was loaded.
    #[sea_orm(skip)]
    pub today: NaiveDate,
}

impl Loaded {
    pub fn facts(&self) -> ContributionFacts {
        ContributionFacts {
            id: self.id,
            group: GroupFacts { id: self.group_id, visibility: self.visibility, state: self.group_state },
            state: self.state,
            own: self.own_id.is_some(),
            named: self.named_id.is_some(),
            consulted: is_consulted(self.state, self.consulted_until, self.today),
        }
    }

    /// What is attached to it.
    pub(super) fn attached(&self) -> Attached {
        Attached { suggestions: self.suggestions, comments: self.comments }
    }

    /// Refuses those who read a text without following the work behind it, nor being asked what they think of it.
    pub fn require_followed(&self, cx: &Cx) -> Result<()> {
        let facts = self.facts();
        if facts.consulted || cx.may(Permission::Group(GroupAction::ReadWork, &facts.group)) {
            Ok(())
        } else {
            Err(Refusal::NotFound.into())
        }
    }

    /// Whether several people write it together.
    pub fn is_shared(&self) -> bool {
        self.live_seq.is_some()
    }

    /// Whether something was typed together that no version holds.
    pub fn is_ahead(&self) -> bool {
        self.live_seq > self.live_named_seq
    }

    /// Refuses unless the text may still be written, in a group at work.
    pub fn require_writable(&self) -> Result<()> {
        if !self.state.is_writable() {
            return Err(Refusal::Transition(Transition::ContributionState).into());
        }
        Ok(policy::group_is_at_work(&self.facts().group)?)
    }

    /// The revision that people read now.
    pub fn revision(&self) -> Result<RevisionId> {
        self.revision_id.ok_or_else(|| Error::unexpected(format!("contribution {} has no revision", self.id)))
    }
}

/// What stands at the head of every page about a text.
#[derive(Clone, Debug)]
pub struct Head {
    /// For the policy.
    pub facts: ContributionFacts,
    /// Its kind.
    pub kind: ContributionKind,
    /// Its title, typeset.
    pub title: String,
    /// Its group, if one may know of it.
    pub group: Option<GroupRef>,
    /// Its current version.
    pub version: Version,
}

impl Head {
    pub(super) fn new(cx: &Cx, text: &Loaded) -> Head {
        let facts = text.facts();
        Head {
            facts,
            kind: text.kind,
            title: typeset(&text.title),
            group: group_ref(cx, &facts.group, text.slug.clone(), text.name.clone()),
            version: text.version,
        }
    }
}

/// The head of a page about a text, for somebody who may do this to it.
///
/// # Errors
/// `NotFound` or `Forbidden`, as the policy says.
pub async fn head(cx: &Cx, id: ContributionId, action: ContributionAction) -> Result<Head> {
    Ok(Head::new(cx, &load(cx, id, action).await?))
}

/// The text, for somebody who may do this to it.
pub(super) async fn load(cx: &Cx, id: ContributionId, action: ContributionAction) -> Result<Loaded> {
    let mut loaded: Loaded = contribution::Entity::find_by_id(id)
        .select_only()
        .columns([
            contribution::Column::Id,
            contribution::Column::Kind,
            contribution::Column::State,
            contribution::Column::Title,
            contribution::Column::Version,
            contribution::Column::RevisionId,
            contribution::Column::GroupId,
            contribution::Column::DueOn,
            contribution::Column::ConsultedUntil,
            contribution::Column::Suggestions,
            contribution::Column::Comments,
        ])
        .columns([group::Column::Visibility, group::Column::Slug, group::Column::Name])
        .column_as(group::Column::State, "group_state")
        .column_as(contribution_author::Column::UserId, "own_id")
        .column_as(contribution_reviewer::Column::UserId, "named_id")
        .column_as(live_text::Column::Seq, "live_seq")
        .column_as(live_text::Column::NamedSeq, "live_named_seq")
        .join(JoinType::InnerJoin, to_group())
        .join(
            JoinType::LeftJoin,
            join::<contribution::Entity, live_text::Entity>(
                contribution::Column::Id,
                live_text::Column::ContributionId,
            ),
        )
        .join(JoinType::LeftJoin, to_own(cx))
        .join(JoinType::LeftJoin, to_named(cx))
        .into_model()
        .one(cx.reader())
        .await?
        .found()?;
    loaded.today = cx.today();
    cx.require(Permission::Contribution(action, &loaded.facts()))?;
    Ok(loaded)
}

pub(super) fn to_group() -> RelationDef {
    join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id)
}

fn whoever_asks(cx: &Cx) -> UserId {
    // Nobody has the number 0.
    cx.actor.user_id().unwrap_or(UserId(0))
}

/// The line of the person asking among the named reviewers, if they are one.
pub(super) fn to_named(cx: &Cx) -> RelationDef {
    let user = whoever_asks(cx);
    contribution::Entity::belongs_to(contribution_reviewer::Entity)
        .from(contribution::Column::Id)
        .to(contribution_reviewer::Column::ContributionId)
        .on_condition(move |_, _| contribution_reviewer::Column::UserId.eq(user).into_condition())
        .into()
}

/// What the person asking last opened of the text, if they ever did.
pub(super) fn to_reading(cx: &Cx) -> RelationDef {
    let user = whoever_asks(cx);
    contribution::Entity::belongs_to(reading::Entity)
        .from(contribution::Column::Id)
        .to(reading::Column::ContributionId)
        .on_condition(move |_, _| reading::Column::UserId.eq(user).into_condition())
        .into()
}

/// The author's line of the person asking, if they are one.
pub(super) fn to_own(cx: &Cx) -> RelationDef {
    let user = whoever_asks(cx);
    contribution::Entity::belongs_to(contribution_author::Entity)
        .from(contribution::Column::Id)
        .to(contribution_author::Column::ContributionId)
        .on_condition(move |_, _| contribution_author::Column::UserId.eq(user).into_condition())
        .into()
}

/// What was written in one revision.
pub(super) async fn source(
    db: &impl ConnectionTrait,
    id: ContributionId,
    version: Version,
) -> Result<revision::Model> {
    revision::Entity::find()
        .filter(revision::Column::ContributionId.eq(id))
        .filter(revision::Column::Position.eq(version.0))
        .one(db)
        .await?
        .found()
}

/// Takes a step, unless the text is no longer where it was when this was decided.
pub(super) async fn step(cx: &Cx, tx: &impl ConnectionTrait, text: &Loaded, step: Step) -> Result<State> {
    let next = text.state.after(step)?;
    let moved = contribution::Entity::update_many()
        .col_expr(contribution::Column::State, Expr::value(next))
        .col_expr(contribution::Column::StateSince, Expr::value(cx.now))
        .col_expr(contribution::Column::UpdatedAt, Expr::value(cx.now))
        .filter(contribution::Column::Id.eq(text.id))
        .filter(contribution::Column::State.eq(text.state))
        .filter(contribution::Column::Version.eq(text.version))
        .exec(tx)
        .await?;
    if moved.rows_affected == 0 {
        return Err(Refusal::Transition(Transition::ContributionState).into());
    }
    // Something typed at this very moment: what is proposed would not be what was approved.
    if !next.is_writable() && text.state.is_writable() && !live::end(tx, text.id).await? {
        return Err(Refusal::Transition(Transition::NotApproved).into());
    }
    Ok(next)
}

/// Keeps a text from what else may happen to it, until the change is committed.
pub(crate) async fn hold(tx: &impl ConnectionTrait, id: ContributionId) -> Result<()> {
    contribution::Entity::find_by_id(id)
        .select_only()
        .column(contribution::Column::Id)
        .lock_exclusive()
        .into_tuple::<i64>()
        .one(tx)
        .await?;
    Ok(())
}
