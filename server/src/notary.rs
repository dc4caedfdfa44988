//! Documents made while somebody waits, one at a time: certificates, which are not kept, and framing texts, the last of
//! which are, since many open the same ones.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use backend::files::Fingerprint;
use bytes::Bytes;
use tokio::sync::Semaphore;

use crate::own_process::{Copied, OwnProcess, has_not_come};

/// How long making a document may take.
const PATIENCE: Duration = Duration::from_secs(40);
/// How long one waits for one's turn.
const QUEUE: Duration = Duration::from_secs(20);
/// Documents that are kept, and the largest of them.
const KEPT: usize = 24;
const LARGEST: usize = 2 << 20;

/// Who makes them.
#[derive(Clone, Debug)]
pub struct Notary {
    process: OwnProcess,
    turn: Arc<Semaphore>,
    kept: Arc<Mutex<VecDeque<(Fingerprint, Bytes)>>>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// Here it is.
    Document(Bytes),
    /// It cannot be made.
    Nothing,
    /// Others are being made, or what makes them has not come yet.
    Busy,
}

impl Notary {
    /// One that prints with this program.
    pub fn new(process: OwnProcess) -> Notary {
        let process = process.makers().with_patience(PATIENCE);
        Notary { process, turn: Arc::new(Semaphore::new(1)), kept: Arc::default() }
    }

    /// A document that says this, in the format of that name.
    ///
    /// # Errors
    /// The program cannot be started.
    pub async fn write(&self, proof: String, format: &'static str) -> backend::Result<Written> {
        let turn = tokio::time::timeout(QUEUE, self.turn.clone().acquire_owned()).await;
        let Ok(Ok(_turn)) = turn else { return Ok(Written::Busy) };
        self.make(proof, format).await
    }

    /// The same, of what many ask for: whoever comes after the first is given what was made.
    ///
    /// # Errors
    /// The program cannot be started.
    pub async fn write_once(&self, proof: String, format: &'static str) -> backend::Result<Written> {
        let mark = Fingerprint::of(format!("{format} {proof}").as_bytes());
        if let Some(kept) = self.kept(&mark) {
            return Ok(Written::Document(kept));
        }
        let turn = tokio::time::timeout(QUEUE, self.turn.clone().acquire_owned()).await;
        let Ok(Ok(_turn)) = turn else { return Ok(Written::Busy) };
        // Whoever was before may have asked for the same.
        if let Some(kept) = self.kept(&mark) {
            return Ok(Written::Document(kept));
        }
        let written = self.make(proof, format).await?;
        if let Written::Document(document) = &written
            && document.len() <= LARGEST
        {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.truncate(KEPT - 1);
            kept.push_front((mark, document.clone()));
        }
        Ok(written)
    }

    fn kept(&self, mark: &Fingerprint) -> Option<Bytes> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| known == mark).map(|(_, document)| document.clone())
    }

    async fn make(&self, proof: String, format: &'static str) -> backend::Result<Written> {
        let copied = Copied::here(proof.as_bytes()).await?;
        let press = self.process.clone();
        let make = move || {
            press.answer(&copied.own(), |command| {
                command.arg("press").arg(copied.file()).arg(format!("--format={format}"));
            })
        };
        let answer = match tokio::task::spawn_blocking(make).await? {
            Err(error) if has_not_come(&error) => return Ok(Written::Busy),
            answer => answer?,
        };
        // A line that says how accessible it is comes before the document.
        let document = answer.and_then(|answer| {
            let end = answer.iter().position(|byte| *byte == b'\n')?;
            Some(Bytes::from(answer).slice(end + 1..)).filter(|document| !document.is_empty())
        });
        Ok(document.map_or(Written::Nothing, Written::Document))
    }
}
