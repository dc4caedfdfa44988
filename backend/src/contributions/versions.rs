//! A version of a text: read, named, brought back.

use std::collections::BTreeMap;

use domain::{
    Version,
    behalf::Entered,
    contributions::{ContributionForm, version_name},
    ids::{ContributionId, RevisionId, UserId},
    policy::ContributionAction,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{
    compare::require_inside,
    list::typeset,
    load::{Head, load, source},
    render,
    save::{Saved, save},
    view::RevisionRef,
};
use crate::{
    Cx, Result, behalf,
    entities::{join, revision, revision_writer, user},
    events::{Event, EventKind},
    people,
};

/// A version as it is read.
#[derive(Clone, Debug)]
pub struct VersionView {
    /// The head of the page; its version is the current one.
    pub head: Head,
    /// Which, by whom, when, why.
    pub revision: RevisionRef,
    /// Who else typed it.
    pub with: Vec<String>,
    /// By whose hand, if who wrote it takes part on paper.
    pub entered_by: Option<String>,
    /// The name that people gave it.
    pub name: Option<String>,
    /// Its title, typeset.
    pub title: String,
    /// Its summary, rendered; may be empty.
    pub summary_html: String,
    /// Its text, rendered.
    pub html: String,
}

/// One version of a text, for those who follow the work of its group.
///
/// # Errors
/// `NotFound` if the text may not be read, or has no such version.
pub async fn version(cx: &Cx, id: ContributionId, version: Version) -> Result<VersionView> {
    let text = load(cx, id, ContributionAction::Read).await?;
    require_inside(cx, &text)?;
    let row = source(cx.reader(), id, version).await?;
    let written = writers(cx, &[(row.id, row.author_id)]).await?.remove(&row.id);
    let mut names = written.unwrap_or_default().into_iter();
    let mut entered = behalf::marks(cx, Entered::Revision, vec![row.id.0]).await?;
    let rendering = render::text(id, &row.summary, &row.body).await?;
    Ok(VersionView {
        head: Head::new(cx, &text),
        revision: RevisionRef {
            version,
            by: names.next().unwrap_or_default(),
            at: row.at,
            reason: row.reason,
        },
        with: names.collect(),
        entered_by: entered.remove(&row.id.0),
        name: row.name,
        title: typeset(&row.title),
        summary_html: rendering.summary_html,
        html: rendering.html,
    })
}

/// Who typed these versions: whoever is said to have written each, then the others by name.
pub(super) async fn writers(
    cx: &Cx,
    revisions: &[(RevisionId, UserId)],
) -> Result<BTreeMap<RevisionId, Vec<String>>> {
    let others: Vec<(RevisionId, UserId)> = revision_writer::Entity::find()
        .select_only()
        .columns([revision_writer::Column::RevisionId, revision_writer::Column::UserId])
        .join(
            JoinType::InnerJoin,
            join::<revision_writer::Entity, user::Entity>(revision_writer::Column::UserId, user::Column::Id),
        )
        .filter(revision_writer::Column::RevisionId.is_in(revisions.iter().map(|(id, _)| *id)))
        .order_by_asc(user::Column::Folded)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let mut people: Vec<UserId> = revisions.iter().chain(&others).map(|(_, user)| *user).collect();
    people.sort_unstable();
    people.dedup();
    let names = people::names(cx.reader(), people).await?;
    let mut written: BTreeMap<RevisionId, Vec<String>> = BTreeMap::new();
    for (id, user) in revisions.iter().chain(&others) {
        let writers = written.entry(*id).or_default();
        writers.extend(names.get(user).filter(|name| !writers.contains(name)).cloned());
    }
    Ok(written)
}

/// Gives a name to a version, or takes it away if it is blank: « Version envoyée aux communes ». For those who write
/// the text, also once it is adopted. Gives the name.
///
/// # Errors
/// `Invalid` on `name`; `NotFound`, `Forbidden`.
pub async fn name_version(
    cx: &Cx,
    id: ContributionId,
    version: Version,
    name: &str,
) -> Result<Option<String>> {
    let text = load(cx, id, ContributionAction::Write).await?;
    let row = source(cx.reader(), id, version).await?;
    let name = version_name(name)?;
    if name == row.name {
        return Ok(name);
    }
    let tx = cx.begin().await?;
    revision::ActiveModel { id: Set(row.id), name: Set(name.clone()), ..Default::default() }
        .update(&tx)
        .await?;
    Event::new(EventKind::ContributionVersionNamed)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "version": version }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await?;
    Ok(name)
}

/// Brings back what a version said, as a new version over `base`: nothing that came since is lost.
///
/// # Errors
/// `Invalid` on `reason`; `NotFound`, `Forbidden`; `Transition` if the text is no longer written.
pub async fn restore(
    cx: &Cx,
    id: ContributionId,
    version: Version,
    base: Version,
    reason: &str,
) -> Result<Saved> {
    let text = load(cx, id, ContributionAction::Write).await?;
    let row = source(cx.reader(), id, version).await?;
    let form = ContributionForm {
        title: row.title,
        kind: text.kind.code().to_owned(),
        summary: row.summary,
        body: row.body,
        reason: reason.to_owned(),
    };
    save(cx, id, base, &form).await
}
