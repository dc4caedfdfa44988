//! What the council asks of those who hold its keys: a code besides their password.

use domain::{Refusal, ids::UserId, people::CouncilRole, policy::Permission, refusal::Transition};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, sea_query::Expr};

use super::confirmed;
use crate::{
    Cx, Result, council,
    entities::{code_secret, council as row, session, user},
    events::{Event, EventKind},
    people,
};

/// Whether the council requires codes of somebody, as their roles are today.
pub(super) async fn are_required_of(cx: &Cx, id: UserId) -> Result<bool> {
    if !council::current(cx).await?.is_some_and(|council| council.codes_required) {
        return Ok(false);
    }
    let (actor, _) = people::actor_of(cx, id).await?;
    let person = actor.person();
    Ok(person.is_some_and(|person| person.administrator || person.roles.contains(&CouncilRole::Chair)))
}

/// Requires codes of those who administer the site and of the chair, or no longer. Those who have none put them in place
/// when they next sign in, which is now: their sessions are closed.
///
/// # Errors
/// `Forbidden` but for an administrator; `OwnCodesFirst` from one who has none.
pub async fn require_codes(cx: &Cx, required: bool) -> Result<()> {
    cx.require(Permission::Administer)?;
    let tx = cx.begin().await?;
    if required && confirmed(&tx, cx.person()?.id).await?.is_none() {
        return Err(Refusal::Transition(Transition::OwnCodesFirst).into());
    }
    let changed = row::Entity::update_many()
        .col_expr(row::Column::CodesRequired, Expr::value(required))
        .filter(row::Column::CodesRequired.ne(required));
    if changed.exec(&tx).await?.rows_affected == 0 {
        return Ok(());
    }
    if required {
        let without = user::Entity::find()
            .select_only()
            .column(user::Column::Id)
            .filter(
                Condition::any()
                    .add(user::Column::IsAdministrator.eq(true))
                    .add(people::holding_mandates(cx.today(), &[CouncilRole::Chair])),
            )
            .filter(
                user::Column::Id.not_in_subquery(
                    code_secret::Entity::find()
                        .select_only()
                        .column(code_secret::Column::UserId)
                        .filter(code_secret::Column::ConfirmedAt.is_not_null())
                        .into_query(),
                ),
            )
            .into_query();
        session::Entity::delete_many().filter(session::Column::UserId.in_subquery(without)).exec(&tx).await?;
    }
    let kind = if required { EventKind::CodesRequired } else { EventKind::CodesNotRequired };
    Event::new(kind).record(cx, &tx).await?;
    cx.commit(tx).await?;
    council::forget(cx);
    Ok(())
}
