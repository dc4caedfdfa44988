//! The page of a poll.

use std::collections::HashMap;

use domain::{
    Version,
    contributions::ContributionFacts,
    ids::{ContributionId, PollId, UserId},
    policy::{ContributionAction, Permission},
    polls::{Count, Manner, Phase, PollForm, ResolutionNumber, Rules, Secrecy, Tally, Times, tally},
};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};

use super::prepare::local;
use crate::{
    Cx, Found, Result, charter, contributions,
    entities::{join, poll, poll_voter, user},
};

/// A poll, for somebody who reads it.
#[derive(Clone, Debug)]
pub struct PollView {
    /// Which.
    pub id: PollId,
    /// What is asked, typeset.
    pub question: String,
    /// What one must know to answer, rendered; may be empty.
    pub details: String,
    /// Who decides.
    pub body: String,
    /// Open or secret.
    pub secrecy: Secrecy,
    /// How it is counted.
    pub rules: Rules,
    /// When it begins and ends.
    pub times: Times,
    /// Where it stands.
    pub phase: Phase,
    /// Whether it would adopt a text.
    pub adopts: bool,
    /// That text, if one may read it.
    pub text: Option<TextOfPoll>,
    /// The version of a framing text that it would adopt.
    pub framing: Option<FramingOfPoll>,
    /// How many may vote.
    pub entitled: u32,
    /// How many have.
    pub voted: u32,
    /// How many of these on paper.
    pub on_paper: u32,
    /// What was counted on paper, of a secret poll.
    pub paper: Count,
    /// What the person who reads has to do with it.
    pub mine: Mine,
    /// Who may vote, in the order of their names: for who runs the poll, and for who chooses a proxy.
    pub voters: Vec<Voter>,
    /// The result, once proclaimed.
    pub tally: Option<Tally>,
    /// The number of the decision, once proclaimed.
    pub number: Option<ResolutionNumber>,
    /// Why it was called off.
    pub cancelled_reason: String,
    /// For the next change.
    pub version: Version,
}

/// The text that a poll would adopt.
#[derive(Clone, Debug)]
pub struct TextOfPoll {
    /// Which.
    pub id: ContributionId,
    /// Its title, typeset.
    pub title: String,
    /// The version that is put to the vote.
    pub version: Version,
}

/// The version of a framing text that a poll would adopt.
#[derive(Clone, Debug)]
pub struct FramingOfPoll {
    /// The name of its text in addresses.
    pub slug: String,
    /// The title of its text, typeset.
    pub title: String,
    /// Its number.
    pub number: i32,
}

/// What somebody has to do with a poll.
#[derive(Clone, Debug, Default)]
pub struct Mine {
    /// Whether they may vote in it.
    pub is_voter: bool,
    /// Whether there is a ballot of theirs.
    pub has_voted: bool,
    /// Who votes in their name.
    pub proxy: Option<(UserId, String)>,
    /// Whom they represent.
    pub represents: Vec<Represented>,
}

/// Somebody who is represented.
#[derive(Clone, Debug)]
pub struct Represented {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Whether their ballot was cast.
    pub has_voted: bool,
}

/// Somebody who may vote.
#[derive(Clone, Debug)]
pub struct Voter {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// How their ballot came, if there is one.
    pub manner: Option<Manner>,
    /// Who votes in their name.
    pub proxy: Option<UserId>,
    /// How many people they represent.
    pub represents: u32,
}

#[derive(FromQueryResult)]
struct Row {
    user_id: UserId,
    name: String,
    has_voted: bool,
    manner: String,
    proxy_id: Option<UserId>,
}

impl Row {
    /// How their ballot came, if there is one.
    fn manner(&self) -> Option<Manner> {
        Manner::from_code(&self.manner).filter(|_| self.has_voted)
    }
}

