//! A backend of its own for each test, with the cast: the same people as the demonstration's.
//!
//! By default each test has a temporary SQLite file; with `PREAU_TEST_DATABASE_URL=postgres://…` each has a database of
//! its own there. Clock and randomness are fixed.

mod cast;
mod database;
mod full_disk;
mod walk;

use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicU64, AtomicUsize, Ordering},
    },
};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Actor, Language, Refusal, ids::UserId};
use sea_orm::{ActiveValue::Set, EntityTrait};

pub use cast::{Cast, Group, Person};
pub use full_disk::full_disk;
pub use walk::{schema, traces_in};

use crate::{
    Backend, Cx, Error, Result,
    clock::{Clock, Entropy},
    entities::file,
    files::{FileStore, Fingerprint},
    jobs,
    mail::{Addressee, Letter, Post, RenderMail, RenderedMail, Transport},
    reminders::Reminded,
};

/// Why something was refused.
///
/// # Panics
/// It was not refused: it was done, or it failed.
#[track_caller]
pub fn refused<T: std::fmt::Debug>(result: Result<T>) -> Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("a refusal was expected: {other:?}"),
    }
}

/// A clock that moves only when told.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::SeqCst)).unwrap_or_default()
    }
}

/// The same bytes in the same order, every time.
#[derive(Debug, Default)]
struct CountingEntropy(AtomicU64);

impl Entropy for CountingEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let step = self.0.fetch_add(1, Ordering::SeqCst);
            let digest = Fingerprint::of(&step.to_le_bytes());
            chunk.copy_from_slice(&digest.as_str().as_bytes()[..chunk.len()]);
        }
    }
}

/// Mails handed over during a test: address and text.
#[derive(Clone, Debug, Default)]
pub struct Letterbox(Arc<Mutex<Vec<String>>>);

impl Letterbox {
    /// Every mail so far, as sent.
    pub fn mails(&self) -> Vec<String> {
        self.0.lock().expect("no test panics while it holds the box").clone()
    }
}

#[async_trait]
impl Transport for Letterbox {
    async fn send(&self, _name: &str, message: lettre::Message) -> Result<()> {
        let text = String::from_utf8_lossy(&message.formatted()).into_owned();
        self.0.lock().expect("no test panics while it holds the box").push(text);
        Ok(())
    }

    fn stays_here(&self) -> bool {
        true
    }
}

/// Says what a mail is, without words: backend's tests look at codes, `app`'s at sentences.
struct PlainMail;

impl RenderMail for PlainMail {
    fn render(&self, _council: &crate::council::Council, to: &Addressee, letter: &Letter) -> RenderedMail {
        let text = match letter {
            Letter::Link { purpose, token, .. } => format!("{} {token}", purpose.code()),
            Letter::AddressChanged => "address_changed".to_owned(),
            Letter::PasswordChanged => "password_changed".to_owned(),
            Letter::WayChanged(change) => format!("way_changed {}", change.code()),
            Letter::NewDevice { device, .. } => format!("new_device {}", device.code()),
            Letter::OnPaper(noted) => format!("on_paper {}", noted.asked_by.code()),
            Letter::Acted(told) => format!("acted {}", told.lines.len()),
            Letter::Reminder(things) => {
                let name = |one: &Reminded| match one {
                    Reminded::Vote { ends: true, .. } => "ends",
                    Reminded::Vote { .. } => "vote",
                    Reminded::Sign { .. } => "sign",
                    Reminded::Amend { .. } => "amend",
                };
                format!("reminder {}", things.iter().map(name).collect::<Vec<_>>().join(" "))
            }
        };
        RenderedMail { subject: to.name.clone(), text }
    }
}

/// A backend with an empty, migrated database. Dropping it removes everything.
pub struct TestBackend {
    /// The backend.
    pub backend: Backend,
    /// What was mailed.
    pub letterbox: Letterbox,
    words: Arc<dyn RenderMail>,
    clock: Arc<FixedClock>,
    entropy: Arc<CountingEntropy>,
    database: database::Database,
    files: tempfile::TempDir,
}

/// A backend as it was at some moment: others go on from there. To set a scene once and play it many times.
pub struct Scene {
    database: database::Closed,
    files: tempfile::TempDir,
    words: Arc<dyn RenderMail>,
    time: i64,
    entropy: u64,
}

impl Scene {
    /// A backend that goes on from there.
    pub async fn play(&self) -> TestBackend {
        let files = tempfile::tempdir().expect("a temporary folder");
        copy_all(self.files.path(), files.path()).expect("the files are copied");
        TestBackend::over(self.database.copy().await, files, self.words.clone(), self.time, self.entropy)
    }
}

fn copy_all(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir(&to)?;
            copy_all(&entry.path(), &to)?;
        } else {
            std::fs::copy(entry.path(), &to)?;
        }
    }
    Ok(())
}

/// The moment at which tests begin: Sunday 22 November 2026, nine in the morning in Paris.
pub fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_334_400, 0).unwrap_or_default()
}

impl TestBackend {
    /// An empty installation.
    pub async fn empty() -> TestBackend {
        Self::with_mail(Arc::new(PlainMail)).await
    }

