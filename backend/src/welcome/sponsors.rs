//! Who accompanies a new member: named by the chair or an administrator, or a member who offers and whom they accept.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    FieldProblem, Refusal, ids::UserId, people::CouncilRole, policy::Permission, welcome::SponsorState,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter,
    QueryOrder, QuerySelect, Select,
};

use crate::{
    Cx, Found, Result,
    entities::{join, sponsor, user, welcome as table},
    events::{Event, EventKind},
    people::{self, PersonView},
};

/// For how long somebody is new.
const NEW: TimeDelta = TimeDelta::days(180);

/// Who may accompany a new member.
const MEMBERS: [CouncilRole; 3] = [CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair];

/// Who accompanies somebody, or offers to.
#[derive(Clone, Debug)]
pub struct SponsorView {
    /// Them, as the person asking may see them.
    pub person: PersonView,
    /// Whether both are agreed.
    pub state: SponsorState,
}

/// Those around a person.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Whether they are new in the council.
    pub is_new: bool,
    /// Who accompanies them, as far as the person asking may know: the council knows who does, and only the two of them
    /// who offers.
    pub sponsors: Vec<SponsorView>,
    /// Whether the person asking may offer.
    pub may_offer: bool,
    /// Whom the person asking may name.
    pub choices: Vec<(UserId, String)>,
    /// Whether the person asking accompanies them, and has not got in touch yet.
    pub to_meet: bool,
}

/// A new member whom one accompanies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Since when one accompanies them.
    pub since: DateTime<Utc>,
}

/// The rows about a new member.
pub(crate) fn mine(me: UserId) -> Select<sponsor::Entity> {
    sponsor::Entity::find().filter(sponsor::Column::UserId.eq(me))
}

/// Those whom somebody accompanies and has not got in touch with.
pub(crate) fn to_meet(me: UserId) -> Select<sponsor::Entity> {
    sponsor::Entity::find()
        .filter(sponsor::Column::SponsorId.eq(me))
        .filter(sponsor::Column::State.eq(SponsorState::Agreed))
        .filter(sponsor::Column::MetAt.is_null())
}

/// Those around somebody, for the page of that person and for their own first steps.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn around(cx: &Cx, id: UserId) -> Result<Around> {
    let me = cx.person()?.id;
    let begun = table::Entity::find_by_id(id).one(cx.reader()).await?;
    let is_new = begun.is_some_and(|row| cx.now - row.begun_at < NEW);
    let rows = mine(id).order_by_asc(sponsor::Column::At).all(cx.reader()).await?;
    let agreed = rows.iter().any(|row| row.state == SponsorState::Agreed);
    let names = is_new && cx.may(Permission::Invite);
    let may_offer = is_new
        && !agreed
        && me != id
        && cx.actor.is_council_member()
        && rows.iter().all(|row| row.sponsor_id != me);
    let to_meet = rows
        .iter()
        .any(|row| row.sponsor_id == me && row.state == SponsorState::Agreed && row.met_at.is_none());
    let mut sponsors = Vec::new();
    for row in rows {
        let known = row.state == SponsorState::Agreed || me == id || me == row.sponsor_id;
        // Who left the council, or was suspended, accompanies nobody.
        if known && let Some(person) = seen(cx, row.sponsor_id).await? {
            sponsors.push(SponsorView { person, state: row.state });
        }
    }
    let choices = if names { choices(cx, id).await? } else { Vec::new() };
    Ok(Around { is_new, sponsors, may_offer, choices, to_meet })
}

async fn seen(cx: &Cx, id: UserId) -> Result<Option<PersonView>> {
    match people::show(cx, id).await {
        Ok(person) => Ok(Some(person)),
        Err(crate::Error::Refused(_)) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// The members of the council, by name, without the one to be accompanied.
async fn choices(cx: &Cx, without: UserId) -> Result<Vec<(UserId, String)>> {
    let rows: Vec<(UserId, String)> = user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name])
        .filter(people::holding_mandates(cx.today(), &MEMBERS))
        .filter(user::Column::Id.ne(without))
        .order_by_asc(user::Column::Folded)
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows)
}

/// Those whom the person asking accompanies.
///
/// # Errors
/// `SignInRequired`.
pub async fn newcomers(cx: &Cx) -> Result<Vec<Newcomer>> {
    let me = cx.person()?.id;
    let to_newcomer = join::<sponsor::Entity, user::Entity>(sponsor::Column::UserId, user::Column::Id);
    let rows = to_meet(me)
        .join(JoinType::InnerJoin, to_newcomer)
        .select_also(user::Entity)
        .filter(user::Column::SuspendedAt.is_null())
        .order_by_asc(sponsor::Column::At)
        .all(cx.reader())
        .await?;
    let newcomer = |(row, person): (sponsor::Model, Option<user::Model>)| {
        person.map(|person| Newcomer { id: person.id, name: person.name, since: row.at })
    };
    Ok(rows.into_iter().filter_map(newcomer).collect())
}

