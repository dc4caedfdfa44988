//! What may be looked for in the journal.

use chrono::NaiveDate;

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
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
            JournalSubject::People => {
                &["account", "person", "welcome", "data", "declaration", "delegation", "behalf"]
            }
            JournalSubject::Groups => &["group", "handover"],
            JournalSubject::Texts => &["contribution", "suggestion", "comment", "dissent", "template"],
            JournalSubject::Discussions => &["discussion", "moderation"],
            JournalSubject::Library => &["library", "dossier", "keyword"],
            JournalSubject::Polls => &["poll"],
            JournalSubject::Charter => &["charter"],
            JournalSubject::Site => &["council", "toolbox", "glossary", "tutorials", "journal", "webhook"],
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
    /// Whether only what was done on behalf of somebody is looked for: anything but blank.
    pub on_behalf: String,
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
    /// Only what was done on behalf of somebody.
    pub on_behalf: bool,
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
        let on_behalf = !self.on_behalf.trim().is_empty();
        Ok(JournalFilter { who: self.who.clone(), subject, from, to, on_behalf })
    }
}

/// How long the journal is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Years; none without limit.
    pub years: Option<u32>,
    /// Months during which it says where lines come from.
    pub origin_months: u32,
}

impl Default for Kept {
    fn default() -> Kept {
        Kept { years: None, origin_months: 12 }
    }
}

/// Years a journal may be asked to be kept.
const YEARS_MAX: u32 = 100;
/// Months it may be asked to say where lines come from.
const MONTHS_MAX: u32 = 36;

/// How long the journal is kept, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeepForm {
    /// Years; blank without limit.
    pub years: String,
    /// Months.
    pub origin_months: String,
}

impl KeepForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<Kept, Refusal> {
        let mut problems = Problems::new();
        let positive = |count: u32| if count == 0 { Err(FieldProblem::NotANumber) } else { Ok(count) };
        let years = match self.years.trim() {
            "" => None,
            typed => problems.check("years", form::count(typed, YEARS_MAX).and_then(positive)),
        };
        let months = form::count(&self.origin_months, MONTHS_MAX).and_then(positive);
        let origin_months = problems.check("origin_months", months);
        problems.into_result()?;
        origin_months.map(|origin_months| Kept { years, origin_months }).ok_or(Refusal::Malformed)
    }
}

/// The part of the network that an address belongs to: never the whole address. `local` is the machine itself, `private`
/// the network it stands in.
pub fn shortened(address: &str) -> Option<String> {
    let address: std::net::IpAddr = address.trim().parse().ok()?;
    let address = address.to_canonical();
    match address {
        _ if address.is_loopback() => Some("local".to_owned()),
        std::net::IpAddr::V4(v4) if v4.is_private() || v4.is_link_local() => Some("private".to_owned()),
        std::net::IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            Some(format!("{a}.{b}.{c}.0/24"))
        }
        std::net::IpAddr::V6(v6) if v6.is_unique_local() || v6.is_unicast_link_local() => {
            Some("private".to_owned())
        }
        std::net::IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            Some(format!("{}/48", std::net::Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)))
        }
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

    #[test]
    fn of_an_address_only_the_part_of_the_network_is_kept() {
        for (address, kept) in [
            ("203.0.113.77", Some("203.0.113.0/24")),
            ("::ffff:203.0.113.77", Some("203.0.113.0/24")),
            ("2001:db8:12:3456::9", Some("2001:db8:12::/48")),
            ("192.168.1.20", Some("private")),
            ("fd00::1", Some("private")),
            ("127.0.0.1", Some("local")),
            ("::1", Some("local")),
            ("unknown", None),
        ] {
            assert_eq!(shortened(address).as_deref(), kept, "{address}");
        }
    }

    #[test]
    fn the_journal_is_kept_without_limit_or_for_years() {
        let form = |years: &str, months: &str| KeepForm { years: years.into(), origin_months: months.into() };
        assert_eq!(form("", "12").check(), Ok(Kept::default()));
        assert_eq!(form("10", "6").check(), Ok(Kept { years: Some(10), origin_months: 6 }));
        for (years, months, field) in [("0", "12", "years"), ("x", "12", "years"), ("", "", "origin_months")]
        {
            let Err(Refusal::Invalid(errors)) = form(years, months).check() else { panic!("refused") };
            assert_eq!(errors[0].field, field);
        }
    }
}
