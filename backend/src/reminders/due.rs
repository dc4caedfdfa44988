//! What is to be written, and to whom: noted in the transaction that leaves the mail to be sent.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::{
    ids::{PollId, UserId},
    people::CouncilRole,
    reminders::{REST, ReminderKind, Sent, sign_due, vote_due},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait, sea_query::OnConflict,
};

use crate::{
    Backend, Cx, Result, charter, council,
    entities::{poll, poll_voter, reminder, unreminded, user},
    jobs::{self, Job},
    people,
};

/// Those the council waits for.
pub(super) const ROLES: [CouncilRole; 3] = [CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair];
/// Rows written together.
const TOGETHER: usize = 500;

/// One thing to be reminded of.
pub(super) type Thing = (ReminderKind, i64);
/// What was written to whom.
pub(super) type AllSent = HashMap<(UserId, ReminderKind, i64), Sent>;

/// Leaves the mails that are due, one a person at most, and says how many.
///
/// # Errors
/// The database refused it.
pub async fn send_due(backend: &Backend) -> Result<usize> {
    let cx = &backend.system();
    let tx = cx.begin().await?;
    // Two nodes that look at once would write twice.
    council::hold_numbers(&tx).await?;
    let polls = open_polls(cx, &tx).await?;
    let to_sign = charter::to_be_signed(cx).await?;
    let amendable = charter::open_to_amendments(cx).await?;
    let versions = to_sign.iter().map(|one| (ReminderKind::Sign, one.version.0));
    let amended = amendable.iter().map(|one| (ReminderKind::Amend, one.version.0));
    forget_the_rest(&tx, &polls, versions.chain(amended)).await?;
    let people = reachable(cx, &tx, None).await?;
    let sent = all_sent(&tx).await?;
    let told = |user, kind, subject| sent.get(&(user, kind, subject)).copied();
    let mut due: BTreeMap<UserId, Vec<Thing>> = BTreeMap::new();
    for (poll, user) in without_ballot(&tx, &polls).await? {
        let Some(closes_at) = polls.get(&poll) else { continue };
        let (open, ends) =
            (told(user, ReminderKind::Vote, poll.0), told(user, ReminderKind::VoteEnds, poll.0));
        if let Some(kind) = vote_due(cx.now, *closes_at, open, ends) {
            due.entry(user).or_default().push((kind, poll.0));
        }
    }
    for one in &to_sign {
        let subject = one.version.0;
        let waits = |user: &&UserId| !one.signed.contains(*user);
        let waits = people.iter().filter(waits);
        for user in waits.filter(|user| sign_due(cx.now, told(**user, ReminderKind::Sign, subject))) {
            due.entry(*user).or_default().push((ReminderKind::Sign, subject));
        }
    }
    for one in &amendable {
        let subject = one.version.0;
        for user in people.iter().filter(|user| told(**user, ReminderKind::Amend, subject).is_none()) {
            due.entry(*user).or_default().push((ReminderKind::Amend, subject));
        }
    }
    let mut last: HashMap<UserId, DateTime<Utc>> = HashMap::new();
    for ((user, ..), sent) in &sent {
        let at = last.entry(*user).or_insert(sent.at);
        *at = sent.at.max(*at);
    }
    let rested = |user: UserId| last.get(&user).is_none_or(|at| cx.now - *at >= REST);
    due.retain(|user, things| {
        let ends = things.iter().any(|(kind, _)| *kind == ReminderKind::VoteEnds);
        people.contains(user) && (ends || rested(*user))
    });
    let count = due.len();
    leave(cx, &tx, &sent, due).await?;
    cx.commit(tx).await?;
    Ok(count)
}

