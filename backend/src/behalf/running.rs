//! Acting on behalf of somebody: begun in a session, for an hour, and ended in whichever way comes first.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    Actor, Refusal,
    behalf::{ActingEnd, LASTS, may_be_acted_for},
    ids::{ActingId, UserId},
    policy::{self, Permission},
    refusal::{Forbidden, Transition},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    RelationDef,
    sea_query::{Expr, ExprTrait, IntoCondition},
};

use super::{Acting, consent};
use crate::{
    Backend, Cx, Found, Result,
    db::Transaction,
    entities::{acting, acting::Column as C, session},
    events::{Event, EventKind},
    jobs::{self, Job},
    people,
};

/// From a session to what it does on behalf of somebody, as long as that runs.
pub(crate) fn of_session(now: DateTime<Utc>) -> RelationDef {
    session::Entity::belongs_to(acting::Entity)
        .from(session::Column::ActingId)
        .to(C::Id)
        .on_condition(move |_, actings| {
            let runs = Condition::all()
                .add(Expr::col((actings.clone(), C::EndedAt)).is_null())
                .add(Expr::col((actings, C::UntilAt)).gt(now));
            runs.into_condition()
        })
        .into()
}

/// Who a session is on behalf of somebody, with their rights as they are now; none when one of the two has lost what it
/// takes: whoever acts is then themselves again.
pub(crate) async fn stands(
    cx: &Cx,
    staff: &Actor,
    (id, of, until): (ActingId, UserId, DateTime<Utc>),
) -> Result<Option<(Actor, Acting)>> {
    let Some(by) = staff.person() else { return Ok(None) };
    let (other, _) = people::actor_of(cx, of).await?;
    if !may_still(staff, &other) {
        return Ok(None);
    }
    let Actor::Person(person) = other else { return Ok(None) };
    let acting = Acting { id, of: (of, person.name.clone()), by: (by.id, by.name.clone()), until };
    Ok(Some((Actor::Person(person.lent()), acting)))
}

fn may_still(staff: &Actor, other: &Actor) -> bool {
    policy::decide(staff, Permission::ActOnBehalf).is_allowed() && may_be_acted_for(other)
}

/// Begins to act on behalf of somebody in the session of this key, for an hour. The caller has made sure who asks.
///
/// # Errors
/// `SignInRequired`; `Forbidden` but for the staff and the administrators, for oneself, and for who acts for somebody
/// already; `NotOnPaper`.
pub async fn begin(cx: &Cx, key: &str, of: UserId) -> Result<ActingId> {
    let by = cx.person()?.id;
    let tx = may_begin(cx, of).await?;
    let id = written(cx, &tx, of).await?.id;
    let here = session::Entity::update_many()
        .col_expr(session::Column::ActingId, Expr::value(Some(id.0)))
        .filter(session::Column::Id.eq(key))
        .filter(session::Column::UserId.eq(by));
    if here.exec(&tx).await?.rows_affected == 0 {
        return Err(Refusal::SignInRequired.into());
    }
    cx.commit(tx).await?;
    cx.backend.0.acted.forget();
    Ok(id)
}

/// The same without a session, for what plays people without a browser, such as the demonstration: what is done with the
/// context that it gives is done on behalf of the other.
///
/// # Errors
/// As [`begin`].
pub async fn play(cx: &Cx, of: UserId) -> Result<Cx> {
    let tx = may_begin(cx, of).await?;
    let row = written(cx, &tx, of).await?;
    cx.commit(tx).await?;
    cx.backend.0.acted.forget();
    let (actor, acting) = stands(cx, &cx.actor, (row.id, of, row.until_at)).await?.found()?;
    Ok(Cx { actor, acting: Some(Arc::new(acting)), ..cx.clone() })
}

async fn may_begin(cx: &Cx, of: UserId) -> Result<Transaction> {
    let by = cx.person()?.id;
    cx.require(Permission::ActOnBehalf)?;
    if of == by {
        return Err(Refusal::Forbidden(Forbidden::BehalfOfOneself).into());
    }
    let tx = cx.begin().await?;
    let (other, _) = people::actor_of(cx, of).await?;
    if !may_be_acted_for(&other) || consent::running(&tx, of).await?.is_none() {
        return Err(Refusal::Transition(Transition::NotOnPaper).into());
    }
    Ok(tx)
}

