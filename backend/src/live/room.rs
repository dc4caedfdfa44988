//! A room: one task that takes what everybody says, checks who may, stores it, and gives it to all.
//!
//! What comes while it stores is taken together next: one check, one commit and one message for all of it. So the more
//! they are, the less each costs.

mod storing;

use std::{collections::HashMap, time::Duration};

use bytes::Bytes;
use domain::ids::UserId;
use tokio::{
    sync::mpsc::{self, error::TrySendError},
    time::{Instant, MissedTickBehavior},
};

use super::{
    Closing, Subject, listen, moments,
    presence::{Change, Presence, SeatId},
    rights::{self, Part},
    rooms::{Input, Newcomer, Said},
    store::Stored,
    text::Applied,
    wire,
};
use crate::{Backend, Error, Result};

/// Messages taken together.
const TOGETHER: usize = 256;
/// How often those who say nothing are asked whether they still may.
const ASK: Duration = Duration::from_secs(2);
/// The same, when nobody says anything.
const TICK: Duration = Duration::from_secs(10);
/// Connections in a room.
const SEATS_MAX: usize = 250;
/// Connections of one person in a room.
const SEATS_OF_ONE: usize = 12;

/// Somebody in the room.
struct Occupant {
    session: String,
    person: UserId,
    name: String,
    /// Unknown until it is asked.
    part: Option<Part>,
    out: mpsc::Sender<Said>,
}

struct Room {
    backend: Backend,
    subject: Subject,
    stored: Stored,
    /// Bytes of the state and of what was typed since.
    size: usize,
    seats: HashMap<SeatId, Occupant>,
    presence: Presence,
    asked: Instant,
    /// What is in memory may differ from what is stored.
    stale: bool,
}

/// Something typed, taken into the document and not stored yet.
struct Taken {
    seat: SeatId,
    bytes: Vec<u8>,
    applied: Applied,
}

