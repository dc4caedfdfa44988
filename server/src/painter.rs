//! Pictures of files: made when somebody looks, one at a time, then kept.

use std::{sync::Arc, time::Duration};

use backend::{Backend, library::FileView};
use bytes::Bytes;
use tokio::sync::Semaphore;

use crate::own_process::{Copied, OwnProcess, has_not_come};

/// How long a picture may take.
const PATIENCE: Duration = Duration::from_secs(40);
/// How long one waits for one's turn.
const QUEUE: Duration = Duration::from_secs(30);
/// Bytes of a file of which pictures are made.
const LARGEST: u64 = 200 << 20;

/// What is drawn of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// A page of a PDF, from 1.
    Page(u32),
    /// A photograph, made smaller.
    Photograph,
    /// The middle of a photograph, as wide as high.
    Square,
}

/// What became of asking for a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Here it is, as PNG or JPEG.
    Picture(Bytes),
    /// None can be made of it.
    Nothing,
    /// Too many are being made, or what makes them has not come yet.
    Busy,
}

/// Who draws.
#[derive(Clone, Debug)]
pub struct Painter {
    process: OwnProcess,
    turn: Arc<Semaphore>,
}

impl Painter {
    /// One that draws with this program.
    pub fn new(process: OwnProcess) -> Painter {
        Painter { process: process.makers().with_patience(PATIENCE), turn: Arc::new(Semaphore::new(1)) }
    }

    /// A picture of a file, so many dots wide. The person asking reads the file.
    ///
    /// # Errors
    /// The file store, the disk, or the program cannot be used.
    pub async fn picture(
        &self,
        backend: &Backend,
        file: &FileView,
        drawing: Drawing,
        width: u32,
    ) -> backend::Result<Drawn> {
        let name = match drawing {
            Drawing::Page(number) => format!("page-{number}-{width}"),
            Drawing::Photograph => format!("photograph-{width}"),
            Drawing::Square => format!("square-{width}"),
        };
        if let Some(made) = backend.files().picture(&file.fingerprint, &name).await? {
            return Ok(given(made));
        }
        if file.bytes > LARGEST {
            return Ok(Drawn::Nothing);
        }
        let turn = tokio::time::timeout(QUEUE, self.turn.clone().acquire_owned()).await;
        let Ok(Ok(_turn)) = turn else { return Ok(Drawn::Busy) };
        // Somebody else may have asked for the same.
        if let Some(made) = backend.files().picture(&file.fingerprint, &name).await? {
            return Ok(given(made));
        }
        let copied = Copied::of(backend, &file.fingerprint, file.bytes).await?;
        let Some(picture) = self.draw(copied, drawing, width).await? else { return Ok(Drawn::Busy) };
        backend.files().keep_picture(&file.fingerprint, &name, picture.clone()).await?;
        Ok(given(picture))
    }

    /// A picture of what has just arrived and is kept nowhere.
    ///
    /// # Errors
    /// The disk or the program cannot be used.
    pub async fn of(&self, content: &[u8], drawing: Drawing, width: u32) -> backend::Result<Drawn> {
        let turn = tokio::time::timeout(QUEUE, self.turn.clone().acquire_owned()).await;
        let Ok(Ok(_turn)) = turn else { return Ok(Drawn::Busy) };
        let copied = Copied::here(content).await?;
        Ok(self.draw(copied, drawing, width).await?.map_or(Drawn::Busy, given))
    }

    /// Starts the program: no byte comes of what cannot be drawn, nothing of a program that draws nothing yet.
    async fn draw(&self, copied: Copied, drawing: Drawing, width: u32) -> backend::Result<Option<Bytes>> {
        let process = self.process.clone();
        let draw = move || {
            process.answer(&copied.own(), |command| {
                command.arg("draw").arg(copied.file()).arg(format!("--width={width}"));
                match drawing {
                    Drawing::Page(number) => {
                        command.arg(format!("--page={number}"));
                    }
                    Drawing::Square => {
                        command.arg("--square");
                    }
                    Drawing::Photograph => {}
                }
            })
        };
        match tokio::task::spawn_blocking(draw).await? {
            Err(error) if has_not_come(&error) => Ok(None),
            drawn => Ok(Some(Bytes::from(drawn?.unwrap_or_default()))),
        }
    }
}

fn given(made: Bytes) -> Drawn {
    if made.is_empty() { Drawn::Nothing } else { Drawn::Picture(made) }
}
