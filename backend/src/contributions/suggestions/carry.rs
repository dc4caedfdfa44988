//! Carrying suggestions on when a version is written.

use domain::{
    Version,
    contributions::SuggestionState,
    ids::{ContributionId, SuggestionId, UserId},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryTrait, Statement,
    sea_query::{Expr, ExprTrait},
};

use super::{
    Accepting,
    load::{waiting, wording},
    show::Fate,
    wording::{Carried, Wording},
};
use crate::{
    Cx, Result,
    contributions::anchors::{Onto, Passing, kept},
    entities::{contribution, suggestion},
    events::{Event, EventKind},
};

/// What to write, in the transaction that has made the text ours; `None` if what is accepted changed meanwhile.
pub(in super::super) async fn carry(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    onto: Onto,
    passing: &Passing,
    accepting: Option<&Accepting>,
) -> Result<Option<Vec<Statement>>> {
    let rows = waiting(tx, onto.text).await?;
    let mut writes = Writes { cx, tx, onto, all: Vec::new(), over: 0 };
    let taken = accepting.map(|accepting| (accepting, rows.iter().find(|row| row.id == accepting.id)));
    let taken = match taken {
        None => None,
        Some((accepting, Some(row))) if row.version == accepting.version => Some((accepting, row)),
        Some(_) => return Ok(None),
    };
    for row in &rows {
        if let Some((accepting, taken)) = taken {
            if row.id == taken.id {
                writes.settle(row, SuggestionState::Accepted, &accepting.answer)?;
                continue;
            }
            if is_tied(row, taken.id, taken.answers_id) {
                writes.settle(row, SuggestionState::Fallen, "")?;
                continue;
            }
        }
        let was = wording(row);
        let (is, carried) = was.carried(&passing.before, &passing.after, &passing.edits);
        match carried {
            Carried::Same | Carried::Rests if is == was => {}
            Carried::Met => writes.settle(row, SuggestionState::Met, "")?,
            // What an accepted suggestion pushes aside falls; what any other edit does waits to be worded again.
            Carried::Lost if taken.is_some() && is.anchor.place != was.anchor.place => {
                writes.settle(row, SuggestionState::Fallen, "")?;
            }
            Carried::Lost if is == was => {}
            Carried::Same | Carried::Rests | Carried::Lost => writes.moved(row, &was, &is),
        }
    }
    Ok(Some(writes.finish()))
}

/// Whether a suggestion is another answer to what is accepted: one of them is taken, the others are not.
pub(super) fn is_tied(row: &suggestion::Model, taken: SuggestionId, answered: Option<SuggestionId>) -> bool {
    row.answers_id == Some(taken)
        || answered == Some(row.id)
        || (answered.is_some() && row.answers_id == answered)
}

/// What becomes of a suggestion if another one is accepted.
pub(super) fn fate(row: &suggestion::Model, taken: &suggestion::Model, text: &str) -> Fate {
    if is_tied(row, taken.id, taken.answers_id) {
        return Fate::Falls;
    }
    let (after, edits) = wording(taken).applied(text);
    match wording(row).carried(text, &after, &edits).1 {
        Carried::Same => Fate::Stays,
        Carried::Rests => Fate::Rests,
        Carried::Met => Fate::Met,
        Carried::Lost => Fate::Falls,
    }
}

/// The lines to write.
struct Writes<'a, C: ConnectionTrait> {
    cx: &'a Cx,
    tx: &'a C,
    onto: Onto,
    all: Vec<Statement>,
    over: i32,
}

impl<C: ConnectionTrait> Writes<'_, C> {
    fn settle(&mut self, row: &suggestion::Model, state: SuggestionState, answer: &str) -> Result<()> {
        let Onto { by, version, group, .. } = self.onto;
        let (settled, event) = settled(self.cx, self.tx, row, by, (state, answer, Some(version)))?;
        self.all.push(settled);
        self.all.push(event.group(group).line(self.cx, self.tx));
        self.over += 1;
        Ok(())
    }

    fn moved(&mut self, row: &suggestion::Model, was: &Wording, is: &Wording) {
        use suggestion::Column as C;
        let mut update = suggestion::Entity::update_many()
            .col_expr(C::Starts, Expr::value(kept(is.anchor.start)))
            .col_expr(C::Ends, Expr::value(kept(is.anchor.end)))
            .filter(C::Id.eq(row.id));
        if was.anchor.place != is.anchor.place {
            update = update.col_expr(C::Place, Expr::value(is.anchor.place));
        }
        // Whoever read it before it was put on other words reads it again.
        if was.anchor.words != is.anchor.words {
            update = update
                .col_expr(C::Quoted, Expr::value(is.anchor.words.as_str()))
                .col_expr(C::Proposed, Expr::value(is.proposed.as_str()))
                .col_expr(C::Version, Expr::value(row.version.next()));
        }
        self.all.push(update.build(self.tx.get_database_backend()));
    }

    fn finish(mut self) -> Vec<Statement> {
        if self.over > 0 {
            let column = contribution::Column::Suggestions;
            let fewer = contribution::Entity::update_many()
                .col_expr(column, Expr::col(column).sub(self.over))
                .filter(contribution::Column::Id.eq(self.onto.text));
            self.all.push(fewer.build(self.tx.get_database_backend()));
        }
        self.all
    }
}

/// What settles a suggestion, and the line of the journal that tells it to its author.
pub(super) fn settled(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    row: &suggestion::Model,
    by: UserId,
    (state, answer, version): (SuggestionState, &str, Option<Version>),
) -> Result<(Statement, Event)> {
    use suggestion::Column as C;
    let line = suggestion::Entity::update_many()
        .col_expr(C::State, Expr::value(state))
        .col_expr(C::SettledBy, Expr::value(Some(by)))
        .col_expr(C::SettledAt, Expr::value(Some(cx.now)))
        .col_expr(C::Answer, Expr::value(answer))
        .col_expr(C::SettledIn, Expr::value(version))
        // Nobody has to be told what they did themselves.
        .col_expr(C::Told, Expr::value(row.author_id == by))
        .col_expr(C::Version, Expr::value(row.version.next()))
        .filter(C::Id.eq(row.id))
        .build(tx.get_database_backend());
    let kind = match state {
        SuggestionState::Accepted => EventKind::SuggestionAccepted,
        SuggestionState::Refused => EventKind::SuggestionRefused,
        SuggestionState::Withdrawn => EventKind::SuggestionWithdrawn,
        SuggestionState::Open | SuggestionState::Fallen | SuggestionState::Met => EventKind::SuggestionFallen,
    };
    let event = event(kind, row.contribution_id, row.id)?.user(row.author_id).by(by);
    Ok((line, event))
}

/// A line of the journal about a suggestion.
pub(super) fn event(kind: EventKind, text: ContributionId, id: SuggestionId) -> Result<Event> {
    Event::new(kind).contribution(text).data(&serde_json::json!({ "suggestion": id }))
}
