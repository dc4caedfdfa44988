//! The rooms that are open on this node, and a seat in one of them.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use domain::ids::UserId;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, mpsc},
    time::Instant,
};

use super::{
    Closing, MESSAGE_MAX, Subject,
    presence::{Change, SeatId},
    room,
};
use crate::{Backend, Cx, Result};

/// Connections a person may have on a node.
const SEATS_OF_ONE: usize = 32;
/// Messages of one connection that wait for the room.
const IN_HAND: usize = 32;
/// Messages that wait for one connection.
const WAITING: usize = 256;
/// How long a room stays open once the last has left.
const LINGER: Duration = Duration::from_secs(8);

/// The rooms that are open.
pub(crate) struct Rooms {
    open: Mutex<HashMap<Subject, mpsc::UnboundedSender<Input>>>,
    seats: Arc<Mutex<HashMap<UserId, usize>>>,
    next: AtomicU64,
    linger: Mutex<Duration>,
    /// Nobody comes in any more: the program stops.
    stopping: AtomicBool,
    /// What tells this node from others.
    pub(super) node: u64,
}

/// What a room is told.
pub(super) enum Input {
    Join(Box<Newcomer>),
    Said {
        seat: SeatId,
        frame: Bytes,
        _in_hand: OwnedSemaphorePermit,
    },
    Leave(SeatId),
    /// Something was written to the database.
    Look,
    /// The program stops.
    Stop,
    /// Who is at another node.
    Elsewhere(Vec<Change>),
}

/// Somebody who takes a seat.
pub(super) struct Newcomer {
    pub seat: SeatId,
    pub session: String,
    pub person: UserId,
    pub name: String,
    pub out: mpsc::Sender<Said>,
}

/// What a connection is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A message for the client.
    Message(Bytes),
    /// It ends.
    Close(Closing),
}

impl Default for Rooms {
    fn default() -> Rooms {
        Rooms {
            open: Mutex::default(),
            seats: Arc::default(),
            next: AtomicU64::new(1),
            linger: Mutex::new(LINGER),
            stopping: AtomicBool::new(false),
            node: yrs::ClientID::random().get(),
        }
    }
}

impl Rooms {
    fn open(&self) -> MutexGuard<'_, HashMap<Subject, mpsc::UnboundedSender<Input>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells a room, if it is open.
    pub(super) fn tell(&self, subject: Subject, input: Input) {
        if let Some(room) = self.open().get(&subject) {
            // A room that ends reads all again when it opens.
            let _ = room.send(input);
        }
    }

    /// Something was written to the database: whoever is in the room gets it.
    pub(crate) fn look(&self, subject: impl Into<Subject>) {
        self.tell(subject.into(), Input::Look);
    }

    /// The same for all: notices may have been missed.
    pub(super) fn look_everywhere(&self) {
        for room in self.open().values() {
            let _ = room.send(Input::Look);
        }
    }

    /// Closes a room in which nobody is any more; `false` if somebody comes at this moment.
    pub(super) fn close(&self, subject: Subject, inbox: &mpsc::UnboundedReceiver<Input>) -> bool {
        let mut open = self.open();
        if !inbox.is_empty() {
            return false;
        }
        open.remove(&subject);
        true
    }

    /// Has every room keep what was typed, and close.
    pub(crate) fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        for room in self.open().values() {
            let _ = room.send(Input::Stop);
        }
    }

    /// How many are open, and how many connections there are.
    pub(crate) fn figures(&self) -> (usize, usize) {
        let seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner).values().sum();
        (self.open().len(), seats)
    }

    /// How long a room stays open once the last has left.
    pub(super) fn linger(&self) -> Duration {
        if self.stopping.load(Ordering::SeqCst) {
            return Duration::ZERO;
        }
        *self.linger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Rooms close sooner in tests.
    #[cfg(test)]
    pub(crate) fn linger_for(&self, time: Duration) {
        *self.linger.lock().unwrap_or_else(PoisonError::into_inner) = time;
    }

    #[cfg(test)]
    pub(crate) fn is_open(&self, subject: impl Into<Subject>) -> bool {
        self.open().contains_key(&subject.into())
    }
}

/// A connection in a room.
pub struct Seat {
    id: SeatId,
    subject: Subject,
    room: mpsc::UnboundedSender<Input>,
    out: mpsc::Receiver<Said>,
    in_hand: Arc<Semaphore>,
    allowance: Allowance,
    _of_one: OfOne,
}

