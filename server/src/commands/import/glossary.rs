//! `glossary.csv`: the acronyms of the council.

use std::collections::BTreeMap;

use anyhow::Result;
use backend::glossary;
use domain::glossary::{Acronym, AcronymForm};

use super::{
    report::Kind,
    table::{self, Column, Row},
    text::Problem,
    work::Work,
};
use crate::commands::words::refusal_sentence;

/// The file.
pub const FILE: &str = "glossary.csv";

const COLUMNS: &[Column] = &[
    ("term", &["sigle", "acronyme"]),
    ("expansion", &["en-toutes-lettres", "developpe", "signification"]),
    ("explanation", &["explication", "definition"]),
    ("explanation_en", &["explication-en-anglais", "explication-en"]),
    ("source", &[]),
];

/// Imports the file. No acronym is taken out of the glossary.
///
/// # Errors
/// The database failed.
pub async fn import(work: &mut Work<'_>) -> Result<()> {
    let Some(text) = work.table(Kind::Glossary, FILE) else { return Ok(()) };
    let table = match table::read(&text, COLUMNS, &["term", "expansion", "explanation"]) {
        Ok(table) => table,
        Err(problem) => {
            work.report.refuse(Kind::Glossary, FILE, problem);
            return Ok(());
        }
    };
    for column in &table.extra {
        work.report.note(FILE, format!("the column « {column} » is not imported"));
    }
    let of = table.rows.len();
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for (done, row) in table.rows.into_iter().enumerate() {
        work.progress(Kind::Glossary, done, of);
        let checked =
            row.and_then(|row| Ok((row.line, acronym(&row)?))).and_then(|(line, acronym)| {
                match seen.insert(acronym.term.to_lowercase(), line) {
                    Some(first) => {
                        Err(Problem::at(line, format!("{} is already at line {first}", acronym.term)))
                    }
                    None => Ok((line, acronym)),
                }
            });
        match checked {
            Ok((line, acronym)) => {
                match work.write(async |cx, tx| glossary::upsert(cx, tx, &acronym).await).await? {
                    Ok(outcome) => work.report.count(Kind::Glossary, outcome),
                    Err(refusal) => {
                        let problem = Problem::at(line, refusal_sentence(&refusal));
                        work.report.refuse(Kind::Glossary, FILE, problem);
                    }
                }
            }
            Err(problem) => work.report.refuse(Kind::Glossary, FILE, problem),
        }
    }
    work.settle().await
}

fn acronym(row: &Row) -> Result<Acronym, Problem> {
    let form = AcronymForm {
        term: row.get("term").to_owned(),
        expansion: row.get("expansion").to_owned(),
        explanation: row.get("explanation").to_owned(),
        explanation_en: row.get("explanation_en").to_owned(),
        source: row.get("source").to_owned(),
    };
    form.check().map_err(|refusal| Problem::at(row.line, refusal_sentence(&refusal)))
}
