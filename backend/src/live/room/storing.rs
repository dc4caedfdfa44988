//! The document of a room and what is stored of it: nothing is told that is not stored.

use super::{Room, Taken};
use crate::{
    Error, Result,
    live::{
        Closing, DOCUMENT_MAX, moments,
        presence::SeatId,
        store,
        text::{self, Applied},
        wire,
    },
};

/// Updates after which the state is folded.
const FOLD: i64 = 200;

impl Room {
    /// Takes one update into the document. Whoever spoils it leaves, and the document is as it was.
    pub(super) async fn try_take(
        &mut self,
        seat: SeatId,
        bytes: Vec<u8>,
        taken: &mut Vec<Taken>,
    ) -> Result<()> {
        if self.size + bytes.len() > DOCUMENT_MAX {
            self.rise(seat, Some(Closing::TooLarge)).await;
            return Ok(());
        }
        match self.stored.doc.apply(&bytes, self.subject.longest()) {
            Ok(applied) => {
                self.size += bytes.len();
                taken.push(Taken { seat, bytes, applied });
                Ok(())
            }
            Err(closing) => {
                self.rise(seat, Some(closing)).await;
                self.read_again().await?;
                for one in taken.iter() {
                    // It was fit a moment ago.
                    let _ = self.stored.doc.apply(&one.bytes, self.subject.longest());
                }
                Ok(())
            }
        }
    }

    /// Stores what is new, after all that others have written, and gives it put together.
    pub(super) async fn store(&mut self, taken: &[Taken]) -> Result<Option<Vec<u8>>> {
        let new: Vec<&[u8]> =
            taken.iter().filter(|one| one.applied == Applied::New).map(|one| one.bytes.as_slice()).collect();
        let Some(bytes) = merged(&new)? else { return Ok(None) };
        loop {
            for one in taken {
                let Some(person) = self.seats.get(&one.seat).map(|occupant| occupant.person) else {
                    continue;
                };
                self.stored.typed_by.retain(|known| *known != person);
                self.stored.typed_by.push(person);
            }
            let tx = self.backend.db().begin().await?;
            let now = self.backend.now();
            if store::append(&tx, &self.stored, &bytes, now).await? {
                tx.commit().await?;
                self.stored.seq += 1;
                self.stored.unfolded += 1;
                return Ok(Some(bytes));
            }
            tx.rollback().await?;
            self.catch_up().await?;
            for one in taken {
                // What was read again does not hold it yet.
                let _ = self.stored.doc.apply(&one.bytes, self.subject.longest());
            }
        }
    }

    /// Reads what others wrote to the database: a save by a form, another node.
    pub(super) async fn catch_up(&mut self) -> Result<()> {
        let db = self.backend.db();
        let updates = store::since(db.reader(), self.stored.id, self.stored.seq).await?;
        let next = self.stored.seq + 1;
        let gap = updates.first().is_some_and(|(seq, _)| *seq != next);
        let Some((seq, typed_by)) = store::typed_by(db.reader(), self.stored.id).await? else {
            // Another life began, or none: each hears which when it comes again.
            return Err(Error::unexpected("the shared text has ended"));
        };
        let last = updates.last().map_or(self.stored.seq, |(seq, _)| *seq);
        if gap || last < seq {
            // Folded meanwhile: all of it is given again.
            self.read_again().await?;
            let whole = wire::typed(&self.stored.doc.state());
            self.send_all(&whole);
            return Ok(());
        }
        self.stored.typed_by = typed_by;
        let bytes: Vec<&[u8]> = updates.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        for bytes in &bytes {
            self.stored.doc.follow(bytes)?;
            self.size += bytes.len();
        }
        self.stored.seq = last;
        self.stored.unfolded += i64::try_from(bytes.len()).unwrap_or_default();
        if let Some(whole) = merged(&bytes)? {
            self.send_all(&wire::typed(&whole));
        }
        Ok(())
    }

    /// Reads all again, perhaps another life of the text.
    pub(super) async fn start_again(&mut self) -> Result<()> {
        self.stored = moments::begin(&self.backend.system(), self.subject).await?;
        self.size = self.stored.doc.state().len();
        self.stale = false;
        Ok(())
    }

    pub(super) async fn read_again(&mut self) -> Result<()> {
        let stored = store::load(self.backend.db().reader(), self.subject).await?;
        self.stored = stored.ok_or_else(|| Error::unexpected("the shared text has ended"))?;
        Ok(())
    }

    pub(super) async fn fold_if_long(&mut self) -> Result<()> {
        if self.stored.unfolded < FOLD {
            return Ok(());
        }
        self.fold().await
    }

    pub(super) async fn fold(&mut self) -> Result<()> {
        let state = self.stored.doc.state();
        let size = state.len();
        let tx = self.backend.db().begin().await?;
        if store::fold(&tx, self.stored.id, self.stored.seq, state).await? {
            tx.commit().await?;
            (self.stored.unfolded, self.size) = (0, size);
        } else {
            tx.rollback().await?;
        }
        Ok(())
    }
}

fn merged(updates: &[&[u8]]) -> Result<Option<Vec<u8>>> {
    match updates {
        [] => Ok(None),
        [one] => Ok(Some(one.to_vec())),
        several => text::together(several)
            .map(Some)
            .ok_or_else(|| Error::unexpected("updates cannot be put together")),
    }
}
