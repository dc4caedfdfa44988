//! What can be found by its words, and how a search is narrowed.

use chrono::{Days, NaiveDate};

use crate::columns::coded_enum;

coded_enum! {
    /// What was found. The code is what an address says, and what the index keeps.
    pub enum SubjectKind {
        /// A text that is being written, or adopted and not public.
        Text = "text",
        /// A published text.
        Publication = "publication",
        /// A message of a discussion.
        Message = "message",
        /// What somebody said of a text.
        Review = "review",
        /// A comment on a passage of a text, or an answer to one.
        Comment = "comment",
        /// A document of a library.
        Document = "document",
        /// A dossier: an ordered selection of documents, texts and links.
        Dossier = "dossier",
        /// A person.
        Person = "person",
        /// A group.
        Group = "group",

        /// A sheet of the toolbox.
        Method = "method",
        /// A tutorial.
        Tutorial = "tutorial",
        /// An acronym of the glossary.
        Acronym = "acronym",
        /// An article of a framing text in force.
        Article = "article",
    }
}

coded_enum! {
    /// How long ago something was last written.
    pub enum Period {
        /// Within a week.
        Week = "semaine",
        /// Within thirty days.
        Month = "mois",
        /// Within a year.
        Year = "annee",
        /// More than a year ago.
        Older = "avant",
    }
}

impl Period {
    /// The days of the period, both included: since when, until when.
    pub fn days(self, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let ago = |days: u64| today.checked_sub_days(Days::new(days));
        match self {
            Period::Week => (ago(6), None),
            Period::Month => (ago(29), None),
            Period::Year => (ago(364), None),
            Period::Older => (None, ago(365)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_of_the_last_year_or_older_and_never_both() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let within = |period: Period, day: NaiveDate| {
            let (from, to) = period.days(today);
            from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
        };
        for ago in [0, 6, 7, 29, 30, 364, 365, 4_000] {
            let day = today.checked_sub_days(Days::new(ago)).expect("a day");
            assert_eq!(within(Period::Week, day), ago < 7, "{ago}");
            assert_eq!(within(Period::Month, day), ago < 30, "{ago}");
            assert_ne!(within(Period::Year, day), within(Period::Older, day), "{ago}");
        }
    }
}
