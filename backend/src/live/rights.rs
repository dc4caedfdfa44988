//! Who may be in a room, and who may type there: asked when they come, and again with every message.

use std::collections::HashMap;

use domain::{
    Actor, Language, Refusal,
    ids::ContributionId,
    policy::{self, ContributionAction, GroupAction, Permission},
    refusal::{Forbidden, Transition},
};

use super::Closing;
use crate::{
    Backend, Cx, Result,
    contributions::{self, Head},
    people,
};

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
/// `NotFound`, `SignInRequired`; `Forbidden` for those who may not read the drafts of its group; `Transition` if the
/// text is no longer written.
pub async fn may_join(cx: &Cx, id: ContributionId) -> Result<Part> {
    let head = contributions::head(cx, id, ContributionAction::Read).await?;
    cx.person()?;
    // The form saves what is written on behalf of somebody: who types in a room is who is shown there.
    cx.require_oneself(Forbidden::OnBehalf)?;
    let part = if cx.may(Permission::Contribution(ContributionAction::Write, &head.facts)) {
        Part::Writes
    } else {
        cx.require(Permission::Group(GroupAction::ReadDrafts, &head.facts.group))?;
        Part::Reads
    };
    still_written(&head)?;
    Ok(part)
}

fn still_written(head: &Head) -> Result<(), Refusal> {
    if !head.facts.state.is_writable() {
        return Err(Refusal::Transition(Transition::ContributionState));
    }
    policy::group_is_at_work(&head.facts.group)
}

/// What each session may do now, in two queries for all of them.
pub(super) async fn parts(
    backend: &Backend,
    id: ContributionId,
    sessions: &[String],
) -> Result<HashMap<String, Result<Part, Closing>>> {
    let system = backend.system();
    let (head, people) = futures::join!(
        contributions::head(&system, id, ContributionAction::Read),
        people::all_signed_in(&system, sessions),
    );
    let head = match head {
        Err(crate::Error::Refused(Refusal::NotFound)) => None,
        other => Some(other?),
    };
    let mut people = people?;
    let mut part = |session: &String| match (&head, people.remove(session)) {
        (None, _) => Err(Closing::Gone),
        (_, None) => Err(Closing::SignedOut),
        (Some(head), Some(actor)) => part(backend, actor, head),
    };
    Ok(sessions.iter().map(|session| (session.clone(), part(session))).collect())
}

fn part(backend: &Backend, actor: Actor, head: &Head) -> Result<Part, Closing> {
    let cx = backend.cx(actor, Language::default());
    let text = |action| cx.may(Permission::Contribution(action, &head.facts));
    if !text(ContributionAction::Read) {
        return Err(Closing::Withdrawn);
    }
    if still_written(head).is_err() {
        return Err(Closing::NoLongerWritten);
    }
    if text(ContributionAction::Write) {
        Ok(Part::Writes)
    } else if cx.may(Permission::Group(GroupAction::ReadDrafts, &head.facts.group)) {
        Ok(Part::Reads)
    } else {
        Err(Closing::Withdrawn)
    }
}
