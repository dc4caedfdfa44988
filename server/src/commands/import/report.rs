//! What an import did, refused and left aside.

use std::fmt::{self, Write as _};

use backend::Outcome;

use super::text::Problem;

/// The kinds of things that are imported, in the order in which they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `council.toml`.
    Council,
    /// `members.csv`.
    Members,
    /// `groups.csv`.
    Groups,
    /// `contributions/*.md`.
    Contributions,
    /// `library/**`.
    Library,

    /// `methods/*.md`.
    Methods,
    /// `tutorials/**`.
    Tutorials,
    /// `glossary.csv`.
    Glossary,
    /// `charter/*.md`.
    Charter,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 9] = [
        Kind::Council,
        Kind::Members,
        Kind::Groups,
        Kind::Contributions,
        Kind::Library,
        Kind::Methods,
        Kind::Tutorials,
        Kind::Glossary,
        Kind::Charter,
    ];

    /// Its name in the report.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Council => "council",
            Kind::Members => "members",
            Kind::Groups => "groups",
            Kind::Contributions => "contributions",
            Kind::Library => "library",
            Kind::Methods => "methods",
            Kind::Tutorials => "tutorials",
            Kind::Glossary => "glossary",
            Kind::Charter => "charter",
        }
    }
}

/// How many records of a kind became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New ones.
    pub created: usize,
    /// There already, and brought up to date.
    pub changed: usize,
    /// There already, the same.
    pub unchanged: usize,
    /// Refused, without a trace.
    pub refused: usize,
}

/// Something to say of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its path in the folder.
    pub file: String,
    /// The line, if it is about one.
    pub line: Option<u64>,
    /// What there is to say.
    pub what: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&self.file))?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}", shown(&self.what))
    }
}

/// A text from outside as a terminal may show it: on one line, without control characters, not endless.
pub fn shown(text: &str) -> String {
    const MAX: usize = 300;
    let mut shown = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == MAX {
            shown.push('…');
            break;
        }
        let hidden = c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if hidden { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    shown
}

/// What an import did.
#[derive(Clone, Debug, Default)]
pub struct Report {
    counts: [Counts; Kind::ALL.len()],
    /// Lines and files refused, or the part of them that was.
    pub refused: Vec<Line>,
    /// Worth knowing, and no fault.
    pub notes: Vec<Line>,
    /// Whether nothing was written.
    pub dry_run: bool,
}

impl Report {
    /// Nothing done yet.
    pub(super) fn new(dry_run: bool) -> Report {
        Report { dry_run, ..Default::default() }
    }

    /// How many records of this kind became what.
    pub fn counts(&self, kind: Kind) -> Counts {
        self.counts[kind as usize]
    }

    /// Notes what became of a record.
    pub(super) fn count(&mut self, kind: Kind, outcome: Outcome) {
        let counts = &mut self.counts[kind as usize];
        match outcome {
            Outcome::Created => counts.created += 1,
            Outcome::Changed => counts.changed += 1,
            Outcome::Unchanged => counts.unchanged += 1,
        }
    }

    /// Notes that a record is refused.
    pub(super) fn refuse(&mut self, kind: Kind, file: &str, problem: Problem) {
        self.counts[kind as usize].refused += 1;
        self.leave_out(file, problem);
    }

    /// Notes that a part of a record is left out.
    pub(super) fn leave_out(&mut self, file: &str, problem: Problem) {
        self.refused.push(Line { file: file.to_owned(), line: problem.line, what: problem.why });
    }

    /// Notes something that is no fault.
    pub(super) fn note(&mut self, file: &str, what: impl Into<String>) {
        self.notes.push(Line { file: file.to_owned(), line: None, what: what.into() });
    }

    /// Whether anything was refused.
    pub fn is_clean(&self) -> bool {
        self.refused.is_empty()
    }

    /// Whether the installation is not what it was.
    pub fn changed_anything(&self) -> bool {
        self.counts.iter().any(|counts| counts.created + counts.changed > 0)
    }

    /// The summary, a line a kind.
    pub fn summary(&self) -> String {
        let mut text = String::new();
        for kind in Kind::ALL {
            let Counts { created, changed, unchanged, refused } = self.counts(kind);
            if created + changed + unchanged + refused > 0 {
                // Writing to a string does not fail.
                let _ = writeln!(
                    text,
                    "{:<14} {created} created, {changed} changed, {unchanged} unchanged, {refused} refused",
                    kind.name()
                );
            }
        }
        text.push_str(match (self.dry_run, self.changed_anything()) {
            (true, true) => {
                "Nothing was written: this was a trial. Without --dry-run, the same would be done.\n"
            }
            (true, false) => "Nothing was written: this was a trial, and nothing would change.\n",
            (false, true) => "",
            (false, false) => "Nothing changed.\n",
        });
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_from_outside_cannot_play_with_the_terminal() {
        let line = Line { file: "a\u{1b}[2J\n.csv".into(), line: Some(7), what: "b\u{202e}".into() };
        assert_eq!(line.to_string(), "a\\u{1b}[2J\\u{a}.csv, line 7: b\\u{202e}");
        assert_eq!(shown(&"é".repeat(400)).chars().count(), 301);
    }
}
