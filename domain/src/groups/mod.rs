//! Working groups: their kinds, who sees them, who belongs to them.

mod admission;
mod closing;
mod handover;
mod standing;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    contributions::State,
    form::{self, Problems},
    ids::{GroupId, UserId},
    refusal::{FieldProblem, Refusal, Transition},
};

pub use admission::{AdmissionKind, AdmissionState, Answer, AnswerForm, MESSAGE_MAX};
pub use closing::{CloseForm, Closing, Deliverable, GroupStep, ReopenForm};
pub use handover::{HandoverForm, HandoverState};
pub use standing::role_today;

coded_enum! {
    /// The kind of a group; the council may give each another name.
    pub enum GroupKind {
        /// A working group.
        WorkingGroup = "working_group",
        /// A standing committee.
        Committee = "committee",
        /// The bureau.
        Bureau = "bureau",
        /// All the members.
        Plenary = "plenary",
        /// A neighbourhood's council.
        Neighbourhood = "neighbourhood",
    }
}

coded_enum! {
    /// Who sees a group; the policy says exactly what.
    pub enum Visibility {
        /// Everyone knows it; members of the council read it and join it.
        Open = "open",
        /// Members of the council know it; its members read it.
        Closed = "closed",
        /// Only its members know it.
        Secret = "secret",
    }
}

coded_enum! {
    /// Where a group stands.
    pub enum GroupState {
        /// Being set up.
        SettingUp = "setting_up",
        /// At work.
        Active = "active",
        /// Closed with its deliverable.
        Closed = "closed",
    }
}

coded_enum! {
    /// A role in a group.
    pub enum GroupRole {
        /// Runs the group.
        Facilitator = "facilitator",
        /// Takes part.
        Member = "member",
        /// Reads everything, writes nothing; the group sees that they do.
        Observer = "observer",
    }
}

impl GroupRole {
    /// Whether this role writes in the group.
    pub fn writes(self) -> bool {
        matches!(self, GroupRole::Facilitator | GroupRole::Member)
    }
}

/// What the policy needs to know of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFacts {
    /// Which group.
    pub id: GroupId,
    /// Who sees it.
    pub visibility: Visibility,
    /// Where it stands.
    pub state: GroupState,
}

/// The step at which the work of a group is: that of its most advanced text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Its texts are being written.
    Writing,
    /// A text is being reviewed.
    Review,
    /// A text waits for the council.
    Adoption,
    /// An adopted text is about to be public.
    Publication,
    /// All that it wrote is public.
    Published,
}

impl Stage {
    /// The stage of a group whose texts are in these states. Published texts count only when nothing else goes on: a
    /// group that publishes and writes again is writing.
    pub fn of(states: impl IntoIterator<Item = State>) -> Stage {
        let stages = states.into_iter().map(|state| match state {
            State::Draft => Stage::Writing,
            State::InReview | State::ChangesRequested => Stage::Review,
            State::ReadyForAdoption => Stage::Adoption,
            State::Adopted => Stage::Publication,
            State::Published => Stage::Published,
        });
        let (published, moving): (Vec<_>, Vec<_>) = stages.partition(|stage| *stage == Stage::Published);
        moving.into_iter().max().or(published.first().copied()).unwrap_or(Stage::Writing)
    }
}

/// A group's settings as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GroupForm {
    /// Name of the group.
    pub name: String,
    /// Code of a [`GroupKind`].
    pub kind: String,
    /// Code of a [`Visibility`].
    pub visibility: String,
    /// What is asked of it, in a few sentences.
    pub mandate: String,
    /// By whom.
    pub asked_by: String,
    /// For which day.
    pub due_on: String,
    /// What is to be handed in.
    pub deliverable: String,
}

/// A group's settings, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupSettings {
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: GroupKind,
    /// Who sees it.
    pub visibility: Visibility,
    /// What is asked of it; may be empty.
    pub mandate: String,
    /// By whom; may be empty.
    pub asked_by: String,
    /// For which day, if one was set.
    pub due_on: Option<NaiveDate>,
    /// What is to be handed in; may be empty.
    pub deliverable: String,
}

impl GroupForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<GroupSettings, Refusal> {
        let mut problems = Problems::new();
        let name = problems.check("name", form::line(&self.name, 2, 120));
        let kind = problems.check("kind", GroupKind::from_code(&self.kind).ok_or(FieldProblem::NotAChoice));
        let visibility = problems
            .check("visibility", Visibility::from_code(&self.visibility).ok_or(FieldProblem::NotAChoice));
        let mandate = problems.check("mandate", form::text(&self.mandate, 0, 4_000));
        let asked_by = problems.check("asked_by", form::line(&self.asked_by, 0, 160));
        let due_on = match self.due_on.trim() {
            "" => Some(None),
            day => problems.check("due_on", form::date(day)).map(Some),
        };
        let deliverable = problems.check("deliverable", form::line(&self.deliverable, 0, 300));
        problems.into_result()?;
        let complete = || {
            Some(GroupSettings {
                name: name?,
                kind: kind?,
                visibility: visibility?,
                mandate: mandate?,
                asked_by: asked_by?,
                due_on: due_on?,
                deliverable: deliverable?,
            })
        };
        complete().ok_or(Refusal::Malformed)
    }
}

/// Whether `user` may leave or lose the role of facilitator, given who facilitates now.
///
/// # Errors
/// `LastFacilitator`: somebody must run the group, so the last one names another first.
pub fn may_stop_facilitating(user: UserId, facilitators: &[UserId]) -> Result<(), Refusal> {
    if facilitators == [user] { Err(Refusal::Transition(Transition::LastFacilitator)) } else { Ok(()) }
}

/// The part of a group's address made from its name: lower-case ASCII words joined by hyphens, at most 60 characters.
///
/// Words such as `nouveau`, which are addresses of their own, get a suffix.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars() {
        let folded: &str = match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' => "a",
            'ç' => "c",
            'é' | 'è' | 'ê' | 'ë' => "e",
            'î' | 'ï' | 'í' => "i",
            'ô' | 'ö' | 'ó' | 'õ' => "o",
            'ù' | 'û' | 'ü' | 'ú' => "u",
            'ÿ' => "y",
            'ñ' => "n",
            'œ' => "oe",
            'æ' => "ae",
            c if c.is_ascii_alphanumeric() => {
                slug.push(c);
                continue;
            }
            _ => "-",
        };
        if folded != "-" || !(slug.is_empty() || slug.ends_with('-')) {
            slug.push_str(folded);
        }
    }
    let short: String = slug.chars().take(60).collect();
    let short = short.trim_matches('-');
    match short {
        "" => "groupe".to_owned(),
        "nouveau" => "nouveau-groupe".to_owned(),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests;
