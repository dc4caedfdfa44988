//! Changing a group's settings.

use domain::{
    Refusal, Version,
    groups::{GroupForm, GroupSettings},
    policy::GroupAction,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::membership;
use crate::{
    Cx, Error, Result,
    entities::group,
    events::{Event, EventKind},
    fold,
};

/// Changes name, kind, visibility and mandate letter; the address stays.
///
/// # Errors
/// `NotFound`; `Forbidden` but for facilitators and administrators; `Invalid`; `Conflict` if somebody changed the
/// group since `version`.
pub async fn change(cx: &Cx, slug: &str, version: Version, form: &GroupForm) -> Result<()> {
    let found = super::find(cx, slug, GroupAction::Edit).await?;
    let settings = form.check()?;
    let tx = cx.begin().await?;
    let row = membership::hold(&tx, found.id).await?;
    if row.version != version {
        return Err(Error::Refused(Refusal::Conflict));
    }
    let kind = if changes_letter(&row, &settings) {
        EventKind::GroupMandateChanged
    } else {
        EventKind::GroupChanged
    };
    let mut row: group::ActiveModel = row.into();
    row.name_folded = Set(fold::fold(&settings.name));
    row.name = Set(settings.name);
    row.kind = Set(settings.kind);
    row.visibility = Set(settings.visibility);
    row.mandate = Set(settings.mandate);
    row.asked_by = Set(settings.asked_by);
    row.due_on = Set(settings.due_on);
    row.deliverable = Set(settings.deliverable);
    row.version = Set(version.next());
    row.update(&tx).await?;
    Event::new(kind).group(found.id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Whether what is asked of the group is no longer the same, which its people are told.
fn changes_letter(row: &group::Model, settings: &GroupSettings) -> bool {
    (&row.mandate, &row.asked_by, &row.deliverable, row.due_on)
        != (&settings.mandate, &settings.asked_by, &settings.deliverable, settings.due_on)
}
