//! What is asked of a person: each thing once, the first thing first.
//!
//! One list, used by home and by whatever reminds people; a group's page reads its part of it. Each source below
//! gives what it asks from what may still be done about it, so that nothing grows with what is over; nothing is kept
//! but what was put off.

mod backups;
mod charter;
mod comments;
mod erasures;
mod groups;
mod mandates;
mod messages;
mod polls;
mod reports;
mod signs;
mod snooze;
mod suggestions;
mod texts;
mod unsaved;
mod welcome;

pub use snooze::{bring_back, put_off};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    home::AskedKind,
    ids::{
        AdmissionId, CaseId, CommentId, ContributionId, DelegationId, FramingTextId, GroupId, HandoverId,
        MessageId, PollId, ThreadId, UserId,
    },
};

use self::signs::Signs;
use crate::{Cx, Result, contributions::GroupRef, groups::GroupView};

/// Texts read to find what is asked: far more than anybody should have waiting.
const AT_MOST: u64 = 200;

/// What something asked is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A text.
    Text(ContributionId),
    /// A text that was never saved, in this group.
    NewText(GroupId),
    /// A group.
    Group(GroupId),
    /// A request to join, or an invitation.
    Admission(AdmissionId),
    /// A handover of a group, or of presiding when there is no group.
    Handover(HandoverId),
    /// A role that somebody gives for a time.
    Delegation(DelegationId),
    /// A message of a discussion.
    Message(ThreadId, MessageId),
    /// A comment on a text.
    Comment(ContributionId, CommentId),
    /// A poll.
    Poll(PollId),
    /// A framing text.
    Framing(FramingTextId),
    /// The mandates of the council.
    Mandates,
    /// The backups of the installation.
    Backups,
    /// One's own first steps.
    FirstSteps,
    /// Somebody.
    Person(UserId),
    /// Those who are stuck in a tutorial.
    Tutorials,
    /// What was reported.
    Reports,
    /// What was decided about one content.
    Case(CaseId),
}

impl Subject {
    /// The identifier under which it is put off; 0 when there is but one.
    pub fn id(self) -> i64 {
        match self {
            Subject::Text(id) => id.0,
            Subject::NewText(id) | Subject::Group(id) => id.0,
            Subject::Admission(id) => id.0,
            Subject::Handover(id) => id.0,
            Subject::Delegation(id) => id.0,
            Subject::Message(_, id) => id.0,
            Subject::Comment(_, id) => id.0,
            Subject::Poll(id) => id.0,
            Subject::Framing(id) => id.0,
            Subject::Person(id) => id.0,
            Subject::Case(id) => id.0,
            Subject::Mandates
            | Subject::FirstSteps
            | Subject::Tutorials
            | Subject::Backups
            | Subject::Reports => 0,
        }
    }

    /// The text, if it is about one that exists.
    pub fn text(self) -> Option<ContributionId> {
        if let Subject::Text(id) = self { Some(id) } else { None }
    }
}

/// One thing asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is asked.
    pub kind: AskedKind,
    /// About what.
    pub subject: Subject,
    /// The title of the text, the subject of the discussion, the name of the person; may be empty for a text that was
    /// never saved, or for what is about none of these.
    pub title: String,
    /// The group, if it is about one.
    pub group: Option<GroupRef>,
    /// Since when it waits, if that is known.
    pub since: Option<DateTime<Utc>>,
    /// For when it is asked, if a day is set.
    pub due: Option<NaiveDate>,
    /// How many there are of them, for what is asked in one go.
    pub count: usize,
    /// The name of the framing text in addresses, if it is about one.
    pub address: String,
    /// The number of its version, if it is about that.
    pub version: Option<i32>,
}

