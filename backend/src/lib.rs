//! What happens: the use cases of Préau over its database, mail and files.
//!
//! [`Backend`] holds what lives as long as the program; [`Cx`] is one request or one job. Every use case takes `&Cx`
//! first, decides before its first write, and writes a change, its event and its jobs in one transaction. Entities
//! never leave this crate: use cases give view structs. No sentence for a person exists here.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Actor, Language,
    delegations::{self as delegated, Delegated},
    ids::ApiTokenId,
    policy,
    refusal::Transition,
};

pub mod clock;
pub mod db;
mod entities;
pub mod error;
pub mod events;
pub mod figures;
pub mod files;
mod fold;
pub mod jobs;
pub mod journal;
mod kept;
pub mod mail;
mod outcome;
pub mod page;
pub mod sessions;

pub mod accounts;
pub mod api;
pub mod backups;
pub mod behalf;
pub mod charter;
pub mod contributions;
pub mod council;
pub mod declarations;
pub mod delegations;
pub mod demonstration;
pub mod discussions;
pub mod feed;
pub mod groups;
pub mod handovers;
pub mod home;
pub mod library;
pub mod live;
pub mod moderation;
pub mod open_archive;
pub mod people;
pub mod personal_data;
pub mod polls;
pub mod portraits;
pub mod printing;
pub mod publications;
pub mod reminders;
pub mod search;
pub mod webhooks;

pub mod glossary;
pub mod toolbox;
pub mod tutorials;
pub mod welcome;

#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use error::{Error, Found, Result};
pub use outcome::Outcome;
pub use page::{Page, PageNumber};

use accounts::providers::Providers;
use clock::{Clock, Entropy};
use db::Db;
use files::FileStore;

/// What lives as long as the program. Cheap to clone.
#[derive(Clone)]
pub struct Backend(Arc<Parts>);

struct Parts {
    db: Db,
    files: FileStore,
    mail: mail::Post,
    providers: Providers,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    council: kept::Kept<council::Council>,
    glossary: kept::Kept<glossary::Glossary>,
    help: kept::Kept<tutorials::HelpTable>,
    declared: kept::Kept<declarations::Running>,
    delegated: kept::Kept<delegations::Running>,
    acted: kept::Kept<bool>,
    hashing: accounts::Hashing,
    jobs_waiting: tokio::sync::Notify,
    files_to_read: tokio::sync::Notify,
    texts_to_print: tokio::sync::Notify,
    changed: tokio::sync::Notify,
    rooms: live::Rooms,
    asked_for_names: contributions::comments::Asking,
    /// How far messages to other programs go, and where this site is reached.
    webhooks: webhooks::Surroundings,
    /// The program is asked to stop: nothing new is begun.
    stopping: tokio::sync::watch::Sender<bool>,
}

impl std::fmt::Debug for Backend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Backend").field("db", &self.0.db).finish_non_exhaustive()
    }
}

