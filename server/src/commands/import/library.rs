//! `library/<group or commun>/…`: files with their folders, and `library.csv`, which describes them.

use std::collections::BTreeMap;

use anyhow::Result;
use backend::library::{self, Brought};
use chrono::{NaiveTime, TimeZone, Utc};
use domain::{form, library as rules};

use super::{
    report::Kind,
    table::{self, Column, Row},
    text::Problem,
    work::Work,
};
use crate::commands::words::{problem, refusal_sentence};

/// The folder of the files.
pub const FOLDER: &str = "library/";
/// The table that describes them; it may also be in their folder.
pub const FILES: [&str; 2] = ["library.csv", "library/library.csv"];
/// The folder of the common library.
const COMMON: &str = "commun";

const COLUMNS: &[Column] = &[
    ("path", &["chemin", "fichier"]),
    ("title", &["titre"]),
    ("description", &[]),
    ("tags", &["mots-cles", "etiquettes"]),
    ("source", &[]),
    ("date", &[]),
    ("author", &["auteur"]),
    ("licence", &["license", "droits"]),
    ("deposited_by", &["depose-par"]),
    ("deposited_on", &["depose-le"]),
];

/// Imports the files, each in the library of its group; what describes them first.
///
/// # Errors
/// The database or the file store failed.
pub async fn import(work: &mut Work<'_>, tables: &[String], files: &[String]) -> Result<()> {
    let mut described = BTreeMap::new();
    for file in tables {
        read(work, file, files, &mut described);
    }
    for (done, path) in files.iter().enumerate() {
        work.progress(Kind::Library, done, files.len());
        match brought(work, path, described.get(path)) {
            Ok(file) => write(work, path, file).await?,
            Err(problem) => work.report.refuse(Kind::Library, path, problem),
        }
    }
    work.settle().await
}

/// The lines of a table, by the path of their file.
fn read(work: &mut Work<'_>, file: &str, files: &[String], described: &mut BTreeMap<String, Row>) {
    let Some(text) = work.table(Kind::Library, file) else { return };
    let table = match table::read(&text, COLUMNS, &["path"]) {
        Ok(table) => table,
        Err(problem) => {
            work.report.refuse(Kind::Library, file, problem);
            return;
        }
    };
    for column in &table.extra {
        work.report.note(file, format!("the column « {column} » is not imported"));
    }
    for row in table.rows {
        let checked = row.and_then(|row| {
            let path = row.get("path").trim_start_matches("./").replace('\\', "/");
            let path = if path.starts_with(FOLDER) { path } else { format!("{FOLDER}{path}") };
            match files.contains(&path) {
                true => Ok((path, row)),
                false => Err(Problem::at(row.line, format!("there is no file {path}"))),
            }
        });
        match checked {
            Ok((path, row)) => {
                described.insert(path, row);
            }
            Err(problem) => work.report.leave_out(file, problem),
        }
    }
}

fn brought(work: &Work<'_>, path: &str, row: Option<&Row>) -> Result<Brought, Problem> {
    let inner = path.strip_prefix(FOLDER).unwrap_or(path);
    let Some((top, rest)) = inner.split_once('/') else {
        let why = format!("is in no library: put it in {FOLDER}{COMMON}/ or in the folder of a group");
        return Err(Problem::whole(why));
    };
    let group = match (top, work.groups.get(top)) {
        (COMMON, _) => None,
        (_, Some(group)) => Some(*group),
        (slug, None) => return Err(Problem::whole(format!("no group has the address « {slug} »"))),
    };
    let limit = work.cx.backend.files().limits().file;
    let content = work.folder.content(path, limit).map_err(Problem::whole)?;
    let said = |column: &str| row.map(|row| row.get(column).to_owned()).unwrap_or_default();
    let wrong = |name: &str, why| {
        let text = format!("{name}: {}", problem(&why));
        row.map_or_else(|| Problem::whole(text.clone()), |row| Problem::at(row.line, text.clone()))
    };
    let line = |name: &str, max| form::line(&said(name), 0, max).map_err(|why| wrong(name, why));
    let day = |name: &str| match said(name).as_str() {
        "" => Ok(None),
        typed => form::date(typed).map(Some).map_err(|why| wrong(name, why)),
    };
    let by = match said("deposited_by").to_lowercase() {
        email if email.is_empty() => None,
        email => match work.people.get(&email) {
            Some(id) => Some(*id),
            None => return Err(Problem::whole(format!("deposited_by: nobody here has the address {email}"))),
        },
    };
    let at = day("deposited_on")?
        .and_then(|day| Utc.from_local_datetime(&day.and_time(NaiveTime::from_hms_opt(9, 30, 0)?)).single());
    Ok(Brought {
        group,
        sent_as: rest.to_owned(),
        content: content.into(),
        title: line("title", rules::NAME_MAX)?,
        description: form::text(&said("description"), 0, 4_000).map_err(|why| wrong("description", why))?,
        tags: rules::tags(&said("tags")).map_err(|why| wrong("tags", why))?,
        source: line("source", 300)?,
        author: line("author", 200)?,
        licence: line("licence", 200)?,
        dated_on: day("date")?,
        by,
        at: at.filter(|at| *at <= work.cx.now),
    })
}

async fn write(work: &mut Work<'_>, path: &str, file: Brought) -> Result<()> {
    match work.write(async |cx, tx| library::upsert(cx, tx, &file).await).await? {
        Ok(outcome) => work.report.count(Kind::Library, outcome),
        Err(refusal) => {
            work.report.refuse(Kind::Library, path, Problem::whole(refusal_sentence(&refusal)));
        }
    }
    Ok(())
}
