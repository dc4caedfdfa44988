//! What a verb needs to know of a suggestion before it decides.

use domain::{
    Refusal, Version,
    contributions::{Anchor, State, SuggestionFacts, SuggestionState},
    ids::{ContributionId, SuggestionId},
    refusal::Transition,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

use super::wording::Wording;
use crate::{
    Cx, Found, Result,
    entities::{contribution, join, revision, suggestion},
};

pub(super) fn bytes(at: i32) -> usize {
    usize::try_from(at).unwrap_or_default()
}

/// A place in a text, as it is kept: a text is far shorter than that.
pub(super) fn kept(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}

pub(super) fn wording(row: &suggestion::Model) -> Wording {
    Wording {
        anchor: Anchor {
            place: row.place,
            start: bytes(row.starts),
            end: bytes(row.ends),
            words: row.quoted.clone(),
        },
        proposed: row.proposed.clone(),
    }
}

pub(super) fn facts(cx: &Cx, row: &suggestion::Model) -> SuggestionFacts {
    SuggestionFacts { own: cx.actor.user_id() == Some(row.author_id), state: row.state }
}

/// A suggestion on that text.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    text: ContributionId,
    id: SuggestionId,
) -> Result<suggestion::Model> {
    suggestion::Entity::find_by_id(id)
        .filter(suggestion::Column::ContributionId.eq(text))
        .one(db)
        .await?
        .found()
}

/// The same, as it was read by whoever would change it.
///
/// # Errors
/// `Conflict` if it was worded again since.
pub(super) async fn find_read(
    db: &impl ConnectionTrait,
    text: ContributionId,
    id: SuggestionId,
    read: Version,
) -> Result<suggestion::Model> {
    let row = find(db, text, id).await?;
    if row.state == SuggestionState::Open && row.version != read {
        return Err(Refusal::Conflict.into());
    }
    Ok(row)
}

/// The suggestions that wait on a text, in its order.
pub(super) async fn waiting(
    db: &impl ConnectionTrait,
    text: ContributionId,
) -> Result<Vec<suggestion::Model>> {
    let rows = suggestion::Entity::find()
        .filter(suggestion::Column::ContributionId.eq(text))
        .filter(suggestion::Column::State.eq(SuggestionState::Open))
        .order_by_asc(suggestion::Column::Starts)
        .order_by_asc(suggestion::Column::Id)
        .all(db)
        .await?;
    Ok(rows)
}

/// Makes the suggestions of a text ours, and counts so many more or less; `version` is the one that they stand on.
///
/// # Errors
/// `Transition` once the text is no longer written.
pub(super) async fn hold(
    tx: &impl ConnectionTrait,
    text: ContributionId,
    more: i32,
    version: Option<Version>,
) -> Result<bool> {
    use contribution::Column as C;
    let mut held = contribution::Entity::update_many()
        .col_expr(C::Suggestions, Expr::col(C::Suggestions).add(more))
        .filter(C::Id.eq(text));
    if let Some(version) = version {
        held = held.filter(C::Version.eq(version));
    }
    let writable = State::ALL.iter().copied().filter(|state| state.is_writable());
    if held.filter(C::State.is_in(writable)).exec(tx).await?.rows_affected == 1 {
        return Ok(true);
    }
    let state: Option<State> =
        contribution::Entity::find_by_id(text).select_only().column(C::State).into_tuple().one(tx).await?;
    if state.is_some_and(State::is_writable) {
        return Ok(false);
    }
    Err(Refusal::Transition(Transition::ContributionState).into())
}

/// How many suggestions wait before the first heading of a text, then under each; nothing if they cannot be told apart.
pub(in super::super) async fn by_heading(cx: &Cx, id: ContributionId, headings: usize) -> Result<Vec<u32>> {
    let starts: Vec<i32> = suggestion::Entity::find()
        .select_only()
        .column(suggestion::Column::Starts)
        .filter(suggestion::Column::ContributionId.eq(id))
        .filter(suggestion::Column::State.eq(SuggestionState::Open))
        .into_tuple()
        .all(cx.reader())
        .await?;
    let current = join::<revision::Entity, contribution::Entity>(
        revision::Column::Id,
        contribution::Column::RevisionId,
    );
    let body: Option<String> = revision::Entity::find()
        .select_only()
        .column(revision::Column::Body)
        .join(JoinType::InnerJoin, current)
        .filter(contribution::Column::Id.eq(id))
        .into_tuple()
        .one(cx.reader())
        .await?;
    let found = headings_of(&body.unwrap_or_default());
    if found.len() != headings {
        return Ok(Vec::new());
    }
    let mut counts = vec![0; headings + 1];
    for start in starts {
        counts[found.partition_point(|at| *at <= bytes(start))] += 1;
    }
    Ok(counts)
}

/// Where each heading of a text begins, in bytes: lines that begin with signs of number, outside of code.
pub(super) fn headings_of(body: &str) -> Vec<usize> {
    let (mut found, mut at, mut fence) = (Vec::new(), 0, None::<&str>);
    for line in body.split_inclusive('\n') {
        let text = line.trim_start_matches(' ');
        let sign = ["```", "~~~"].into_iter().find(|sign| text.starts_with(sign));
        match (fence, sign) {
            (Some(open), Some(sign)) if open == sign => fence = None,
            (None, Some(sign)) => fence = Some(sign),
            (None, None) if line.len() - text.len() < 4 && is_heading(text) => found.push(at),
            _ => {}
        }
        at += line.len();
    }
    found
}

fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - words.len())) && words.starts_with([' ', '\t', '\n'])
}

/// The words of a heading.
pub(super) fn heading_words(body: &str, at: usize) -> String {
    let line = body.get(at..).unwrap_or_default().lines().next().unwrap_or_default();
    line.trim().trim_matches('#').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_code_and_from_other_signs() {
        let body = "Un.\n\n## Deux ##\n\n```\n# non\n```\n\n#non\n\n### Trois\nsuite";
        let found = headings_of(body);
        let words: Vec<String> = found.iter().map(|at| heading_words(body, *at)).collect();
        assert_eq!(words, ["Deux", "Trois"]);
    }
}