    /// An empty installation whose mails are put into words by `words`.
    pub async fn with_mail(words: Arc<dyn RenderMail>) -> TestBackend {
        let files = tempfile::tempdir().expect("a temporary folder");
        Self::over(database::Database::new().await, files, words, start().timestamp_millis(), 0)
    }

    fn over(
        database: database::Database,
        files: tempfile::TempDir,
        words: Arc<dyn RenderMail>,
        time: i64,
        entropy: u64,
    ) -> TestBackend {
        let clock = Arc::new(FixedClock(AtomicI64::new(time)));
        let entropy = Arc::new(CountingEntropy(AtomicU64::new(entropy)));
        let letterbox = Letterbox::default();
        let sender =
            lettre::message::Mailbox::new(None, "preau@conseil.example".parse().expect("an address"));
        let post = Post::new(Arc::new(letterbox.clone()), words.clone(), sender);
        let store = FileStore::folder(files.path()).expect("a file store");
        let backend = Backend::new(database.db.clone(), store, post, clock.clone(), entropy.clone());
        TestBackend { backend, letterbox, words, clock, entropy, database, files }
    }

    /// Another node on the same database and files; `None` on SQLite, which has one.
    pub async fn other_node(&self) -> Option<Backend> {
        let db = self.database.again().await?;
        let (files, mail) = (self.backend.files().clone(), self.backend.mail().clone());
        Some(Backend::new(db, files, mail, self.clock.clone(), self.entropy.clone()))
    }

    /// Where its files are.
    pub fn files_folder(&self) -> &Path {
        self.files.path()
    }

    /// Ends here, for others to go on.
    pub async fn into_scene(self) -> Scene {
        Scene {
            time: self.clock.0.load(Ordering::SeqCst),
            entropy: self.entropy.0.load(Ordering::SeqCst),
            database: self.database.close().await,
            files: self.files,
            words: self.words,
        }
    }

    /// Ends here, whatever is left to do.
    pub async fn leave(self) {
        self.database.drop().await;
    }

    /// A file that the store and the database know.
    pub async fn keep_file(&self, bytes: &[u8]) -> Fingerprint {
        let fingerprint = self.backend.files().put(bytes.to_vec()).await.expect("stored");
        let row = file::ActiveModel {
            sha256: Set(fingerprint.to_string()),
            bytes: Set(bytes.len() as i64),
            media_type: Set("text/plain".to_owned()),
            created_at: Set(self.backend.now()),
        };
        file::Entity::insert(row).exec_without_returning(self.backend.db().writer()).await.expect("named");
        fingerprint
    }

    /// An installation with its council and the cast.
    pub async fn with_cast() -> (TestBackend, Cast) {
        let test = Self::empty().await;
        let cast = cast::arrive(&test).await;
        (test, cast)
    }

    /// Time passes.
    pub fn wait(&self, time: TimeDelta) {
        self.clock.0.fetch_add(time.num_milliseconds(), Ordering::SeqCst);
    }

    /// The code that an application shows for this secret, now.
    pub fn code_of(&self, secret: &str) -> String {
        crate::accounts::shown_by_application(secret, self.backend.now())
    }

    /// A visitor's context.
    pub fn visitor(&self) -> Cx {
        self.backend.cx(Actor::Visitor, Language::French)
    }

    /// A person's context, with the rights they have at this very moment.
    pub async fn as_user(&self, id: UserId) -> Cx {
        let cx = self.visitor();
        let (actor, _) = crate::people::actor_of(&cx, id).await.expect("the person is read");
        self.backend.cx(actor, Language::French)
    }

    /// How many statements are read while `work` goes on, played by the person.
    pub async fn reads<T>(&self, cx: &Cx, work: impl AsyncFnOnce(Cx) -> T) -> (T, usize) {
        let count = Arc::new(AtomicUsize::new(0));
        let mut db = self.database.db.clone();
        let seen = count.clone();
        db.watch_reads(move || {
            seen.fetch_add(1, Ordering::SeqCst);
        });
        let backend = Backend::new(
            db,
            cx.backend.files().clone(),
            cx.backend.mail().clone(),
            self.clock.clone(),
            Arc::new(CountingEntropy::default()),
        );
        let done = work(backend.cx(cx.actor.clone(), cx.language)).await;
        (done, count.load(Ordering::SeqCst))
    }

    /// Does the jobs left, and fails if one of them cannot be done.
    pub async fn do_jobs(&self) -> usize {
        let done = jobs::run_due(&self.backend).await.expect("jobs run");
        let left = jobs::waiting(&self.backend.system()).await.expect("jobs are counted");
        assert_eq!(left, 0, "no job may be left undone");
        done
    }

    /// The codes of the journal, oldest first.
    pub async fn journal(&self) -> Vec<String> {
        use sea_orm::{EntityTrait, QueryOrder};

        use crate::entities::event;
        let rows =
            event::Entity::find().order_by_asc(event::Column::Id).all(self.backend.db().reader()).await;
        rows.expect("the journal is read").into_iter().map(|row| row.kind).collect()
    }

    /// Ends the test: no job may be left in the queue.
    pub async fn finish(self) {
        let left = jobs::waiting(&self.backend.system()).await.expect("jobs are counted");
        assert_eq!(left, 0, "the test leaves jobs in the queue");
        self.leave().await;
    }
}