/// A poll and those who may vote in it.
///
/// # Errors
/// `Forbidden` but for members of the council and administrators; `NotFound`.
pub async fn show(cx: &Cx, id: PollId) -> Result<PollView> {
    cx.require(Permission::ReadPolls)?;
    let poll = poll::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let rows: Vec<Row> = poll_voter::Entity::find()
        .select_only()
        .columns([
            poll_voter::Column::UserId,
            poll_voter::Column::HasVoted,
            poll_voter::Column::Manner,
            poll_voter::Column::ProxyId,
        ])
        .column(user::Column::Name)
        .join(
            JoinType::InnerJoin,
            join::<poll_voter::Entity, user::Entity>(poll_voter::Column::UserId, user::Column::Id),
        )
        .filter(poll_voter::Column::PollId.eq(id))
        .order_by_asc(user::Column::Folded)
        .order_by_asc(user::Column::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let text = match poll.contribution_id {
        Some(text) => text_of(cx, text, Version(poll.contribution_version)).await?,
        None => None,
    };
    let framing = match poll.framing_version_id {
        Some(version) => charter::named_version(cx, version).await?,
        None => None,
    };
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let entitled = number(rows.len());
    let on_paper =
        rows.iter().filter(|row| row.manner().is_some_and(|manner| manner != Manner::Online)).count();
    let result = poll
        .number()
        .map(|_| tally(&poll.rules(), u32::try_from(poll.entitled).unwrap_or_default(), poll.proclaimed()));
    Ok(PollView {
        id,
        question: contributions::typeset(&poll.question),
        details: contributions::rendered(&poll.details),
        secrecy: poll.secrecy,
        rules: poll.rules(),
        times: poll.times(),
        phase: poll.times().phase(cx.now),
        adopts: poll.contribution_id.is_some(),
        text,
        framing,
        entitled,
        voted: number(rows.iter().filter(|row| row.has_voted).count()),
        on_paper: number(on_paper),
        paper: poll.paper(),
        mine: mine(cx, &rows),
        voters: voters(&rows),
        tally: result,
        number: poll.number(),
        body: poll.body,
        cancelled_reason: poll.cancelled_reason,
        version: poll.version,
    })
}

fn mine(cx: &Cx, rows: &[Row]) -> Mine {
    // Nobody votes on behalf of somebody: what comes on paper has its own way.
    let me = cx.actor.user_id().filter(|_| cx.acting().is_none());
    let Some(me) = me else { return Mine::default() };
    let Some(own) = rows.iter().find(|row| row.user_id == me) else { return Mine::default() };
    let proxy = own.proxy_id.and_then(|proxy| rows.iter().find(|row| row.user_id == proxy));
    let represents = rows.iter().filter(|row| row.proxy_id == Some(me));
    Mine {
        is_voter: cx.may(Permission::Vote),
        has_voted: own.has_voted,
        proxy: proxy.map(|row| (row.user_id, row.name.clone())),
        represents: represents
            .map(|row| Represented { id: row.user_id, name: row.name.clone(), has_voted: row.has_voted })
            .collect(),
    }
}

fn voters(rows: &[Row]) -> Vec<Voter> {
    let mut represents: HashMap<UserId, u32> = HashMap::new();
    for proxy in rows.iter().filter_map(|row| row.proxy_id) {
        *represents.entry(proxy).or_default() += 1;
    }
    rows.iter()
        .map(|row| Voter {
            id: row.user_id,
            name: row.name.clone(),
            manner: row.manner(),
            proxy: row.proxy_id,
            represents: represents.get(&row.user_id).copied().unwrap_or_default(),
        })
        .collect()
}

/// The text, for who may read it.
async fn text_of(cx: &Cx, id: ContributionId, version: Version) -> Result<Option<TextOfPoll>> {
    match contributions::head(cx, id, ContributionAction::Read).await {
        Ok(head) => {
            let ContributionFacts { id, .. } = head.facts;
            Ok(Some(TextOfPoll { id, title: head.title, version }))
        }
        Err(crate::Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A poll as it was typed, for whoever changes it.
///
/// # Errors
/// `Forbidden`; `NotFound`; `PollRunning`, `PollOver`, `PollCancelled`.
pub async fn typed(cx: &Cx, id: PollId) -> Result<(PollForm, Version)> {
    cx.require(Permission::RunPolls)?;
    let poll = poll::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    poll.times().phase(cx.now).must_be(Phase::ToCome)?;
    let (opens, closes) = (local(poll.opens_at), local(poll.closes_at));
    let day = |at: chrono::NaiveDateTime| at.format("%d/%m/%Y").to_string();
    let time = |at: chrono::NaiveDateTime| at.format("%H:%M").to_string();
    let form = PollForm {
        question: poll.question,
        details: poll.details,
        body: poll.body,
        secrecy: poll.secrecy.code().to_owned(),
        quorum: poll.quorum.code().to_owned(),
        majority: poll.majority.code().to_owned(),
        proxies: poll.proxies.to_string(),
        opens_on: day(opens),
        opens_at: time(opens),
        closes_on: day(closes),
        closes_at: time(closes),
    };
    Ok((form, poll.version))
}
