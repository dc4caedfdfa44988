//! What administrators and the chair do about people.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]
#![expect(clippy::too_many_arguments, reason = "one for each field of the form")]

use leptos::prelude::*;

use crate::error::AppError;

/// Invites one person.
///
/// # Errors
/// `Forbidden`; `Invalid`.
#[server(Invite, prefix = "/api", endpoint = "administration/invite")]
pub async fn invite(
    #[server(default)] email: String,
    #[server(default)] name: String,
    #[server(default)] college: String,
    #[server(default)] organisation: String,
    #[server(default)] commune: String,
    #[server(default)] role: String,
    #[server(default)] mandate_start: String,
    #[server(default)] mandate_end: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::people::PersonForm {
            email,
            name,
            college,
            organisation,
            commune,
            role,
            mandate_start,
            mandate_end,
        };
        backend::accounts::invite(&cx, &form).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_INVITE, "invite"))
    })
    .await
}

/// Invites everybody a list tells well; the other lines are shown next.
///
/// # Errors
/// `Forbidden`; `Invalid`.
#[server(InviteList, prefix = "/api", endpoint = "administration/invite-list")]
pub async fn invite_list(#[server(default)] list: String) -> Result<(), AppError> {
    use super::report::{REPORT, Report};

    let session = crate::action::context::<tower_sessions::Session>()?;
    crate::action::act_then_go(async |cx| {
        let outcome = backend::accounts::invite_list(&cx, &list).await?;
        let report = Report::from(outcome);
        session.insert(REPORT, report).await.map_err(backend::Error::unexpected)?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_INVITE, "liste"))
    })
    .await
}

/// Invites those who sit in the council and were sent no link yet.
///
/// # Errors
/// `Forbidden`.
#[server(InviteWaiting, prefix = "/api", endpoint = "administration/invite-waiting")]
pub async fn invite_waiting() -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::accounts::invite_waiting(&cx).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_INVITE, "attente"))
    })
    .await
}

/// Sends an invitation again.
///
/// # Errors
/// `Forbidden`; `NotFound`; `AlreadyActive`.
#[server(ResendInvitation, prefix = "/api", endpoint = "administration/resend-invitation")]
pub async fn resend_invitation(
    #[server(default)] id: String,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::accounts::resend_invitation(&cx, id).await?;
        let list = crate::paths::ADMINISTRATION_MEMBERS.to_owned();
        let page = if back.is_empty() { list } else { crate::paths::administration_member(id) };
        Ok(crate::paths::done(&page, "renvoi"))
    })
    .await
}

/// Changes somebody's record.
///
/// # Errors
/// `Forbidden`; `NotFound`; `Invalid`; `Conflict`.
#[server(ChangePerson, prefix = "/api", endpoint = "administration/change-person")]
pub async fn change_person(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] email: String,
    #[server(default)] name: String,
    #[server(default)] college: String,
    #[server(default)] organisation: String,
    #[server(default)] commune: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        let version = version.parse().map_err(|_| domain::Refusal::Malformed)?;
        let form =
            domain::people::PersonForm { email, name, college, organisation, commune, ..Default::default() };
        backend::people::change(&cx, id, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::administration_member(id), "fiche"))
    })
    .await
}

/// Gives somebody a mandate.
///
/// # Errors
/// `Forbidden`; `NotFound`; `Invalid`.
#[server(AddMandate, prefix = "/api", endpoint = "administration/add-mandate")]
pub async fn add_mandate(
    #[server(default)] id: String,
    #[server(default)] role: String,
    #[server(default)] mandate_start: String,
    #[server(default)] mandate_end: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        let form = domain::people::MandateForm { role, mandate_start, mandate_end };
        backend::people::add_mandate(&cx, id, &form).await?;
        Ok(crate::paths::done(&crate::paths::administration_member(id), "mandat"))
    })
    .await
}

/// Ends a mandate.
///
/// # Errors
/// `Forbidden`; `NotFound`; `Invalid`.
#[server(EndMandate, prefix = "/api", endpoint = "administration/end-mandate")]
pub async fn end_mandate(
    #[server(default)] mandate: String,
    #[server(default)] mandate_end: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let mandate = mandate.parse().map_err(|_| domain::Refusal::NotFound)?;
        let user = backend::people::end_mandate(&cx, mandate, &mandate_end).await?;
        Ok(crate::paths::done(&crate::paths::administration_member(user), "fin"))
    })
    .await
}

