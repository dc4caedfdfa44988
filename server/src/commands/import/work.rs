//! The import under way: its transactions, its report, and what it says while it lasts.

use std::{
    collections::BTreeMap,
    io::Write,
    time::{Duration, Instant},
};

use anyhow::Result;
use backend::{
    Cx,
    db::{Savepoint, Transaction},
};
use domain::{
    Refusal,
    ids::{GroupId, UserId},
};

use super::{
    folder::Folder,
    report::{Kind, Report},
    text::{self, Encoding, Problem},
};
use crate::state::plain;

/// Records written together: enough to go fast, few enough to let others write.
const CHUNK: usize = 100;
/// How often the progress is said.
const SAID: Duration = Duration::from_secs(1);

/// The import under way.
pub struct Work<'a> {
    /// The program itself.
    pub cx: Cx,
    /// Where the files are.
    pub folder: &'a dyn Folder,
    /// What to say at the end.
    pub report: Report,
    /// Everybody by their address.
    pub people: BTreeMap<String, UserId>,
    /// Every group by its address.
    pub groups: BTreeMap<String, GroupId>,
    transaction: Option<Transaction>,
    written: usize,
    said: Instant,
}

impl<'a> Work<'a> {
    /// A new import.
    pub fn new(cx: Cx, folder: &'a dyn Folder, dry_run: bool) -> Work<'a> {
        Work {
            cx,
            folder,
            report: Report::new(dry_run),
            people: BTreeMap::new(),
            groups: BTreeMap::new(),
            transaction: None,
            written: 0,
            said: Instant::now(),
        }
    }

    /// The text of a file; `None` if it cannot be had, which is noted.
    pub fn text(&mut self, kind: Kind, path: &str) -> Option<String> {
        let decoded = match self.folder.read(path) {
            Ok(bytes) => text::decode(&bytes),
            Err(why) => Err(Problem::whole(why)),
        };
        decoded.map_err(|problem| self.report.refuse(kind, path, problem)).ok()
    }

    /// The text of a table; `None` if it cannot be had, which is noted. That it was not in UTF-8 is noted too.
    pub fn table(&mut self, kind: Kind, path: &str) -> Option<String> {
        let decoded = match self.folder.read(path) {
            Ok(bytes) => text::decode_table(&bytes),
            Err(why) => Err(Problem::whole(why)),
        };
        let (text, encoding) = decoded.map_err(|problem| self.report.refuse(kind, path, problem)).ok()?;
        if encoding == Encoding::Windows1252 {
            self.report.note(path, "read as Windows-1252, which is how its letters are written");
        }
        Some(text)
    }

    /// Writes one record: all of it, or nothing of it.
    ///
    /// # Errors
    /// The database failed. What it refused is the inner error.
    pub async fn write<T>(
        &mut self,
        act: impl AsyncFnOnce(&Cx, &Savepoint) -> backend::Result<T>,
    ) -> Result<Result<T, Refusal>> {
        if self.transaction.is_none() {
            self.transaction = Some(self.cx.begin().await.map_err(plain)?);
        }
        let Some(transaction) = &self.transaction else { anyhow::bail!("no transaction") };
        let part = transaction.savepoint().await.map_err(plain)?;
        let done = match act(&self.cx, &part).await {
            Ok(done) => {
                part.commit().await?;
                Ok(done)
            }
            Err(backend::Error::Refused(refusal)) => {
                part.rollback().await?;
                Err(refusal)
            }
            Err(error) => return Err(plain(error)),
        };
        self.written += 1;
        if self.written >= CHUNK {
            self.settle().await?;
        }
        Ok(done)
    }

    /// Makes what was written last; a trial goes on in its one transaction.
    ///
    /// # Errors
    /// The database failed.
    pub async fn settle(&mut self) -> Result<()> {
        self.written = 0;
        if self.report.dry_run {
            return Ok(());
        }
        match self.transaction.take() {
            Some(transaction) => self.cx.commit(transaction).await.map_err(plain),
            None => Ok(()),
        }
    }

    /// Ends the import; of a trial nothing is left.
    ///
    /// # Errors
    /// The database failed.
    pub async fn end(mut self) -> Result<Report> {
        self.settle().await?;
        if let Some(trial) = self.transaction.take() {
            trial.rollback().await.map_err(plain)?;
        }
        Ok(self.report)
    }

    /// Says how far it is, when it lasts.
    pub fn progress(&mut self, kind: Kind, done: usize, of: usize) {
        if self.said.elapsed() >= SAID {
            self.said = Instant::now();
            // Nobody may be listening; the import goes on.
            let _ = writeln!(std::io::stderr(), "{}: {done} of {of}", kind.name());
        }
    }
}
