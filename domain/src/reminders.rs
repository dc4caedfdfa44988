//! When somebody is written to about what the council waits for: seldom, and never twice for the same thing but a
//! signature.

use chrono::{DateTime, TimeDelta, Utc};

use crate::columns::coded_enum;

coded_enum! {
    /// What somebody is reminded of.
    pub enum ReminderKind {
        /// A vote is open.
        Vote = "vote",
        /// It ends soon, and there is no ballot of theirs.
        VoteEnds = "vote-ends",
        /// A version in force waits for their signature.
        Sign = "sign",
        /// A version is open to amendments.
        Amend = "amend",
    }
}

/// A vote that ends within this is about to.
pub const ENDS_WITHIN: TimeDelta = TimeDelta::hours(48);
/// Between two mails to the same person, unless a vote is about to end.
pub const REST: TimeDelta = TimeDelta::hours(20);
/// Between two mails about the same signature.
pub const SIGN_EVERY: TimeDelta = TimeDelta::days(15);
/// Mails about the same signature that leave by themselves: the first, and three reminders.
pub const SIGN_TIMES: u32 = 4;
/// Between two mails about the same signature, when somebody sends them.
pub const SIGN_BY_HAND: TimeDelta = TimeDelta::days(3);

/// What was written to somebody about one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// How many times.
    pub times: u32,
    /// The last time.
    pub at: DateTime<Utc>,
}

/// What is to be written about an open vote to somebody without a ballot: that it is open, then that it is about to end.
/// One that is about to end is told so at once, and then nothing more.
pub fn vote_due(
    now: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    told: Option<Sent>,
    told_its_end: Option<Sent>,
) -> Option<ReminderKind> {
    let ends = closes_at - now <= ENDS_WITHIN;
    match (told, told_its_end) {
        (_, Some(_)) => None,
        (None, None) => Some(if ends { ReminderKind::VoteEnds } else { ReminderKind::Vote }),
        (Some(told), None) => (ends && now - told.at >= REST).then_some(ReminderKind::VoteEnds),
    }
}

/// Whether somebody is to be written to about their signature.
pub fn sign_due(now: DateTime<Utc>, told: Option<Sent>) -> bool {
    told.is_none_or(|told| told.times < SIGN_TIMES && now - told.at >= SIGN_EVERY)
}

/// Whether somebody may be written to about their signature because a person asks for it.
pub fn sign_may_be_asked(now: DateTime<Utc>, told: Option<Sent>) -> bool {
    told.is_none_or(|told| now - told.at >= SIGN_BY_HAND)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(hours: i64) -> DateTime<Utc> {
        DateTime::<Utc>::default() + TimeDelta::hours(hours)
    }

    #[test]
    fn a_vote_is_told_when_it_opens_and_once_before_it_ends() {
        let closes = hour(240);
        let mut sent: [Option<Sent>; 2] = [None, None];
        let mut told = Vec::new();
        for now in 0..240 {
            if let Some(kind) = vote_due(hour(now), closes, sent[0], sent[1]) {
                let which = usize::from(kind == ReminderKind::VoteEnds);
                sent[which] = Some(Sent { times: 1, at: hour(now) });
                told.push((now, kind));
            }
        }
        assert_eq!(told, [(0, ReminderKind::Vote), (192, ReminderKind::VoteEnds)]);
    }

    #[test]
    fn a_short_vote_is_told_once() {
        assert_eq!(vote_due(hour(0), hour(24), None, None), Some(ReminderKind::VoteEnds));
        let told = Some(Sent { times: 1, at: hour(0) });
        assert_eq!(vote_due(hour(20), hour(24), None, told), None);
        // Told that it is open yesterday evening, one is not told this morning that it ends.
        assert_eq!(vote_due(hour(10), hour(50), told, None), None);
        assert_eq!(vote_due(hour(20), hour(50), told, None), Some(ReminderKind::VoteEnds));
    }

    #[test]
    fn a_signature_is_asked_for_a_few_times_and_no_more() {
        let (mut sent, mut days) = (None, Vec::new());
        for day in 0..400 {
            let now = hour(24 * day);
            if sign_due(now, sent) {
                let times = sent.map_or(0, |sent: Sent| sent.times) + 1;
                sent = Some(Sent { times, at: now });
                days.push(day);
            }
        }
        assert_eq!(days, [0, 15, 30, 45]);
        assert!(sign_may_be_asked(hour(24 * 48), sent) && !sign_may_be_asked(hour(24 * 47), sent));
    }
}
