//! Making a link, seeing when it was used, closing it.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    ids::{EntryId, LibraryLinkId},
    library::{DocumentKind, LinkAct, LinkForm, LinkKind},
    policy::DocumentAction,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};

use super::presented::hash;
use crate::{
    Cx, Found, Result, accounts, clock,
    entities::{document, join, library_entry, library_link, library_link_use, user},
    events::EventKind,
    library::{
        EntryView,
        entries::told,
        entry,
        load::{Spot, Standing, standing},
    },
};

/// Links shown for one folder or document, the last ones.
const LINKS: u64 = 50;
/// Uses shown for one link, the last ones.
const USES: usize = 20;
/// Uses read for all of them.
const USES_READ: u64 = 1_000;

/// Whether a link works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// It does.
    Open,
    /// Its last day has passed.
    Expired,
    /// It was closed.
    Closed,
    /// It has received all the files that it accepts.
    Full,
}

/// A link, for whoever looks after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// Which one.
    pub id: LibraryLinkId,
    /// What is done by it.
    pub kind: LinkKind,
    /// For whom it is.
    pub name: String,
    /// Whether a password is asked for.
    pub locked: bool,
    /// Whether it works.
    pub state: LinkState,
    /// Who made it.
    pub by: String,
    /// The moment from which it works no more.
    pub expires_at: DateTime<Utc>,
    /// How many files it accepts, and how many it has received.
    pub files: (u32, u32),
    /// Its last uses, the last first.
    pub uses: Vec<UseRow>,
}

/// A use of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UseRow {
    /// What was done.
    pub act: LinkAct,
    /// When.
    pub at: DateTime<Utc>,
}

/// The links of a folder or a document.
#[derive(Clone, Debug)]
pub struct LinksView {
    /// What they open.
    pub entry: EntryView,
    /// Whether it is a dossier.
    pub dossier: bool,
    /// The last first.
    pub links: Vec<LinkRow>,
}

#[derive(FromQueryResult)]
struct Line {
    id: LibraryLinkId,
    kind: LinkKind,
    name: String,
    password_hash: Option<String>,
    files: i32,
    received: i32,
    expires_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    by: String,
}

/// The links of a folder or a document, for those who may share it.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn links_of(cx: &Cx, id: EntryId) -> Result<LinksView> {
    let found = standing(cx, id).await?;
    found.require(cx, DocumentAction::Share)?;
    let by = join::<library_link::Entity, user::Entity>(library_link::Column::CreatedBy, user::Column::Id);
    let lines: Vec<Line> = library_link::Entity::find()
        .select_only()
        .columns([
            library_link::Column::Id,
            library_link::Column::Kind,
            library_link::Column::Name,
            library_link::Column::PasswordHash,
            library_link::Column::Files,
            library_link::Column::Received,
            library_link::Column::ExpiresAt,
            library_link::Column::ClosedAt,
        ])
        .column_as(user::Column::Name, "by")
        .join(JoinType::InnerJoin, by)
        .filter(library_link::Column::EntryId.eq(id))
        .order_by_desc(library_link::Column::Id)
        .limit(LINKS)
        .into_model()
        .all(cx.reader())
        .await?;
    let uses: Vec<library_link_use::Model> = library_link_use::Entity::find()
        .filter(library_link_use::Column::LinkId.is_in(lines.iter().map(|line| line.id)))
        .order_by_desc(library_link_use::Column::Id)
        .limit(USES_READ)
        .all(cx.reader())
        .await?;
    let uses_of = |link: LibraryLinkId| {
        let own = uses.iter().filter(move |one| one.link_id == link).take(USES);
        own.map(|one| UseRow { act: one.act, at: one.at }).collect()
    };
    let row = |line: Line| LinkRow {
        id: line.id,
        state: state(cx, &line),
        uses: uses_of(line.id),
        kind: line.kind,
        name: line.name,
        locked: line.password_hash.is_some(),
        by: line.by,
        expires_at: line.expires_at,
        files: (line.files.unsigned_abs(), line.received.unsigned_abs()),
    };
    let dossier = match found.row.document_id {
        Some(document) => {
            let row = document::Entity::find_by_id(document).one(cx.reader()).await?;
            row.is_some_and(|row| row.kind == DocumentKind::Dossier)
        }
        None => false,
    };
    let links = lines.into_iter().map(row).collect();
    Ok(LinksView { links, dossier, entry: entry(cx, id).await? })
}

fn state(cx: &Cx, line: &Line) -> LinkState {
    if line.closed_at.is_some() {
        LinkState::Closed
    } else if line.expires_at <= cx.now {
        LinkState::Expired
    } else if line.kind == LinkKind::Deposit && line.received >= line.files {
        LinkState::Full
    } else {
        LinkState::Open
    }
}

/// Makes a link, and gives its token: it is not kept, and cannot be shown again.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`.
pub async fn open_link(cx: &Cx, id: EntryId, form: &LinkForm) -> Result<(LibraryLinkId, String)> {
    let found = standing(cx, id).await?;
    found.require(cx, DocumentAction::Share)?;
    let new = form.check(cx.today(), found.row.document_id.is_none())?;
    let password_hash = match &new.password {
        Some(password) => Some(accounts::hashed(cx, password).await?),
        None => None,
    };
    let token = cx.backend.token();
    let person = cx.person()?.id;
    let end = new.until.succ_opt().ok_or(Refusal::Malformed)?;
    let tx = cx.begin().await?;
    // It may have gone to the bin a moment ago.
    library_entry::Entity::find_by_id(id)
        .filter(library_entry::Column::BinnedAt.is_null())
        .lock_shared()
        .one(&tx)
        .await?
        .found()?;
    let row = library_link::ActiveModel {
        entry_id: Set(id),
        kind: Set(new.kind),
        name: Set(new.name),
        token_hash: Set(hash(&token)),
        password_hash: Set(password_hash),
        files: Set(i32::try_from(new.files).unwrap_or(i32::MAX)),
        received: Set(0),
        created_at: Set(cx.now),
        created_by: Set(person),
        expires_at: Set(clock::start_of(end)),
        closed_at: Set(None),
        ..Default::default()
    };
    let link = row.insert(&tx).await?.id;
    tell(cx, &tx, EventKind::LibraryLinkOpened, &found).await?;
    cx.commit(tx).await?;
    Ok((link, token))
}

/// Closes a link: from now on nothing is there.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn close_link(cx: &Cx, id: LibraryLinkId) -> Result<EntryId> {
    let link = library_link::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let found = standing(cx, link.entry_id).await?;
    found.require(cx, DocumentAction::Share)?;
    let tx = cx.begin().await?;
    let closed = library_link::Entity::update_many()
        .col_expr(library_link::Column::ClosedAt, Expr::value(Some(cx.now)))
        .filter(library_link::Column::Id.eq(id))
        .filter(library_link::Column::ClosedAt.is_null())
        .exec(&tx)
        .await?;
    if closed.rows_affected > 0 {
        tell(cx, &tx, EventKind::LibraryLinkClosed, &found).await?;
    }
    cx.commit(tx).await?;
    Ok(found.row.id)
}

async fn tell(cx: &Cx, tx: &impl sea_orm::ConnectionTrait, kind: EventKind, found: &Standing) -> Result<()> {
    let spot = Spot { library: found.library.clone(), folder: None };
    told(cx, tx, kind, &spot, found.row.id, found.row.document_id).await
}
