//! Files sent in parts: what was received stays received, whatever becomes of the connection.

use bytes::Bytes;
use chrono::TimeDelta;
use domain::{FieldProblem, Refusal, library::file_name};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use super::{
    content,
    deposit::{Deposited, deposit, room},
    place::Place,
};
use crate::{Backend, Cx, Found, Result, entities::upload};

/// The largest part accepted, in bytes.
pub const PART_MAX: u64 = 8 << 20;
/// What never came to its end is forgotten after so long.
const PATIENCE: TimeDelta = TimeDelta::days(2);

/// A file on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Its name in the next requests.
    pub id: String,
    /// How much of it was received, in bytes.
    pub received: u64,
}

/// What became of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// More is expected from here.
    More(u64),
    /// The file is whole.
    Whole(Deposited),
}

/// Begins to send a file, or goes on with one that the same person began to send to the same place.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid` on the field `files`: no name, nothing in it, no room.
pub async fn begin_upload(cx: &Cx, place: &Place, name: &str, bytes: u64) -> Result<Upload> {
    let me = cx.person()?.id;
    let room = room(cx, place).await?;
    let problem = |problem| Refusal::field("files", problem);
    file_name(name).map_err(problem)?;
    if bytes == 0 {
        return Err(problem(FieldProblem::EmptyFile).into());
    }
    if let Some(too_much) = content::too_much(room, bytes) {
        return Err(problem(too_much).into());
    }
    let length = i64::try_from(bytes).unwrap_or(i64::MAX);
    let begun = upload::Entity::find()
        .filter(upload::Column::UserId.eq(me))
        .filter(upload::Column::Place.eq(place.to_string()))
        .filter(upload::Column::Name.eq(name))
        .filter(upload::Column::Bytes.eq(length))
        .order_by_desc(upload::Column::At)
        .limit(1)
        .one(cx.reader())
        .await?;
    if let Some(row) = begun {
        return Ok(Upload { id: row.id, received: u64::try_from(row.received).unwrap_or_default() });
    }
    let id: String = cx.backend.token().chars().filter(char::is_ascii_alphanumeric).collect();
    let row = upload::ActiveModel {
        id: Set(id.clone()),
        user_id: Set(me),
        place: Set(place.to_string()),
        name: Set(name.to_owned()),
        bytes: Set(length),
        received: Set(0),
        at: Set(cx.now),
    };
    upload::Entity::insert(row).exec_without_returning(cx.backend.db().writer()).await?;
    Ok(Upload { id, received: 0 })
}

/// The file on its way, for whoever sends it.
async fn mine(cx: &Cx, id: &str) -> Result<upload::Model> {
    let me = cx.person()?.id;
    upload::Entity::find_by_id(id.to_owned())
        .filter(upload::Column::UserId.eq(me))
        .one(cx.reader())
        .await?
        .found()
}

/// Receives the part of a file that begins at `from`; the last one makes it a document.
///
/// # Errors
/// `NotFound`; `Conflict` if another part is expected; `Invalid`; `Storage`; as `deposit`, once it is whole.
pub async fn add_part(cx: &Cx, id: &str, from: u64, part: Bytes) -> Result<Progress> {
    let row = mine(cx, id).await?;
    let [bytes, received] = [row.bytes, row.received].map(|n| u64::try_from(n).unwrap_or_default());
    let until = received + part.len() as u64;
    if from != received {
        return Err(Refusal::Conflict.into());
    }
    if until > bytes || part.len() as u64 > PART_MAX {
        return Err(Refusal::TooLarge { limit: PART_MAX }.into());
    }
    let store = cx.backend.files();
    if !part.is_empty() {
        store.put_part(id, from, part).await?;
        let noted = upload::Entity::update_many()
            .col_expr(upload::Column::Received, Expr::value(i64::try_from(until).unwrap_or(i64::MAX)))
            .col_expr(upload::Column::At, Expr::value(cx.now))
            .filter(upload::Column::Id.eq(id))
            .filter(upload::Column::Received.eq(row.received))
            .exec(cx.backend.db().writer())
            .await?;
        if noted.rows_affected == 0 {
            return Err(Refusal::Conflict.into());
        }
    }
    if until < bytes {
        return Ok(Progress::More(until));
    }
    let place = row.place.parse().unwrap_or(Place::Nowhere);
    let room = room(cx, &place).await?;
    let staged = content::receive(cx, room, store.parts(id).await?).await?;
    let deposited = deposit(cx, &place, &row.name, staged).await;
    // A storage that does not answer may answer later: the parts wait.
    if !matches!(&deposited, Err(error) if matches!(error.refusal(), None | Some(Refusal::Storage(_)))) {
        forget(cx, id).await?;
    }
    Ok(Progress::Whole(deposited?))
}

/// Gives up sending a file.
///
/// # Errors
/// `NotFound`; `Storage`.
pub async fn cancel_upload(cx: &Cx, id: &str) -> Result<()> {
    mine(cx, id).await?;
    forget(cx, id).await
}

async fn forget(cx: &Cx, id: &str) -> Result<()> {
    upload::Entity::delete_by_id(id.to_owned()).exec(cx.backend.db().writer()).await?;
    cx.backend.files().forget_parts(id).await
}

/// Forgets what never came to its end; the parts themselves are swept with all that was arriving.
/// Says how many there were.
pub(super) async fn forget_given_up(backend: &Backend) -> Result<u64> {
    let gone = upload::Entity::delete_many()
        .filter(upload::Column::At.lt(backend.now() - PATIENCE))
        .exec(backend.db().writer())
        .await?;
    Ok(gone.rows_affected)
}
