//! The polls of the council, the register of what was decided, and the list of ballots that anyone can count again.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    ids::{ContributionId, PollId, UserId},
    policy::Permission,
    polls::{Choice, Count, Manner, Phase, Receipt, ResolutionNumber, Secrecy, Tally, Times, tally},
    refusal::Transition,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, sea_query::Expr,
};

use crate::{
    Cx, Found, Page, PageNumber, Result, contributions,
    entities::{join, poll, poll_open_ballot, poll_secret_ballot, poll_voter, user},
    people,
};

/// Rows on a page of the register.
const PER_PAGE: u64 = 50;
/// Polls shown as going on or to come: far more than a council holds at once.
const AT_MOST: u64 = 100;

/// A poll, in a list.
#[derive(Clone, Debug)]
pub struct PollRow {
    /// Which.
    pub id: PollId,
    /// What is asked, typeset.
    pub question: String,
    /// Who decides.
    pub body: String,
    /// Open or secret.
    pub secrecy: Secrecy,
    /// When it begins and ends.
    pub times: Times,
    /// Where it stands.
    pub phase: Phase,
    /// Whether the person who reads has a ballot to cast, and has.
    pub mine: Option<bool>,
    /// The number and the result of the decision, once proclaimed.
    pub decided: Option<(ResolutionNumber, Tally)>,
}

/// What was decided, the last first.
pub type Register = Page<PollRow>;

fn row(cx: &Cx, poll: poll::Model, mine: Option<bool>) -> PollRow {
    let entitled = u32::try_from(poll.entitled).unwrap_or_default();
    let decided = poll.number().map(|number| (number, tally(&poll.rules(), entitled, poll.proclaimed())));
    PollRow {
        id: poll.id,
        question: contributions::typeset(&poll.question),
        secrecy: poll.secrecy,
        times: poll.times(),
        phase: poll.times().phase(cx.now),
        mine,
        decided,
        body: poll.body,
    }
}

fn unsettled() -> Select<poll::Entity> {
    poll::Entity::find()
        .filter(poll::Column::ProclaimedAt.is_null())
        .filter(poll::Column::CancelledAt.is_null())
}

/// The polls that go on, are to come, or wait for their result: the first to end first.
///
/// # Errors
/// `Forbidden` but for members of the council and administrators.
pub async fn list(cx: &Cx) -> Result<Vec<PollRow>> {
    cx.require(Permission::ReadPolls)?;
    let polls = unsettled().order_by_asc(poll::Column::ClosesAt).limit(AT_MOST).all(cx.reader()).await?;
    let mut mine: Vec<(PollId, bool)> = Vec::new();
    if let Some(me) = cx.actor.user_id()
        && cx.may(Permission::Vote)
        && !polls.is_empty()
    {
        mine = poll_voter::Entity::find()
            .select_only()
            .columns([poll_voter::Column::PollId, poll_voter::Column::HasVoted])
            .filter(poll_voter::Column::UserId.eq(me))
            .filter(poll_voter::Column::PollId.is_in(polls.iter().map(|poll| poll.id)))
            .into_tuple()
            .all(cx.reader())
            .await?;
    }
    let of = |id: PollId| mine.iter().find(|(poll, _)| *poll == id).map(|(_, voted)| *voted);
    let rows = polls.into_iter().map(|poll| {
        let mine = of(poll.id);
        row(cx, poll, mine)
    });
    Ok(rows.collect())
}

/// The register of what was decided, page by page.
///
/// # Errors
/// `Forbidden` but for members of the council and administrators.
pub async fn register(cx: &Cx, page: PageNumber) -> Result<Register> {
    cx.require(Permission::ReadPolls)?;
    let found = poll::Entity::find()
        .filter(poll::Column::ProclaimedAt.is_not_null())
        .order_by_desc(poll::Column::Year)
        .order_by_desc(poll::Column::Sequence);
    let total = found.clone().count(cx.reader()).await?;
    let polls = found.limit(PER_PAGE).offset(page.offset(PER_PAGE)).all(cx.reader()).await?;
    let rows = polls.into_iter().map(|poll| row(cx, poll, None)).collect();
    Ok(Page { rows, number: page, total, size: PER_PAGE })
}

