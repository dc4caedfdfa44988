//! Home: what is asked of a person, each thing once, and putting it off.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// How long something may be put off, in days.
pub const SNOOZE_MAX: u64 = 90;

coded_enum! {
    /// What is asked, in the order in which it is shown: first what is one's own and could be lost or waits for
    /// oneself, then what the council waits for, then what the group does.
    pub enum AskedKind {
        /// Go on with a text typed and not saved.
        Resume = "resume",
        /// Take up one's own text, for which changes were requested.
        Revise = "revise",
        /// Finish one's own draft, whose deadline is near or past.
        Finish = "finish",
        /// Word again one's message that was hidden.
        Reword = "reword",
        /// Take one's first steps in the council, or answer who offers to accompany them.
        Welcome = "welcome",
        /// Answer an invitation to a group.
        Invitation = "invitation",
        /// Answer who asks one to take over.
        TakeOver = "take-over",
        /// Answer who asks one to stand in for them for a time.
        StandIn = "stand-in",
        /// Vote, before a poll ends.
        Vote = "vote",
        /// Sign the charter, or another text that members sign, as it is in force.
        Sign = "sign",
        /// Proclaim the result of a poll that is over.
        Proclaim = "proclaim",
        /// Adopt a text that is ready, or send it back.
        Adopt = "adopt",
        /// Publish a text that was adopted.
        Publish = "publish",
        /// Find who runs a group that nobody runs any more.
        Lead = "lead",
        /// Examine the amendments to a framing text, or put those that were adopted in its words.
        Amendments = "amendments",
        /// Answer who asks to join a group that one runs.
        Request = "request",
        /// Get in touch with the new member one accompanies.
        Accompany = "accompany",
        /// Help those who are stuck in a tutorial.
        Help = "help",
        /// Answer the authors of hidden messages who ask again.
        Moderate = "moderate",
        /// Hear the appeal of somebody whose content was hidden.
        Rule = "rule",
        /// Decide about what was reported.
        Judge = "judge",
        /// Propose for adoption a text that was approved.
        Propose = "propose",
        /// Review a text: by name, or as a member of its group.
        Review = "review",
        /// Examine the wordings suggested for one's own text.
        Examine = "examine",
        /// Read what was answered to one's suggestions.
        Outcome = "outcome",
        /// Read what was decided about what one reported, or wrote.
        Verdict = "verdict",
        /// Read a comment in which one is named.
        Mentioned = "mentioned",
        /// Answer the comments on one's own text.
        Comments = "comments",
        /// Say what one thinks of a text in consultation.
        Consult = "consult",
        /// Read what changed in a text since one read it.
        Reread = "reread",
        /// Mend the backups: the last failed, or is too old.
        Mend = "mend",
        /// Erase somebody who asks for it.
        Erase = "erase",
        /// Renew the mandates that are about to end.
        Renew = "renew",
    }
}

/// Putting something off, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SnoozeForm {
    /// Code of an [`AskedKind`].
    pub kind: String,
    /// What it is about: the identifier of a text or of a group, or 0.
    pub subject: String,
    /// The day it comes back.
    pub until: String,
}

/// Something put off, checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snooze {
    /// What is asked.
    pub kind: AskedKind,
    /// What it is about.
    pub subject: i64,
    /// The day it comes back.
    pub until: NaiveDate,
}

impl SnoozeForm {
    /// Checks every field: from tomorrow to [`SNOOZE_MAX`] days from now.
    ///
    /// # Errors
    /// `Invalid` for the date; `Malformed` when what is put off cannot be told.
    pub fn check(&self, today: NaiveDate) -> Result<Snooze, Refusal> {
        let kind = AskedKind::from_code(&self.kind).ok_or(Refusal::Malformed)?;
        let subject = self.subject.trim().parse().map_err(|_| Refusal::Malformed)?;
        let latest = today.checked_add_days(Days::new(SNOOZE_MAX)).unwrap_or(today);
        let mut problems = Problems::new();
        let until = problems.check(
            "until",
            form::date(&self.until).and_then(|day| match day {
                day if day <= today => Err(FieldProblem::InThePast),
                day if day > latest => Err(FieldProblem::TooFar { days: SNOOZE_MAX as u32 }),
                day => Ok(day),
            }),
        );
        problems.into_result()?;
        until.map(|until| Snooze { kind, subject, until }).ok_or(Refusal::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::FieldError;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn something_comes_back_between_tomorrow_and_three_months() {
        let form =
            |until: &str| SnoozeForm { kind: "review".into(), subject: "7".into(), until: until.into() };
        let today = day("2026-11-22");
        let snooze = form("29/11/2026").check(today).expect("accepted");
        assert_eq!(snooze, Snooze { kind: AskedKind::Review, subject: 7, until: day("2026-11-29") });
        for (until, problem) in [
            ("22/11/2026", FieldProblem::InThePast),
            ("21/02/2027", FieldProblem::TooFar { days: 90 }),
            ("bientôt", FieldProblem::NotADate),
            ("", FieldProblem::Missing),
        ] {
            let expected = Refusal::Invalid(vec![FieldError::new("until", problem)]);
            assert_eq!(form(until).check(today), Err(expected), "{until}");
        }
        assert!(form("20/02/2027").check(today).is_ok());
        let unknown = SnoozeForm { kind: "dream".into(), ..form("29/11/2026") };
        assert_eq!(unknown.check(today), Err(Refusal::Malformed));
    }
}
