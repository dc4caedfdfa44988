//! What may become of a message: corrected, withdrawn, hidden with a reason, asked for again, shown again.

use crate::{
    columns::coded_enum,
    refusal::{Refusal, Transition},
    version::Version,
};

coded_enum! {
    /// Where a message stands.
    pub enum MessageState {
        /// Read by all who read the discussion.
        Shown = "shown",
        /// Hidden with a reason; its author and those who look after the discussion still read it.
        Hidden = "hidden",
        /// Hidden, and its author asks for it to be shown again.
        Asked = "asked",
        /// Taken back by its author: its place remains, its words are gone.
        Withdrawn = "withdrawn",
    }
}

/// Something done to a message after it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Its author corrects it.
    Edit {
        /// What it says now.
        body: String,
    },
    /// Its author, whose message was hidden, asks for it to be shown again.
    Ask {
        /// What it says now; perhaps the same.
        body: String,
        /// What they say to whoever hid it; may be empty.
        plea: String,
    },
    /// Its author takes it back.
    Withdraw,
    /// Somebody who looks after the discussion hides it.
    Hide {
        /// Why, as its author reads it.
        reason: String,
    },
    /// It is shown again.
    Show,
    /// It stays hidden, although its author asked.
    Keep {
        /// Why, as its author reads it.
        answer: String,
    },
}

/// A message and what was decided about it. Every step makes a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub state: MessageState,
    /// Its version.
    pub version: Version,
    /// What it says, in Markdown; empty once withdrawn.
    pub body: String,
    /// Why it is hidden; empty when it is not.
    pub reason: String,
    /// What its author says while they ask for it again; empty otherwise.
    pub plea: String,
    /// What was last answered to its author while it is hidden; empty otherwise.
    pub answer: String,
}

impl Standing {
    /// A message just written.
    pub fn posted(body: String) -> Standing {
        Standing {
            state: MessageState::Shown,
            version: Version::FIRST,
            body,
            reason: String::new(),
            plea: String::new(),
            answer: String::new(),
        }
    }

    /// The message after `step`.
    ///
    /// # Errors
    /// `Transition`, when the step cannot be taken from here.
    pub fn after(&self, step: Step) -> Result<Standing, Refusal> {
        use MessageState::{Asked, Hidden, Shown, Withdrawn};
        let version = self.version.next();
        match (self.state, step) {
            (Shown | Asked, Step::Edit { body }) => Ok(Standing { body, version, ..self.clone() }),
            (Hidden, Step::Ask { body, plea }) => {
                Ok(Standing { state: Asked, version, body, plea, ..self.clone() })
            }
            (Shown | Hidden | Asked, Step::Withdraw) => {
                Ok(Standing { state: Withdrawn, version, ..Standing::posted(String::new()) })
            }
            (Shown, Step::Hide { reason }) => Ok(Standing { state: Hidden, version, reason, ..self.clone() }),
            (Hidden | Asked, Step::Show) => Ok(Standing { version, ..Standing::posted(self.body.clone()) }),
            (Asked, Step::Keep { answer }) => {
                Ok(Standing { state: Hidden, version, answer, plea: String::new(), ..self.clone() })
            }
            _ => Err(Refusal::Transition(Transition::MessageState)),
        }
    }

    /// Whether its words are kept from those who only read the discussion.
    pub fn is_hidden(&self) -> bool {
        matches!(self.state, MessageState::Hidden | MessageState::Asked)
    }
}