/// A ballot, as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotRow {
    /// Who voted, of an open poll.
    pub voter: Option<String>,
    /// Who cast it in their name, or typed it in.
    pub cast_by: Option<String>,
    /// How it came, of an open poll.
    pub manner: Option<Manner>,
    /// Under what it is found again, of a secret poll.
    pub receipt: Option<Receipt>,
    /// What it says.
    pub choice: Choice,
}

/// Every ballot of a poll whose result is proclaimed.
#[derive(Clone, Debug)]
pub struct Ballots {
    /// What was asked, typeset.
    pub question: String,
    /// Open or secret.
    pub secrecy: Secrecy,
    /// The number of the decision.
    pub number: ResolutionNumber,
    /// By name, or by receipt.
    pub rows: Vec<BallotRow>,
    /// Totals of what came on paper, of a secret poll.
    pub paper: Count,
    /// What they make together.
    pub total: Count,
}

#[derive(FromQueryResult)]
struct Named {
    name: String,
    user_id: UserId,
    choice: Choice,
    manner: Manner,
    cast_by: UserId,
}

/// The ballots of a poll, for anybody of the council to count again.
///
/// # Errors
/// `Forbidden` but for members of the council and administrators; `NotFound` before the result is proclaimed.
pub async fn ballots(cx: &Cx, id: PollId) -> Result<Ballots> {
    cx.require(Permission::ReadPolls)?;
    let poll = poll::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let number = poll.number().found()?;
    let rows = match poll.secrecy {
        Secrecy::Open => named(cx, id).await?,
        Secrecy::Secret => secret(cx, id).await?,
    };
    Ok(Ballots {
        question: contributions::typeset(&poll.question),
        secrecy: poll.secrecy,
        number,
        rows,
        paper: poll.paper(),
        total: poll.proclaimed(),
    })
}