impl Backend {
    /// Assembles the parts.
    pub fn new(
        db: Db,
        files: FileStore,
        mail: mail::Post,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Backend {
        Backend::assembled(db, files, mail, Providers::default(), clock, entropy)
    }

    fn assembled(
        db: Db,
        files: FileStore,
        mail: mail::Post,
        providers: Providers,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Backend {
        Backend(Arc::new(Parts {
            db,
            files,
            mail,
            providers,
            clock,
            entropy,
            council: kept::Kept::default(),
            glossary: kept::Kept::default(),
            help: kept::Kept::default(),
            declared: kept::Kept::default(),
            delegated: kept::Kept::default(),
            acted: kept::Kept::default(),
            hashing: accounts::Hashing::default(),
            jobs_waiting: tokio::sync::Notify::new(),
            files_to_read: tokio::sync::Notify::new(),
            texts_to_print: tokio::sync::Notify::new(),
            changed: tokio::sync::Notify::new(),
            rooms: live::Rooms::default(),
            asked_for_names: contributions::comments::Asking::default(),
            webhooks: webhooks::Surroundings::default(),
            stopping: tokio::sync::watch::Sender::new(false),
        }))
    }

    /// The same installation with another file store.
    #[must_use]
    pub fn with_files(&self, files: FileStore) -> Backend {
        let Parts { db, mail, providers, clock, entropy, .. } = &*self.0;
        let (db, mail, providers) = (db.clone(), mail.clone(), providers.clone());
        Backend::assembled(db, files, mail, providers, clock.clone(), entropy.clone())
    }

    /// The same installation with these sign-in services.
    #[must_use]
    pub fn with_providers(&self, providers: Providers) -> Backend {
        let Parts { db, files, mail, clock, entropy, .. } = &*self.0;
        let (db, files, mail) = (db.clone(), files.clone(), mail.clone());
        Backend::assembled(db, files, mail, providers, clock.clone(), entropy.clone())
    }

    /// The sign-in services that people may sign in with.
    pub fn providers(&self) -> &Providers {
        &self.0.providers
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The file store.
    pub fn files(&self) -> &FileStore {
        &self.0.files
    }

    /// Wakes whoever reads what is inside files.
    pub fn files_to_read(&self) -> &tokio::sync::Notify {
        &self.0.files_to_read
    }

    /// Wakes whoever makes documents of texts.
    pub fn texts_to_print(&self) -> &tokio::sync::Notify {
        &self.0.texts_to_print
    }

    /// The rooms in which texts are being written.
    pub(crate) fn rooms(&self) -> &live::Rooms {
        &self.0.rooms
    }

    /// How often names are asked for.
    pub(crate) fn asked_for_names(&self) -> &contributions::comments::Asking {
        &self.0.asked_for_names
    }

    /// The texts being written together on this node, and the connections to them.
    pub fn live_rooms(&self) -> (usize, usize) {
        self.0.rooms.figures()
    }

    /// Begins nothing new: whoever does the jobs stops after the one in hand, and every room says to come back, keeps
    /// what was typed, and closes.
    pub fn stop(&self) {
        self.0.stopping.send_replace(true);
        self.0.rooms.stop();
    }

    /// Whether it was asked to stop.
    pub fn is_stopping(&self) -> bool {
        *self.0.stopping.borrow()
    }

    /// Waits until it is asked to stop.
    pub async fn stopping(&self) {
        let mut stopping = self.0.stopping.subscribe();
        // Without anybody to ask, it never is.
        if stopping.wait_for(|stopping| *stopping).await.is_err() {
            std::future::pending::<()>().await;
        }
    }

    /// What is around messages to other programs.
    pub fn webhooks(&self) -> &webhooks::Surroundings {
        &self.0.webhooks
    }

    /// Where mails go.
    pub fn mail(&self) -> &mail::Post {
        &self.0.mail
    }

    /// The present moment.
    pub fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    /// Random bytes.
    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.entropy.fill(&mut bytes);
        bytes
    }

    /// A token of 256 random bits.
    pub fn token(&self) -> String {
        clock::token(&self.0.entropy)
    }

    /// A context for `actor` at this moment.
    pub fn cx(&self, actor: Actor, language: Language) -> Cx {
        Cx {
            backend: self.clone(),
            actor,
            language,
            now: self.now(),
            together: None,
            origin: None,
            in_place_of: Arc::default(),
            token: None,
            acting: None,
            stale: None,
            answering: None,
            job: None,
            leaves_jobs: Arc::default(),
        }
    }

    /// A context for the program itself: jobs, commands.
    pub fn system(&self) -> Cx {
        self.cx(Actor::System, Language::default())
    }
}

/// One request, or one job: who asks, in which language, when.
#[derive(Clone, Debug)]
pub struct Cx {
    /// The long-lived parts.
    pub backend: Backend,
    /// Who is asking.
    pub actor: Actor,
    /// The language they read.
    pub language: Language,
    /// When they asked; the same all along.
    pub now: DateTime<Utc>,
    /// The connection kept to read with.
    together: Option<db::Reader>,
    /// From which part of the network they ask, for the journal.
    origin: Option<Arc<str>>,
    /// The delegation that something allowed here took, if any: the journal says so.
    in_place_of: Arc<OnceLock<Delegated>>,
    /// By which token a program asks in their name, for the journal.
    token: Option<ApiTokenId>,
    /// On behalf of whom the actor's session acts, by whose hand: the journal tells it, and what is one's own is refused.
    acting: Option<Arc<behalf::Acting>>,
    /// Why a form that was filled in on behalf of somebody else than now changes nothing.
    stale: Option<Transition>,
    /// The key under which a program asks: what it asks is done once.
    answering: Option<Arc<api::Taken>>,
    /// The job that is being done.
    job: Option<Arc<jobs::InHand>>,
    /// Whether a job was left: those who do them are then woken by the commit.
    leaves_jobs: Arc<AtomicBool>,
}

impl Cx {
    /// The day it is for the council.
    pub fn today(&self) -> NaiveDate {
        clock::day(self.now)
    }

    /// Notes where the request comes from: the journal keeps the part of the network, never the whole address.
    pub fn comes_from(&mut self, address: &str) {
        self.origin = domain::journal::shortened(address).map(Arc::from);
    }

    /// Notes that a program asks by a token, in the name of the actor: the journal tells what is done so.
    pub fn comes_by(&mut self, token: ApiTokenId) {
        self.token = Some(token);
    }

    /// For reading.
    pub fn reader(&self) -> &db::Reader {
        self.together.as_ref().unwrap_or(self.backend.db().reader())
    }

    /// The same, reading through one connection until it is dropped: for the many queries of a page, which then show
    /// one moment. See [`Db::reading_together`].
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn reading_together(&self) -> Result<Cx> {
        Ok(Cx { together: Some(self.backend.db().reading_together().await?), ..self.clone() })
    }

    /// Whether the actor may.
    pub fn may(&self, permission: policy::Permission<'_>) -> bool {
        !self.is_withheld(permission) && policy::decide(&self.actor, permission).is_allowed()
    }

    /// Refuses unless the actor may.
    ///
    /// # Errors
    /// `Forbidden` or `NotFound`, as the policy says; `SignInRequired` for a visitor who could know of the thing.
    pub fn require(&self, permission: policy::Permission<'_>) -> Result<()> {
        if self.is_withheld(permission) {
            self.require_oneself(domain::refusal::Forbidden::OnBehalf)?;
        }
        match policy::decide(&self.actor, permission).into_result() {
            Err(domain::Refusal::Forbidden(_)) if self.actor == Actor::Visitor => {
                Err(domain::Refusal::SignInRequired.into())
            }
            other => {
                other?;
                self.note_delegation(permission);
                Ok(())
            }
        }
    }

    /// Notes the delegation that this took, if it took one.
    fn note_delegation(&self, permission: policy::Permission<'_>) {
        if let Some(delegated) = delegated::needed(&self.actor, permission) {
            // The first one that was needed: a request does one thing.
            let _ = self.in_place_of.set(delegated);
        }
    }

    /// The signed-in person.
    ///
    /// # Errors
    /// `SignInRequired`.
    pub fn person(&self) -> Result<&domain::Person> {
        self.actor.person().ok_or(Error::Refused(domain::Refusal::SignInRequired))
    }

    /// Opens a transaction for a change.
    ///
    /// # Errors
    /// The database cannot be reached; `Transition` for a form filled in on behalf of somebody else than now.
    pub async fn begin(&self) -> Result<db::Transaction> {
        if let Some(why) = self.stale {
            return Err(domain::Refusal::Transition(why).into());
        }
        self.backend.db().begin().await
    }

    /// Commits a change, and wakes whoever keeps the search and does the jobs it left.
    ///
    /// # Errors
    /// The database refused it; `Conflict` if another request took the key of this one meanwhile. Nothing was written.
    pub async fn commit(&self, tx: db::Transaction) -> Result<()> {
        if let Some(taken) = &self.answering {
            taken.note_done(&tx).await?;
        }
        tx.commit().await?;
        let parts = &self.backend.0;
        parts.changed.notify_one();
        if self.leaves_jobs.load(Ordering::Relaxed) {
            parts.jobs_waiting.notify_one();
        }
        Ok(())
    }
}
