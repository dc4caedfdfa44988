//! What a room is of: one kind of text, and which.

use std::{fmt, str::FromStr};

use domain::ids::{ContributionId, FramingVersionId};

/// A text that several people may write at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A text of a group.
    Contribution(ContributionId),
    /// A version of a framing text.
    Framing(FramingVersionId),
}

impl Subject {
    /// Characters that its text may have.
    pub(super) fn longest(self) -> u32 {
        match self {
            Subject::Contribution(_) => domain::contributions::BODY_MAX,
            Subject::Framing(_) => domain::charter::BODY_MAX,
        }
    }
}

impl From<ContributionId> for Subject {
    fn from(id: ContributionId) -> Subject {
        Subject::Contribution(id)
    }
}

impl From<FramingVersionId> for Subject {
    fn from(id: FramingVersionId) -> Subject {
        Subject::Framing(id)
    }
}

/// What names it in notices between nodes, and in the log.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Contribution(id) => write!(f, "contribution-{id}"),
            Subject::Framing(id) => write!(f, "framing-{id}"),
        }
    }
}

/// No text that is written together is named so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a text that is written together")]
pub struct NotASubject;

impl FromStr for Subject {
    type Err = NotASubject;
    fn from_str(text: &str) -> Result<Subject, NotASubject> {
        let (kind, id) = text.split_once('-').ok_or(NotASubject)?;
        let id: i64 = id.parse().map_err(|_| NotASubject)?;
        match kind {
            "contribution" => Ok(Subject::Contribution(ContributionId(id))),
            "framing" => Ok(Subject::Framing(FramingVersionId(id))),
            _ => Err(NotASubject),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_names_what_it_is_about() {
        for subject in [Subject::Contribution(ContributionId(12)), Subject::Framing(FramingVersionId(3))] {
            assert_eq!(subject.to_string().parse(), Ok(subject));
        }
        for other in ["", "12", "framing", "framing-", "framing-x", "tutorial-1"] {
            assert_eq!(other.parse::<Subject>(), Err(NotASubject), "{other}");
        }
    }
}
