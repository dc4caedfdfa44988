//! What a room asks of the feature whose text it is of. Each kind of text answers the same few questions; the rest of
//! writing together is the same for all.

use domain::{Version, ids::UserId};
use sea_orm::ConnectionTrait;

use super::{Part, Subject};
use crate::{Cx, Result};

/// What became of something typed that was to be a version.
pub(crate) enum Kept {
    /// It is this one.
    Version(Version),
    /// The current one says it already.
    Same,
    /// Somebody saved another meanwhile: it is tried again.
    Meanwhile,
}

/// A text as it stands, without its words.
pub(crate) trait Written: Sized + Send + Sync {
    /// What names such a text.
    type Id: Copy + Into<Subject> + Send + Sync;

    /// The text, for somebody who may know that it is written.
    ///
    /// # Errors
    /// `NotFound`, or what reading such a text is refused with.
    fn find(cx: &Cx, id: Self::Id) -> impl Future<Output = Result<Self>> + Send;

    /// Its current version.
    fn version(&self) -> Version;

    /// Whether something was typed together that no version holds.
    fn is_ahead(&self) -> bool;

    /// Whether what was typed may still become a version of it.
    fn may_have_versions(&self) -> bool;

    /// Refuses unless people may write it now.
    ///
    /// # Errors
    /// `Transition`.
    fn still_written(&self) -> Result<()>;

    /// Whether somebody may know that it is written.
    fn may_be_read(&self, cx: &Cx) -> bool;

    /// What somebody may do in its room.
    ///
    /// # Errors
    /// `Forbidden`, or `NotFound`: there is no room for them.
    fn part(&self, cx: &Cx) -> Result<Part>;

    /// What one of its versions says.
    fn words(&self, cx: &Cx, version: Version) -> impl Future<Output = Result<String>> + Send;

    /// Whether it is still at this version, in a transaction in which nobody else makes another one. A kind whose saves
    /// look for a room that opens meanwhile has nothing to ask here.
    fn is_current(&self, _tx: &impl ConnectionTrait) -> impl Future<Output = Result<bool>> + Send {
        async { Ok(true) }
    }

    /// Makes a version of what was typed together, as it was typed. Those who typed are its authors, the latest last; if
    /// nobody is known, that of the current version is.
    fn keep(&self, cx: &Cx, typed: &str, by: &[UserId]) -> impl Future<Output = Result<Kept>> + Send;
}