/// Takes a seat in the room of a text, for somebody of whom [`super::may_join`] was asked. The room asks again.
///
/// # Errors
/// `SignInRequired`.
pub fn take_seat(
    cx: &Cx,
    session: &str,
    subject: impl Into<Subject>,
) -> Result<std::result::Result<Seat, Closing>> {
    let subject = subject.into();
    let person = cx.person()?;
    let rooms = cx.backend.rooms();
    if rooms.stopping.load(Ordering::SeqCst) {
        return Ok(Err(Closing::Restarting));
    }
    let Some(of_one) = OfOne::take(rooms, person.id) else { return Ok(Err(Closing::TooFast)) };
    let (out, told) = mpsc::channel(WAITING);
    let seat = rooms.next.fetch_add(1, Ordering::Relaxed);
    let newcomer =
        Newcomer { seat, session: session.to_owned(), person: person.id, name: person.name.clone(), out };
    let room = enter(&cx.backend, subject, newcomer);
    Ok(Ok(Seat {
        id: seat,
        subject,
        room,
        out: told,
        in_hand: Arc::new(Semaphore::new(IN_HAND)),
        allowance: Allowance::new(),
        _of_one: of_one,
    }))
}

/// Under the lock: a room that closes sees who comes.
fn enter(backend: &Backend, subject: Subject, newcomer: Newcomer) -> mpsc::UnboundedSender<Input> {
    let mut open = backend.rooms().open();
    let room = open.entry(subject).or_insert_with(|| {
        let (room, inbox) = mpsc::unbounded_channel();
        tokio::spawn(room::run(backend.clone(), subject, inbox));
        room
    });
    let _ = room.send(Input::Join(Box::new(newcomer)));
    room.clone()
}

impl Seat {
    /// What is written there.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// Hands over what the client said.
    ///
    /// # Errors
    /// It is too large, or comes too fast: the connection ends.
    pub async fn say(&mut self, frame: Bytes) -> std::result::Result<(), Closing> {
        if frame.len() > MESSAGE_MAX {
            return Err(Closing::TooLarge);
        }
        self.allowance.spend(frame.len())?;
        let in_hand = self.in_hand.clone().acquire_owned().await.map_err(|_| Closing::Broken)?;
        let said = Input::Said { seat: self.id, frame, _in_hand: in_hand };
        self.room.send(said).map_err(|_| Closing::Broken)
    }

    /// What the client is to be told next. Nothing is lost if the wait is given up.
    pub async fn next(&mut self) -> Said {
        self.out.recv().await.unwrap_or(Said::Close(Closing::TooSlow))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let _ = self.room.send(Input::Leave(self.id));
    }
}

/// One more connection of a person, as long as it lasts.
struct OfOne(Arc<Mutex<HashMap<UserId, usize>>>, UserId);

impl OfOne {
    fn take(rooms: &Rooms, person: UserId) -> Option<OfOne> {
        let mut seats = rooms.seats.lock().unwrap_or_else(PoisonError::into_inner);
        let count = seats.entry(person).or_default();
        if *count >= SEATS_OF_ONE {
            return None;
        }
        *count += 1;
        Some(OfOne(rooms.seats.clone(), person))
    }
}

impl Drop for OfOne {
    fn drop(&mut self) {
        let mut seats = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = seats.get_mut(&self.1) {
            *count -= 1;
            if *count == 0 {
                seats.remove(&self.1);
            }
        }
    }
}

/// What a connection may still send: it fills again as time passes. Nobody types that fast.
pub(super) struct Allowance {
    messages: f64,
    bytes: f64,
    at: Instant,
}

impl Allowance {
    const MESSAGES: f64 = 400.0;
    const MESSAGES_A_SECOND: f64 = 100.0;
    const BYTES: f64 = 3.0 * MESSAGE_MAX as f64;
    const BYTES_A_SECOND: f64 = 256.0 * 1024.0;

    pub(super) fn new() -> Allowance {
        Allowance { messages: Self::MESSAGES, bytes: Self::BYTES, at: Instant::now() }
    }

    pub(super) fn spend(&mut self, bytes: usize) -> std::result::Result<(), Closing> {
        let passed = self.at.elapsed().as_secs_f64();
        self.at = Instant::now();
        self.messages = (self.messages + passed * Self::MESSAGES_A_SECOND).min(Self::MESSAGES) - 1.0;
        self.bytes = (self.bytes + passed * Self::BYTES_A_SECOND).min(Self::BYTES) - bytes as f64;
        if self.messages < 0.0 || self.bytes < 0.0 { Err(Closing::TooFast) } else { Ok(()) }
    }
}
