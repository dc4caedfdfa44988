//! What is to be made, one document at a time, and what came of it.

use bytes::Bytes;
use chrono::TimeDelta;
use domain::{
    Version,
    ids::{ContributionId, PrintId},
    printing::{PrintFormat, PrintShortfall, PrintState},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, SelectStatement},
};

use crate::{Backend, Result, entities::print, files::Fingerprint, library};

/// After so long, who was making a document is taken to be gone.
const CLAIM: TimeDelta = TimeDelta::minutes(5);
/// What nobody has asked for yet waits so long: a text that has just been published is often corrected at once, and
/// people are reading it.
const QUIET: TimeDelta = TimeDelta::minutes(1);
/// Times that a document is tried.
const ATTEMPTS: i32 = 3;
/// A document that is not of a publication is kept so long.
const AGE: TimeDelta = TimeDelta::days(30);

/// A document to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToPrint {
    /// Which one.
    pub id: PrintId,
    /// Of which text.
    pub text: ContributionId,
    /// Of which version.
    pub version: Version,
    /// Its kind.
    pub format: PrintFormat,
    /// What it says; nothing as long as nobody has said it: it is then that of the publication.
    pub proof: Option<String>,
    lasting: bool,
}

/// What came of making one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// Here it is.
    Document {
        /// Its bytes.
        bytes: Bytes,
        /// Why it is less accessible than it should be, if it is.
        shortfall: Option<PrintShortfall>,
    },
    /// It cannot be made.
    Nothing,
}

/// The next document to make, which nobody else is given meanwhile.
///
/// # Errors
/// The database failed.
pub async fn next_to_print(backend: &Backend) -> Result<Option<ToPrint>> {
    let now = backend.now();
    let free = || {
        Condition::all().add(print::Column::State.eq(PrintState::Waiting)).add(
            Condition::any()
                .add(print::Column::ClaimedAt.is_null())
                .add(print::Column::ClaimedAt.lt(now - CLAIM)),
        )
    };
    let asked_for =
        Condition::any().add(print::Column::Mark.ne("")).add(print::Column::AskedAt.lte(now - QUIET));
    loop {
        // Whoever waits for a draft comes before what nobody has asked for yet.
        let next = print::Entity::find()
            .filter(free())
            .filter(asked_for.clone())
            .order_by_asc(print::Column::Lasting)
            .order_by_asc(print::Column::AskedAt)
            .order_by_asc(print::Column::Id)
            .one(backend.db().reader())
            .await?;
        let Some(row) = next else { return Ok(None) };
        let attempts = row.attempts + 1;
        let state = if attempts > ATTEMPTS { PrintState::Failed } else { PrintState::Waiting };
        let taken = print::Entity::update_many()
            .col_expr(print::Column::ClaimedAt, Expr::value(Some(now)))
            .col_expr(print::Column::Attempts, Expr::value(attempts))
            .col_expr(print::Column::State, Expr::value(state))
            .filter(print::Column::Id.eq(row.id))
            .filter(free())
            .exec(backend.db().writer())
            .await?;
        if taken.rows_affected != 1 || state == PrintState::Failed {
            continue;
        }
        return Ok(Some(ToPrint {
            id: row.id,
            text: row.contribution_id,
            version: row.version,
            format: row.format,
            proof: (!row.mark.is_empty()).then_some(row.proof),
            lasting: row.lasting,
        }));
    }
}

/// Says what the document of a publication says. Whether it is still to be made: it may be here already, or of a text that
/// changed since.
///
/// # Errors
/// The database failed.
pub async fn say(backend: &Backend, wanted: &ToPrint, proof: Option<&str>) -> Result<bool> {
    let db = backend.db().writer();
    let Some(proof) = proof else {
        print::Entity::delete_by_id(wanted.id).exec(db).await?;
        return Ok(false);
    };
    let mark = Fingerprint::of(proof.as_bytes());
    let tx = backend.db().begin().await?;
    let same = print::Entity::find()
        .filter(print::Column::ContributionId.eq(wanted.text))
        .filter(print::Column::Version.eq(wanted.version))
        .filter(print::Column::Format.eq(wanted.format))
        .filter(print::Column::Mark.eq(mark.as_str()))
        .one(&tx)
        .await?;
    if same.is_some() {
        print::Entity::delete_by_id(wanted.id).exec(&tx).await?;
    } else {
        print::Entity::update_many()
            .col_expr(print::Column::Mark, Expr::value(mark.as_str()))
            .col_expr(print::Column::Proof, Expr::value(proof))
            .filter(print::Column::Id.eq(wanted.id))
            .exec(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(same.is_none())
}

/// Keeps what came of making a document. One of a publication takes the place of those that said something else of it.
///
/// # Errors
/// The database or the file store failed.
pub async fn was_printed(backend: &Backend, printed: &ToPrint, made: Made) -> Result<()> {
    let cx = &backend.system();
    let (state, sha256, length, shortfall) = match made {
        Made::Document { bytes, shortfall } => {
            let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
            let sha256 = library::keep_made(cx, bytes, printed.format.media_type()).await?;
            (PrintState::Made, Some(sha256), length, shortfall)
        }
        Made::Nothing => (PrintState::Failed, None, 0, None),
    };
    let tx = cx.begin().await?;
    if let Some(sha256) = &sha256 {
        library::still_kept(&tx, sha256).await?;
    }
    print::Entity::update_many()
        .col_expr(print::Column::State, Expr::value(state))
        .col_expr(print::Column::Sha256, Expr::value(sha256))
        .col_expr(print::Column::Bytes, Expr::value(length))
        .col_expr(print::Column::Shortfall, Expr::value(shortfall))
        .col_expr(print::Column::Proof, Expr::value(""))
        .col_expr(print::Column::ClaimedAt, Expr::value(None::<chrono::DateTime<chrono::Utc>>))
        .col_expr(print::Column::MadeAt, Expr::value(Some(cx.now)))
        .filter(print::Column::Id.eq(printed.id))
        .exec(&tx)
        .await?;
    if printed.lasting && state == PrintState::Made {
        print::Entity::delete_many()
            .filter(print::Column::ContributionId.eq(printed.text))
            .filter(print::Column::Version.eq(printed.version))
            .filter(print::Column::Format.eq(printed.format))
            .filter(print::Column::Lasting.eq(true))
            .filter(print::Column::Id.lt(printed.id))
            .exec(&tx)
            .await?;
    }
    cx.commit(tx).await
}

/// The contents that are documents of texts.
pub(crate) fn named() -> SelectStatement {
    print::Entity::find()
        .select_only()
        .column(print::Column::Sha256)
        .filter(print::Column::Sha256.is_not_null())
        .into_query()
}

/// Forgets the documents of drafts after a while: they are made again if somebody asks.
pub(crate) async fn forget_old(backend: &Backend) -> Result<()> {
    print::Entity::delete_many()
        .filter(print::Column::Lasting.eq(false))
        .filter(print::Column::AskedAt.lt(backend.now() - AGE))
        .exec(backend.db().writer())
        .await?;
    Ok(())
}
