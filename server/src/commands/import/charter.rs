//! `charter/*.md`: the framing texts, one file a version.
//!
//! A header gives the text, its kind and title, the number of the version, from when it is in force and by which decision;
//! below stands the version, each article under a heading. What the header does not say is taken from the name of the
//! file: `charte-2.md` is the second version of the text `charte`.

use anyhow::Result;
use backend::charter::{self, ImportedVersion};
use domain::{
    charter::{FramingForm, FramingKind, VersionForm},
    form,
};
use serde::Deserialize;

use super::{front_matter, report::Kind, text::Problem, work::Work};
use crate::commands::words::refusal_sentence;

/// The folder of the framing texts.
pub const FOLDER: &str = "charter/";

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Header {
    text: Option<String>,
    kind: Option<String>,
    title: Option<String>,
    aim: Option<String>,
    to_sign: Option<bool>,
    version: Option<i32>,
    motives: Option<String>,
    in_force_on: Option<String>,
    adopted_on: Option<String>,
    decision: Option<String>,
    decided_by: Option<String>,
}

const KEYS: [&str; 11] = [
    "text",
    "kind",
    "title",
    "aim",
    "to_sign",
    "version",
    "motives",
    "in_force_on",
    "adopted_on",
    "decision",
    "decided_by",
];

/// Reads a version. `name` is that of its file, without its ending.
fn read(name: &str, source: &str) -> Result<(ImportedVersion, Vec<String>), Problem> {
    let parted = front_matter::part(source)?;
    let header: Header = parted.header()?;
    let unknown = parted.unknown(&KEYS);
    let (stem, number) = named(name);
    let slug = domain::groups::slug(header.text.as_deref().unwrap_or(stem));
    if slug.is_empty() {
        return Err(Problem::whole("the name of the file cannot be part of an address"));
    }
    let kind = header.kind.unwrap_or_else(|| FramingKind::Charter.code().to_owned());
    let title = header.title.unwrap_or_else(|| stem.replace('-', " "));
    let to_sign = if header.to_sign.unwrap_or(kind == FramingKind::Charter.code()) { "oui" } else { "" };
    let text = FramingForm { kind, title, aim: header.aim.unwrap_or_default(), to_sign: to_sign.to_owned() };
    let wrong = |refusal: domain::Refusal| Problem::whole(refusal_sentence(&refusal));
    let text = text.check().map_err(wrong)?;
    let version = VersionForm {
        body: parted.body.clone(),
        motives: header.motives.unwrap_or_default(),
        starts_on: String::new(),
    };
    // Which numbers no longer serve is for those who write: what was adopted is as it is.
    let version = version.check(&std::collections::BTreeSet::new()).map_err(wrong)?;
    let day = |name: &'static str, typed: Option<String>| {
        let read = |typed: String| {
            let wrong = |problem| wrong(domain::Refusal::field(name, problem));
            form::date(&typed).map_err(wrong)
        };
        typed.map(read).transpose()
    };
    let decided_on = day("adopted_on", header.adopted_on)?;
    let in_force_on = day("in_force_on", header.in_force_on)?.or(decided_on);
    let version = ImportedVersion {
        slug,
        text,
        number: header.version.unwrap_or(number).max(1),
        body: version.body,
        motives: version.motives,
        in_force_on,
        decided_on,
        decision: header.decision.unwrap_or_default(),
        decided_by: header.decided_by.unwrap_or_default(),
    };
    Ok((version, unknown))
}

/// `charte-2`, `charte-v2`: the text and the number; without one, the first.
fn named(name: &str) -> (&str, i32) {
    let number = |end: &str| end.trim_start_matches('v').parse::<i32>().ok().filter(|number| *number > 0);
    match name.rsplit_once('-').map(|(stem, end)| (stem, number(end))) {
        Some((stem, Some(number))) => (stem, number),
        _ => (name, 1),
    }
}

/// Imports the versions, in the order of their numbers.
///
/// # Errors
/// The database failed.
pub async fn import(work: &mut Work<'_>, files: &[String]) -> Result<()> {
    let mut versions = Vec::new();
    for path in files {
        let Some(text) = work.text(Kind::Charter, path) else { continue };
        let name = path.trim_start_matches(FOLDER).trim_end_matches(".md");
        match read(name, &text) {
            Ok((version, unknown)) => {
                for key in unknown {
                    work.report.note(path, format!("the key « {key} » is not imported"));
                }
                versions.push((path, version));
            }
            Err(problem) => work.report.refuse(Kind::Charter, path, problem),
        }
    }
    versions.sort_by(|(_, a), (_, b)| (&a.slug, a.number).cmp(&(&b.slug, b.number)));
    for (path, version) in versions {
        let written = work.write(async |cx, tx| charter::upsert(cx, tx, &version).await).await?;
        match written {
            Ok(outcome) => work.report.count(Kind::Charter, outcome),
            Err(refusal) => {
                work.report.refuse(Kind::Charter, path, Problem::whole(refusal_sentence(&refusal)));
            }
        }
    }
    work.settle().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_file_says_what_the_header_does_not() {
        assert_eq!(named("charte-2"), ("charte", 2));
        assert_eq!(named("charte-v3"), ("charte", 3));
        assert_eq!(named("reglement-interieur"), ("reglement-interieur", 1));
        let (version, unknown) =
            read("charte-2", "---\nodd: x\nin_force_on: 30/04/2024\n---\n\n## Objet\n\nUn.\n").expect("read");
        assert_eq!((version.slug.as_str(), version.number, unknown), ("charte", 2, vec!["odd".to_owned()]));
        assert_eq!(version.body, "## Article 1. Objet\n\nUn.");
        assert_eq!(version.in_force_on, chrono::NaiveDate::from_ymd_opt(2024, 4, 30));
        assert!(version.text.to_sign);
    }

    #[test]
    fn a_version_without_an_article_is_refused() {
        assert!(read("charte", "---\ntitle: Charte\n---\n\nUn texte.\n").is_err());
        assert!(read("charte", "---\nkind: roman\n---\n\n## Un\n").is_err());
    }
}