/// Names who accompanies a new member; the empty choice ends it.
///
/// # Errors
/// `Forbidden` but for the chair and administrators; `NotFound`, also for who is not new; `Invalid` for somebody who is
/// not of the council.
pub async fn name(cx: &Cx, id: UserId, sponsor: &str) -> Result<()> {
    cx.require(Permission::Invite)?;
    newcomer(cx, id).await?;
    let chosen = match sponsor.trim() {
        "" => None,
        typed => {
            let not_a_choice = || Refusal::field("sponsor", FieldProblem::NotAChoice);
            let chosen: UserId = typed.parse().map_err(|_| not_a_choice())?;
            let known: BTreeMap<UserId, String> = choices(cx, id).await?.into_iter().collect();
            Some(known.contains_key(&chosen).then_some(chosen).ok_or_else(not_a_choice)?)
        }
    };
    let tx = cx.begin().await?;
    let all = || sponsor::Entity::delete_many().filter(sponsor::Column::UserId.eq(id));
    let Some(chosen) = chosen else {
        all().exec(&tx).await?;
        Event::new(EventKind::SponsorEnded).user(id).record(cx, &tx).await?;
        return cx.commit(tx).await;
    };
    // Naming somebody settles what others offered; the same person again keeps what was done.
    all().filter(sponsor::Column::SponsorId.ne(chosen)).exec(&tx).await?;
    match row(&tx, id, chosen).await? {
        Some(row) if row.state == SponsorState::Agreed => return cx.commit(tx).await,
        Some(row) => agree(cx, &tx, row).await?,
        None => insert(cx, &tx, id, chosen, SponsorState::Agreed).await?,
    }
    Event::new(EventKind::SponsorNamed).user(id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Offers to accompany a new member.
///
/// # Errors
/// `Forbidden` but for members of the council; `NotFound` for who is not new, is accompanied already, or is oneself.
pub async fn offer(cx: &Cx, id: UserId) -> Result<()> {
    cx.require(Permission::ReadDirectory)?;
    let me = cx.person()?.id;
    newcomer(cx, id).await?;
    if !around(cx, id).await?.may_offer {
        return Err(Refusal::NotFound.into());
    }
    let tx = cx.begin().await?;
    insert(cx, &tx, id, me, SponsorState::Offered).await?;
    Event::new(EventKind::SponsorOffered).user(id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Accepts who offers to accompany one; the others are thanked.
///
/// # Errors
/// `Forbidden`; `NotFound` when the offer was taken back.
pub async fn accept(cx: &Cx, sponsor: UserId) -> Result<()> {
    cx.require(Permission::ReadDirectory)?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let found = row(&tx, me, sponsor).await?.filter(|row| row.state == SponsorState::Offered).found()?;
    mine_but(&tx, me, sponsor).await?;
    agree(cx, &tx, found).await?;
    Event::new(EventKind::SponsorAccepted).user(me).record(cx, &tx).await?;
    cx.commit(tx).await
}

async fn mine_but(tx: &impl ConnectionTrait, me: UserId, sponsor: UserId) -> Result<()> {
    sponsor::Entity::delete_many()
        .filter(sponsor::Column::UserId.eq(me))
        .filter(sponsor::Column::SponsorId.ne(sponsor))
        .exec(tx)
        .await?;
    Ok(())
}

/// Ends it, or takes back or declines an offer: either of the two, at any time.
///
/// # Errors
/// `Forbidden`, `NotFound`.
pub async fn end(cx: &Cx, newcomer: UserId, sponsor: UserId) -> Result<()> {
    cx.require(Permission::ReadDirectory)?;
    let me = cx.person()?.id;
    if me != newcomer && me != sponsor {
        return Err(Refusal::NotFound.into());
    }
    let tx = cx.begin().await?;
    let found = row(&tx, newcomer, sponsor).await?.found()?;
    sponsor::Entity::delete_by_id(found.id).exec(&tx).await?;
    Event::new(EventKind::SponsorEnded).user(newcomer).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Says that one got in touch with the new member whom one accompanies.
///
/// # Errors
/// `Forbidden`, `NotFound`.
pub async fn met(cx: &Cx, newcomer: UserId) -> Result<()> {
    cx.require(Permission::ReadDirectory)?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let found = row(&tx, newcomer, me).await?;
    let found = found.filter(|row| row.state == SponsorState::Agreed && row.met_at.is_none()).found()?;
    let mut found: sponsor::ActiveModel = found.into();
    found.met_at = Set(Some(cx.now));
    found.update(&tx).await?;
    Event::new(EventKind::SponsorMet).user(newcomer).record(cx, &tx).await?;
    cx.commit(tx).await
}

async fn newcomer(cx: &Cx, id: UserId) -> Result<()> {
    let begun = table::Entity::find_by_id(id).one(cx.reader()).await?;
    begun.filter(|row| cx.now - row.begun_at < NEW).found()?;
    // What one may not see does not exist.
    people::show(cx, id).await.map(|_| ())
}

async fn row(tx: &impl ConnectionTrait, newcomer: UserId, sponsor: UserId) -> Result<Option<sponsor::Model>> {
    let found = mine(newcomer).filter(sponsor::Column::SponsorId.eq(sponsor)).lock_exclusive();
    Ok(found.one(tx).await?)
}

async fn insert(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    newcomer: UserId,
    sponsor: UserId,
    state: SponsorState,
) -> Result<()> {
    let row = sponsor::ActiveModel {
        user_id: Set(newcomer),
        sponsor_id: Set(sponsor),
        state: Set(state),
        at: Set(cx.now),
        met_at: Set(None),
        ..Default::default()
    };
    row.insert(tx).await?;
    Ok(())
}

async fn agree(cx: &Cx, tx: &impl ConnectionTrait, row: sponsor::Model) -> Result<()> {
    let mut row: sponsor::ActiveModel = row.into();
    row.state = Set(SponsorState::Agreed);
    row.at = Set(cx.now);
    row.update(tx).await?;
    Ok(())
}
