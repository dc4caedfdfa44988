//! Who is in a room and where their carets are: passed on, never stored.
//!
//! A client speaks for itself only, and nobody under another's name: who it is, is written here, from its session.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use domain::ids::UserId;
use serde_json::{Value, json};

/// Bytes a client may say of itself.
const STATE_MAX: usize = 4_096;
/// Clients that a connection may speak for: an editor is one, and may begin again.
const CLIENTS_MAX: usize = 4;
/// Whoever is at another node says so again every fifteen seconds.
const AWAY: Duration = Duration::from_secs(40);

/// What gone clients say.
const GONE: &str = "null";

/// Which connection of this room speaks.
pub(super) type SeatId = u64;

/// One client, as it last said.
#[derive(Clone, Debug)]
struct State {
    clock: u32,
    json: String,
    /// The connection it speaks through; none if it is at another node.
    seat: Option<SeatId>,
    at: Instant,
}

/// Everybody who is there.
#[derive(Debug, Default)]
pub(super) struct Presence(HashMap<u64, State>);

/// A client, its clock and what it says now.
pub(super) type Change = (u64, u32, String);

impl Presence {
    /// Takes what somebody here says, and gives what is new.
    pub fn say(&mut self, seat: SeatId, person: (UserId, &str), said: Vec<Change>) -> Vec<Change> {
        let mut changes = Vec::new();
        for (client, clock, json) in said {
            let known = self.0.get(&client);
            // Clients repeat what they hear of others.
            if known.is_some_and(|state| state.seat != Some(seat) && state.json != GONE) {
                continue;
            }
            let newer =
                known.is_none_or(|state| clock > state.clock || (clock == state.clock && json == GONE));
            let theirs = self.0.values().filter(|state| state.seat == Some(seat)).count();
            if !newer || (known.is_none() && (json == GONE || theirs >= CLIENTS_MAX)) {
                continue;
            }
            let Some(json) = signed(&json, person) else { continue };
            self.0.insert(client, State { clock, json: json.clone(), seat: Some(seat), at: Instant::now() });
            changes.push((client, clock, json));
        }
        changes
    }

    /// Takes what another node says, which it has signed.
    pub fn hear(&mut self, said: Vec<Change>) -> Vec<Change> {
        let mut changes = Vec::new();
        for (client, clock, json) in said {
            let known = self.0.get(&client);
            let newer = known.is_none_or(|state| {
                state.seat.is_none() && (clock > state.clock || (clock == state.clock && json == GONE))
            });
            if newer && json.len() <= 2 * STATE_MAX {
                self.0.insert(client, State { clock, json: json.clone(), seat: None, at: Instant::now() });
                changes.push((client, clock, json));
            }
        }
        changes
    }

    /// Those who spoke through a connection are gone with it.
    pub fn leave(&mut self, seat: SeatId) -> Vec<Change> {
        self.remove(|state| state.seat == Some(seat))
    }

    /// So are those at another node of whom nothing is heard any more.
    pub fn forget(&mut self) -> Vec<Change> {
        self.remove(|state| state.seat.is_none() && state.at.elapsed() > AWAY)
    }

    fn remove(&mut self, gone: impl Fn(&State) -> bool) -> Vec<Change> {
        let mut changes = Vec::new();
        self.0.retain(|client, state| {
            if !gone(state) {
                return true;
            }
            if state.json != GONE {
                changes.push((*client, state.clock.saturating_add(1), GONE.to_owned()));
            }
            false
        });
        changes
    }

    /// Everybody, for whoever comes.
    pub fn everybody(&self) -> Vec<Change> {
        let there = self.0.iter().filter(|(_, state)| state.json != GONE);
        there.map(|(client, state)| (*client, state.clock, state.json.clone())).collect()
    }
}

/// What a client says of itself, under the name of its person; nothing if it makes no sense.
fn signed(json: &str, (id, name): (UserId, &str)) -> Option<String> {
    if json == GONE {
        return Some(json.to_owned());
    }
    if json.len() > STATE_MAX {
        return None;
    }
    let Ok(Value::Object(mut state)) = serde_json::from_str(json) else { return None };
    let user = state.entry("user").or_insert_with(|| json!({}));
    if !user.is_object() {
        *user = json!({});
    }
    user["id"] = json!(id);
    user["name"] = json!(name);
    Some(Value::Object(state).to_string())
}
