//! Reading what is inside files, each by a process of its own: `preau extract`.
//!
//! It is given nothing of what is around: no setting, no secret, no place but the file and an empty folder. However it
//! ends, what it cost is one file.

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use backend::{
    Backend,
    library::{self, ToRead},
};
use extraction::{Limits, Reading, State};
use futures::TryStreamExt;
use tokio::io::AsyncWriteExt;

/// How long a file may be read, however little the processor works.
const PATIENCE: Duration = Duration::from_secs(150);
/// Bytes of an answer that are read.
const ANSWER: u64 = 64 << 20;
/// Its allocator sets aside a gibibyte of addresses unless told otherwise (here in kibibytes): the limit of memory would
/// come so much later.
const SET_ASIDE: (&str, &str) = ("MIMALLOC_ARENA_RESERVE", "65536");

/// Starts this program again for each file.
#[derive(Clone, Debug)]
pub struct OwnProcess {
    program: PathBuf,
    patience: Duration,
}

impl OwnProcess {
    /// With this program.
    pub fn new(program: PathBuf) -> OwnProcess {
        OwnProcess { program, patience: PATIENCE }
    }

    /// Waits no longer than this.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> OwnProcess {
        OwnProcess { patience, ..self }
    }

    /// Reads a file; `folder` is empty, and for its own use.
    ///
    /// # Errors
    /// The program cannot be started.
    pub fn read(&self, file: &Path, name: &str, media_type: &str, folder: &Path) -> io::Result<Reading> {
        let mut command = Command::new(&self.program);
        command.arg("extract").arg(file).arg("--recognise").arg(folder);
        command.arg(format!("--name={name}")).arg(format!("--type={media_type}"));
        let mut child = command
            .current_dir(folder)
            .env_clear()
            .env(SET_ASIDE.0, SET_ASIDE.1)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = child.stdout.take();
        let taking = thread::spawn(move || {
            let mut answer = Vec::new();
            // What is cut short is not understood below.
            let _ = output.map(|output| output.take(ANSWER).read_to_end(&mut answer));
            answer
        });
        let ended_well = wait(&mut child, self.patience)?;
        let answer = taking.join().unwrap_or_default();
        let reading = ended_well.then(|| serde_json::from_slice::<Reading>(&answer).ok()).flatten();
        Ok(reading.unwrap_or_else(|| Reading::nothing(State::Damaged)))
    }
}

/// Waits for the end of a child, and ends it when that takes too long. Whether it ended well.
fn wait(child: &mut Child, patience: Duration) -> io::Result<bool> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if started.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// How long it sleeps when nothing wakes it: another program may have received a file.
const NAP: Duration = Duration::from_secs(30);

/// Reads the files that were received, one after the other, until the program stops.
pub async fn work(backend: Backend, reader: OwnProcess) {
    loop {
        match read_all(&backend, &reader).await {
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "a file cannot be read: it is tried again later"),
        }
        tokio::select! {
            () = backend.files_to_read().notified() => {}
            () = tokio::time::sleep(NAP) => {}
        }
    }
}

/// Reads the files that wait, and gives how many there were.
///
/// # Errors
/// The database or the file store failed.
pub async fn read_all(backend: &Backend, reader: &OwnProcess) -> backend::Result<usize> {
    let mut count = 0;
    while let Some(file) = library::next_to_read(backend).await? {
        let reading = one(backend, reader, &file).await?;
        library::was_read(backend, &file, reading).await?;
        count += 1;
    }
    Ok(count)
}

async fn one(backend: &Backend, reader: &OwnProcess, file: &ToRead) -> backend::Result<Reading> {
    if file.bytes > Limits::default().file {
        return Ok(Reading::nothing(State::TooLarge));
    }
    let folder = tempfile::tempdir()?;
    let [path, own] = ["file", "own"].map(|name| folder.path().join(name));
    tokio::fs::create_dir(&own).await?;
    let mut copy = tokio::fs::File::create(&path).await?;
    let mut content = backend.files().read(&file.fingerprint, 0..file.bytes).await?;
    while let Some(piece) = content.try_next().await? {
        copy.write_all(&piece).await?;
    }
    copy.flush().await?;
    let (reader, name, media_type) = (reader.clone(), file.name.clone(), file.media_type.clone());
    let read = move || reader.read(&path, &name, &media_type, &own);
    Ok(tokio::task::spawn_blocking(read).await??)
}
