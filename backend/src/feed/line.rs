//! A line of the news.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{ContributionId, DocumentId, PollId, ThreadId};

use crate::{contributions::GroupRef, events::EventKind};

/// What something happened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The council itself.
    Council,
    /// The group.
    Group,
    /// A text, and its title.
    Text(ContributionId, String),
    /// A discussion, and its subject unless it was hidden.
    Discussion(ThreadId, Option<String>),
    /// A dossier, and its title.
    Dossier(DocumentId, String),
    /// A framing text: its name in addresses, and its title.
    Framing(String, String),
    /// A poll, and what it asks.
    Poll(PollId, String),
    /// A tutorial: its name in addresses, and its title.
    Tutorial(String, String),
    /// Amendments to a version of a framing text, or one of them.
    Amendments {
        /// The name of the text in addresses.
        slug: String,
        /// Its title.
        title: String,
        /// The number of the version.
        version: i32,
        /// The number of the amendment.
        amendment: Option<i32>,
    },
}

/// Something that happened, once or several times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What.
    pub kind: EventKind,
    /// When it last did.
    pub at: DateTime<Utc>,
    /// Who did it, the latest first.
    pub who: Vec<String>,
    /// By whose hand, if who did it takes part on paper.
    pub entered_by: Vec<String>,
    /// To whom, if to somebody else than themselves and the person asking.
    pub whom: Vec<String>,
    /// Whether somebody else did it to the person asking.
    pub to_me: bool,
    /// In which group; none for what concerns the whole council.
    pub group: Option<GroupRef>,
    /// To what.
    pub about: About,
    /// The day that it set, if it did.
    pub day: Option<NaiveDate>,
    /// How many times it happened.
    pub times: u32,
}

impl Line {
    /// Whether the same thing happened, to the same thing.
    fn is_like(&self, other: &Line) -> bool {
        let group = |line: &Line| line.group.as_ref().map(|group| group.slug.clone());
        self.kind == other.kind
            && self.to_me == other.to_me
            && group(self) == group(other)
            && self.about == other.about
    }

    /// The same thing, once more, earlier.
    fn again(&mut self, earlier: Line) {
        self.times += earlier.times;
        push_once(&mut self.who, earlier.who);
        push_once(&mut self.entered_by, earlier.entered_by);
        push_once(&mut self.whom, earlier.whom);
    }
}

/// Tells once what happened several times, as long as `together` says that two lines are one.
pub(super) fn gather(
    lines: impl IntoIterator<Item = Line>,
    together: impl Fn(&Line, &Line) -> bool,
) -> Vec<Line> {
    let mut gathered: Vec<Line> = Vec::new();
    for line in lines {
        match gathered.iter_mut().find(|other| other.is_like(&line) && together(other, &line)) {
            Some(other) => other.again(line),
            None => gathered.push(line),
        }
    }
    gathered
}

fn push_once(names: &mut Vec<String>, more: Vec<String>) {
    for name in more {
        if !names.contains(&name) {
            names.push(name);
        }
    }
}
