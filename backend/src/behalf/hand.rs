//! By whose hand a request is made, and on behalf of whom a form was filled in.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    Refusal, behalf,
    ids::{ActingId, UserId},
    policy::Permission,
    refusal::{Forbidden, Transition},
};

use crate::{Cx, Result};

/// Somebody of the staff acting on behalf of somebody, in one session, for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acting {
    /// Which time.
    pub id: ActingId,
    /// On behalf of whom.
    pub of: (UserId, String),
    /// By whose hand.
    pub by: (UserId, String),
    /// Until when.
    pub until: DateTime<Utc>,
}

impl Cx {
    /// Notes on behalf of whom the session acts: the actor is them, as far as they are lent.
    pub fn acts(&mut self, acting: Option<Arc<Acting>>) {
        self.acting = acting;
    }

    /// On behalf of whom the session acts, and by whose hand.
    pub fn acting(&self) -> Option<&Acting> {
        self.acting.as_deref()
    }

    /// By whose hand the actor does what they do, when it is not theirs.
    pub(crate) fn entered_by(&self) -> Option<&Acting> {
        self.acting().filter(|acting| self.actor.user_id() == Some(acting.of.0))
    }

    /// Notes on behalf of whom a form was filled in: it changes nothing if that is not who is acted for now, so that what
    /// was written for one is never taken for somebody else's.
    pub fn filled_in_for(&mut self, acting: Option<ActingId>) {
        self.stale = match (acting, self.acting().map(|acting| acting.id)) {
            (then, now) if then == now => None,
            (Some(_), None) => Some(Transition::ActingOver),
            _ => Some(Transition::ActingSince),
        };
    }

    /// Why a form that was posted changes nothing, if it was filled in for somebody else than who is acted for now.
    pub fn stale(&self) -> Option<Transition> {
        self.stale
    }

    /// The same, to show a page: nothing is posted there.
    pub fn only_shows(&mut self) {
        self.stale = None;
    }

    /// Refuses what is one's own alone, whoever acts on behalf of somebody.
    ///
    /// # Errors
    /// `Forbidden`, with this reason.
    pub(crate) fn require_oneself(&self, otherwise: Forbidden) -> Result<()> {
        match self.acting {
            Some(_) => Err(Refusal::Forbidden(otherwise).into()),
            None => Ok(()),
        }
    }

    /// Whether it is not lent to who acts on behalf of the actor.
    pub(crate) fn is_withheld(&self, permission: Permission<'_>) -> bool {
        self.acting.is_some() && behalf::is_never_lent(permission)
    }
}
