//! What was typed and no version holds becomes one: after ten minutes of typing, or once nobody types any more.
//!
//! A room does so when the last person leaves; this is for those who go on for long, and for what a server that was
//! killed left behind.

use chrono::TimeDelta;

use super::store;
use crate::{Backend, Result, contributions};

/// The longest that something is typed without a version.
const LONG: TimeDelta = TimeDelta::minutes(10);
/// Nobody types any more.
const QUIET: TimeDelta = TimeDelta::minutes(2);

/// Makes a version of each text in which something has waited long enough, and says of how many.
///
/// # Errors
/// The database failed. A text that cannot be kept is told to the log, and holds up no other.
pub async fn name_what_waits(backend: &Backend) -> Result<usize> {
    let now = backend.now();
    let mut named = 0;
    for id in store::unnamed(backend.db().reader(), now - LONG, now - QUIET).await? {
        match contributions::keep_moment(&backend.system(), id).await {
            Ok(Some(_)) => named += 1,
            Ok(None) => {}
            Err(error) => tracing::error!(%error, contribution = %id, "what was typed has no version yet"),
        }
    }
    Ok(named)
}
