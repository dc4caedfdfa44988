//! Answering a suggestion; wording one's own again, taking it back.

use domain::{
    Refusal, Version,
    contributions::{Answer, AnswerForm, Place, SuggestionForm, SuggestionState},
    ids::{ContributionId, SuggestionId},
    policy::ContributionAction,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::{
    accept::accept,
    carry::{event, settled},
    load::{facts, find_read, hold},
    suggest::{Target, worded},
};
use crate::{
    Cx, Result,
    contributions::{
        anchors::kept,
        load::{Loaded, load},
    },
    entities::suggestion,
    events::EventKind,
};

/// How many times this is tried again when others save at the same moment.
const TRIES: usize = 4;

/// Accepts a suggestion, or refuses it, for those who write the text. Gives which, and how many others fell.
///
/// # Errors
/// `Invalid`; as [`accept`] and [`refuse`].
pub async fn answer(
    cx: &Cx,
    id: ContributionId,
    suggestion: SuggestionId,
    read: Version,
    form: &AnswerForm,
) -> Result<(Answer, u64)> {
    load(cx, id, ContributionAction::Write).await?;
    let (answer, reason) = form.check()?;
    let fallen = match answer {
        Answer::Accept => accept(cx, id, suggestion, read, &reason).await?.fallen,
        Answer::Refuse => {
            refuse(cx, id, suggestion, read, &reason).await?;
            0
        }
    };
    Ok((answer, fallen))
}

/// Refuses a suggestion, for those who write the text; its author is told why.
///
/// # Errors
/// `Transition` if the text is no longer written, or if it was settled; `Conflict` if it was worded again; `NotFound`,
/// `Forbidden`.
pub async fn refuse(
    cx: &Cx,
    id: ContributionId,
    suggestion: SuggestionId,
    read: Version,
    reason: &str,
) -> Result<()> {
    let text = load(cx, id, ContributionAction::Write).await?;
    settle(cx, &text, suggestion, read, (SuggestionState::Refused, reason)).await
}

/// Takes back one's own suggestion.
///
/// # Errors
/// As [`refuse`]; `Forbidden` for that of somebody else.
pub async fn withdraw(cx: &Cx, id: ContributionId, suggestion: SuggestionId, read: Version) -> Result<()> {
    let text = load(cx, id, ContributionAction::Suggest).await?;
    settle(cx, &text, suggestion, read, (SuggestionState::Withdrawn, "")).await
}

async fn settle(
    cx: &Cx,
    text: &Loaded,
    suggestion: SuggestionId,
    read: Version,
    (state, answer): (SuggestionState, &str),
) -> Result<()> {
    text.require_writable()?;
    let by = cx.person()?.id;
    let tx = cx.begin().await?;
    crate::groups::still_at_work(&tx, text.group_id).await?;
    hold(&tx, text.id, -1, None).await?;
    let row = find_read(&tx, text.id, suggestion, read).await?;
    match state {
        SuggestionState::Withdrawn => facts(cx, &row).may_be_changed()?,
        _ => facts(cx, &row).must_be_open()?,
    }
    let (line, told) = settled(cx, &tx, &row, by, (state, answer, None))?;
    tx.execute_raw(line).await?;
    told.group(text.group_id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Words one's own suggestion again.
///
/// # Errors
/// As [`withdraw`]; `Invalid`, and `Unchanged` on `words` if the text says it already; `Conflict` if the passage was
/// changed while it was typed.
pub async fn reword(
    cx: &Cx,
    id: ContributionId,
    suggestion: SuggestionId,
    read: Version,
    target: &Target,
    form: &SuggestionForm,
) -> Result<()> {
    for _ in 0..TRIES {
        let text = load(cx, id, ContributionAction::Suggest).await?;
        text.require_writable()?;
        let row = find_read(cx.reader(), id, suggestion, read).await?;
        facts(cx, &row).may_be_changed()?;
        let (words, reason) = form.check()?;
        let wording = worded(cx, &text, target, &words).await?;
        let tx = cx.begin().await?;
        crate::groups::still_at_work(&tx, text.group_id).await?;
        if !hold(&tx, id, 0, Some(text.version)).await? {
            tx.rollback().await?;
            continue;
        }
        let row = find_read(&tx, id, suggestion, read).await?;
        facts(cx, &row).may_be_changed()?;
        let changed = suggestion::ActiveModel {
            id: Set(row.id),
            at: Set(cx.now),
            made_on: Set(text.version),
            place: Set(Place::Here),
            starts: Set(kept(wording.anchor.start)),
            ends: Set(kept(wording.anchor.end)),
            quoted: Set(wording.anchor.words),
            proposed: Set(wording.proposed),
            reason: Set(reason),
            version: Set(row.version.next()),
            ..Default::default()
        };
        suggestion::Entity::update(changed).exec(&tx).await?;
        event(EventKind::SuggestionReworded, id, row.id)?.group(text.group_id).record(cx, &tx).await?;
        return cx.commit(tx).await;
    }
    Err(Refusal::Conflict.into())
}
