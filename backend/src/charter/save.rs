//! Saving a version. A save over an older one is never lost, and never silently wins: it is put together with what came
//! since where the two do not meet, and refused with both shown otherwise.

use std::collections::BTreeSet;

use domain::{
    Refusal, Version,
    charter::{ArticleNumber, VersionForm, Wording},
    contributions::settled,
    ids::FramingTextId,
    policy::{CharterAction, Permission},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{
    load::{hold_text, told},
    moment::{saved_at, written_at},
    write::{Writing, gone, must_be_writable, write_over},
};
use crate::{
    Cx, Found, Result,
    contributions::{apart, merge},
    entities::{framing_revision, framing_version},
    events::EventKind,
    live,
};

/// What became of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// This is what the version has come to.
    Version(Version),
    /// The same, with what somebody else saved in the meantime, elsewhere in the text.
    Merged(Version),
    /// It said this already.
    Unchanged(Version),
}

/// Where the words of a save were typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typed {
    /// In the form.
    Alone,
    /// In the shared text.
    Together,
}

/// Saves a version typed over what it had come to at `base`. An article that has no number gets its own. If others are
/// writing it together, what changed goes into what they see.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Invalid`; `FramingState` unless its words may be changed; `Conflict` if what somebody else
/// changed since `base` meets this.
pub async fn save(cx: &Cx, slug: &str, number: i32, base: Version, form: &VersionForm) -> Result<Saved> {
    save_typed(cx, slug, number, base, form, Typed::Alone).await
}

/// Saves from the editor of the shared text, which has nothing left to send: the save holds what all who write it have
/// typed by now, and the other fields of the form. Without a shared text it is as [`save`].
///
/// # Errors
/// As [`save`].
pub async fn save_together(
    cx: &Cx,
    slug: &str,
    number: i32,
    base: Version,
    form: &VersionForm,
) -> Result<Saved> {
    save_typed(cx, slug, number, base, form, Typed::Together).await
}

async fn save_typed(
    cx: &Cx,
    slug: &str,
    number: i32,
    base: Version,
    form: &VersionForm,
    place: Typed,
) -> Result<Saved> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    if place == Typed::Alone {
        // What others typed together comes first, under their names.
        live::keep(cx, written_at(cx, slug, number).await?).await?;
    }
    let tx = cx.begin().await?;
    let text = hold_text(&tx, slug).await?;
    let row = hold(&tx, text.id, number).await?;
    let shared = match place {
        Typed::Together => live::hold(&tx, row.id).await?.map(|shared| settled(&shared.doc.body())),
        Typed::Alone => None,
    };
    let form = VersionForm { body: shared.clone().unwrap_or_else(|| form.body.clone()), ..form.clone() };
    let gone = gone(&tx, text.id).await?;
    let mut wording = form.check(&gone)?;
    must_be_writable(row.state)?;
    let is_merged = base != row.version;
    if is_merged {
        let since = Since { base, row: &row, has_all_words: shared.is_some() };
        wording = since.together(&tx, &form, wording, &gone).await?;
    }
    let says_so = wording.body == row.body && shared.as_ref().is_none_or(|shared| *shared == row.body);
    if says_so && wording.motives == row.motives && wording.starts_on == row.starts_on {
        tx.rollback().await?;
        return Ok(Saved::Unchanged(row.version));
    }
    let id = row.id;
    let mut row: framing_version::ActiveModel = row.into();
    row.motives = Set(wording.motives);
    row.starts_on = Set(wording.starts_on);
    let writing = Writing { by: cx.actor.user_id(), shared: shared.as_deref() };
    let version = write_over(cx, &tx, row, wording.body, &writing).await?.version;
    told(cx, &tx, EventKind::FramingVersionSaved, &text, Some(number)).await?;
    cx.commit(tx).await?;
    cx.backend.rooms().look(id);
    Ok(if is_merged { Saved::Merged(version) } else { Saved::Version(version) })
}

async fn hold(tx: &impl ConnectionTrait, text: FramingTextId, number: i32) -> Result<framing_version::Model> {
    let found = framing_version::Entity::find()
        .filter(framing_version::Column::TextId.eq(text))
        .filter(framing_version::Column::Number.eq(number))
        .lock_exclusive();
    found.one(tx).await?.found()
}

/// What was saved since a form was filled.
struct Since<'a> {
    base: Version,
    row: &'a framing_version::Model,
    /// Whether the form has the words of everybody: those of the shared text.
    has_all_words: bool,
}

impl Since<'_> {
    /// What was typed, checked as `typed`, with what came since.
    async fn together(
        &self,
        tx: &impl ConnectionTrait,
        form: &VersionForm,
        typed: Wording,
        gone: &BTreeSet<ArticleNumber>,
    ) -> Result<Wording> {
        let Since { base, row, has_all_words } = *self;
        let read = if base < row.version { saved_at(tx, row.id, base).await? } else { None };
        let Some(read) = read else { return Err(Refusal::Conflict.into()) };
        // Numbers are given to both changes at once, or two articles would get the same one.
        let body = settled(&form.body);
        let current = row.clone();
        let size = read.body.len() + body.len() + current.body.len();
        let both = apart(size, move || {
            let body = if has_all_words { Some(body) } else { merge(&read.body, &body, &current.body) };
            merged(&read, typed, body?, &current)
        })
        .await?;
        let both = both.ok_or(Refusal::Conflict)?;
        // Two texts that fit may be too long together, or number two articles alike: people settle it.
        Ok(both.check(gone).map_err(|_| Refusal::Conflict)?)
    }
}

/// The form with the fields that others changed; `None` where both did.
fn merged(
    read: &framing_revision::Model,
    typed: Wording,
    body: String,
    current: &framing_version::Model,
) -> Option<VersionForm> {
    let motives = merge(&read.motives, &typed.motives, &current.motives)?;
    let starts_on = match (typed.starts_on, current.starts_on) {
        (typed, current) if typed == current || current == read.starts_on => typed,
        (typed, current) if typed == read.starts_on => current,
        _ => return None,
    };
    let starts_on = starts_on.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    Some(VersionForm { body, motives, starts_on })
}
