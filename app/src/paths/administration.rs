//! Addresses of what administrators and the chair look after.

use domain::ids::{MailId, UserId};

/// What administrators and the chair look after.
pub const ADMINISTRATION: &str = "/administration";
/// The council's settings and words.
pub const ADMINISTRATION_COUNCIL: &str = "/administration/conseil";
/// The people, their invitations and their mandates.
pub const ADMINISTRATION_MEMBERS: &str = "/administration/membres";
/// The mails kept here where no mail server is set.
pub const ADMINISTRATION_MAILS: &str = "/administration/messages";
/// The journal.
pub const ADMINISTRATION_JOURNAL: &str = "/administration/journal";
/// Whether the journal is whole, and how long it is kept.
pub const ADMINISTRATION_JOURNAL_CHAIN: &str = "/administration/journal/verification";
/// The journal, as a table.
pub const JOURNAL_CSV: &str = "/administration/journal.csv";
/// The journal, as lines for programs.
pub const JOURNAL_LINES: &str = "/administration/journal.jsonl";
/// What the journal says of the person asking.
pub const MY_JOURNAL: &str = "/mon-compte/journal";
/// The backups, and what may be wrong with them.
pub const ADMINISTRATION_BACKUPS: &str = "/administration/sauvegardes";
/// The register of what is kept about people.
pub const ADMINISTRATION_DATA: &str = "/administration/donnees";
/// How long it is kept, and who answers for it.
pub const ADMINISTRATION_KEEPING: &str = "/administration/donnees/durees";
/// Choosing whose mandates end.
pub const ADMINISTRATION_MANDATES: &str = "/administration/membres/mandats";
/// Choosing whose mandates run longer.
pub const ADMINISTRATION_PROLONG_MANDATES: &str = "/administration/membres/mandats/prolonger";
/// Ending the mandates that were chosen.
pub const ADMINISTRATION_END_MANDATES: &str = "/administration/membres/mandats/fin";
/// Inviting people.
pub const ADMINISTRATION_INVITE: &str = "/administration/membres/inviter";

/// A person's record, for administrators.
pub fn administration_member(id: UserId) -> String {
    format!("{ADMINISTRATION_MEMBERS}/{id}")
}

/// One mail kept here.
pub fn administration_mail(id: MailId) -> String {
    format!("{ADMINISTRATION_MAILS}/{id}")
}

/// The people whose mandate is about to end.
pub fn mandates_about_to_end() -> String {
    format!("{ADMINISTRATION_MEMBERS}?mandat=bientot-fini")
}

/// Erasing somebody.
pub fn administration_erase(id: UserId) -> String {
    format!("{}/effacer", administration_member(id))
}
