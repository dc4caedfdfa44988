//! What one does to a group: open it, change it, join it, leave it, look after its people.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]
#![expect(clippy::too_many_arguments, reason = "one for each field of the form")]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

mod admissions;
mod life;

pub use admissions::*;
pub use life::*;

/// Opens a group, then shows its people.
///
/// # Errors
/// The refusal of `backend::groups::create`.
#[server(CreateGroup, prefix = "/api", endpoint = "groups/create")]
pub async fn create_group(
    #[server(default)] name: String,
    #[server(default)] kind: String,
    #[server(default)] visibility: String,
    #[server(default)] mandate: String,
    #[server(default)] asked_by: String,
    #[server(default)] due_on: String,
    #[server(default)] deliverable: String,
    #[server(default)] facilitators: String,
    #[server(default)] second: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form =
            domain::groups::GroupForm { name, kind, visibility, mandate, asked_by, due_on, deliverable };
        let mut chosen = Vec::new();
        for typed in [&facilitators, &second] {
            if let Ok(id) = typed.parse()
                && !chosen.contains(&id)
            {
                chosen.push(id);
            }
        }
        let slug = backend::groups::create(&cx, &form, &chosen).await?;
        Ok(crate::groups::pages::after(&cx, &slug, "created").await)
    })
    .await
}

/// Changes a group's settings, then shows it.
///
/// # Errors
/// The refusal of `backend::groups::change`.
#[server(ChangeGroup, prefix = "/api", endpoint = "groups/change")]
pub async fn change_group(
    #[server(default)] slug: String,
    #[server(default)] version: String,
    #[server(default)] name: String,
    #[server(default)] kind: String,
    #[server(default)] visibility: String,
    #[server(default)] mandate: String,
    #[server(default)] asked_by: String,
    #[server(default)] due_on: String,
    #[server(default)] deliverable: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let version = version.parse().map_err(|_| domain::Refusal::Malformed)?;
        let form =
            domain::groups::GroupForm { name, kind, visibility, mandate, asked_by, due_on, deliverable };
        backend::groups::change(&cx, &slug, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::group(&slug), "changed"))
    })
    .await
}

/// Joins an open group.
///
/// # Errors
/// The refusal of `backend::groups::join`.
#[server(JoinGroup, prefix = "/api", endpoint = "groups/join")]
pub async fn join_group(#[server(default)] slug: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::groups::join(&cx, &slug).await?;
        Ok(crate::paths::done(&crate::paths::group(&slug), "joined"))
    })
    .await
}

/// Leaves a group.
///
/// # Errors
/// The refusal of `backend::groups::leave`.
#[server(LeaveGroup, prefix = "/api", endpoint = "groups/leave")]
pub async fn leave_group(#[server(default)] slug: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::groups::leave(&cx, &slug).await?;
        // A closed or secret group may be out of sight from now on.
        Ok(crate::paths::done(crate::paths::GROUPS, "left"))
    })
    .await
}

/// Adds somebody to a group, or invites them, which they accept or decline.
///
/// # Errors
/// The refusal of `backend::groups::add_member` or `backend::groups::invite`.
#[server(AddMember, prefix = "/api", endpoint = "groups/add-member")]
pub async fn add_member(
    #[server(default)] slug: String,
    #[server(default)] person: String,
    #[server(default)] role: String,
    #[server(default)] how: String,
    #[server(default)] message: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        use backend::groups::Newcomer;
        use domain::{FieldProblem, Refusal};

        let who = match person.trim() {
            "" => return Err(Refusal::field("person", FieldProblem::Missing).into()),
            typed => typed.parse().map_or_else(|_| Newcomer::Email(typed.to_owned()), Newcomer::User),
        };
        let role = read_role(&role)?;
        let people = crate::paths::group_members(&slug);
        if how == "invite" {
            backend::groups::invite(&cx, &slug, &who, role, &message).await?;
            return Ok(crate::paths::done(&people, "invited"));
        }
        let user = backend::groups::add_member(&cx, &slug, &who, role).await?;
        Ok(crate::paths::done_to(&people, "added", user))
    })
    .await
}

/// Takes somebody out of a group.
///
/// # Errors
/// The refusal of `backend::groups::remove_member`.
#[server(RemoveMember, prefix = "/api", endpoint = "groups/remove-member")]
pub async fn remove_member(
    #[server(default)] slug: String,
    #[server(default)] person: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let user = person.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::groups::remove_member(&cx, &slug, user).await?;
        Ok(crate::paths::done(&crate::paths::group_members(&slug), "removed"))
    })
    .await
}

/// Gives somebody another role in a group.
///
/// # Errors
/// The refusal of `backend::groups::change_role`.
#[server(ChangeRole, prefix = "/api", endpoint = "groups/change-role")]
pub async fn change_role(
    #[server(default)] slug: String,
    #[server(default)] person: String,
    #[server(default)] role: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let user: domain::ids::UserId = person.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::groups::change_role(&cx, &slug, user, read_role(&role)?).await?;
        // Who gives up running the group may no longer look after its people, but still sees them.
        Ok(crate::paths::done_to(&crate::paths::group_members(&slug), "role", user))
    })
    .await
}

/// A group found while typing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupHit {
    /// Its address.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its kind and who sees it, in words.
    pub facts: String,
}

/// Names who runs a group that nobody runs any more.
///
/// # Errors
/// `NotFound`; `Forbidden`; `Invalid`; `GroupClosed`; `GroupIsLed`.
#[server(NameFacilitator, prefix = "/api", endpoint = "groups/name-facilitator")]
pub async fn name_facilitator(
    #[server(default)] slug: String,
    #[server(default)] person: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let user = backend::groups::name_facilitator(&cx, &slug, &person).await?;
        Ok(crate::paths::done_to(&crate::paths::group_members(&slug), "named", user))
    })
    .await
}

/// The groups whose name holds these words, for the list that follows what is typed.
///
/// # Errors
/// The database cannot be read.
#[server(SearchGroups, prefix = "/api", endpoint = "groups/search")]
pub async fn search_groups(#[server(default)] q: String) -> Result<Vec<GroupHit>, AppError> {
    crate::action::act(async |cx| {
        let filter = backend::groups::GroupFilter { q, ..Default::default() };
        let council = backend::council::current(&cx).await?;
        let words = crate::words::Words::new(cx.language, council);
        let page = backend::groups::list(&cx, &filter, backend::PageNumber::FIRST).await?;
        Ok(page.rows.iter().map(|row| crate::groups::pages::hit(&words, row)).collect())
    })
    .await
}

/// The role chosen in a form.
#[cfg(feature = "ssr")]
fn read_role(code: &str) -> Result<domain::groups::GroupRole, domain::Refusal> {
    domain::groups::GroupRole::from_code(code)
        .ok_or_else(|| domain::Refusal::field("role", domain::FieldProblem::NotAChoice))
}
