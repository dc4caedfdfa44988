//! Files that become texts: a new one, or another version of one that is written. What could not be kept is told on the
//! page of the text until an author puts it away, and stays readable.
//!
//! Reading the file is not done here: whoever calls has it read by a process of its own.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use domain::{
    FieldProblem, Refusal, Version,
    contributions::{ContributionForm, settled},
    ids::ContributionId,
    library::file_name,
    policy::ContributionAction,
};
pub use extraction::draft::{Draft, Loss, Lost};
use futures::stream;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QueryTrait,
    Statement, sea_query::Expr,
};

use super::{
    autosave::group_to_write_in,
    create::create_from,
    images::{self, Image},
    load::{Head, load, source},
    save::{Saved, save_from},
};
use crate::{
    Cx, Result,
    entities::{text_intake, user},
    library::{self, Room},
};

/// The largest file that becomes a text, in megabytes.
pub const INTAKE_MEGABYTES: u64 = 30;
/// Characters of a title.
const TITLE_MAX: usize = 200;

/// What somebody typed beside a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IntakeForm {
    /// The title; that of the file if it is empty.
    pub title: String,
    /// Code of a kind of text.
    pub kind: String,
    /// Why this version; only for a text that exists.
    pub reason: String,
    /// Whether the file itself goes to the library of the group.
    pub keep: bool,
}

/// A file that was received and read.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The name it was sent under.
    pub name: String,
    /// Its content.
    pub content: Bytes,
    /// What was read of it.
    pub draft: Draft,
    /// Its images by their numbers, drawn again by the program; nothing for one that cannot be.
    pub images: Vec<Option<Bytes>>,
}

/// A file that became a text, and what could not be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeView {
    /// The name of the file.
    pub file_name: String,
    /// What was not kept.
    pub lost: Vec<Lost>,
    /// When it came.
    pub at: DateTime<Utc>,
    /// Who brought it.
    pub by: String,
    /// Whether it is shown on the page of the text.
    pub shown: bool,
}

/// The page of the files of a text.
#[derive(Clone, Debug)]
pub struct IntakesView {
    /// The head of the page; its version goes into the form.
    pub head: Head,
    /// Whether another file can come.
    pub writable: bool,
    /// The files that came, the latest first.
    pub files: Vec<IntakeView>,
}

/// What is written of a file with the text that it becomes.
pub(super) struct Intake {
    name: String,
    lost: String,
    /// Its images, by their numbers in what was read.
    images: Vec<Option<Image>>,
}

impl Intake {
    /// The text with the addresses of its images.
    pub(super) fn addressed(&self, body: &str, id: ContributionId) -> String {
        images::addressed(body, id, &self.images)
    }

    /// Gives the text its images, and the file it comes from.
    pub(super) async fn lines(
        &self,
        cx: &Cx,
        tx: &impl ConnectionTrait,
        id: ContributionId,
    ) -> Result<Vec<Statement>> {
        let mut lines = vec![self.line(cx, tx, id)?];
        for image in self.images.iter().flatten() {
            image.held(tx).await?;
            lines.push(image.line(cx, tx, id)?);
        }
        Ok(lines)
    }

    fn line(&self, cx: &Cx, tx: &impl ConnectionTrait, id: ContributionId) -> Result<Statement> {
        let row = text_intake::ActiveModel {
            contribution_id: Set(id),
            file_name: Set(self.name.clone()),
            lost: Set(self.lost.clone()),
            at: Set(cx.now),
            by_id: Set(cx.person()?.id),
            put_away_at: Set(None),
            ..Default::default()
        };
        Ok(text_intake::Entity::insert(row).build(tx.get_database_backend()))
    }
}

impl Intake {
    /// Keeps its images, which the text names in the same breath.
    async fn keep(&mut self, cx: &Cx, images: Vec<Option<Bytes>>) -> Result<()> {
        for image in images {
            self.images.push(match image {
                Some(drawn) => Some(images::keep(cx, drawn).await?),
                None => None,
            });
        }
        Ok(())
    }
}

/// What may be received to begin a text in a group.
///
/// # Errors
/// `NotFound` or `Forbidden` for those who do not write in the group; `Transition` if it is closed.
pub async fn room_to_begin(cx: &Cx, slug: &str) -> Result<Room> {
    group_to_write_in(cx, slug).await?;
    Ok(room())
}

/// What may be received for another version of a text.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Transition` if it is no longer written.
pub async fn room_to_revise(cx: &Cx, id: ContributionId) -> Result<Room> {
    load(cx, id, ContributionAction::Write).await?.require_writable()?;
    Ok(room())
}

/// A text is words, which no quota counts.
fn room() -> Room {
    Room { file: INTAKE_MEGABYTES * 1_000_000, left: u64::MAX }
}

/// Begins a text with what was read of a file.
///
/// # Errors
/// `Invalid`; `NotFound`, `Forbidden`; `Transition` if the group is closed; that of the library if the file is kept.
pub async fn begin_from_file(
    cx: &Cx,
    slug: &str,
    form: &IntakeForm,
    arrived: Arrived,
) -> Result<ContributionId> {
    group_to_write_in(cx, slug).await?;
    let Arrived { name, content, draft, images } = arrived;
    let mut intake = intake_of(&name, &draft, &images)?;
    let typed = if form.title.trim().is_empty() { titled(&draft.title, &name) } else { form.title.clone() };
    let text = ContributionForm {
        title: typed,
        kind: form.kind.clone(),
        summary: draft.summary,
        body: body(&draft.body)?,
        reason: String::new(),
    };
    text.check()?;
    if form.keep {
        deposit(cx, slug, &name, content).await?;
    }
    intake.keep(cx, images).await?;
    create_from(cx, slug, &text, Some(&intake)).await
}

