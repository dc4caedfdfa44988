//! The header of a text: YAML between two lines of dashes.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeOwned, MapAccess, SeqAccess, Visitor},
};

use super::text::Problem;

/// What a header says, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct FrontMatter {
    pub title: Option<String>,
    pub kind: Option<String>,
    pub group: Option<String>,
    pub status: Option<String>,
    pub authors: List,
    pub summary: Option<String>,
    pub created_on: Option<String>,
    pub number: Option<String>,
    pub adopted_on: Option<String>,
    pub adoption_body: Option<String>,
    pub votes_for: Option<String>,
    pub votes_against: Option<String>,
    pub votes_abstaining: Option<String>,
    pub published_on: Option<String>,
    pub review: Option<Vec<Entry>>,
    pub revisions: Option<Vec<Entry>>,
    pub due_on: Option<String>,
    pub reviewers: Option<Vec<Reviewer>>,
    pub consulted_on: Option<String>,
    pub consulted_until: Option<String>,
    pub consultation: Option<String>,
}

const KEYS: [&str; 21] = [
    "title",
    "kind",
    "group",
    "status",
    "authors",
    "summary",
    "created_on",
    "number",
    "adopted_on",
    "adoption_body",
    "votes_for",
    "votes_against",
    "votes_abstaining",
    "published_on",
    "review",
    "revisions",
    "due_on",
    "reviewers",
    "consulted_on",
    "consulted_until",
    "consultation",
];

/// A review or a revision. YAML 1.1 took the key `on` for a boolean; here it is a word like the others.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entry {
    pub by: Option<String>,
    pub on: Option<String>,
    pub verdict: Option<String>,
    pub comment: Option<String>,
    pub reason: Option<String>,
}

/// Somebody who is to review a text: their address, perhaps with a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reviewer {
    pub who: String,
    pub due_on: Option<String>,
}

impl<'de> Deserialize<'de> for Reviewer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Reviewer, D::Error> {
        struct AddressAndDay;
        impl<'de> Visitor<'de> for AddressAndDay {
            type Value = Reviewer;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an address, or « who: » with « due_on: »")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Reviewer, E> {
                Ok(Reviewer { who: text.to_owned(), due_on: None })
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Reviewer, A::Error> {
                let mut reviewer = Reviewer::default();
                while let Some((key, value)) = entries.next_entry::<String, String>()? {
                    match key.as_str() {
                        "who" => reviewer.who = value,
                        "due_on" => reviewer.due_on = Some(value),
                        _ => return Err(de::Error::unknown_field(&key, &["who", "due_on"])),
                    }
                }
                Ok(reviewer)
            }
        }
        deserializer.deserialize_any(AddressAndDay)
    }
}

/// Addresses: a YAML list, or one line with commas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List(pub Vec<String>);

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<List, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = List;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of addresses")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<List, E> {
                Ok(List(super::groups::emails(text)))
            }
            fn visit_unit<E: de::Error>(self) -> Result<List, E> {
                Ok(List::default())
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<List, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element::<String>()? {
                    list.extend(super::groups::emails(&item));
                }
                Ok(List(list))
            }
        }
        deserializer.deserialize_any(Words)
    }
}

/// A text with its header.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What the header says.
    pub header: FrontMatter,
    /// Keys that mean nothing here.
    pub unknown: Vec<String>,
    /// What comes after, in Markdown.
    pub body: String,
    lines: Vec<(String, u64)>,
}

impl Sheet {
    /// The line of a key of the header.
    pub fn line_of(&self, key: &str) -> Option<u64> {
        self.lines.iter().find(|(known, _)| known == key).map(|(_, line)| *line)
    }
}

/// A text parted from its header.
#[derive(Clone, Debug)]
pub struct Parted {
    yaml: String,
    lines: Vec<(String, u64)>,
    /// What comes after the header, in Markdown.
    pub body: String,
    /// The line at which it begins in the file.
    pub body_line: u64,
}

