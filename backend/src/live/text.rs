//! A shared text in memory: a Yjs document whose Markdown is the `Y.Text` named `text`.
//!
//! What clients send is never trusted: it is decoded and applied where a panic costs nobody else anything, and what
//! leaves the document unfit spoils it, so that whoever holds it reads it again from what is stored.

use std::panic::{AssertUnwindSafe, catch_unwind};

use domain::Version;
use similar::{Algorithm, DiffableStr};
use yrs::{
    ClientID, Doc, GetString, Map, OffsetKind, Options, ReadTxn, StateVector, Text, TextRef, Transact,
    Update, WriteTxn,
    updates::{decoder::Decode, encoder::Encode},
};

use super::{Closing, order};
use crate::{Error, Result};

/// The name of the Markdown in the document.
const TEXT: &str = "text";
/// The name of what tells one life of a text from another.
const LIFE: &str = "life";

/// Whoever wrote the beginning of each life has a number from here on: browsers draw smaller ones, and programs whose
/// numbers have 53 bits draw such a one less than once in a million times.
///
/// A text that was proposed and comes back begins a new life: a browser that kept the former one must not bring it in
/// again, as all its words would then stand twice.
const LIVES: u64 = (1 << 53) - (1 << 31);

/// Long comparisons are coarser after this time.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(300);

/// An update that says nothing.
const NOTHING: &[u8] = &[0, 0];

/// What came of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Applied {
    /// It said something new.
    New,
    /// All that it says was known.
    Known,
}

/// A shared text.
pub(crate) struct LiveDoc {
    doc: Doc,
    text: TextRef,
}

impl LiveDoc {
    fn empty(client: ClientID) -> LiveDoc {
        // Browsers count in UTF-16.
        let doc = Doc::with_options(Options {
            client_id: client,
            offset_kind: OffsetKind::Utf16,
            ..Options::default()
        });
        let text = doc.get_or_insert_text(TEXT);
        LiveDoc { doc, text }
    }

    /// The number under which this program writes: as short as those of browsers.
    fn own() -> ClientID {
        ClientID::new(ClientID::random().get() & u64::from(u32::MAX))
    }

    /// The beginning of a life, from a version of the text: always the same for the same version.
    pub fn seeded(version: Version, body: &str) -> LiveDoc {
        let life = LIVES + u64::try_from(version.0).unwrap_or_default();
        let seed = LiveDoc::empty(ClientID::new(life));
        {
            let mut txn = seed.doc.transact_mut();
            seed.text.insert(&mut txn, 0, body);
            // A text may begin empty: its life is known all the same.
            txn.get_or_insert_map(LIFE).insert(&mut txn, "version", version.0);
        }
        seed
    }

