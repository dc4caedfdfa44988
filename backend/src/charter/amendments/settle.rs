//! What the council answers to an amendment, written down by those who prepare the version; going back on it.

use domain::{
    FieldProblem, Refusal, Version,
    charter::{AmendmentState, Examination, ExaminationForm},
    ids::AmendmentId,
    policy::{CharterAction, Permission},
    refusal::Transition,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{
    load::{Held, below, hold},
    merging::{Met, Said},
    target::{Target, change, fingerprint, target, words},
};
use crate::{Cx, Found, Result, entities::framing_amendment, events::EventKind};

/// Writes down what the council answers to an amendment; `read` is the amendment as it was read.
///
/// One that touches words which others, adopted before, have changed is adopted with the words on which the person
/// settles, and not otherwise. The sub-amendments come first; those that wait fall with an amendment that does not pass.
///
/// # Errors
/// `Forbidden` but for who prepares the framing texts; `NotFound`, `Invalid`; `Conflict` if it changed meanwhile, or if
/// the words over which others were typed did; `FramingState` unless the version is examined; `AmendmentOver`,
/// `SubAmendmentsFirst`, `AmendmentsMeet`, `ArticleReplaced`.
pub async fn settle(
    cx: &Cx,
    slug: &str,
    number: i32,
    amendment: i32,
    read: Version,
    form: &ExaminationForm,
) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let by = cx.person()?.id;
    let tx = cx.begin().await?;
    let held = hold(&tx, slug, number).await?;
    let row = held.find_read(&tx, amendment, read).await?;
    let facts = held.facts(cx, &row);
    facts.must_be_under_examination()?;
    facts.must_wait()?;
    let typed = form.check()?;
    let subs = below(&tx, row.id).await?;
    let (id, author) = (row.id, row.author_id);
    let mut changed: framing_amendment::ActiveModel = row.clone().into();
    match typed.outcome {
        AmendmentState::Adopted => {
            parent_must_wait(&tx, &row).await?;
            if subs.iter().any(|sub| sub.state == AmendmentState::Open) {
                return Err(Refusal::Transition(Transition::SubAmendmentsFirst).into());
            }
            let about = target(&tx, &held.version.body, &row).await?;
            let about = about.ok_or(Refusal::Transition(Transition::ArticleReplaced))?;
            adopt(&mut changed, &row, &subs, &about, (&typed, &form.met))?;
            changed.adopted_as = Set(Some(next_rank(&tx, &held).await?));
        }
        AmendmentState::Fallen => {
            changed.fell_for = Set(Some(fell_for(&tx, &held, (&row, &subs), typed.fell_for).await?));
        }
        _ => {}
    }
    changed.state = Set(typed.outcome);
    changed.settled_at = Set(Some(cx.now));
    changed.settled_by = Set(Some(by));
    changed.note = Set(typed.note);
    let count = |count: u32| i32::try_from(count).ok();
    changed.in_favour = Set(typed.hands.and_then(|hands| count(hands.in_favour)));
    changed.against = Set(typed.hands.and_then(|hands| count(hands.against)));
    changed.abstained = Set(typed.hands.and_then(|hands| count(hands.abstained)));
    changed.version = Set(row.version.next());
    changed.update(&tx).await?;
    let kind = match typed.outcome {
        AmendmentState::Adopted => EventKind::FramingAmendmentAdopted,
        AmendmentState::Rejected => EventKind::FramingAmendmentRejected,
        AmendmentState::Fallen => EventKind::FramingAmendmentFallen,
        AmendmentState::Open | AmendmentState::Withdrawn => EventKind::FramingAmendmentWithdrawn,
    };
    held.told(cx, &tx, kind, (amendment, Some(author))).await?;
    for sub in subs {
        fall(cx, &tx, &held, sub, id).await?;
    }
    cx.commit(tx).await
}

/// A sub-amendment is examined before what it amends.
async fn parent_must_wait(tx: &impl ConnectionTrait, row: &framing_amendment::Model) -> Result<()> {
    let Some(parent) = row.parent_id else { return Ok(()) };
    let parent = framing_amendment::Entity::find_by_id(parent).one(tx).await?.found()?;
    if parent.state == AmendmentState::Open {
        Ok(())
    } else {
        Err(Refusal::Transition(Transition::AmendmentOver).into())
    }
}

/// Its words, or those on which the person settled over what is there.
fn adopt(
    changed: &mut framing_amendment::ActiveModel,
    row: &framing_amendment::Model,
    subs: &[framing_amendment::Model],
    about: &Target,
    (typed, met): (&Examination, &str),
) -> Result<()> {
    let meets = |_: Vec<Met>| Refusal::Transition(Transition::AmendmentsMeet);
    let Some((title, body)) = &typed.settled else {
        let words = words(row, subs).map_err(meets)?;
        about.with(change(row, words)).map_err(meets)?;
        return Ok(());
    };
    let now = about.now().map_err(meets)?;
    if fingerprint(&now) != met {
        return Err(Refusal::Conflict.into());
    }
    if now == Said::new(title, body) {
        return Err(Refusal::field("body", FieldProblem::Unchanged).into());
    }
    changed.settled_title = Set(Some(title.clone()));
    changed.settled_body = Set(Some(body.clone()));
    changed.met_title = Set(now.title);
    changed.met_body = Set(now.body);
    Ok(())
}

