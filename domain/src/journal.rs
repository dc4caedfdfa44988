//! What may be looked for in the journal.

use chrono::NaiveDate;

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::Refusal,
};

coded_enum! {
    /// What lines of the journal are about.
    pub enum JournalSubject {
        /// People, their mandates, their accounts.
        People = "personnes",
        /// Groups and who is in them.
        Groups = "groupes",
        /// Texts and all that is done to them.
        Texts = "textes",
        /// Discussions.
        Discussions = "discussions",
        /// Libraries.
        Library = "bibliotheque",
        /// Votes.
        Polls = "votes",
        /// The charter, the rules, and who signed them.
        Charter = "charte",
        /// The site itself, and what comes with it.
        Site = "site",
    }
}

impl JournalSubject {
    /// The first parts of the codes of its events.
    pub fn parts(self) -> &'static [&'static str] {
        match self {
            JournalSubject::People => &["account", "person", "welcome", "data"],
            JournalSubject::Groups => &["group", "handover"],
            JournalSubject::Texts => &["contribution", "suggestion", "comment", "dissent", "template"],
            JournalSubject::Discussions => &["discussion"],
            JournalSubject::Library => &["library", "dossier", "keyword"],
            JournalSubject::Polls => &["poll"],
            JournalSubject::Charter => &["charter"],
            JournalSubject::Site => &["council", "toolbox", "glossary", "tutorials"],
        }
    }
}

/// Which lines are looked for, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalForm {
    /// Words of a name.
    pub who: String,
    /// Code of a [`JournalSubject`]; any when empty.
    pub subject: String,
    /// The first day, or empty.
    pub from: String,
    /// The last day, or empty.
    pub to: String,
}

/// Which lines are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// Words of the name of who did it, or of who it happened to.
    pub who: String,
    /// What it is about.
    pub subject: Option<JournalSubject>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Until this day, included.
    pub to: Option<NaiveDate>,
}

impl JournalForm {
    /// Checks the days; what is about something else than the known subjects is about anything.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<JournalFilter, Refusal> {
        let mut problems = Problems::new();
        let mut day = |field, typed: &str| match typed.trim() {
            "" => None,
            typed => problems.check(field, form::date(typed)),
        };
        let (from, to) = (day("du", &self.from), day("au", &self.to));
        problems.into_result()?;
        let subject = JournalSubject::from_code(&self.subject);
        Ok(JournalFilter { who: self.who.clone(), subject, from, to })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_days_or_nothing() {
        let form = |from: &str, to: &str| JournalForm {
            subject: "votes".into(),
            from: from.into(),
            to: to.into(),
            ..JournalForm::default()
        };
        let filter = form(" ", "22/11/2026").check().expect("accepted");
        assert_eq!((filter.from, filter.to), (None, "2026-11-22".parse().ok()));
        assert_eq!(filter.subject, Some(JournalSubject::Polls));
        let Err(Refusal::Invalid(errors)) = form("hier", "demain").check() else { panic!("refused") };
        assert_eq!(errors.iter().map(|error| error.field.as_str()).collect::<Vec<_>>(), ["du", "au"]);
    }
}
