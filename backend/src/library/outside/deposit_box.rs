//! Files that people outside deposit by a link, in one folder that they do not see.

use chrono::{DateTime, Utc};
use domain::{
    FieldProblem, Refusal,
    ids::DocumentId,
    library::{DocumentKind, LinkAct, LinkKind, Record, file_name, outsider_name, stem},
};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use super::presented::{Presented, Unlocked, presented, write as write_use};
use crate::{
    Cx, Result,
    entities::library_link,
    events::EventKind,
    files::Staged,
    library::{
        content::{self, Room},
        create::{Made, write_as},
        deposit::{free_title, read_soon},
        load,
    },
};

/// What a deposit box says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoxView {
    /// A password is asked for first.
    Locked,
    /// Files may be deposited.
    Open {
        /// How many are still accepted.
        left: u32,
        /// The largest file accepted, in bytes.
        largest: u64,
        /// The moment from which it is closed.
        until: DateTime<Utc>,
    },
}

fn left(found: &Presented) -> u32 {
    u32::try_from(found.link.files - found.link.received).unwrap_or_default()
}

/// What a deposit box says.
///
/// # Errors
/// `NotFound`: no link has this token, it works no more, or the work in its folder has ended.
pub async fn deposit_box(cx: &Cx, token: &str, unlocked: &Unlocked) -> Result<BoxView> {
    let found = at_work(presented(cx, token, LinkKind::Deposit).await?)?;
    if found.is_locked(unlocked) {
        return Ok(BoxView::Locked);
    }
    let largest = cx.backend.files().limits().file;
    Ok(BoxView::Open { left: left(&found), largest, until: found.link.expires_at })
}

/// Whoever is outside is not told that a group has ended its work.
fn at_work(found: Presented) -> Result<Presented> {
    match found.library.facts.is_at_work() {
        Ok(()) => Ok(found),
        Err(_) => Err(Refusal::NotFound.into()),
    }
}

/// What may be deposited by this link now.
///
/// # Errors
/// `NotFound`; `Invalid` on the field `files` once it has received all that it accepts.
pub async fn room_in_box(cx: &Cx, token: &str, unlocked: &Unlocked) -> Result<Room> {
    let found = at_work(presented(cx, token, LinkKind::Deposit).await?.opened(unlocked)?)?;
    if left(&found) == 0 {
        return Err(full(&found).into());
    }
    content::room_of(cx, found.library.id()).await
}

fn full(found: &Presented) -> Refusal {
    Refusal::field("files", FieldProblem::TooManyFiles { max: found.link.files.unsigned_abs() })
}

async fn checked(
    cx: &Cx,
    token: &str,
    unlocked: &Unlocked,
    who: &str,
    sent_as: &str,
) -> Result<(Presented, String, String)> {
    let found = at_work(presented(cx, token, LinkKind::Deposit).await?.opened(unlocked)?)?;
    let who = outsider_name(who)?;
    let name = file_name(sent_as).map_err(|problem| Refusal::field("files", problem))?;
    if left(&found) == 0 { Err(full(&found).into()) } else { Ok((found, who, name)) }
}

/// Makes a document of a file that somebody outside sent, under the name they gave.
///
/// # Errors
/// `NotFound`; `Invalid` on the fields `files` and `name`; `Storage`.
pub async fn deposit_in_box(
    cx: &Cx,
    token: &str,
    unlocked: &Unlocked,
    who: &str,
    sent_as: &str,
    staged: Staged,
) -> Result<DocumentId> {
    let (found, who, name) = match checked(cx, token, unlocked, who, sent_as).await {
        Ok(checked) => checked,
        Err(error) => {
            cx.backend.files().forget(staged).await;
            return Err(error);
        }
    };
    let file = content::keep(cx, staged, &name).await?;
    let spot = found.spot();
    let tx = cx.begin().await?;
    load::hold(&tx, &spot).await?;
    // Counted first: of several at once, none is one too many.
    let counted = library_link::Entity::update_many()
        .col_expr(library_link::Column::Received, Expr::col(library_link::Column::Received).add(1))
        .filter(library_link::Column::Id.eq(found.link.id))
        .filter(library_link::Column::ClosedAt.is_null())
        .filter(Expr::col(library_link::Column::Received).lt(Expr::col(library_link::Column::Files)))
        .exec(&tx)
        .await?;
    if counted.rows_affected == 0 {
        return Err(full(&found).into());
    }
    let title = match free_title(&tx, &spot, stem(&name), &file).await? {
        Ok(title) => title,
        // Sent twice: it is there, and that is what whoever sent it wants.
        Err(there) => return Ok(there),
    };
    let record = Record { title, source: who, ..Record::default() };
    let made = Made { kind: DocumentKind::File, file };
    let id = write_as(cx, &tx, &spot, &record, &made, EventKind::LibraryReceived).await?;
    read_soon(cx, &tx, &made.file).await?;
    write_use(cx, &tx, found.link.id, LinkAct::Deposited).await?;
    cx.commit(tx).await?;
    Ok(id)
}
