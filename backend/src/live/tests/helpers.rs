//! A client of a room: what an editor in a browser is, without the browser.

use std::time::Duration;

use bytes::Bytes;
use domain::{
    contributions::ContributionForm,
    ids::{ContributionId, UserId},
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use yrs::{
    Doc, GetString, OffsetKind, Options, ReadTxn, StateVector, Text, TextRef, Transact, Update,
    sync::{Message, SyncMessage},
    updates::{decoder::Decode, encoder::Encode},
};

use crate::{
    Backend, Cx, contributions,
    entities::session,
    live::{Closing, Said, Seat, may_join, take_seat},
    testing::{Cast, TestBackend},
};

pub const BODY: &str = "Le pont est étroit. 🚲\n\nLa gare est loin.";

pub async fn room() -> (TestBackend, Cast, ContributionId) {
    let (test, cast) = TestBackend::with_cast().await;
    test.backend.rooms().linger_for(Duration::from_millis(40));
    let member = test.as_user(cast.member.id).await;
    let id = contributions::create(&member, "mobilites", &form(BODY)).await.expect("begun");
    (test, cast, id)
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
    pub async fn come(test: &TestBackend, person: UserId, id: ContributionId) -> Client {
        let session = sign_in(test, person).await;
        Client::come_with(test, person, id, &session, new_doc()).await
    }

    pub async fn come_with(
        test: &TestBackend,
        person: UserId,
        id: ContributionId,
        session: &str,
        doc: Doc,
    ) -> Client {
        Client::sit(&test.as_user(person).await, id, session, doc).await
    }

    /// Comes to another node.
    pub async fn come_to(node: &Backend, test: &TestBackend, person: UserId, id: ContributionId) -> Client {
        let session = sign_in(test, person).await;
        let cx = test.as_user(person).await;
        Client::sit(&node.cx(cx.actor.clone(), cx.language), id, &session, new_doc()).await
    }

    async fn sit(cx: &Cx, id: ContributionId, session: &str, doc: Doc) -> Client {
        may_join(cx, id).await.expect("may join");
        let seat = take_seat(cx, session, id).expect("a person").expect("a seat");
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
pub async fn stored(test: &TestBackend, id: ContributionId) -> crate::live::Stored {
    crate::live::load(test.backend.db().reader(), id).await.expect("read").expect("there")
}

/// Waits until the room is closed.
pub async fn closed(test: &TestBackend, id: ContributionId) {
    for _ in 0..500 {
        if !test.backend.rooms().is_open(id) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the room is still open");
}
