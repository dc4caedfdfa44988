//! What is done with a file that came from outside is done by a process of its own: this program, started again.
//!
//! It is given nothing of what is around: no setting, no secret, no place but the file and an empty folder. However it
//! ends, what it cost is one file.

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use backend::{Backend, files::Fingerprint};
use confined::ANSWER;
use futures::TryStreamExt;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt;

/// How long it may last, however little the processor works.
const PATIENCE: Duration = Duration::from_secs(150);
/// Its allocator sets aside a gibibyte of addresses unless told otherwise (here in kibibytes): the limit of memory would
/// come so much later.
const SET_ASIDE: (&str, &str) = ("MIMALLOC_ARENA_RESERVE", "65536");

/// Starts this program again for each file.
#[derive(Clone, Debug)]
pub struct OwnProcess {
    program: PathBuf,
    patience: Duration,
    /// All are to end: this program stops.
    stopping: Arc<AtomicBool>,
}

impl OwnProcess {
    /// With this program.
    pub fn new(program: PathBuf) -> OwnProcess {
        OwnProcess { program, patience: PATIENCE, stopping: Arc::default() }
    }

    /// Waits no longer than this.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> OwnProcess {
        OwnProcess { patience, ..self }
    }

    /// What makes documents and pictures: this program, or the one beside it when this one was built without. It may come
    /// later than this one: `make run` builds it last.
    #[must_use]
    pub fn makers(&self) -> OwnProcess {
        let program = if cfg!(feature = "makers") {
            self.program.clone()
        } else {
            self.program.with_file_name("preau-makers")
        };
        OwnProcess { program, ..self.clone() }
    }

    /// Whether the program can be started.
    pub fn is_there(&self) -> bool {
        self.program.exists()
    }

    /// Ends every process that was started, by this one or by its copies, and starts none any more.
    pub fn end_all(&self) {
        self.stopping.store(true, Ordering::SeqCst);
    }

    /// What the program answers to these arguments; `folder` is empty, and for its own use. Nothing if it did not end
    /// well.
    ///
    /// # Errors
    /// The program cannot be started ([`has_not_come`]).
    pub fn answer(&self, folder: &Path, set: impl FnOnce(&mut Command)) -> io::Result<Option<Vec<u8>>> {
        if self.stopping.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let mut command = Command::new(&self.program);
        set(&mut command);
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
            // What is cut short is not understood by who asked.
            let _ = output.map(|output| output.take(ANSWER).read_to_end(&mut answer));
            answer
        });
        let ended_well = wait(&mut child, self.patience, &self.stopping);
        let answer = taking.join().unwrap_or_default();
        let ended_well = ended_well?;
        Ok(ended_well.then_some(answer))
    }
}

/// Whether the program is not there (yet): see [`OwnProcess::makers`].
pub fn has_not_come(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}

/// Waits for the end of a child, and ends it when that takes too long. Whether it ended well: nothing is known of one that
/// is ended because this program stops.
fn wait(child: &mut Child, patience: Duration, stopping: &AtomicBool) -> io::Result<bool> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        let stops = stopping.load(Ordering::SeqCst);
        if stops || started.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            return if stops { Err(io::ErrorKind::Interrupted.into()) } else { Ok(false) };
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// A content copied where a process can read it.
#[derive(Debug)]
pub struct Copied {
    folder: TempDir,
}

impl Copied {
    /// From the store.
    ///
    /// # Errors
    /// The store cannot be read, or the disk written.
    pub async fn of(backend: &Backend, content: &Fingerprint, bytes: u64) -> backend::Result<Copied> {
        let copied = Copied { folder: tempfile::tempdir()? };
        tokio::fs::create_dir(copied.own()).await?;
        let mut copy = tokio::fs::File::create(copied.file()).await?;
        let mut content = backend.files().read(content, 0..bytes).await?;
        while let Some(piece) = content.try_next().await? {
            copy.write_all(&piece).await?;
        }
        copy.flush().await?;
        Ok(copied)
    }

    /// From memory.
    ///
    /// # Errors
    /// The disk cannot be written.
    pub async fn here(content: &[u8]) -> backend::Result<Copied> {
        let copied = Copied { folder: tempfile::tempdir()? };
        tokio::fs::create_dir(copied.own()).await?;
        tokio::fs::write(copied.file(), content).await?;
        Ok(copied)
    }

    /// Copies another content beside it, under its fingerprint; one that is gone from the store is left out.
    ///
    /// # Errors
    /// The store cannot be read, or the disk written.
    pub async fn add(&self, backend: &Backend, content: &Fingerprint) -> backend::Result<()> {
        tokio::fs::create_dir_all(self.others()).await?;
        if backend.files().has(content).await? {
            let bytes = backend.files().get(content).await?;
            tokio::fs::write(self.others().join(content.as_str()), bytes).await?;
        }
        Ok(())
    }

    /// The folder of what was copied beside.
    pub fn others(&self) -> PathBuf {
        self.folder.path().join("others")
    }

    /// The copy.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("file")
    }

    /// An empty folder, for the process.
    pub fn own(&self) -> PathBuf {
        self.folder.path().join("own")
    }
}
