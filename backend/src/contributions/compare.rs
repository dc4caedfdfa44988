//! Two versions of a text, compared.

use domain::{
    Refusal, Version,
    ids::ContributionId,
    policy::{ContributionAction, GroupAction, Permission},
};

use super::{
    comparison::Comparison,
    load::{Loaded, load, source},
    render::apart,
};
use crate::{Cx, Result, entities::revision};

/// Refuses those who read a text without following the work behind it.
pub(super) fn require_inside(cx: &Cx, text: &Loaded) -> Result<()> {
    if cx.may(Permission::Group(GroupAction::ReadWork, &text.facts().group)) {
        Ok(())
    } else {
        Err(Refusal::NotFound.into())
    }
}

/// Compares two versions of a text, for those who follow the work of its group.
///
/// # Errors
/// `NotFound` if the text may not be read, or has no such versions.
pub async fn compare(cx: &Cx, id: ContributionId, from: Version, to: Version) -> Result<Comparison> {
    let text = load(cx, id, ContributionAction::Read).await?;
    require_inside(cx, &text)?;
    let old = source(cx.reader(), id, from).await?;
    let new = source(cx.reader(), id, to).await?;
    between(old, new).await
}

/// Compares two revisions.
pub(super) async fn between(old: revision::Model, new: revision::Model) -> Result<Comparison> {
    apart(old.body.len() + new.body.len(), move || {
        Comparison::new([&old.title, &old.summary, &old.body], [&new.title, &new.summary, &new.body])
    })
    .await
}
