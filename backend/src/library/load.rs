//! What a verb needs to know of a place, an entry or a document before it decides. Finding is authorising.

use domain::{
    Refusal, Version,
    ids::{DocumentId, EntryId, GroupId, UserId},
    library::{DocumentFacts, LibraryFacts},
    policy::{DocumentAction, LibraryAction, Permission},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{
    place::{Place, shelf},
    settings, visible,
};
use crate::{
    Cx, Error, Found, Result,
    contributions::{GroupRef, typeset},
    entities::{document, group, library_entry},
    groups,
};

/// Which library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryRef {
    /// That of the council.
    Common,
    /// That of a group.
    Group(GroupRef),
}

/// A library, as a verb needs it.
#[derive(Clone, Debug)]
pub(super) struct Library {
    pub facts: LibraryFacts,
    pub group: Option<group::Model>,
}

impl Library {
    pub fn id(&self) -> Option<GroupId> {
        self.group.as_ref().map(|group| group.id)
    }

    pub fn reference(&self) -> LibraryRef {
        match &self.group {
            Some(group) => {
                LibraryRef::Group(GroupRef { slug: group.slug.clone(), name: typeset(&group.name) })
            }
            None => LibraryRef::Common,
        }
    }

    /// The same, for those who read it.
    pub fn reference_for(&self, cx: &Cx) -> Option<LibraryRef> {
        self.may(cx, LibraryAction::Read).then(|| self.reference())
    }

    pub fn top(&self) -> Place {
        self.group.as_ref().map_or(Place::Common, |group| Place::Group(group.slug.clone()))
    }

    pub fn may(&self, cx: &Cx, action: LibraryAction) -> bool {
        cx.may(Permission::Library(action, &self.facts))
    }

    /// Whether the person asking may now, as the group stands.
    pub fn may_now(&self, cx: &Cx, action: LibraryAction) -> bool {
        self.may(cx, action) && self.facts.is_at_work().is_ok()
    }
}

/// A place found: its library, and the folder if it is one.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub library: Library,
    pub folder: Option<library_entry::Model>,
}

impl Spot {
    pub fn folder_id(&self) -> Option<EntryId> {
        self.folder.as_ref().map(|folder| folder.id)
    }

    /// The path of what stands here.
    pub fn path(&self) -> String {
        self.folder.as_ref().map_or_else(|| "/".to_owned(), library_entry::Model::path_within)
    }

    pub fn shelf(&self) -> String {
        shelf(self.library.id(), self.folder_id())
    }

    /// The folders around what stands here.
    pub fn folders(&self) -> Vec<EntryId> {
        let outer = self.folder.iter().flat_map(library_entry::Model::ancestors);
        outer.chain(self.folder_id()).collect()
    }

    pub fn place(&self) -> Place {
        self.folder_id().map_or_else(|| self.library.top(), Place::Folder)
    }
}

/// The library of a group, or the common one.
pub(super) async fn library(cx: &Cx, group: Option<GroupId>) -> Result<Library> {
    match group {
        Some(id) => {
            let row = group::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
            Ok(Library { facts: LibraryFacts::Group(row.facts()), group: Some(row) })
        }
        None => common(cx).await,
    }
}

async fn common(cx: &Cx) -> Result<Library> {
    let settings = settings::read(cx.reader()).await?;
    Ok(Library { facts: LibraryFacts::Common(settings.depositors), group: None })
}

/// The place, for somebody who may do `action` in its library.
pub(super) async fn spot(cx: &Cx, place: &Place, action: LibraryAction) -> Result<Spot> {
    let (library, folder) = match place {
        Place::Common => (common(cx).await?, None),
        Place::Group(slug) => {
            let row = groups::find(cx, slug, domain::policy::GroupAction::See).await?;
            (Library { facts: LibraryFacts::Group(row.facts()), group: Some(row) }, None)
        }
        Place::Folder(id) => {
            let row = library_entry::Entity::find_by_id(*id)
                .filter(library_entry::Column::DocumentId.is_null())
                .filter(library_entry::Column::BinnedAt.is_null())
                .one(cx.reader())
                .await?
                .found()?;
            let library = library(cx, row.group_id).await?;
            if !library.may(cx, LibraryAction::Read) {
                return Err(Refusal::NotFound.into());
            }
            (library, Some(row))
        }
        Place::Nowhere => return Err(Refusal::NotFound.into()),
    };
    cx.require(Permission::Library(action, &library.facts))?;
    Ok(Spot { library, folder })
}

/// The same, where something may be added now.
pub(super) async fn spot_to_fill(cx: &Cx, place: &Place) -> Result<Spot> {
    let spot = spot(cx, place, LibraryAction::Deposit).await?;
    spot.library.facts.is_at_work()?;
    Ok(spot)
}

