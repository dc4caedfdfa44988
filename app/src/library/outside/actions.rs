//! Making and closing links, and giving their password.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::ids::{EntryId, LibraryLinkId};
use leptos::prelude::*;

use crate::error::AppError;

/// Makes a link for somebody outside.
///
/// # Errors
/// The refusal of `backend::library::open_link`.
#[server(OpenLink, prefix = "/api", endpoint = "library/open-link")]
pub async fn open_link(
    entry: EntryId,
    #[server(default)] kind: String,
    #[server(default)] name: String,
    #[server(default)] until: String,
    #[server(default)] password: String,
    #[server(default)] files: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::library::LinkForm { kind, name, until, password, files };
        let (link, token) = backend::library::open_link(&cx, entry, &form).await?;
        Ok(crate::paths::new_link(entry, link, &token))
    })
    .await
}

/// Closes a link.
///
/// # Errors
/// The refusal of `backend::library::close_link`.
#[server(CloseLink, prefix = "/api", endpoint = "library/close-link")]
pub async fn close_link(link: LibraryLinkId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let entry = backend::library::close_link(&cx, link).await?;
        Ok(crate::paths::done(&crate::paths::links(entry), "ferme"))
    })
    .await
}

/// Gives the password of a link, which this browser then keeps in mind.
///
/// # Errors
/// The refusal of `backend::library::unlock`.
#[server(UnlockLink, prefix = "/api", endpoint = "library/unlock-link")]
pub async fn unlock_link(
    #[server(default)] kind: String,
    #[server(default)] token: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    let session = crate::action::context::<tower_sessions::Session>()?;
    let address = crate::action::context::<crate::session::ClientAddress>()?.0;
    crate::action::act_then_go(async |cx| {
        let kind = domain::library::LinkKind::from_code(&kind).unwrap_or(domain::library::LinkKind::Read);
        let link = backend::library::unlock(&cx, kind, &token, &password, &address).await?;
        crate::session::unlock(&session, link).await?;
        Ok(crate::paths::link(kind, &token))
    })
    .await
}