async fn named(cx: &Cx, id: PollId) -> Result<Vec<BallotRow>> {
    let to_voter =
        join::<poll_open_ballot::Entity, user::Entity>(poll_open_ballot::Column::UserId, user::Column::Id);
    let rows: Vec<Named> = poll_open_ballot::Entity::find()
        .select_only()
        .columns([
            poll_open_ballot::Column::UserId,
            poll_open_ballot::Column::Choice,
            poll_open_ballot::Column::Manner,
            poll_open_ballot::Column::CastBy,
        ])
        .column(user::Column::Name)
        .join(JoinType::InnerJoin, to_voter)
        .filter(poll_open_ballot::Column::PollId.eq(id))
        .order_by_asc(user::Column::Folded)
        .order_by_asc(user::Column::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let others: Vec<UserId> =
        rows.iter().filter(|row| row.cast_by != row.user_id).map(|row| row.cast_by).collect();
    let names = people::names(cx.reader(), others).await?;
    let name = |id: UserId| names.get(&id).cloned();
    let published = rows.into_iter().map(|row| BallotRow {
        cast_by: if row.cast_by == row.user_id { None } else { name(row.cast_by) },
        voter: Some(row.name),
        manner: Some(row.manner),
        receipt: None,
        choice: row.choice,
    });
    Ok(published.collect())
}

async fn secret(cx: &Cx, id: PollId) -> Result<Vec<BallotRow>> {
    let rows = poll_secret_ballot::Entity::find()
        .filter(poll_secret_ballot::Column::PollId.eq(id))
        .order_by_asc(poll_secret_ballot::Column::Receipt)
        .all(cx.reader())
        .await?;
    rows.into_iter()
        .map(|row| {
            let receipt = Some(Receipt::read(&row.receipt)?);
            Ok(BallotRow { voter: None, cast_by: None, manner: None, receipt, choice: row.choice })
        })
        .collect()
}

/// Refuses while a poll about this text goes on: it alone decides.
pub(crate) async fn must_not_be_polled(db: &impl ConnectionTrait, text: ContributionId) -> Result<()> {
    match about(text).one(db).await? {
        Some(_) => Err(Refusal::Transition(Transition::PollOnText).into()),
        None => Ok(()),
    }
}

fn about(text: ContributionId) -> Select<poll::Entity> {
    unsettled().filter(poll::Column::ContributionId.eq(text))
}

/// The poll about this text that has no result yet, for who reads the text and the polls.
///
/// # Errors
/// The database cannot be read.
pub async fn of_text(cx: &Cx, text: ContributionId) -> Result<Option<PollRow>> {
    if !cx.may(Permission::ReadPolls) {
        return Ok(None);
    }
    Ok(about(text).one(cx.reader()).await?.map(|poll| row(cx, poll, None)))
}

/// The texts about which a poll has no result yet: nothing else is asked about their adoption.
pub(crate) async fn texts_put_to_the_vote(cx: &Cx) -> Result<Vec<ContributionId>> {
    let found = unsettled().select_only().column(poll::Column::ContributionId);
    let texts: Vec<Option<ContributionId>> = found.into_tuple().all(cx.reader()).await?;
    Ok(texts.into_iter().flatten().collect())
}

/// A poll that waits for somebody: to vote in it, or to proclaim its result.
#[derive(FromQueryResult)]
pub(crate) struct WaitingPoll {
    pub id: PollId,
    pub question: String,
    pub opens_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
}

/// Whether some poll has no result yet: most days there is none.
pub(crate) fn any_unsettled() -> Expr {
    Expr::exists(unsettled().into_query())
}

/// The polls in which the person asking has a ballot to cast, theirs or of whom they represent; and those whose result
/// waits for them. Two queries.
pub(crate) async fn unproclaimed(cx: &Cx, me: UserId) -> Result<(Vec<WaitingPoll>, Vec<WaitingPoll>)> {
    let columns = [poll::Column::Id, poll::Column::Question, poll::Column::OpensAt, poll::Column::ClosesAt];
    let mut to_vote = Vec::new();
    if cx.may(Permission::Vote) && cx.acting().is_none() {
        let own = Condition::all()
            .add(poll_voter::Column::UserId.eq(me))
            .add(poll_voter::Column::ProxyId.is_null());
        let mine = poll_voter::Entity::find()
            .select_only()
            .column(poll_voter::Column::PollId)
            .filter(poll_voter::Column::HasVoted.eq(false))
            .filter(Condition::any().add(own).add(poll_voter::Column::ProxyId.eq(me)))
            .into_query();
        to_vote = unsettled()
            .select_only()
            .columns(columns)
            .filter(poll::Column::OpensAt.lte(cx.now))
            .filter(poll::Column::ClosesAt.gt(cx.now))
            .filter(poll::Column::Id.in_subquery(mine))
            .into_model()
            .all(cx.reader())
            .await?;
    }
    let mut to_proclaim = Vec::new();
    if cx.actor.presides() {
        let over = unsettled().select_only().columns(columns).filter(poll::Column::ClosesAt.lte(cx.now));
        to_proclaim = over.into_model().all(cx.reader()).await?;
    }
    Ok((to_vote, to_proclaim))
}

/// What is asked in these polls, typeset, for who reads them. No query without one.
pub(crate) async fn questions(cx: &Cx, ids: &[PollId]) -> Result<HashMap<PollId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(PollId, String)> = poll::Entity::find()
        .select_only()
        .columns([poll::Column::Id, poll::Column::Question])
        .filter(poll::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(|(id, question)| (id, contributions::typeset(&question))).collect())
}
