//! Whose picture it is, as addresses and forms name it.

use std::{fmt, str::FromStr};

use domain::{Refusal, ids::UserId};

const PERSON: &str = "personne-";
const GROUP: &str = "groupe-";

/// Whose picture it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Somebody's.
    Person(UserId),
    /// Of the group at this address.
    Group(String),
}

impl FromStr for Whose {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Whose, Refusal> {
        if let Some(slug) = text.strip_prefix(GROUP) {
            return Ok(Whose::Group(slug.to_owned()));
        }
        let id = text.strip_prefix(PERSON).and_then(|id| id.parse().ok());
        id.map(Whose::Person).ok_or(Refusal::NotFound)
    }
}

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Whose::Person(id) => write!(f, "{PERSON}{id}"),
            Whose::Group(slug) => write!(f, "{GROUP}{slug}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_is_written() {
        for whose in [Whose::Person(UserId(12)), Whose::Group("eau-et-rivieres".into())] {
            assert_eq!(whose.to_string().parse(), Ok(whose));
        }
        assert_eq!("personne-x".parse::<Whose>(), Err(Refusal::NotFound));
        assert_eq!("".parse::<Whose>(), Err(Refusal::NotFound));
    }
}