/// Notes what is written to each, and leaves the mails to be sent.
pub(super) async fn leave(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    sent: &AllSent,
    due: BTreeMap<UserId, Vec<Thing>>,
) -> Result<()> {
    let mut rows = Vec::new();
    for (user, things) in due {
        for (kind, subject) in &things {
            let times = sent.get(&(user, *kind, *subject)).map_or(0, |sent| sent.times) + 1;
            rows.push(reminder::ActiveModel {
                user_id: Set(user),
                kind: Set(*kind),
                subject: Set(*subject),
                times: Set(i32::try_from(times).unwrap_or(i32::MAX)),
                at: Set(cx.now),
            });
        }
        jobs::enqueue(cx, tx, &Job::Remind { user, things }).await?;
    }
    let key = [reminder::Column::UserId, reminder::Column::Kind, reminder::Column::Subject];
    for rows in rows.chunks(TOGETHER) {
        let mut again = OnConflict::columns(key);
        again.update_columns([reminder::Column::Times, reminder::Column::At]);
        reminder::Entity::insert_many(rows.to_vec()).on_conflict(again).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// What was written to whom, about what still waits.
pub(super) async fn all_sent(tx: &impl ConnectionTrait) -> Result<AllSent> {
    let rows = reminder::Entity::find().all(tx).await?;
    let times = |times: i32| u32::try_from(times).unwrap_or_default();
    let sent = |row: reminder::Model| {
        ((row.user_id, row.kind, row.subject), Sent { times: times(row.times), at: row.at })
    };
    Ok(rows.into_iter().map(sent).collect())
}

/// The members of the council who came at least once, and want these mails; or whether one of them does.
pub(super) async fn reachable(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    of: Option<UserId>,
) -> Result<HashSet<UserId>> {
    let not_wanted = unreminded::Entity::find().select_only().column(unreminded::Column::UserId).into_query();
    let found: Vec<UserId> = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .filter(people::holding_mandates(cx.today(), &ROLES))
        .filter(user::Column::LastVisitAt.is_not_null())
        .filter(user::Column::Id.not_in_subquery(not_wanted))
        .apply_if(of, |found, of| found.filter(user::Column::Id.eq(of)))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(found.into_iter().collect())
}

/// The polls that are open, each with its end.
async fn open_polls(cx: &Cx, tx: &impl ConnectionTrait) -> Result<HashMap<PollId, DateTime<Utc>>> {
    let found: Vec<(PollId, DateTime<Utc>)> = poll::Entity::find()
        .select_only()
        .columns([poll::Column::Id, poll::Column::ClosesAt])
        .filter(open(cx))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(found.into_iter().collect())
}

/// Polls in which one votes now.
pub(super) fn open(cx: &Cx) -> Condition {
    Condition::all()
        .add(poll::Column::HasElectorate.eq(true))
        .add(poll::Column::OpensAt.lte(cx.now))
        .add(poll::Column::ClosesAt.gt(cx.now))
        .add(poll::Column::CancelledAt.is_null())
        .add(poll::Column::ProclaimedAt.is_null())
}

/// Those who vote themselves and have not yet.
async fn without_ballot(
    tx: &impl ConnectionTrait,
    polls: &HashMap<PollId, DateTime<Utc>>,
) -> Result<Vec<(PollId, UserId)>> {
    if polls.is_empty() {
        return Ok(Vec::new());
    }
    let found = poll_voter::Entity::find()
        .select_only()
        .columns([poll_voter::Column::PollId, poll_voter::Column::UserId])
        .filter(poll_voter::Column::PollId.is_in(polls.keys().copied()))
        .filter(poll_voter::Column::HasVoted.eq(false))
        .filter(poll_voter::Column::ProxyId.is_null())
        .into_tuple()
        .all(tx)
        .await?;
    Ok(found)
}

/// What is over is not kept: nobody is to know afterwards who waited until the last day.
async fn forget_the_rest(
    tx: &impl ConnectionTrait,
    polls: &HashMap<PollId, DateTime<Utc>>,
    versions: impl Iterator<Item = Thing>,
) -> Result<()> {
    let mut waits: BTreeMap<ReminderKind, Vec<i64>> = BTreeMap::new();
    for kind in [ReminderKind::Vote, ReminderKind::VoteEnds] {
        waits.insert(kind, polls.keys().map(|poll| poll.0).collect());
    }
    for (kind, subject) in versions {
        waits.entry(kind).or_default().push(subject);
    }
    for kind in ReminderKind::ALL {
        let waiting = waits.remove(kind).unwrap_or_default();
        reminder::Entity::delete_many()
            .filter(reminder::Column::Kind.eq(*kind))
            .filter(reminder::Column::Subject.is_not_in(waiting))
            .exec(tx)
            .await?;
    }
    Ok(())
}
