//! How long things are kept: a day each kind, some settable.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::Processing;
use crate::{
    accounts::LinkPurpose,
    columns::coded_enum,
    form::Problems,
    library::BIN_DAYS,
    refusal::{FieldProblem, Refusal},
};

coded_enum! {
    /// What goes by itself after a time.
    pub enum Kept {
        /// Tries of passwords and links.
        Tries = "tries",
        /// Sessions nobody comes back to.
        Sessions = "sessions",
        /// One-time links that were used or have expired, unused invitations to the council among them.
        Links = "links",
        /// Changes of address that were made.
        AddressChanges = "address-changes",
        /// Mails, and what could not be sent.
        Mails = "mails",
        /// How to reach those who have left, and how they presented themselves.
        Left = "left",
        /// Requests to join groups, and invitations to them, answered or not.
        Admissions = "admissions",
        /// Which version of a text somebody opened last.
        Readings = "readings",
        /// What was typed and never saved or sent.
        Unsaved = "unsaved",
        /// What was put off, once its day is past.
        Snoozes = "snoozes",
        /// Files that never arrived whole.
        Uploads = "uploads",
        /// What is in the bins of the libraries.
        Bin = "bin",
        /// When links for people outside were used.
        LinkUses = "link-uses",
        /// Lines of the journal about accounts: who signed in, when.
        Journal = "journal",
        /// That somebody took their data.
        Exports = "exports",
    }
}

impl Kept {
    /// Days until it goes, unless the council says otherwise.
    pub fn days(self) -> u32 {
        match self {
            // A session ends after so many days without a visit.
            Kept::Sessions => 14,
            Kept::Tries | Kept::Links => 1,
            Kept::Uploads => 2,
            Kept::AddressChanges | Kept::Snoozes => 30,
            Kept::Bin => u32::try_from(BIN_DAYS).unwrap_or(30),
            Kept::Mails => 90,
            Kept::LinkUses => 180,
            Kept::Left | Kept::Admissions | Kept::Unsaved | Kept::Journal | Kept::Exports => 365,
            Kept::Readings => 730,
        }
    }

    /// The shortest and the longest that a council may choose; `None` where safety or the work of the others sets it.
    pub fn bounds(self) -> Option<(u32, u32)> {
        match self {
            Kept::Mails => Some((7, 365)),
            Kept::LinkUses => Some((30, 730)),
            Kept::Left => Some((30, 1_095)),
            Kept::Admissions | Kept::Unsaved => Some((90, 1_095)),
            Kept::Journal => Some((180, 1_825)),
            Kept::Readings => Some((90, 1_825)),
            Kept::Tries
            | Kept::Sessions
            | Kept::Links
            | Kept::AddressChanges
            | Kept::Snoozes
            | Kept::Uploads
            | Kept::Bin
            | Kept::Exports => None,
        }
    }

    /// The field of the form in which a council chooses it.
    pub fn field(self) -> Option<&'static str> {
        match self {
            Kept::Mails => Some("mails"),
            Kept::LinkUses => Some("link_uses"),
            Kept::Left => Some("left"),
            Kept::Admissions => Some("admissions"),
            Kept::Unsaved => Some("unsaved"),
            Kept::Journal => Some("journal"),
            Kept::Readings => Some("readings"),
            _ => None,
        }
    }

    /// Those whose time a council chooses.
    pub fn settable() -> impl Iterator<Item = Kept> {
        Kept::ALL.iter().copied().filter(|kept| kept.bounds().is_some())
    }

    /// What it is part of.
    pub fn processing(self) -> Processing {
        match self {
            Kept::Left | Kept::Admissions => Processing::People,
            Kept::Tries
            | Kept::Sessions
            | Kept::Links
            | Kept::AddressChanges
            | Kept::Mails
            | Kept::Snoozes => Processing::Accounts,
            Kept::Readings | Kept::Unsaved => Processing::Texts,
            Kept::Uploads | Kept::Bin | Kept::LinkUses => Processing::Library,
            Kept::Journal => Processing::Journal,
            Kept::Exports => Processing::Rights,
        }
    }

    /// Days between an invitation to the council and its end.
    pub fn invitation_days() -> i64 {
        LinkPurpose::Invitation.lifetime().num_days()
    }
}

/// How long each kind is kept: what the council chose, by code; the others are the product's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Keeping(BTreeMap<String, u32>);

impl Keeping {
    /// Days for which this is kept.
    pub fn days(&self, kept: Kept) -> u32 {
        let chosen = self.0.get(kept.code()).copied().zip(kept.bounds());
        chosen.map_or(kept.days(), |(days, (least, most))| days.clamp(least, most))
    }

    /// What is older than this goes.
    pub fn until(&self, kept: Kept, now: DateTime<Utc>) -> DateTime<Utc> {
        now - TimeDelta::days(i64::from(self.days(kept)))
    }

    /// Reads the days typed in the field of each settable kind, each within its bounds; blank ones go back to the product's.
    ///
    /// # Errors
    /// `Invalid`, on each wrong field.
    pub fn check(typed: &[(Kept, String)]) -> Result<Keeping, Refusal> {
        let (mut chosen, mut problems) = (BTreeMap::new(), Problems::new());
        for (kept, typed) in typed {
            let typed = typed.trim();
            let settable = kept.field().zip(kept.bounds()).filter(|_| !typed.is_empty());
            let Some((field, (min, max))) = settable else { continue };
            let days = typed.parse().map_err(|_| FieldProblem::NotANumber).and_then(|days: u32| {
                let within = (min..=max).contains(&days);
                if within { Ok(days) } else { Err(FieldProblem::OutOfBounds(min, max)) }
            });
            if let Some(days) = problems.check(field, days).filter(|days| *days != kept.days()) {
                chosen.insert(kept.code().to_owned(), days);
            }
        }
        problems.into_result()?;
        Ok(Keeping(chosen))
    }
}
