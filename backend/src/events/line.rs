//! A line of the journal, written in the transaction of the change it tells.

use chrono::{DateTime, Utc};
use domain::{
    Actor,
    delegations::Delegated,
    ids::{ContributionId, GroupId, UserId},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryTrait, Statement};
use serde::Serialize;

use super::EventKind;
use crate::{Cx, entities::event, error::Result};

/// A line of the journal being written.
#[derive(Clone, Debug)]
pub struct Event {
    kind: EventKind,
    group: Option<GroupId>,
    contribution: Option<ContributionId>,
    user: Option<UserId>,
    data: String,
    by: Option<UserId>,
    unsigned: bool,
    came: Option<(UserId, DateTime<Utc>)>,
}

impl Event {
    /// Something of this kind happened.
    pub fn new(kind: EventKind) -> Event {
        Event {
            kind,
            group: None,
            contribution: None,
            user: None,
            data: "{}".to_owned(),
            by: None,
            unsigned: false,
            came: None,
        }
    }

    /// In this group.
    #[must_use]
    pub fn group(mut self, group: GroupId) -> Event {
        self.group = Some(group);
        self
    }

    /// To this contribution.
    #[must_use]
    pub fn contribution(mut self, contribution: ContributionId) -> Event {
        self.contribution = Some(contribution);
        self
    }

    /// To this person.
    #[must_use]
    pub fn user(mut self, user: UserId) -> Event {
        self.user = Some(user);
        self
    }

    /// Done by this person, when the program writes down what they did.
    #[must_use]
    pub fn by(mut self, person: UserId) -> Event {
        self.by = Some(person);
        self
    }

    /// Without who did it: that is kept elsewhere, for fewer people than those who read the journal.
    #[must_use]
    pub fn unsigned(mut self) -> Event {
        self.unsigned = true;
        self
    }

    /// As this person had it happen at this time, whoever comes by and whenever it is written down: they are not named.
    #[must_use]
    pub fn came(mut self, person: UserId, at: DateTime<Utc>) -> Event {
        self.came = Some((person, at));
        self
    }

    /// With these details, small and without personal data beyond identifiers.
    ///
    /// # Errors
    /// The details cannot be written as JSON.
    pub fn data(mut self, data: &impl Serialize) -> Result<Event> {
        self.data = serde_json::to_string(data)?;
        Ok(self)
    }

    /// Writes the line, in the transaction of the change it tells.
    ///
    /// # Errors
    /// The database refused it.
    pub async fn record(self, cx: &Cx, tx: &impl ConnectionTrait) -> Result<()> {
        tx.execute_raw(self.line(cx, tx)).await?;
        Ok(())
    }

    /// The same, for [`crate::db::execute_all`].
    pub(crate) fn line(self, cx: &Cx, tx: &impl ConnectionTrait) -> Statement {
        let actor_id = match &cx.actor {
            _ if self.unsigned => None,
            _ if self.came.is_some() => self.came.map(|(person, _)| person),
            Actor::Person(person) => Some(person.id),
            Actor::Visitor | Actor::System => self.by,
        };
        let data = match cx.in_place_of.get().filter(|_| !self.unsigned) {
            Some(delegated) => by_delegation(self.data, delegated),
            None => self.data,
        };
        let line = event::ActiveModel {
            at: Set(self.came.map_or(cx.now, |(_, at)| at)),
            actor_id: Set(actor_id),
            kind: Set(self.kind.code().to_owned()),
            group_id: Set(self.group),
            contribution_id: Set(self.contribution),
            user_id: Set(self.user),
            data: Set(by_token(cx, data)),
            origin: Set(if self.unsigned || self.came.is_some() {
                None
            } else {
                cx.origin.as_deref().map(str::to_owned)
            }),
            ..Default::default()
        };
        event::Entity::insert(line).build(tx.get_database_backend())
    }
}

/// The same details, and in whose place it was done.
fn by_delegation(data: String, delegated: &Delegated) -> String {
    let Ok(serde_json::Value::Object(mut details)) = serde_json::from_str(&data) else { return data };
    details.insert(IN_PLACE_OF.to_owned(), delegated.from.0.into());
    details.insert("delegation".to_owned(), delegated.id.0.into());
    serde_json::Value::Object(details).to_string()
}

/// In whose place something was done, in its details.
const IN_PLACE_OF: &str = "in_place_of";

/// In whose place something was done, from the details of its line.
pub(crate) fn in_place_of(data: &str) -> Option<UserId> {
    if !data.contains(IN_PLACE_OF) {
        return None;
    }
    let details: serde_json::Value = serde_json::from_str(data).ok()?;
    details.get(IN_PLACE_OF)?.as_i64().map(UserId)
}

/// The details of a line, and by which token it was done, if it was.
fn by_token(cx: &Cx, data: String) -> String {
    let Some(token) = cx.token else { return data };
    match serde_json::from_str(&data) {
        Ok(serde_json::Value::Object(mut details)) => {
            details.insert("token".to_owned(), token.0.into());
            serde_json::Value::Object(details).to_string()
        }
        _ => data,
    }
}
