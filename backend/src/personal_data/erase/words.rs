//! What the index of the search knew of somebody.

use super::rows::Known;
use crate::{Backend, Result, search};

/// Has what changed read again at once, and forgets the words that nothing else says.
pub(super) async fn forget(backend: &Backend, known: &Known) -> Result<()> {
    search::catch_up(backend).await?;
    search::forget_words(backend, &known.words).await
}
