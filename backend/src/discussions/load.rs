//! What a verb needs to know of a discussion or of a message before it decides.

use chrono::{DateTime, Utc};
use domain::{
    discussions::{self, MessageFacts, MessageState, Opening, Rank, Standing},
    groups::{GroupFacts, GroupRole, GroupState, Visibility},
    ids::{ContributionId, GroupId, MessageId, ThreadId, UserId},
    policy::{self, GroupAction, MessageAction, Permission},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    RelationDef,
    sea_query::{Expr, ExprTrait, IntoCondition},
};

use crate::{
    Cx, Found, Result,
    contributions::{GroupRef, typeset},
    entities::{group, join, membership, message, thread, user},
};

/// A discussion, its group, and what became of its first message.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Thread {
    pub id: ThreadId,
    pub subject: String,
    pub contribution_id: Option<ContributionId>,
    pub author_id: UserId,
    pub author: String,
    pub created_at: DateTime<Utc>,
    pub messages: i32,
    pub closed_at: Option<DateTime<Utc>>,
    pub closer: Option<String>,
    pub closing_word: String,
    pub first_state: MessageState,
    pub group_id: GroupId,
    pub visibility: Visibility,
    pub group_state: GroupState,
    pub slug: String,
    pub name: String,
}

impl Thread {
    pub fn group(&self) -> GroupFacts {
        GroupFacts { id: self.group_id, visibility: self.visibility, state: self.group_state }
    }

    pub fn group_ref(&self) -> GroupRef {
        GroupRef { slug: self.slug.clone(), name: typeset(&self.name) }
    }

    pub fn opening(&self) -> Opening {
        if self.closed_at.is_some() { Opening::Closed } else { Opening::Open }
    }

    /// Its subject, unless it was hidden with the first message.
    pub fn subject_for(&self, cx: &Cx) -> Option<String> {
        Reader::of(cx, &self.group()).reads(self.first_state, self.author_id).then(|| typeset(&self.subject))
    }
}

/// Who reads the messages of a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    me: Option<UserId>,
    /// Whether they look after its discussions.
    pub moderates: bool,
}

impl Reader {
    /// The person asking.
    pub fn of(cx: &Cx, group: &GroupFacts) -> Reader {
        let moderates = cx.may(Permission::Group(GroupAction::Moderate, group));
        Reader { me: cx.actor.user_id(), moderates }
    }

    /// Whether they read what a message in this state says, or the subject that came with it. The place of a message
    /// that was taken back stays, its words are gone; its subject stays too, since others answered it.
    pub fn reads(self, state: MessageState, author: UserId) -> bool {
        match state {
            MessageState::Shown | MessageState::Withdrawn => true,
            MessageState::Hidden | MessageState::Asked => self.moderates || self.me == Some(author),
        }
    }
}

/// Whether the person asking reads what a message of this group says, or the subject that came with it.
pub(crate) fn reads(cx: &Cx, group: &GroupFacts, state: MessageState, author: UserId) -> bool {
    Reader::of(cx, group).reads(state, author)
}

/// The discussion, for somebody who reads the work of its group.
pub(super) async fn thread(cx: &Cx, id: ThreadId) -> Result<Thread> {
    let author = join::<thread::Entity, user::Entity>(thread::Column::AuthorId, user::Column::Id);
    let closer = join::<thread::Entity, user::Entity>(thread::Column::ClosedBy, user::Column::Id);
    let found: Thread = thread::Entity::find_by_id(id)
        .select_only()
        .columns([
            thread::Column::Id,
            thread::Column::Subject,
            thread::Column::ContributionId,
            thread::Column::AuthorId,
            thread::Column::CreatedAt,
            thread::Column::Messages,
            thread::Column::ClosedAt,
            thread::Column::ClosingWord,
            thread::Column::GroupId,
        ])
        .columns([group::Column::Visibility, group::Column::Slug, group::Column::Name])
        .column_as(group::Column::State, "group_state")
        .column_as(message::Column::State, "first_state")
        .expr_as(Expr::col(("author", user::Column::Name)), "author")
        .expr_as(Expr::col(("closer", user::Column::Name)), "closer")
        .join(
            JoinType::InnerJoin,
            join::<thread::Entity, group::Entity>(thread::Column::GroupId, group::Column::Id),
        )
        .join(JoinType::InnerJoin, to_first())
        .join_as(JoinType::InnerJoin, author, "author")
        .join_as(JoinType::LeftJoin, closer, "closer")
        .into_model()
        .one(cx.reader())
        .await?
        .found()?;
    let reads = Permission::Group(GroupAction::ReadWork, &found.group());
    if cx.may(reads) { Ok(found) } else { Err(domain::Refusal::NotFound.into()) }
}

