//! Saving a new version. A save over an older version is never lost, and never silently wins: it is put together with
//! the newer one where the two do not meet, and put aside beside it otherwise.

use domain::{
    Refusal, Version,
    contributions::{ContributionForm, ContributionText, settled},
    ids::ContributionId,
    policy::ContributionAction,
};

use super::{
    autosave::{Spot, forget, keep},
    conflict::{self, ConflictView},
    edit::Unsaved,
    intake::Intake,
    load::{Loaded, load, source},
    merge::merge,
    render,
    write::{Writing, write},
};
use crate::{Cx, Result, db, entities::revision, live};

/// What became of a save.
#[derive(Debug)]
pub enum Saved {
    /// This is now the current version.
    Version(Version),
    /// Somebody saved in the meantime, elsewhere in the text: both changes are in the current version.
    Merged {
        /// The version that holds both.
        version: Version,
        /// The version that was read when typing began.
        base: Version,
        /// The version that came in the meantime.
        theirs: Version,
    },
    /// The text already said this: no version was added.
    Unchanged(Version),
    /// Somebody saved in the meantime: what was typed is put aside, nothing was written to the text.
    Conflicting(Box<ConflictView>),
}

/// How many times a save is tried again when others save at the same moment.
const TRIES: usize = 4;

/// Where the body of a save was typed.
#[derive(Clone, Copy)]
enum Typed<'a> {
    /// In the form.
    Alone,
    /// In the shared text.
    Together,
    /// In a file.
    Elsewhere(&'a Intake),
}

/// Saves a text typed over version `base`. If others are writing it together, what changed goes into what they see.
///
/// # Errors
/// `Invalid`; `NotFound`, `Forbidden`; `Transition` if the text is no longer written.
pub async fn save(cx: &Cx, id: ContributionId, base: Version, form: &ContributionForm) -> Result<Saved> {
    save_typed(cx, id, base, form, Typed::Alone).await
}

/// Saves from the editor of the shared text, which has nothing left to send: the version holds what all who write it
/// have typed by now, and the title and summary of the form. Without a shared text it is as [`save`].
///
/// # Errors
/// As [`save`].
pub async fn save_together(
    cx: &Cx,
    id: ContributionId,
    base: Version,
    form: &ContributionForm,
) -> Result<Saved> {
    save_typed(cx, id, base, form, Typed::Together).await
}

/// Saves what was typed over version `base` in a file.
pub(super) async fn save_from(
    cx: &Cx,
    id: ContributionId,
    base: Version,
    form: &ContributionForm,
    intake: &Intake,
) -> Result<Saved> {
    save_typed(cx, id, base, form, Typed::Elsewhere(intake)).await
}

async fn save_typed(
    cx: &Cx,
    id: ContributionId,
    base: Version,
    form: &ContributionForm,
    place: Typed<'_>,
) -> Result<Saved> {
    let mut text = load(cx, id, ContributionAction::Write).await?;
    let typed = form.check()?;
    let intake = match place {
        Typed::Elsewhere(intake) => Some(intake),
        Typed::Alone | Typed::Together => None,
    };
    for _ in 0..TRIES {
        text.require_writable()?;
        let shared = if matches!(place, Typed::Together) && text.is_shared() {
            live::load(cx.reader(), id).await?
        } else {
            None
        };
        let tried = match shared {
            Some(shared) => attempt_together(cx, &text, base, &typed, settled(&shared.doc.body())).await?,
            None => {
                // What others typed together comes first, under their names.
                if text.is_ahead() && live::keep(cx, id).await?.is_some() {
                    text = load(cx, id, ContributionAction::Write).await?;
                }
                attempt(cx, &text, base, &typed, intake).await?
            }
        };
        if let Some(saved) = tried {
            return if let Attempt::Saved(saved) = saved {
                Ok(saved)
            } else {
                put_aside(cx, text, base, form, intake).await
            };
        }
        text = load(cx, id, ContributionAction::Write).await?;
    }
    put_aside(cx, text, base, form, intake).await
}

enum Attempt {
    Saved(Saved),
    /// What was typed and what was saved in the meantime meet.
    Disagreement,
}

