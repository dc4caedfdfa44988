//! What a verb needs to know of a comment before it decides.

use domain::{
    Refusal, Version,
    contributions::{Anchor, CommentFacts, CommentMessageFacts, State},
    discussions::{MessageFacts, Standing},
    groups::GroupRole,
    ids::{CommentId, CommentMessageId, ContributionId, UserId},
    policy::{self, ContributionAction, GroupAction, Permission},
    refusal::Transition,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{
    Cx, Found, Result,
    contributions::{
        anchors::{self, Holding, bytes},
        load::{Loaded, load},
    },
    entities::{comment, comment_message, contribution, membership},
};

/// Whether something may be said of a text in this state: not once it is frozen.
pub(super) fn is_discussed(state: State) -> bool {
    !state.is_frozen()
}

/// The text, for somebody who reads what is said of its passages.
pub(super) async fn text_read(cx: &Cx, id: ContributionId) -> Result<Loaded> {
    let text = load(cx, id, ContributionAction::Read).await?;
    text.require_followed(cx)?;
    Ok(text)
}

/// The text, for somebody who may say something of its passages now.
pub(super) async fn text_to_comment(cx: &Cx, id: ContributionId) -> Result<Loaded> {
    let text = load(cx, id, ContributionAction::Comment).await?;
    text.require_followed(cx)?;
    require_discussed(&text)?;
    Ok(text)
}

/// Refuses once the text is frozen, or its group has ended its work.
pub(super) fn require_discussed(text: &Loaded) -> Result<()> {
    if !is_discussed(text.state) {
        return Err(Refusal::Transition(Transition::ContributionState).into());
    }
    Ok(policy::group_is_at_work(&text.facts().group)?)
}

pub(super) fn anchor(row: &comment::Model) -> Anchor {
    Anchor { place: row.place, start: bytes(row.starts), end: bytes(row.ends), words: row.quoted.clone() }
}

/// Whether the person asking looks after the discussions of the group.
pub(super) fn moderates(cx: &Cx, text: &Loaded) -> bool {
    cx.may(Permission::Group(GroupAction::Moderate, &text.facts().group))
}

/// For the rules about a comment.
pub(super) fn facts(cx: &Cx, text: &Loaded, row: &comment::Model) -> CommentFacts {
    CommentFacts {
        own: cx.actor.user_id() == Some(row.author_id),
        signs: text.facts().own,
        moderates: moderates(cx, text),
        state: row.state,
    }
}

/// For the rules about a message of a comment.
pub(super) fn message_facts(
    cx: &Cx,
    row: &comment::Model,
    message: &comment_message::Model,
) -> CommentMessageFacts {
    CommentMessageFacts {
        own: cx.actor.user_id() == Some(message.author_id),
        last: message.position == row.messages,
        state: message.state,
        comment: row.state,
    }
}

/// For the policy: a message of this author in that text.
pub(super) fn judged(cx: &Cx, text: &Loaded, author: UserId, role: Option<GroupRole>) -> MessageFacts {
    MessageFacts {
        group: text.facts().group,
        own: cx.actor.user_id() == Some(author),
        by_facilitator: role == Some(GroupRole::Facilitator),
    }
}

pub(super) fn standing(row: &comment_message::Model) -> Standing {
    Standing {
        version: row.version,
        reason: row.reason.clone(),
        state: row.state,
        ..Standing::posted(row.body.clone())
    }
}

/// A comment on that text.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    text: ContributionId,
    id: CommentId,
) -> Result<comment::Model> {
    comment::Entity::find_by_id(id).filter(comment::Column::ContributionId.eq(text)).one(db).await?.found()
}

/// A message of that comment.
pub(super) async fn find_message(
    db: &impl ConnectionTrait,
    of: CommentId,
    id: CommentMessageId,
) -> Result<comment_message::Model> {
    let found = comment_message::Entity::find_by_id(id).filter(comment_message::Column::CommentId.eq(of));
    found.one(db).await?.found()
}

/// Makes what is said of a text ours, and counts so many comments more or less.
///
/// # Errors
/// `Transition` once the text is frozen, or its group has ended its work.
pub(super) async fn hold(
    tx: &impl ConnectionTrait,
    text: &Loaded,
    more: i32,
    version: Option<Version>,
) -> Result<bool> {
    crate::groups::still_at_work(tx, text.group_id).await?;
    let counted = contribution::Column::Comments;
    anchors::hold(tx, text.id, &Holding { counted, more, version, states: is_discussed }).await
}

/// The comment, ours until the change is committed: two answers sent at once have two numbers.
pub(super) async fn hold_comment(
    tx: &impl ConnectionTrait,
    text: &Loaded,
    id: CommentId,
) -> Result<comment::Model> {
    hold(tx, text, 0, None).await?;
    comment::Entity::find_by_id(id)
        .filter(comment::Column::ContributionId.eq(text.id))
        .lock_exclusive()
        .one(tx)
        .await?
        .found()
}

/// The role in the group of whoever wrote a message.
pub(super) async fn role_of(cx: &Cx, text: &Loaded, who: UserId) -> Result<Option<GroupRole>> {
    let role = membership::Entity::find()
        .select_only()
        .column(membership::Column::Role)
        .filter(membership::Column::GroupId.eq(text.group_id))
        .filter(membership::Column::UserId.eq(who))
        .into_tuple()
        .one(cx.reader())
        .await?;
    Ok(role)
}
