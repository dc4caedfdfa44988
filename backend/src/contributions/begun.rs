//! Images of a text that is not saved yet: they belong to the person who writes it, and to nobody else, until the text is
//! saved and takes those that it names.

use bytes::Bytes;
use chrono::TimeDelta;
use domain::{
    FieldProblem, Refusal,
    contributions::{begun_image_address, image_address},
    ids::ContributionId,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait,
    Statement,
    sea_query::{OnConflict, SelectStatement},
};

use super::{
    autosave::group_to_write_in,
    images::{IMAGE_MEGABYTES, Image, keep},
};
use crate::{
    Cx, Found, Result,
    entities::{begun_image, unsaved_text},
    library::{FileView, Room, kept_as, room_of, still_kept},
};

/// Images of one person that no text has taken.
const MOST: u64 = 100;
/// One that nothing typed names is kept so long.
const UNNAMED: TimeDelta = TimeDelta::hours(24);

/// What may be received of an image for a new text in this group.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Transition` if the group is closed; `Invalid` if there are too many.
pub async fn begun_image_room(cx: &Cx, slug: &str) -> Result<Room> {
    let group = group_to_write_in(cx, slug).await?;
    let own = begun_image::Entity::find().filter(begun_image::Column::UserId.eq(cx.person()?.id));
    if own.count(cx.reader()).await? >= MOST {
        let max = u32::try_from(MOST).unwrap_or(u32::MAX);
        return Err(Refusal::field("files", FieldProblem::TooManyFiles { max }).into());
    }
    let Room { file, left } = room_of(cx, Some(group.id)).await?;
    Ok(Room { file: file.min(IMAGE_MEGABYTES * 1_000_000), left })
}

/// Keeps an image for a text that this person begins: its address.
///
/// # Errors
/// As [`begun_image_room`]; `Storage`.
pub async fn begin_image(cx: &Cx, slug: &str, drawn: Bytes) -> Result<String> {
    begun_image_room(cx, slug).await?;
    let image = keep(cx, drawn).await?;
    let row = begun_image::ActiveModel {
        user_id: Set(cx.person()?.id),
        name: Set(image.name.clone()),
        sha256: Set(image.sha256.clone()),
        at: Set(cx.now),
    };
    let same = [begun_image::Column::UserId, begun_image::Column::Name];
    // Sent again, it is kept as if it had just come.
    let again = OnConflict::columns(same).update_column(begun_image::Column::At).to_owned();
    let tx = cx.begin().await?;
    image.held(&tx).await?;
    begun_image::Entity::insert(row).on_conflict(again).exec_without_returning(&tx).await?;
    cx.commit(tx).await?;
    Ok(begun_image_address(&image.name))
}

/// An image for a text that this person begins.
///
/// # Errors
/// `NotFound`: it is somebody else's, or there is none.
pub async fn begun_image(cx: &Cx, name: &str) -> Result<FileView> {
    let me = cx.actor.user_id().ok_or(Refusal::NotFound)?;
    let row = begun_image::Entity::find_by_id((me, name.to_owned())).one(cx.reader()).await?.found()?;
    Ok(FileView { name: name.to_owned(), ..kept_as(cx, &row.sha256).await? })
}

/// The images of this person that a text names, about to be those of the text.
pub(super) struct Begun(Vec<Image>);

impl Begun {
    /// Those that these words name.
    pub async fn in_text(cx: &Cx, tx: &impl ConnectionTrait, body: &str) -> Result<Begun> {
        let start = begun_image_address("");
        if !body.contains(&start) {
            return Ok(Begun(Vec::new()));
        }
        let own = begun_image::Entity::find()
            .filter(begun_image::Column::UserId.eq(cx.person()?.id))
            .all(tx)
            .await?;
        let named = own.into_iter().filter(|row| body.contains(&begun_image_address(&row.name)));
        let images: Vec<Image> = named.map(|row| Image { name: row.name, sha256: row.sha256 }).collect();
        for image in &images {
            still_kept(tx, &image.sha256).await?;
        }
        Ok(Begun(images))
    }

    /// The text, naming them by their addresses under its own.
    pub fn addressed(&self, body: &str, id: ContributionId) -> String {
        self.0.iter().fold(body.to_owned(), |body, image| {
            body.replace(&begun_image_address(&image.name), &image_address(id, &image.name))
        })
    }

    /// What makes them the text's, and this person's no longer.
    pub fn lines(&self, cx: &Cx, tx: &impl ConnectionTrait, id: ContributionId) -> Result<Vec<Statement>> {
        if self.0.is_empty() {
            return Ok(Vec::new());
        }
        let mut lines =
            self.0.iter().map(|image| image.line(cx, tx, id)).collect::<Result<Vec<Statement>>>()?;
        let taken = begun_image::Entity::delete_many()
            .filter(begun_image::Column::UserId.eq(cx.person()?.id))
            .filter(begun_image::Column::Name.is_in(self.0.iter().map(|image| image.name.as_str())));
        lines.push(taken.build(tx.get_database_backend()));
        Ok(lines)
    }
}

/// The contents that are such images.
pub(crate) fn begun_image_contents() -> SelectStatement {
    begun_image::Entity::find().select_only().column(begun_image::Column::Sha256).into_query()
}

/// Forgets those that came more than a day ago and that nothing their person types names.
pub(crate) async fn forget_begun_images(cx: &Cx) -> Result<()> {
    let old = begun_image::Entity::find()
        .filter(begun_image::Column::At.lt(cx.now - UNNAMED))
        .all(cx.reader())
        .await?;
    let db = cx.backend.db().writer();
    for row in old {
        let typed = unsaved_text::Entity::find()
            .filter(unsaved_text::Column::UserId.eq(row.user_id))
            .filter(unsaved_text::Column::Body.contains(begun_image_address(&row.name)));
        if typed.count(db).await? == 0 {
            begun_image::Entity::delete_by_id((row.user_id, row.name)).exec(db).await?;
        }
    }
    Ok(())
}
