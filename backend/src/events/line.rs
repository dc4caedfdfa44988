//! A line of the journal, written in the transaction of the change it tells.

use chrono::{DateTime, Utc};
use domain::{
    Actor,
    ids::{ContributionId, GroupId, UserId},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryTrait, Statement};
use serde::Serialize;

use super::EventKind;
use crate::{Cx, behalf::Acting, entities::event, error::Result};

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
        let acting = cx.entered_by().filter(|_| !self.unsigned);
        let acting_id = acting.map(|acting| acting.id);
        let data = marked(self.data, &ways(cx, acting, self.unsigned));
        let line = event::ActiveModel {
            at: Set(self.came.map_or(cx.now, |(_, at)| at)),
            actor_id: Set(actor_id),
            kind: Set(self.kind.code().to_owned()),
            group_id: Set(self.group),
            contribution_id: Set(self.contribution),
            user_id: Set(self.user),
            data: Set(data),
            acting_id: Set(acting_id),
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

/// How something was done, beside by whom: in whose place, by whose hand, by which token.
fn ways(cx: &Cx, acting: Option<&Acting>, unsigned: bool) -> Vec<(&'static str, i64)> {
    let mut ways = Vec::new();
    if let Some(delegated) = cx.in_place_of.get().filter(|_| !unsigned) {
        ways.extend([(IN_PLACE_OF, delegated.from.0), ("delegation", delegated.id.0)]);
    }
    if let Some(acting) = acting {
        ways.extend([(ENTERED_BY, acting.by.0.0), ("acting", acting.id.0)]);
    }
    ways.extend(cx.token.map(|token| ("token", token.0)));
    ways
}

/// The same details, and how it was done.
fn marked(data: String, ways: &[(&'static str, i64)]) -> String {
    if ways.is_empty() {
        return data;
    }
    let Ok(serde_json::Value::Object(mut details)) = serde_json::from_str(&data) else { return data };
    details.extend(ways.iter().map(|(name, id)| ((*name).to_owned(), (*id).into())));
    serde_json::Value::Object(details).to_string()
}

/// In whose place something was done, in its details.
const IN_PLACE_OF: &str = "in_place_of";
/// By whose hand it was done, in its details.
const ENTERED_BY: &str = "entered_by";

/// In whose place something was done, from the details of its line.
pub(crate) fn in_place_of(data: &str) -> Option<UserId> {
    way(data, IN_PLACE_OF)
}

/// By whose hand something was done, from the details of its line: that of who acted for somebody.
pub(crate) fn entered_by(data: &str) -> Option<UserId> {
    way(data, ENTERED_BY)
}

fn way(data: &str, name: &str) -> Option<UserId> {
    if !data.contains(name) {
        return None;
    }
    let details: serde_json::Value = serde_json::from_str(data).ok()?;
    details.get(name)?.as_i64().map(UserId)
}
