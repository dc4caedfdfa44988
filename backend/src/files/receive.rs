//! Receiving a file: hashed as it comes, never whole in memory, kept or forgotten once its maker has decided.

use bytes::{Bytes, BytesMut};
use domain::{FieldProblem, Refusal};
use futures::{Stream, TryStreamExt, pin_mut};
use object_store::{ObjectStoreExt, WriteMultipart, path::Path as Key};
use sha2::{Digest, Sha256};

use super::{ARRIVING, FileStore, Fingerprint, limits::in_megabytes};
use crate::{
    clock::{Entropy, SystemEntropy},
    error::{Error, Result},
};

/// What is held in memory, and the parts in which larger files are written: the least that S3 takes.
const PART: usize = 5 << 20;
/// Parts being written at a time.
const AT_ONCE: usize = 1;
/// What is looked at to tell of which type a file is.
const HEAD: usize = 8 << 10;

/// A file that has arrived whole and has no place yet.
#[derive(Debug)]
pub struct Staged {
    /// What it is worth.
    pub fingerprint: Fingerprint,
    /// Its length.
    pub bytes: u64,
    /// How it begins.
    pub head: Bytes,
    waits: Waits,
}

#[derive(Debug)]
enum Waits {
    InMemory(Bytes),
    At(Key),
}

/// A name that nothing else has.
pub(super) fn name() -> String {
    let mut bytes = [0; 16];
    SystemEntropy.fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes))
}

impl FileStore {
    /// Takes in what comes, up to `room` bytes. Nothing has a place until [`FileStore::keep`].
    ///
    /// # Errors
    /// `Invalid` on the field `files`: nothing came, too much came, or it stopped half-way; `Storage`.
    pub async fn receive<E>(
        &self,
        content: impl Stream<Item = std::result::Result<Bytes, E>>,
        room: u64,
    ) -> Result<Staged> {
        pin_mut!(content);
        let mut arriving = Arriving::default();
        let aside = Key::from(format!("{ARRIVING}/{}", name()));
        let mut upload: Option<WriteMultipart> = None;
        let outcome = loop {
            let piece = match content.try_next().await {
                Ok(Some(piece)) => piece,
                Ok(None) => break Ok(()),
                Err(_) => break Err(refused(FieldProblem::Interrupted)),
            };
            if arriving.bytes + piece.len() as u64 > room {
                break Err(refused(FieldProblem::FileTooLarge { megabytes: in_megabytes(room) }));
            }
            arriving.see(&piece);
            match &mut upload {
                Some(upload) => {
                    if let Err(error) = upload.wait_for_capacity(AT_ONCE).await {
                        break Err(error.into());
                    }
                    upload.put(piece);
                }
                None if arriving.held.len() + piece.len() <= PART => arriving.held.extend_from_slice(&piece),
                None => match self.store.put_multipart(&aside).await {
                    Ok(begun) => {
                        let mut begun = WriteMultipart::new_with_chunk_size(begun, PART);
                        begun.put(std::mem::take(&mut arriving.held).freeze());
                        begun.put(piece);
                        upload = Some(begun);
                    }
                    Err(error) => break Err(error.into()),
                },
            }
        };
        let waits = match (outcome, upload) {
            (Ok(()), None) => Ok(Waits::InMemory(std::mem::take(&mut arriving.held).freeze())),
            (Ok(()), Some(upload)) => match upload.finish().await {
                Ok(_) => Ok(Waits::At(aside)),
                Err(error) => Err(error.into()),
            },
            (Err(error), upload) => {
                if let Some(upload) = upload
                    && let Err(error) = upload.abort().await
                {
                    tracing::warn!(%error, "a file that did not arrive whole leaves something behind");
                }
                Err(error)
            }
        };
        if arriving.bytes == 0 && waits.is_ok() {
            return Err(refused(FieldProblem::EmptyFile));
        }
        Ok(Staged {
            fingerprint: Fingerprint::finished(arriving.digest),
            bytes: arriving.bytes,
            head: arriving.head.freeze(),
            waits: waits?,
        })
    }

    /// Gives a file that has arrived its place, where it is the only one of its content.
    ///
    /// # Errors
    /// `Storage`.
    pub async fn keep(&self, staged: Staged) -> Result<()> {
        let _place = self.places.read().await;
        let there = self.has(&staged.fingerprint).await?;
        match staged.waits {
            Waits::InMemory(_) if there => Ok(()),
            Waits::InMemory(bytes) => self.put_whole(&staged.fingerprint.key(), bytes).await,
            Waits::At(aside) if there => Ok(self.store.delete(&aside).await?),
            Waits::At(aside) => Ok(self.store.rename(&aside, &staged.fingerprint.key()).await?),
        }
    }

    /// What has arrived, whole: a small file that gets no place.
    ///
    /// # Errors
    /// `Storage`.
    pub async fn take(&self, staged: Staged) -> Result<Bytes> {
        match staged.waits {
            Waits::InMemory(bytes) => Ok(bytes),
            Waits::At(aside) => {
                let bytes = self.store.get(&aside).await?.bytes().await?;
                self.store.delete(&aside).await?;
                Ok(bytes)
            }
        }
    }

    /// Forgets a file that has arrived and is refused.
    pub async fn forget(&self, staged: Staged) {
        if let Waits::At(aside) = staged.waits
            && let Err(error) = self.store.delete(&aside).await
        {
            tracing::warn!(%error, "a refused file leaves something behind");
        }
    }
}

fn refused(problem: FieldProblem) -> Error {
    Refusal::field("files", problem).into()
}

#[derive(Default)]
struct Arriving {
    digest: Sha256,
    bytes: u64,
    head: BytesMut,
    held: BytesMut,
}

impl Arriving {
    fn see(&mut self, piece: &[u8]) {
        self.digest.update(piece);
        self.bytes += piece.len() as u64;
        let missing = HEAD.saturating_sub(self.head.len());
        self.head.extend_from_slice(&piece[..missing.min(piece.len())]);
    }
}
