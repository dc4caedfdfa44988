//! That somebody asked to take part on paper: noted by the staff, ended by either at once.

use domain::{
    Refusal,
    behalf::{PaperForm, may_be_acted_for},
    ids::{PaperConsentId, UserId},
    policy::Permission,
    refusal::{Forbidden, Transition},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::running::end_all_for;
use crate::{
    Cx, Found, Result,
    entities::{paper_consent, paper_consent::Column as C, user},
    events::{Event, EventKind},
    jobs::{self, Job},
    people,
};

/// Notes that somebody asked to take part on paper. They are told by mail, if they have an address.
///
/// # Errors
/// `SignInRequired`; `Forbidden` but for the staff and the administrators, and for oneself; `NotFound`; `NotOnPaper` for
/// who is not a member of the council today; `OnPaperAlready`; `Invalid`.
pub async fn note(cx: &Cx, of: UserId, form: &PaperForm) -> Result<PaperConsentId> {
    let by = cx.person()?.id;
    cx.require(Permission::ActOnBehalf)?;
    if of == by {
        return Err(Refusal::Forbidden(Forbidden::BehalfOfOneself).into());
    }
    let asked = form.check(cx.today())?;
    let tx = cx.begin().await?;
    // Two who note it at once: the second finds it noted.
    user::Entity::find_by_id(of).lock_exclusive().one(&tx).await?.found()?;
    let (other, _) = people::actor_of(cx, of).await?;
    if !may_be_acted_for(&other) {
        return Err(Refusal::Transition(Transition::NotOnPaper).into());
    }
    if running(&tx, of).await?.is_some() {
        return Err(Refusal::Transition(Transition::OnPaperAlready).into());
    }
    let row = paper_consent::ActiveModel {
        user_id: Set(of),
        asked_on: Set(asked.asked_on),
        asked_by: Set(asked.asked_by),
        note: Set(asked.note),
        at: Set(cx.now),
        recorded_by: Set(by),
        ended_at: Set(None),
        ended_by: Set(None),
        ..Default::default()
    };
    let id = row.insert(&tx).await?.id;
    let data = serde_json::json!({ "asked_by": asked.asked_by });
    Event::new(EventKind::PaperNoted).user(of).data(&data)?.record(cx, &tx).await?;
    jobs::enqueue(cx, &tx, &Job::TellPaper { consent: id }).await?;
    cx.commit(tx).await?;
    Ok(id)
}

/// Ends it, as somebody told the staff; whoever acts for them stops at once.
///
/// # Errors
/// `SignInRequired`; `Forbidden` but for the staff and the administrators; `NotOnPaper`.
pub async fn withdraw(cx: &Cx, of: UserId) -> Result<()> {
    cx.person()?;
    cx.require(Permission::ActOnBehalf)?;
    end(cx, of).await
}

/// Ends it, for oneself.
///
/// # Errors
/// `SignInRequired`; `Forbidden` on behalf of somebody; `NotOnPaper`.
pub async fn withdraw_mine(cx: &Cx) -> Result<()> {
    let me = cx.person()?.id;
    cx.require_oneself(Forbidden::OnBehalf)?;
    end(cx, me).await
}

async fn end(cx: &Cx, of: UserId) -> Result<()> {
    let tx = cx.begin().await?;
    let Some(row) = running(&tx, of).await? else {
        return Err(Refusal::Transition(Transition::NotOnPaper).into());
    };
    let mut row: paper_consent::ActiveModel = row.into();
    row.ended_at = Set(Some(cx.now));
    row.ended_by = Set(Some(cx.person()?.id));
    row.update(&tx).await?;
    Event::new(EventKind::PaperEnded).user(of).record(cx, &tx).await?;
    end_all_for(cx, &tx, of).await?;
    cx.commit(tx).await
}

/// What somebody asked, if they take part on paper today.
pub(super) async fn running(db: &impl ConnectionTrait, of: UserId) -> Result<Option<paper_consent::Model>> {
    let found = paper_consent::Entity::find()
        .filter(C::UserId.eq(of))
        .filter(C::EndedAt.is_null())
        .order_by_desc(C::Id);
    Ok(found.one(db).await?)
}
