//! The API: what tokens are, by which a program asks in the name of a person, and within which bounds.
//!
//! A token gives nothing that its person has not: it narrows what they may do to a few scopes, for a time.

use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// How every token begins, so that it is recognised where it should not be.
pub const TOKEN_PREFIX: &str = "preau_";
/// Characters of a token that are kept to tell it from the others, its beginning included.
pub const TOKEN_SHOWN: usize = 10;
/// Characters of the name of a token.
const NAME_MAX: u32 = 60;
/// Days that a token lasts at most.
pub const DAYS_MAX: u32 = 365;
/// Days that a token lasts unless its person says otherwise.
pub const DAYS: u32 = 90;
/// Days that are proposed.
pub const DAYS_PROPOSED: [u32; 4] = [7, 30, DAYS, DAYS_MAX];
/// Tokens that one person may have at once.
pub const TOKENS_MAX: u64 = 20;
/// Requests that one token may make within a minute.
pub const REQUESTS_A_MINUTE: i32 = 120;
/// Characters of the key by which a program says that two requests are one.
pub const KEY_MAX: usize = 200;
/// Hours during which the answer to such a request is kept.
pub const KEY_HOURS: i64 = 24;
/// Characters of what is looked for.
pub const QUERY_MAX: usize = 200;

coded_enum! {
    /// What a token is for.
    pub enum Scope {
        /// Reading publications, framing texts and decisions.
        PublicationsRead = "publications-read",
        /// Reading texts.
        TextsRead = "texts-read",
        /// Writing texts.
        TextsWrite = "texts-write",
        /// Reading groups and their discussions.
        GroupsRead = "groups-read",
        /// Writing in discussions.
        GroupsWrite = "groups-write",
        /// Reading libraries.
        LibraryRead = "library-read",
        /// Depositing in libraries.
        LibraryWrite = "library-write",
        /// Reading the directory.
        PeopleRead = "people-read",
    }
}

/// The scopes of a token, in the order of [`Scope::ALL`]. Kept as codes between spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(Vec<Scope>);

impl Scopes {
    /// Whether it is among them.
    pub fn contain(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Scope> + '_ {
        self.0.iter().copied()
    }

    /// Those that are stored so; what is no scope any more opens nothing.
    pub fn stored(text: &str) -> Scopes {
        let mut scopes: Vec<Scope> = text.split(' ').filter_map(Scope::from_code).collect();
        scopes.sort_unstable();
        scopes.dedup();
        Scopes(scopes)
    }
}

impl std::fmt::Display for Scopes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let codes: Vec<&str> = self.0.iter().map(|scope| scope.code()).collect();
        f.write_str(&codes.join(" "))
    }
}

/// A token as asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TokenForm {
    /// What it will be used for, in the words of its person.
    pub name: String,
    /// Codes of [`Scope`]s.
    pub scopes: Vec<String>,
    /// Days that it lasts; [`DAYS`] when blank.
    pub days: String,
}

/// A token asked for, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewToken {
    /// Its name.
    pub name: String,
    /// What it is for; at least one.
    pub scopes: Scopes,
    /// Days that it lasts.
    pub days: u32,
}

impl TokenForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<NewToken, Refusal> {
        let mut problems = Problems::new();
        let name = problems.check("name", form::line(&self.name, 2, NAME_MAX));
        let scopes = problems.check("scopes", scopes(&self.scopes));
        let days = match self.days.trim() {
            "" => Some(DAYS),
            typed => problems.check("days", days(typed)),
        };
        problems.into_result()?;
        let complete = || Some(NewToken { name: name?, scopes: scopes?, days: days? });
        complete().ok_or(Refusal::Malformed)
    }
}

fn scopes(typed: &[String]) -> Result<Scopes, FieldProblem> {
    let mut scopes = Vec::new();
    for code in typed.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
        scopes.push(Scope::from_code(code).ok_or(FieldProblem::NotAChoice)?);
    }
    scopes.sort_unstable();
    scopes.dedup();
    if scopes.is_empty() { Err(FieldProblem::Missing) } else { Ok(Scopes(scopes)) }
}

fn days(typed: &str) -> Result<u32, FieldProblem> {
    match form::count(typed, u32::MAX)? {
        0 => Err(FieldProblem::NotANumber),
        days if days > DAYS_MAX => Err(FieldProblem::TooFar { days: DAYS_MAX }),
        days => Ok(days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(days: &str, scopes: &[&str]) -> TokenForm {
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        TokenForm { name: "Mon script".into(), scopes, days: days.into() }
    }

    #[test]
    fn a_token_lasts_a_year_at_most_and_ninety_days_by_itself() {
        let days = |typed| form(typed, &["texts-read"]).check().map(|token| token.days);
        assert_eq!(days(""), Ok(90));
        assert_eq!(days("365"), Ok(365));
        assert_eq!(days("366"), Err(Refusal::field("days", FieldProblem::TooFar { days: 365 })));
        for wrong in ["0", "-1", "demain"] {
            assert_eq!(days(wrong), Err(Refusal::field("days", FieldProblem::NotANumber)), "{wrong}");
        }
    }

    #[test]
    fn a_token_is_for_something_that_exists() {
        let scopes = |codes: &[&str]| form("", codes).check().map(|token| token.scopes.to_string());
        assert_eq!(scopes(&["texts-write", "texts-read", "texts-read"]), Ok("texts-read texts-write".into()));
        assert_eq!(scopes(&[]), Err(Refusal::field("scopes", FieldProblem::Missing)));
        assert_eq!(scopes(&["everything"]), Err(Refusal::field("scopes", FieldProblem::NotAChoice)));
        assert_eq!(Scopes::stored("texts-read gone").to_string(), "texts-read");
    }
}