    /// A text as it was stored.
    ///
    /// # Errors
    /// What was stored cannot be read.
    pub fn stored<'a>(state: &'a [u8], updates: impl IntoIterator<Item = &'a [u8]>) -> Result<LiveDoc> {
        let read = guarded(|| {
            let live = LiveDoc::empty(LiveDoc::own());
            std::iter::once(state).chain(updates).try_for_each(|bytes| live.read(bytes))?;
            Some(live)
        });
        read.flatten().ok_or_else(|| Error::unexpected("a live text cannot be read from what is stored"))
    }

    /// Takes what was stored, which nobody has to look at again.
    ///
    /// # Errors
    /// It cannot be read.
    pub(super) fn follow(&self, bytes: &[u8]) -> Result<()> {
        guarded(|| self.read(bytes))
            .flatten()
            .ok_or_else(|| Error::unexpected("a stored update cannot be applied"))
    }

    fn read(&self, bytes: &[u8]) -> Option<()> {
        let update = Update::decode_v1(bytes).ok()?;
        self.doc.transact_mut().apply_update(update).ok()
    }

    /// Takes what a client sent, if the text has at most `longest` characters with it.
    ///
    /// # Errors
    /// Why it is refused. The document may be spoiled: read it again.
    pub(super) fn apply(&self, bytes: &[u8], longest: u32) -> Result<Applied, Closing> {
        if bytes == NOTHING {
            return Ok(Applied::Known);
        }
        let (applied, utf16) = guarded(|| self.try_apply(bytes)).ok_or(Closing::Malformed)??;
        // A character takes one or two units.
        let long = utf16 > longest && self.body().chars().count() > longest as usize;
        if long { Err(Closing::TooLarge) } else { Ok(applied) }
    }

    fn try_apply(&self, bytes: &[u8]) -> Result<(Applied, u32), Closing> {
        let update = Update::decode_v1(bytes).map_err(|_| Closing::Malformed)?;
        if self.is_of_another_life(&update.state_vector()) {
            return Err(Closing::OtherLife);
        }
        if self.leaves_a_gap(&update) {
            return Err(Closing::Malformed);
        }
        let mut txn = self.doc.transact_mut();
        txn.apply_update(update).map_err(|_| Closing::Malformed)?;
        let store = txn.store();
        // Honest clients send what they typed in its order, after what it stands on.
        if store.pending_update().is_some() || store.pending_ds().is_some() {
            return Err(Closing::Malformed);
        }
        order::certain(bytes, &txn, LIVES, TEXT)?;
        let applied = if txn.has_changes() { Applied::New } else { Applied::Known };
        Ok((applied, self.text.len(&txn)))
    }

    /// Whether something that a client wrote before never came: this library would take what follows, and browsers
    /// would wait for it. Nor does anything follow the beginning of a life under the number of this program.
    fn leaves_a_gap(&self, update: &Update) -> bool {
        let own = self.doc.transact().state_vector();
        update.insertions(true).iter().any(|(client, ranges)| {
            let mut reached = own.get(client);
            let ours = client.get() >= LIVES;
            ranges.iter().any(|range| {
                let gap = range.start > reached || (ours && range.end > reached);
                reached = reached.max(range.end);
                gap
            })
        })
    }

    /// What a client that has `vector` lacks.
    ///
    /// # Errors
    /// It is not a state vector, or it is of another life of the text.
    pub(super) fn since(&self, vector: &[u8]) -> Result<Vec<u8>, Closing> {
        guarded(|| {
            let vector = StateVector::decode_v1(vector).map_err(|_| Closing::Malformed)?;
            if self.is_of_another_life(&vector) {
                return Err(Closing::OtherLife);
            }
            Ok(self.doc.transact().encode_state_as_update_v1(&vector))
        })
        .ok_or(Closing::Malformed)?
    }

    fn is_of_another_life(&self, vector: &StateVector) -> bool {
        let own = self.doc.transact().state_vector();
        vector.iter().any(|(client, _)| client.get() >= LIVES && !own.contains_client(client))
    }

    /// What this holds of each client.
    pub(super) fn vector(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// All of it.
    pub fn state(&self) -> Vec<u8> {
        self.doc.transact().encode_state_as_update_v1(&StateVector::default())
    }

    /// The Markdown.
    pub fn body(&self) -> String {
        self.text.get_string(&self.doc.transact())
    }

    /// Makes the Markdown `body` by the fewest changes of words, so that carets stay where they are, and gives the
    /// update that says so; `None` if it said that already.
    ///
    /// # Errors
    /// The document holds what no editor writes.
    pub fn rewrite(&self, body: &str) -> Result<Option<Vec<u8>>> {
        let was = self.body();
        if was == body {
            return Ok(None);
        }
        let written = guarded(|| self.change(&was, body));
        Ok(Some(written.ok_or_else(|| Error::unexpected("a live text cannot be rewritten"))?))
    }

    fn change(&self, was: &str, body: &str) -> Vec<u8> {
        let (old, new) = (was.tokenize_unicode_words(), body.tokenize_unicode_words());
        let end = std::time::Instant::now() + PATIENCE;
        let changes = similar::capture_diff_slices_deadline(Algorithm::Patience, &old, &new, Some(end));
        let units = |words: &[&str]| -> u32 {
            let count = words.iter().map(|word| word.encode_utf16().count()).sum::<usize>();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        let mut txn = self.doc.transact_mut();
        let length = self.text.len(&txn);
        // What no editor of ours writes, such as a picture within the text, has a length and no words: it goes, as the
        // words after it would be counted wrongly.
        if length != units(&[was]) {
            self.text.remove_range(&mut txn, 0, length);
            self.text.insert(&mut txn, 0, body);
            return txn.encode_update_v1();
        }
        let mut at = 0;
        for change in changes {
            let (gone, come) = (&old[change.old_range()], &new[change.new_range()]);
            if gone == come {
                at += units(gone);
                continue;
            }
            let length = units(gone);
            if length > 0 {
                self.text.remove_range(&mut txn, at, length);
            }
            let words = come.concat();
            if !words.is_empty() {
                self.text.insert(&mut txn, at, &words);
                at += units(come);
            }
        }
        txn.encode_update_v1()
    }
}

/// Several updates in one.
pub(super) fn together(updates: &[&[u8]]) -> Option<Vec<u8>> {
    guarded(|| yrs::merge_updates_v1(updates).ok()).flatten()
}

/// Runs what a hostile input may make panic.
fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}
