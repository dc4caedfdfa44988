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

use extraction::{Reading, State};

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