/// Ends several mandates on the same day.
///
/// # Errors
/// `Forbidden`; `Invalid`.
#[server(EndMandates, prefix = "/api", endpoint = "administration/end-mandates")]
pub async fn end_mandates(
    #[server(default)] mandates: Vec<String>,
    #[server(default)] last_day: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::people::MandatesForm { mandates, last_day };
        backend::people::end_mandates(&cx, &form).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_MEMBERS, "mandats"))
    })
    .await
}

/// Has several mandates run until the same, later, day.
///
/// # Errors
/// `Forbidden`; `Invalid`.
#[server(ProlongMandates, prefix = "/api", endpoint = "administration/prolong-mandates")]
pub async fn prolong_mandates(
    #[server(default)] mandates: Vec<String>,
    #[server(default)] last_day: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::people::MandatesForm { mandates, last_day };
        backend::people::prolong_mandates(&cx, &form).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_MEMBERS, "prolonges"))
    })
    .await
}

/// Cuts somebody off.
///
/// # Errors
/// `Forbidden`; `NotFound`; `Oneself`; `LastAdministrator`.
#[server(Suspend, prefix = "/api", endpoint = "administration/suspend")]
pub async fn suspend(#[server(default)] id: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::accounts::suspend(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::administration_member(id), "suspension"))
    })
    .await
}

/// Lets somebody in again.
///
/// # Errors
/// `Forbidden`; `NotFound`.
#[server(Restore, prefix = "/api", endpoint = "administration/restore")]
pub async fn restore(#[server(default)] id: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::accounts::restore(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::administration_member(id), "retour"))
    })
    .await
}

/// Makes somebody an administrator, or no longer.
///
/// # Errors
/// `Forbidden`; `ProofRequired`; `NotFound`; `LastAdministrator`.
#[server(NameAdministrator, prefix = "/api", endpoint = "administration/name-administrator")]
pub async fn name_administrator(
    #[server(default)] id: String,
    #[server(default)] administrator: String,
) -> Result<(), AppError> {
    let session = crate::action::context::<tower_sessions::Session>()?;
    crate::action::act_then_go(async |cx| {
        cx.require(domain::policy::Permission::ManagePeople)?;
        crate::session::require_proof(&session, &cx).await?;
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        if administrator == "oui" {
            backend::people::name_administrator(&cx, id).await?;
        } else {
            backend::people::end_administrator(&cx, id).await?;
        }
        // Whoever gave their own keys back may no longer see the record.
        let page = if cx.actor.user_id() == Some(id) && administrator != "oui" {
            crate::paths::HOME.to_owned()
        } else {
            crate::paths::done(&crate::paths::administration_member(id), "cles")
        };
        Ok(page)
    })
    .await
}

/// Asks for no code any more of somebody who lost both their telephone and their sheet.
///
/// # Errors
/// `Forbidden`; `ProofRequired`; `Oneself`; `CodesAreOff`.
#[server(ResetCodes, prefix = "/api", endpoint = "administration/reset-codes")]
pub async fn reset_codes(#[server(default)] id: String) -> Result<(), AppError> {
    let session = crate::action::context::<tower_sessions::Session>()?;
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        cx.require(domain::policy::Permission::ManagePeople)?;
        crate::session::require_proof(&session, &cx).await?;
        backend::accounts::reset_codes(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::administration_member(id), "codes"))
    })
    .await
}

/// Requires codes of those who hold the keys of the council, or no longer.
///
/// # Errors
/// `Forbidden`; `ProofRequired`; `OwnCodesFirst`.
#[server(RequireCodes, prefix = "/api", endpoint = "administration/require-codes")]
pub async fn require_codes(#[server(default)] required: String) -> Result<(), AppError> {
    let session = crate::action::context::<tower_sessions::Session>()?;
    crate::action::act_then_go(async |cx| {
        cx.require(domain::policy::Permission::Administer)?;
        crate::session::require_proof(&session, &cx).await?;
        backend::accounts::require_codes(&cx, required == "oui").await?;
        let done = if required == "oui" { "codes-exiges" } else { "codes-libres" };
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_COUNCIL, done))
    })
    .await
}