/// Saves what was read of a file as the next version of a text, over the version that was read.
///
/// # Errors
/// As `save`; that of the library if the file is kept.
pub async fn revise_from_file(
    cx: &Cx,
    id: ContributionId,
    base: Version,
    form: &IntakeForm,
    arrived: Arrived,
) -> Result<Saved> {
    let text = load(cx, id, ContributionAction::Write).await?;
    text.require_writable()?;
    let Arrived { name, content, draft, images } = arrived;
    let mut intake = intake_of(&name, &draft, &images)?;
    let read = source(cx.reader(), id, base).await?;
    let mut typed = ContributionForm {
        title: read.title,
        kind: text.kind.code().to_owned(),
        // A file that says nothing of a summary takes none away.
        summary: if draft.summary.is_empty() { read.summary } else { draft.summary },
        body: body(&draft.body)?,
        reason: form.reason.clone(),
    };
    typed.check()?;
    if form.keep {
        deposit(cx, &text.slug, &name, content).await?;
    }
    intake.keep(cx, images).await?;
    typed.body = intake.addressed(&typed.body, id);
    save_from(cx, id, base, &typed, &intake).await
}

/// What is told of a file; its images are not kept yet.
fn intake_of(name: &str, draft: &Draft, images: &[Option<Bytes>]) -> Result<Intake> {
    let name = file_name(name).map_err(|problem| Refusal::field("files", problem))?;
    let mut lost = draft.lost.clone();
    let undrawn = images.iter().filter(|image| image.is_none()).count();
    let undrawn = u32::try_from(undrawn).unwrap_or(u32::MAX);
    match lost.iter_mut().find(|lost| lost.kind == Loss::Images) {
        Some(lost) => lost.count = lost.count.saturating_add(undrawn),
        None if undrawn > 0 => lost.push(Lost { kind: Loss::Images, count: undrawn }),
        None => {}
    }
    Ok(Intake { name, lost: serde_json::to_string(&lost)?, images: Vec::new() })
}

/// The body as a form takes it.
fn body(read: &str) -> Result<String> {
    // The sign around the number of an image is none that a form refuses.
    let body = settled(read);
    let most = domain::contributions::BODY_MAX;
    // The addresses of images are longer than their numbers; what is cut would be lost without a word.
    let addresses = 60 * read.matches(extraction::draft::IMAGE).count() / 2;
    if read.chars().count() + addresses > most as usize {
        return Err(Refusal::field("files", FieldProblem::TooLong { max: most }).into());
    }
    Ok(body)
}

/// The title of the file, or its name without what says its kind.
fn titled(found: &str, name: &str) -> String {
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = if found.chars().count() < 3 { name.replace('_', " ") } else { found };
    if title.chars().count() <= TITLE_MAX {
        return domain::form::without_unwanted(&title);
    }
    let cut: String = title.chars().take(TITLE_MAX - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    domain::form::without_unwanted(&format!("{whole}…"))
}

async fn deposit(cx: &Cx, slug: &str, name: &str, content: Bytes) -> Result<()> {
    let place = library::Place::Group(slug.to_owned());
    let room = library::room(cx, &place).await?;
    let content = stream::iter([Ok::<_, std::convert::Infallible>(content)]);
    let staged = library::receive(cx, room, content).await?;
    library::deposit(cx, &place, name, staged).await?;
    Ok(())
}

/// The files that became this text, for those who write it.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn intakes(cx: &Cx, id: ContributionId) -> Result<IntakesView> {
    let text = load(cx, id, ContributionAction::Write).await?;
    let writable = text.require_writable().is_ok();
    Ok(IntakesView { head: Head::new(cx, &text), writable, files: of(cx, id, false).await? })
}

/// The files that became a text, the latest first; only those that are shown on its page, or all.
pub(super) async fn of(cx: &Cx, id: ContributionId, shown: bool) -> Result<Vec<IntakeView>> {
    let rows = text_intake::Entity::find()
        .filter(text_intake::Column::ContributionId.eq(id))
        .apply_if(shown.then_some(()), |rows, ()| rows.filter(text_intake::Column::PutAwayAt.is_null()))
        .order_by_desc(text_intake::Column::Id)
        .all(cx.reader())
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let people = user::Entity::find()
        .filter(user::Column::Id.is_in(rows.iter().map(|row| row.by_id)))
        .all(cx.reader())
        .await?;
    let view = |row: text_intake::Model| {
        let by = people.iter().find(|person| person.id == row.by_id);
        Ok(IntakeView {
            by: by.map(|person| person.name.clone()).unwrap_or_default(),
            lost: serde_json::from_str(&row.lost)?,
            file_name: row.file_name,
            at: row.at,
            shown: row.put_away_at.is_none(),
        })
    };
    rows.into_iter().map(view).collect()
}

/// Takes what is told of its files away from the page of a text; it stays readable on the page of its files.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn put_intakes_away(cx: &Cx, id: ContributionId) -> Result<()> {
    load(cx, id, ContributionAction::Write).await?;
    text_intake::Entity::update_many()
        .col_expr(text_intake::Column::PutAwayAt, Expr::value(Some(cx.now)))
        .filter(text_intake::Column::ContributionId.eq(id))
        .filter(text_intake::Column::PutAwayAt.is_null())
        .exec(cx.backend.db().writer())
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::titled;

    #[test]
    fn a_file_without_a_title_is_called_by_its_name() {
        assert_eq!(titled("", "compte_rendu du 3 mai.docx"), "compte rendu du 3 mai");
        assert_eq!(titled("  L’eau \n vive ", "a.odt"), "L’eau vive");
        let long = titled(&"mot ".repeat(80), "a.odt");
        assert!(long.chars().count() <= 200 && long.ends_with("mot…"), "{long}");
    }
}
