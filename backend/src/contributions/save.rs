//! Saving a new version. A save over an older version is never lost, and never silently wins.

use domain::{
    Refusal, Version,
    contributions::{ContributionForm, ContributionText, State},
    ids::ContributionId,
    policy::ContributionAction,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    autosave::{Spot, forget, keep},
    comparison::Comparison,
    conflict::{self, ConflictView},
    create::{Saving, insert_revision, set_current},
    edit::Unsaved,
    load::{Loaded, load, source},
    render,
};
use crate::{
    Cx, Result,
    entities::{contribution, revision},
    events::{Event, EventKind},
    fold::fold,
};

/// What became of a save.
#[derive(Debug)]
pub enum Saved {
    /// This is now the current version.
    Version(Version),
    /// The text already said this: no version was added.
    Unchanged(Version),
    /// Somebody saved in the meantime: what was typed is put aside, nothing was written to the text.
    Conflicting(Box<ConflictView>),
}

/// Saves a text typed over version `base`.
///
/// # Errors
/// `Invalid`; `NotFound`, `Forbidden`; `Transition` if the text is no longer written.
pub async fn save(cx: &Cx, id: ContributionId, base: Version, form: &ContributionForm) -> Result<Saved> {
    let text = load(cx, id, ContributionAction::Write).await?;
    let typed = form.check()?;
    text.require_writable()?;
    if base > text.version {
        return Err(Refusal::Malformed.into());
    }
    let current = source(cx.reader(), id, text.version).await?;
    let same = says(&current, &typed);
    if base < text.version {
        // Those who changed nothing, or the same as somebody else, are in nobody's way.
        return if same || says(&source(cx.reader(), id, base).await?, &typed) {
            unchanged(cx, &text).await
        } else {
            put_aside(cx, text, base, form).await
        };
    }
    if same && typed.kind == text.kind {
        return unchanged(cx, &text).await;
    }
    write(cx, text, current, &typed, form).await
}

fn says(row: &revision::Model, typed: &ContributionText) -> bool {
    row.title == typed.title && row.summary == typed.summary && row.body == typed.body
}

async fn unchanged(cx: &Cx, text: &Loaded) -> Result<Saved> {
    forget(cx.backend.db().writer(), cx.person()?.id, spot(text)).await?;
    Ok(Saved::Unchanged(text.version))
}

async fn write(
    cx: &Cx,
    text: Loaded,
    current: revision::Model,
    typed: &ContributionText,
    form: &ContributionForm,
) -> Result<Saved> {
    let by = cx.person()?.id;
    let words = changed_words(&current, typed).await?;
    let rendering = render::text(text.id, &typed.summary, &typed.body).await?;
    let tx = cx.begin().await?;
    crate::groups::still_at_work(&tx, text.group_id).await?;
    if !claim(cx, &tx, &text, typed).await? {
        tx.rollback().await?;
        let base = text.version;
        let text = load(cx, text.id, ContributionAction::Write).await?;
        text.require_writable()?;
        return put_aside(cx, text, base, form).await;
    }
    let version = text.version.next();
    let saving = Saving { by, at: cx.now, words };
    let revision = insert_revision(&tx, text.id, version, typed, &saving).await?;
    set_current(&tx, text.id, revision).await?;
    render::store(&tx, revision, &rendering).await?;
    forget(&tx, by, spot(&text)).await?;
    Event::new(EventKind::ContributionRevised)
        .group(text.group_id)
        .contribution(text.id)
        .data(&serde_json::json!({ "version": version }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await?;
    Ok(Saved::Version(version))
}

async fn changed_words(current: &revision::Model, typed: &ContributionText) -> Result<(usize, usize)> {
    let (current, typed) = (current.clone(), typed.clone());
    render::apart(current.body.len() + typed.body.len(), move || {
        let old = [current.title.as_str(), current.summary.as_str(), current.body.as_str()];
        Comparison::new(old, [&typed.title, &typed.summary, &typed.body]).words()
    })
    .await
}

/// Makes the text ours, if it is still at the version that was read, and still written.
pub(super) async fn claim(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    text: &Loaded,
    typed: &ContributionText,
) -> Result<bool> {
    use contribution::Column as C;
    let claimed = contribution::Entity::update_many()
        .col_expr(C::Version, Expr::value(text.version.next()))
        .col_expr(C::Kind, Expr::value(typed.kind))
        .col_expr(C::Title, Expr::value(typed.title.clone()))
        .col_expr(C::TitleFolded, Expr::value(fold(&typed.title)))
        .col_expr(C::Summary, Expr::value(typed.summary.clone()))
        .col_expr(C::UpdatedAt, Expr::value(cx.now))
        .filter(C::Id.eq(text.id))
        .filter(C::Version.eq(text.version))
        .filter(C::State.is_in(State::ALL.iter().copied().filter(|state| state.is_writable())))
        .exec(tx)
        .await?;
    Ok(claimed.rows_affected == 1)
}

fn spot(text: &Loaded) -> Spot {
    Spot { group: text.group_id, contribution: Some(text.id) }
}

async fn put_aside(cx: &Cx, text: Loaded, base: Version, form: &ContributionForm) -> Result<Saved> {
    let tx = cx.begin().await?;
    keep(cx, &tx, spot(&text), base, form).await?;
    cx.commit(tx).await?;
    let typed = Unsaved { form: form.clone(), base, at: cx.now };
    Ok(Saved::Conflicting(Box::new(conflict::view(cx, &text, typed).await?)))
}
