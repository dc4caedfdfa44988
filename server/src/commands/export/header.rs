//! The header of a text: YAML between two lines of dashes, as `import::front_matter` reads it.

use std::fmt::Write;

use chrono::NaiveDate;

/// A header being written.
#[derive(Debug, Default)]
pub struct Header(String);

/// Words between quotation marks: nothing in them is a mark of YAML.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl Header {
    /// A key and what it says: a code, a number, a day.
    pub fn plain(&mut self, key: &str, said: impl std::fmt::Display) {
        // Writing to a string does not fail.
        let _ = writeln!(self.0, "{key}: {said}");
    }

    /// A key and words; nothing if there are none.
    pub fn words(&mut self, key: &str, said: &str) {
        if !said.is_empty() {
            self.plain(key, quoted(said));
        }
    }

    /// A key and a day, if there is one.
    pub fn day(&mut self, key: &str, said: Option<NaiveDate>) {
        if let Some(day) = said {
            self.plain(key, day);
        }
    }

    /// A key and a list, each item in one line or more; nothing if there is none.
    pub fn list(&mut self, key: &str, items: &[String]) {
        if !items.is_empty() {
            let items: String =
                items.iter().map(|item| format!("\n  - {}", item.replace('\n', "\n    "))).collect();
            self.0.push_str(&format!("{key}:{items}\n"));
        }
    }

    /// The whole file: the header, then the text.
    pub fn before(self, body: &str) -> String {
        format!("---\n{}---\n\n{}\n", self.0, body.trim_end_matches('\n'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::import::front_matter;

    #[test]
    fn what_is_written_is_read_again() {
        let mut header = Header::default();
        header.words("title", "Avis : « l’eau » # 1, \"oui\"");
        header.words("summary", "Une ligne.\nUne autre\tet \\ une barre.");
        header.words("consultation", "");
        header.day("due_on", NaiveDate::from_ymd_opt(2027, 1, 31));
        header.list("authors", &[quoted("a@b.fr"), quoted("c@d.fr")]);
        header.list("review", &["by: \"a@b.fr\"\non: 2026-04-30\nverdict: approve".to_owned()]);
        let file = header.before("# Titre\n\n---\n\nFin\n");
        let sheet = front_matter::read(&file).expect("read");
        assert_eq!(sheet.header.title.as_deref(), Some("Avis : « l’eau » # 1, \"oui\""));
        assert_eq!(sheet.header.summary.as_deref(), Some("Une ligne.\nUne autre\tet \\ une barre."));
        assert_eq!(sheet.header.due_on.as_deref(), Some("2027-01-31"));
        assert_eq!(sheet.header.authors.0, ["a@b.fr", "c@d.fr"]);
        let review = sheet.header.review.expect("a review");
        assert_eq!(
            (review[0].by.as_deref(), review[0].verdict.as_deref()),
            (Some("a@b.fr"), Some("approve"))
        );
        assert_eq!(sheet.header.consultation, None);
        assert!(sheet.unknown.is_empty());
        assert_eq!(sheet.body, "\n# Titre\n\n---\n\nFin\n");
    }
}
