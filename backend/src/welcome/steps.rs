//! The first steps: nothing is ticked by hand, each is true or not.

use chrono::{DateTime, Utc};
use domain::{groups::AdmissionState, ids::UserId, welcome::WelcomeStep};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryTrait, Select,
    sea_query::{Expr, OnConflict, Query},
};

use crate::{
    Cx, Found, Result, charter,
    entities::{admission, comment_message, membership, message, review, suggestion, user, welcome as table},
    tutorials,
};

/// The first steps of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Welcome {
    /// The steps there are, and whether each is taken.
    pub steps: Vec<(WelcomeStep, bool)>,
    /// When they opened their account; nothing for who was there before.
    pub begun_at: Option<DateTime<Utc>>,
    /// Whether they put the list away.
    pub put_away: bool,
}

impl Welcome {
    /// Whether every step is taken.
    pub fn is_finished(&self) -> bool {
        self.steps.iter().all(|(_, taken)| *taken)
    }
}

#[derive(FromQueryResult)]
struct Facts {
    in_a_group: bool,
    asked: bool,
    wrote: bool,
    reviewed: bool,
    suggested: bool,
    commented: bool,
}

/// One's own first steps.
///
/// # Errors
/// `SignInRequired`.
pub async fn welcome(cx: &Cx) -> Result<Welcome> {
    let me = cx.person()?.id;
    let row = table::Entity::find_by_id(me).one(cx.reader()).await?;
    Ok(Welcome {
        steps: steps(cx, me).await?,
        begun_at: row.as_ref().map(|row| row.begun_at),
        put_away: row.is_some_and(|row| row.put_away_at.is_some()),
    })
}

async fn steps(cx: &Cx, me: UserId) -> Result<Vec<(WelcomeStep, bool)>> {
    let person = user::Entity::find_by_id(me).one(cx.reader()).await?.found()?;
    let told = !person.about.is_empty() || !person.phone.is_empty() || person.portrait.is_some();
    let charter = charter::has_signed(cx, me).await?;
    let facts = facts(cx, me).await?;
    let finished = tutorials::any_finished(cx, me).await?;
    let all = [
        Some((WelcomeStep::Profile, told)),
        charter.map(|signed| (WelcomeStep::Charter, signed)),
        Some((WelcomeStep::Group, facts.in_a_group || facts.asked)),
        Some((WelcomeStep::Word, facts.wrote || facts.commented || facts.reviewed || facts.suggested)),
        Some((WelcomeStep::Tutorial, finished)),
    ];
    Ok(all.into_iter().flatten().collect())
}

/// What somebody did, in one query.
async fn facts(cx: &Cx, me: UserId) -> Result<Facts> {
    let asked = admission::Entity::find()
        .filter(admission::Column::UserId.eq(me))
        .filter(admission::Column::State.eq(AdmissionState::Waiting));
    let mut facts = Query::select();
    facts
        .expr_as(any(membership::Entity::find().filter(membership::Column::UserId.eq(me))), "in_a_group")
        .expr_as(any(asked), "asked")
        .expr_as(any(message::Entity::find().filter(message::Column::AuthorId.eq(me))), "wrote")
        .expr_as(
            any(comment_message::Entity::find().filter(comment_message::Column::AuthorId.eq(me))),
            "commented",
        )
        .expr_as(any(review::Entity::find().filter(review::Column::ReviewerId.eq(me))), "reviewed")
        .expr_as(any(suggestion::Entity::find().filter(suggestion::Column::AuthorId.eq(me))), "suggested");
    let row = cx.reader().query_one(&facts).await?.found()?;
    Ok(Facts::from_query_result(&row, "")?)
}

fn any<E: EntityTrait>(found: Select<E>) -> Expr {
    Expr::exists(found.into_query())
}

/// Somebody has just opened their account, in the transaction that opens it.
///
/// # Errors
/// The database refused it.
pub async fn begin(cx: &Cx, tx: &impl ConnectionTrait, id: UserId) -> Result<()> {
    write(tx, id, cx.now, None).await
}

async fn write(
    tx: &impl ConnectionTrait,
    id: UserId,
    begun_at: DateTime<Utc>,
    put_away_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let row = table::ActiveModel { user_id: Set(id), begun_at: Set(begun_at), put_away_at: Set(put_away_at) };
    let again = OnConflict::column(table::Column::UserId).update_column(table::Column::PutAwayAt).to_owned();
    table::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// Puts one's first steps away: they are not asked any more.
///
/// # Errors
/// `SignInRequired`.
pub async fn put_away(cx: &Cx) -> Result<()> {
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    write(&tx, me, cx.now, Some(cx.now)).await?;
    cx.commit(tx).await
}

/// The first steps of somebody that are still asked.
pub(crate) fn unfinished(me: UserId) -> Select<table::Entity> {
    table::Entity::find().filter(table::Column::UserId.eq(me)).filter(table::Column::PutAwayAt.is_null())
}
