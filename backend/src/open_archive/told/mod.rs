//! The council as one tells it, at the moment of an archive: people, groups, texts, library, what it wrote for itself.
//!
//! Everything is here, closed and secret groups too: whoever makes an archive holds the machine.

mod library;
mod own;
mod texts;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    groups::{GroupKind, GroupRole, GroupState, Visibility},
    ids::{GroupId, UserId},
    people::CouncilRole,
};
use markdown::{Options, Typography};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Export, Trouble};
use crate::{
    contributions::wikilink,
    council::{self, Council},
    entities::{group, mandate, membership, user},
};

pub use library::Document;
pub use own::{Acronym, Decision, FramingText, FramingVersion, Path, Sheet, Tutorial};
pub use texts::{Adopted, Consulted, Reviewed, Text, TextHead, TextVersion};

/// Somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// Their college; may be empty.
    pub college: String,
    /// Whom they speak for; may be empty.
    pub organisation: String,
    /// Where they live; may be empty.
    pub commune: String,
    /// Whether they have the keys of the installation.
    pub administrator: bool,
    /// Whether their account is suspended.
    pub suspended: bool,
    /// The last of their mandates to begin.
    pub mandate: Option<Mandate>,
}

/// A mandate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// For what.
    pub role: CouncilRole,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last one.
    pub to: Option<NaiveDate>,
}

/// Everybody but those who were erased.
pub type People = BTreeMap<UserId, Person>;

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What kind of group it is.
    pub kind: GroupKind,
    /// Who sees it.
    pub visibility: Visibility,
    /// Where it stands.
    pub state: GroupState,
    /// What it was asked; may be empty.
    pub mandate: String,
    /// By whom; may be empty.
    pub asked_by: String,
    /// For when.
    pub due_on: Option<NaiveDate>,
    /// What it is to hand in; may be empty.
    pub deliverable: String,
    /// What it said when it closed; may be empty.
    pub closing_note: String,
    /// Who belongs to it, in the order in which they came.
    pub people: Vec<(UserId, GroupRole)>,
}

/// The groups.
pub type Groups = BTreeMap<GroupId, Group>;

/// Markdown as a page shows it, every identifier after `prefix`, its titles under so many others.
pub fn rendered(text: &str, prefix: &str, under: usize) -> String {
    let options = Options { language: Typography::French, id_prefix: prefix, wikilink: &wikilink };
    markdown::render_under(text, &options, under).html
}

/// A line of Markdown as a page shows it.
pub fn rendered_line(text: &str) -> String {
    markdown::render_inline(text, Typography::French)
}

/// Words as a page shows them.
pub fn typeset(text: &str) -> String {
    markdown::typeset(text, Typography::French)
}

impl Export {
    /// The council; none in an installation that nobody set up.
    ///
    /// # Errors
    /// `Database`.
    pub async fn council(&self) -> Result<Option<Council>, Trouble> {
        Ok(council::read(self.snapshot.reader()).await?)
    }

    /// Everybody.
    ///
    /// # Errors
    /// `Database`.
    pub async fn people(&self) -> Result<People, Trouble> {
        let db = self.snapshot.reader();
        // The last to begin comes last, and of those of a day the one that weighs most.
        let mandates = mandate::Entity::find()
            .order_by_asc(mandate::Column::StartsOn)
            .order_by_asc(mandate::Column::Id)
            .all(db)
            .await?;
        let weight = |role: CouncilRole| match role {
            CouncilRole::Chair => 3,
            CouncilRole::ViceChair => 2,
            CouncilRole::Staff => 1,
            CouncilRole::Member | CouncilRole::Guest => 0,
        };
        let mut last: BTreeMap<UserId, Mandate> = BTreeMap::new();
        for row in mandates {
            let mandate = Mandate { role: row.role, from: row.starts_on, to: row.ends_on };
            match last.get(&row.user_id) {
                Some(known) if known.from == mandate.from && weight(known.role) >= weight(mandate.role) => {}
                _ => {
                    last.insert(row.user_id, mandate);
                }
            }
        }
        let rows = user::Entity::find().filter(user::Column::ErasedAt.is_null()).all(db).await?;
        let person = |row: user::Model| {
            let told = Person {
                email: row.email,
                name: row.name,
                college: row.college,
                organisation: row.organisation,
                commune: row.commune,
                administrator: row.is_administrator,
                suspended: row.suspended_at.is_some(),
                mandate: last.remove(&row.id),
            };
            (row.id, told)
        };
        Ok(rows.into_iter().map(person).collect())
    }

    /// The groups, with those who belong to them and were not erased.
    ///
    /// # Errors
    /// `Database`.
    pub async fn groups(&self, people: &People) -> Result<Groups, Trouble> {
        let db = self.snapshot.reader();
        let members = membership::Entity::find().order_by_asc(membership::Column::Id).all(db).await?;
        let mut of: BTreeMap<GroupId, Vec<(UserId, GroupRole)>> = BTreeMap::new();
        for row in members.into_iter().filter(|row| people.contains_key(&row.user_id)) {
            of.entry(row.group_id).or_default().push((row.user_id, row.role));
        }
        let rows = group::Entity::find().all(db).await?;
        let group = |row: group::Model| {
            let told = Group {
                slug: row.slug,
                name: row.name,
                kind: row.kind,
                visibility: row.visibility,
                state: row.state,
                mandate: row.mandate,
                asked_by: row.asked_by,
                due_on: row.due_on,
                deliverable: row.deliverable,
                closing_note: row.closing_note,
                people: of.remove(&row.id).unwrap_or_default(),
            };
            (row.id, told)
        };
        Ok(rows.into_iter().map(group).collect())
    }
}
