//! Images of texts: each is a content of the file store that a text names by an address under its own. Who reads the
//! text reads them; those who read only what was published read those that it holds.
//!
//! Making them smaller is not done here: what comes was drawn again by the program.

use bytes::Bytes;
use chrono::TimeDelta;
use domain::{
    Refusal, Version,
    contributions::{
        ContributionForm, ImageForm, Paragraph, PublicationNumber, image_address, image_mark, paragraphs,
        placed,
    },
    ids::ContributionId,
    policy::{ContributionAction, GroupAction, Permission},
};
use extraction::draft::IMAGE;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Statement,
    sea_query::{OnConflict, SelectStatement},
};

use super::{
    autosave::{Place, Spot, autosave},
    edit::unsaved,
    load::{Head, Loaded, load, source},
    save::{Saved, save},
    show::numbered,
};
use crate::{
    Cx, Found, Result,
    entities::{former_edition, live_text, revision, text_image, unsaved_text},
    library::{FileView, Room, keep_made, kept_as, recognised, room_of, still_kept},
};

/// The largest image received, in megabytes.
pub const IMAGE_MEGABYTES: u64 = 20;
/// Images of one text.
const MOST: u64 = 300;
/// An image that no version holds is kept so long: it may be in what somebody types.
const UNHELD: TimeDelta = TimeDelta::days(30);

/// An image that the program drew, kept under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Its name, as in its address.
    pub name: String,
    pub(super) sha256: String,
}

impl Image {
    /// The line that gives it to a text.
    pub(super) fn line(&self, cx: &Cx, tx: &impl ConnectionTrait, id: ContributionId) -> Result<Statement> {
        let row = text_image::ActiveModel {
            contribution_id: Set(id),
            name: Set(self.name.clone()),
            sha256: Set(self.sha256.clone()),
            at: Set(cx.now),
            by_id: Set(cx.person()?.id),
        };
        let same = [text_image::Column::ContributionId, text_image::Column::Name];
        // Sent again, it is kept as if it had just come.
        let again = OnConflict::columns(same).update_column(text_image::Column::At).to_owned();
        Ok(text_image::Entity::insert(row).on_conflict(again).build(tx.get_database_backend()))
    }

    /// Whether its content is still there, in the transaction that names it.
    pub(super) async fn held(&self, tx: &impl ConnectionTrait) -> Result<()> {
        still_kept(tx, &self.sha256).await
    }
}

/// Keeps an image that the program drew.
pub(super) async fn keep(cx: &Cx, drawn: Bytes) -> Result<Image> {
    let media_type = recognised(&drawn).unwrap_or("application/octet-stream");
    let ending = if media_type == "image/png" { "png" } else { "jpg" };
    let sha256 = keep_made(cx, drawn, media_type).await?;
    let name = format!("{}.{ending}", &sha256[..16]);
    Ok(Image { name, sha256 })
}

/// A text whose images have their numbers instead of their addresses, with their addresses; of an image that was not
/// kept, what is said of it stays.
pub(super) fn addressed(body: &str, id: ContributionId, images: &[Option<Image>]) -> String {
    let mut out = String::with_capacity(body.len());
    let mut closes = false;
    for (i, piece) in body.split(IMAGE).enumerate() {
        if i % 2 == 0 {
            let rest = piece.strip_prefix(')').filter(|_| std::mem::take(&mut closes));
            out.push_str(rest.unwrap_or(piece));
            continue;
        }
        let image = piece.parse::<usize>().ok().and_then(|number| images.get(number)?.as_ref());
        if let Some(image) = image {
            out.push_str(&image_address(id, &image.name));
        } else {
            let mark = out.rfind("![").unwrap_or(out.len());
            let said = out.split_off(mark);
            out.push_str(said.trim_start_matches("![").trim_end_matches("]("));
            closes = true;
        }
    }
    out
}

/// The page of the images of a text.
#[derive(Clone, Debug)]
pub struct ImagesView {
    /// The head of the page.
    pub head: Head,
    /// The paragraphs of what this person writes, after which an image can go.
    pub paragraphs: Vec<Paragraph>,
    /// Whether they have typed something that is not saved: the image joins it.
    pub typing: bool,
}

/// What one needs to add an image.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Transition` if the text is no longer written.
pub async fn images_view(cx: &Cx, id: ContributionId) -> Result<ImagesView> {
    let (text, typed) = typing(cx, id).await?;
    let typing = typed.is_some();
    let body = match typed {
        Some((form, _)) => form.body,
        None => source(cx.reader(), id, text.version).await?.body,
    };
    Ok(ImagesView { head: Head::new(cx, &text), paragraphs: paragraphs(&body), typing })
}

/// The text, and what this person typed over which version.
async fn typing(cx: &Cx, id: ContributionId) -> Result<(Loaded, Option<(ContributionForm, Version)>)> {
    let text = load(cx, id, ContributionAction::Write).await?;
    text.require_writable()?;
    let typed = unsaved(cx, Spot { group: text.group_id, contribution: Some(id) }).await?;
    Ok((text, typed.map(|typed| (typed.form, typed.base))))
}

/// What may be received of an image.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Transition` if the text is no longer written; `Conflict` if it has too many.
pub async fn image_room(cx: &Cx, id: ContributionId) -> Result<Room> {
    let text = load(cx, id, ContributionAction::Write).await?;
    text.require_writable()?;
    let there = text_image::Entity::find().filter(text_image::Column::ContributionId.eq(id));
    if there.count(cx.reader()).await? >= MOST {
        let most = u32::try_from(MOST).unwrap_or(u32::MAX);
        return Err(Refusal::field("files", domain::FieldProblem::TooManyFiles { max: most }).into());
    }
    let Room { file, left } = room_of(cx, Some(text.group_id)).await?;
    Ok(Room { file: file.min(IMAGE_MEGABYTES * 1_000_000), left })
}

