//! What opens doors, or what only one machine can use, is in no archive: whoever is given one reads the council, and
//! cannot become somebody in it.

use serde_json::Value as Json;

use crate::{
    backups::is_kept,
    db::whole::{Row, Table},
    jobs,
};

/// Tables that open doors, besides those that a backup leaves out, and what one installation tells others: mails hold
/// links, webhooks a secret, and the installation that wrote them sends them.
const CLOSED: [&str; 8] = [
    "code_secrets",
    "known_devices",
    "linked_accounts",
    "mails",
    "passkeys",
    "recovery_codes",
    "webhook_messages",
    "webhooks",
];

/// What becomes of a value that opens a door.
#[derive(Clone, Copy)]
enum Shut {
    /// It is left out.
    Emptied,
    /// A word that opens nothing takes its place, which must be of this row alone.
    Barred,
}

/// The columns that open doors, in tables that are kept; the last is what a machine was doing.
const DOORS: [(&str, &str, Shut); 4] = [
    ("users", "password_hash", Shut::Emptied),
    ("library_links", "password_hash", Shut::Emptied),
    ("library_links", "token_hash", Shut::Barred),
    ("jobs", "claimed_at", Shut::Emptied),
];

/// Whether a table is in an archive.
pub(super) fn is_told(table: &str) -> bool {
    is_kept(table) && !CLOSED.contains(&table)
}

fn value<'a>(table: &Table, row: &'a mut Row, name: &str) -> Option<&'a mut Json> {
    let place = table.columns.iter().position(|column| column.name == name)?;
    row.get_mut(place)
}

/// Shuts the doors of a row; `false` if it is in no archive at all. Done again with what comes from outside.
pub(super) fn shut(table: &Table, row: &mut Row) -> bool {
    if table.name == "jobs" {
        let kind = value(table, row, "kind").and_then(|kind| kind.as_str().map(str::to_owned));
        // The installation that has them to send sends them.
        let sends = |kind: &str| kind == jobs::TELL_PROGRAM || jobs::MAILS.contains(&kind);
        if kind.is_none_or(|kind| sends(&kind)) {
            return false;
        }
    }
    for (_, name, how) in DOORS.iter().filter(|(of, ..)| *of == table.name) {
        let id = value(table, row, "id").map(|id| id.to_string()).unwrap_or_default();
        if let Some(value) = value(table, row, name) {
            *value = match how {
                Shut::Emptied => Json::Null,
                Shut::Barred => Json::String(format!("barred-{id}")),
            };
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::db::whole::{Column, Kind};

    fn table(name: &str, columns: &[(&str, Kind)]) -> Table {
        let column = |(name, kind): &(&str, Kind)| Column { name: (*name).to_owned(), kind: *kind };
        Table {
            name: name.to_owned(),
            columns: columns.iter().map(column).collect(),
            key: vec!["id".to_owned()],
        }
    }

    #[test]
    fn what_opens_doors_is_left_out_or_barred() {
        for name in ["sessions", "one_time_links", "code_secrets", "passkeys", "mails", "search_words"] {
            assert!(!is_told(name), "{name}");
        }
        for name in ["users", "events", "journal_seals", "poll_secret_ballots", "jobs"] {
            assert!(is_told(name), "{name}");
        }
        let links = table(
            "library_links",
            &[("id", Kind::Integer), ("token_hash", Kind::Text), ("password_hash", Kind::Text)],
        );
        let mut row = vec![json!(7), json!("abcd"), json!("$argon2id$")];
        assert!(shut(&links, &mut row));
        assert_eq!(row, [json!(7), json!("barred-7"), Json::Null]);
        let jobs =
            table("jobs", &[("id", Kind::Integer), ("kind", Kind::Text), ("claimed_at", Kind::Moment)]);
        assert!(!shut(&jobs, &mut vec![json!(1), json!("send_link"), Json::Null]));
        let mut reading = vec![json!(2), json!("read-file"), json!("2026-11-22T08:00:00Z")];
        assert!(shut(&jobs, &mut reading));
        assert_eq!(reading[2], Json::Null);
    }
}
