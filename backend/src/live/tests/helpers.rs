//! A client of a room: what an editor in a browser is, without the browser.

use std::time::Duration;

use bytes::Bytes;
use domain::{
    Version,
    charter::{FramingForm, VersionForm},
    contributions::ContributionForm,
    ids::{ContributionId, UserId},
    policy::ContributionAction,
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use yrs::{
    Doc, GetString, OffsetKind, Options, ReadTxn, StateVector, Text, TextRef, Transact, Update,
    sync::{Message, SyncMessage},
    updates::{decoder::Decode, encoder::Encode},
};

use crate::{
    Backend, Cx, Result, charter, contributions,
    entities::session,
    live::{Closing, Said, Seat, Subject, may_join, take_seat},
    testing::{Cast, TestBackend},
};

pub const BODY: &str =
    "Le pont est étroit. 🚲\n\nLa gare est loin.\n\n## Article 1. Objet\n\nAller au travail.";

/// A text of a group, and its room.
pub async fn room() -> (TestBackend, Cast, ContributionId) {
    let (test, cast) = TestBackend::with_cast().await;
    test.backend.rooms().linger_for(Duration::from_millis(40));
    let member = test.as_user(cast.member.id).await;
    let id = contributions::create(&member, "mobilites", &form(BODY)).await.expect("begun");
    (test, cast, id)
}

/// A room of one kind, and who does what there.
pub struct Scene {
    pub test: TestBackend,
    pub cast: Cast,
    pub subject: Subject,
    /// The version that says [`BODY`].
    pub first: Version,
    /// Who writes.
    pub one: UserId,
    pub other: UserId,
    pub third: UserId,
    /// Who only reads.
    pub reader: UserId,
}

/// Plays the same in a room of each kind.
pub async fn in_each(play: impl AsyncFn(Scene)) {
    play(of_a_group().await).await;
    play(of_the_charter().await).await;
}

pub async fn of_a_group() -> Scene {
    let (test, cast, id) = room().await;
    Scene {
        subject: id.into(),
        first: Version(1),
        one: cast.member.id,
        other: cast.facilitator.id,
        third: cast.reviewer.id,
        reader: cast.observer.id,
        test,
        cast,
    }
}

pub async fn of_the_charter() -> Scene {
    let (test, cast) = TestBackend::with_cast().await;
    test.backend.rooms().linger_for(Duration::from_millis(40));
    let chair = test.as_user(cast.chair.id).await;
    let named = FramingForm { kind: "charter".into(), title: "Charte".into(), ..FramingForm::default() };
    let (slug, number) = charter::add(&chair, &named).await.expect("added");
    charter::save(&chair, &slug, number, Version(1), &words(BODY)).await.expect("saved");
    let id = charter::written_at(&chair, &slug, number).await.expect("found");
    Scene {
        subject: id.into(),
        first: Version(2),
        one: cast.chair.id,
        other: cast.administrator.id,
        // Staff, who observes a group besides.
        third: cast.observer.id,
        reader: cast.member.id,
        test,
        cast,
    }
}

/// What became of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Version(Version),
    Merged(Version),
    Unchanged,
    Met,
}

impl Scene {
    pub async fn comes(&self, person: UserId) -> Client {
        let mut client = Client::come(&self.test, person, self.subject).await;
        client.sync().await;
        client
    }

    /// The current version, and what it says.
    pub async fn saved(&self) -> (Version, String) {
        let cx = self.test.as_user(self.one).await;
        match self.subject {
            Subject::Contribution(id) => {
                let head = contributions::head(&cx, id, ContributionAction::Read).await.expect("read");
                let body = contributions::edit_view(&cx, id).await.expect("read").saved.body;
                (head.version, body)
            }
            Subject::Framing(_) => {
                let view = charter::edit_view(&cx, "charte", 1).await.expect("read");
                (view.version.version, view.saved.body)
            }
        }
    }

    /// Somebody saves a form in which they typed, or the shared text.
    pub async fn saves(&self, person: UserId, base: Version, body: &str) -> Outcome {
        let cx = self.test.as_user(person).await;
        match self.subject {
            Subject::Contribution(id) => told(contributions::save(&cx, id, base, &form(body)).await),
            Subject::Framing(_) => decided(charter::save(&cx, "charte", 1, base, &words(body)).await),
        }
    }