/// Something that stands somewhere, for its own page.
#[derive(Clone, Debug)]
pub struct EntryView {
    /// Which one.
    pub id: EntryId,
    /// Its name.
    pub name: String,
    /// The document; none for a folder.
    pub document: Option<DocumentId>,
    /// Its library.
    pub library: LibraryRef,
    /// The place where it stands.
    pub place: Place,
    /// The folders around it, from the outermost.
    pub ancestors: Vec<(EntryId, String)>,
    /// For the next change.
    pub version: Version,
    /// Whether the person asking may rename it and put it elsewhere.
    pub change: bool,
    /// Whether they may take it away.
    pub remove: bool,
}

/// An entry with its library.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub row: library_entry::Model,
    pub library: Library,
}

impl Standing {
    pub fn facts(&self, cx: &Cx) -> DocumentFacts {
        facts(cx, &self.library, self.row.created_by)
    }

    pub fn require(&self, cx: &Cx, action: DocumentAction) -> Result<()> {
        cx.require(Permission::Document(action, &self.facts(cx)))?;
        Ok(self.library.facts.is_at_work()?)
    }
}

/// What the policy needs to know of what somebody put in a library.
pub(super) fn facts(cx: &Cx, library: &Library, by: Option<UserId>) -> DocumentFacts {
    DocumentFacts { library: library.facts, own: by.is_some() && cx.actor.user_id() == by }
}

/// The entry, for somebody who reads its library; not in the bin.
pub(super) async fn standing(cx: &Cx, id: EntryId) -> Result<Standing> {
    let found = standing_or_binned(cx, id).await?;
    if found.row.binned_at.is_some() { Err(Refusal::NotFound.into()) } else { Ok(found) }
}

/// The same, in the bin or not.
pub(super) async fn standing_or_binned(cx: &Cx, id: EntryId) -> Result<Standing> {
    let row = library_entry::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let library = library(cx, row.group_id).await?;
    if library.may(cx, LibraryAction::Read) {
        Ok(Standing { row, library })
    } else {
        Err(Refusal::NotFound.into())
    }
}

/// What the page of an entry needs, for somebody who may change it or take it away.
///
/// # Errors
/// `NotFound`; `Forbidden`.
pub async fn entry(cx: &Cx, id: EntryId) -> Result<EntryView> {
    let found = standing(cx, id).await?;
    let facts = found.facts(cx);
    cx.require(Permission::Document(DocumentAction::Change, &facts))?;
    let now = found.library.facts.is_at_work().is_ok();
    Ok(EntryView {
        id,
        name: found.row.name.clone(),
        document: found.row.document_id,
        library: found.library.reference(),
        place: found.row.parent_id.map_or_else(|| found.library.top(), Place::Folder),
        ancestors: names(cx, &found.row.ancestors()).await?,
        version: found.row.version,
        change: now,
        remove: now && cx.may(Permission::Document(DocumentAction::Remove, &facts)),
    })
}

/// The names of folders, in this order.
pub(super) async fn names(cx: &Cx, folders: &[EntryId]) -> Result<Vec<(EntryId, String)>> {
    if folders.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<(EntryId, String)> = library_entry::Entity::find()
        .select_only()
        .columns([library_entry::Column::Id, library_entry::Column::Name])
        .filter(library_entry::Column::Id.is_in(folders.iter().copied()))
        .into_tuple()
        .all(cx.reader())
        .await?;
    found.sort_by_key(|(id, _)| folders.iter().position(|folder| folder == id));
    Ok(found)
}

/// The document, for somebody who reads it, with the library that answers for it.
pub(super) async fn document(cx: &Cx, id: DocumentId) -> Result<(document::Model, Library)> {
    let row =
        document::Entity::find_by_id(id).filter(visible::visible_to(cx)).one(cx.reader()).await?.found()?;
    let library = library(cx, row.group_id).await?;
    Ok((row, library))
}

/// The document, for somebody who may change it now.
pub(super) async fn document_to_change(cx: &Cx, id: DocumentId) -> Result<(document::Model, Library)> {
    let (row, library) = document(cx, id).await?;
    let facts = facts(cx, &library, row.created_by);
    match cx.require(Permission::Document(DocumentAction::Change, &facts)) {
        // They read it where it also stands, and not the library that answers for it.
        Err(Error::Refused(Refusal::NotFound)) => {
            Err(Refusal::Forbidden(domain::refusal::Forbidden::OthersDocument).into())
        }
        other => other,
    }?;
    library.facts.is_at_work()?;
    Ok((row, library))
}

/// Holds the place until the change is committed: nobody puts its folder in the bin, nobody closes its group.
pub(super) async fn hold(tx: &impl ConnectionTrait, spot: &Spot) -> Result<()> {
    if let Some(group) = spot.library.id() {
        groups::still_at_work(tx, group).await?;
    }
    if let Some(folder) = spot.folder_id() {
        let row = library_entry::Entity::find_by_id(folder).lock_shared().one(tx).await?;
        if row.is_none_or(|row| row.binned_at.is_some()) {
            return Err(Refusal::Transition(domain::refusal::Transition::FolderGone).into());
        }
    }
    Ok(())
}
