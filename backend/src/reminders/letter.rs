//! What a mail says: what still waits when it leaves, and nothing else.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    ids::{FramingVersionId, PollId, UserId},
    reminders::ReminderKind,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::due::{Thing, open, reachable};
use crate::{
    Cx, Found, Result, charter, contributions,
    entities::{poll, poll_voter, user},
    mail::{self, Letter},
};

/// One thing that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reminded {
    /// A vote without their ballot.
    Vote {
        /// Which.
        id: PollId,
        /// What is asked, typeset.
        question: String,
        /// When it ends.
        closes_at: DateTime<Utc>,
        /// Whether it is about to.
        ends: bool,
    },
    /// A version to sign.
    Sign {
        /// The name of its text in addresses.
        slug: String,
        /// The title of its text, typeset.
        title: String,
        /// Since when it is in force.
        from: NaiveDate,
    },
    /// A version that they may amend.
    Amend {
        /// The name of its text in addresses.
        slug: String,
        /// The title of its text, typeset.
        title: String,
        /// Its number.
        number: i32,
        /// The last day.
        until: NaiveDate,
    },
}

/// Writes to somebody about these things, if they still wait.
pub(crate) async fn send(cx: &Cx, user: UserId, things: &[Thing]) -> Result<()> {
    // Suspended since, gone, or wants no such mail any more.
    if reachable(cx, cx.reader(), Some(user)).await?.is_empty() {
        return Ok(());
    }
    let mut waiting = Vec::new();
    for thing in things {
        waiting.extend(still(cx, user, *thing).await?);
    }
    if waiting.is_empty() {
        return Ok(());
    }
    let user = user::Entity::find_by_id(user).one(cx.reader()).await?.found()?;
    mail::send(cx, &user, &user.email, &Letter::Reminder(waiting)).await
}

async fn still(cx: &Cx, user: UserId, (kind, subject): Thing) -> Result<Option<Reminded>> {
    Ok(match kind {
        ReminderKind::Vote | ReminderKind::VoteEnds => {
            let id = PollId(subject);
            let voter = poll_voter::Entity::find_by_id((id, user)).one(cx.reader()).await?;
            let found = poll::Entity::find().filter(open(cx)).filter(poll::Column::Id.eq(id));
            let waits = voter.is_some_and(|voter| !voter.has_voted && voter.proxy_id.is_none());
            found.one(cx.reader()).await?.filter(|_| waits).map(|poll| Reminded::Vote {
                id,
                question: contributions::typeset(&poll.question),
                closes_at: poll.closes_at,
                ends: kind == ReminderKind::VoteEnds,
            })
        }
        ReminderKind::Sign => {
            let found = charter::still_to_be_signed(cx, FramingVersionId(subject), user).await?;
            found.map(|one| Reminded::Sign { slug: one.slug, title: one.title, from: one.from })
        }
        ReminderKind::Amend => {
            let mut all = charter::open_to_amendments(cx).await?.into_iter();
            all.find(|one| one.version.0 == subject).map(|one| Reminded::Amend {
                slug: one.slug,
                title: one.title,
                number: one.number,
                until: one.until,
            })
        }
    })
}