async fn written(cx: &Cx, tx: &impl ConnectionTrait, of: UserId) -> Result<acting::Model> {
    let row = acting::ActiveModel {
        for_id: Set(of),
        by_id: Set(cx.person()?.id),
        begun_at: Set(cx.now),
        until_at: Set(cx.now + LASTS),
        ended_at: Set(None),
        ended_how: Set(None),
        ..Default::default()
    };
    let row = row.insert(tx).await?;
    let data = serde_json::json!({ "acting": row.id });
    Event::new(EventKind::ActingBegun).user(of).data(&data)?.record(cx, tx).await?;
    Ok(row)
}

/// Ends what the session does on behalf of somebody, and says of whom; nothing if it is over already.
///
/// # Errors
/// `SignInRequired`.
pub async fn stop(cx: &Cx) -> Result<Option<UserId>> {
    cx.person()?;
    stop_as(cx, ActingEnd::Stopped).await
}

/// The same, as one signs out.
///
/// # Errors
/// The database refused it.
pub async fn leave(cx: &Cx) -> Result<()> {
    stop_as(cx, ActingEnd::SignedOut).await?;
    Ok(())
}

async fn stop_as(cx: &Cx, how: ActingEnd) -> Result<Option<UserId>> {
    let Some(acting) = cx.acting() else { return Ok(None) };
    let of = acting.of.0;
    // Whatever form asks for it: it is about nobody else.
    let tx = cx.backend.db().begin().await?;
    let row = acting::Entity::find_by_id(acting.id).one(&tx).await?.found()?;
    end(cx, &tx, &row, how).await?;
    cx.commit(tx).await?;
    Ok(Some(of))
}

/// Ends one that runs, once: the journal tells it, and a mail tells the other what was done.
async fn end(cx: &Cx, tx: &impl ConnectionTrait, row: &acting::Model, how: ActingEnd) -> Result<()> {
    // An hour that was over before it was looked at ended when it was over.
    let at = if how == ActingEnd::Expired { row.until_at } else { cx.now };
    let ended = acting::Entity::update_many()
        .col_expr(C::EndedAt, Expr::value(Some(at)))
        .col_expr(C::EndedHow, Expr::value(Some(how.code())))
        .filter(C::Id.eq(row.id))
        .filter(C::EndedAt.is_null());
    if ended.exec(tx).await?.rows_affected == 0 {
        return Ok(());
    }
    session::Entity::update_many()
        .col_expr(session::Column::ActingId, Expr::value(None::<i64>))
        .filter(session::Column::ActingId.eq(row.id))
        .exec(tx)
        .await?;
    let program = Cx { actor: Actor::System, acting: None, ..cx.clone() };
    let data = serde_json::json!({ "acting": row.id, "how": how });
    let event = Event::new(EventKind::ActingEnded).user(row.for_id).by(row.by_id).data(&data)?;
    event.record(&program, tx).await?;
    jobs::enqueue(cx, tx, &Job::TellActing { acting: row.id }).await
}

/// Ends all that runs on behalf of somebody, in the transaction of what ends it.
pub(super) async fn end_all_for(cx: &Cx, tx: &impl ConnectionTrait, of: UserId) -> Result<()> {
    let running = acting::Entity::find().filter(C::ForId.eq(of)).filter(C::EndedAt.is_null());
    for row in running.all(tx).await? {
        end(cx, tx, &row, ActingEnd::Withdrawn).await?;
    }
    Ok(())
}

/// Ends what is over: the hour, the session, the rights of one of the two. On any node, as often as one likes.
///
/// # Errors
/// The database failed; the rest is ended the next time.
pub async fn end_over(backend: &Backend) -> Result<()> {
    let cx = backend.system();
    let running = acting::Entity::find().filter(C::EndedAt.is_null()).order_by_asc(C::Id);
    for row in running.all(cx.reader()).await? {
        let Some(how) = over(&cx, &row).await? else { continue };
        let tx = cx.begin().await?;
        end(&cx, &tx, &row, how).await?;
        cx.commit(tx).await?;
    }
    Ok(())
}

/// Why one is over, if it is.
async fn over(cx: &Cx, row: &acting::Model) -> Result<Option<ActingEnd>> {
    if row.until_at <= cx.now {
        return Ok(Some(ActingEnd::Expired));
    }
    let open = session::Entity::find()
        .filter(session::Column::ActingId.eq(row.id))
        .filter(session::Column::ExpiresAt.gt(cx.now));
    if open.count(cx.reader()).await? == 0 {
        return Ok(Some(ActingEnd::SignedOut));
    }
    let (staff, _) = people::actor_of(cx, row.by_id).await?;
    let (other, _) = people::actor_of(cx, row.for_id).await?;
    Ok((!may_still(&staff, &other)).then_some(ActingEnd::RightsLost))
}
