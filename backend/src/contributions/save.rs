//! Saving a new version. A save over an older version is never lost, and never silently wins: it is put together with
//! the newer one where the two do not meet, and put aside beside it otherwise.

use domain::{
    Actor, Refusal, Version,
    contributions::{ContributionForm, ContributionText, State, settled},
    ids::{ContributionId, UserId},
    policy::ContributionAction,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::Expr,
};

use super::{
    anchors::{Carrying, Onto},
    autosave::{Spot, forget, forgotten, keep},
    comparison::Comparison,
    conflict::{self, ConflictView},
    create::{Saving, insert_revision, made_current},
    edit::Unsaved,
    load::{Loaded, load, source},
    merge::merge,
    moment, reading, render,
    suggestions::Accepting,
};
use crate::{
    Cx, Result, db,
    entities::{contribution, live_text, revision, revision_writer},
    events::{Event, EventKind},
    fold::fold,
    live,
};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typed {
    /// In the form.
    Alone,
    /// In the shared text.
    Together,
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

async fn save_typed(
    cx: &Cx,
    id: ContributionId,
    base: Version,
    form: &ContributionForm,
    place: Typed,
) -> Result<Saved> {
    let mut text = load(cx, id, ContributionAction::Write).await?;
    let typed = form.check()?;
    for _ in 0..TRIES {
        text.require_writable()?;
        let shared = if place == Typed::Together && text.is_shared() {
            live::load(cx.reader(), id).await?
        } else {
            None
        };
        let tried = match shared {
            Some(shared) => attempt_together(cx, &text, base, &typed, settled(&shared.doc.body())).await?,
            None => {
                // What others typed together comes first, under their names.
                if text.is_ahead() && moment::keep(cx, id).await?.is_some() {
                    text = load(cx, id, ContributionAction::Write).await?;
                }
                attempt(cx, &text, base, &typed).await?
            }
        };
        if let Some(saved) = tried {
            return if let Attempt::Saved(saved) = saved {
                Ok(saved)
            } else {
                put_aside(cx, text, base, form).await
            };
        }
        text = load(cx, id, ContributionAction::Write).await?;
    }
    put_aside(cx, text, base, form).await
}

enum Attempt {
    Saved(Saved),
    /// What was typed and what was saved in the meantime meet.
    Disagreement,
}

/// One try; `None` if somebody saved while it was made.
async fn attempt(cx: &Cx, text: &Loaded, base: Version, typed: &ContributionText) -> Result<Option<Attempt>> {
    if base > text.version {
        return Err(Refusal::Malformed.into());
    }
    let current = source(cx.reader(), text.id, text.version).await?;
    let same = says(&current, typed);
    if base == text.version {
        if same && typed.kind == text.kind {
            return Ok(Some(Attempt::Saved(unchanged(cx, text).await?)));
        }
        let written = write(cx, text, &current, typed, &Writing::by(cx)?).await?;
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
    let writing = Writing { merged_from: Some(base), ..Writing::by(cx)? };
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

/// How a version is written.
pub(super) struct Writing<'a> {
    /// Who is said to have written it.
    pub by: UserId,
    /// The version it was typed over, when it is put together with a later one.
    pub merged_from: Option<Version>,
    /// What the shared text said, when the version is of it.
    pub shared: Option<&'a str>,
    /// Whoever else typed it.
    pub with: &'a [UserId],
    /// The suggestion whose words it takes in.
    pub accepting: Option<&'a Accepting>,
}

impl Writing<'_> {
    fn by(cx: &Cx) -> Result<Writing<'static>> {
        Ok(Writing { by: cx.person()?.id, merged_from: None, shared: None, with: &[], accepting: None })
    }
}

/// Writes the next version; `None` if somebody did so in the meantime.
pub(super) async fn write(
    cx: &Cx,
    text: &Loaded,
    current: &revision::Model,
    typed: &ContributionText,
    writing: &Writing<'_>,
) -> Result<Option<Version>> {
    let Writing { by, merged_from, .. } = *writing;
    let words = changed_words(current, typed).await?;
    let rendering = render::text(text.id, &typed.summary, &typed.body).await?;
    let attached = text.attached();
    let carrying = if attached.is_any() {
        Some(Carrying::new(&current.body, &typed.body, writing.accepting).await?)
    } else {
        None
    };
    let tx = cx.begin().await?;
    // What the program keeps was typed while the group was at work.
    if cx.actor != Actor::System {
        crate::groups::still_at_work(&tx, text.group_id).await?;
    }
    if !claim(cx, &tx, text, typed).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    let version = text.version.next();
    let was = writing.shared.unwrap_or(&current.body);
    if text.is_shared() && !moment::follow(cx, &tx, text.id, was, &typed.body, version).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    let saving = Saving { by, at: cx.now, words, merged_from };
    let revision = insert_revision(&tx, text.id, version, typed, &saving).await?;
    let mut rest = Vec::from(made_current(&tx, text.id, revision, &rendering)?);
    if let Some(carrying) = carrying {
        let onto = Onto { text: text.id, group: text.group_id, version, by, attached };
        let Some(carried) = carrying.carry(cx, &tx, onto).await? else {
            tx.rollback().await?;
            return Ok(None);
        };
        rest.extend(carried);
    }
    if cx.actor != Actor::System {
        // Whoever accepts a suggestion may have typed something else.
        if writing.accepting.is_none() {
            rest.push(forgotten(&tx, by, spot(text)));
        }
        // Whoever puts two changes together has not read the other one yet.
        if merged_from.is_none() {
            rest.push(reading::noted(&tx, by, text.id, version, cx.now));
        }
    }
    if !writing.with.is_empty() {
        let with = writing.with.iter().filter(|user| **user != by).map(|user| {
            let writer = revision_writer::Entity::insert(revision_writer::ActiveModel {
                revision_id: Set(revision),
                user_id: Set(*user),
            });
            writer.build(tx.get_database_backend())
        });
        rest.extend(with);
    }
    let data = serde_json::json!({ "version": version, "merged_from": merged_from });
    let event = Event::new(EventKind::ContributionRevised)
        .group(text.group_id)
        .contribution(text.id)
        .by(by)
        .data(&data)?;
    rest.push(event.line(cx, &tx));
    db::execute_all(&tx, rest).await?;
    cx.commit(tx).await?;
    if text.is_shared() {
        cx.backend.rooms().look(text.id);
    }
    Ok(Some(version))
}

pub(super) async fn changed_words(
    current: &revision::Model,
    typed: &ContributionText,
) -> Result<(usize, usize)> {
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
    let mut claim = contribution::Entity::update_many();
    // One that was made meanwhile has to be carried on as well.
    if text.suggestions == 0 {
        claim = claim.filter(C::Suggestions.eq(0));
    }
    if text.comments == 0 {
        claim = claim.filter(C::Comments.eq(0));
    }
    if !text.is_shared() {
        // A room that opened meanwhile began from the version that this one replaces.
        let rooms = live_text::Entity::find()
            .select_only()
            .column(live_text::Column::ContributionId)
            .filter(live_text::Column::ContributionId.eq(text.id))
            .into_query();
        claim = claim.filter(C::Id.not_in_subquery(rooms));
    }
    let claimed = claim
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
