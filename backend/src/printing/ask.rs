//! Asking for a document: the one that says exactly this, or one to be made.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Version,
    ids::ContributionId,
    printing::{PrintFormat, PrintShortfall, PrintState},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};

use super::PrintView;
use crate::{
    Cx, Found, Result,
    entities::{contribution, print},
    files::Fingerprint,
    library::FileView,
};

/// One that could not be made is tried again after so long.
const AGAIN: TimeDelta = TimeDelta::hours(1);

/// What becomes of asking for a document.
#[derive(Clone, Debug)]
pub enum Asked {
    /// Here it is.
    Made(FileView),
    /// It is being made.
    Waiting,
    /// It cannot be made.
    Failed,
}

/// A document that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MadeView {
    /// Its kind.
    pub format: PrintFormat,
    /// Its length.
    pub bytes: u64,
    /// Why it is less accessible than it should be, if it is.
    pub shortfall: Option<PrintShortfall>,
}

/// The document of that kind that says this of a text; if there is none, it is left to be made. The person asking reads
/// the text.
///
/// # Errors
/// The database refused it.
pub async fn ask(cx: &Cx, text: &PrintView, format: PrintFormat, proof: &str) -> Result<Asked> {
    let mark = Fingerprint::of(proof.as_bytes());
    let which = || {
        print::Entity::find()
            .filter(print::Column::ContributionId.eq(text.id))
            .filter(print::Column::Version.eq(text.version))
            .filter(print::Column::Format.eq(format))
            .filter(print::Column::Mark.eq(mark.as_str()))
    };
    if let Some(row) = which().one(cx.reader()).await? {
        match (row.state, row.sha256) {
            (PrintState::Made, Some(sha256)) => {
                let name = name(text, format);
                let fingerprint = Fingerprint::stored(&sha256);
                let bytes = u64::try_from(row.bytes).unwrap_or_default();
                let media_type = format.media_type().to_owned();
                return Ok(Asked::Made(FileView { fingerprint, bytes, media_type, name }));
            }
            (PrintState::Failed, _) if cx.now - row.asked_at < AGAIN => return Ok(Asked::Failed),
            (PrintState::Failed, _) => {
                print::Entity::update_many()
                    .col_expr(print::Column::State, Expr::value(PrintState::Waiting))
                    .col_expr(print::Column::Proof, Expr::value(proof))
                    .col_expr(print::Column::Attempts, Expr::value(0))
                    .col_expr(print::Column::AskedAt, Expr::value(cx.now))
                    .filter(print::Column::Id.eq(row.id))
                    .filter(print::Column::State.eq(PrintState::Failed))
                    .exec(cx.backend.db().writer())
                    .await?;
            }
            _ => {}
        }
    } else {
        let row = print::ActiveModel {
            mark: Set(mark.as_str().to_owned()),
            proof: Set(proof.to_owned()),
            lasting: Set(text.public),
            ..blank(text.id, text.version, format, cx.now)
        };
        insert(cx.backend.db().writer(), row).await?;
    }
    cx.backend.texts_to_print().notify_one();
    Ok(Asked::Waiting)
}

/// Asks, in the transaction that made a text public or changed what is said of it, for every document of it.
pub(crate) async fn want(cx: &Cx, tx: &impl ConnectionTrait, id: ContributionId) -> Result<()> {
    let version: Version = contribution::Entity::find_by_id(id)
        .select_only()
        .column(contribution::Column::Version)
        .into_tuple()
        .one(tx)
        .await?
        .found()?;
    for format in PrintFormat::ALL {
        let row = print::ActiveModel { lasting: Set(true), ..blank(id, version, *format, cx.backend.now()) };
        insert(tx, row).await?;
    }
    cx.backend.texts_to_print().notify_one();
    Ok(())
}

fn blank(
    id: ContributionId,
    version: Version,
    format: PrintFormat,
    now: DateTime<Utc>,
) -> print::ActiveModel {
    print::ActiveModel {
        contribution_id: Set(id),
        version: Set(version),
        format: Set(format),
        mark: Set(String::new()),
        proof: Set(String::new()),
        lasting: Set(false),
        state: Set(PrintState::Waiting),
        shortfall: Set(None),
        sha256: Set(None),
        bytes: Set(0),
        attempts: Set(0),
        asked_at: Set(now),
        claimed_at: Set(None),
        made_at: Set(None),
        ..Default::default()
    }
}

/// Somebody else may have asked for the same.
async fn insert(db: &impl ConnectionTrait, row: print::ActiveModel) -> Result<()> {
    let mut once = OnConflict::columns([
        print::Column::ContributionId,
        print::Column::Version,
        print::Column::Format,
        print::Column::Mark,
    ]);
    print::Entity::insert(row).on_conflict(once.do_nothing().to_owned()).exec_without_returning(db).await?;
    Ok(())
}

/// « 2026-04-rejoindre-la-gare.pdf ».
fn name(text: &PrintView, format: PrintFormat) -> String {
    let slug = markdown::slug(&text.title);
    let slug = slug.get(..60).map_or(slug.as_str(), |start| start.trim_end_matches('-'));
    let code = format.code();
    match (&text.adoption, &text.former) {
        (Some(adopted), Some(former)) => {
            format!("{}-version-{}-{slug}.{code}", adopted.number, former.number)
        }
        (Some(adopted), None) => format!("{}-{slug}.{code}", adopted.number),
        (None, _) => format!("{slug}-version-{}.{code}", text.version),
    }
}

/// The documents of a publication that were made, the latest of each kind.
///
/// # Errors
/// The database cannot be read.
pub async fn made(cx: &Cx, id: ContributionId, version: Version) -> Result<Vec<MadeView>> {
    let rows: Vec<(PrintFormat, i64, Option<PrintShortfall>)> = print::Entity::find()
        .select_only()
        .columns([print::Column::Format, print::Column::Bytes, print::Column::Shortfall])
        .filter(print::Column::ContributionId.eq(id))
        .filter(print::Column::Version.eq(version))
        .filter(print::Column::Lasting.eq(true))
        .filter(print::Column::State.eq(PrintState::Made))
        .order_by_asc(print::Column::MadeAt)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let view = |(format, bytes, shortfall)| MadeView {
        format,
        bytes: u64::try_from(bytes).unwrap_or_default(),
        shortfall,
    };
    Ok(rows.into_iter().map(view).collect())
}
