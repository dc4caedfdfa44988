//! Reading a file as a text while somebody waits, by a process of its own: `preau extract --draft`.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use extraction::{State, draft::Draft};
use tokio::sync::Semaphore;

use crate::own_process::{Copied, OwnProcess};

/// How long it may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long one waits for one's turn.
const QUEUE: Duration = Duration::from_secs(40);

/// What became of reading a file as a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drafted {
    /// Its text, and the images that were in it, by their numbers.
    Text(Box<Draft>, Vec<Bytes>),
    /// It is not read, for this reason.
    Unread(State),
    /// Too many are being read.
    Busy,
}

/// Who reads files as texts, one at a time.
#[derive(Clone, Debug)]
pub struct Drafter {
    process: OwnProcess,
    turn: Arc<Semaphore>,
}

impl Drafter {
    /// One that reads with this program.
    pub fn new(process: OwnProcess) -> Drafter {
        Drafter { process: process.with_patience(PATIENCE), turn: Arc::new(Semaphore::new(1)) }
    }

    /// The text of a file that has just arrived and is kept nowhere. A file that its reader dies of is a damaged one.
    ///
    /// # Errors
    /// The disk or the program cannot be used.
    pub async fn read(&self, content: &[u8], name: &str) -> backend::Result<Drafted> {
        let turn = tokio::time::timeout(QUEUE, self.turn.clone().acquire_owned()).await;
        let Ok(Ok(_turn)) = turn else { return Ok(Drafted::Busy) };
        let copied = Copied::here(content).await?;
        let process = self.process.clone();
        // Only its end is told: it says which kind of plain text this is.
        let ending: String =
            name.rsplit_once('.').map_or("", |(_, ending)| ending).chars().take(10).collect();
        let read = move || -> std::io::Result<Drafted> {
            let answer = process.answer(&copied.own(), |command| {
                command.arg("extract").arg(copied.file()).arg("--draft").arg("--seconds=25");
                command.arg(format!("--name=file.{ending}"));
            })?;
            let read = answer.and_then(|answer| serde_json::from_slice::<Result<Draft, State>>(&answer).ok());
            Ok(match read.unwrap_or(Err(State::Damaged)) {
                Ok(draft) => {
                    let image = |number: usize| std::fs::read(copied.own().join(number.to_string()));
                    let images = (0..draft.images).map(image).collect::<std::io::Result<Vec<_>>>()?;
                    Drafted::Text(Box::new(draft), images.into_iter().map(Bytes::from).collect())
                }
                Err(state) => Drafted::Unread(state),
            })
        };
        Ok(tokio::task::spawn_blocking(read).await??)
    }
}
