//! Links for people outside: to read a folder or a document, or to deposit in a folder, until a day.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// Days that a link works at most.
pub const LINK_DAYS_MAX: u32 = 365;
/// Days that a link works, unless another day is chosen.
pub const LINK_DAYS: u64 = 30;
/// Files that may be deposited by one link at most.
pub const LINK_FILES_MAX: u32 = 500;
/// Characters of the password of a link at least.
pub const LINK_PASSWORD_MIN: u32 = 8;

coded_enum! {
    /// What somebody outside does by a link.
    pub enum LinkKind {
        /// Reads a folder or a document.
        Read = "read",
        /// Deposits files in a folder, without seeing it.
        Deposit = "deposit",
    }
}

coded_enum! {
    /// What was done by a link.
    pub enum LinkAct {
        /// Its page was opened.
        Opened = "opened",
        /// A file was taken away.
        Taken = "taken",
        /// A file was deposited.
        Deposited = "deposited",
    }
}

/// A link as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LinkForm {
    /// What is done by it.
    pub kind: String,
    /// For whom it is.
    pub name: String,
    /// Its last day.
    pub until: String,
    /// What must be typed to use it; may be blank.
    pub password: String,
    /// How many files it accepts, where files are deposited.
    pub files: String,
}

/// A link, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLink {
    /// What is done by it.
    pub kind: LinkKind,
    /// For whom it is.
    pub name: String,
    /// Its last day.
    pub until: NaiveDate,
    /// What must be typed to use it.
    pub password: Option<String>,
    /// How many files it accepts; none where it reads.
    pub files: u32,
}

impl LinkForm {
    /// Checks every field; only a folder is deposited in.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, today: NaiveDate, folder: bool) -> Result<NewLink, Refusal> {
        let mut problems = Problems::new();
        let kind = LinkKind::from_code(&self.kind).filter(|kind| folder || *kind == LinkKind::Read);
        let kind = problems.check("kind", kind.ok_or(FieldProblem::NotAChoice));
        let name = problems.check("name", form::line(&self.name, 1, 100));
        let until = problems.check("until", until(&self.until, today));
        let password = problems.check("password", password(&self.password));
        let files = match kind {
            Some(LinkKind::Deposit) => problems.check("files", files(&self.files)),
            _ => Some(0),
        };
        problems.into_result()?;
        let complete =
            || Some(NewLink { kind: kind?, name: name?, until: until?, password: password?, files: files? });
        complete().ok_or(Refusal::Malformed)
    }
}

/// The name that somebody outside gives.
///
/// # Errors
/// `Invalid`, about `name`.
pub fn outsider_name(typed: &str) -> Result<String, Refusal> {
    form::line(typed, 1, 100).map_err(|problem| Refusal::field("name", problem))
}

fn until(typed: &str, today: NaiveDate) -> Result<NaiveDate, FieldProblem> {
    let day = form::date(typed)?;
    let last = today.checked_add_days(Days::new(LINK_DAYS_MAX.into()));
    if day < today {
        Err(FieldProblem::InThePast)
    } else if last.is_some_and(|last| day > last) {
        Err(FieldProblem::TooFar { days: LINK_DAYS_MAX })
    } else {
        Ok(day)
    }
}

fn password(typed: &str) -> Result<Option<String>, FieldProblem> {
    match typed.chars().count() {
        0 => Ok(None),
        count if count < LINK_PASSWORD_MIN as usize => Err(FieldProblem::TooShort { min: LINK_PASSWORD_MIN }),
        count if count > 200 => Err(FieldProblem::TooLong { max: 200 }),
        _ => Ok(Some(typed.to_owned())),
    }
}

fn files(typed: &str) -> Result<u32, FieldProblem> {
    match form::count(typed, LINK_FILES_MAX)? {
        0 => Err(FieldProblem::NotANumber),
        count => Ok(count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
    }

    fn typed(kind: &str, until: &str) -> LinkForm {
        LinkForm {
            kind: kind.into(),
            name: "La préfecture".into(),
            until: until.into(),
            files: "20".into(),
            ..Default::default()
        }
    }

    #[test]
    fn a_link_is_for_somebody_until_a_day() {
        let link = typed("read", "30/11/2026").check(day(22), false).expect("right");
        assert_eq!((link.kind, link.until, link.files, link.password), (LinkKind::Read, day(30), 0, None));
        let link = typed("deposit", "22/11/2026").check(day(22), true).expect("right");
        assert_eq!((link.kind, link.files), (LinkKind::Deposit, 20));
    }

    #[test]
    fn every_problem_of_a_link_is_told_at_once() {
        let form = LinkForm {
            kind: "deposit".into(),
            until: "21/11/2026".into(),
            password: "court".into(),
            ..Default::default()
        };
        let Err(Refusal::Invalid(problems)) = form.check(day(22), false) else { panic!("accepted") };
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["kind", "name", "until", "password"]);
        let far = typed("read", "30/11/2028").check(day(22), true);
        assert_eq!(far, Err(Refusal::field("until", FieldProblem::TooFar { days: LINK_DAYS_MAX })));
        let none = LinkForm { files: "0".into(), ..typed("deposit", "30/11/2026") };
        assert_eq!(none.check(day(22), true), Err(Refusal::field("files", FieldProblem::NotANumber)));
        let most = LinkForm { files: "501".into(), ..typed("deposit", "30/11/2026") };
        assert!(most.check(day(22), true).is_err());
    }
}
