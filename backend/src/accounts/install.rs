//! The first page of an empty installation.

use domain::{Refusal, accounts::InstallationForm, council::Words, ids::UserId, refusal::Transition};

use super::hashing;
use crate::{
    Cx, Result, council,
    events::{Event, EventKind},
    people,
};

/// Whether the council exists already.
///
/// # Errors
/// The database cannot be read.
pub async fn is_installed(cx: &Cx) -> Result<bool> {
    Ok(council::current(cx).await?.is_some())
}

/// Makes the council and its first administrator, whose identifier it gives: they are signed in above.
///
/// # Errors
/// `AlreadyInstalled`; `Invalid`.
pub async fn install(cx: &Cx, form: &InstallationForm) -> Result<UserId> {
    // Anybody may do this once: decided before the form is looked at.
    if is_installed(cx).await? {
        return Err(Refusal::Transition(Transition::AlreadyInstalled).into());
    }
    let (settings, person) = form.check(cx.today())?;
    let hash = hashing::hash_uncommon(cx, &form.password).await?;
    let tx = cx.begin().await?;
    council::install(cx, &tx, &settings, &Words::default()).await?;
    let user = people::insert(cx, &tx, &person, true, Some(hash)).await?;
    Event::new(EventKind::AccountOpened).user(user).record(cx, &tx).await?;
    cx.commit(tx).await?;
    council::forget(cx);
    Ok(user)
}
