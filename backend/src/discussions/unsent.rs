//! What is typed and not sent: one text a person and a place, put aside when it is looked at before being sent.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    discussions::{MESSAGE_MAX, MessageState},
    ids::{GroupId, MessageId, ThreadId, UserId},
    policy::MessageAction,
    refusal::Transition,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::load;
use crate::{Cx, Result, entities::unsent_message};

/// Characters of a subject that are kept, far more than one may have.
const SHORT: usize = 2_000;

/// Where somebody is writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A new discussion, in the group of this address.
    New(String),
    /// An answer.
    Answer(ThreadId),
    /// A correction.
    Message(MessageId),
}

/// A place, found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub group: GroupId,
    pub thread: Option<ThreadId>,
    pub message: Option<MessageId>,
}

/// What somebody typed and did not send, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsent {
    /// The subject, for a discussion that begins.
    pub subject: String,
    /// The message.
    pub body: String,
    /// The number of the text chosen for a discussion that begins, the plea of a hidden message; may be empty.
    pub about: String,
    /// When it was put aside.
    pub at: DateTime<Utc>,
}

async fn spot(cx: &Cx, place: &Place) -> Result<Spot> {
    match place {
        Place::New(slug) => {
            let group = load::group_to_discuss_in(cx, slug).await?.id;
            Ok(Spot { group, thread: None, message: None })
        }
        Place::Answer(id) => {
            let thread = load::thread_to_write(cx, *id).await?;
            Ok(Spot { group: thread.group_id, thread: Some(*id), message: None })
        }
        Place::Message(id) => {
            let found = load::message(cx, *id, MessageAction::Edit).await?;
            if found.row.state == MessageState::Withdrawn {
                return Err(Refusal::Transition(Transition::MessageState).into());
            }
            let thread = Some(found.thread.id);
            Ok(Spot { group: found.thread.group_id, thread, message: Some(*id) })
        }
    }
}

/// Puts aside what is being typed, as it is, without any check but its size; of nothing, nothing is kept.
///
/// # Errors
/// `TooLarge`; `NotFound`, `Forbidden` or `Transition` for those who may not write there now.
pub async fn keep_unsent(cx: &Cx, place: &Place, subject: &str, body: &str, about: &str) -> Result<()> {
    let spot = spot(cx, place).await?;
    let user = cx.person()?.id;
    // A character takes up to four bytes.
    if body.chars().count() > MESSAGE_MAX as usize {
        return Err(Refusal::TooLarge { limit: u64::from(MESSAGE_MAX) * 4 }.into());
    }
    // PostgreSQL keeps no NUL.
    let short = |typed: &str| typed.replace('\0', "").chars().take(SHORT).collect::<String>();
    let row = unsent_message::ActiveModel {
        user_id: Set(user),
        group_id: Set(spot.group),
        thread_id: Set(spot.thread),
        message_id: Set(spot.message),
        subject: Set(short(subject)),
        body: Set(body.replace('\0', "")),
        about: Set(short(about)),
        at: Set(cx.now),
        ..Default::default()
    };
    let tx = cx.begin().await?;
    forget(&tx, user, spot).await?;
    if !(subject.trim().is_empty() && body.trim().is_empty()) {
        unsent_message::Entity::insert(row).exec_without_returning(&tx).await?;
    }
    cx.commit(tx).await
}

/// Forgets what was put aside.
///
/// # Errors
/// `NotFound`, `Forbidden` or `Transition` for those who may not write there now.
pub async fn discard_unsent(cx: &Cx, place: &Place) -> Result<()> {
    let spot = spot(cx, place).await?;
    let user = cx.person()?.id;
    forget(cx.backend.db().writer(), user, spot).await
}

/// What the person asking put aside there.
pub(super) async fn kept(cx: &Cx, spot: Spot) -> Result<Option<Unsent>> {
    let Some(me) = cx.actor.user_id() else { return Ok(None) };
    let row = unsent_message::Entity::find()
        .filter(unsent_message::Column::UserId.eq(me))
        .filter(at(spot))
        .order_by_desc(unsent_message::Column::Id)
        .one(cx.reader())
        .await?;
    Ok(row.map(|row| Unsent { subject: row.subject, body: row.body, about: row.about, at: row.at }))
}

/// Forgets what somebody put aside there.
pub(super) async fn forget(tx: &impl ConnectionTrait, user: UserId, spot: Spot) -> Result<()> {
    unsent_message::Entity::delete_many()
        .filter(unsent_message::Column::UserId.eq(user))
        .filter(at(spot))
        .exec(tx)
        .await?;
    Ok(())
}

fn at(spot: Spot) -> sea_orm::Condition {
    use unsent_message::Column as C;
    sea_orm::Condition::all()
        .add(C::GroupId.eq(spot.group))
        .add(spot.thread.map_or_else(|| C::ThreadId.is_null(), |id| C::ThreadId.eq(id)))
        .add(spot.message.map_or_else(|| C::MessageId.is_null(), |id| C::MessageId.eq(id)))
}
