//! Writing a tutorial, changing it, putting it aside and taking it up again.

use domain::{
    FieldProblem, Refusal, Version,
    ids::{TutorialId, TutorialPathId},
    policy::{Permission, TutorialAction},
    tutorials::{Tutorial, TutorialForm},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};

use crate::{
    Cx, Error, Found, Result,
    entities::{tutorial, tutorial_path},
    events::{Event, EventKind},
};

/// Addresses that are pages of their own.
const PAGES: [&str; 3] = ["ecrire", "suivi", "images"];

/// Adds a tutorial of the council's own, and gives its name in addresses.
///
/// # Errors
/// `Forbidden` but for who writes them; `Invalid`, also when another has the same title.
pub async fn add(cx: &Cx, form: &TutorialForm) -> Result<String> {
    cx.require(Permission::Tutorial(TutorialAction::Write))?;
    let told = form.check()?;
    let slug = markdown::slug(&told.title);
    if slug.is_empty() || PAGES.contains(&slug.as_str()) {
        return Err(Refusal::field("title", FieldProblem::BadCharacters).into());
    }
    let tx = cx.begin().await?;
    if tutorial::Entity::find().filter(tutorial::Column::Slug.eq(&slug)).one(&tx).await?.is_some() {
        return Err(Refusal::field("title", FieldProblem::Taken).into());
    }
    let path = path_of(&tx, &told).await?;
    let row = blank(cx, &slug, &told, path).insert(&tx).await?;
    recorded(cx, &tx, EventKind::TutorialAdded, row.id).await?;
    commit(cx, tx).await?;
    Ok(slug)
}

/// Changes a tutorial. Its address stays: people have written it down.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`, `Conflict`.
pub async fn change(cx: &Cx, slug: &str, version: Version, form: &TutorialForm) -> Result<()> {
    cx.require(Permission::Tutorial(TutorialAction::Write))?;
    let told = form.check()?;
    let tx = cx.begin().await?;
    let row = held(&tx, slug, version).await?;
    let id = row.id;
    let path = path_of(&tx, &told).await?;
    changed(cx, row, &told, path).update(&tx).await?;
    recorded(cx, &tx, EventKind::TutorialChanged, id).await?;
    commit(cx, tx).await
}

/// Puts a tutorial aside: only those who write them see it.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Conflict`.
pub async fn put_aside(cx: &Cx, slug: &str, version: Version) -> Result<()> {
    place(cx, slug, version, true).await
}

/// Takes a tutorial up again.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Conflict`.
pub async fn take_up(cx: &Cx, slug: &str, version: Version) -> Result<()> {
    place(cx, slug, version, false).await
}

async fn place(cx: &Cx, slug: &str, version: Version, aside: bool) -> Result<()> {
    cx.require(Permission::Tutorial(TutorialAction::Write))?;
    let tx = cx.begin().await?;
    let row = held(&tx, slug, version).await?;
    let id = row.id;
    let mut row: tutorial::ActiveModel = row.into();
    row.set_aside = Set(aside);
    stamped(cx, &mut row, version);
    row.update(&tx).await?;
    let kind = if aside { EventKind::TutorialSetAside } else { EventKind::TutorialTakenUp };
    recorded(cx, &tx, kind, id).await?;
    commit(cx, tx).await
}

/// Whoever asks for help next is helped by what is now true.
async fn commit(cx: &Cx, tx: crate::db::Transaction) -> Result<()> {
    cx.commit(tx).await?;
    cx.backend.0.help.forget();
    Ok(())
}

/// The sequence that a tutorial belongs to: one there is, or one that begins with it.
pub(super) async fn path_of(tx: &impl ConnectionTrait, told: &Tutorial) -> Result<Option<TutorialPathId>> {
    let at = |slug: &str| tutorial_path::Entity::find().filter(tutorial_path::Column::Slug.eq(slug));
    if !told.new_path.is_empty() {
        let slug = markdown::slug(&told.new_path);
        if slug.is_empty() {
            return Err(Refusal::field("new_path", FieldProblem::BadCharacters).into());
        }
        if at(&slug).one(tx).await?.is_some() {
            return Err(Refusal::field("new_path", FieldProblem::Taken).into());
        }
        let row = tutorial_path::ActiveModel {
            slug: Set(slug),
            title: Set(told.new_path.clone()),
            summary: Set(String::new()),
            title_en: Set(String::new()),
            summary_en: Set(String::new()),
            shipped: Set(String::new()),
            ..Default::default()
        };
        return Ok(Some(row.insert(tx).await?.id));
    }
    if told.path.is_empty() {
        return Ok(None);
    }
    match at(&told.path).one(tx).await? {
        Some(path) => Ok(Some(path.id)),
        None => Err(Refusal::field("path", FieldProblem::NotAChoice).into()),
    }
}

/// A new row of the council's own.
pub(super) fn blank(
    cx: &Cx,
    slug: &str,
    told: &Tutorial,
    path: Option<TutorialPathId>,
) -> tutorial::ActiveModel {
    let mut row = tutorial::ActiveModel {
        slug: Set(slug.to_owned()),
        shipped: Set(String::new()),
        edited: Set(false),
        set_aside: Set(false),
        ..Default::default()
    };
    stamped(cx, &mut row, Version(0));
    filled(&mut row, told, path);
    row
}

/// A row changed by the council: a later version of the program leaves it as it is.
pub(super) fn changed(
    cx: &Cx,
    row: tutorial::Model,
    told: &Tutorial,
    path: Option<TutorialPathId>,
) -> tutorial::ActiveModel {
    let version = row.version;
    let mut row: tutorial::ActiveModel = row.into();
    row.edited = Set(true);
    stamped(cx, &mut row, version);
    filled(&mut row, told, path);
    row
}

pub(super) fn filled(row: &mut tutorial::ActiveModel, told: &Tutorial, path: Option<TutorialPathId>) {
    let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let [title_en, summary_en, body_en] = told.english.clone();
    row.title = Set(told.title.clone());
    row.summary = Set(told.summary.clone());
    row.body = Set(told.body.clone());
    row.title_en = Set(title_en);
    row.summary_en = Set(summary_en);
    row.body_en = Set(body_en);
    row.audiences = Set(told.audiences.iter().map(|one| one.code()).collect::<Vec<_>>().join(" "));
    row.minutes = Set(number(told.minutes));
    row.steps = Set(number(told.steps));
    row.path_id = Set(path);
    row.rank = Set(number(told.rank));
    row.help = Set(told.help.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
}

pub(super) fn stamped(cx: &Cx, row: &mut tutorial::ActiveModel, version: Version) {
    row.version = Set(version.next());
    row.changed_at = Set(cx.now);
    row.changed_by = Set(cx.actor.user_id());
}

async fn held(tx: &impl ConnectionTrait, slug: &str, version: Version) -> Result<tutorial::Model> {
    let found = tutorial::Entity::find().filter(tutorial::Column::Slug.eq(slug)).lock_exclusive();
    let row = found.one(tx).await?.found()?;
    if row.version == version { Ok(row) } else { Err(Error::Refused(Refusal::Conflict)) }
}

pub(super) async fn recorded(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    kind: EventKind,
    tutorial: TutorialId,
) -> Result<()> {
    Event::new(kind).data(&serde_json::json!({ "tutorial": tutorial }))?.record(cx, tx).await
}
