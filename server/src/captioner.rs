//! Reading captions while somebody waits, by a process of its own: `preau extract --captions`.

use std::{sync::Arc, time::Duration};

use extraction::captions::{Cue, Flaw};
use tokio::sync::Semaphore;

use crate::own_process::{Copied, OwnProcess};

/// How long it may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long one waits for one's turn.
const QUEUE: Duration = Duration::from_secs(20);

/// What became of reading captions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listened {
    /// Here they are.
    Cues(Vec<Cue>),
    /// They are not taken, for this reason.
    Flawed(Flaw),
    /// Too many are being read.
    Busy,
}

/// Who reads captions, one file at a time.
#[derive(Clone, Debug)]
pub struct Captioner {
    process: OwnProcess,
    turn: Arc<Semaphore>,
}

impl Captioner {
    /// One that reads with this program.
    pub fn new(process: OwnProcess) -> Captioner {
        Captioner { process: process.with_patience(PATIENCE), turn: Arc::new(Semaphore::new(1)) }
    }

    /// The captions of a file that has just arrived and is kept nowhere. A file that its reader dies of is no captions.
    ///
    /// # Errors
    /// The disk or the program cannot be used.
    pub async fn read(&self, content: &[u8]) -> backend::Result<Listened> {
        let turn = tokio::time::timeout(QUEUE, self.turn.clone().acquire_owned()).await;
        let Ok(Ok(_turn)) = turn else { return Ok(Listened::Busy) };
        let copied = Copied::here(content).await?;
        let process = self.process.clone();
        let read = move || {
            process.answer(&copied.own(), |command| {
                command.arg("extract").arg(copied.file()).arg("--captions").arg("--seconds=10");
            })
        };
        let answer = tokio::task::spawn_blocking(read).await??;
        let read = answer.and_then(|answer| serde_json::from_slice(&answer).ok());
        Ok(match read.unwrap_or(Err(Flaw::Unknown)) {
            Ok(cues) => Listened::Cues(cues),
            Err(flaw) => Listened::Flawed(flaw),
        })
    }
}
