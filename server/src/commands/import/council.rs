//! `council.toml`: name, territory, presentation, colleges, checklist, words of the council.

use std::sync::Arc;

use anyhow::Result;
use backend::council::{self, Council};
use domain::council::{CouncilForm, Words};
use toml::{Table, Value};

use super::{report::Kind, text::Problem, work::Work};
use crate::{commands::words::refusal_sentence, state::plain};

/// The file.
pub const FILE: &str = "council.toml";

const KEYS: [&str; 8] =
    ["name", "territory", "presentation", "joining", "contact_email", "colleges", "checklist", "words"];

/// Imports the file. What it does not say stays as it is.
///
/// # Errors
/// The database failed.
pub async fn import(work: &mut Work<'_>) -> Result<()> {
    let Some(text) = work.text(Kind::Council, FILE) else { return Ok(()) };
    let present = council::current(&work.cx).await.map_err(plain)?;
    let read = match read(&text, present) {
        Ok(read) => read,
        Err(problem) => {
            work.report.refuse(Kind::Council, FILE, problem);
            return Ok(());
        }
    };
    for key in &read.unknown {
        work.report.note(FILE, format!("the key « {key} » means nothing here"));
    }
    let mut refused = read.refused;
    refused.sort_by_key(|problem| problem.line);
    for problem in refused {
        work.report.leave_out(FILE, problem);
    }
    let checked = read.form.check().and_then(|settings| Ok((settings, Words::check(read.words)?)));
    let done = match checked {
        Ok((settings, words)) => {
            work.write(async |cx, tx| council::upsert(cx, tx, &settings, &words).await).await?
        }
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(outcome) => work.report.count(Kind::Council, outcome),
        Err(refusal) => {
            work.report.refuse(Kind::Council, FILE, Problem::whole(refusal_sentence(&refusal)));
        }
    }
    work.settle().await?;
    council::forget(&work.cx);
    Ok(())
}

struct Read {
    form: CouncilForm,
    words: Vec<(String, String)>,
    unknown: Vec<String>,
    /// Words left aside: the council is worth more than they are.
    refused: Vec<Problem>,
}

fn read(text: &str, present: Option<Arc<Council>>) -> Result<Read, Problem> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count() as u64;
        Problem::at(line, format!("this is not TOML: {}", error.message()))
    })?;
    let present = present.as_deref().cloned().unwrap_or_default();
    let mut form = CouncilForm {
        name: present.name,
        territory: present.territory,
        presentation: present.presentation,
        joining: present.joining,
        contact_email: present.contact_email,
        colleges: present.colleges.join("\n"),
        checklist: present.checklist.join("\n"),
    };
    for (key, field) in [
        ("name", &mut form.name),
        ("territory", &mut form.territory),
        ("presentation", &mut form.presentation),
        ("joining", &mut form.joining),
        ("contact_email", &mut form.contact_email),
        ("colleges", &mut form.colleges),
        ("checklist", &mut form.checklist),
    ] {
        if let Some(value) = table.get(key) {
            *field =
                words_of(value).ok_or_else(|| wrong(text, key, "must be a text between quotation marks"))?;
        }
    }
    let mut refused = Vec::new();
    let words = match table.get("words") {
        None => council_words(&present.words),
        Some(Value::Table(words)) => {
            let mut read = Vec::new();
            for (key, value) in flat(words) {
                match word(&key, &value) {
                    Ok(word) => read.push((key, word)),
                    Err(why) => refused.push(wrong(text, &key, &why)),
                }
            }
            read
        }
        Some(_) => return Err(wrong(text, "words", "must be a table: write [words] on a line of its own")),
    };
    let unknown = table.keys().filter(|key| !KEYS.contains(&key.as_str())).cloned().collect();
    Ok(Read { form, words, unknown, refused })
}

/// The lines of a table; `kind.opinion` may be written as it is, between quotation marks, or under `[words.kind]`.
fn flat(table: &Table) -> Vec<(String, Value)> {
    table
        .iter()
        .flat_map(|(key, value)| match value {
            Value::Table(inner) => {
                flat(inner).into_iter().map(|(rest, value)| (format!("{key}.{rest}"), value)).collect()
            }
            value => vec![(key.clone(), value.clone())],
        })
        .collect()
}

/// A word that the council may choose.
fn word(key: &str, value: &Value) -> Result<String, String> {
    let known = Words::keys();
    if !known.iter().any(|known| known == key) {
        // All of them would be cut short on a terminal.
        let nearest = known
            .iter()
            .max_by(|a, b| strsim::jaro_winkler(a, key).total_cmp(&strsim::jaro_winkler(b, key)))
            .map_or("kind.opinion", String::as_str);
        return Err(format!(
            "is no word that a council can choose; did you mean {nearest}? docs/IMPORT.md lists them all"
        ));
    }
    let word = value.as_str().ok_or("must be a text between quotation marks")?;
    Words::check([(key.to_owned(), word.to_owned())]).map_err(|refusal| refusal_sentence(&refusal))?;
    Ok(word.to_owned())
}

fn council_words(words: &Words) -> Vec<(String, String)> {
    let kept = |key: String| words.get(&key).map(str::to_owned).map(|word| (key, word));
    Words::keys().into_iter().filter_map(kept).collect()
}

/// A text, or a list of them, one a line.
fn words_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(list) => {
            let list: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
            Some(list?.join("\n"))
        }
        _ => None,
    }
}

fn wrong(text: &str, key: &str, why: &str) -> Problem {
    let line_of = |key: &str| {
        let names_it = |line: &str| line.trim_start().trim_start_matches(['"', '\'', '[']).starts_with(key);
        (1..).zip(text.lines()).find(|(_, line)| names_it(line)).map(|(number, _)| number)
    };
    // `kind.opinion` may be written `opinion`, under `[words.kind]`.
    let line = line_of(key).or_else(|| line_of(key.rsplit_once('.')?.1));
    Problem { line, why: format!("{key} {why}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_word_is_told_with_the_nearest_and_the_guide_lists_them_all() {
        let why = word("kind.opinon", &Value::String("Avis".into())).expect_err("unknown");
        assert!(why.contains("did you mean kind.opinion?") && why.len() < 250, "{why}");
        let guide = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/IMPORT.md");
        let guide = std::fs::read_to_string(guide).expect("the guide");
        for key in Words::keys() {
            assert!(guide.contains(&format!("`{key}`")), "{key}");
        }
    }
}