/// Gives a text an image, which nothing in it names yet: its address.
///
/// # Errors
/// As [`image_room`]; `Storage`.
pub async fn add_image(cx: &Cx, id: ContributionId, drawn: Bytes) -> Result<Image> {
    image_room(cx, id).await?;
    let image = keep(cx, drawn).await?;
    let tx = cx.begin().await?;
    image.held(&tx).await?;
    tx.execute_raw(image.line(cx, &tx, id)?).await?;
    cx.commit(tx).await?;
    Ok(image)
}

/// What became of an image that was put in a text.
#[derive(Debug)]
pub enum Put {
    /// It is in a version.
    Saved(Saved),
    /// It is with what this person typed and did not save.
    Typed,
}

/// Puts an image in a text, as a save does; with what this person typed, if they did not save it.
///
/// # Errors
/// `Invalid`; as [`add_image`] and `save`.
pub async fn put_image(cx: &Cx, id: ContributionId, form: &ImageForm, drawn: Bytes) -> Result<Put> {
    let alt = form.check()?;
    let image = add_image(cx, id, drawn).await?;
    let (text, typed) = typing(cx, id).await?;
    let mark = image_mark(id, &image.name, &alt);
    let after = form.after.trim().parse::<usize>().ok();
    if let Some((form, base)) = typed {
        let form = ContributionForm { body: placed(&form.body, after, &mark), ..form };
        autosave(cx, &Place::Of(id), base, &form).await?;
        return Ok(Put::Typed);
    }
    let current = source(cx.reader(), id, text.version).await?;
    let form = ContributionForm {
        title: current.title,
        kind: text.kind.code().to_owned(),
        summary: current.summary,
        body: placed(&current.body, after, &mark),
        reason: String::new(),
    };
    Ok(Put::Saved(save(cx, id, text.version, &form).await?))
}

/// An image of a text, for somebody who reads the text.
///
/// # Errors
/// `NotFound`.
pub async fn image(cx: &Cx, id: ContributionId, name: &str) -> Result<FileView> {
    let text = load(cx, id, ContributionAction::Read).await?;
    let row = text_image::Entity::find_by_id((id, name.to_owned())).one(cx.reader()).await?.found()?;
    // Who follows the work reads every version; others, what they were given to read.
    if !cx.may(Permission::Group(GroupAction::ReadWork, &text.facts().group))
        && !is_read(cx, &text, name).await?
    {
        return Err(Refusal::NotFound.into());
    }
    Ok(FileView { name: name.to_owned(), ..kept_as(cx, &row.sha256).await? })
}

/// An image of a published text, by its number.
///
/// # Errors
/// `NotFound`.
pub async fn published_image(cx: &Cx, number: PublicationNumber, name: &str) -> Result<FileView> {
    let text = numbered(cx, number).await?;
    image(cx, text.facts.id, name).await
}

/// Whether the version that is read, or an edition that was, holds the image.
async fn is_read(cx: &Cx, text: &Loaded, name: &str) -> Result<bool> {
    let former = former_edition::Entity::find()
        .select_only()
        .column(former_edition::Column::RevisionId)
        .filter(former_edition::Column::ContributionId.eq(text.id))
        .into_query();
    let read = Condition::any()
        .add(revision::Column::Id.eq(text.revision()?))
        .add(revision::Column::Id.in_subquery(former));
    let held = revision::Entity::find()
        .filter(read)
        .filter(revision::Column::Body.contains(image_address(text.id, name)))
        .count(cx.reader())
        .await?;
    Ok(held > 0)
}

/// The contents that are images of texts.
pub(crate) fn image_contents() -> SelectStatement {
    text_image::Entity::find().select_only().column(text_image::Column::Sha256).into_query()
}

/// Forgets the images that came long ago and that no version holds, nor anything being typed.
pub(crate) async fn forget_unheld_images(cx: &Cx) -> Result<()> {
    let old = text_image::Entity::find()
        .filter(text_image::Column::At.lt(cx.now - UNHELD))
        .order_by_asc(text_image::Column::At)
        .all(cx.reader())
        .await?;
    let db = cx.backend.db().writer();
    for row in old {
        let id = row.contribution_id;
        let address = image_address(id, &row.name);
        let versions = revision::Entity::find().filter(revision::Column::Body.contains(&address));
        let own = versions.clone().filter(revision::Column::ContributionId.eq(id));
        let typed = unsaved_text::Entity::find().filter(unsaved_text::Column::Body.contains(&address));
        let live = live_text::Entity::find().filter(live_text::Column::ContributionId.eq(id));
        if own.count(db).await? > 0 || typed.count(db).await? > 0 || live.count(db).await? > 0 {
            continue;
        }
        // A text may show an image of another.
        if versions.count(db).await? == 0 {
            text_image::Entity::delete_by_id((id, row.name)).exec(db).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_that_was_not_kept_leaves_its_words() {
        let image = Image { name: "ab.png".into(), sha256: "ab".into() };
        let body = format!(
            "Un ![le pont]({IMAGE}0{IMAGE}) et ![un \\[plan\\]]({IMAGE}1{IMAGE}).\n\n![]({IMAGE}0{IMAGE})\n"
        );
        let said = addressed(&body, ContributionId(7), &[Some(image), None]);
        let at = "/contributions/7/images/ab.png";
        assert_eq!(said, format!("Un ![le pont]({at}) et un \\[plan\\].\n\n![]({at})\n"));
    }
}