/// The same, at the address of its group.
pub(super) async fn thread_of(cx: &Cx, slug: &str, id: ThreadId) -> Result<Thread> {
    let found = thread(cx, id).await?;
    if found.slug == slug { Ok(found) } else { Err(domain::Refusal::NotFound.into()) }
}

/// The discussion, for somebody who may write in it now.
pub(super) async fn thread_to_write(cx: &Cx, id: ThreadId) -> Result<Thread> {
    let found = thread(cx, id).await?;
    cx.require(Permission::Group(GroupAction::Discuss, &found.group()))?;
    discussions::may_be_written(&found.group(), found.opening())?;
    Ok(found)
}

/// The group in which somebody may begin a discussion now.
pub(super) async fn group_to_discuss_in(cx: &Cx, slug: &str) -> Result<group::Model> {
    let found = crate::groups::find(cx, slug, GroupAction::Discuss).await?;
    policy::group_is_at_work(&found.facts())?;
    Ok(found)
}

/// From a discussion to the message that opened it.
pub(super) fn to_first() -> RelationDef {
    thread::Entity::belongs_to(message::Entity)
        .from(thread::Column::Id)
        .to(message::Column::ThreadId)
        .on_condition(|_, messages| Expr::col((messages, message::Column::Position)).eq(1).into_condition())
        .into()
}

/// A message, the role of its author, its discussion.
#[derive(Clone, Debug)]
pub(super) struct Message {
    pub row: message::Model,
    pub role: Option<GroupRole>,
    pub thread: Thread,
}

impl Message {
    pub fn facts(&self, cx: &Cx) -> MessageFacts {
        facts(cx, self.thread.group(), self.row.author_id, self.role)
    }

    pub fn rank(&self) -> Rank {
        if self.row.position == 1 { Rank::First } else { Rank::Answer }
    }

    pub fn standing(&self) -> Standing {
        Standing {
            state: self.row.state,
            version: self.row.version,
            body: self.row.body.clone(),
            reason: self.row.reason.clone(),
            plea: self.row.plea.clone(),
            answer: self.row.answer.clone(),
        }
    }
}

/// What the policy needs to know of a message of this author.
pub(super) fn facts(cx: &Cx, group: GroupFacts, author: UserId, role: Option<GroupRole>) -> MessageFacts {
    MessageFacts {
        group,
        own: cx.actor.user_id() == Some(author),
        by_facilitator: role == Some(GroupRole::Facilitator),
    }
}

/// The message, for somebody who may do this to it.
pub(super) async fn message(cx: &Cx, id: MessageId, action: MessageAction) -> Result<Message> {
    let row = message::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let thread = thread(cx, row.thread_id).await?;
    let role: Option<GroupRole> = membership::Entity::find()
        .select_only()
        .column(membership::Column::Role)
        .filter(membership::Column::GroupId.eq(thread.group_id))
        .filter(membership::Column::UserId.eq(row.author_id))
        .into_tuple()
        .one(cx.reader())
        .await?;
    let found = Message { row, role, thread };
    cx.require(Permission::Message(action, &found.facts(cx)))?;
    Ok(found)
}

/// From a message to the role that its author has in the group; the query also joins `threads`.
pub(super) fn to_role() -> RelationDef {
    message::Entity::belongs_to(membership::Entity)
        .from(message::Column::AuthorId)
        .to(membership::Column::UserId)
        .on_condition(|_, _| {
            Expr::col((membership::Entity, membership::Column::GroupId))
                .equals((thread::Entity, thread::Column::GroupId))
                .into_condition()
        })
        .into()
}

/// Holds the discussion until the change is committed: two answers sent at once have two numbers.
pub(super) async fn hold(tx: &impl ConnectionTrait, id: ThreadId) -> Result<thread::Model> {
    thread::Entity::find_by_id(id).lock_exclusive().one(tx).await?.found()
}
