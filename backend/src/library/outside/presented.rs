//! A link whose token was presented by somebody outside.

use chrono::TimeDelta;
use domain::{
    FieldProblem, Refusal,
    ids::LibraryLinkId,
    library::{LinkAct, LinkKind},
    policy::LibraryAction,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::{
    Backend, Cx, Found, Result, accounts,
    entities::{library_entry, library_link, library_link_use},
    files::Fingerprint,
    library::load::{self, Library, Spot},
    people,
};

/// Days that a link is kept once it works no more, so that whoever made it sees what became of it.
const KEPT: TimeDelta = TimeDelta::days(90);
/// The same thing done again within so long is told once.
const AGAIN: TimeDelta = TimeDelta::minutes(1);

/// The links whose password this browser gave.
pub type Unlocked = [LibraryLinkId];

/// A link that works, and what it opens.
pub(super) struct Presented {
    pub link: library_link::Model,
    pub entry: library_entry::Model,
    pub library: Library,
    /// Whether whoever made it may today share all that stands in this library, and not only what they put there.
    pub whole: bool,
}

impl Presented {
    /// Whether a password is asked for that was not given yet.
    pub fn is_locked(&self, unlocked: &Unlocked) -> bool {
        self.link.password_hash.is_some() && !unlocked.contains(&self.link.id)
    }

    /// The same, once its password was given.
    pub fn opened(self, unlocked: &Unlocked) -> Result<Presented> {
        if self.is_locked(unlocked) { Err(Refusal::NotFound.into()) } else { Ok(self) }
    }

    /// The inside of the folder it opens.
    pub fn spot(&self) -> Spot {
        Spot { library: self.library.clone(), folder: Some(self.entry.clone()) }
    }
}

pub(super) fn hash(token: &str) -> String {
    Fingerprint::of(token.as_bytes()).to_string()
}

/// The link of this token, if it works and if what it opens still stands there.
pub(super) async fn presented(cx: &Cx, token: &str, kind: LinkKind) -> Result<Presented> {
    let link = library_link::Entity::find()
        .filter(library_link::Column::TokenHash.eq(hash(token)))
        .filter(library_link::Column::Kind.eq(kind))
        .filter(library_link::Column::ExpiresAt.gt(cx.now))
        .filter(library_link::Column::ClosedAt.is_null())
        .one(cx.reader())
        .await?
        .found()?;
    let entry = library_entry::Entity::find_by_id(link.entry_id)
        .filter(library_entry::Column::BinnedAt.is_null())
        .one(cx.reader())
        .await?
        .found()?;
    let library = load::library(cx, entry.group_id).await?;
    // A dossier opens no more than whoever made the link could share thing by thing.
    let whole = match entry.document_id {
        Some(_) => {
            let (actor, _) = people::actor_of(cx, link.created_by).await?;
            library.may(&Cx { actor, ..cx.clone() }, LibraryAction::LookAfter)
        }
        None => true,
    };
    Ok(Presented { link, entry, library, whole })
}

/// Says which link this password opens; tries are counted.
///
/// # Errors
/// `NotFound`; `Invalid` on the field `password`; `TooMany`.
pub async fn unlock(
    cx: &Cx,
    kind: LinkKind,
    token: &str,
    password: &str,
    address: &str,
) -> Result<LibraryLinkId> {
    let found = presented(cx, token, kind).await?;
    let Some(known) = &found.link.password_hash else { return Ok(found.link.id) };
    if password.is_empty() {
        return Err(Refusal::field("password", FieldProblem::Missing).into());
    }
    if accounts::opens(cx, &found.link.token_hash, password, known, address).await? {
        Ok(found.link.id)
    } else {
        Err(Refusal::field("password", FieldProblem::Wrong).into())
    }
}

/// Notes that a link was used.
pub(super) async fn note(cx: &Cx, link: LibraryLinkId, act: LinkAct) -> Result<()> {
    let just_now = library_link_use::Entity::find()
        .filter(library_link_use::Column::LinkId.eq(link))
        .filter(library_link_use::Column::Act.eq(act))
        .filter(library_link_use::Column::At.gt(cx.now - AGAIN))
        .count(cx.reader())
        .await?;
    if just_now == 0 {
        write(cx, cx.backend.db().writer(), link, act).await?;
    }
    Ok(())
}

pub(super) async fn write(
    cx: &Cx,
    tx: &impl sea_orm::ConnectionTrait,
    link: LibraryLinkId,
    act: LinkAct,
) -> Result<()> {
    let row = library_link_use::ActiveModel {
        link_id: Set(link),
        act: Set(act),
        at: Set(cx.now),
        ..Default::default()
    };
    library_link_use::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Removes the links that have long been of no use.
pub(in crate::library) async fn forget_expired(backend: &Backend) -> Result<()> {
    library_link::Entity::delete_many()
        .filter(library_link::Column::ExpiresAt.lt(backend.now() - KEPT))
        .exec(backend.db().writer())
        .await?;
    Ok(())
}
