//! Two people changed the same version: both texts, side by side, until one of them saves what should stand.

use domain::{
    Version,
    contributions::{ContributionForm, ContributionKind},
    ids::ContributionId,
    policy::ContributionAction,
};
use sea_orm::EntityTrait;

use super::{
    autosave::Spot,
    comparison::Comparison,
    edit::{Unsaved, unsaved},
    load::{Head, Loaded, load, source},
    render::apart,
    view::RevisionRef,
};
use crate::{
    Cx, Found, Result,
    entities::{revision, user},
};

/// What somebody typed over a version that is no longer the current one.
#[derive(Clone, Debug)]
pub struct ConflictView {
    /// The head of the page; its version is the one to save over.
    pub head: Head,
    /// The version that came in the meantime.
    pub theirs: RevisionRef,
    /// What it says.
    pub their_text: ContributionForm,
    /// What was typed.
    pub yours: ContributionForm,
    /// The version it was typed over.
    pub base: Version,
    /// What others changed since then.
    pub their_changes: Comparison,
    /// From their version to what was typed.
    pub between: Comparison,
}

/// The conflict in which this person's unsaved text stands with the current version, if any.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Transition` if the text is no longer written.
pub async fn conflict(cx: &Cx, id: ContributionId) -> Result<Option<ConflictView>> {
    let text = load(cx, id, ContributionAction::Write).await?;
    text.require_writable()?;
    match unsaved(cx, Spot { group: text.group_id, contribution: Some(id) }).await? {
        Some(typed) if typed.base < text.version => Ok(Some(view(cx, &text, typed).await?)),
        _ => Ok(None),
    }
}

pub(super) async fn view(cx: &Cx, text: &Loaded, typed: Unsaved) -> Result<ConflictView> {
    let base = source(cx.reader(), text.id, typed.base).await?;
    let theirs = source(cx.reader(), text.id, text.version).await?;
    let by = user::Entity::find_by_id(theirs.author_id).one(cx.reader()).await?.found()?.name;
    let yours = typed.form;
    let (their_changes, between) = compared(base, theirs.clone(), &yours).await?;
    Ok(ConflictView {
        head: Head::new(cx, text),
        theirs: RevisionRef { version: text.version, by, at: theirs.at, reason: theirs.reason },
        their_text: form(theirs.title, text.kind, theirs.summary, theirs.body),
        yours,
        base: typed.base,
        their_changes,
        between,
    })
}

async fn compared(
    base: revision::Model,
    theirs: revision::Model,
    yours: &ContributionForm,
) -> Result<(Comparison, Comparison)> {
    let yours = yours.clone();
    let size = base.body.len() + theirs.body.len() + yours.body.len();
    apart(size, move || {
        let body = yours.body.replace("\r\n", "\n");
        let yours = [yours.title.trim(), yours.summary.trim(), body.trim_end()];
        let base = [base.title.as_str(), base.summary.as_str(), base.body.as_str()];
        let theirs = [theirs.title.as_str(), theirs.summary.as_str(), theirs.body.as_str()];
        (Comparison::new(base, theirs), Comparison::new(theirs, yours))
    })
    .await
}

fn form(title: String, kind: ContributionKind, summary: String, body: String) -> ContributionForm {
    ContributionForm { title, kind: kind.code().to_owned(), summary, body, reason: String::new() }
}
