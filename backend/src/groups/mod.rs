//! Working groups: their settings, their people, and finding them, which is being allowed to.
//!
//! One verb a file. What a group writes is in `contributions`; what it asks of a person is in `home`.

mod add_member;
mod admissions;
mod change;
mod change_role;
mod close;
mod create;
mod join;
mod leave;
mod list;
mod membership;
mod name_facilitator;
mod people;
mod remove_member;
mod show;
mod unled;
mod upsert;
mod visible;

pub use add_member::{Newcomer, add_member};
pub use admissions::{
    AdmissionRow, MyAdmission, WaitingRequest, admissions_of, answer_invitation, answer_request, ask_to_join,
    invite, my_admissions, requests_waiting_for_me, withdraw_invitation, withdraw_request,
};
pub use change::change;
pub use change_role::change_role;
pub use close::{ClosingView, begin, close, closing, reopen};
pub use create::create;
pub use join::join;
pub use leave::leave;
pub use list::{GroupFilter, GroupRow, kinds, list};
pub(crate) use membership::{facilitators, hold, of as place_of, still_at_work};
pub use name_facilitator::name_facilitator;
pub(crate) use people::who_may_be;
pub use people::{Candidate, GroupPerson, candidates, people_of, who_may_facilitate};
pub use remove_member::remove_member;
pub use show::{GroupRights, GroupView, HandedIn, TextCounts, settings, show};
pub use unled::{UnledGroup, unled};
pub(crate) use unled::{any_unled, told_of_unled};
pub use upsert::{addresses, bring_to_state, upsert};
pub(crate) use visible::{people_visible_to, visible_to, work_visible_to};

use domain::policy::{GroupAction, Permission};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{Cx, Found, Result, entities::group};

/// The group at this address, for somebody who may do `action` in it.
///
/// # Errors
/// `NotFound` when there is none or it is hidden from them; `Forbidden`, or `SignInRequired` for a visitor.
pub(crate) async fn find(cx: &Cx, slug: &str, action: GroupAction) -> Result<group::Model> {
    let row = group::Entity::find().filter(group::Column::Slug.eq(slug)).one(cx.reader()).await?.found()?;
    cx.require(Permission::Group(action, &row.facts()))?;
    Ok(row)
}

#[cfg(test)]
mod life_tests;
#[cfg(test)]
mod orders_tests;
#[cfg(test)]
mod tests;
