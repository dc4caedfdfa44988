//! Giving one's role for a time. Nothing moves until the other accepts, nor before its first day.

use domain::{
    FieldProblem, Refusal,
    delegations::{DelegationForm, DelegationState, NewDelegation, Office},
    ids::{DelegationId, UserId},
    people::CouncilRole,
    refusal::{Forbidden, Transition},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use crate::{
    Cx, Result,
    entities::{delegation, delegation::Column as C, user},
    events::{Event, EventKind},
    handovers::{self, Successor},
    people,
};

/// Proposes to somebody of the council to stand in for the person asking, on these days.
///
/// # Errors
/// `SignInRequired`; `Forbidden` for a role that is not theirs, or that they have by delegation; `Invalid`, with
/// `delegate` for who may not stand in; `DelegatedAlready`.
pub async fn offer(cx: &Cx, form: &DelegationForm) -> Result<DelegationId> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let new = may_be_offered(cx, form)?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    if !eligible(cx, &tx, new.office).await?.iter().any(|person| person.id == new.delegate) {
        return Err(Refusal::field("delegate", FieldProblem::NotAChoice).into());
    }
    if given_meanwhile(&tx, me, &new).await? {
        return Err(Refusal::Transition(Transition::DelegatedAlready).into());
    }
    let (delegate, office) = (new.delegate, new.office);
    let row = delegation::ActiveModel {
        from_id: Set(me),
        to_id: Set(delegate),
        role: Set(office.role()),
        group_id: Set(office.group()),
        starts_on: Set(new.days.0),
        ends_on: Set(new.days.1),
        reason: Set(new.reason),
        state: Set(DelegationState::Waiting),
        at: Set(cx.now),
        answered_at: Set(None),
        ended_at: Set(None),
        ended_by: Set(None),
        ..Default::default()
    };
    let id = row.insert(&tx).await?.id;
    event(EventKind::DelegationOffered, id, office, delegate)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(id)
}

fn may_be_offered(cx: &Cx, form: &DelegationForm) -> Result<NewDelegation> {
    let person = cx.person()?;
    let office: Office = form.office.parse().map_err(|_| Refusal::Malformed)?;
    if !person.own_offices().contains(&office) {
        return Err(Refusal::Forbidden(Forbidden::OthersOffice).into());
    }
    Ok(form.check(cx.today())?)
}

/// A line of the journal about a delegation.
pub(super) fn event(kind: EventKind, id: DelegationId, office: Office, user: UserId) -> Result<Event> {
    let data = serde_json::json!({ "delegation": id, "office": office.to_string() });
    let event = Event::new(kind).user(user).data(&data)?;
    Ok(match office.group() {
        Some(group) => event.group(group),
        None => event,
    })
}

/// Who may stand in for the person asking, by name.
pub(super) async fn eligible(cx: &Cx, db: &impl ConnectionTrait, office: Office) -> Result<Vec<Successor>> {
    match office {
        Office::Group(group) => handovers::members_to_run(cx, db, group).await,
        Office::Role(role) => {
            // Who has the role already stands in for nobody.
            let holders = user::Entity::find()
                .select_only()
                .column(user::Column::Id)
                .filter(people::holding_mandates(cx.today(), &[role]));
            let holders: Vec<UserId> = holders.into_tuple().all(db).await?;
            let members = [CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair];
            let query = user::Entity::find()
                .select_only()
                .columns([user::Column::Id, user::Column::Name, user::Column::College])
                .filter(people::holding_mandates(cx.today(), &members))
                .filter(user::Column::Id.is_not_in(holders))
                .order_by_asc(user::Column::Folded)
                .order_by_asc(user::Column::Id);
            Ok(query.into_model().all(db).await?)
        }
    }
}

/// Whether the same was given to somebody on some of these days already.
async fn given_meanwhile(tx: &impl ConnectionTrait, me: UserId, new: &NewDelegation) -> Result<bool> {
    let same = Condition::all()
        .add_option(new.office.role().map(|role| C::Role.eq(role)))
        .add_option(new.office.group().map(|group| C::GroupId.eq(group)));
    let given = delegation::Entity::find()
        .filter(C::FromId.eq(me))
        .filter(C::State.is_in([DelegationState::Waiting, DelegationState::Accepted]))
        .filter(C::StartsOn.lte(new.days.1))
        .filter(C::EndsOn.gte(new.days.0))
        .filter(same);
    Ok(given.count(tx).await? > 0)
}
