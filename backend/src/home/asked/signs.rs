//! What there may be to ask of somebody, in one query: the sources that have nothing, nearly all of them on most days,
//! are not read.

use chrono::Days;
use domain::{
    delegations::DelegationState,
    discussions::MessageState,
    groups::{AdmissionState, HandoverState},
    ids::{GroupId, UserId},
    people::MANDATE_ENDS_SOON,
    welcome::SponsorState,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{comments, suggestions};
use crate::{
    Cx, Found, Result, backups, charter,
    entities::{admission, delegation, handover, mandate, message, snooze, sponsor, unsaved_text},
    groups, moderation, personal_data, polls, tutorials, welcome,
};

/// Whether there may be something of each kind; what is false has nothing. Rights are looked at by the sources.
#[derive(FromQueryResult)]
pub(super) struct Signs {
    pub unsaved: bool,
    pub invited: bool,
    pub at_the_door: bool,
    pub taking_over: bool,
    pub standing_in: bool,
    pub unled: bool,
    pub to_moderate: bool,
    pub hidden: bool,
    pub mandates_end: bool,
    pub polls: bool,
    pub backups: bool,
    pub erasures: bool,
    pub to_sign: bool,
    pub amendments: bool,
    pub put_off: bool,
    pub answered: bool,
    pub mentioned: bool,
    pub commented: bool,
    pub welcome: bool,
    pub offered: bool,
    pub to_meet: bool,
    pub stuck: bool,
    pub reports: bool,
    pub verdicts: bool,
}

impl Signs {
    /// Of what is asked of the person asking, everywhere or in one group. One query.
    pub(super) async fn read(cx: &Cx, me: UserId, of: Option<GroupId>) -> Result<Signs> {
        let today = cx.today();
        let soon = today.checked_add_days(Days::new(MANDATE_ENDS_SOON)).unwrap_or(today);
        let run: Vec<GroupId> = cx.person()?.run_groups().collect();
        let waiting =
            || admission::Entity::find().filter(admission::Column::State.eq(AdmissionState::Waiting));
        let unsaved = unsaved_text::Entity::find().filter(unsaved_text::Column::UserId.eq(me));
        let taking_over = handover::Entity::find()
            .filter(handover::Column::ToId.eq(me))
            .filter(handover::Column::State.eq(HandoverState::Waiting));
        let standing_in = delegation::Entity::find()
            .filter(delegation::Column::ToId.eq(me))
            .filter(delegation::Column::State.eq(DelegationState::Waiting))
            .filter(delegation::Column::EndsOn.gte(today));
        let hidden = message::Entity::find()
            .filter(message::Column::AuthorId.eq(me))
            .filter(message::Column::State.eq(MessageState::Hidden));
        let put_off = snooze::Entity::find()
            .filter(snooze::Column::UserId.eq(me))
            .filter(snooze::Column::Until.gt(today));
        let (reported, wrote) = moderation::any_to_read(me);
        let offered = welcome::any_sponsor_of(me).filter(sponsor::Column::State.eq(SponsorState::Offered));
        let mut signs = Query::select();
        signs
            .expr_as(any(narrowed(unsaved, unsaved_text::Column::GroupId, of)), "unsaved")
            .expr_as(any(waiting().filter(admission::Column::UserId.eq(me))), "invited")
            .expr_as(any(waiting().filter(admission::Column::GroupId.is_in(run))), "at_the_door")
            .expr_as(any(narrowed(taking_over, handover::Column::GroupId, of)), "taking_over")
            .expr_as(any(narrowed(standing_in, delegation::Column::GroupId, of)), "standing_in")
            .expr_as(groups::any_unled(cx), "unled")
            .expr_as(
                any(message::Entity::find().filter(message::Column::State.eq(MessageState::Asked))),
                "to_moderate",
            )
            .expr_as(any(hidden), "hidden")
            .expr_as(
                any(mandate::Entity::find().filter(mandate::Column::EndsOn.between(today, soon))),
                "mandates_end",
            )
            .expr_as(polls::any_unsettled(), "polls")
            .expr_as(any(backups::any_wrong()), "backups")
            .expr_as(any(personal_data::any_request()), "erasures")
            .expr_as(charter::any_to_sign(), "to_sign")
            .expr_as(charter::amendments::any_left(), "amendments")
            .expr_as(any(put_off), "put_off")
            .expr_as(any(suggestions::answered(me)), "answered")
            .expr_as(any(comments::named(me)), "mentioned")
            .expr_as(any(comments::unanswered(me)), "commented")
            .expr_as(any(welcome::unfinished(me)), "welcome")
            .expr_as(any(offered), "offered")
            .expr_as(any(welcome::to_meet(me)), "to_meet")
            .expr_as(any(tutorials::any_waiting(me)), "stuck")
            .expr_as(any(moderation::any_waiting()), "reports")
            .expr_as(any(reported).or(any(wrote)), "verdicts");
        let row = cx.reader().query_one(&signs).await?.found()?;
        Ok(Signs::from_query_result(&row, "")?)
    }
}

fn any<E: EntityTrait>(found: Select<E>) -> Expr {
    Expr::exists(found.into_query())
}

fn narrowed<E: EntityTrait>(found: Select<E>, group: E::Column, of: Option<GroupId>) -> Select<E> {
    match of {
        Some(of) => found.filter(group.eq(of)),
        None => found,
    }
}
