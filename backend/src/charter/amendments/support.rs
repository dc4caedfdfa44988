//! Supporting an amendment, ceasing to, taking one's own back.

use domain::{
    Refusal,
    charter::AmendmentState,
    ids::{AmendmentId, UserId},
    policy::{CharterAction, Permission},
    refusal::Transition,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::OnConflict,
};

use super::{
    load::{below, hold},
    settle::fall,
};
use crate::{
    Cx, Result,
    entities::{framing_amendment, framing_amendment_support},
    events::EventKind,
};

/// Supports an amendment of somebody else, as it is worded.
///
/// # Errors
/// `Forbidden` but for members of the council, and for one's own; `NotFound`; `AmendmentsClosed`, `AmendmentOver`,
/// `AlreadySupported`.
pub async fn support(cx: &Cx, slug: &str, number: i32, amendment: i32) -> Result<()> {
    use framing_amendment_support::Column as S;
    cx.require(Permission::Charter(CharterAction::Amend))?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let held = hold(&tx, slug, number).await?;
    let row = held.find(&tx, amendment).await?;
    held.facts(cx, &row).may_be_supported()?;
    let line = framing_amendment_support::ActiveModel {
        amendment_id: Set(row.id),
        user_id: Set(me),
        at: Set(cx.now),
    };
    let once = OnConflict::columns([S::AmendmentId, S::UserId]).do_nothing().to_owned();
    let written =
        framing_amendment_support::Entity::insert(line).on_conflict(once).exec_without_returning(&tx).await?;
    if written == 0 {
        return Err(Refusal::Transition(Transition::AlreadySupported).into());
    }
    held.told(cx, &tx, EventKind::FramingAmendmentSupported, (amendment, None)).await?;
    cx.commit(tx).await
}

/// Ceases to support an amendment.
///
/// # Errors
/// As [`support`]; `NotFound` if one does not support it.
pub async fn unsupport(cx: &Cx, slug: &str, number: i32, amendment: i32) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Amend))?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let held = hold(&tx, slug, number).await?;
    let row = held.find(&tx, amendment).await?;
    held.facts(cx, &row).may_be_supported()?;
    let gone = framing_amendment_support::Entity::delete_by_id((row.id, me)).exec(&tx).await?;
    if gone.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    held.told(cx, &tx, EventKind::FramingAmendmentUnsupported, (amendment, None)).await?;
    cx.commit(tx).await
}

/// Takes one's own amendment back, until it is examined; the sub-amendments to it fall.
///
/// # Errors
/// `Forbidden` but for its author; `NotFound`; `AmendmentsClosed`, `AmendmentOver`.
pub async fn withdraw(cx: &Cx, slug: &str, number: i32, amendment: i32) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Amend))?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let held = hold(&tx, slug, number).await?;
    let row = held.find(&tx, amendment).await?;
    held.facts(cx, &row).may_be_withdrawn()?;
    let (id, version) = (row.id, row.version.next());
    let mut row: framing_amendment::ActiveModel = row.into();
    row.state = Set(AmendmentState::Withdrawn);
    row.settled_at = Set(Some(cx.now));
    row.settled_by = Set(Some(me));
    row.version = Set(version);
    row.update(&tx).await?;
    held.told(cx, &tx, EventKind::FramingAmendmentWithdrawn, (amendment, None)).await?;
    for sub in below(&tx, id).await? {
        fall(cx, &tx, &held, sub, id).await?;
    }
    cx.commit(tx).await
}

/// Nobody supports an amendment any more: it is worded otherwise. Gives who did.
pub(super) async fn lapse(tx: &impl ConnectionTrait, amendment: AmendmentId) -> Result<Vec<UserId>> {
    use framing_amendment_support::Column as S;
    let who = framing_amendment_support::Entity::find()
        .select_only()
        .column(S::UserId)
        .filter(S::AmendmentId.eq(amendment))
        .order_by_asc(S::UserId)
        .into_tuple()
        .all(tx)
        .await?;
    framing_amendment_support::Entity::delete_many().filter(S::AmendmentId.eq(amendment)).exec(tx).await?;
    Ok(who)
}
