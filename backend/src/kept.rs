//! What is read on nearly every page and rarely changes, kept in memory for a moment.

use std::sync::{Arc, RwLock};

use chrono::{DateTime, TimeDelta, Utc};

/// Something as last read. Another node may change it, so it is read again after some time.
#[derive(Debug)]
pub(crate) struct Kept<T>(RwLock<Option<(DateTime<Utc>, Arc<T>)>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Kept(RwLock::new(None))
    }
}

impl<T> Kept<T> {
    /// What was read less than `within` ago.
    pub fn get(&self, now: DateTime<Utc>, within: TimeDelta) -> Option<Arc<T>> {
        let kept = self.0.read().ok()?;
        kept.as_ref().filter(|(at, _)| (now - *at).abs() < within).map(|(_, thing)| thing.clone())
    }

    /// What was last read, however long ago.
    pub fn last(&self) -> Option<Arc<T>> {
        self.0.read().ok()?.as_ref().map(|(_, thing)| thing.clone())
    }

    /// Keeps what was just read.
    pub fn set(&self, now: DateTime<Utc>, thing: Arc<T>) {
        self.put(Some((now, thing)));
    }

    /// Has it read again.
    pub fn forget(&self) {
        self.put(None);
    }

    fn put(&self, kept: Option<(DateTime<Utc>, Arc<T>)>) {
        if let Ok(mut slot) = self.0.write() {
            *slot = kept;
        }
    }
}
