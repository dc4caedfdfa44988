//! Proposing another wording: for a passage, or for a whole text at once.

use std::ops::Range;

use domain::{
    FieldProblem, Refusal, Version,
    behalf::Entered,
    contributions::{Place, SUGGESTIONS_MAX, SuggestionForm, SuggestionState},
    ids::{ContributionId, SuggestionId},
    policy::ContributionAction,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::{
    carry::event,
    load::{facts, find, hold},
    wording::{Carried, Wording},
};
use crate::{
    Cx, Result, behalf,
    contributions::{
        anchors::kept,
        load::{Loaded, load, source},
        merge::changes,
        render::apart,
    },
    entities::suggestion,
    events::EventKind,
};

/// How many times this is tried again when others save at the same moment.
const TRIES: usize = 4;
/// Suggestions that one amendment may make.
const AT_ONCE: u32 = 50;

/// The paragraph that is typed again, in bytes of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The version that was read.
    pub base: Version,
    /// The paragraph.
    pub range: Range<usize>,
}

/// Proposes another wording for a passage of a text that is written; `answers` is the suggestion to which it is a
/// counter-proposal.
///
/// # Errors
/// `Invalid`, and `Unchanged` on `words` if the text says it already; `Conflict` if the passage was changed while it
/// was typed; `Transition` if the text is no longer written, or if what is answered was settled; `NotFound`,
/// `Forbidden`.
pub async fn suggest(
    cx: &Cx,
    id: ContributionId,
    target: &Target,
    form: &SuggestionForm,
    answers: Option<SuggestionId>,
) -> Result<SuggestionId> {
    let text = load(cx, id, ContributionAction::Suggest).await?;
    text.require_writable()?;
    let (words, reason) = form.check()?;
    for _ in 0..TRIES {
        let text = load(cx, id, ContributionAction::Suggest).await?;
        let wording = worded(cx, &text, target, &words).await?;
        if let Some(made) = make(cx, &text, vec![wording], &reason, answers).await? {
            return made.into_iter().next().ok_or_else(|| Refusal::Malformed.into());
        }
    }
    Err(Refusal::Conflict.into())
}

/// Proposes all that differs between a text and its copy, typed over version `base`: as many suggestions as there are
/// passages. Gives how many.
///
/// # Errors
/// As [`suggest`]; `TooMuch` on `words`.
pub async fn amend(cx: &Cx, id: ContributionId, base: Version, form: &SuggestionForm) -> Result<usize> {
    let text = load(cx, id, ContributionAction::Suggest).await?;
    text.require_writable()?;
    let (words, reason) = form.check()?;
    for _ in 0..TRIES {
        let text = load(cx, id, ContributionAction::Suggest).await?;
        let was = source(cx.reader(), id, base).await?.body;
        let typed = words.clone();
        let (was, all) = apart(was.len() + typed.len(), move || {
            let all = Wording::all(&was, &typed);
            (was, all)
        })
        .await?;
        if all.is_empty() {
            return Err(Refusal::field("words", FieldProblem::Unchanged).into());
        }
        if all.len() > AT_ONCE as usize {
            return Err(Refusal::field("words", FieldProblem::TooMuch { max: AT_ONCE }).into());
        }
        let wordings = brought_up(cx, &text, base, was, all).await?;
        if let Some(made) = make(cx, &text, wordings, &reason, None).await? {
            return Ok(made.len());
        }
    }
    Err(Refusal::Conflict.into())
}

/// What was typed in place of a paragraph, on the current version.
pub(super) async fn worded(cx: &Cx, text: &Loaded, target: &Target, typed: &str) -> Result<Wording> {
    let was = source(cx.reader(), text.id, target.base).await?.body;
    if was.get(target.range.clone()).is_none_or(str::is_empty) {
        return Err(Refusal::Malformed.into());
    }
    let wording = Wording::of(&was, target.range.clone(), typed)
        .ok_or(Refusal::field("words", FieldProblem::Unchanged))?;
    let brought = brought_up(cx, text, target.base, was, vec![wording]).await?;
    brought.into_iter().next().ok_or_else(|| Refusal::Conflict.into())
}

/// The wordings made on version `base`, on the current one.
async fn brought_up(
    cx: &Cx,
    text: &Loaded,
    base: Version,
    was: String,
    wordings: Vec<Wording>,
) -> Result<Vec<Wording>> {
    if base == text.version {
        return Ok(wordings);
    }
    let is = source(cx.reader(), text.id, text.version).await?.body;
    let carried = apart(was.len() + is.len(), move || {
        let edits = changes(&was, &is);
        wordings.iter().map(|wording| wording.carried(&was, &is, &edits)).collect::<Vec<_>>()
    })
    .await?;
    let kept = carried.into_iter().map(|(wording, carried)| match carried {
        Carried::Same | Carried::Rests => Ok(wording),
        Carried::Met | Carried::Lost => Err(Refusal::Conflict.into()),
    });
    kept.collect()
}

/// Writes the suggestions; `None` if a version was written meanwhile.
async fn make(
    cx: &Cx,
    text: &Loaded,
    wordings: Vec<Wording>,
    reason: &str,
    answers: Option<SuggestionId>,
) -> Result<Option<Vec<SuggestionId>>> {
    let author = cx.person()?.id;
    let more = u32::try_from(wordings.len()).unwrap_or(u32::MAX);
    if text.suggestions.unsigned_abs().saturating_add(more) > SUGGESTIONS_MAX {
        return Err(Refusal::field("words", FieldProblem::TooMuch { max: SUGGESTIONS_MAX }).into());
    }
    let tx = cx.begin().await?;
    crate::groups::still_at_work(&tx, text.group_id).await?;
    if !hold(&tx, text.id, kept(wordings.len()), Some(text.version)).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    if let Some(answered) = answers {
        facts(cx, &find(&tx, text.id, answered).await?).must_be_open()?;
    }
    let mut made = Vec::new();
    for wording in wordings {
        let row = new_row(text, &wording, (author, cx.now), reason, answers);
        let id = suggestion::Entity::insert(row).exec(&tx).await?.last_insert_id;
        behalf::mark(cx, &tx, Entered::Suggestion, id.0).await?;
        made.push(id);
    }
    let first = made.first().copied().unwrap_or(SuggestionId(0));
    told(cx, &tx, text, first).await?;
    cx.commit(tx).await?;
    Ok(Some(made))
}

/// Several at once are told once.
async fn told(cx: &Cx, tx: &impl ConnectionTrait, text: &Loaded, first: SuggestionId) -> Result<()> {
    event(EventKind::SuggestionMade, text.id, first)?.group(text.group_id).record(cx, tx).await
}

/// A suggestion that waits.
pub(super) fn new_row(
    text: &Loaded,
    wording: &Wording,
    (author, at): (domain::ids::UserId, chrono::DateTime<chrono::Utc>),
    reason: &str,
    answers: Option<SuggestionId>,
) -> suggestion::ActiveModel {
    suggestion::ActiveModel {
        contribution_id: Set(text.id),
        author_id: Set(author),
        at: Set(at),
        made_on: Set(text.version),
        place: Set(Place::Here),
        starts: Set(kept(wording.anchor.start)),
        ends: Set(kept(wording.anchor.end)),
        quoted: Set(wording.anchor.words.clone()),
        proposed: Set(wording.proposed.clone()),
        reason: Set(reason.to_owned()),
        answers_id: Set(answers),
        state: Set(SuggestionState::Open),
        version: Set(Version::FIRST),
        answer: Set(String::new()),
        told: Set(false),
        ..Default::default()
    }
}