impl Asked {
    /// One thing, asked for no day.
    fn one(kind: AskedKind, subject: Subject) -> Asked {
        let (title, address) = (String::new(), String::new());
        Asked { kind, subject, title, group: None, since: None, due: None, count: 1, address, version: None }
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
    let signs = Signs::read(cx, me, None).await?;
    let mut asked = of_texts(cx, me, &signs, None).await?;
    asked.extend(groups::waiting(cx, &signs).await?);
    asked.extend(messages::waiting(cx, &signs, None).await?);
    asked.extend(reports::waiting(cx, &signs, None).await?);
    if signs.polls {
        polls::leave_out_adoptions(cx, &mut asked).await?;
        asked.extend(polls::waiting(cx, me).await?);
    }
    if signs.to_sign {
        asked.extend(charter::waiting(cx, me).await?);
    }
    if signs.amendments {
        asked.extend(charter::to_examine(cx).await?);
    }
    asked.extend(welcome::waiting(cx, &signs).await?);
    if signs.mandates_end {
        asked.extend(mandates::waiting(cx).await?);
    }
    if signs.erasures {
        asked.extend(erasures::waiting(cx).await?);
    }
    if signs.backups {
        asked.extend(backups::waiting(cx).await?);
    }
    in_order(cx, &signs, asked).await
}

/// What is asked first of the person who asks, in a group they look at. What the group already shows is not read
/// again, nor what waits elsewhere.
///
/// # Errors
/// The database cannot be read.
pub async fn asked_in(cx: &Cx, group: &GroupView) -> Result<Option<Asked>> {
    let Some(me) = cx.actor.user_id() else { return Ok(None) };
    let signs = Signs::read(cx, me, Some(group.id)).await?;
    let mut asked = of_texts(cx, me, &signs, Some(group.id)).await?;
    asked.extend(groups::waiting_in(cx, &signs, group).await?);
    asked.extend(messages::waiting(cx, &signs, Some(group.id)).await?);
    asked.extend(reports::waiting(cx, &signs, Some(group.id)).await?);
    Ok(in_order(cx, &signs, asked).await?.now.into_iter().next())
}

/// The texts that wait, each once: taking up again what was typed comes before anything else asked about it.
async fn of_texts(cx: &Cx, me: UserId, signs: &Signs, of: Option<GroupId>) -> Result<Vec<Asked>> {
    let mut asked = if signs.unsaved { unsaved::waiting(cx, me, of).await? } else { Vec::new() };
    let resumed: Vec<ContributionId> = asked.iter().filter_map(|ask| ask.subject.text()).collect();
    let texts = texts::waiting(cx, me, of).await?;
    asked.extend(texts.into_iter().filter(|ask| ask.subject.text().is_none_or(|id| !resumed.contains(&id))));
    if signs.answered {
        asked.extend(suggestions::told(cx, me, of).await?);
    }
    if signs.mentioned {
        asked.extend(comments::mentioned(cx, me, of).await?);
    }
    if signs.commented {
        // Whoever is asked to take up their text reads its comments there.
        let known: Vec<ContributionId> = asked.iter().filter_map(|ask| ask.subject.text()).collect();
        let commented = comments::waiting(cx, me, of).await?;
        asked.extend(
            commented.into_iter().filter(|ask| ask.subject.text().is_none_or(|id| !known.contains(&id))),
        );
    }
    Ok(asked)
}

/// The first thing first, and apart what was put off.
async fn in_order(cx: &Cx, signs: &Signs, mut asked: Vec<Asked>) -> Result<AskedOfMe> {
    let mut all = AskedOfMe::default();
    asked.sort_by_key(|ask| (ask.kind, ask.due.is_none(), ask.due, ask.since, ask.subject));
    let put_off = if signs.put_off { snooze::of_me(cx).await? } else { Vec::new() };
    for ask in asked {
        match snooze::until(&put_off, &ask) {
            Some(day) => all.later.push((day, ask)),
            None => all.now.push(ask),
        }
    }
    all.later.sort_by_key(|(day, _)| *day);
    Ok(all)
}
