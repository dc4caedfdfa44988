//! The libraries: the common one and one a group. Folders, documents, their versions, the bin.
//!
//! What stands somewhere is an entry: a folder, or a document, which may stand in several places. Rights are those of
//! the library: who reads it reads what stands in it. The text inside a file is read by `extraction`, in a
//! process that `preau serve` starts.

mod archive;
mod arrange;
mod bin;
mod captions;
mod change;
mod content;
mod copy;
mod create;
mod deposit;
mod dossier;
mod entries;
mod folder;
mod inside;
mod latest;
mod load;
mod media;
mod outside;
mod place;
mod purge;
mod reported;
mod settings;
mod show;
mod table;
mod tags;
mod upload;
mod upsert;
mod versions;
mod visible;

pub use archive::{Inside, Piece, pieces, selection};
pub(crate) use archive::{free as free_path, plain as plain_name};
pub use arrange::{Destination, destination, move_to, place_too, rename_folder};
pub use bin::{Binned, BinnedRow, bin, bring_back, in_the_bin};
pub(crate) use captions::said_in;
pub use captions::{
    CAPTION_MEGABYTES, CaptionsView, Cue, Spoken, captions, captions_room, change_captions, remove_captions,
    take_up_captions,
};
pub use change::change;
pub use content::{FileView, Room, file, read_back, receive};
pub(crate) use content::{keep_made, kept_as, room_of, still_kept};
pub use copy::copy_to;
pub use create::{create_folder, create_link, create_note};
pub use deposit::{Deposited, deposit, room};
pub use dossier::{
    Chosen, DossierChoice, DossierView, DossiersToFill, Element, ElementView, add_element, add_link,
    change_element, create_dossier, dossier, dossier_pieces, dossiers_to_fill, move_element, remove_element,
};
pub use folder::{EntryRow, FolderRights, FolderView, RowKind, folder};
pub use inside::{
    Compared, TextInside, TextInsideView, TextPart, ToRead, compare, next_to_read, text_inside, was_read,
};
pub(crate) use inside::{ask, text_for_search};
pub use latest::{latest, libraries};
pub use load::{EntryView, LibraryRef, entry};
pub(crate) use media::recognised;
pub use outside::{
    BoxView, LinkRow, LinkState, LinksView, SharedDocument, SharedRow, SharedView, Unlocked, UseRow,
    close_link, deposit_box, deposit_in_box, links_of, open_link, room_in_box, shared, shared_captions,
    shared_file, shared_pieces, shared_text, shared_to_draw, unlock,
};
pub use place::Place;
pub use purge::purge;
pub(crate) use purge::remove_unnamed;
pub(crate) use reported::reported;
pub use settings::{Settings, change_settings, settings};
pub use show::{DocumentRights, DocumentView, StandsIn, VersionRow, show};
pub use table::csv_rows;
pub use tags::{
    TagRow, Tagged, add_tag, free_tags, merge_tags, proposed_tags, remove_tag, rename_tag, tag, tagged,
    vocabulary,
};
pub use upload::{PART_MAX, Progress, Upload, add_part, begin_upload, cancel_upload};
pub use upsert::{Brought, upsert};
pub use versions::{add_version, restore_version, room_for_version};
pub(crate) use visible::{titles, visible_to};

pub use extraction::Block;

#[cfg(test)]
mod tests;