impl Parted {
    /// What the header says.
    ///
    /// # Errors
    /// It is not YAML, or not what is asked for: the line where it stops being so.
    pub fn header<T: DeserializeOwned + Default>(&self) -> Result<T, Problem> {
        if self.yaml.trim().is_empty() {
            return Ok(T::default());
        }
        serde_saphyr::from_str(&self.yaml).map_err(|error| {
            let stopped = error.location().map_or(0, |place| place.line());
            unreadable::<T>(&self.yaml, &self.lines, stopped)
        })
    }

    /// The keys of the header that are none of these.
    pub fn unknown(&self, known: &[&str]) -> Vec<String> {
        let keys = self.lines.iter().map(|(key, _)| key);
        keys.filter(|key| !known.contains(&key.as_str())).cloned().collect()
    }
}

/// Parts a text from its header.
///
/// # Errors
/// There is no header, or a key is there twice.
pub fn part(text: &str) -> Result<Parted, Problem> {
    let Some(after) =
        text.strip_prefix("---").and_then(|rest| rest.trim_start_matches([' ', '\t']).strip_prefix('\n'))
    else {
        return Err(Problem::at(1, "the file does not begin with a header between two lines « --- »"));
    };
    let mut at = 0;
    let mut end = None;
    for line in after.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            end = Some((at, at + line.len()));
            break;
        }
        at += line.len();
    }
    let Some((end, body)) = end else {
        return Err(Problem::at(1, "the header is not closed: no second line « --- »"));
    };
    let yaml = &after[..end];
    let lines = keys(yaml);
    for (place, (key, line)) in lines.iter().enumerate() {
        if lines[..place].iter().any(|(known, _)| known == key) {
            return Err(Problem::at(*line, format!("the key {key} is there twice")));
        }
    }
    let body_line = 3 + yaml.matches('\n').count() as u64;
    Ok(Parted { yaml: yaml.to_owned(), lines, body: after[body..].to_owned(), body_line })
}

/// Parts a text from its header, and reads the header.
///
/// # Errors
/// There is no header, or it is not YAML: the line where it stops being so.
pub fn read(text: &str) -> Result<Sheet, Problem> {
    let parted = part(text)?;
    let (header, unknown) = (parted.header()?, parted.unknown(&KEYS));
    Ok(Sheet { header, unknown, body: parted.body, lines: parted.lines })
}

/// The keys of the header, each with its line in the file.
fn keys(yaml: &str) -> Vec<(String, u64)> {
    let key = |line: &str| {
        let first = line.chars().next()?;
        let (key, _) = line.split_once(':')?;
        (!first.is_whitespace() && !matches!(first, '-' | '#' | '"' | '\'')).then(|| key.trim().to_owned())
    };
    (2..).zip(yaml.lines()).filter_map(|(number, line)| Some((key(line)?, number))).collect()
}

/// Why the header cannot be read: the first key that cannot be read by itself, or else the line where reading stopped.
fn unreadable<T: DeserializeOwned>(yaml: &str, lines: &[(String, u64)], stopped: u64) -> Problem {
    let all: Vec<&str> = yaml.split_inclusive('\n').collect();
    // The header begins at the second line of the file.
    let place =
        |line: u64| usize::try_from(line).map_or(all.len(), |line| line.saturating_sub(2)).min(all.len());
    for (at, (key, line)) in lines.iter().enumerate() {
        let end = lines.get(at + 1).map_or(all.len(), |(_, next)| place(*next));
        let own = all[place(*line)..end].concat();
        if serde_saphyr::from_str::<T>(&own).is_err() {
            return Problem::at(*line, format!("what follows « {key}: » cannot be read: {ADVICE}"));
        }
    }
    Problem::at(stopped + 1, format!("the header cannot be read from here on: {ADVICE}"))
}

