//! Captions of sounds and films: shown by the player, read under it, found by the search.
//!
//! They go with one recording: they belong to a document and to one content of it. A new version with another recording
//! begins without captions, since its times are others; those of the version before are taken up again by whoever knows
//! that they still fit. A version brought back finds its own again, and a copy takes those of the recording it copies.
//!
//! What is kept is what was understood of the file that was sent, never the file; what is given out is written from it.
//! Who changes the document changes its captions. How a file of captions is read is not here: `extraction` knows, and
//! `server` starts the process that does.

mod change;
mod show;

pub(super) use change::copy;
pub use change::{
    MEGABYTES as CAPTION_MEGABYTES, captions_room, change_captions, remove_captions, take_up_captions,
};
pub(crate) use show::said_in;
pub use show::{CaptionsView, captions};
pub(super) use show::{beside, has_former, of_document, vtt_of};

pub use extraction::captions::{Cue, Spoken};