/// One try; `None` if somebody saved while it was made.
async fn attempt(
    cx: &Cx,
    text: &Loaded,
    base: Version,
    typed: &ContributionText,
    intake: Option<&Intake>,
) -> Result<Option<Attempt>> {
    if base > text.version {
        return Err(Refusal::Malformed.into());
    }
    let current = source(cx.reader(), text.id, text.version).await?;
    let same = says(&current, typed);
    if base == text.version {
        if same && typed.kind == text.kind {
            return Ok(Some(Attempt::Saved(unchanged(cx, text).await?)));
        }
        let written = write(cx, text, &current, typed, &Writing { intake, ..Writing::by(cx)? }).await?;
        return Ok(written.map(|version| Attempt::Saved(Saved::Version(version))));
    }
    let read = source(cx.reader(), text.id, base).await?;
    // Those who changed nothing, or the same as somebody else, are in nobody's way.
    if same || says(&read, typed) {
        return Ok(Some(Attempt::Saved(unchanged(cx, text).await?)));
    }
    // Versions do not keep the kind: whoever changed it would not be known.
    if typed.kind != text.kind {
        return Ok(Some(Attempt::Disagreement));
    }
    let Some(both) = together(read, &current, typed).await? else {
        return Ok(Some(Attempt::Disagreement));
    };
    let writing = Writing { merged_from: Some(base), intake, ..Writing::by(cx)? };
    let written = write(cx, text, &current, &both, &writing).await?;
    let merged = |version| Saved::Merged { version, base, theirs: text.version };
    Ok(written.map(|version| Attempt::Saved(merged(version))))
}

/// One try, from the shared text: its body is `shared`, whatever version the form began from.
async fn attempt_together(
    cx: &Cx,
    text: &Loaded,
    base: Version,
    typed: &ContributionText,
    shared: String,
) -> Result<Option<Attempt>> {
    if base > text.version {
        return Err(Refusal::Malformed.into());
    }
    let current = source(cx.reader(), text.id, text.version).await?;
    let mut named = ContributionText { body: shared.clone(), ..typed.clone() };
    if base < text.version {
        let read = source(cx.reader(), text.id, base).await?;
        let title = merge(&read.title, &typed.title, &current.title);
        let summary = merge(&read.summary, &typed.summary, &current.summary);
        let Some((title, summary)) = title.zip(summary).filter(|_| typed.kind == text.kind) else {
            return Ok(Some(Attempt::Disagreement));
        };
        (named.title, named.summary) = (title, summary);
    }
    if says(&current, &named) && named.kind == text.kind {
        return Ok(Some(Attempt::Saved(unchanged(cx, text).await?)));
    }
    let writing = Writing { shared: Some(&shared), ..Writing::by(cx)? };
    let written = write(cx, text, &current, &named, &writing).await?;
    Ok(written.map(|version| Attempt::Saved(Saved::Version(version))))
}

/// What was typed over `read` and what is current now, in one text; `None` if they meet.
async fn together(
    read: revision::Model,
    current: &revision::Model,
    typed: &ContributionText,
) -> Result<Option<ContributionText>> {
    let (current, typed) = (current.clone(), typed.clone());
    let size = read.body.len() + current.body.len() + typed.body.len();
    let both = render::apart(size, move || {
        Some(ContributionForm {
            title: merge(&read.title, &typed.title, &current.title)?,
            kind: typed.kind.code().to_owned(),
            summary: merge(&read.summary, &typed.summary, &current.summary)?,
            body: merge(&read.body, &typed.body, &current.body)?,
            reason: typed.reason,
        })
    })
    .await?;
    // Two texts that fit may be too long together: they are then settled by people.
    Ok(both.and_then(|form| form.check().ok()))
}

fn says(row: &revision::Model, typed: &ContributionText) -> bool {
    row.title == typed.title && row.summary == typed.summary && row.body == typed.body
}

async fn unchanged(cx: &Cx, text: &Loaded) -> Result<Saved> {
    forget(cx.backend.db().writer(), cx.person()?.id, spot(text)).await?;
    Ok(Saved::Unchanged(text.version))
}

pub(super) fn spot(text: &Loaded) -> Spot {
    Spot { group: text.group_id, contribution: Some(text.id) }
}

async fn put_aside(
    cx: &Cx,
    text: Loaded,
    base: Version,
    form: &ContributionForm,
    intake: Option<&Intake>,
) -> Result<Saved> {
    let tx = cx.begin().await?;
    keep(cx, &tx, spot(&text), base, form).await?;
    if let Some(intake) = intake {
        db::execute_all(&tx, intake.lines(cx, &tx, text.id).await?).await?;
    }
    cx.commit(tx).await?;
    let typed = Unsaved { form: form.clone(), base, at: cx.now };
    Ok(Saved::Conflicting(Box::new(conflict::view(cx, &text, typed).await?)))
}