/// What mends most headers.
const ADVICE: &str = "put a text that holds « : », « # » or quotation marks between quotation marks, close those that \
                      are open, and begin the lines of a list with two spaces and a dash";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_that_cannot_be_read_is_told_at_its_line_and_in_a_sentence() {
        for (header, line, key) in [
            ("title: Avis\nsummary: La gare : \"un lieu\n", 3, "summary"),
            ("title: Avis\nstatus: draft\nreview: demain\n", 4, "review"),
            ("title: [un\nstatus: draft\n", 2, "title"),
        ] {
            let refused = read(&format!("---\n{header}---\n\nTexte\n")).expect_err(header);
            assert_eq!(refused.line, Some(line), "{header}: {}", refused.why);
            assert!(refused.why.contains(&format!("« {key}: »")) && refused.why.contains("quotation marks"));
        }
    }

    #[test]
    fn a_header_is_read_as_words() {
        let sheet = read(
            "---\ntitle: 2026\nnumber: 2026-04\nvotes_for: 31\nstatus: yes\nadopted_on: 2026-04-30\nauthors: [A@b.fr, c@d.fr]\n\
             odd: 1\nreview:\n  - by: a@b.fr\n    on: 30/04/2026\n    verdict: approve\nrevisions:\n---\n\n# Texte\n",
        )
        .expect("read");
        let header = &sheet.header;
        assert_eq!(header.title.as_deref(), Some("2026"));
        assert_eq!(header.number.as_deref(), Some("2026-04"));
        assert_eq!(header.votes_for.as_deref(), Some("31"));
        assert_eq!(header.status.as_deref(), Some("yes"));
        assert_eq!(header.authors, List(vec!["a@b.fr".into(), "c@d.fr".into()]));
        let review = header.review.as_deref().expect("a review");
        assert_eq!(review[0].on.as_deref(), Some("30/04/2026"));
        assert!(header.revisions.is_none());
        assert_eq!(sheet.unknown, ["odd"]);
        assert_eq!(sheet.line_of("odd"), Some(8));
        assert_eq!(sheet.body, "\n# Texte\n");
    }

    #[test]
    fn authors_may_be_on_one_line_or_nobody() {
        let authors = |yaml: &str| read(&format!("---\n{yaml}\n---\n")).expect("read").header.authors.0;
        assert_eq!(authors("authors: a@b.fr, c@d.fr"), ["a@b.fr", "c@d.fr"]);
        assert!(authors("authors:").is_empty());
        assert!(authors("title: x").is_empty());
    }

    #[test]
    fn reviewers_have_an_address_and_perhaps_a_day() {
        let header = read("---\nreviewers:\n  - a@b.fr\n  - who: c@d.fr\n    due_on: 2027-01-15\n---\n")
            .expect("read")
            .header;
        let reviewer =
            |who: &str, day: Option<&str>| Reviewer { who: who.into(), due_on: day.map(str::to_owned) };
        assert_eq!(
            header.reviewers,
            Some(vec![reviewer("a@b.fr", None), reviewer("c@d.fr", Some("2027-01-15"))])
        );
        assert!(read("---\nreviewers:\n  - qui: c@d.fr\n---\n").is_err());
    }

    #[test]
    fn a_header_that_cannot_be_read_is_refused_with_its_line() {
        let refused = |text: &str| read(text).expect_err("refused");
        assert_eq!(refused("# Titre\n").line, Some(1));
        assert_eq!(refused("---\ntitle: a\n").line, Some(1));
        assert_eq!(refused("---\ntitle: a\ntitle: b\n---\n").line, Some(3));
        let open = refused("---\ntitle: \"a\ngroup: b\n---\n");
        assert!(open.line.is_some_and(|line| line >= 2), "{open:?}");
        assert!(refused("---\ntitle: [a, b]\n---\n").why.contains("« title: »"));
        assert!(refused("---\n- a\n- b\n---\n").why.contains("header"));
    }
}
