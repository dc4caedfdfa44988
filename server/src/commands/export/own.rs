//! `methods/*.md`, `tutorials/**`, `glossary.csv`, `charter/*.md`: what the council wrote for itself. What came with the
//! program and was left as it is comes with the program again.

use std::collections::BTreeSet;

use anyhow::Result;
use app::open_archive::Copy;
use backend::open_archive::{
    Writing,
    told::{FramingText, FramingVersion, Sheet, Tutorial},
};
use domain::charter::VersionState;

use super::{
    header::{Header, quoted},
    table,
};
use crate::commands::import::names;

/// Writes them.
///
/// # Errors
/// The folder cannot be written.
pub fn write(to: &mut Writing, copy: &Copy) -> Result<()> {
    for sheet in copy.sheets.iter().filter(|sheet| sheet.own && !sheet.set_aside) {
        to.whole(&format!("{}{}.md", names::METHODS, sheet.slug), method(sheet))?;
    }
    let mut paths = BTreeSet::new();
    for told in copy.tutorials.iter().filter(|told| told.own && !told.set_aside) {
        paths.insert(told.form.path.as_str());
        to.whole(&format!("{}{}.md", names::TUTORIALS, told.slug), tutorial(told))?;
    }
    let sequences = copy.paths.iter().filter(|path| path.own || paths.contains(path.slug.as_str()));
    let rows = sequences.map(|path| {
        let ([title, title_en], [summary, summary_en]) = (path.title.clone(), path.summary.clone());
        vec![path.slug.clone(), title, summary, title_en, summary_en]
    });
    let columns = ["slug", "title", "summary", "title_en", "summary_en"];
    table::write(to, names::TUTORIAL_PATHS, &columns, rows.collect())?;
    let acronyms = copy.acronyms.iter().filter(|acronym| acronym.own && !acronym.set_aside);
    let rows = acronyms.map(|acronym| {
        let (term, expansion) = (acronym.term.clone(), acronym.expansion.clone());
        let (explanation, english) = (acronym.explanation.clone(), acronym.explanation_en.clone());
        vec![term, expansion, explanation, english, acronym.source.clone()]
    });
    let columns = ["term", "expansion", "explanation", "explanation_en", "source"];
    table::write(to, names::GLOSSARY, &columns, rows.collect())?;
    for text in &copy.framing {
        for version in text.versions.iter().filter(|version| version.state != VersionState::Abandoned) {
            let path = format!("{}{}-{}.md", names::CHARTER, text.slug, version.number);
            to.whole(&path, framing(text, version))?;
        }
    }
    Ok(())
}

fn method(sheet: &Sheet) -> String {
    let form = &sheet.form;
    let mut header = Header::default();
    header.words("title", &form.title);
    header.list("needs", &form.needs);
    header.words("people", &format!("{}-{}", form.people_min, form.people_max));
    header.words("source", &form.source);
    let steps: Vec<String> = form.steps.lines().map(|line| format!("- {line}")).collect();
    let mut body = String::new();
    for (title, text) in [
        ("But", &form.aim),
        ("Quand l’utiliser", &form.use_when),
        ("Salle et matériel", &form.room),
        ("Déroulé", &steps.join("\n")),
        ("Variantes", &form.variants),
        ("Pièges à éviter", &form.traps),
        ("Pour que chaque personne participe", &form.accessibility),
    ] {
        if !text.is_empty() {
            // A title of this level would begin another section.
            // … and one above it, the sheet in English.
            let title_of = |line: &'_ str| {
                line.strip_prefix("## ").or_else(|| line.strip_prefix("# ")).map(str::to_owned)
            };
            let lines = text.lines().map(|line| match title_of(line) {
                Some(title) => format!("### {title}\n"),
                None => format!("{line}\n"),
            });
            body += &format!("## {title}\n\n{}\n", lines.collect::<String>());
        }
    }
    if !form.english.is_empty() {
        body += &format!("\n{}\n", form.english.trim());
    }
    header.before(&body)
}

fn tutorial(told: &Tutorial) -> String {
    let form = &told.form;
    let mut header = Header::default();
    header.words("title", &form.title);
    header.words("summary", &form.summary);
    header.list("for", &form.audiences);
    header.plain("minutes", &form.minutes);
    header.words("path", &form.path);
    header.plain("rank", &form.rank);
    header.list("help", &form.help.lines().map(quoted).collect::<Vec<_>>());
    header.before(&form.body)
}

fn framing(text: &FramingText, version: &FramingVersion) -> String {
    let mut header = Header::default();
    header.words("text", &text.slug);
    header.plain("version", version.number);
    header.plain("kind", text.kind.code());
    header.words("title", &text.title);
    header.words("aim", &text.aim);
    header.plain("to_sign", text.to_sign);
    if version.state == VersionState::Adopted {
        header.day("in_force_on", version.in_force_on);
        header.day("adopted_on", version.decided_on);
        header.words("decided_by", &version.decided_by);
        header.words("decision", &version.decision);
    }
    header.words("motives", &version.motives);
    header.before(&version.body)
}