async fn next_rank(tx: &impl ConnectionTrait, held: &Held) -> Result<i32> {
    use framing_amendment::Column as A;
    let last: Option<Option<i32>> = framing_amendment::Entity::find()
        .select_only()
        .column(A::AdoptedAs)
        .filter(A::VersionId.eq(held.version.id))
        .filter(A::AdoptedAs.is_not_null())
        .order_by_desc(A::AdoptedAs)
        .into_tuple()
        .one(tx)
        .await?;
    Ok(last.flatten().map_or(1, |last| last + 1))
}

/// The adopted amendment for which one falls: the one that was named, or the first on the same words.
async fn fell_for(
    tx: &impl ConnectionTrait,
    held: &Held,
    (row, subs): (&framing_amendment::Model, &[framing_amendment::Model]),
    named: Option<i32>,
) -> Result<AmendmentId> {
    let missing = || Refusal::field("fell_for", FieldProblem::Missing);
    let number = match named {
        Some(number) => number,
        None => {
            let about = target(tx, &held.version.body, row).await?.ok_or_else(missing)?;
            let words = words(row, subs).unwrap_or_else(|_| Said::new(&row.title, &row.body));
            let met = about.with(change(row, words)).err().ok_or_else(missing)?;
            let other = met.into_iter().filter(|met| met.is_of(row.number)).find_map(|met| {
                [Some(met.one), met.other].into_iter().flatten().find(|number| *number != row.number)
            });
            other.ok_or_else(missing)?
        }
    };
    let not_one = Refusal::field("fell_for", FieldProblem::NotAChoice);
    let found = framing_amendment::Entity::find()
        .filter(framing_amendment::Column::VersionId.eq(held.version.id))
        .filter(framing_amendment::Column::Number.eq(number))
        .filter(framing_amendment::Column::State.eq(AmendmentState::Adopted))
        .one(tx)
        .await?;
    Ok(found.ok_or(not_one)?.id)
}

/// A sub-amendment that waits falls with what it amends.
pub(super) async fn fall(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    held: &Held,
    sub: framing_amendment::Model,
    with: AmendmentId,
) -> Result<()> {
    if sub.state != AmendmentState::Open {
        return Ok(());
    }
    let (number, author, version) = (sub.number, sub.author_id, sub.version.next());
    let mut row: framing_amendment::ActiveModel = sub.into();
    row.state = Set(AmendmentState::Fallen);
    row.fell_for = Set(Some(with));
    row.settled_at = Set(Some(cx.now));
    row.settled_by = Set(cx.actor.user_id());
    row.version = Set(version);
    row.update(tx).await?;
    held.told(cx, tx, EventKind::FramingAmendmentFallen, (number, Some(author))).await
}

/// Goes back on what was written down of an amendment: it waits again.
///
/// # Errors
/// `Forbidden` but for who prepares the framing texts; `NotFound`; `Conflict` if it changed since `read`; `FramingState`
/// unless the version is examined; `AmendmentOver` if it waits, if its author took it back, if its words are in the
/// version, or if what it amends was examined since.
pub async fn reopen(cx: &Cx, slug: &str, number: i32, amendment: i32, read: Version) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let tx = cx.begin().await?;
    let held = hold(&tx, slug, number).await?;
    let row = held.find(&tx, amendment).await?;
    held.facts(cx, &row).must_be_under_examination()?;
    let taken_back = row.state == AmendmentState::Withdrawn && row.settled_by == Some(row.author_id);
    if row.state == AmendmentState::Open || taken_back || row.integrated_in.is_some() {
        return Err(Refusal::Transition(Transition::AmendmentOver).into());
    }
    if row.version != read {
        return Err(Refusal::Conflict.into());
    }
    parent_must_wait(&tx, &row).await?;
    let (author, version) = (row.author_id, row.version.next());
    let mut row: framing_amendment::ActiveModel = row.into();
    row.state = Set(AmendmentState::Open);
    row.settled_at = Set(None);
    row.settled_by = Set(None);
    row.note = Set(String::new());
    row.adopted_as = Set(None);
    row.in_favour = Set(None);
    row.against = Set(None);
    row.abstained = Set(None);
    row.fell_for = Set(None);
    row.settled_title = Set(None);
    row.settled_body = Set(None);
    row.met_title = Set(String::new());
    row.met_body = Set(String::new());
    row.version = Set(version);
    row.update(&tx).await?;
    held.told(cx, &tx, EventKind::FramingAmendmentReopened, (amendment, Some(author))).await?;
    cx.commit(tx).await
}