/// Runs a room until nobody is in it.
pub(super) async fn run(backend: Backend, subject: Subject, mut inbox: mpsc::UnboundedReceiver<Input>) {
    let mut room = match open(&backend, subject).await {
        Ok(room) => room,
        Err(error) => {
            tracing::error!(%error, %subject, "a room cannot be opened");
            return refuse_all(&backend, subject, inbox);
        }
    };
    let mut tick = tokio::time::interval(TICK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut empty_since = Instant::now();
    loop {
        let linger = backend.rooms().linger();
        tokio::select! {
            input = inbox.recv() => {
                let Some(first) = input else { return };
                let mut inputs = vec![first];
                while inputs.len() < TOGETHER && let Ok(input) = inbox.try_recv() {
                    inputs.push(input);
                }
                room.take(inputs).await;
                empty_since = Instant::now();
            }
            _ = tick.tick() => room.tick().await,
            () = tokio::time::sleep_until(empty_since + linger), if room.seats.is_empty() => {
                room.leave().await;
                if backend.rooms().close(subject, &inbox) {
                    return;
                }
                empty_since = Instant::now();
            }
        }
    }
}

/// Nobody comes into a room that cannot be opened.
fn refuse_all(backend: &Backend, subject: Subject, mut inbox: mpsc::UnboundedReceiver<Input>) {
    loop {
        while let Ok(input) = inbox.try_recv() {
            if let Input::Join(newcomer) = input {
                let _ = newcomer.out.try_send(Said::Close(Closing::Broken));
            }
        }
        if backend.rooms().close(subject, &inbox) {
            return;
        }
    }
}

async fn open(backend: &Backend, subject: Subject) -> Result<Room> {
    let stored = moments::begin(&backend.system(), subject).await?;
    let size = stored.doc.state().len();
    Ok(Room {
        backend: backend.clone(),
        subject,
        stored,
        size,
        seats: HashMap::new(),
        presence: Presence::default(),
        asked: Instant::now(),
        stale: false,
    })
}

impl Room {
    async fn take(&mut self, inputs: Vec<Input>) {
        let (mut said, mut left, mut look, mut stop) = (Vec::new(), Vec::new(), false, false);
        if self.stale
            && let Err(error) = self.start_again().await
        {
            self.broken(&error).await;
        }
        let mut came = Vec::new();
        for input in inputs {
            match input {
                Input::Join(newcomer) => {
                    if self.stale {
                        let _ = newcomer.out.try_send(Said::Close(Closing::Broken));
                        continue;
                    }
                    came.push(newcomer.seat);
                    self.sit(*newcomer);
                }
                Input::Said { seat, frame, .. } => said.push((seat, frame)),
                Input::Leave(seat) => left.push(seat),
                Input::Look => look = true,
                Input::Stop => stop = true,
                Input::Elsewhere(states) => {
                    let changes = self.presence.hear(states);
                    self.show(&changes);
                }
            }
        }
        let mut asked: Vec<SeatId> = said.iter().map(|(seat, _)| *seat).collect();
        asked.extend(&came);
        if look || self.asked.elapsed() > ASK {
            self.asked = Instant::now();
            asked = self.seats.keys().copied().collect();
        }
        if let Err(error) = self.ask(asked).await {
            self.broken(&error).await;
        }
        if look && let Err(error) = self.catch_up().await {
            self.broken(&error).await;
        }
        for seat in came {
            self.greet(seat);
        }
        if let Err(error) = self.hear(said).await {
            self.broken(&error).await;
        }
        for seat in left {
            self.rise(seat, None).await;
        }
        if stop {
            // What was said before is stored and told: they come back to this very text.
            let everybody: Vec<SeatId> = self.seats.keys().copied().collect();
            for seat in everybody {
                self.rise(seat, Some(Closing::Restarting)).await;
            }
        }
    }

    /// Gives a seat, if there is one left.
    fn sit(&mut self, newcomer: Newcomer) {
        let Newcomer { seat, session, person, name, out } = newcomer;
        let theirs = self.seats.values().filter(|occupant| occupant.person == person).count();
        if self.seats.len() >= SEATS_MAX || theirs >= SEATS_OF_ONE {
            let _ = out.try_send(Said::Close(Closing::TooFast));
            return;
        }
        // What they may do is asked at once.
        self.seats.insert(seat, Occupant { session, person, name, part: None, out });
    }

    /// Asks whoever comes for what this room has not, and tells them who is there.
    fn greet(&mut self, seat: SeatId) {
        let Some(occupant) = self.seats.get(&seat) else { return };
        if occupant.part == Some(Part::Writes) {
            self.send(seat, wire::has(&self.stored.doc.vector()));
        }
        let everybody = self.presence.everybody();
        if !everybody.is_empty() {
            self.send(seat, frame_of(&everybody));
        }
    }

    /// Asks what these may do now; those who may not be here leave.
    async fn ask(&mut self, seats: Vec<SeatId>) -> Result<()> {
        let mut sessions: Vec<String> =
            seats.iter().filter_map(|seat| Some(self.seats.get(seat)?.session.clone())).collect();
        sessions.sort_unstable();
        sessions.dedup();
        if sessions.is_empty() {
            return Ok(());
        }
        let parts = rights::parts(&self.backend, self.subject, &sessions).await?;
        for seat in seats {
            let Some(occupant) = self.seats.get_mut(&seat) else { continue };
            match parts.get(&occupant.session) {
                // An editor that may only read now must know.
                Some(Ok(Part::Reads)) if occupant.part == Some(Part::Writes) => {
                    self.rise(seat, Some(Closing::Withdrawn)).await;
                }
                Some(Ok(part)) => occupant.part = Some(*part),
                Some(Err(closing)) => self.rise(seat, Some(*closing)).await,
                None => {}
            }
        }
        Ok(())
    }

    /// Takes, stores and gives to all what was said.
    async fn hear(&mut self, said: Vec<(SeatId, Bytes)>) -> Result<()> {
        let (mut taken, mut asked, mut present) = (Vec::new(), Vec::new(), Vec::new());
        for (seat, frame) in said {
            let Some(occupant) = self.seats.get(&seat) else { continue };
            let messages = match wire::read(&frame) {
                Ok(messages) => messages,
                Err(closing) => {
                    self.rise(seat, Some(closing)).await;
                    continue;
                }
            };
            let part = occupant.part;
            for message in messages {
                match message {
                    wire::Said::Has(vector) => asked.push((seat, vector)),
                    // Who only reads is not heard.
                    wire::Said::Typed(_) if part != Some(Part::Writes) => {}
                    wire::Said::Typed(bytes) => self.try_take(seat, bytes, &mut taken).await?,
                    wire::Said::Present(states) => {
                        let Some(occupant) = self.seats.get(&seat) else { break };
                        let person = (occupant.person, occupant.name.as_str());
                        present.extend(self.presence.say(seat, person, states));
                    }
                    wire::Said::WhoIsThere => {
                        let everybody = self.presence.everybody();
                        self.send(seat, frame_of(&everybody));
                    }
                }
            }
        }
        let whole = self.store(&taken).await?;
        self.relay(&taken, whole);
        for (seat, vector) in asked {
            match self.stored.doc.since(&vector) {
                Ok(rest) => self.send(seat, wire::rest(&rest)),
                Err(closing) => self.rise(seat, Some(closing)).await,
            }
        }
        if !present.is_empty() {
            self.show(&present);
            listen::tell(&self.backend, self.subject, &present).await?;
        }
        self.fold_if_long().await
    }

    /// Gives to all what was stored; each gets its own words back as it sent them, which says that they are kept.
    /// `whole` is all that was new, put together.
    fn relay(&mut self, taken: &[Taken], whole: Option<Vec<u8>>) {
        let alone = taken.iter().filter(|one| one.applied == Applied::New).count() == 1;
        for one in taken {
            if !alone || one.applied == Applied::Known {
                self.send(one.seat, wire::typed(&one.bytes));
            }
        }
        if let Some(whole) = whole {
            self.send_all(&wire::typed(&whole));
        }
    }

    /// What is done when nothing is said.
    async fn tick(&mut self) {
        let gone = self.presence.forget();
        self.show(&gone);
        self.asked = Instant::now();
        let everybody = self.seats.keys().copied().collect();
        if let Err(error) = self.ask(everybody).await {
            self.broken(&error).await;
        }
    }

    /// What is done when nobody is left: what was typed becomes a version.
    async fn leave(&mut self) {
        let mut done = moments::keep(&self.backend.system(), self.subject).await.map(|_| ());
        if done.is_ok() && self.stored.unfolded > 0 {
            done = self.fold().await;
        }
        if let Err(error) = done {
            tracing::error!(%error, subject = %self.subject, "a room is left as it is");
        }
    }

    /// Somebody leaves, for a reason or of their own.
    async fn rise(&mut self, seat: SeatId, closing: Option<Closing>) {
        let Some(occupant) = self.seats.remove(&seat) else { return };
        if let Some(closing) = closing {
            // If nothing more can be said, the end of the channel says it.
            let _ = occupant.out.try_send(Said::Close(closing));
        }
        let gone = self.presence.leave(seat);
        self.show(&gone);
        if let Err(error) = listen::tell(&self.backend, self.subject, &gone).await {
            tracing::warn!(%error, "the other nodes are not told who left");
        }
    }

    /// Everybody comes again: what they typed and nobody acknowledged, they still have. Whoever may not be here any more
    /// hears that instead: a step may have ended the text between the question and the reading.
    async fn broken(&mut self, error: &Error) {
        let everybody = self.seats.keys().copied().collect();
        if self.ask(everybody).await.is_ok() && self.seats.is_empty() {
            tracing::debug!(%error, subject = %self.subject, "nobody may stay in a room");
        } else {
            tracing::error!(%error, subject = %self.subject, "a room starts again");
        }
        self.stale = true;
        for (seat, occupant) in self.seats.drain() {
            let _ = occupant.out.try_send(Said::Close(Closing::Broken));
            self.presence.leave(seat);
        }
    }

    fn show(&mut self, changes: &[Change]) {
        if !changes.is_empty() {
            self.send_all(&frame_of(changes));
        }
    }

    fn send_all(&mut self, message: &Bytes) {
        let seats: Vec<SeatId> = self.seats.keys().copied().collect();
        for seat in seats {
            self.send(seat, message.clone());
        }
    }

    /// Whoever reads too slowly loses the seat, and comes again.
    fn send(&mut self, seat: SeatId, message: Bytes) {
        let Some(occupant) = self.seats.get(&seat) else { return };
        match occupant.out.try_send(Said::Message(message)) {
            Ok(()) => {}
            Err(TrySendError::Full(_) | TrySendError::Closed(_)) => {
                self.seats.remove(&seat);
                let gone = self.presence.leave(seat);
                self.show(&gone);
            }
        }
    }
}

fn frame_of(changes: &[Change]) -> Bytes {
    wire::present(changes.iter().map(|(client, clock, json)| (*client, *clock, json.as_str())))
}
