//! Putting what was adopted in the words of the version: all of it, at once.

use std::collections::BTreeMap;

use domain::{
    FieldProblem, Refusal, Version,
    charter::{AmendmentKind, AmendmentState, ArticleNumber, Articles, Becomes, become_all},
    policy::{CharterAction, Permission},
    refusal::Transition,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::{
    load::{Held, hold},
    merging::{Change, Met, together},
    target::{adopted_below, change, start, words},
};
use crate::{
    Cx, Result,
    charter::{
        life::with_what_is_typed,
        write::{gone, write_in},
    },
    contributions::apart,
    entities::{framing_amendment, framing_version},
    events::EventKind,
};

/// Puts every adopted amendment in the words of a version that is examined; `read` is the version as it was read.
///
/// # Errors
/// `Forbidden` but for who prepares the framing texts; `NotFound`; `Conflict` if the version changed meanwhile;
/// `FramingState` unless it is examined; `AmendmentsLeft` while some wait; `NothingToIntegrate`; `AmendmentsMeet` if two
/// touch the same words and nobody settled on them; `EmptyText` if no article would be left.
pub async fn integrate(cx: &Cx, slug: &str, number: i32, read: Version) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    cx.person()?;
    let read = with_what_is_typed(cx, slug, number, read).await?;
    let tx = cx.begin().await?;
    let held = hold(&tx, slug, number).await?;
    if held.version.version != read {
        return Err(Refusal::Conflict.into());
    }
    if held.version.state != domain::charter::VersionState::Examined {
        return Err(Refusal::Transition(Transition::FramingState).into());
    }
    let rows = to_integrate(&tx, &held).await?;
    let adopted = adopted_below(&tx, rows.iter().map(|row| row.id).collect()).await?;
    let (body, before, known) = (held.version.body.clone(), gone(&tx, held.text.id).await?, rows.clone());
    let size = body.len() + rows.iter().map(|row| row.body.len()).sum::<usize>();
    let (body, became) = apart(size, move || {
        let (all, which) = becomes(&body, &known, &adopted).map_err(|_| Transition::AmendmentsMeet)?;
        let (body, numbers) = become_all(&body, &all, &before).map_err(|problem| match problem {
            FieldProblem::NoArticle => Transition::EmptyText,
            _ => Transition::AmendmentsMeet,
        })?;
        let became: Vec<ArticleNumber> = which.into_iter().map(|at| numbers[at]).collect();
        Ok::<_, Transition>((body, became))
    })
    .await?
    .map_err(Refusal::Transition)?;
    let row: framing_version::ActiveModel = held.version.clone().into();
    let written = write_in(cx, &tx, row, body).await?;
    for (row, became) in rows.into_iter().zip(became) {
        let version = row.version.next();
        let mut row: framing_amendment::ActiveModel = row.into();
        row.integrated_in = Set(Some(written.version));
        row.became = Set(became.to_string());
        row.version = Set(version);
        row.update(&tx).await?;
    }
    super::super::load::told(cx, &tx, EventKind::FramingAmendmentsIntegrated, &held.text, Some(number))
        .await?;
    cx.commit(tx).await?;
    cx.backend.rooms().look(held.version.id);
    Ok(())
}

/// The amendments that were adopted and are not in the words, by number.
async fn to_integrate(tx: &impl ConnectionTrait, held: &Held) -> Result<Vec<framing_amendment::Model>> {
    use framing_amendment::Column as A;
    let rows = framing_amendment::Entity::find()
        .filter(A::VersionId.eq(held.version.id))
        .filter(A::State.is_in([AmendmentState::Open, AmendmentState::Adopted]))
        .order_by_asc(A::Number)
        .all(tx)
        .await?;
    if rows.iter().any(|row| row.state == AmendmentState::Open) {
        return Err(Refusal::Transition(Transition::AmendmentsLeft).into());
    }
    let adopted = rows.into_iter().filter(|row| row.parent_id.is_none() && row.integrated_in.is_none());
    let adopted: Vec<framing_amendment::Model> = adopted.collect();
    if adopted.is_empty() {
        return Err(Refusal::Transition(Transition::NothingToIntegrate).into());
    }
    Ok(adopted)
}

/// What articles become, and for each amendment which of these it made.
pub(super) fn becomes(
    body: &str,
    rows: &[framing_amendment::Model],
    subs: &[framing_amendment::Model],
) -> Result<(Vec<Becomes>, Vec<usize>), Vec<Met>> {
    let articles = Articles::read(body);
    let (mut all, mut which, mut met) = (Vec::new(), Vec::new(), Vec::new());
    let mut known: BTreeMap<ArticleNumber, usize> = BTreeMap::new();
    for row in rows {
        let number: Option<ArticleNumber> = row.article.parse().ok();
        let about = number.filter(|_| row.kind != AmendmentKind::Add);
        if let Some(at) = about.and_then(|number| known.get(&number)) {
            which.push(*at);
            continue;
        }
        let Some(start) = start(&articles, row) else {
            met.push(Met { one: row.number, other: None });
            continue;
        };
        let on_it = rows.iter().filter(|other| match about {
            Some(_) => other.kind != AmendmentKind::Add && other.article == row.article,
            None => other.id == row.id,
        });
        let mut on_it: Vec<&framing_amendment::Model> = on_it.collect();
        on_it.sort_by_key(|other| other.adopted_as);
        let changes: Result<Vec<Change>, Vec<Met>> =
            on_it.into_iter().map(|other| Ok(change(other, words(other, subs)?))).collect();
        match changes.and_then(|changes| together(&start, &changes)) {
            Ok(said) => {
                which.push(all.len());
                if let Some(number) = about {
                    known.insert(number, all.len());
                }
                all.push(match about {
                    None => Becomes::Added { after: number, title: said.title, body: said.body },
                    Some(number) if said.is_nothing() => Becomes::Removed(number),
                    Some(number) => Becomes::Changed { number, title: said.title, body: said.body },
                });
            }
            Err(more) => met.extend(more),
        }
    }
    if met.is_empty() { Ok((all, which)) } else { Err(met) }
}
