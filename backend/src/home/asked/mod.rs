//! What is asked of a person: each thing once, the first thing first.
//!
//! One list, used by home and by whatever reminds people. Each source below is one query and gives what it asks;
//! nothing is kept but what was put off.

mod mandates;
mod snooze;
mod texts;
mod unsaved;

pub use snooze::{bring_back, put_off};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    home::AskedKind,
    ids::{ContributionId, GroupId},
};

use crate::{Cx, Result, contributions::GroupRef};

/// Texts read to find what is asked: far more than anybody should have waiting.
const AT_MOST: u64 = 200;

/// What something asked is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A text.
    Text(ContributionId),
    /// A text that was never saved, in this group.
    NewText(GroupId),
    /// The mandates of the council.
    Mandates,
}

impl Subject {
    /// The identifier under which it is put off; 0 when there is but one.
    pub fn id(self) -> i64 {
        match self {
            Subject::Text(id) => id.0,
            Subject::NewText(id) => id.0,
            Subject::Mandates => 0,
        }
    }

    /// The text, if it is about one that exists.
    pub fn text(self) -> Option<ContributionId> {
        match self {
            Subject::Text(id) => Some(id),
            Subject::NewText(_) | Subject::Mandates => None,
        }
    }
}

/// One thing asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is asked.
    pub kind: AskedKind,
    /// About what.
    pub subject: Subject,
    /// The title of the text; may be empty for one that was never saved, or for what is about none.
    pub title: String,
    /// The group, if it is about one.
    pub group: Option<GroupRef>,
    /// Since when it waits.
    pub since: DateTime<Utc>,
    /// For when it is asked, if a day is set.
    pub due: Option<NaiveDate>,
    /// How many there are of them, for what is asked in one go.
    pub count: usize,
}

impl Asked {
    /// Whether it is about this group.
    pub fn is_of(&self, slug: &str) -> bool {
        self.group.as_ref().is_some_and(|group| group.slug == slug)
    }
}

/// All that is asked of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedOfMe {
    /// To be done, the first thing first.
    pub now: Vec<Asked>,
    /// Put off until a day, the first to come back first.
    pub later: Vec<(NaiveDate, Asked)>,
}

/// Everything asked of the person who asks, each thing once.
///
/// # Errors
/// `SignInRequired`.
pub async fn asked_of_me(cx: &Cx) -> Result<AskedOfMe> {
    let me = cx.person()?.id;
    let mut asked = unsaved::waiting(cx, me).await?;
    let resumed: Vec<ContributionId> = asked.iter().filter_map(|ask| ask.subject.text()).collect();
    let texts = texts::waiting(cx, me).await?;
    asked.extend(texts.into_iter().filter(|ask| ask.subject.text().is_none_or(|id| !resumed.contains(&id))));
    asked.extend(mandates::waiting(cx, me).await?);
    asked.sort_by_key(|ask| (ask.kind, ask.due.is_none(), ask.due, ask.since, ask.subject));
    let put_off = snooze::of_me(cx).await?;
    let mut all = AskedOfMe::default();
    for ask in asked {
        match snooze::until(&put_off, &ask) {
            Some(day) => all.later.push((day, ask)),
            None => all.now.push(ask),
        }
    }
    all.later.sort_by_key(|(day, _)| *day);
    Ok(all)
}
