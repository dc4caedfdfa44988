//! `tutorials/*.md`: the tutorials of the council, and `tutorials/paths.csv`, the sequences that they make.
//!
//! A header gives the title, for whom it is, how long it takes; each heading of the text is a step.

use anyhow::Result;
use backend::tutorials::{self, ShippedPath};
use domain::tutorials::{Tutorial, TutorialForm};
use serde::Deserialize;

use super::{
    front_matter,
    report::Kind,
    table::{self, Column},
    text::Problem,
    work::Work,
};
use crate::commands::words::refusal_sentence;

/// The folder of the tutorials.
pub const FOLDER: &str = "tutorials/";
/// The sequences.
pub const PATHS: &str = "tutorials/paths.csv";

/// Names that are pages of their own.
const PAGES: [&str; 3] = ["ecrire", "suivi", "images"];

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Header {
    title: Option<String>,
    summary: Option<String>,
    r#for: Vec<String>,
    minutes: Option<String>,
    path: Option<String>,
    rank: Option<String>,
    help: Vec<String>,
}

const KEYS: [&str; 7] = ["title", "summary", "for", "minutes", "path", "rank", "help"];

const COLUMNS: &[Column] = &[
    ("slug", &["adresse"]),
    ("title_fr", &["title", "titre"]),
    ("title_en", &[]),
    ("summary_fr", &["summary", "resume"]),
    ("summary_en", &[]),
];

/// A tutorial as it was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// What was typed.
    pub form: TutorialForm,
    /// Keys of the header that mean nothing here.
    pub unknown: Vec<String>,
}

/// Reads a tutorial.
///
/// # Errors
/// Why it is refused, with its line.
pub fn read(text: &str) -> Result<Read, Problem> {
    let parted = front_matter::part(text)?;
    let header: Header = parted.header()?;
    let form = TutorialForm {
        title: header.title.unwrap_or_default(),
        summary: header.summary.unwrap_or_default(),
        audiences: header.r#for,
        minutes: header.minutes.unwrap_or_default(),
        path: header.path.unwrap_or_default(),
        rank: header.rank.unwrap_or_default(),
        help: header.help.join("\n"),
        body: parted.body.clone(),
        ..Default::default()
    };
    Ok(Read { form, unknown: parted.unknown(&KEYS) })
}

/// A line of the table of sequences: its number and what it says, or why it is refused.
type PathLine = Result<(u64, ShippedPath), Problem>;

/// Reads the sequences.
///
/// # Errors
/// Why the table is refused, or each line that is.
pub fn read_paths(text: &str) -> Result<Vec<PathLine>, Problem> {
    let table = table::read(text, COLUMNS, &["slug", "title_fr"])?;
    let path = |row: table::Row| {
        let slug = row.get("slug").to_owned();
        if slug.is_empty() || domain::groups::slug(&slug) != slug {
            return Err(Problem::at(row.line, "slug cannot be part of an address"));
        }
        let title = row.get("title_fr").to_owned();
        if title.is_empty() {
            return Err(Problem::at(row.line, "title_fr: is missing"));
        }
        let path = ShippedPath {
            slug,
            title,
            summary: row.get("summary_fr").to_owned(),
            title_en: row.get("title_en").to_owned(),
            summary_en: row.get("summary_en").to_owned(),
        };
        Ok((row.line, path))
    };
    Ok(table.rows.into_iter().map(|row| row.and_then(path)).collect())
}

/// Imports the sequences, then the tutorials. The name of a file is the name of its tutorial in addresses.
///
/// # Errors
/// The database failed.
pub async fn import(work: &mut Work<'_>, paths: bool, files: &[String]) -> Result<()> {
    if paths {
        import_paths(work).await?;
    }
    for (done, file) in files.iter().enumerate() {
        work.progress(Kind::Tutorials, done, files.len());
        let Some(text) = work.text(Kind::Tutorials, file) else { continue };
        let name = file.trim_start_matches(FOLDER).trim_end_matches(".md");
        let slug = domain::groups::slug(name);
        if slug != name || PAGES.contains(&name) {
            let why = format!("the name of the file cannot be part of an address; write {slug}.md");
            work.report.refuse(Kind::Tutorials, file, Problem::whole(why));
            continue;
        }
        let told = read(&text).and_then(|read| {
            let told: Tutorial =
                read.form.check().map_err(|refusal| Problem::whole(refusal_sentence(&refusal)))?;
            Ok((told, read.unknown))
        });
        let (told, unknown) = match told {
            Ok(told) => told,
            Err(problem) => {
                work.report.refuse(Kind::Tutorials, file, problem);
                continue;
            }
        };
        for key in &unknown {
            work.report.note(file, format!("the key « {key} » is not imported"));
        }
        match work.write(async |cx, tx| tutorials::upsert(cx, tx, &slug, &told).await).await? {
            Ok(outcome) => work.report.count(Kind::Tutorials, outcome),
            Err(refusal) => {
                work.report.refuse(Kind::Tutorials, file, Problem::whole(refusal_sentence(&refusal)));
            }
        }
    }
    work.settle().await
}

async fn import_paths(work: &mut Work<'_>) -> Result<()> {
    let Some(text) = work.table(Kind::Tutorials, PATHS) else { return Ok(()) };
    let rows = match read_paths(&text) {
        Ok(rows) => rows,
        Err(problem) => {
            work.report.refuse(Kind::Tutorials, PATHS, problem);
            return Ok(());
        }
    };
    for row in rows {
        match row {
            Ok((line, path)) => {
                match work.write(async |cx, tx| tutorials::upsert_path(cx, tx, &path).await).await? {
                    Ok(outcome) => work.report.count(Kind::Tutorials, outcome),
                    Err(refusal) => {
                        let problem = Problem::at(line, refusal_sentence(&refusal));
                        work.report.refuse(Kind::Tutorials, PATHS, problem);
                    }
                }
            }
            Err(problem) => work.report.refuse(Kind::Tutorials, PATHS, problem),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tutorial_is_read_by_its_headings() {
        let text = "---\ntitle: Écrire\nsummary: Une phrase.\nfor: [member, facilitator]\nminutes: 10\nrank: 3\n\
                    help: [/textes, '/groupes/{slug}#2']\nodd: x\n---\n\nAvant.\n\n## Un\n\nA.\n\n## Deux\n\nB.\n";
        let read = read(text).expect("read");
        assert_eq!(read.unknown, ["odd"]);
        let told = read.form.check().expect("checked");
        assert_eq!((told.steps, told.minutes, told.rank, told.help.len()), (2, 10, 3, 2));
        assert_eq!(super::read("# Titre\n").expect_err("refused").line, Some(1));
    }

    #[test]
    fn sequences_have_an_address_and_a_title() {
        let text = "slug;title_fr;title_en;summary_fr;summary_en\npremiers-pas;Premiers pas;First steps;;\nMal écrit;X;;;\nvide;;;;\n";
        let rows = read_paths(text).expect("read");
        assert_eq!(rows[0].as_ref().expect("right").1.title_en, "First steps");
        let lines: Vec<_> = rows[1..].iter().map(|row| row.as_ref().expect_err("refused").line).collect();
        assert_eq!(lines, [Some(3), Some(4)]);
    }
}
