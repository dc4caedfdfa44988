//! The framing texts of the council: its charter, its rules and the like.
//!
//! A text has versions. One at a time is prepared; a vote adopts it, with the day from which it is in force. Which one is
//! in force on a day is computed from these days: nothing has to happen for one to take the place of another. What is
//! adopted is never changed, and its articles are kept one by one, so that they can be found and followed.
//!
//! A version that is prepared is written by several people at once ([`crate::live`]); its saves are the named moments of
//! what they type.

pub mod amendments;
mod articles;
mod asked_for;
mod compare;
mod decide;
mod history;
mod import;
mod life;
mod load;
mod moment;
mod printed;
mod save;
mod show;
mod sign;
mod signatures;
mod texts;
mod unsign;
mod write;

pub use articles::{ArticleView, Reading};
pub use asked_for::remind;
pub(crate) use asked_for::{open_to_amendments, still_to_be_signed, to_be_signed};
pub use compare::{ArticleComparison, ArticleFate, Compared, compare};
pub(crate) use decide::{Decided, must_be_read, named_version, put_to_vote, vote_called_off, voted};
pub use decide::{VersionToVote, to_vote};
pub use history::{ArticleHistory, article};
pub use import::{ImportedVersion, upsert};
pub use life::{abandon, examine, open_amendments, resume};
pub(crate) use load::titles;
pub use load::{TextHead, VersionHead};
pub(crate) use moment::Drafted;
pub use moment::written_at;
pub use printed::{PrintedVersion, printed};
pub use save::{Saved, save, save_together};
pub use show::{TextView, VersionView, all, source, text, version};
pub(crate) use sign::scans;
pub use sign::{
    SCAN_MEGABYTES, ToSign, may_be_scan, room_for_scan, scan, sign, take_paper_signature, to_sign,
};
pub use signatures::{SignatureView, Signatures, signatures};
pub(crate) use signatures::{any_to_sign, has_signed, unsigned};
pub use texts::{add, change, settings};
pub(crate) use unsign::unsign;
pub use write::{EditView, began_from, begin, edit_view};

#[cfg(test)]
mod tests;
