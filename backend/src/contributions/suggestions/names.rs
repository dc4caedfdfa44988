//! A suggestion told with the names of those it is about.

use std::collections::HashMap;

use domain::{
    behalf::Entered,
    ids::{SuggestionId, UserId},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{
    load::facts,
    show::{SettledView, SuggestionView},
};
use crate::{
    Cx, Result, behalf,
    contributions::comparison::spans,
    entities::{suggestion, user},
};

/// The names of those who made suggestions and who settled them, and who made those that others answer.
pub(super) struct Names {
    people: Vec<(UserId, String)>,
    answered: Vec<(SuggestionId, UserId)>,
    entered: HashMap<i64, String>,
}

impl Names {
    pub async fn read(cx: &Cx, rows: impl Iterator<Item = &suggestion::Model>) -> Result<Names> {
        let (mut people, mut answered, mut ids) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            ids.push(row.id.0);
            people.push(row.author_id);
            people.extend(row.settled_by);
            answered.extend(row.answers_id);
        }
        let answered: Vec<(SuggestionId, UserId)> = if answered.is_empty() {
            Vec::new()
        } else {
            suggestion::Entity::find()
                .select_only()
                .columns([suggestion::Column::Id, suggestion::Column::AuthorId])
                .filter(suggestion::Column::Id.is_in(answered))
                .into_tuple()
                .all(cx.reader())
                .await?
        };
        people.extend(answered.iter().map(|(_, user)| *user));
        people.sort_unstable();
        people.dedup();
        let people = user::Entity::find()
            .select_only()
            .columns([user::Column::Id, user::Column::Name])
            .filter(user::Column::Id.is_in(people))
            .into_tuple()
            .all(cx.reader())
            .await?;
        let entered = behalf::marks(cx, Entered::Suggestion, ids).await?;
        Ok(Names { people, answered, entered })
    }

    pub fn of(&self, user: UserId) -> String {
        let found = self.people.iter().find(|(id, _)| *id == user);
        found.map(|(_, name)| name.clone()).unwrap_or_default()
    }

    pub fn view(&self, cx: &Cx, row: &suggestion::Model) -> SuggestionView {
        let answers = row.answers_id.and_then(|id| {
            let (_, author) = self.answered.iter().find(|(answered, _)| *answered == id)?;
            Some((id, self.of(*author)))
        });
        SuggestionView {
            id: row.id,
            by: self.of(row.author_id),
            entered_by: self.entered.get(&row.id.0).cloned(),
            own: facts(cx, row).own,
            at: row.at,
            made_on: row.made_on,
            place: row.place,
            spans: spans(&row.quoted, &row.proposed),
            quoted: row.quoted.clone(),
            proposed: row.proposed.clone(),
            reason: row.reason.clone(),
            version: row.version,
            answers,
            state: row.state,
            settled: row.settled_by.zip(row.settled_at).map(|(by, at)| SettledView {
                by: self.of(by),
                at,
                answer: row.answer.clone(),
                version: row.settled_in,
            }),
            others: Vec::new(),
        }
    }
}
