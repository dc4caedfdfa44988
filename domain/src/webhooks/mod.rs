//! Telling another program that something became public: to which address, about what.
//!
//! What is told is public already and names nobody. Where a message may go, address by address, is `address`.

mod address;

pub use address::{Reach, is_reachable};

use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// How the secret of a webhook begins, as Standard Webhooks says.
pub const SECRET_PREFIX: &str = "whsec_";
/// Webhooks that a council may have.
pub const WEBHOOKS_MAX: u64 = 20;
/// Tries of one message.
pub const ATTEMPTS: i32 = 7;
/// Days without any success after which a webhook is stopped.
pub const DAYS_OF_FAILURE: i64 = 4;
/// Days during which what was sent is shown.
pub const DAYS_SHOWN: i64 = 30;
/// Characters of an address, and of a name.
const ADDRESS_MAX: u32 = 500;
const NAME_MAX: u32 = 60;

coded_enum! {
    /// What another program may be told of.
    pub enum Told {
        /// A text was published.
        Published = "publication.published",
        /// A published text was corrected.
        Corrected = "publication.corrected",
        /// What a published text is worth changed: withdrawn, replaced, in force again.
        Standing = "publication.standing",
    }
}

/// What a test message is called.
pub const TEST: &str = "test";

coded_enum! {
    /// What became of a message.
    pub enum Outcome {
        /// It is to be sent, or sent again.
        Waiting = "waiting",
        /// It was received.
        Received = "received",
        /// It was sent as often as it is, and never received.
        GivenUp = "given-up",
        /// The webhook was stopped before.
        Dropped = "dropped",
    }
}

coded_enum! {
    /// Why a message was not received.
    pub enum Trouble {
        /// The address leads to a private network.
        Private = "private",
        /// The name of the address is not known.
        Unknown = "unknown",
        /// Nothing answers there, or not in time.
        Silent = "silent",
        /// It answered something else than that it received.
        Refused = "refused",
    }
}

/// Why a webhook no longer tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// An administrator stopped it.
    Asked,
    /// Nothing was received for days.
    Failing,
    /// It answered that there is nothing there any more.
    Gone,
}

impl Stop {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Stop::Asked => "asked",
            Stop::Failing => "failing",
            Stop::Gone => "gone",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Stop> {
        [Stop::Asked, Stop::Failing, Stop::Gone].into_iter().find(|stop| stop.code() == code)
    }
}

/// A webhook as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WebhookForm {
    /// What the other program is called here.
    pub name: String,
    /// Where messages go.
    pub address: String,
    /// Codes of [`Told`].
    pub kinds: Vec<String>,
}

/// A webhook, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWebhook {
    /// Its name.
    pub name: String,
    /// Where messages go: `https`, or `http` to this machine.
    pub address: String,
    /// What it is told of; at least one.
    pub kinds: Vec<Told>,
}

impl WebhookForm {
    /// Checks every field, as far as an address can be judged by its words: where it leads is looked at before sending.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, reach: Reach) -> Result<NewWebhook, Refusal> {
        let mut problems = Problems::new();
        let name = problems.check("name", form::line(&self.name, 2, NAME_MAX));
        let typed = form::line(&self.address, 1, ADDRESS_MAX);
        let address = problems.check("address", typed.and_then(|typed| address::checked(&typed, reach)));
        let kinds = problems.check("kinds", kinds(&self.kinds));
        problems.into_result()?;
        let complete = || Some(NewWebhook { name: name?, address: address?, kinds: kinds? });
        complete().ok_or(Refusal::Malformed)
    }
}

fn kinds(typed: &[String]) -> Result<Vec<Told>, FieldProblem> {
    let mut kinds = Vec::new();
    for code in typed.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
        kinds.push(Told::from_code(code).ok_or(FieldProblem::NotAChoice)?);
    }
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.is_empty() { Err(FieldProblem::Missing) } else { Ok(kinds) }
}
