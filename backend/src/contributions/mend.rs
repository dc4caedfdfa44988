//! Mending the record of an adoption that was typed in wrongly: who adopted, when, with which votes.
//!
//! The text, its number and its fingerprint stay. What a poll counted is its result, and is mended by nobody.

use domain::{
    Refusal,
    contributions::{Adoption, MendingForm, PublicationNumber},
    ids::ContributionId,
    policy::ContributionAction,
    refusal::Transition,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    list::number,
    load::{Head, Loaded, load},
};
use crate::{
    Cx, Found, Result,
    entities::adoption,
    events::{Event, EventKind},
    printing,
};

/// The record of an adoption, for whoever may mend it.
#[derive(Clone, Debug)]
pub struct RecordView {
    /// The head of the page.
    pub head: Head,
    /// The number of the text.
    pub number: PublicationNumber,
    /// The record as it stands.
    pub record: Adoption,
}

/// The record of an adoption, to be mended.
///
/// # Errors
/// `NotFound`; `Forbidden` but for the chair; `ContributionState` before the text is adopted; `CountedByPoll`.
pub async fn record(cx: &Cx, id: ContributionId) -> Result<RecordView> {
    let text = load(cx, id, ContributionAction::Correct).await?;
    let row = typed_in(cx.reader(), &text).await?;
    let number = number(Some((row.year, row.sequence))).found()?;
    Ok(RecordView { head: Head::new(cx, &text), number, record: as_typed(&row) })
}

/// Mends it. Readers are told when and why; the journal keeps what it said before. Gives the number of the text.
///
/// # Errors
/// Those of [`record`]; `Invalid`; `Conflict` if somebody else mended it meanwhile.
pub async fn mend(cx: &Cx, id: ContributionId, form: &MendingForm) -> Result<PublicationNumber> {
    let text = load(cx, id, ContributionAction::Correct).await?;
    let tx = cx.begin().await?;
    let row = typed_in(&tx, &text).await?;
    let former = as_typed(&row);
    let (record, reason) = form.check(cx.today(), &former)?;
    if !write(cx, &tx, &row, &record, &reason).await? {
        return Err(Refusal::Conflict.into());
    }
    let number = number(Some((row.year, row.sequence))).found()?;
    Event::new(EventKind::ContributionRecordMended)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "number": number, "before": former, "after": record }))?
        .record(cx, &tx)
        .await?;
    printing::want(cx, &tx, id).await?;
    cx.commit(tx).await?;
    Ok(number)
}

/// The record, if there is one and somebody typed it in.
async fn typed_in(db: &impl ConnectionTrait, text: &Loaded) -> Result<adoption::Model> {
    match adoption::Entity::find_by_id(text.id).one(db).await? {
        None => Err(Refusal::Transition(Transition::ContributionState).into()),
        Some(row) if row.by_poll => Err(Refusal::Transition(Transition::CountedByPoll).into()),
        Some(row) => Ok(row),
    }
}

fn as_typed(row: &adoption::Model) -> Adoption {
    let votes = |count: i32| u32::try_from(count).unwrap_or_default();
    Adoption {
        body: row.body.clone(),
        adopted_on: row.adopted_on,
        votes_for: votes(row.votes_for),
        votes_against: votes(row.votes_against),
        votes_abstaining: votes(row.votes_abstaining),
    }
}

/// Writes it, if the record still says what was read.
async fn write(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    row: &adoption::Model,
    record: &Adoption,
    reason: &str,
) -> Result<bool> {
    use adoption::Column as C;
    let votes = |count: u32| Expr::value(i32::try_from(count).unwrap_or(i32::MAX));
    let mut mended = adoption::Entity::update_many()
        .col_expr(C::Body, Expr::value(record.body.clone()))
        .col_expr(C::AdoptedOn, Expr::value(record.adopted_on))
        .col_expr(C::VotesFor, votes(record.votes_for))
        .col_expr(C::VotesAgainst, votes(record.votes_against))
        .col_expr(C::VotesAbstaining, votes(record.votes_abstaining))
        .col_expr(C::MendedAt, Expr::value(Some(cx.now)))
        .col_expr(C::Mending, Expr::value(reason));
    if row.published_at.is_some() {
        mended = mended.col_expr(C::UpdatedAt, Expr::value(Some(cx.now)));
    }
    let mended = mended
        .filter(C::ContributionId.eq(row.contribution_id))
        .filter(match row.mended_at {
            Some(at) => C::MendedAt.eq(at),
            None => C::MendedAt.is_null(),
        })
        .exec(tx)
        .await?;
    Ok(mended.rows_affected == 1)
}
