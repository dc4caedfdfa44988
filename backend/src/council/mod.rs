//! The council: its settings, read on every page and kept in memory for a few seconds.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    Refusal, Version,
    council::{CouncilForm, CouncilSettings, Words},
    policy::Permission,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};

use crate::{
    Cx, Error, Outcome, Result,
    entities::council,
    events::{Event, EventKind},
};

/// The council of this installation.
#[derive(Clone, Debug, Default)]
pub struct Council {
    /// Its full name.
    pub name: String,
    /// Its territory.
    pub territory: String,
    /// Who it is, in Markdown.
    pub presentation: String,
    /// How to join it, in Markdown.
    pub joining: String,
    /// Where to write to it; may be empty.
    pub contact_email: String,
    /// Its colleges.
    pub colleges: Vec<String>,
    /// Points to check before a text is proposed for adoption.
    pub checklist: Vec<String>,
    /// Whether whoever administers the site or presides gives a code besides their password.
    pub codes_required: bool,
    /// Its own words.
    pub words: Words,
    /// For the next change.
    pub version: i32,
}

impl Council {
    /// Who it is, rendered; may be empty.
    pub fn presentation_html(&self) -> String {
        rendered(&self.presentation, "conseil-")
    }

    /// How to join it, rendered; may be empty.
    pub fn joining_html(&self) -> String {
        rendered(&self.joining, "venir-")
    }
}

fn rendered(text: &str, id_prefix: &str) -> String {
    let wikilink = |title: &str| format!("/textes/nomme/{title}");
    let options =
        markdown::Options { language: markdown::Typography::French, id_prefix, wikilink: &wikilink };
    markdown::render(text, &options).html
}

const KEEP: TimeDelta = TimeDelta::seconds(3);
const ROW: i64 = 1;

/// The council, or `None` before `/installation`.
///
/// # Errors
/// The database cannot be read.
pub async fn current(cx: &Cx) -> Result<Option<Arc<Council>>> {
    let cache = &cx.backend.0.council;
    if let Some(kept) = cache.get(cx.now, KEEP) {
        return Ok(Some(kept));
    }
    let Some(council) = read(cx.reader()).await? else { return Ok(None) };
    let council = Arc::new(council);
    cache.set(cx.now, council.clone());
    Ok(Some(council))
}

/// The council, as some connection sees it.
pub(crate) async fn read(db: &impl ConnectionTrait) -> Result<Option<Council>> {
    let Some(row) = council::Entity::find_by_id(ROW).one(db).await? else { return Ok(None) };
    Ok(Some(Council {
        name: row.name,
        territory: row.territory,
        presentation: row.presentation,
        joining: row.joining,
        contact_email: row.contact_email,
        colleges: serde_json::from_str(&row.colleges)?,
        checklist: serde_json::from_str(&row.checklist)?,
        codes_required: row.codes_required,
        words: serde_json::from_str(&row.words)?,
        version: row.version.0,
    }))
}

/// Writes the council of an empty installation, in the transaction that also makes its first person.
///
/// # Errors
/// `AlreadyInstalled`.
pub async fn install(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    settings: &CouncilSettings,
    words: &Words,
) -> Result<()> {
    if council::Entity::find_by_id(ROW).one(tx).await?.is_some() {
        return Err(Refusal::Transition(domain::refusal::Transition::AlreadyInstalled).into());
    }
    let row = council::ActiveModel {
        id: Set(ROW),
        name: Set(settings.name.clone()),
        territory: Set(settings.territory.clone()),
        presentation: Set(settings.presentation.clone()),
        joining: Set(settings.joining.clone()),
        contact_email: Set(settings.contact_email.clone()),
        colleges: Set(serde_json::to_string(&settings.colleges)?),
        words: Set(serde_json::to_string(words)?),
        created_at: Set(cx.now),
        version: Set(Version::FIRST),
        checklist: Set(serde_json::to_string(&settings.checklist)?),
        codes_required: Set(false),
    };
    council::Entity::insert(row).exec_without_returning(tx).await?;
    Event::new(EventKind::CouncilInstalled).record(cx, tx).await
}

/// Numbers of what the council decides are given one at a time: on PostgreSQL its row is the gate, SQLite has one writer.
pub(crate) async fn hold_numbers(tx: &impl ConnectionTrait) -> Result<()> {
    council::Entity::find()
        .select_only()
        .column(council::Column::Id)
        .lock_exclusive()
        .into_tuple::<i64>()
        .one(tx)
        .await?;
    Ok(())
}

/// Changes the settings and words.
///
/// # Errors
/// `Forbidden` but for an administrator; `Invalid`; `Conflict` if somebody changed them since `version`.
pub async fn change(cx: &Cx, version: Version, form: &CouncilForm, words: Words) -> Result<()> {
    cx.require(Permission::Administer)?;
    let settings = form.check()?;
    let tx = cx.begin().await?;
    let row = council::Entity::find_by_id(ROW)
        .filter(council::Column::Version.eq(version))
        .one(&tx)
        .await?
        .ok_or(Error::Refused(Refusal::Conflict))?;
    let mut row: council::ActiveModel = row.into();
    row.name = Set(settings.name);
    row.territory = Set(settings.territory);
    row.presentation = Set(settings.presentation);
    row.joining = Set(settings.joining);
    row.contact_email = Set(settings.contact_email);
    row.colleges = Set(serde_json::to_string(&settings.colleges)?);
    row.checklist = Set(serde_json::to_string(&settings.checklist)?);
    row.words = Set(serde_json::to_string(&words)?);
    row.version = Set(version.next());
    row.update(&tx).await?;
    Event::new(EventKind::CouncilChanged).record(cx, &tx).await?;
    cx.commit(tx).await?;
    forget(cx);
    Ok(())
}

/// Brings the council to these settings and words, in a transaction; makes it if there is none.
///
/// # Errors
/// `Forbidden` but for administrators and the program itself.
pub async fn upsert(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    settings: &CouncilSettings,
    words: &Words,
) -> Result<Outcome> {
    cx.require(Permission::Administer)?;
    let Some(row) = council::Entity::find_by_id(ROW).one(tx).await? else {
        install(cx, tx, settings, words).await?;
        return Ok(Outcome::Created);
    };
    let colleges = serde_json::to_string(&settings.colleges)?;
    let checklist = serde_json::to_string(&settings.checklist)?;
    let words = serde_json::to_string(words)?;
    let same = row.name == settings.name
        && row.territory == settings.territory
        && row.presentation == settings.presentation
        && row.joining == settings.joining
        && row.contact_email == settings.contact_email
        && row.colleges == colleges
        && row.checklist == checklist
        && row.words == words;
    if same {
        return Ok(Outcome::Unchanged);
    }
    let version = row.version.next();
    let mut row: council::ActiveModel = row.into();
    row.name = Set(settings.name.clone());
    row.territory = Set(settings.territory.clone());
    row.presentation = Set(settings.presentation.clone());
    row.joining = Set(settings.joining.clone());
    row.contact_email = Set(settings.contact_email.clone());
    row.colleges = Set(colleges);
    row.checklist = Set(checklist);
    row.words = Set(words);
    row.version = Set(version);
    row.update(tx).await?;
    Event::new(EventKind::CouncilChanged).record(cx, tx).await?;
    Ok(Outcome::Changed)
}

/// Reads the council again at the next request.
pub fn forget(cx: &Cx) {
    cx.backend.0.council.forget();
}