    pub async fn saves_together(&self, person: UserId, base: Version) -> Outcome {
        let cx = self.test.as_user(person).await;
        let seen = "Ce que son auteur a vu";
        match self.subject {
            Subject::Contribution(id) => told(contributions::save_together(&cx, id, base, &form(seen)).await),
            Subject::Framing(_) => {
                decided(charter::save_together(&cx, "charte", 1, base, &words(seen)).await)
            }
        }
    }

    /// Takes the step after which it is written no more.
    pub async fn ends(&self) {
        let Cast { member, reviewer, facilitator, chair, .. } = self.cast;
        let [member, reviewer, facilitator, chair] = [
            self.test.as_user(member.id).await,
            self.test.as_user(reviewer.id).await,
            self.test.as_user(facilitator.id).await,
            self.test.as_user(chair.id).await,
        ];
        match self.subject {
            Subject::Contribution(id) => {
                contributions::submit(&member, id).await.expect("sent");
                let version = self.saved().await.0;
                let approval =
                    domain::contributions::ReviewForm { verdict: "approve".into(), ..Default::default() };
                contributions::review(&reviewer, id, version, &approval).await.expect("approved");
                contributions::propose(&facilitator, id).await.expect("proposed");
            }
            Subject::Framing(_) => {
                let until = chair.today().to_string();
                let days = domain::charter::Amendable { from: String::new(), until };
                let version = self.saved().await.0;
                charter::open_amendments(&chair, "charte", 1, version, &days).await.expect("opened");
            }
        }
    }

    /// Has it written again.
    pub async fn begins_again(&self) {
        let chair = self.test.as_user(self.cast.chair.id).await;
        match self.subject {
            Subject::Contribution(id) => {
                contributions::send_back(&chair, id, "Préciser.").await.expect("sent back");
            }
            Subject::Framing(_) => {
                let version = charter::version(&chair, "charte", 1).await.expect("read").version.version;
                charter::resume(&chair, "charte", 1, version).await.expect("taken up");
            }
        }
    }
}

fn told(saved: Result<contributions::Saved>) -> Outcome {
    match saved.expect("answered") {
        contributions::Saved::Version(version) => Outcome::Version(version),
        contributions::Saved::Merged { version, .. } => Outcome::Merged(version),
        contributions::Saved::Unchanged(_) => Outcome::Unchanged,
        contributions::Saved::Conflicting(_) => Outcome::Met,
    }
}

fn decided(saved: Result<charter::Saved>) -> Outcome {
    match saved {
        Ok(charter::Saved::Version(version)) => Outcome::Version(version),
        Ok(charter::Saved::Merged(version)) => Outcome::Merged(version),
        Ok(charter::Saved::Unchanged(_)) => Outcome::Unchanged,
        Err(error) => {
            assert_eq!(error.refusal(), Some(&domain::Refusal::Conflict));
            Outcome::Met
        }
    }
}

pub fn words(body: &str) -> VersionForm {
    VersionForm { body: body.into(), ..VersionForm::default() }
}

pub fn form(body: &str) -> ContributionForm {
    ContributionForm {
        title: "Rejoindre la gare".into(),
        kind: "note".into(),
        summary: String::new(),
        body: body.into(),
        reason: String::new(),
    }
}

/// Somebody in a room.
pub struct Client {
    pub doc: Doc,
    pub text: TextRef,
    pub seat: Seat,
    /// What came back of what was sent.
    pub receipts: Vec<Vec<u8>>,
    pub present: Vec<String>,
}

pub async fn sign_in(test: &TestBackend, person: UserId) -> String {
    let key = format!("session-{}-{}", person, test.backend.token());
    let row = session::ActiveModel {
        id: Set(key.clone()),
        user_id: Set(Some(person)),
        data: Set("{}".into()),
        device: Set(String::new()),
        created_at: Set(test.backend.now()),
        last_seen_at: Set(test.backend.now()),
        expires_at: Set(test.backend.now() + chrono::TimeDelta::days(2)),
        ..Default::default()
    };
    session::Entity::insert(row).exec_without_returning(test.backend.db().writer()).await.expect("signed in");
    key
}

impl Client {
    pub async fn come(test: &TestBackend, person: UserId, subject: impl Into<Subject>) -> Client {
        let session = sign_in(test, person).await;
        Client::come_with(test, person, subject, &session, new_doc()).await
    }

    pub async fn come_with(
        test: &TestBackend,
        person: UserId,
        subject: impl Into<Subject>,
        session: &str,
        doc: Doc,
    ) -> Client {
        Client::sit(&test.as_user(person).await, subject.into(), session, doc).await
    }

