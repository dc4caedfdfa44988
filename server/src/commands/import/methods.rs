//! `methods/*.md`: the sheets of the toolbox.
//!
//! A header gives the title, the needs, the people and the source; each section of the text is a section of the sheet,
//! by its heading in French or in English. A line « # Title » begins the same sheet in English.

use std::collections::BTreeMap;

use anyhow::Result;
use backend::toolbox;
use domain::toolbox::{Method, MethodForm, Misplaced, parts};
use serde::Deserialize;

use super::{front_matter, report::Kind, text::Problem, work::Work};
use crate::commands::words::refusal_sentence;

/// The folder of the sheets.
pub const FOLDER: &str = "methods/";

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Header {
    title: Option<String>,
    needs: Vec<String>,
    people: Option<String>,
    source: Option<String>,
}

const KEYS: [&str; 4] = ["title", "needs", "people", "source"];

/// A sheet as it was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// What it says.
    pub sheet: Method,
    /// Keys of the header that mean nothing here.
    pub unknown: Vec<String>,
}

/// Reads a sheet.
///
/// # Errors
/// Why it is refused, with its line.
pub fn read(text: &str) -> Result<Read, Problem> {
    let parted = front_matter::part(text)?;
    let header: Header = parted.header()?;
    let unknown = parted.unknown(&KEYS);
    let (french, english) = languages(&parted.body);
    let mut sections = sections(french, parted.body_line)?;
    let mut section = |name: &str| sections.remove(name).unwrap_or_default();
    let people = header.people.unwrap_or_default();
    let (least, most) = people.split_once('-').unwrap_or((&people, &people));
    let form = MethodForm {
        title: header.title.unwrap_or_default(),
        aim: section("aim"),
        needs: header.needs,
        people_min: least.trim().to_owned(),
        people_max: most.trim().to_owned(),
        steps: section("steps"),
        use_when: section("use_when"),
        room: section("room"),
        variants: section("variants"),
        traps: section("traps"),
        accessibility: section("accessibility"),
        source: header.source.unwrap_or_else(|| section("source")),
        english: english.to_owned(),
    };
    let sheet = form.check().map_err(|refusal| Problem::whole(refusal_sentence(&refusal)))?;
    Ok(Read { sheet, unknown })
}

/// The sheet in French, and what follows it in English, if anything does.
fn languages(body: &str) -> (&str, &str) {
    match body.find("\n# ") {
        Some(at) => (&body[..at], &body[at + 1..]),
        None => (body, ""),
    }
}

fn sections(body: &str, first_line: u64) -> Result<BTreeMap<&'static str, String>, Problem> {
    let parts = parts(body).map_err(|(line, why)| {
        let said = body.lines().nth(line as usize - 1).unwrap_or_default().trim_start_matches('#').trim();
        let why = match why {
            Misplaced::Unknown => format!("the section « {said} » is not one of a sheet"),
            Misplaced::Twice => format!("the section « {said} » is there twice"),
            Misplaced::Before => "write a heading such as « ## But » before the first words".to_owned(),
        };
        Problem::at(first_line + u64::from(line) - 1, why)
    })?;
    Ok(parts.into_iter().map(|(name, (_, said))| (name, said)).collect())
}

/// Imports the sheets. The name of a file is the name of its sheet in addresses.
///
/// # Errors
/// The database failed.
pub async fn import(work: &mut Work<'_>, files: &[String]) -> Result<()> {
    for (done, path) in files.iter().enumerate() {
        work.progress(Kind::Methods, done, files.len());
        let Some(text) = work.text(Kind::Methods, path) else { continue };
        let name = path.trim_start_matches(FOLDER).trim_end_matches(".md");
        let slug = domain::groups::slug(name);
        if slug != name || slug == "ajouter" {
            let why = format!("the name of the file cannot be part of an address; write {slug}.md");
            work.report.refuse(Kind::Methods, path, Problem::whole(why));
            continue;
        }
        let read = match read(&text) {
            Ok(read) => read,
            Err(problem) => {
                work.report.refuse(Kind::Methods, path, problem);
                continue;
            }
        };
        for key in &read.unknown {
            work.report.note(path, format!("the key « {key} » is not imported"));
        }
        let written = work.write(async |cx, tx| toolbox::upsert(cx, tx, &slug, &read.sheet).await).await?;
        match written {
            Ok(outcome) => work.report.count(Kind::Methods, outcome),
            Err(refusal) => {
                work.report.refuse(Kind::Methods, path, Problem::whole(refusal_sentence(&refusal)));
            }
        }
    }
    work.settle().await
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "---\ntitle: Tour de table\nneeds: [ecouter]\npeople: 4-20\nodd: x\n---\n\n## But\n\nEntendre chacun.\n\n\
                         ## Quand l’utiliser\n\nAu début.\n\n## Déroulé\n\n- 5 min | Accueillir\n- 20 min | Parler | Chacun son tour.\n";

    #[test]
    fn a_sheet_is_read_by_its_headings() {
        let read = read(SHEET).expect("read");
        assert_eq!(read.sheet.people, (4, 20));
        assert_eq!(read.sheet.aim, "Entendre chacun.");
        assert_eq!(read.sheet.use_when, "Au début.");
        assert_eq!(read.sheet.steps.len(), 2);
        assert_eq!(read.unknown, ["odd"]);
        assert_eq!(read.sheet.english, "");
    }

    #[test]
    fn the_sheet_in_english_follows_the_one_in_french() {
        let english =
            "# Talking in turn\n\n## Aim\n\nHear everyone.\n\n## Steps\n\n- 5 min | Welcome\n- 20 min | Talk";
        let read = read(&format!("{SHEET}\n{english}\n")).expect("read");
        assert_eq!((read.sheet.steps.len(), read.sheet.english.as_str()), (2, english));
        let wrong = super::read(&format!("{SHEET}\n# Talking in turn\n\n## Goal\n")).expect_err("refused");
        assert!(wrong.why.contains("english: line 3"), "{}", wrong.why);
    }

    #[test]
    fn what_is_not_a_sheet_is_refused_with_its_line() {
        let problem = |text: &str| read(text).expect_err("refused");
        assert_eq!(problem("# Titre\n").line, Some(1));
        assert_eq!(problem(&SHEET.replace("## But", "## Buts")).line, Some(8));
        assert_eq!(problem(&SHEET.replace("## But", "Entendre")).line, Some(8));
        assert_eq!(problem(&SHEET.replace("Quand l’utiliser", "But")).line, Some(12));
        assert!(problem(&SHEET.replace("5 min", "cinq min")).why.contains("steps"));
    }
}
