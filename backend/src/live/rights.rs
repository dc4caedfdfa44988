//! Who may be in a room, and who may type there: asked when they come, and again with every message.

use std::collections::HashMap;

use domain::{Actor, Language, Refusal, refusal::Forbidden};

use super::{Closing, Subject, written::Written};
use crate::{Backend, Cx, Result, charter, contributions, people};

/// What somebody may do in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Read what is typed.
    Reads,
    /// Type.
    Writes,
}

/// Whether somebody may come into the room of a text, and what they may do there.
///
/// # Errors
/// `NotFound`, `SignInRequired`; `Forbidden` for those who may not read what is not finished; `Transition` if the text is
/// no longer written.
pub async fn may_join(cx: &Cx, subject: impl Into<Subject>) -> Result<Part> {
    match subject.into() {
        Subject::Contribution(id) => joined::<contributions::Loaded>(cx, id).await,
        Subject::Framing(id) => joined::<charter::Drafted>(cx, id).await,
    }
}

async fn joined<T: Written>(cx: &Cx, id: T::Id) -> Result<Part> {
    let text = T::find(cx, id).await?;
    cx.person()?;
    // The form saves what is written on behalf of somebody: who types in a room is who is shown there.
    cx.require_oneself(Forbidden::OnBehalf)?;
    let part = text.part(cx)?;
    text.still_written()?;
    Ok(part)
}

/// What each session may do now.
type Parts = HashMap<String, Result<Part, Closing>>;

/// What each session may do now, in two queries for all of them.
pub(super) async fn parts(backend: &Backend, subject: Subject, sessions: &[String]) -> Result<Parts> {
    match subject {
        Subject::Contribution(id) => parts_of::<contributions::Loaded>(backend, id, sessions).await,
        Subject::Framing(id) => parts_of::<charter::Drafted>(backend, id, sessions).await,
    }
}

async fn parts_of<T: Written>(backend: &Backend, id: T::Id, sessions: &[String]) -> Result<Parts> {
    let system = backend.system();
    let (text, people) = futures::join!(T::find(&system, id), people::all_signed_in(&system, sessions));
    let text = match text {
        Err(crate::Error::Refused(Refusal::NotFound)) => None,
        other => Some(other?),
    };
    let mut people = people?;
    let mut part = |session: &String| match (&text, people.remove(session)) {
        (None, _) => Err(Closing::Gone),
        (_, None) => Err(Closing::SignedOut),
        (Some(text), Some(actor)) => part(backend, actor, text),
    };
    Ok(sessions.iter().map(|session| (session.clone(), part(session))).collect())
}

fn part(backend: &Backend, actor: Actor, text: &impl Written) -> Result<Part, Closing> {
    let cx = backend.cx(actor, Language::default());
    if !text.may_be_read(&cx) {
        return Err(Closing::Withdrawn);
    }
    if text.still_written().is_err() {
        return Err(Closing::NoLongerWritten);
    }
    text.part(&cx).map_err(|_| Closing::Withdrawn)
}