    /// Comes to another node.
    pub async fn come_to(
        node: &Backend,
        test: &TestBackend,
        person: UserId,
        subject: impl Into<Subject>,
    ) -> Client {
        let session = sign_in(test, person).await;
        let cx = test.as_user(person).await;
        Client::sit(&node.cx(cx.actor.clone(), cx.language), subject.into(), &session, new_doc()).await
    }

    async fn sit(cx: &Cx, subject: Subject, session: &str, doc: Doc) -> Client {
        may_join(cx, subject).await.expect("may join");
        let seat = take_seat(cx, session, subject).expect("a person").expect("a seat");
        let text = doc.get_or_insert_text("text");
        Client { doc, text, seat, receipts: Vec::new(), present: Vec::new() }
    }

    /// Asks for what it has not.
    pub async fn ask(&mut self) {
        let vector = self.doc.transact().state_vector();
        self.say(Message::Sync(SyncMessage::SyncStep1(vector))).await;
    }

    /// Waits until all that was asked for has come.
    pub async fn sync(&mut self) {
        self.ask().await;
        while self.next().await.expect("still there") != Some(1) {}
    }

    pub async fn say(&mut self, message: Message) {
        self.seat.say(message.encode_v1().into()).await.expect("said");
    }

    /// Types, and gives what was sent.
    pub async fn type_at(&mut self, at: u32, words: &str) -> Vec<u8> {
        let update = self.edit(|text, txn| text.insert(txn, at, words));
        self.send(&update).await;
        update
    }

    pub fn edit(&mut self, change: impl FnOnce(&TextRef, &mut yrs::TransactionMut<'_>)) -> Vec<u8> {
        let mut txn = self.doc.transact_mut();
        change(&self.text, &mut txn);
        txn.encode_update_v1()
    }

    pub async fn send(&mut self, update: &[u8]) {
        self.say(Message::Sync(SyncMessage::Update(update.to_vec()))).await;
    }

    /// Types, and waits for the receipt.
    pub async fn type_and_wait(&mut self, at: u32, words: &str) {
        let update = self.type_at(at, words).await;
        while !self.receipts.contains(&update) {
            self.next().await.expect("still there");
        }
    }

    /// Takes the next message; gives the kind of sync it is.
    pub async fn next(&mut self) -> Result<Option<u8>, Closing> {
        let said = tokio::time::timeout(Duration::from_secs(20), self.seat.next()).await.expect("in time");
        match said {
            Said::Close(closing) => Err(closing),
            Said::Message(frame) => Ok(self.take(&frame)),
        }
    }

    /// Why it had to leave.
    pub async fn closing(&mut self) -> Closing {
        loop {
            if let Err(closing) = self.next().await {
                return closing;
            }
        }
    }

    fn take(&mut self, frame: &Bytes) -> Option<u8> {
        match Message::decode_v1(frame).expect("of the protocol") {
            Message::Sync(SyncMessage::SyncStep1(_)) => Some(0),
            Message::Sync(SyncMessage::SyncStep2(update)) => {
                self.apply(&update);
                Some(1)
            }
            Message::Sync(SyncMessage::Update(update)) => {
                self.apply(&update);
                self.receipts.push(update);
                Some(2)
            }
            Message::Awareness(update) => {
                self.present.extend(update.clients.values().map(|state| state.json.to_string()));
                None
            }
            _ => None,
        }
    }

    fn apply(&self, update: &[u8]) {
        let update = Update::decode_v1(update).expect("an update");
        self.doc.transact_mut().apply_update(update).expect("applied");
    }

    pub fn body(&self) -> String {
        self.text.get_string(&self.doc.transact())
    }

    pub fn state(&self) -> Vec<u8> {
        self.doc.transact().encode_state_as_update_v1(&StateVector::default())
    }
}

pub fn new_doc() -> Doc {
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() })
}

/// What is stored, read anew.
pub async fn stored(test: &TestBackend, subject: impl Into<Subject>) -> crate::live::store::Stored {
    crate::live::load(test.backend.db().reader(), subject).await.expect("read").expect("there")
}

/// Waits until the room is closed.
pub async fn closed(test: &TestBackend, subject: impl Into<Subject>) {
    let subject = subject.into();
    for _ in 0..500 {
        if !test.backend.rooms().is_open(subject) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the room is still open");
}
