//! Preparing a poll, and typing in what was counted on paper.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{Count, Majority, PROXIES_MAX, Quorum, Rules, Secrecy};
use crate::{
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// A poll takes at least so long.
const SHORTEST: TimeDelta = TimeDelta::minutes(5);
/// And ends within so many days.
const LONGEST: i64 = 366;

/// A poll as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PollForm {
    /// What is asked, which one answers by for or against.
    pub question: String,
    /// What one must know to answer, in Markdown; may be empty.
    pub details: String,
    /// Who decides, such as « Assemblée plénière ».
    pub body: String,
    /// Code of a [`Secrecy`].
    pub secrecy: String,
    /// Code of a [`Quorum`].
    pub quorum: String,
    /// Code of a [`Majority`].
    pub majority: String,
    /// How many people one person may represent.
    pub proxies: String,
    /// The day on which it begins; empty for at once.
    pub opens_on: String,
    /// The time at which it begins; empty with the day.
    pub opens_at: String,
    /// The day on which it ends.
    pub closes_on: String,
    /// The time at which it ends.
    pub closes_at: String,
}

/// The rules that a poll has unless who prepares it chooses others, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UsualForm {
    /// Who decides, such as « Assemblée plénière »; may be empty.
    pub body: String,
    /// Code of a [`Secrecy`].
    pub secrecy: String,
    /// Code of a [`Quorum`].
    pub quorum: String,
    /// Code of a [`Majority`].
    pub majority: String,
    /// How many people one person may represent.
    pub proxies: String,
}

impl Default for UsualForm {
    /// As long as the council has chosen none.
    fn default() -> UsualForm {
        UsualForm {
            body: String::new(),
            secrecy: Secrecy::Open.code().to_owned(),
            quorum: Quorum::Half.code().to_owned(),
            majority: Majority::Simple.code().to_owned(),
            proxies: "1".to_owned(),
        }
    }
}

/// The usual rules, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usual {
    /// Who decides; may be empty.
    pub body: String,
    /// Open or secret.
    pub secrecy: Secrecy,
    /// How it is counted.
    pub rules: Rules,
}

impl UsualForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<Usual, Refusal> {
        let mut problems = Problems::new();
        let body = problems.check("body", form::line(&self.body, 0, 160));
        let secrecy =
            problems.check("secrecy", Secrecy::from_code(&self.secrecy).ok_or(FieldProblem::NotAChoice));
        let quorum =
            problems.check("quorum", Quorum::from_code(&self.quorum).ok_or(FieldProblem::NotAChoice));
        let majority =
            problems.check("majority", Majority::from_code(&self.majority).ok_or(FieldProblem::NotAChoice));
        let proxies = problems.check("proxies", form::count(&self.proxies, PROXIES_MAX));
        problems.into_result()?;
        let complete = || {
            let rules = Rules { quorum: quorum?, majority: majority?, proxies: proxies? };
            Some(Usual { body: body?, secrecy: secrecy?, rules })
        };
        complete().ok_or(Refusal::Malformed)
    }
}

/// What is asked, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub question: String,
    /// What one must know.
    pub details: String,
    /// Who decides.
    pub body: String,
    /// Open or secret.
    pub secrecy: Secrecy,
    /// How it is counted.
    pub rules: Rules,
}

/// When it takes place, in the time of the council.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The beginning; none for at once.
    pub opens: Option<NaiveDateTime>,
    /// The end.
    pub closes: NaiveDateTime,
}

impl PollForm {
    /// Checks every field. `now` is in the time of the council.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, now: NaiveDateTime) -> Result<(Question, Schedule), Refusal> {
        let mut problems = Problems::new();
        let choice = |found: Option<_>| found.ok_or(FieldProblem::NotAChoice);
        let question = problems.check("question", form::line(&self.question, 5, 300));
        let details = problems.check("details", form::text(&self.details, 0, 10_000));
        let body = problems.check("body", form::line(&self.body, 2, 160));
        let secrecy =
            problems.check("secrecy", Secrecy::from_code(&self.secrecy).ok_or(FieldProblem::NotAChoice));
        let quorum = problems.check("quorum", choice(Quorum::from_code(&self.quorum)));
        let majority =
            problems.check("majority", Majority::from_code(&self.majority).ok_or(FieldProblem::NotAChoice));
        let proxies = problems.check("proxies", form::count(&self.proxies, PROXIES_MAX));
        let at_once = self.opens_on.trim().is_empty() && self.opens_at.trim().is_empty();
        let opens = if at_once {
            None
        } else {
            moment(&mut problems, ["opens_on", "opens_at"], &self.opens_on, &self.opens_at)
        };
        let closes = moment(&mut problems, ["closes_on", "closes_at"], &self.closes_on, &self.closes_at);
        if let Some(opens) = opens
            && opens < now
        {
            problems.add(
                if opens.date() < now.date() { "opens_on" } else { "opens_at" },
                FieldProblem::InThePast,
            );
        }
        if let Some(closes) = closes {
            let from = opens.unwrap_or(now);
            if closes < from + SHORTEST {
                problems.add("closes_on", FieldProblem::EndsBeforeStart);
            } else if closes > now + TimeDelta::days(LONGEST) {
                problems.add("closes_on", FieldProblem::TooFar { days: LONGEST as u32 });
            }
        }
        problems.into_result()?;
        let complete = || {
            let rules = Rules { quorum: quorum?, majority: majority?, proxies: proxies? };
            let question =
                Question { question: question?, details: details?, body: body?, secrecy: secrecy?, rules };
            Some((question, Schedule { opens, closes: closes? }))
        };
        complete().ok_or(Refusal::Malformed)
    }
}

/// A day and a time of that day.
fn moment(problems: &mut Problems, names: [&'static str; 2], day: &str, time: &str) -> Option<NaiveDateTime> {
    let day: Option<NaiveDate> = problems.check(names[0], form::date(day));
    let time: Option<NaiveTime> = problems.check(names[1], form::time(time));
    Some(day?.and_time(time?))
}

/// Ballots on paper, counted, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CountForm {
    /// Votes for.
    pub votes_for: String,
    /// Votes against.
    pub votes_against: String,
    /// Abstentions.
    pub votes_abstaining: String,
}

impl CountForm {
    /// Checks every field; an empty one is none.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<Count, Refusal> {
        const MOST: u32 = 10_000;
        let mut problems = Problems::new();
        let mut read = |name, typed: &str| {
            let typed = if typed.trim().is_empty() { "0" } else { typed };
            problems.check(name, form::count(typed, MOST)).unwrap_or_default()
        };
        let count = Count {
            votes_for: read("votes_for", &self.votes_for),
            votes_against: read("votes_against", &self.votes_against),
            votes_abstaining: read("votes_abstaining", &self.votes_abstaining),
        };
        problems.into_result().map(|()| count)
    }
}
